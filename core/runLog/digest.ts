import type { Language } from '../issues';
import { countBy } from '../model/collect';
import { byWorkflow, readRuns } from './watch';
import type { LoggedRun } from './watch';

/** The week in a few lines per customer, from the run log. */

const DAY_MS = 86_400_000;

const STATE_WORDS: Record<Language, Record<string, string>> = {
	en: {
		started: 'not finished',
		waiting: 'waiting',
		applying: 'not finished',
		nothing: 'nothing to do',
		applied: 'applied',
		partly: 'partly applied',
		rejected: 'rejected',
		expired: 'expired',
		failed: 'failed',
	},
	nl: {
		started: 'niet afgerond',
		waiting: 'wachtend',
		applying: 'niet afgerond',
		nothing: 'niets te doen',
		applied: 'toegepast',
		partly: 'deels toegepast',
		rejected: 'afgewezen',
		expired: 'verlopen',
		failed: 'mislukt',
	},
};

const sum = (runs: readonly LoggedRun[], key: 'applied' | 'failed'): number =>
	runs.reduce((total, run) => total + (run[key] ?? 0), 0);

function line(runs: readonly LoggedRun[], language: Language): string {
	const words = STATE_WORDS[language];
	const counts = countBy(runs, ({ state }) => words[state] ?? state);
	const states = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
	const changes = sum(runs, 'applied');
	const failed = sum(runs, 'failed');
	const approvers = [...new Set(runs.flatMap(({ approver }) => approver || []))].join(', ');
	const text =
		language === 'nl'
			? `${runs.length} run(s): ${states}. ${changes} wijziging(en) in Alleo, ${failed} mislukt.`
			: `${runs.length} run(s): ${states}. ${changes} change(s) in Alleo, ${failed} failed.`;
	if (approvers === '') return text;
	return `${text} ${language === 'nl' ? 'Besloten door' : 'Decided by'}: ${approvers}.`;
}

export interface Digest {
	subject: string;
	text: string;
	runs: number;
}

/** @param now the present instant, ISO 8601 UTC; the digest is about the seven days before it */
export function digest(history: readonly unknown[], language: Language, now: string): Digest {
	const from = Date.parse(now) - 7 * DAY_MS;
	const runs = readRuns(history).filter(({ started }) => started >= from);
	const lines = [...byWorkflow(runs)]
		.map(([workflow, own]) => {
			const customer = own.find((run) => (run.customer ?? '') !== '')?.customer ?? workflow;
			return `${customer}: ${line(own, language)}`;
		})
		.sort();
	const none = language === 'nl' ? 'Er waren geen runs.' : 'There were no runs.';
	const title =
		language === 'nl' ? 'Alleo-synchronisatie: de week tot' : 'Alleo sync: the week until';
	return {
		subject: `${title} ${now.slice(0, 10)}`,
		text: lines.length === 0 ? none : lines.join('\n'),
		runs: runs.length,
	};
}
