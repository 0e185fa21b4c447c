import { linkCleared } from '../details';
import { executionOf } from '../runPlans';
import { stopRecord } from '../record';
import { say } from './text';
import type { Addressee, Clock, DeskMessage, DeskRecord, DeskRows } from './work';

/**
 * Runs that have no end: n8n was killed in the middle of them, so nobody could say it then. The next run of
 * the same workflow finds them, once: their row gets an end.
 */

const HOUR_MS = 3_600_000;
/** A run that reads, compares or writes for longer than this has ended without a word. */
export const LONGEST_RUN_MS = 6 * HOUR_MS;
/** n8n itself ends a wait in time; after this nobody will any more. */
export const GRACE_MS = HOUR_MS;

interface OpenRun {
	run: string;
	workflow: string;
	state: 'started' | 'applying' | 'waiting';
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
		const started = text(row['started_at']);
		const workflow = text(row['workflow']);
		const cleared = linkCleared(row['counts']);
		return [{ run: key, workflow, state, started, expires: text(row['expires_at']), cleared }];
	});
}

const isPast = (instant: string, now: string, grace: number): boolean => {
	const at = Date.parse(instant);
	return !Number.isNaN(at) && Date.parse(now) - at > grace;
};

const STATES = { started: 'cutStarted', applying: 'cutApplying', waiting: 'cutWaiting' } as const;

export interface CutInput extends Clock {
	rows: DeskRows;
	/** Of the run that starts now. */
	run: string;
	/** Executions that n8n says have ended. */
	ended: ReadonlySet<string>;
	to: Addressee;
}

export function cutRuns({ rows, run, ended, to, now, version }: CutInput): {
	log: DeskRecord[];
	tell: DeskMessage[];
} {
	const cut = openRuns(rows, run).filter(
		({ run: key, state, started, expires }) =>
			ended.has(executionOf(key)) ||
			(state === 'waiting' ? isPast(expires, now, GRACE_MS) : isPast(started, now, LONGEST_RUN_MS)),
	);
	if (cut.length === 0) return { log: [], tell: [] };
	const t = say(to.language);
	const lines = cut.map(({ started, state }) =>
		t('cutOne', { started: started.slice(0, 16).replace('T', ' '), state: t(STATES[state]) }),
	);
	const message: DeskMessage = {
		subject: t('cut', { customer: to.customer }),
		text: [...lines, `${t('cutText')} (RUN_CUT)`].join('\n'),
		link: '',
		...to,
		kind: 'cut',
	};
	return {
		log: cut.map(({ run: key, workflow, cleared }) => ({
			...stopRecord({ run: key, workflow, node: '', error: 'RUN_CUT', version, now }),
			...(cleared === undefined ? {} : { counts: cleared }),
		})),
		tell: [message],
	};
}
