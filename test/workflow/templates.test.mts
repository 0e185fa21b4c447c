import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { templateOf } from '../../core/connect/templates/version';
import { callsDesk } from '../../core/connect/templates/desk';
import { Workflow, WorkflowNode } from '../../core/connect/templates/workflow';
import { DeskCall } from '../../core/runLog/deskCall';
import { mappingFields } from '../../nodes/EmployeeNormalize/mappingFields';
import { readBuilt } from '../support/built.mts';
import {
	CORE_TYPES,
	portsOf,
	readTemplate,
	readWorkflow,
	SYSTEMS,
	unknownParameters,
} from '../support/templates.mts';
import type { Ports } from '../support/templates.mts';

const CALLER = 'n8n-nodes-base.executeWorkflow';
const PACKAGE = 'n8n-nodes-alleo.';
const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) own.set(PACKAGE + description.name, description);
});

const ports = (node: INode): Ports => portsOf(node, own.get(node.type));

describe.each(SYSTEMS)('workflows/%s-daily-sync.json', (system) => {
	const template = readTemplate(system);
	const node = (name: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index, type }) => ({ from, output, to, index, type })),
		),
	);
	/** Names of the nodes that data of one output can reach, over any number of steps. */
	const reachable = (from: string, output?: number): Set<string> => {
		const seen = new Set<string>();
		const todo = links.filter(
			(link) => link.from === from && link.output === (output ?? link.output),
		);
		for (let link = todo.pop(); link !== undefined; link = todo.pop()) {
			if (seen.has(link.to)) continue;
			seen.add(link.to);
			todo.push(...links.filter(({ from: next }) => next === link?.to));
		}
		return seen;
	};

	test('every node type and version exists', () => {
		for (const { name, type, typeVersion } of template.nodes) {
			const description = own.get(type);
			const versions = description === undefined ? CORE_TYPES[type]?.version : description.version;
			expect({ name, type, known: [versions].flat() }).toMatchObject({
				known: expect.arrayContaining([typeVersion]),
			});
		}
	});

	test('every parameter exists, with a value that its node offers', () => {
		for (const { name, type, parameters } of template.nodes) {
			const description = own.get(type);
			const problems =
				description === undefined
					? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
					: unknownParameters(parameters, description.properties);
			expect({ name, problems }).toEqual({ name, problems: [] });
		}
	});

	test('no node has an issue that n8n would show, but for the credentials to choose', () => {
		for (const candidate of template.nodes) {
			const description = own.get(candidate.type);
			if (description === undefined) continue;
			const parameters = NodeHelpers.getNodeParameters(
				description.properties,
				candidate.parameters,
				true,
				false,
				candidate,
				description,
			);
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...candidate, parameters: parameters ?? {} },
				description,
			);
			expect({ name: candidate.name, issues }).toEqual({ name: candidate.name, issues: null });
		}
	});

	test('ships the standard field mapping of its source (run: node .ci/generate.mjs)', () => {
		const fields = node('Normalize employees').parameters['fields'];
		const schema = mappingFields(system);
		expect(fields).toMatchObject({ mappingMode: 'defineBelow', matchingColumns: [], schema });
		const shown = schema.filter(
			({ removed, defaultValue }) => !removed && defaultValue !== undefined,
		);
		const value = Object.fromEntries(shown.map(({ id, defaultValue }) => [id, defaultValue]));
		expect((fields as { value: object }).value).toEqual(value);
	});

	test('every connection joins ports that exist', () => {
		for (const { from, output, to, index, type } of links) {
			expect(type).toBe('main');
			expect(output).toBeLessThan(ports(node(from)).outputs);
			expect(index).toBeLessThan(ports(node(to)).inputs);
		}
	});

	test('every node is reached, and every expression names a node that exists', () => {
		const targets = new Set(links.map(({ to }) => to));
		for (const candidate of template.nodes) {
			if (ports(candidate).inputs > 0) expect(targets).toContain(candidate.name);
			const text = JSON.stringify(candidate.parameters);
			for (const [, name = ''] of text.matchAll(/\$\('([^']+)'\)/g)) node(name);
		}
		expect(new Set(template.nodes.map(({ name }) => name)).size).toBe(template.nodes.length);
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
	});

	test('carries nothing of the instance or the people it was made with', () => {
		const text = JSON.stringify(template);
		expect(template.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		for (const { parameters, type } of template.nodes) {
			if (type === CALLER) expect(parameters['workflowId']).toMatchObject({ value: '' });
		}
		for (const word of ['pinData', 'instanceId', 'staticData', '@example', 'errorWorkflow']) {
			expect(text).not.toContain(word);
		}
		expect(template['active']).toBe(false);
	});

	test('runs at 04:00 in Amsterdam and keeps no data of successful runs', () => {
		expect(template.settings).toMatchObject({
			executionOrder: 'v1',
			timezone: 'Europe/Amsterdam',
			saveDataSuccessExecution: 'none',
			saveManualExecutions: false,
		});
		expect(node('Every day').parameters).toEqual({
			rule: { interval: [{ field: 'cronExpression', expression: '0 4 * * *' }] },
		});
	});

	test('reads each system once, however many items come in', () => {
		const readers = template.nodes.filter(({ parameters }) => parameters['operation'] === 'getAll');
		expect(readers.map(({ executeOnce }) => executeOnce)).toEqual([true, true]);
	});

	test('nothing reaches Apply but an approved or a ready plan', () => {
		const apply = 'Apply to Alleo';
		const into = links.filter(({ to }) => to === apply);
		expect(into.map(({ from, output }) => `${from} ${output}`).sort()).toEqual([
			'Compare with Alleo 1',
			'Review and approve 1',
		]);
		expect([...reachable('Review and approve', 0)]).not.toContain(apply);
		expect([...reachable('Compare with Alleo', 2)]).not.toContain(apply);
		expect(node(apply).parameters).toMatchObject({ accept: 'approvedOrReady' });
	});

	test('a dry run always needs approval; the plan is told before it is applied, and before the wait', () => {
		const { approval } = node('Compare with Alleo').parameters;
		// Whatever the schedule did not start is a dry run, also its trigger when somebody starts that by hand. What somebody left out waits by itself.
		expect(approval).toBe(
			"={{ $('Every day').isExecuted && $execution.mode !== 'test' ? $('Sync Settings').first().json.approval : 'always' }}",
		);
		// n8n runs the branches of one node from top to bottom.
		const [plan, apply, review] = ['Desk: plan', 'Apply to Alleo', 'Review and approve'].map(
			(name) => node(name).position[1],
		) as [number, number, number];
		expect(plan).toBeLessThan(apply);
		expect(apply).toBeLessThan(review);
		expect(links.filter(({ from }) => from === 'Desk: plan')).toEqual([]);
	});

	test('the desk is called once for a moment of a run, and never stops the run', () => {
		const desks = template.nodes.filter((one) => callsDesk(WorkflowNode.parse(one)));
		expect(desks.map(({ name }) => name)).toEqual(['Desk: start', 'Desk: plan', 'Desk: done']);
		for (const { executeOnce, onError, typeVersion } of desks) {
			expect({ executeOnce, onError, typeVersion }).toEqual({
				executeOnce: true,
				onError: 'continueRegularOutput',
				typeVersion: 1.4,
			});
		}
		// A desk that answers with nothing must not end the run behind it.
		expect(desks[0]?.alwaysOutputData).toBe(true);
		expect(links.filter(({ to }) => to === 'Desk: plan').map(({ from }) => from)).toEqual([
			'Compare with Alleo',
		]);
		expect(
			links.filter(({ to }) => to === 'Desk: done').map(({ from, output }) => `${from} ${output}`),
		).toEqual(['Review and approve 0', 'Apply to Alleo 0', 'Apply to Alleo 1']);
	});

	test('its calls have the inputs of the contract, and those of the trigger of the desk', () => {
		const trigger = readWorkflow('alleo-desk').nodes.find(
			({ name }) => name === 'When a workflow calls',
		);
		const inputs = trigger?.parameters['workflowInputs'] as {
			values: Array<{ name: string; type: string }>;
		};
		const names = inputs.values.map(({ name }) => name);
		expect([...names].sort()).toEqual(Object.keys(DeskCall.shape).sort());
		for (const { parameters } of template.nodes.filter((one) =>
			callsDesk(WorkflowNode.parse(one)),
		)) {
			const { value, schema } = parameters['workflowInputs'] as {
				value: Record<string, unknown>;
				schema: Array<{ id: string; type: string }>;
			};
			expect(schema.map(({ id, type }) => ({ name: id, type }))).toEqual(inputs.values);
			for (const name of Object.keys(value)) expect(names).toContain(name);
		}
	});

	test('its version is the last line of its overview', () => {
		expect(templateOf(Workflow.parse(template))).toEqual({
			name: `${system}-daily-sync`,
			version: 5,
		});
	});

	test('explains itself: one yellow overview, short notes on the sections', () => {
		const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const words = (note: INode): number =>
			String(note.parameters['content'])
				.split(/\s+/)
				.filter((word) => /\w/.test(word)).length;
		const yellow = notes.filter((note) => note.parameters['color'] === 1);
		expect(yellow).toHaveLength(1);
		const [overview] = yellow;
		expect(String(overview?.parameters['content'])).toMatch(/### How it works[\s\S]*### Setup/);
		expect(overview === undefined ? 0 : words(overview)).toBeGreaterThanOrEqual(100);
		expect(overview === undefined ? 0 : words(overview)).toBeLessThanOrEqual(300);
		const others = notes.filter((note) => note !== overview);
		expect(others.length).toBeGreaterThanOrEqual(4);
		for (const note of others) {
			expect({ name: note.name, color: note.parameters['color'] }).toEqual({
				name: note.name,
				color: 7,
			});
			expect(words(note)).toBeLessThan(50);
		}
	});
});

test('the two templates differ in the source only', () => {
	const [nmbrs, afas] = SYSTEMS.map((system) => {
		const { nodes, connections, settings } = readTemplate(system);
		const kept = nodes
			.filter(
				({ parameters, type }) => parameters['resource'] !== 'employee' || type.endsWith('.alleo'),
			)
			.filter(({ name }) => name !== 'Overview')
			.map(({ id: _id, webhookId: _webhookId, ...rest }) => {
				const { fields: _fields, ...parameters } = rest.parameters;
				return { ...rest, parameters };
			});
		return JSON.stringify({ kept, connections, settings })
			.replace(/NMBRS|AFAS/g, 'SOURCE')
			.replace(/"(source|system)":"(nmbrs|afas)"/g, '"$1":"…"')
			.replace(/alleo-connect-afas/g, 'alleo-connect')
			.replace(/"id":"[^"]+"/g, '');
	});
	expect(nmbrs).toBe(afas);
});
