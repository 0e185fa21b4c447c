import assert from 'node:assert/strict';
import { checkCases, checkPlan, failedCases, foreignCalls } from '../../sandbox/demo/check.mts';
import type { Execution } from '../../sandbox/demo/n8nTypes.mts';
import { errorOf, planRows } from '../../sandbox/demo/run.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';

export function expectSuccess(execution: Execution): void {
	assert.equal(execution.status, 'success', errorOf(execution));
}

/** Every row of the plan is what the decision table says, and nobody has a row too many. */
export function expectPlan(context: Context, system: System, execution: Execution): void {
	const failed = failedCases(checkPlan(context.sandbox.world, system, planRows(execution)));
	assert.deepEqual(
		failed.map(({ case: name, who, problems }) => `${name} (${who}): ${problems.join('; ')}`),
		[],
	);
}

/** Every person of the system ended in Alleo as the decision table says. */
export function expectDecisionTable(context: Context, system: System): void {
	const failed = failedCases(checkCases(context.sandbox, system));
	assert.deepEqual(
		failed.map(({ case: name, who, problems }) => `${name} (${who}): ${problems.join('; ')}`),
		[],
	);
}

export function expectOnlyReads(context: Context): void {
	assert.deepEqual(foreignCalls(context.sandbox), []);
}

export function expectNoWrites(context: Context): void {
	assert.deepEqual(
		context.sandbox.alleo.log.writes.map(({ method, url }) => `${method} ${url}`),
		[],
	);
}

/** The run failed with a message that says what happened and what to do, and names its code. */
export function expectClearError(execution: Execution, code: RegExp, node?: string): void {
	assert.equal(execution.status, 'error', `the run ended as ${execution.status}`);
	const { error, lastNodeExecuted } = execution.data?.resultData ?? {};
	const text = `${error?.message ?? ''} ${error?.description ?? ''}`;
	assert.match(text, code);
	assert.ok((error?.description ?? '').length > 20, `no action in the description: ${text}`);
	if (node !== undefined) assert.equal(lastNodeExecuted, node);
}
