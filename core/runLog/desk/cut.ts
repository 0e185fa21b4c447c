import { CANCELLED, partRecord } from '../byHand';
import { linkCleared } from '../details';
import { executionOf } from '../runPlans';
import { stopRecord } from '../record';
import { compose, timeFor } from './compose';
import type { Addressee, DeskMessage } from './compose';
import { say } from './text';
import type { Clock, DeskRecord, DeskRows } from './work';

/**
 * Runs that have no end. The next run of the same workflow finds them, once: their row gets an end. One that
 * a person began and let end in the editor, or stopped, is no failure, and nobody is told; of one that n8n
 * was killed in the middle of, somebody has to know.
 */

const HOUR_MS = 3_600_000;
/** A run that reads, compares or writes for longer than this has ended without a word. */
export const LONGEST_RUN_MS = 6 * HOUR_MS;
/** n8n itself ends a wait in time; after this nobody will any more. */
export const GRACE_MS = HOUR_MS;

/**
 * What n8n says of an execution that is over: `gone` with its data, as n8n keeps none of what went well or
 * was started in the editor; stopped by a person; ended by n8n itself; or by an error of one of its steps,
 * of which the Error Trigger tells.
 */
export type RunEnd = 'gone' | 'cancelled' | 'failed' | 'erred';

/** Of an end that no step of the workflow made: a crash, a time limit, a shutdown (n8n 2.41.0, dist/errors). */
const BY_N8N = /\b(cancelled|did not finish|stopped at this node|out-of-memory|no longer retry)\b/i;

/** @param error what n8n keeps of the execution; undefined where it has none */
export function endWith(error: { message?: unknown }): RunEnd {
	const message = String(error.message ?? '');
	if (CANCELLED.test(message)) return 'cancelled';
	return message === '' || BY_N8N.test(message) ? 'failed' : 'erred';
}

interface OpenRun {
	run: string;
	workflow: string;
	state: 'started' | 'applying' | 'waiting';
	/** A person began it: in the editor, or by form. */
	byHand: boolean;
	started: string;
	expires: string;
	/** The counts without the link to decide, where they have it. */
	cleared: string | undefined;
}

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Rows of other runs that have no end yet, the newest first, as the log gives them. */
export function openRuns(rows: DeskRows, run: string): OpenRun[] {
	return (rows ?? []).flatMap((row) => {
		const { state } = row;
		const key = text(row['run']);
		if (state !== 'started' && state !== 'applying' && state !== 'waiting') return [];
		if (key === '' || executionOf(key) === executionOf(run)) return [];
		return [
			{
				run: key,
				workflow: text(row['workflow']),
				state,
				byHand: row['mode'] === 'dryRun',
				started: text(row['started_at']),
				expires: text(row['expires_at']),
				cleared: linkCleared(row['counts']),
			},
		];
	});
}

const isPast = (instant: string, now: string, grace: number): boolean => {
	const at = Date.parse(instant);
	return !Number.isNaN(at) && Date.parse(now) - at > grace;
};

type Verdict = 'open' | 'part' | 'cut' | 'quietCut';

/**
 * Part of a run, or one that was cut? Whoever began it by hand saw how it ended, up to the plan; a plan that
 * waited may have been approved and half written, which the others have to know, unless somebody stopped it.
 */
function verdict(open: OpenRun, end: RunEnd | undefined, now: string): Verdict {
	const { state, byHand, started, expires } = open;
	const isLate =
		state === 'waiting' ? isPast(expires, now, GRACE_MS) : isPast(started, now, LONGEST_RUN_MS);
	if (end === undefined && !isLate) return 'open';
	if (end === 'cancelled') return 'part';
	// Its own message is on the way: n8n starts it when the run is over, which may be after this one began.
	if (end === 'erred' && !byHand && !isLate) return 'open';
	if (!byHand) return 'cut';
	if (end === 'gone') return state === 'applying' ? 'cut' : 'part';
	if (state !== 'started') return 'cut';
	return end === 'failed' || end === 'erred' ? 'quietCut' : 'part';
}

const STATES = { started: 'cutStarted', applying: 'cutApplying', waiting: 'cutWaiting' } as const;

export interface CutInput extends Clock {
	rows: DeskRows;
	/** Of the run that starts now. */
	run: string;
	/** Executions that n8n says have ended, and how. */
	ended: ReadonlyMap<string, RunEnd>;
	to: Addressee;
	/** The executions of the workflow in n8n; empty where the address is not known. */
	link: string;
}

function cutMessage(cut: readonly OpenRun[], to: Addressee, link: string): DeskMessage {
	const t = say(to.language);
	const lines = cut.map(({ started, state }) =>
		t('cutOne', { started: timeFor(to, started), state: t(STATES[state]) }),
	);
	return compose(to, 'cut', {
		subject: t('cut', { customer: to.customer }),
		lines: [...lines, `${t('cutText')} (RUN_CUT)`, link === '' ? '' : t('theRuns', { link })],
		link,
	});
}

export function cutRuns({ rows, run, ended, to, link, now, version }: CutInput): {
	log: DeskRecord[];
	tell: DeskMessage[];
} {
	const judged = openRuns(rows, run).map((open) => ({
		open,
		as: verdict(open, ended.get(executionOf(open.run)), now),
	}));
	const log = judged.flatMap(({ open: { run: key, workflow, cleared }, as }) => {
		if (as === 'open') return [];
		const record =
			as === 'part'
				? partRecord({ run: key, workflow, version, now })
				: stopRecord({ run: key, workflow, node: '', error: 'RUN_CUT', version, now });
		return [{ ...record, ...(cleared === undefined ? {} : { counts: cleared }) }];
	});
	const told = judged.flatMap(({ open, as }) => (as === 'cut' ? [open] : []));
	return { log, tell: told.length === 0 ? [] : [cutMessage(told, to, link)] };
}
