import type { RunResult } from './run.mts';
import { plannedChanges } from './run.mts';

export const say = (text = ''): void => void process.stdout.write(`${text}\n`);
export const heading = (text: string): void => say(`\n== ${text}`);

const accounts = ({ active, inactive }: { active: number; inactive: number }): string =>
	`${active} active, ${inactive} inactive`;

const counted = (counts: Record<string, number>, words: Array<[string, string]>): string =>
	words.map(([key, word]) => `${counts[key] ?? 0} ${word}`).join(', ');

const PLAN_WORDS: Array<[string, string]> = [
	['create', 'new'],
	['update', 'changed'],
	['reactivate', 'active again'],
	['deactivate', 'to stop'],
	['hold', 'held for a person to look at'],
	['unchanged', 'unchanged'],
];

const OUTCOME_WORDS: Array<[string, string]> = [
	['applied', 'applied'],
	['already', 'already so'],
	['held', 'held, so not written'],
	['skipped', 'skipped'],
	['failed', 'failed'],
];

/** Before, planned, applied, Alleo now; then the second run. */
export function printTable(first: RunResult, second: RunResult): void {
	const rows: Array<[string, string]> = [
		['Alleo before', accounts(first.before)],
		['planned', counted(first.summary.counts, PLAN_WORDS)],
		['', `${first.rows.length} rows: one for each person, two for a move, none for the unchanged`],
		['applied', `${counted(first.outcomes, OUTCOME_WORDS)} (${first.writes} writes)`],
		['Alleo now', accounts(first.after)],
		[
			'second run',
			`${plannedChanges(second.summary)} planned, ${second.writes} writes, ${second.summary.counts['hold'] ?? 0} still held`,
		],
	];
	say(`\n${first.system.toUpperCase()}`);
	for (const [name, text] of rows) say(`  ${name.padEnd(14)}${text}`);
}
