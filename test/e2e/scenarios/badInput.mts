import assert from 'node:assert/strict';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Workflow, WorkflowNode } from '../../../sandbox/demo/n8nTypes.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { System } from '../../../sandbox/world/types.mts';
import type { Context } from '../context.mts';
import { expectClearError, expectNoWrites, expectOnlyReads, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

const READ: Record<System, string> = {
	nmbrs: 'Read NMBRS employees',
	afas: 'Read AFAS employees',
};
/** Looks the company up before anything is read. */
const SETTINGS = 'Sync Settings';

/** Runs a template with something wrong in it; it must stop with one clear message. */
async function mustStop(
	context: Context,
	system: System,
	wrong: {
		types?: string[];
		credentials?: Record<string, object>;
		change?: (workflow: Workflow) => void;
		code: RegExp;
		node: string;
	},
): Promise<void> {
	const types = wrong.types ?? TYPES_OF[system];
	const bindings = await context.credentials(types, wrong.credentials);
	const workflowId = await context.customer(system, bindings, {}, wrong.change);
	const id = await context.client.runFrom(workflowId, NODE.dryRun);
	expectClearError(await context.client.settled(id), wrong.code, wrong.node);
	expectNoWrites(context);
	expectOnlyReads(context);
}

const node = (
	name: string,
	type: string,
	parameters: Record<string, unknown>,
	x: number,
	more: Partial<WorkflowNode> = {},
): WorkflowNode => ({
	id: name.replace(/\W/g, '').toLowerCase(),
	name,
	type,
	typeVersion: 1,
	position: [x, 0],
	parameters,
	...more,
});

const fields = (values: Record<string, string>): Record<string, unknown> => ({
	mode: 'manual',
	assignments: {
		assignments: Object.entries(values).map(([name, value]) => ({
			id: name,
			name,
			type: 'string',
			value,
		})),
	},
	options: {},
});

/** Manual trigger -> one item -> the node under test. */
function single(
	item: Record<string, string> | null,
	target: WorkflowNode,
	inputs: number[],
): Workflow {
	const start = node(NODE.dryRun, 'n8n-nodes-base.manualTrigger', {}, 0);
	const to = inputs.map((index) => ({ node: target.name, type: 'main', index }));
	const settings = { executionOrder: 'v1', saveManualExecutions: true };
	if (item === null) {
		const connections = { [start.name]: { main: [to] } };
		return { name: 'Bad input', nodes: [start, target], connections, settings };
	}
	const set = node('Item', 'n8n-nodes-base.set', fields(item), 200, { typeVersion: 3.4 });
	return {
		name: 'Bad input',
		nodes: [start, set, target],
		connections: {
			[start.name]: { main: [[{ node: set.name, type: 'main', index: 0 }]] },
			[set.name]: { main: [to] },
		},
		settings,
	};
}

async function mustRefuse(context: Context, workflow: Workflow, code: RegExp): Promise<void> {
	const id = await context.client.runFrom(await context.import(workflow), NODE.dryRun);
	expectClearError(await context.client.settled(id), code);
	expectNoWrites(context);
}

const apply = (bindings: Bindings): WorkflowNode => ({
	...node(
		NODE.apply,
		'n8n-nodes-alleo.alleo',
		{ resource: 'syncPlan', operation: 'apply', accept: 'approvedOrReady' },
		400,
	),
	credentials: bindings,
});

export const scenarios: Record<string, Scenario> = {
	'wrong Alleo secret': (context) =>
		mustStop(context, 'afas', {
			credentials: { alleoApi: { secretKey: 'SK-WRONG' } },
			code: /ALLEO|UNAUTHORIZED/,
			node: SETTINGS,
		}),
	'wrong NMBRS subscription key': (context) =>
		mustStop(context, 'nmbrs', {
			credentials: { nmbrsOAuth2Api: { subscriptionKey: 'wrong-key' } },
			code: /NMBRS|UNAUTHORIZED/,
			node: READ.nmbrs,
		}),
	'wrong AFAS token': (context) =>
		mustStop(context, 'afas', {
			types: ['afasTokenApi', 'alleoApi'],
			credentials: { afasTokenApi: { token: 'A'.repeat(64) } },
			code: /AFAS/,
			node: READ.afas,
		}),
	'wrong AFAS environment number': (context) =>
		mustStop(context, 'afas', {
			credentials: { afasOAuth2Api: { environmentNumber: '123', baseUrl: '' } },
			code: /AFAS/,
			node: READ.afas,
		}),
	'wrong AFAS client secret': (context) =>
		mustStop(context, 'afas', {
			credentials: { afasOAuth2Api: { clientSecret: 'wrong' } },
			code: /AFAS/,
			node: READ.afas,
		}),
	'missing AFAS connector': (context) =>
		mustStop(context, 'afas', {
			change: (workflow) => {
				nodeOf(workflow, READ.afas).parameters['employeesConnector'] = {
					__rl: true,
					mode: 'id',
					value: 'Profit_Bestaat_Niet',
				};
			},
			code: /AFAS/,
			node: READ.afas,
		}),
	'malformed item into the Diff': (context) => {
		const diff = node(NODE.compare, 'n8n-nodes-alleo.alleoDiff', { companyId: '41' }, 400);
		return mustRefuse(context, single({ naam: 'Jan' }, diff, [0, 1]), /DIFF_ITEM_MALFORMED/);
	},
	'a malformed item into the Diff, with an error output': async (context) => {
		const parameters = { companyId: '41' };
		const onError = { onError: 'continueErrorOutput' };
		const diff = node(NODE.compare, 'n8n-nodes-alleo.alleoDiff', parameters, 400, onError);
		const workflow = single({ naam: 'Jan' }, diff, [0, 1]);
		const caught = node('Caught', 'n8n-nodes-base.noOp', {}, 600);
		const passed = node('Passed', 'n8n-nodes-base.noOp', {}, 600);
		workflow.nodes.push(caught, passed);
		const link = (to: WorkflowNode) => [{ node: to.name, type: 'main', index: 0 }];
		workflow.connections[diff.name] = {
			main: [link(passed), link(passed), link(passed), link(caught)],
		};
		const id = await context.client.runFrom(await context.import(workflow), NODE.dryRun);
		const execution = await context.client.settled(id);
		expectSuccess(execution);
		assert.deepEqual(outputOf(execution, passed.name), []);
		const [error] = outputOf(execution, caught.name) as [{ details?: string }];
		assert.match(error.details ?? '', /DIFF_ITEM_MALFORMED/);
		expectNoWrites(context);
	},
	'empty item into apply': async (context) => {
		const bindings = await context.credentials(['alleoApi']);
		await mustRefuse(context, single(null, apply(bindings), [0]), /APPLY_\w+|PLAN_\w+/);
	},
	'an employee instead of a plan into apply': async (context) => {
		const bindings = await context.credentials(['alleoApi']);
		const employee = { external_id: 'nmbrs-1', status: 'active', email: 'jan@example.nl' };
		await mustRefuse(context, single(employee, apply(bindings), [0]), /APPLY_\w+|PLAN_\w+/);
	},
};
