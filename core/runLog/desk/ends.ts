import { SILENT_STATES } from '../columns';
import type { DeskRows } from './work';
import { executionOf } from '../runPlans';
import { readRuns } from '../runs';
import type { LoggedRun } from '../runs';

/** How the run before this one ended: what people know already. */

const parts = (problems: string): string =>
	[
		...new Set(
			problems
				.split(', ')
				.map((one) => one.replace(/ x\d+$/, ''))
				.filter((one) => one !== ''),
		),
	]
		.sort()
		.join(', ');

export interface PreviousEnd {
	/** The worst of its parts. */
	state: 'failed' | 'partly' | 'good';
	/** As the log has them. */
	problems: string;
}

const stateOf = ({ states }: LoggedRun): PreviousEnd['state'] =>
	states.includes('failed') ? 'failed' : states.includes('partly') ? 'partly' : 'good';

/** null: none is known, so whatever there is to say is new. */
export function previousEnd(rows: DeskRows, run: string): PreviousEnd | null {
	const ended = readRuns(rows ?? []).find(
		(one) =>
			one.run !== executionOf(run) &&
			(one.finished_at ?? '') !== '' &&
			one.states.some((state) => !SILENT_STATES.has(state)),
	);
	return ended === undefined ? null : { state: stateOf(ended), problems: ended.problems ?? '' };
}

/** Whether the same was said before: too often is better than never. */
export const saidBefore = (
	before: PreviousEnd | null,
	state: 'failed' | 'partly',
	problems: string,
): boolean => before?.state === state && parts(before.problems) === parts(problems);

/** Ends of other parts of the same run: each of them was told when it came. */
export const endsOfRun = (rows: DeskRows, run: string): Array<{ run: string; problems: string }> =>
	(rows ?? []).flatMap((row) => {
		const { run: key, finished_at: finished, problems } = row;
		const same = executionOf(String(key ?? '')) === executionOf(run) && String(key) !== run;
		return same && typeof finished === 'string' && finished !== ''
			? [{ run: String(key), problems: String(problems ?? '') }]
			: [];
	});

export const sameProblems = (one: string, other: string): boolean => parts(one) === parts(other);
