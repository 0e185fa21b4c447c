import { INBOX_COLUMNS, INBOX_TABLE, InboxRow, readInbox } from '../../../core/approval/inbox/row';
import type { SeenQuestion } from '../../../core/approval/inbox/merge';
import type { SettledAnswer } from '../../../core/approval/inbox/settle';
import { done } from '../../../core/model/result';
import type { N8nClient, N8nResult, RowCondition } from '../../shared/n8nApi';
import { ensureTable } from '../installation/tables';

const equals = (columnName: string, value: string): RowCondition => ({
	columnName,
	condition: 'eq',
	value,
});

type Key = Pick<InboxRow, 'workflow' | 'kind' | 'value'>;

const only = ({ workflow, kind, value }: Key): RowCondition[] => [
	equals('workflow', workflow),
	equals('kind', kind),
	equals('value', value),
];

/** The questions and answers of all customers, in a data table of this n8n. */
export class InboxStore {
	private constructor(
		private readonly client: N8nClient,
		private readonly table: string,
	) {}

	/** Null where there is no table yet: nothing was asked. */
	static async open(client: N8nClient): Promise<N8nResult<InboxStore | null>> {
		const found = await client.dataTable(INBOX_TABLE);
		if (!found.ok) return found;
		return done(found.value === null ? null : new InboxStore(client, found.value.id));
	}

	static async make(client: N8nClient): Promise<N8nResult<InboxStore>> {
		const spec = { name: INBOX_TABLE, columns: INBOX_COLUMNS };
		const made = await ensureTable(client, spec, undefined);
		return made.ok ? done(new InboxStore(client, made.value.id)) : made;
	}

	/** The rows of one workflow; a row that cannot be read is never an answer. */
	async rows(workflow: string): Promise<N8nResult<ReturnType<typeof readInbox>>> {
		const read = await this.client.rows(this.table, [equals('workflow', workflow)]);
		return read.ok ? done(readInbox(read.value, workflow)) : read;
	}

	/** How many questions of each workflow wait for an answer. */
	async open(): Promise<N8nResult<Map<string, number>>> {
		const waiting: RowCondition[] = [
			equals('answer', ''),
			{ columnName: 'people', condition: 'gt', value: 0 },
		];
		const read = await this.client.rows(this.table, waiting);
		if (!read.ok) return read;
		const counts = new Map<string, number>();
		for (const row of read.value) {
			const parsed = InboxRow.safeParse(row);
			if (!parsed.success) continue;
			const { workflow } = parsed.data;
			counts.set(workflow, (counts.get(workflow) ?? 0) + 1);
		}
		return done(counts);
	}

	async ask(row: InboxRow): Promise<N8nResult<unknown>> {
		return await this.client.insertRow(this.table, { ...row });
	}

	async see(row: InboxRow, seen: SeenQuestion): Promise<N8nResult<unknown>> {
		return await this.client.updateRows(this.table, only(row), { ...seen });
	}

	/**
	 * Keeps an answer if the row still says what was shown. False: somebody else answered meanwhile.
	 *
	 * @param shown when the row that was shown had been answered; empty: it had not
	 */
	async answer(row: InboxRow, shown: string, settled: SettledAnswer): Promise<N8nResult<boolean>> {
		const conditions = [...only(row), equals('answered_at', shown)];
		const kept = await this.client.updateRows(this.table, conditions, { ...settled });
		return kept.ok ? done(kept.value.length > 0) : kept;
	}
}
