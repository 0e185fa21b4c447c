import { readFileSync } from 'node:fs';
import path from 'node:path';
import { comparesEmployees, explainGraph } from '../../../../core/connect/templates/explainGraph';
import { isEvaluated, literal } from '../../../../core/connect/evaluated';
import { wiresOf } from '../../../../core/connect/templates/upgrade/wires';
import { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import type { WorkflowNode } from '../../../../core/connect/templates/workflow';
import { ROOT } from '../../../support/paths.mts';

/** A customer's daily sync with an explanation in the place of its comparison. */

const read = (file: string): StoredWorkflow => {
	const json = JSON.parse(readFileSync(path.join(ROOT, 'workflows', file), 'utf8')) as object;
	return StoredWorkflow.parse({ ...json, id: 'w1', active: true });
};

const QUESTION = { person: 'fenna@example.nl', title: 'Bakkerij', language: 'nl' } as const;

const FILES = [
	'nmbrs-daily-sync.json',
	'afas-daily-sync.json',
	'past/nmbrs-daily-sync.v2.json',
	'past/afas-daily-sync.v2.json',
	'past/nmbrs-daily-sync.v1.json',
	'past/afas-daily-sync.v1.json',
];

function graphOf(
	workflow: StoredWorkflow,
	question: Parameters<typeof explainGraph>[1] = QUESTION,
) {
	const graph = explainGraph(workflow, question);
	if (!graph.ok) throw new Error(graph.problem.code);
	return graph.value;
}

const problemOf = (workflow: StoredWorkflow): unknown => {
	const graph = explainGraph(workflow, QUESTION);
	return graph.ok ? null : graph.problem;
};

const nodeOf = (workflow: StoredWorkflow, name: string): WorkflowNode => {
	const found = workflow.nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};

/** A node on the wire from the normalized people to the comparison. */
function between(workflow: StoredWorkflow, node: Partial<WorkflowNode>): StoredWorkflow {
	const added = { id: 'x', name: 'Mine', parameters: {}, position: [0, 0], ...node };
	const normalize = workflow.connections['Normalize employees'] as { main: unknown[] };
	const [people, ...others] = normalize.main;
	return StoredWorkflow.parse({
		...workflow,
		nodes: [...workflow.nodes, added],
		connections: {
			...workflow.connections,
			'Normalize employees': {
				main: [[{ node: added.name, type: 'main', index: 0 }], ...others],
			},
			[added.name]: { main: [people] },
		},
	});
}

describe.each(FILES)('of workflows/%s', (file) => {
	const workflow = read(file);
	const graph = graphOf(workflow);
	const wires = wiresOf(graph.connections);
	const wired = new Set(wires.flatMap(({ from, to }) => [from, to]));

	test('nothing that is wired can do more than read', () => {
		const kept = graph.nodes.filter(({ name }) => wired.has(name));
		const types = kept.map(({ type }) => type.replace(/^n8n-nodes-(alleo|base)\./, '')).sort();
		const source = file.includes('nmbrs') ? 'nmbrs' : 'afas';
		const settings = /past|v\d/.test(file) ? 'set' : 'syncSettings';
		const wanted = [
			'alleo',
			'alleoExplain',
			'employeeNormalize',
			'manualTrigger',
			settings,
			source,
		];
		expect(types.filter((type) => type !== 'noOp')).toEqual(wanted.sort());
		const alleo = kept.find(({ type }) => type === 'n8n-nodes-alleo.alleo');
		expect(alleo?.parameters).toMatchObject({ resource: 'employee', operation: 'getAll' });
	});

	test('it starts in one place, and whatever is not wired is silent', () => {
		const triggers = graph.nodes.filter(({ type }) => /Trigger$/.test(type));
		expect(triggers).toHaveLength(1);
		const rest = graph.nodes.filter(({ name }) => !wired.has(name));
		expect(new Set(rest.map(({ type }) => type))).toEqual(new Set(['n8n-nodes-base.noOp']));
		expect(rest.every(({ credentials }) => credentials === undefined)).toBe(true);
		const ends = wires.filter(({ to }) => !wires.some(({ from }) => from === to));
		expect(new Set(ends.map(({ to }) => to))).toEqual(new Set(['Compare with Alleo']));
	});

	test('the comparison is the explanation, with the settings and inputs that it had', () => {
		const node = nodeOf(graph, 'Compare with Alleo');
		const before = nodeOf(workflow, 'Compare with Alleo');
		expect(node.type).toBe('n8n-nodes-alleo.alleoExplain');
		expect(node.parameters).toMatchObject({
			...QUESTION,
			companyId: before.parameters['companyId'],
			referenceDate: before.parameters['referenceDate'],
			approval: `={{ $('${/past|v\d/.test(file) ? 'Settings' : 'Sync Settings'}').first().json.approval }}`,
		});
		const into = (connections: Record<string, unknown>) =>
			wiresOf(connections)
				.filter(({ to }) => to === 'Compare with Alleo')
				.map(({ from, output, input }) => `${from} ${output} ${input.index}`)
				.sort();
		expect(into(graph.connections)).toEqual(into(workflow.connections));
	});

	test('Alleo is read whatever becomes of the HR system, and an error is part of the answer', () => {
		const readers = [
			'Read Alleo accounts',
			`Read ${/nmbrs/.test(file) ? 'NMBRS' : 'AFAS'} employees`,
		];
		const from = readers.map((name) => wires.filter(({ to }) => to === name).map((w) => w.from));
		expect(from[0]).toEqual(from[1]);
		for (const name of [...readers, 'Normalize employees', 'Compare with Alleo']) {
			expect(nodeOf(graph, name)['onError']).toBe('continueRegularOutput');
		}
	});

	test('it runs under the id and the credentials of the customer, and nothing of it is kept', () => {
		expect(graph).toMatchObject({
			id: 'w1',
			settings: {
				executionOrder: 'v1',
				timezone: 'Europe/Amsterdam',
				saveDataSuccessExecution: 'none',
				saveDataErrorExecution: 'none',
				saveManualExecutions: false,
			},
		});
		expect(graph.settings['errorWorkflow']).toBeUndefined();
	});

	test('every node that an expression names is there', () => {
		for (const { parameters, name } of graph.nodes) {
			if (!wired.has(name)) continue;
			for (const [, named = ''] of JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)) {
				nodeOf(graph, named);
			}
		}
	});
});

const daily = read('nmbrs-daily-sync.json');

test.each([
	{ type: 'n8n-nodes-base.code' },
	{ type: 'n8n-nodes-base.httpRequest' },
	{ type: 'n8n-nodes-base.executeWorkflow' },
	{ type: 'n8n-nodes-alleo.alleo', parameters: { operation: 'deactivate' } },
	{ type: 'n8n-nodes-alleo.alleo', parameters: { resource: 'syncPlan' } },
	{ type: 'n8n-nodes-alleo.customerSetup', parameters: {} },
	{ type: 'n8n-nodes-base.dataTable', parameters: { operation: 'get' } },
])('a node in the way that is not known to read only is named, and nothing starts: %j', (node) => {
	expect(problemOf(between(daily, node))).toMatchObject({
		code: 'EXPLAIN_WAY_BLOCKED',
		params: { node: 'Mine', workflow: daily.name },
	});
});

test('what ops put in the way to rewrite items is run as it is', () => {
	const filter = { type: 'n8n-nodes-base.filter', parameters: { conditions: { a: 1 } } };
	const graph = graphOf(between(daily, filter));
	expect(nodeOf(graph, 'Mine')).toMatchObject(filter);
	expect(wiresOf(graph.connections).map(({ from }) => from)).toContain('Mine');
});

test('routes and policies of the customer go along', () => {
	const routing = { routes: [{ filter: 'noord', companyId: '7' }] };
	const changed = StoredWorkflow.parse({
		...daily,
		nodes: daily.nodes.map((node) =>
			node.name === 'Compare with Alleo'
				? { ...node, parameters: { ...node.parameters, routing, absentPolicy: 'deactivate' } }
				: node,
		),
	});
	expect(nodeOf(graphOf(changed), 'Compare with Alleo').parameters).toMatchObject({
		routing,
		absentPolicy: 'deactivate',
	});
});

test('what was answered in the inbox stands in every node that reads it, and is no expression', () => {
	const inbox = [{ kind: 'filter', value: '={{ $env }}', answer: 'map', target: '43' }];
	const graph = graphOf(read('nmbrs-daily-sync.json'), { ...QUESTION, inbox });
	const told = graph.nodes.filter(({ parameters }) => 'answers' in parameters);
	expect(told.map(({ name }) => name).sort()).toEqual([
		'Compare with Alleo',
		'Normalize employees',
		'Read Alleo accounts',
	]);
	for (const { parameters } of told) {
		expect(parameters['answers']).toBe(JSON.stringify(inbox));
		expect(isEvaluated(String(parameters['answers']))).toBe(false);
	}
});

test('what is asked is never run: neither the person nor the customer is an expression', () => {
	const text = '={{ $env.SECRET }}';
	const node = nodeOf(
		graphOf(daily, { ...QUESTION, person: text, title: text }),
		'Compare with Alleo',
	);
	expect(node.parameters).toMatchObject({ person: literal(text), title: literal(text) });
	expect(String(node.parameters['person'])).not.toContain('$env');
});

test('a workflow without a comparison of employees, or with two, is none to explain', () => {
	const without = {
		...daily,
		nodes: daily.nodes.filter(({ name }) => name !== 'Compare with Alleo'),
	};
	expect(problemOf(without)).toMatchObject({ code: 'SYNC_WORKFLOW_FOREIGN' });
	const monthly = read('nmbrs-salary-leave.json');
	expect(comparesEmployees(monthly)).toBe(false);
	expect(comparesEmployees(daily)).toBe(true);
	expect(problemOf(monthly)).toMatchObject({ code: 'SYNC_WORKFLOW_FOREIGN' });
	const twice = { ...nodeOf(daily, 'Compare with Alleo'), name: 'Compare again', id: 'y' };
	expect(problemOf({ ...daily, nodes: [...daily.nodes, twice] })).toMatchObject({
		code: 'SYNC_WORKFLOW_FOREIGN',
	});
});
