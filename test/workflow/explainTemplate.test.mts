import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, portsOf, readWorkflow, unknownParameters } from '../support/templates.mts';
import type { Ports } from '../support/templates.mts';

/** The lint of workflows/explain-a-person.json: what n8n would complain about, and its own promises. */

const template = readWorkflow('explain-a-person');
const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const node = (name: string): INode => {
	const found = template.nodes.find((candidate) => candidate.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};
const ports = (candidate: INode): Ports => portsOf(candidate, own.get(candidate.type));
const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
	main.flatMap((targets, output) =>
		(targets ?? []).map(({ node: to, index }) => ({ from, output, to, index })),
	),
);

test('every node type, version and parameter exists', () => {
	for (const { name, type, typeVersion, parameters } of template.nodes) {
		const description = own.get(type);
		const versions = [description?.version ?? CORE_TYPES[type]?.version].flat();
		expect({ name, versions }).toEqual({ name, versions: expect.arrayContaining([typeVersion]) });
		const problems =
			description === undefined
				? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
				: unknownParameters(parameters, description.properties);
		expect({ name, problems }).toEqual({ name, problems: [] });
	}
});

test('no node has an issue that n8n would show, but for the credentials to choose', () => {
	// n8n fills the defaults in where it looks, so it gets a copy.
	for (const candidate of structuredClone(template.nodes)) {
		const description = own.get(candidate.type);
		if (description === undefined) continue;
		const { properties } = description;
		const parameters = NodeHelpers.getNodeParameters(
			properties,
			candidate.parameters,
			true,
			false,
			candidate,
			description,
		);
		const filled = { ...candidate, parameters: parameters ?? {} };
		const issues = NodeHelpers.getNodeParametersIssues(properties, filled, description);
		expect({ name: candidate.name, issues }).toEqual({ name: candidate.name, issues: null });
	}
});

test('every connection joins ports that exist, every node is reached, every name is known', () => {
	const targets = new Set(links.map(({ to }) => to));
	for (const { from, output, to, index } of links) {
		expect(output).toBeLessThan(ports(node(from)).outputs);
		expect(index).toBeLessThan(ports(node(to)).inputs);
	}
	for (const candidate of template.nodes) {
		if (ports(candidate).inputs > 0) expect(targets).toContain(candidate.name);
		const text = JSON.stringify(candidate.parameters);
		for (const [, name = ''] of text.matchAll(/\$\('([^']+)'\)/g)) node(name);
	}
	expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
});

test('its one node of ours explains, and only people who log in and may execute it can ask', () => {
	const ours = template.nodes.filter(({ type }) => type.startsWith('n8n-nodes-alleo.'));
	expect(ours.map(({ parameters }) => parameters)).toMatchObject([
		{ resource: 'integration', operation: 'explain' },
	]);
	expect(node('Ask about a person').parameters).toMatchObject({
		authentication: 'n8nUserAuth',
		requireExecuteAccess: true,
	});
});

test('what went wrong is shown as text, never as a page of its own making', () => {
	const shown = String(node('Show the answer').parameters['responseText']);
	expect(shown).toContain('$json.html ??');
	expect(shown).toContain(".replace(/&/g, '&amp;').replace(/</g, '&lt;')");
	expect(node('Explain the person').onError).toBe('continueRegularOutput');
});

test('keeps no data of people: nothing of a run that went well, and no page that waits for ever', () => {
	expect(template.settings).toMatchObject({
		executionOrder: 'v1',
		timezone: 'Europe/Amsterdam',
		saveDataSuccessExecution: 'none',
		saveManualExecutions: false,
	});
	expect(node('Show the answer').parameters).toMatchObject({ limitWaitTime: true });
	const text = JSON.stringify(template);
	for (const word of ['pinData', 'instanceId', 'staticData', '@example', 'errorWorkflow']) {
		expect(text).not.toContain(word);
	}
	expect(template.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
	expect(template['active']).toBe(false);
});

test('explains itself: one yellow overview, short notes on the sections', () => {
	const words = (note: INode): number =>
		String(note.parameters['content'])
			.split(/\s+/)
			.filter((word) => /\w/.test(word)).length;
	const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const yellow = notes.filter((note) => note.parameters['color'] === 1);
	expect(yellow.map((note) => words(note) >= 100 && words(note) <= 300)).toEqual([true]);
	expect(String(yellow[0]?.parameters['content'])).toMatch(/### How it works[\s\S]*### Setup/);
	const others = notes.filter((note) => note.parameters['color'] === 7);
	expect(others).toHaveLength(notes.length - 1);
	for (const note of others) expect(words(note)).toBeLessThan(50);
});
