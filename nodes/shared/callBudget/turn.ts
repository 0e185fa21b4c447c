import type { N8nProblem } from '../n8nApi';
import type { TransportClock } from '../http';
import type { TicketStore } from './store';
import { placeOf } from './tickets';

/** Waits for a place, and says how long and for whom. It never waits for ever, nor fails. */

export interface Budget {
	/** As in Ticket. */
	budget: string;
	/** For people: the name of the credential, or NMBRS. */
	name: string;
	/** Runs at the same time. */
	places: number;
}

export interface Waited {
	budget: string;
	/** Whole seconds. */
	seconds: number;
	/** Customers that were ahead when the run came, the first in line first. */
	behind: string[];
	/** How it ended: with a place, after the longest wait without one, or because the line could not be read. */
	ended: 'place' | 'longestWait' | 'noLine';
	/** Code of n8n's problem. */
	code: string | null;
}

export interface TurnInput {
	store: TicketStore;
	budget: Budget;
	holder: string;
	customer: string;
	/** All in milliseconds. */
	longestWait: number;
	/** How long a place is kept for a run of which nothing more is heard. */
	lease: number;
	clock: TransportClock;
	signal: AbortSignal | undefined;
}

/** Rows that were sent before one's own are seen by then, whatever the database commits first. */
const SETTLE_MS = 200;
const LEAST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** A run that waits is dead when nothing was heard of it for so long. */
const WAITS_FOR_MS = 60_000;

const MOST_NAMES = 5;

const seconds = (from: number, to: number): number => Math.round((to - from) / 1000);

/** The further back in line, the less often it is looked at. */
const pauseFor = (ahead: number): number =>
	Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, ahead * 500));

export async function takeTurn(input: TurnInput): Promise<Waited> {
	const { store, budget, holder, customer, longestWait, lease, clock, signal } = input;
	const began = clock.now();
	let behind: string[] | null = null;
	const end = (ended: Waited['ended'], problem: N8nProblem | null = null): Waited => ({
		budget: budget.name,
		seconds: seconds(began, clock.now()),
		behind: behind ?? [],
		ended,
		code: problem?.code ?? null,
	});
	const own = { budget: budget.budget, holder };
	const asked = await store.ask({ ...own, customer }, began, began + WAITS_FOR_MS);
	if (!asked.ok) return end('noLine', asked.problem);
	await clock.sleep(SETTLE_MS, signal);
	for (;;) {
		const now = clock.now();
		const line = await store.line(own.budget, now);
		if (!line.ok) return end('noLine', line.problem);
		const place = placeOf(line.value, asked.value, budget.places);
		const names = place?.ahead.map(({ customer: name }) => name ?? '?') ?? [];
		behind ??= place?.isNext === true ? [] : names.slice(0, MOST_NAMES);
		const isOver = now - began >= longestWait || signal?.aborted === true;
		if (place?.isNext === true || isOver) {
			// Also without a place: who comes later must see that this run calls, too.
			const kept = await store.keep(own, 'has', now + lease);
			if (!kept.ok) return end('noLine', kept.problem);
			return end(place?.isNext === true ? 'place' : 'longestWait');
		}
		const left = longestWait - (now - began);
		await clock.sleep(Math.min(left, pauseFor(names.length - budget.places + 1)), signal);
		const kept = await store.keep(own, 'waits', clock.now() + WAITS_FOR_MS);
		if (!kept.ok) return end('noLine', kept.problem);
		// Somebody took the ticket away: nothing to wait for.
		if (kept.value === 0) return end('noLine');
	}
}
