import type { IDataObject } from 'n8n-workflow';
import { withSettings } from '../../core/connect/templates/settings';
import { assignmentsOf } from '../../core/connect/templates/settingsSet';
import { templateOf } from '../../core/connect/templates/version';
import { Workflow } from '../../core/connect/templates/workflow';
import type { WorkflowNode } from '../../core/connect/templates/workflow';
import { runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { KeptWorkflow, N8nStandIn } from '../support/n8nApi.mts';
import { pastTemplate, SHIPPED } from '../support/upgrade.mts';

/** Customer Setup › Integration: upgrade, of workflows that send files. */

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
	n8n.desks.length = 0;
});
afterEach(async () => await n8n.server.close());

const shipped = (name: string): Workflow => {
	const found = SHIPPED.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no ${name}`);
	return found.workflow;
};

const upgrade = async (parameters: object = {}): Promise<IDataObject[]> =>
	(await runSetup(n8n, 'upgrade', { unmerged: 'refuse', language: 'en', ...parameters })).items;

const outcomes = (items: readonly IDataObject[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { outcome } of items) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
	return counts;
};

const stored = (id: string): KeptWorkflow => n8n.workflows.get(id) as KeptWorkflow;

describe('salary and leave, with the workflow that sends its file', () => {
	/** As a customer of version 4 has them: SFTP chosen, the sender picked, settings filled in. */
	function monthly({
		sender = 'send1',
		folder = '/alleo',
		published = true,
		template = 'nmbrs-salary-leave',
		version = 4,
	} = {}): void {
		const workflow = pastTemplate(template, version);
		const own = withSettings(workflow, { customer_name: 'Bakkerij' });
		const sftp = { sftp: { id: 'sftp1', name: 'SFTP' } };
		const nodes = own.nodes.map((node) => {
			const parameters = structuredClone(node.parameters);
			if (node.name === 'Send file') parameters['workflowId'] = chosen(sender);
			if (node.name.startsWith('Desk')) parameters['workflowId'] = chosen('desk');
			if (node.name === 'Settings') setFolder(parameters, folder);
			const isFtp = node.type === 'n8n-nodes-base.ftp';
			return { ...node, parameters, ...(isFtp ? { credentials: sftp } : {}) };
		});
		put('m1', { ...own, nodes }, published);
	}

	const setFolder = (parameters: Record<string, unknown>, folder: string): void => {
		const { assignments } = parameters['assignments'] as {
			assignments: Array<{ name: string; value: string }>;
		};
		for (const one of assignments) if (one.name === 'sftp_folder') one.value = folder;
	};

	const chosen = (value: string) => ({ __rl: true, mode: 'id', value });

	function put(id: string, workflow: Workflow, active = true): void {
		const { name, nodes, connections, settings } = workflow;
		const whole = { name, nodes, connections, settings, published: active ? nodes : null };
		n8n.workflows.set(id, { id, active, version: 1, isArchived: false, ...whole });
	}

	function sender(id = 'send1', version = 3): void {
		const workflow = version === 3 ? pastTemplate('send-file', 3) : shipped('send-file');
		const sftp = { sftp: { id: 'sftp1', name: 'SFTP' } };
		const nodes = workflow.nodes.map((node) =>
			node.type === 'n8n-nodes-base.ftp' ? { ...node, credentials: sftp } : node,
		);
		put(id, { ...workflow, nodes });
	}

	const versions = () =>
		['m1', 'send1'].map((id) => templateOf(Workflow.parse(stored(id)))?.version);

	const named = (id: string, name: string): WorkflowNode => {
		const found = Workflow.parse(stored(id)).nodes.find((node) => node.name === name);
		if (found === undefined) throw new Error(`no ${name}`);
		return found;
	};

	beforeEach(() => put('desk', shipped('alleo-desk')));

	test('by the name of the customer both are upgraded, the sender first, with all that was set', async () => {
		sender();
		monthly({ folder: '/klant' });
		const shown = await upgrade({ customers: 'Bakkerij' });
		expect(shown.map((item) => [item['workflow_id'], item['outcome']])).toEqual([
			['send1', 'would'],
			['m1', 'would'],
		]);
		expect(n8n.writes()).toEqual([]);
		await upgrade({ customers: 'Bakkerij', apply: true });
		expect(n8n.writes()).toEqual(['PUT /workflows/send1', 'PUT /workflows/m1']);
		expect(versions()).toEqual([5, 4]);
		for (const name of ['Look at the folder', 'Send file']) {
			expect(named('m1', name).parameters['workflowId']).toEqual(chosen('send1'));
		}
		const settings = assignmentsOf(named('m1', 'Settings')) ?? [];
		const value = (name: string) => settings.find((one) => one.name === name)?.value;
		expect([value('sftp_folder'), value('file_name')]).toEqual(['/klant', '']);
		const ftp = Workflow.parse(stored('send1')).nodes.filter(
			({ type }) => type === 'n8n-nodes-base.ftp',
		);
		expect(new Set(ftp.map(({ credentials }) => credentials?.['sftp']?.id))).toEqual(
			new Set(['sftp1']),
		);
		expect(outcomes(await upgrade({ apply: true }))).toEqual({ current: 2 });
	});

	test.each(
		['nmbrs', 'afas'].flatMap((system) => [2, 3, 4].map((version) => [system, version] as const)),
	)(
		'%s, of version %d: the folder that was set is looked in and sent to, by the sender that was chosen',
		async (system, version) => {
			sender();
			monthly({ folder: '/klant', template: `${system}-salary-leave`, version });
			const items = await upgrade({ apply: true });
			expect(outcomes(items)).toEqual({ upgraded: 2 });
			const settings = assignmentsOf(named('m1', 'Settings')) ?? [];
			expect(settings.find(({ name }) => name === 'sftp_folder')?.value).toBe('/klant');
			// Version 2 sent by itself: who sends now is for a person to say, and nobody guesses.
			for (const name of ['Look at the folder', 'Send file']) {
				const sends = chosen(version === 2 ? '' : 'send1');
				expect(named('m1', name).parameters['workflowId']).toEqual(sends);
			}
		},
	);

	test('all customers: the same, whatever the order of n8n', async () => {
		monthly();
		sender();
		expect(outcomes(await upgrade({ apply: true }))).toEqual({ upgraded: 2 });
		expect(versions()).toEqual([5, 4]);
	});

	test('a sender that cannot be upgraded leaves both as they are: asked to look it would send', async () => {
		sender();
		const one = stored('send1');
		one.nodes = one.nodes.filter(({ name }) => name !== 'List folder');
		one.published = one.nodes;
		monthly();
		const done = await upgrade({ apply: true });
		expect(outcomes(done)).toEqual({ refused: 2 });
		expect(done[1]?.['problems']).toContainEqual(expect.objectContaining({ code: 'DELIVERY_OLD' }));
		expect(n8n.writes()).toEqual([]);
	});

	test('n8n refuses the sender: the other is not written either', async () => {
		sender();
		monthly();
		n8n.refuse.set('PUT', 400);
		expect(outcomes(await upgrade({ apply: true }))).toEqual({ failed: 1, refused: 1 });
	});

	test('only what was shown: a sender that was not is not written, nor who needs it', async () => {
		sender();
		monthly();
		const [page] = await upgrade({ output: 'page' });
		const seen = JSON.parse(String(page?.['seen'])) as Array<{ workflow_id: string }>;
		const without = seen.filter(({ workflow_id: id }) => id !== 'send1');
		const done = await upgrade({ apply: true, seen: JSON.stringify(without) });
		expect(outcomes(done)).toEqual({ refused: 1 });
		expect(n8n.writes()).toEqual([]);
	});

	test.each([
		['one that looks already', 4, 'send1'],
		['none was chosen yet', 3, ''],
	])('%s: the monthly one is upgraded alone', async (_what, version, id) => {
		sender('send1', version);
		monthly({ sender: id });
		expect((await upgrade({ customers: 'm1', apply: true })).at(-1)?.['outcome']).toBe('upgraded');
		expect(named('m1', 'Look at the folder').parameters['workflowId']).toEqual(chosen(id));
	});

	test('a workflow of somebody’s own in its place is named: it cannot look', async () => {
		put('send1', { ...pastTemplate('dry-run', 3), name: 'By mail' });
		monthly();
		const [item] = await upgrade({ customers: 'm1', apply: true });
		expect(item).toMatchObject({ outcome: 'refused' });
		expect(String(item?.['text'])).toContain('By mail');
	});
});
