import { z } from 'zod';
import { groupBy } from '../model/collect';
import { executionOf } from './runPlans';

/** The runs of the log for who looks back at them: the two records of a split reading are one run. */

const Row = z.object({
	run: z.union([z.string(), z.number()]).transform(String),
	workflow: z.union([z.string(), z.number()]).transform(String),
	customer: z.string().nullish(),
	mode: z.string().nullish(),
	state: z.string(),
	reference_date: z.string().nullish(),
	started_at: z.string().nullish(),
	finished_at: z.string().nullish(),
	expires_at: z.string().nullish(),
	problems: z.string().nullish(),
	decision: z.string().nullish(),
	approver: z.string().nullish(),
	applied: z.number().nullish(),
	failed: z.number().nullish(),
	counts: z.string().nullish(),
	/** The permanent address of a plan that waits, as Customer Setup makes it. */
	plan_url: z.string().nullish(),
});
type Row = z.infer<typeof Row>;

/** The worst of the two parts of a run is its state; what a person still has to do comes before what is done. */
const WORST_FIRST = [
	'failed',
	'partly',
	'waiting',
	'expired',
	'rejected',
	'applying',
	'started',
	'applied',
	'nothing',
	'part',
];

export interface LoggedRun extends Row {
	/** Milliseconds. */
	started: number;
	/** Of each part of the run, the one that waits for a person first. */
	states: readonly string[];
}

const rank = (state: string): number => {
	const place = WORST_FIRST.indexOf(state);
	return place === -1 ? WORST_FIRST.length : place;
};

const sum = (rows: readonly Row[], key: 'applied' | 'failed'): number =>
	rows.reduce((total, row) => total + (row[key] ?? 0), 0);

const isReady = ({ run }: Row): boolean => executionOf(run) !== run;

function together(parts: readonly Row[]): LoggedRun[] {
	const rows = [...parts].sort((a, b) => Number(isReady(a)) - Number(isReady(b)));
	const [first] = rows;
	const starts = rows
		.map((row) => Date.parse(row.started_at ?? row.finished_at ?? ''))
		.filter((instant) => !Number.isNaN(instant));
	if (first === undefined || starts.length === 0) return [];
	const states = rows.map(({ state }) => state);
	return [
		{
			...first,
			run: executionOf(first.run),
			state: [...states].sort((a, b) => rank(a) - rank(b))[0] ?? first.state,
			states,
			started: Math.min(...starts),
			finished_at:
				rows
					.flatMap((row) => row.finished_at ?? [])
					.sort()
					.at(-1) ?? null,
			problems: rows.flatMap((row) => row.problems || []).join(', '),
			applied: sum(rows, 'applied'),
			failed: sum(rows, 'failed'),
		},
	];
}

/** The runs that can be placed in time, newest first; anything else in the log is passed over. */
export function readRuns(history: readonly unknown[]): LoggedRun[] {
	const rows = history.flatMap((entry) => {
		const row = Row.safeParse(entry);
		return row.success ? [row.data] : [];
	});
	const runs = groupBy(rows, ({ workflow, run }) => JSON.stringify([workflow, executionOf(run)]));
	return [...runs.values()].flatMap(together).sort((a, b) => b.started - a.started);
}

export const byWorkflow = (runs: readonly LoggedRun[]): Map<string, LoggedRun[]> =>
	groupBy(runs, ({ workflow }) => workflow);
