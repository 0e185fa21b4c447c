import { z } from 'zod';

/**
 * Turns of runs that share a limit of calls: an Alleo key, or the NMBRS subscription. Each run has a ticket,
 * a row of a Data Table; n8n numbers rows in the order in which they come, so the oldest tickets that live
 * have the places, and nobody is overtaken. No ticket outlives `until`: a run that died gives its place back.
 */

export const CALL_BUDGET_TABLE = 'Alleo call budget';

/** `waits`: in line. `has`: a place. `done`: given back. */
const TICKET_STATES = ['waits', 'has', 'done'] as const;

export const Ticket = z.object({
	id: z.number(),
	/** What is shared: `alleo <id of the credential>`, or `nmbrs`. */
	budget: z.string(),
	/** n8n's ids of the workflow and of its run. */
	holder: z.string(),
	/** For who waits behind it. */
	customer: z.string().nullish(),
	state: z.enum(TICKET_STATES),
	/** ISO 8601 UTC. */
	until: z.string(),
});
export type Ticket = z.infer<typeof Ticket>;

export const TICKET_COLUMNS = ['budget', 'holder', 'customer', 'state', 'until'] as const;

/** Those that count at `now` (milliseconds), the first in line first. Unreadable rows are none. */
export function livingTickets(rows: readonly unknown[], now: number): Ticket[] {
	return rows
		.flatMap((row) => {
			const parsed = Ticket.safeParse(row);
			return parsed.success ? [parsed.data] : [];
		})
		.filter(({ state, until }) => state !== 'done' && Date.parse(until) > now)
		.sort((a, b) => a.id - b.id);
}

export interface Place {
	/** Has a place, or may take one. */
	isNext: boolean;
	/** Who stands before it, the first in line first. */
	ahead: Ticket[];
}

/**
 * @param living as `livingTickets` gives them
 * @param places runs of one budget at the same time
 * @returns null where the ticket is not among them
 */
export function placeOf(living: readonly Ticket[], id: number, places: number): Place | null {
	const at = living.findIndex((ticket) => ticket.id === id);
	if (at === -1) return null;
	return { isNext: at < places, ahead: living.slice(0, at) };
}
