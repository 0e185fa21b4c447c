import { GOOD_STATES, SILENT_STATES } from '../columns';
import { extrasIn } from '../details';
import { GRACE_MS, LONGEST_RUN_MS } from '../desk/cut';
import { LOST } from '../desk/stop';
import { longHolds } from '../heldLong';
import type { LoggedRun } from '../runs';
import type { FleetFact } from './facts';
import { reason } from './reason';
import type { FleetReason } from './reason';

/** What the runs of one workflow say: failed, broke off, too long ago, undecided, held. */

const HOUR_MS = 3_600_000;

/** A workflow that runs once a month may go this much longer without a run. */
const LONGEST_MONTH_HOURS = 31 * 24;

export interface FleetLimits {
	/** Hours without a run that succeeded, 31 days more for a monthly one; 0 = not watched. Only for workflows that run by schedule. */
	noSuccessHours: number;
	/** Hours that a plan may wait for a decision; 0 = not watched. */
	undecidedHours: number;
}

/** The name of one more code begins with it: a consent without a refresh token (core/issues/nmbrs.ts). */
const CONSENT_LOST = 'NMBRS_CONSENT_LOST';

export const finishedAt = (run: LoggedRun): number => {
	const end = Date.parse(run.finished_at ?? '');
	return Number.isNaN(end) ? run.started : end;
};

const failedIn = (states: readonly string[]): boolean =>
	states.includes('failed') || states.includes('partly');

/** A part of the run did its work and no part failed; who has to decide is another question. */
const isGood = ({ states }: LoggedRun): boolean =>
	states.some((state) => GOOD_STATES.has(state)) && !failedIn(states);

/** When the last good run ended; null where none is known. */
export function lastGood(runs: readonly LoggedRun[]): number | null {
	const good = runs.filter(isGood).map(finishedAt);
	return good.length === 0 ? null : Math.max(...good);
}

const isMonthly = ({ integration, runs }: FleetFact): boolean =>
	integration?.monthly === true ||
	(runs.some(({ mode }) => mode === 'monthly') && !runs.some(({ mode }) => mode === 'daily'));

const runsBySchedule = (runs: readonly LoggedRun[]): boolean =>
	runs.some(({ mode }) => mode === 'daily' || mode === 'monthly');

const latest = (fact: FleetFact, hours: number): number =>
	(hours + (isMonthly(fact) ? LONGEST_MONTH_HOURS : 0)) * HOUR_MS;

function noSuccess(fact: FleetFact, hours: number, now: number): FleetReason[] {
	const { integration, runs } = fact;
	if (hours <= 0) return [];
	// What nobody switched on is not missed; that it is off is a reason of its own.
	if (integration !== null && !integration.published) return [];
	if (runs.length === 0) {
		const saved = Date.parse(integration?.saved_at ?? '');
		const isNew = !Number.isNaN(saved) && now - saved <= latest(fact, hours);
		const at = Number.isNaN(saved) ? null : saved;
		return [reason(isNew ? 'neverRanNew' : 'neverRan', 'workflow', { at })];
	}
	if (integration === null && !runsBySchedule(runs)) return [];
	const worked = lastGood(runs) ?? runs.at(-1)?.started ?? now;
	// Switched on, or changed, after its last run by schedule: it had no chance to run yet.
	const saved = Date.parse(integration?.saved_at ?? '');
	const ran = runs.find((run) => runsBySchedule([run]))?.started ?? 0;
	const since = ran > saved || Number.isNaN(saved) ? worked : Math.max(worked, saved);
	if (now - since <= latest(fact, hours)) return [];
	return [reason('noSuccess', 'workflow', { at: since })];
}

/** From the first plan that nobody decided on; a later decision, or nothing left to decide, ends it. */
function undecided(runs: readonly LoggedRun[], hours: number, now: number): FleetReason[] {
	let since: LoggedRun | null = null;
	let newest: LoggedRun | null = null;
	for (const run of runs) {
		const [state = ''] = run.states;
		// The part that waits comes first: what went on by itself decides nothing.
		if (state === 'waiting' || state === 'expired') {
			since = run;
			if (state === 'waiting') newest ??= run;
		} else if (state !== 'failed' && !SILENT_STATES.has(state)) break;
	}
	if (since === null) return [];
	const isLate = hours > 0 && now - since.started > hours * HOUR_MS;
	const open = newest !== null && !isOver(newest, now) ? newest : null;
	// An expired plan with nothing that can be decided any more: the next run makes a new one.
	if (!isLate && open === null) return [];
	const step = open === null ? 'workflow' : 'decide';
	const plan = open?.plan_url ?? extrasIn(open?.counts).link ?? '';
	const known = { at: since.started, run: open?.run ?? null, plan };
	return [reason(isLate ? 'undecided' : 'waiting', step, known)];
}

const isOver = ({ expires_at: expires }: LoggedRun, now: number): boolean => {
	const end = Date.parse(expires ?? '');
	return !Number.isNaN(end) && now - end > GRACE_MS;
};

/** The newest run neither ended nor waits any more: n8n, or the machine, stopped in the middle of it. */
function cutOff({ runs: [newest], integration }: FleetFact, now: number): FleetReason[] {
	if (newest === undefined) return [];
	const { states, run, started, mode } = newest;
	// Whoever began it in the editor, or by form, saw how it ended.
	if (mode === 'dryRun' && states.every((one) => one === 'started')) return [];
	const [state = ''] = states;
	const broke =
		state === 'waiting'
			? isOver(newest, now)
			: states.some((one) => one === 'started' || one === 'applying') &&
				(now - started > LONGEST_RUN_MS || integration?.over.includes(run) === true);
	return broke ? [reason('cutOff', 'execution', { at: started, run })] : [];
}

function failing(runs: readonly LoggedRun[]): FleetReason[] {
	const ended = runs.find(({ states }) => states.some((state) => !SILENT_STATES.has(state)));
	if (ended === undefined || !failedIn(ended.states)) return [];
	const detail = ended.problems ?? '';
	const known = { at: finishedAt(ended), detail, run: ended.run };
	if (LOST.test(detail) || detail.includes(CONSENT_LOST)) {
		return [reason(/\bAFAS_/.test(detail) ? 'refused' : 'consentLost', 'invite', known)];
	}
	return [reason('failing', 'execution', known)];
}

/** The people of the newest plan who are held for a week or more. */
function held(runs: readonly LoggedRun[], today: string): FleetReason[] {
	const { holds, run } = longHolds(runs, today);
	const [first] = holds.map(({ since }) => since).sort();
	if (first === undefined) return [];
	const known = { at: Date.parse(first), count: holds.length, run };
	return [reason('held', 'execution', known)];
}

/** Under it nobody has to know: the line moves every few seconds. */
const LEAST_WAIT_SECONDS = 60;

/** Runs that share a limit of calls: the newest one waited long for its turn, or went on without. */
function waited([newest]: readonly LoggedRun[]): FleetReason[] {
	const turns = extrasIn(newest?.counts).waited ?? [];
	const long = turns.filter(({ seconds, got }) => !got || seconds >= LEAST_WAIT_SECONDS);
	if (newest === undefined || long.length === 0) return [];
	const detail = long
		.map(({ budget, seconds, got }) => `${budget || 'n8n'} ${seconds} s${got ? '' : ' (!)'}`)
		.join(', ');
	return [reason('waited', 'execution', { at: newest.started, detail, run: newest.run })];
}

/** @param now milliseconds */
export function runReasons(fact: FleetFact, limits: FleetLimits, now: number): FleetReason[] {
	const { runs } = fact;
	const today = new Date(now).toISOString().slice(0, 10);
	return [
		...failing(runs),
		...cutOff(fact, now),
		...noSuccess(fact, limits.noSuccessHours, now),
		...undecided(runs, limits.undecidedHours, now),
		...held(runs, today),
		...waited(runs),
	];
}
