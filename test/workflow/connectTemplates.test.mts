import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, portsOf, readWorkflow, unknownParameters } from '../support/templates.mts';
import type { Ports } from '../support/templates.mts';

/** The lint of the templates that connect and disconnect customers, and their own promises. */

const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const NAMES = ['connect-nmbrs-customer', 'connect-afas-customer', 'disconnect-customer'];

describe.each(NAMES)('workflows/%s.json', (name) => {
	const template = readWorkflow(name);
	const node = (wanted: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === wanted);
		if (found === undefined) throw new Error(`no node ${wanted}`);
		return found;
	};
	const ports = (candidate: INode): Ports => portsOf(candidate, own.get(candidate.type));
	const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index }) => ({ from, output, to, index })),
		),
	);

	test('every node type, version and parameter exists', () => {
		for (const { name: at, type, typeVersion, parameters } of template.nodes) {
			const description = own.get(type);
			const versions = [description?.version ?? CORE_TYPES[type]?.version].flat();
			expect({ at, versions }).toEqual({ at, versions: expect.arrayContaining([typeVersion]) });
			const problems =
				description === undefined
					? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
					: unknownParameters(parameters, description.properties);
			expect({ at, problems }).toEqual({ at, problems: [] });
		}
	});

	test('no node has an issue that n8n would show, but for the credentials to choose', () => {
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
			for (const [, named = ''] of text.matchAll(/\$\('([^']+)'\)/g)) node(named);
		}
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
	});

	test('only people who log in see its form, and no page waits for ever', () => {
		const forms = template.nodes.filter(({ type }) => type.endsWith('.formTrigger'));
		expect(forms.map(({ parameters }) => parameters['authentication'])).toEqual(['n8nUserAuth']);
		const pages = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.form');
		expect(pages.map(({ parameters }) => parameters['limitWaitTime'])).toEqual([true]);
	});

	test('carries no credential and nothing of an instance; keeps no data of runs that went well', () => {
		expect(template.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		expect(template['active']).toBe(false);
		expect(template.settings).toMatchObject({
			executionOrder: 'v1',
			timezone: 'Europe/Amsterdam',
			saveDataSuccessExecution: 'none',
			saveManualExecutions: false,
		});
		const text = JSON.stringify(template);
		for (const word of ['pinData', 'instanceId', 'staticData', '@example', 'errorWorkflow']) {
			expect(text).not.toContain(word);
		}
	});

	test('nothing in it can write to Alleo', () => {
		expect(template.nodes.filter(({ type }) => type === 'n8n-nodes-alleo.alleo')).toEqual([]);
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
});

test('the message to support leaves whatever becomes of the dry run', () => {
	for (const name of NAMES.slice(0, 2)) {
		const { nodes } = readWorkflow(name);
		const dryRun = nodes.find((node) => node.name === 'Start the first dry run');
		expect(dryRun?.onError).toBe('continueRegularOutput');
	}
});

test('the two addresses of the pages differ, and each invites to its own', () => {
	const paths = ['nmbrs', 'afas'].map((system) => {
		const { nodes } = readWorkflow(`connect-${system}-customer`);
		const trigger = nodes.find(({ type }) => type === 'n8n-nodes-alleo.customerConnect');
		const path = String(trigger?.parameters['path']);
		const invite = nodes.find(({ parameters }) => parameters['resource'] === 'invitation');
		expect(String(invite?.parameters['pagesUrl'])).toContain(`'/webhook/${path}'`);
		return path;
	});
	expect(new Set(paths).size).toBe(2);
});

describe('the desk is told', () => {
	interface Called {
		workflowInputs: { value: Record<string, unknown> };
	}

	test.each(NAMES)('by %s: a message with everything that a person needs', (name) => {
		const { nodes, connections } = readWorkflow(name);
		const desk = nodes.find((node) => node.name === 'Desk: message');
		const { value } = (desk?.parameters as unknown as Called).workflowInputs;
		expect(value).toMatchObject({
			event: 'message',
			workflow: '={{ $workflow.id }}',
			run: '={{ $execution.id }}',
			subject: '={{ $json.subject }}',
			text: '={{ $json.text }}',
			link: '={{ $json.link }}',
			kind: '={{ $json.kind }}',
			settings: '={{ { customer_name: $json.customer, language: $json.language } }}',
		});
		// Each message that leads there has these.
		const from = Object.entries(connections).filter(([, { main = [] }]) =>
			main.some((targets) => (targets ?? []).some((target) => target.node === 'Desk: message')),
		);
		for (const [message] of from) {
			const set = nodes.find((node) => node.name === message)?.parameters['assignments'] as {
				assignments: Array<{ name: string }>;
			};
			expect(set.assignments.map((one) => one.name).sort()).toEqual(
				['customer', 'kind', 'language', 'link', 'subject', 'text'].sort(),
			);
		}
	});

	test('of all who wait for somebody in one message: a call of the desk passes on one', () => {
		for (const name of NAMES.slice(0, 2)) {
			const { nodes } = readWorkflow(name);
			const message = nodes.find((node) => node.name === 'Needs a person message');
			expect(message?.executeOnce).toBe(true);
			expect(JSON.stringify(message?.parameters)).toContain('$input.all().map(');
		}
	});

	test('connecting fails where nobody could be told; disconnecting shows its page in any case', () => {
		const onError = (name: string) =>
			readWorkflow(name).nodes.find((node) => node.name === 'Desk: message')?.onError;
		expect(NAMES.map(onError)).toEqual([undefined, undefined, 'continueRegularOutput']);
	});
});
