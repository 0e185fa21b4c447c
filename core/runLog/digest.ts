import type { Language } from '../issues';
import { countBy } from '../model/collect';
import { isKey, texts } from '../ui/texts';
import type { Pair } from '../ui/texts';
import type { RunState } from './columns';
import { heldLong } from './heldLong';
import { byWorkflow, readRuns } from './runs';
import type { LoggedRun } from './runs';

/** The week in a few lines per customer, from the run log. */

const DAY_MS = 86_400_000;

const STATES = {
	started: ['not finished', 'niet afgerond'],
	waiting: ['waiting', 'wachtend'],
	applying: ['not finished', 'niet afgerond'],
	nothing: ['nothing to do', 'niets te doen'],
	applied: ['applied', 'toegepast'],
	partly: ['partly applied', 'deels toegepast'],
	rejected: ['rejected', 'afgewezen'],
	expired: ['expired', 'verlopen'],
	failed: ['failed', 'mislukt'],
} as const satisfies Record<RunState, Pair>;

const states = texts(STATES);

const say = texts({
	subject: ['Alleo sync: the week until {day}', 'Alleo-synchronisatie: de week tot {day}'],
	none: ['There were no runs.', 'Er waren geen runs.'],
	runs: [
		'{count} run(s): {states}. {changes} change(s) in Alleo, {failed} failed.',
		'{count} run(s): {states}. {changes} wijziging(en) in Alleo, {failed} mislukt.',
	],
	approvers: ['Decided by: {approvers}.', 'Besloten door: {approvers}.'],
});

const sum = (runs: readonly LoggedRun[], key: 'applied' | 'failed'): number =>
	runs.reduce((total, run) => total + (run[key] ?? 0), 0);

function line(runs: readonly LoggedRun[], language: Language): string {
	const t = say(language);
	const counts = countBy(runs, ({ state }) =>
		isKey(STATES, state) ? states(language)(state) : state,
	);
	const text = t('runs', {
		count: runs.length,
		states: [...counts].map(([word, count]) => `${count} ${word}`).join(', '),
		changes: sum(runs, 'applied'),
		failed: sum(runs, 'failed'),
	});
	const approvers = [...new Set(runs.flatMap(({ approver }) => approver || []))].join(', ');
	return approvers === '' ? text : `${text} ${t('approvers', { approvers })}`;
}

export interface Digest {
	subject: string;
	text: string;
	runs: number;
}

/** @param now the present instant, ISO 8601 UTC; the digest is about the seven days before it */
export function digest(history: readonly unknown[], language: Language, now: string): Digest {
	const from = Date.parse(now) - 7 * DAY_MS;
	const all = readRuns(history);
	const runs = all.filter(({ started }) => started >= from);
	const held = byWorkflow(all);
	const lines = [...byWorkflow(runs)]
		.map(([workflow, own]) => {
			const customer = own.find((run) => (run.customer ?? '') !== '')?.customer ?? workflow;
			const waiting = heldLong(held.get(workflow) ?? [], language, now.slice(0, 10));
			return [`${customer}: ${line(own, language)}`, ...waiting].join('\n');
		})
		.sort();
	const t = say(language);
	return {
		subject: t('subject', { day: now.slice(0, 10) }),
		text: lines.length === 0 ? t('none') : lines.join('\n'),
		runs: runs.length,
	};
}
