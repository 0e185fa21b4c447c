import { done } from '../../../core/model/result';
import type { N8nClient } from './client';
import type { N8nResult } from './result';
import type { ColumnSpec, N8nDataTable } from './schemas';

/**
 * The table of this name, made where there is none. Of two that make it at once both get the one: n8n
 * refuses the slower with 409, or with 500 where it still saw the name as free (seen with PostgreSQL).
 */
export async function ensureDataTable(
	client: N8nClient,
	name: string,
	columns: readonly ColumnSpec[],
	projectId?: string,
): Promise<N8nResult<{ table: N8nDataTable; isNew: boolean }>> {
	const found = await client.dataTable(name);
	if (!found.ok) return found;
	if (found.value !== null) return done({ table: found.value, isNew: false });
	const made = await client.createDataTable(name, columns, projectId);
	if (made.ok) return done({ table: made.value, isNew: true });
	const again = await client.dataTable(name);
	return again.ok && again.value !== null ? done({ table: again.value, isNew: false }) : made;
}

/** The columns that the table lacks are added. @returns how many; another process may have been first */
export async function ensureColumns(
	client: N8nClient,
	{ id, name, columns }: N8nDataTable,
	wanted: readonly ColumnSpec[],
): Promise<N8nResult<number>> {
	const known = new Set(columns.map((column) => column.name));
	const missing = wanted.filter((column) => !known.has(column.name));
	for (const column of missing) {
		const added = await client.addColumn(id, column);
		if (added.ok) continue;
		const again = await client.dataTable(name);
		const isThere = again.ok && again.value?.columns.some((one) => one.name === column.name);
		if (isThere !== true) return added;
	}
	return done(missing.length);
}
