import assert from 'node:assert/strict';
import { RUN_LOG } from '../../sandbox/demo/desk.mts';
import type { Execution } from '../../sandbox/demo/n8nTypes.mts';
import type { Context } from './context.mts';

/** The run log, read where it is kept: in n8n's own database. */

/** The parts of a row that the scenarios look at. */
export interface LogRow {
	run: string;
	workflow: string;
	customer: string;
	mode: string;
	state: string;
	decision: string | null;
	approver: string | null;
	applied: number;
	failed: number;
	problems: string;
	remembered: number;
	signatures: string | null;
	exclusions: string | null;
}

/** All rows of one workflow, oldest first. */
export const tableRows = (context: Context, workflow: string): Promise<LogRow[]> =>
	context.client.tableRows<LogRow>(RUN_LOG, { workflow });

/** What the run log says about a run: exactly one row. */
export async function logOf(context: Context, { id }: Execution): Promise<LogRow> {
	const rows = await context.client.tableRows<LogRow>(RUN_LOG, { run: id });
	assert.equal(rows.length, 1, `${rows.length} rows in the run log`);
	return rows[0] as LogRow;
}
