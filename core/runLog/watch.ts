import { z } from 'zod';
import type { Language } from '../issues';
import { GOOD_STATES } from './columns';
import { byWorkflow, readRuns } from './runs';
import type { LoggedRun } from './runs';
import { CHECKS, watchText } from './watchText';
import type { WatchCheck } from './watchText';

/**
 * Looks at the run log for workflows that nobody would miss until somebody complains: no run that
 * succeeded, a plan that nobody decides on, a newest run that failed. Says each change once.
 */

const HOUR_MS = 3_600_000;

/** A workflow that runs once a month may go this much longer without a run. */
const LONGEST_MONTH_HOURS = 31 * 24;

export interface WatchLimits {
	/** Hours without a run that succeeded, 31 days more for a monthly one; 0 = not watched. Only for workflows that run by schedule. */
	noSuccessHours: number;
	/** Hours that a plan may wait for a decision; 0 = not watched. */
	undecidedHours: number;
}

/** The instant since when something is wrong, or null. */
type Finding = { since: number; detail: string } | null;

const finishedAt = (run: LoggedRun): number => {
	const end = Date.parse(run.finished_at ?? '');
	return Number.isNaN(end) ? run.started : end;
};

const failedIn = (states: readonly string[]): boolean =>
	states.includes('failed') || states.includes('partly');

function noSuccess(runs: readonly LoggedRun[], hours: number, now: number): Finding {
	const slack = runs.some(({ mode }) => mode === 'daily')
		? 0
		: runs.some(({ mode }) => mode === 'monthly')
			? LONGEST_MONTH_HOURS
			: null;
	if (hours <= 0 || slack === null) return null;
	// A run is good where a part of it did its work and no part failed; who has to decide is another check.
	const good = runs
		.filter(({ states }) => states.some((state) => GOOD_STATES.has(state)) && !failedIn(states))
		.map(finishedAt);
	const oldest = runs.at(-1)?.started ?? now;
	const since = good.length === 0 ? oldest : Math.max(...good);
	return now - since > (hours + slack) * HOUR_MS ? { since, detail: '' } : null;
}

/** From the first plan that nobody decided on; a later decision, or nothing left to decide, ends it. */
function undecided(runs: readonly LoggedRun[], hours: number, now: number): Finding {
	if (hours <= 0) return null;
	let since: number | null = null;
	for (const {
		states: [state = ''],
		started,
	} of runs) {
		// The part that waits comes first: what went on by itself decides nothing.
		if (state === 'waiting' || state === 'expired') since = started;
		else if (state !== 'started' && state !== 'failed' && state !== 'applying') break;
	}
	return since !== null && now - since > hours * HOUR_MS ? { since, detail: '' } : null;
}

function failing(runs: readonly LoggedRun[]): Finding {
	const ended = runs.find(({ states }) =>
		states.some((state) => !['started', 'waiting', 'applying'].includes(state)),
	);
	if (ended === undefined || !failedIn(ended.states)) return null;
	return { since: finishedAt(ended), detail: ended.problems ?? '' };
}

const State = z.object({ key: z.string(), state: z.string(), since: z.string().nullish() });

/** One change of state: a row of the watchdog's table, and the message about it. */
export interface WatchChange {
	/** `<workflow>:<check>` */
	key: string;
	workflow: string;
	customer: string;
	check: WatchCheck;
	state: 'alert' | 'ok';
	since: string;
	subject: string;
	text: string;
}

export interface WatchInput {
	history: readonly unknown[];
	/** The rows of the watchdog's table as they were left last time. */
	states: readonly unknown[];
	limits: WatchLimits;
	language: Language;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

/** @returns only what changed since the states: new alerts, and recoveries */
export function watch({ history, states, limits, language, now }: WatchInput): WatchChange[] {
	const instant = Date.parse(now);
	const alerting = new Set(
		states.flatMap((entry) => {
			const state = State.safeParse(entry);
			return state.success && state.data.state === 'alert' ? [state.data.key] : [];
		}),
	);
	const changes: WatchChange[] = [];
	for (const [workflow, runs] of byWorkflow(readRuns(history))) {
		const customer = runs.find((run) => (run.customer ?? '') !== '')?.customer ?? workflow;
		const findings: Record<WatchCheck, Finding> = {
			no_success: noSuccess(runs, limits.noSuccessHours, instant),
			undecided: undecided(runs, limits.undecidedHours, instant),
			failing: failing(runs),
		};
		for (const check of CHECKS) {
			const key = `${workflow}:${check}`;
			const finding = findings[check];
			if ((finding !== null) === alerting.has(key)) continue;
			const since = new Date(finding?.since ?? instant).toISOString();
			const words = watchText(check, finding !== null, language, {
				customer,
				since: since.slice(0, 16).replace('T', ' '),
				detail: finding?.detail === '' ? '-' : (finding?.detail ?? '-'),
			});
			const state = finding === null ? 'ok' : 'alert';
			changes.push({ key, workflow, customer, check, state, since, ...words });
		}
	}
	return changes;
}
