import '../support/quiet.mts';
import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type { INode, IRun, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { AlleoApi } from '../../credentials/AlleoApi.credentials';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import { MemoryCredentials } from '../support/credentials.mts';
import { run } from '../support/people.mts';
import { account, approved, person, range, READY, reseal } from '../unit/apply/helper.mts';
import { credentialFor, standIns } from './alleo.helper.mts';

/** Sync Plan: Apply inside n8n-core's own engine: two outputs, its own HTTP helper, and Stop. */

const start = standIns();
const TYPE = 'n8n-nodes-alleo.alleo';

interface Started {
	/** As n8n's Stop button does. */
	stop: () => void;
	done: Promise<IRun>;
	credentials: MemoryCredentials;
}

function startApply(alleo: AlleoStandIn, items: readonly object[], concurrency: number): Started {
	const type = new Alleo();
	const node: INode = {
		id: '1',
		name: 'Apply',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: 'syncPlan', operation: 'apply', accept: 'approved', concurrency },
		credentials: { alleoApi: { id: 'alleoApi', name: 'Alleo' } },
	};
	const find = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'w',
		name: 'w',
		active: false,
		nodeTypes: find,
		nodes: [node],
		connections: {},
		settings: {},
	});
	const { data } = credentialFor(alleo.url).alleoApi;
	const credentials = new MemoryCredentials(
		[new AlleoApi()],
		{ alleoApi: { type: 'alleoApi', data } },
		new Map([['alleoApi', [TYPE]]]),
	);
	const workflowData = { id: 'w', name: 'w', nodes: [], connections: {} };
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: '1',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		variables: {},
		setExecutionStatus: () => undefined,
		credentialsHelper: credentials.helper(),
	} as unknown as IWorkflowExecuteAdditionalData;
	const own = workflow.getNode('Apply') as INode;
	const input = { main: [items.map((json) => ({ json: json as never }))] };
	const execution = new WorkflowExecute(
		additionalData,
		'manual',
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: own, data: input, source: null }] },
		} as never),
	).processRunExecutionData(workflow);
	return { stop: () => void execution.cancel(), done: Promise.resolve(execution), credentials };
}

const outputs = (result: IRun): object[][] =>
	(result.data.resultData.runData['Apply']?.[0]?.data?.['main'] ?? []).map((items) =>
		(items ?? []).map(({ json }) => json),
	);

function renamed(people: number) {
	const source = range(1, people).map((n) => person(n, { last_name: 'Nieuw' }));
	const accounts = range(1, people).map((n) => account(n));
	const rows = reseal(run(source, accounts, READY).rows, () => ({}), {
		expires_at: '2999-01-01T00:00:00.000Z',
	});
	return { accounts, items: approved(rows) };
}

test('applied and failed rows leave on two outputs, with one token for the whole run', async () => {
	const { accounts, items } = renamed(20);
	const alleo = await start(accounts);
	alleo.faults.add({ kind: 'status', status: 422, method: 'PATCH', path: '/1003' });
	const { done, credentials } = startApply(alleo, items, 4);
	const [applied = [], failed = []] = outputs(await done);
	expect([applied.length, failed.length]).toEqual([19, 1]);
	expect(failed[0]).toMatchObject({ outcome: 'failed', code: 'ALLEO_INVALID', alleo_id: 1003 });
	expect(credentials.saves['alleoApi']).toBe(1);
});

test('Stop lets the writes that are out finish, and sends nothing more', async () => {
	const { accounts, items } = renamed(60);
	const alleo = await start(accounts);
	const { store } = alleo.state;
	const update = store.update.bind(store);
	let writes = 0;
	const { stop, done } = startApply(alleo, items, 4);
	store.update = (...given) => {
		writes += 1;
		if (writes === 6) stop();
		return update(...given);
	};
	const result = await done;
	expect(result.status).toBe('canceled');
	const [applied = [], failed = []] = outputs(result);
	expect(applied.length + failed.length).toBe(60);
	expect(applied.length).toBeGreaterThanOrEqual(6);
	// What was sent was answered, and what was answered is what is reported.
	expect(alleo.log.writes.map(({ status }) => status)).toEqual(applied.map(() => 200));
	expect(new Set(failed.map((row) => (row as { code: string }).code))).toEqual(
		new Set(['CANCELLED']),
	);
});
