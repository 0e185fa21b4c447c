import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import { closeDoor } from '../../core/connect/templates/forms';
import { WorkflowNode } from '../../core/connect/templates/workflow';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/**
 * Who can start a workflow of this package, for every template: a login alone is no right, and no
 * installation has a form where another has it.
 */

const NAMES = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

const FORM = 'n8n-nodes-base.formTrigger';
const CONNECT = 'n8n-nodes-alleo.customerConnect';
const WEBHOOK = 'n8n-nodes-base.webhook';
const RESPOND = 'n8n-nodes-base.respondToWebhook';
const page = (path: string) => ({
	multipleMethods: true,
	httpMethod: ['GET', 'POST'],
	path,
	responseMode: 'responseNode',
	options: {},
});
/**
 * Whoever has the signed link of a page sees it; the questions of a customer are answered there, and a
 * decision that comes too late without script is told so.
 */
const PAGES: Readonly<Record<string, object[]>> = {
	'plan-page': [page('alleo-plan')],
	inbox: [page('alleo-inbox')],
};
/** Only workflows of the same owner, as `callerPolicy` says. */
const CALL = 'n8n-nodes-base.executeWorkflowTrigger';

/** n8n itself, a person in the editor, or a door that this file looks at below. */
const TRIGGERS = new Set([
	'n8n-nodes-base.scheduleTrigger',
	'n8n-nodes-base.errorTrigger',
	'n8n-nodes-base.manualTrigger',
	FORM,
	CONNECT,
	CALL,
	WEBHOOK,
]);

const isForm = ({ type }: INode): boolean => type === FORM;

test('these templates have a form', () => {
	const withForm = NAMES.filter((name) => readWorkflow(name).nodes.some(isForm));
	expect(withForm.sort()).toEqual([
		'connect-afas-customer',
		'connect-nmbrs-customer',
		'disconnect-customer',
		'dry-run',
		'explain-a-person',
		'fleet',
		'start-here',
		'support-bundle',
		'upgrade-customers',
	]);
});

describe.each(NAMES)('workflows/%s.json', (name) => {
	const { nodes, connections, settings } = readWorkflow(name);
	const targets = new Set(
		Object.values(connections).flatMap(({ main = [] }) =>
			main.flatMap((list) => (list ?? []).map(({ node }) => node)),
		),
	);

	test('starts by a trigger that this test knows, and by nothing else', () => {
		const starts = nodes.filter(
			(node) => !targets.has(node.name) && node.type !== 'n8n-nodes-base.stickyNote',
		);
		expect(starts.length).toBeGreaterThan(0);
		for (const node of starts) expect([...TRIGGERS]).toContain(node.type);
		// A webhook, a chat or an MCP trigger in the middle would be a door as well.
		const doors = nodes.filter(({ type }) => /trigger|webhook|chat/i.test(type));
		for (const node of doors.filter(({ type }) => type !== RESPOND)) {
			expect([...TRIGGERS]).toContain(node.type);
		}
	});

	test('every form asks n8n for the login and for the right to execute', () => {
		for (const { typeVersion, parameters, disabled } of nodes.filter(isForm)) {
			expect(disabled).toBeUndefined();
			// Older versions know neither; an expression counts as false where n8n checks the right.
			expect(typeVersion).toBeGreaterThanOrEqual(2.6);
			expect(parameters['authentication']).toBe('n8nUserAuth');
			expect(parameters['requireExecuteAccess']).toBe(true);
		}
	});

	test('no address comes along: n8n makes one when the template becomes a workflow', () => {
		for (const node of nodes.filter(({ type }) => type !== CONNECT)) {
			expect({ name: node.name, webhookId: node.webhookId }).toEqual({ name: node.name });
		}
		for (const { parameters } of nodes.filter(isForm)) {
			expect(parameters).not.toHaveProperty('path');
			expect(parameters['options'] ?? {}).not.toHaveProperty('path');
		}
	});

	test('only the pages for customers are at an address that is known before', () => {
		const known = nodes.filter(({ type }) => type === CONNECT);
		for (const node of known) {
			// It is the redirect address at NMBRS; without the id n8n would put the workflow's id before it.
			expect(node.parameters['path']).toMatch(/^alleo-connect(-afas)?$/);
			expect(node.webhookId).toMatch(/^[0-9a-f-]{36}$/);
		}
		expect(known.length).toBe(name.startsWith('connect-') ? 1 : 0);
	});

	test('only two pages with signed links can be asked by anybody, and Start here moves them', () => {
		const open = nodes.filter(({ type }) => type === WEBHOOK);
		expect(open.map(({ parameters }) => parameters)).toEqual(PAGES[name] ?? []);
		for (const node of open) {
			const made = closeDoor(WorkflowNode.parse(node), () => 'new-address');
			expect(made).toMatchObject({
				webhookId: 'new-address',
				parameters: { path: 'new-address' },
			});
		}
	});

	test('no workflow of somebody else calls it, and no agent finds it', () => {
		expect(['workflowsFromSameOwner', 'none']).toContain(settings?.['callerPolicy']);
		expect(settings ?? {}).not.toHaveProperty('availableInMCP');
	});
});
