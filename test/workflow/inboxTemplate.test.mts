import type { INodeTypeDescription } from 'n8n-workflow';
import { INBOX_TABLE } from '../../core/approval/inbox/row';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, readWorkflow, unknownParameters } from '../support/templates.mts';

/** workflows/inbox.json, and the desk's part of the inbox: their lint, and what must not change. */

const template = readWorkflow('inbox');
const desk = readWorkflow('alleo-desk');
const own = new Map<string, INodeTypeDescription>();
beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

test('every type, version and parameter exists, and what expressions name', () => {
	const names = new Set(template.nodes.map(({ name }) => name));
	for (const { name, type, typeVersion, parameters } of template.nodes) {
		const description = own.get(type);
		expect([description?.version ?? CORE_TYPES[type]?.version].flat()).toContain(typeVersion);
		const problems =
			description === undefined
				? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
				: unknownParameters(parameters, description.properties);
		expect({ name, problems }).toEqual({ name, problems: [] });
		for (const [, used = ''] of JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)) {
			expect(names).toContain(used);
		}
	}
});

test('both ways in lead to the node that checks the signature, and to nothing else', () => {
	const { main = [] } = template.connections['When questions are opened'] ?? {};
	const targets = main.map((list) => (list ?? []).map(({ node }) => node));
	expect(targets).toEqual([['Show or keep'], ['Show or keep']]);
	const work = template.nodes.filter(({ type }) => type === 'n8n-nodes-alleo.customerSetup');
	expect(work.map(({ parameters }) => parameters)).toEqual([
		{ resource: 'inbox', operation: 'page', request: '={{ $json }}' },
	]);
});

test('nothing of a request is kept: the signature is in it', () => {
	expect(template.settings).toMatchObject({
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
	});
});

test('the desk asks the inbox before it answers, and forgets only what nobody answered', () => {
	const next = (name: string) =>
		(desk.connections[name]?.main ?? []).flatMap((list) => (list ?? []).map(({ node }) => node));
	expect(next('Wait for a turn')).toEqual(['Inbox']);
	expect(next('Inbox')).toEqual(['Answer']);
	const inbox = desk.nodes.find(({ name }) => name === 'Inbox');
	expect(inbox).toMatchObject({
		onError: 'continueRegularOutput',
		parameters: { resource: 'inbox', operation: 'exchange' },
	});
	const forget = desk.nodes.find(({ name }) => name === 'Remove old questions');
	expect(forget?.parameters).toMatchObject({
		operation: 'deleteRows',
		dataTableId: { value: INBOX_TABLE },
		matchType: 'allConditions',
		filters: {
			conditions: [
				{ keyName: 'answer', condition: 'eq', keyValue: '' },
				{ keyName: 'seen_at', condition: 'lt' },
			],
		},
	});
});
