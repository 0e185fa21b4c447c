import assert from 'node:assert/strict';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { nodeOf } from '../../sandbox/demo/template.mts';
import { settingOf, workflowOf } from './connect.mts';
import type { Context } from './context.mts';

/** The workflows that are made beside a customer's daily sync. */

/** A field of the Set node "Settings". */
function fieldOf(workflow: Workflow, wanted: string): unknown {
	const { assignments } = nodeOf(workflow, 'Settings').parameters as {
		assignments: { assignments: Array<{ name: string; value: unknown }> };
	};
	return assignments.assignments.find(({ name }) => name === wanted)?.value;
}

/** Salary and leave, and budgets: made beside the daily sync, off, asking always, their way still to be chosen. */
export async function expectBeside(
	context: Context,
	customer: string,
	told: string,
	beside: ReadonlyArray<{ kind: string; workflow_id: string }>,
): Promise<void> {
	assert.deepEqual(
		beside.map(({ kind }) => kind),
		['salaryLeave', 'budgets'],
	);
	for (const { kind, workflow_id: id } of beside) {
		const workflow = await workflowOf(context, id);
		assert.equal(workflow.active, false);
		const said =
			kind === 'budgets'
				? [settingOf(workflow, 'approval'), settingOf(workflow, 'customer_name')]
				: ['approval', 'customer_name'].map((name) => fieldOf(workflow, name));
		assert.deepEqual(said, ['always', customer]);
		assert.ok(told.includes(id), 'the message leads to it');
	}
	assert.match(told, /SYNC_DELIVERY_NOT_CHOSEN/);
}
