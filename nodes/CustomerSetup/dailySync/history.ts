import { isCivilDate } from '../../../core/model/dates';
import { readSetting } from '../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { RUN_LOG_TABLE } from '../../../core/runLog/columns';
import { condense, NOT_READ } from '../../../core/runLog/desk/history';
import { civilToday } from '../../shared/clock';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';

/** The day that the workflow is about: the one that its settings name, else today. */
function dayOf(workflow: StoredWorkflow): string {
	const given = readSetting(workflow, 'reference_date');
	if (given !== null && isCivilDate(given)) return given;
	const { timezone } = { timezone: '', ...workflow.settings };
	return civilToday(typeof timezone === 'string' ? timezone : '');
}

/**
 * The run log of a customer's workflow, as the desk gives it to a run of that workflow.
 * @returns JSON; null where this n8n keeps no run log
 */
export async function historyFor(
	given: ItemContext,
	workflow: StoredWorkflow,
): Promise<string | null> {
	const table = valueOf(given, await given.client.dataTable(RUN_LOG_TABLE));
	if (table === null) return null;
	const own = [{ columnName: 'workflow', condition: 'eq', value: workflow.id }] as const;
	const read = await given.client.rows(table.id, own);
	const rows = read.ok ? condense(read.value, workflow.id, dayOf(workflow)) : null;
	return rows === null ? NOT_READ : JSON.stringify(rows);
}
