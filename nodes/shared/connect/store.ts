import { INVITATION_COLUMNS, InvitationRow } from '../../../core/connect/invitation';
import { ensureColumns, ensureDataTable } from '../n8nApi';
import type { N8nClient, N8nConnection, N8nResult, N8nRow, RowCondition } from '../n8nApi';
import { rowHolds, signatureOf, type UnsignedRow } from './rowSignature';

const INVITATION_SPEC = INVITATION_COLUMNS.map((name) => ({ name, type: 'string' as const }));

const equals = (columnName: string, value: string): RowCondition => ({
	columnName,
	condition: 'eq',
	value,
});

/** A row that is not believed: changed by hand, or of a version that did not sign its rows. */
export interface AlteredRow {
	/** As the row says it now; nothing of it is certain. */
	invitation: string;
	customer: string;
}

/** The newest first. */
export interface Rows {
	rows: InvitationRow[];
	altered: AlteredRow[];
}

const cell = (row: N8nRow, name: string): string => {
	const value = row[name];
	return typeof value === 'string' ? value : '';
};

/**
 * Invitations in a Data Table of this n8n, by its public API. Why there: it survives restarts, every
 * main, worker and webhook process sees the same rows, and a change under conditions is one transaction
 * of the database (`N8nClient.updateRows`). The static data of a workflow was tried and is none of
 * this: each process writes back the whole of what it read, so the last one wins.
 *
 * Guaranteed: a step is taken by one request only, because its condition is the signature of the whole
 * row before it; and what is given out is a row that this package wrote, as it wrote it. Not guaranteed:
 * that nobody puts a whole older row back, signature and all. A second row of one invitation is believed
 * no more than an altered one; nothing but `create` inserts rows.
 */
export class InvitationStore {
	constructor(
		private readonly client: N8nClient,
		private readonly table: string,
		private readonly signingKey: string,
	) {}

	/**
	 * The id of the table of this name; null when there is no such table yet. A table of an older version
	 * gets the columns that it lacks.
	 */
	static async find(client: N8nClient, name: string): Promise<N8nResult<string | null>> {
		const found = await client.dataTable(name);
		if (!found.ok) return found;
		const { value: table } = found;
		if (table === null) return { ok: true, value: null };
		const complete = await ensureColumns(client, table, INVITATION_SPEC);
		if (!complete.ok) return complete;
		return { ok: true, value: table.id };
	}

	static async open(
		{ client, signingKey }: Pick<N8nConnection, 'client' | 'signingKey'>,
		name: string,
	): Promise<N8nResult<InvitationStore | null>> {
		const found = await InvitationStore.find(client, name);
		if (!found.ok) return found;
		const { value: table } = found;
		return {
			ok: true,
			value: table === null ? null : new InvitationStore(client, table, signingKey),
		};
	}

	/** The store, its table made when it is not there. Of two that make it at once, both get the one. */
	static async make(
		connection: Pick<N8nConnection, 'client' | 'signingKey'>,
		name: string,
	): Promise<N8nResult<InvitationStore>> {
		const { client, signingKey } = connection;
		const ensured = await ensureDataTable(client, name, INVITATION_SPEC);
		if (!ensured.ok) return ensured;
		const { table } = ensured.value;
		const complete = await ensureColumns(client, table, INVITATION_SPEC);
		if (!complete.ok) return complete;
		return { ok: true, value: new InvitationStore(client, table.id, signingKey) };
	}

	/** Null where there is none, and where it is not believed. */
	async get(invitation: string): Promise<N8nResult<InvitationRow | null>> {
		const found = await this.where([equals('invitation', invitation)]);
		if (!found.ok) return found;
		const { rows, altered } = found.value;
		const [row] = rows;
		return { ok: true, value: rows.length === 1 && altered.length === 0 ? (row ?? null) : null };
	}

	/** Rows for which all conditions hold, and how many of them are not believed. */
	async where(conditions: RowCondition[]): Promise<N8nResult<Rows>> {
		const read = await this.client.rows(this.table, conditions);
		return read.ok ? { ok: true, value: this.#check(read.value) } : read;
	}

	async insert(row: UnsignedRow): Promise<N8nResult<InvitationRow>> {
		const signed = { ...row, signature: signatureOf(this.signingKey, row) };
		const inserted = await this.client.insertRow(this.table, signed);
		return inserted.ok ? { ok: true, value: signed } : inserted;
	}

	/**
	 * Takes a step if the row is still the one that was read. Null: somebody else was first, or it is not
	 * there. A step must change something, or two requests would both be told that they took it.
	 *
	 * Where n8n's answer is lost the row is looked at: its signature says whether the step was taken. If
	 * not, it is sent once more, which is safe: the condition holds for one of the two only.
	 */
	async step(
		row: InvitationRow,
		change: Partial<UnsignedRow>,
	): Promise<N8nResult<InvitationRow | null>> {
		const signature = signatureOf(this.signingKey, { ...row, ...change });
		const sent = await this.#exchange(row, { ...change, signature });
		if (sent.ok || !sent.problem.outcomeUnknown) return sent;
		const present = await this.where([equals('invitation', row.invitation)]);
		if (!present.ok) return sent;
		const taken = present.value.rows.find((one) => one.signature === signature);
		if (taken !== undefined) return { ok: true, value: taken };
		return await this.#exchange(row, { ...change, signature });
	}

	async #exchange(
		{ invitation, signature }: InvitationRow,
		change: Partial<InvitationRow>,
	): Promise<N8nResult<InvitationRow | null>> {
		const conditions = [equals('invitation', invitation), equals('signature', signature)];
		const updated = await this.client.updateRows(this.table, conditions, change);
		if (!updated.ok) return updated;
		return { ok: true, value: this.#check(updated.value).rows[0] ?? null };
	}

	#check(found: readonly N8nRow[]): Rows {
		const rows: InvitationRow[] = [];
		const altered: AlteredRow[] = [];
		for (const row of [...found].sort((one, other) => other.id - one.id)) {
			const parsed = InvitationRow.safeParse(row);
			if (parsed.success && rowHolds(this.signingKey, parsed.data)) rows.push(parsed.data);
			else altered.push({ invitation: cell(row, 'invitation'), customer: cell(row, 'customer') });
		}
		return { rows, altered };
	}
}
