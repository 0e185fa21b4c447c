import { z } from 'zod';
import { INBOX_COLUMNS, INBOX_TABLE } from '../../../core/approval/inbox/row';
import { INSTALLED } from '../../../core/connect/installation/bundle';
import type { TableLine } from '../../../core/connect/installation/report';
import { INVITATION_COLUMNS, INVITATION_TABLE } from '../../../core/connect/invitation';
import type { TemplateFile } from '../../../core/connect/templates/upgrade';
import type { Workflow } from '../../../core/connect/templates/workflow';
import { CALL_BUDGET_TABLE, TICKET_COLUMNS } from '../../shared/callBudget/tickets';
import { ensureColumns, ensureDataTable } from '../../shared/n8nApi';
import type { ColumnSpec, N8nClient, N8nResult } from '../../shared/n8nApi';

/** The data tables of this package: those that a template makes for itself, and those that its nodes keep. */

export interface TableSpec {
	name: string;
	columns: readonly ColumnSpec[];
}

export const INSTALLATION_TABLE: TableSpec = {
	name: 'Alleo installation',
	columns: ['key', 'workflow', 'done', 'holder', 'at'].map((name) => ({ name, type: 'string' })),
};

const DATA_TABLE_NODE = 'n8n-nodes-base.dataTable';

const MakesTable = z.object({
	resource: z.literal('table'),
	operation: z.literal('create'),
	tableName: z.string().min(1),
	columns: z.object({
		column: z.array(
			z.object({ name: z.string(), type: z.enum(['string', 'number', 'boolean', 'date']) }),
		),
	}),
});

const tablesIn = ({ nodes }: Workflow): TableSpec[] =>
	nodes.flatMap(({ type, parameters }) => {
		if (type !== DATA_TABLE_NODE) return [];
		const parsed = MakesTable.safeParse(parameters);
		if (!parsed.success) return [];
		const { tableName, columns } = parsed.data;
		return [{ name: tableName, columns: columns.column }];
	});

/** Every table once, as the template that makes it says. */
export function allTables(shipped: readonly TemplateFile[]): TableSpec[] {
	const found = new Map<string, TableSpec>();
	const ofTexts: ReadonlyArray<readonly [name: string, columns: readonly string[]]> = [
		[INVITATION_TABLE, INVITATION_COLUMNS],
		[CALL_BUDGET_TABLE, TICKET_COLUMNS],
	];
	for (const [name, columns] of ofTexts) {
		found.set(name, { name, columns: columns.map((column) => ({ name: column, type: 'string' })) });
	}
	found.set(INBOX_TABLE, { name: INBOX_TABLE, columns: INBOX_COLUMNS });
	for (const { name, workflow } of shipped) {
		if (!INSTALLED.some((installed) => installed === name)) continue;
		for (const table of tablesIn(workflow)) found.set(table.name, table);
	}
	return [...found.values()];
}

export interface MadeTable {
	id: string;
	done: TableLine['done'];
}

/** The table, made when there is none, with the columns that it lacks. Of two at once both get the one. */
export async function ensureTable(
	client: N8nClient,
	spec: TableSpec,
	project: string | undefined,
): Promise<N8nResult<MadeTable>> {
	const ensured = await ensureDataTable(client, spec.name, spec.columns, project);
	if (!ensured.ok) return ensured;
	const { table, isNew } = ensured.value;
	if (isNew) return { ok: true, value: { id: table.id, done: 'made' } };
	const added = await ensureColumns(client, table, spec.columns);
	if (!added.ok) return added;
	return { ok: true, value: { id: table.id, done: added.value > 0 ? 'updated' : 'kept' } };
}
