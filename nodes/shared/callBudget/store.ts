import { done } from '../../../core/model/result';
import { ensureDataTable } from '../n8nApi';
import type { N8nClient, N8nResult, RowCondition } from '../n8nApi';
import type { Ticket } from './tickets';
import { CALL_BUDGET_TABLE, livingTickets, TICKET_COLUMNS } from './tickets';

const where = (columns: Partial<Record<keyof Ticket, string>>): RowCondition[] =>
	Object.entries(columns).map(([columnName, value]) => ({ columnName, condition: 'eq', value }));

const living = (columns: Partial<Record<keyof Ticket, string>>): RowCondition[] => [
	...where(columns),
	{ columnName: 'state', condition: 'neq', value: 'done' },
];

const iso = (instant: number): string => new Date(instant).toISOString();

/** Tickets in a Data Table of this n8n, which every main and worker sees alike. */
export class TicketStore {
	private constructor(
		private readonly client: N8nClient,
		private readonly table: string,
	) {}

	/** Null where there is no table yet: nobody has a ticket. */
	static async open(client: N8nClient): Promise<N8nResult<TicketStore | null>> {
		const found = await client.dataTable(CALL_BUDGET_TABLE);
		if (!found.ok) return found;
		return done(found.value === null ? null : new TicketStore(client, found.value.id));
	}

	/** The table is made when it is not there. Of two that make it at once, both get the one. */
	static async make(client: N8nClient): Promise<N8nResult<TicketStore>> {
		const columns = TICKET_COLUMNS.map((name) => ({ name, type: 'string' as const }));
		const ensured = await ensureDataTable(client, CALL_BUDGET_TABLE, columns);
		return ensured.ok ? done(new TicketStore(client, ensured.value.table.id)) : ensured;
	}

	/** A ticket at the end of the line; the id of it. A run that asks twice keeps its first one. */
	async ask(
		ticket: Pick<Ticket, 'budget' | 'holder'> & { customer: string },
		now: number,
		until: number,
	): Promise<N8nResult<number>> {
		const { budget, holder } = ticket;
		const before = await this.client.rows(this.table, living({ budget, holder }));
		if (!before.ok) return before;
		const [own] = livingTickets(before.value, now);
		if (own !== undefined) return done(own.id);
		const row = { ...ticket, state: 'waits', until: iso(until) };
		const inserted = await this.client.insertRow(this.table, row);
		if (!inserted.ok) return inserted;
		return done(inserted.value[0]?.id ?? Number.NaN);
	}

	/** The line of a budget, the first first. */
	async line(budget: string, now: number): Promise<N8nResult<Ticket[]>> {
		const read = await this.client.rows(this.table, living({ budget }));
		return read.ok ? done(livingTickets(read.value, now)) : read;
	}

	/** The run lives, or has its place now. */
	async keep(
		{ budget, holder }: Pick<Ticket, 'budget' | 'holder'>,
		state: 'waits' | 'has',
		until: number,
	): Promise<N8nResult<number>> {
		const change = { state, until: iso(until) };
		const kept = await this.client.updateRows(this.table, living({ budget, holder }), change);
		return kept.ok ? done(kept.value.length) : kept;
	}

	/** Gives back every place of the run, or only that of one budget. @returns how many */
	async leave(holder: string, budget?: string): Promise<N8nResult<number>> {
		const own = living({ holder, ...(budget === undefined ? {} : { budget }) });
		const left = await this.client.updateRows(this.table, own, { state: 'done' });
		return left.ok ? done(left.value.length) : left;
	}
}
