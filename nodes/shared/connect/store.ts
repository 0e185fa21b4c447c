import {
	INVITATION_COLUMNS,
	InvitationRow,
	type InvitationState,
} from '../../../core/connect/invitation';
import type { N8nClient, N8nProblem, N8nResult, N8nRow, RowCondition } from '../n8nApi';

/** What must still be so for a step to be taken; the guard against two requests at once. */
export interface Expected {
	state: InvitationState;
	step?: string;
}

const equals = (columnName: string, value: string): RowCondition => ({
	columnName,
	condition: 'eq',
	value,
});

const unreadable = (detail: string): { ok: false; problem: N8nProblem } => ({
	ok: false,
	problem: {
		code: 'N8N_ANSWER_UNREADABLE',
		params: {},
		detail,
		status: null,
		outcomeUnknown: false,
	},
});

/**
 * Invitations in a Data Table of this n8n, by its public API. Why there: it survives restarts, every
 * main, worker and webhook process sees the same rows, and a change under conditions is one transaction
 * of the database (`N8nClient.updateRows`). The static data of a workflow was tried and is none of
 * this: each process writes back the whole of what it read, so the last one wins.
 *
 * Guaranteed: a step is taken by one request only, because its condition names the state and the step
 * before it. Not guaranteed: that a row exists once; a new invitation has a random id of 128 bits, and
 * nothing but `create` inserts rows.
 */
export class InvitationStore {
	constructor(
		private readonly client: N8nClient,
		private readonly table: string,
	) {}

	/** The store on the table of this name; null when there is no such table yet. */
	static async open(client: N8nClient, name: string): Promise<N8nResult<InvitationStore | null>> {
		const found = await client.dataTable(name);
		if (!found.ok) return found;
		const { value: table } = found;
		return { ok: true, value: table === null ? null : new InvitationStore(client, table.id) };
	}

	/** The store, its table made when it is not there. Of two that make it at once, both get the one. */
	static async make(client: N8nClient, name: string): Promise<N8nResult<InvitationStore>> {
		const found = await InvitationStore.open(client, name);
		if (!found.ok) return found;
		if (found.value !== null) return { ok: true, value: found.value };
		const columns = INVITATION_COLUMNS.map((column) => ({ name: column, type: 'string' as const }));
		const created = await client.createDataTable(name, columns);
		if (created.ok) return { ok: true, value: new InvitationStore(client, created.value.id) };
		if (created.problem.status !== 409) return created;
		const again = await InvitationStore.open(client, name);
		if (!again.ok) return again;
		return again.value === null ? created : { ok: true, value: again.value };
	}

	async get(invitation: string): Promise<N8nResult<InvitationRow | null>> {
		const found = await this.where([equals('invitation', invitation)]);
		return found.ok ? { ok: true, value: found.value[0] ?? null } : found;
	}

	/** Rows for which all conditions hold, the newest first. A row that cannot be read is an error. */
	async where(conditions: RowCondition[]): Promise<N8nResult<InvitationRow[]>> {
		const read = await this.client.rows(this.table, conditions);
		return read.ok ? this.#parse(read.value) : read;
	}

	async insert(row: InvitationRow): Promise<N8nResult<null>> {
		const inserted = await this.client.insertRow(this.table, row);
		return inserted.ok ? { ok: true, value: null } : inserted;
	}

	/** Takes a step if the row is still as expected. Null: somebody else was first, or it is not there. */
	async step(
		invitation: string,
		expected: Expected,
		change: Partial<InvitationRow>,
	): Promise<N8nResult<InvitationRow | null>> {
		const conditions = [equals('invitation', invitation), equals('state', expected.state)];
		if (expected.step !== undefined) conditions.push(equals('step', expected.step));
		const updated = await this.client.updateRows(this.table, conditions, change);
		if (!updated.ok) return updated;
		const rows = this.#parse(updated.value);
		return rows.ok ? { ok: true, value: rows.value[0] ?? null } : rows;
	}

	#parse(rows: readonly N8nRow[]): N8nResult<InvitationRow[]> {
		const parsed: InvitationRow[] = [];
		for (const row of [...rows].sort((one, other) => other.id - one.id)) {
			const result = InvitationRow.safeParse(row);
			if (!result.success) {
				const fields = result.error.issues.map(({ path }) => path.join('.')).join(', ');
				return unreadable(`row ${row.id} of the data table of invitations: ${fields}`);
			}
			parsed.push(result.data);
		}
		return { ok: true, value: parsed };
	}
}
