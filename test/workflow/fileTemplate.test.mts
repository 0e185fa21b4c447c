import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { templateOf } from '../../core/connect/templates/version';
import { Workflow as Template } from '../../core/connect/templates/workflow';
import { shippedVersion } from '../../core/connect/templates/upgrade/behind';
import { comparesEmployees, explainGraph } from '../../core/connect/templates/explainGraph';
import { earlierFiles } from '../../core/runLog/files';
import { mappingFields } from '../../nodes/EmployeeNormalize/mappingFields';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, readWorkflow, unknownParameters } from '../support/templates.mts';

/** The daily sync from a file, as it ships. */

const template = readWorkflow('file-daily-sync');
const steps = template.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
const node = (name: string): INode => {
	const found = template.nodes.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};
const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

test('is thin, and says which version it is', () => {
	expect(steps.length).toBeLessThanOrEqual(14);
	expect(templateOf(Template.parse(template))).toEqual({
		name: 'file-daily-sync',
		version: shippedVersion('file-daily-sync'),
	});
});

test('has the nodes of the other daily ones, and two that fetch the file', () => {
	const names = (which: string) =>
		readWorkflow(which)
			.nodes.map(({ name }) => name)
			.sort();
	// Budgets of people from a file go to Alleo by no file of this package.
	const others = new Set(['Read AFAS employees', 'Last budget file']);
	const expected = names('afas-daily-sync').filter((name) => !others.has(name));
	const added = ['Fetch the file', 'Find the file', 'Read employee file'];
	expect(names('file-daily-sync')).toEqual([...expected, ...added].sort());
});

test('every node and parameter exists, without an issue that n8n would show', () => {
	for (const one of template.nodes) {
		const { name, type, typeVersion, parameters } = one;
		const description = own.get(type);
		if (description === undefined) {
			expect({ name, version: CORE_TYPES[type]?.version }).toEqual({ name, version: typeVersion });
			const odd = Object.keys(parameters).filter(
				(key) => !CORE_TYPES[type]?.parameters.includes(key),
			);
			expect({ name, odd }).toEqual({ name, odd: [] });
			continue;
		}
		expect({ name, odd: unknownParameters(parameters, description.properties) }).toEqual({
			name,
			odd: [],
		});
		const full = NodeHelpers.getNodeParameters(
			description.properties,
			parameters,
			true,
			false,
			one,
			description,
		);
		const issues = NodeHelpers.getNodeParametersIssues(
			description.properties,
			{ ...one, parameters: full ?? {} },
			description,
		);
		expect({ name, issues }).toEqual({ name, issues: null });
	}
});

test('maps what Employee File gives (run: node .ci/generate.mjs)', () => {
	const { parameters } = node('Normalize employees');
	expect(parameters['source']).toBe('custom');
	const { schema, value } = parameters['fields'] as unknown as {
		schema: Array<{ id: string; removed: boolean }>;
		value: Record<string, string>;
	};
	const offered = mappingFields('custom');
	expect(schema.map(({ id }) => id)).toEqual(offered.map(({ id }) => id));
	const given = offered.flatMap(({ id, options = [] }) => {
		const [first] = options;
		const isGiven = first?.name.startsWith('From a File: ') === true;
		// Only where a person asks for it: a private address, and a number beside the ID.
		return isGiven && id !== 'private_email' && id !== 'employee_number'
			? [[id, first?.value]]
			: [];
	});
	expect(value).toEqual(Object.fromEntries(given));
	for (const { id, removed } of schema)
		if (id in value) expect({ id, removed }).toEqual({ id, removed: false });
});

test('goes on without a file, so that Employee File says that there is none', () => {
	expect(node('Find the file')).toMatchObject({ alwaysOutputData: true, executeOnce: true });
	expect(node('Fetch the file')).toMatchObject({
		alwaysOutputData: true,
		executeOnce: true,
		onError: 'continueRegularOutput',
	});
});

describe('the newest file of the folder', () => {
	test('both expressions choose the same one', () => {
		const path = String(node('Fetch the file').parameters['path']);
		const { changedAt } = node('Read employee file').parameters['options'] as { changedAt: string };
		const choice = (text: string) => /\$\('Find the file'\).*\[0\](?=\?\.)/.exec(text)?.[0];
		expect(choice(path)).toBeDefined();
		expect(choice(path)).toBe(choice(changedAt));
	});

	test.each([
		[[], undefined],
		[[{ type: 'd', name: 'old.csv', path: '/a/old.csv', modifyTime: '2026-11-29' }], undefined],
		[
			[{ type: '-', name: 'a.csv.part', path: '/a/a.csv.part', modifyTime: '2026-11-29' }],
			undefined,
		],
		[
			[
				{ type: '-', name: 'a.csv', path: '/a/a.csv', modifyTime: '2026-11-28T05:00:00.000Z' },
				{ type: '-', name: 'B.CSV', path: '/a/B.CSV', modifyTime: '2026-11-29T05:00:00.000Z' },
				{},
			],
			'/a/B.CSV',
		],
		// As n8n's node gives it within a run: a date, whose text begins with the day of the week. And a server
		// whose listing is not written as that of `ls -l`, so that n8n has no type for it.
		[
			[
				{
					type: '/',
					name: 'a.csv',
					path: '/a/a.csv',
					modifyTime: new Date('2026-11-29T05:00:00Z'),
				},
				{
					type: '/',
					name: 'b.csv',
					path: '/a/b.csv',
					modifyTime: new Date('2026-11-30T05:00:00Z'),
				},
			],
			'/a/b.csv',
		],
	])('%#', (listing, wanted) => {
		const path = String(node('Fetch the file').parameters['path']);
		const [, text = ''] = /^=\{\{ (.*\[0\])\?\./.exec(path) ?? [];
		const pick = new Function('$', `return ${text}`) as ($: () => object) => { path?: string };
		expect(pick(() => ({ all: () => listing.map((json) => ({ json })) }))?.path).toBe(wanted);
	});
});

test('Explain may fetch the file again, and nothing else of n8n’s file nodes', () => {
	const stored = {
		...Template.parse(template),
		id: 'w1',
		name: 'x',
		active: true,
		isArchived: false,
	};
	const question = { person: 'hibob-1', title: '', language: 'nl' as const, applyUrl: '' };
	expect(comparesEmployees(stored)).toBe(true);
	const asked = explainGraph(stored, question);
	expect(asked.ok || asked.problem.code).toBe(true);
	const kept = asked.ok ? asked.value.nodes.map(({ name }) => name) : [];
	expect(kept).toEqual(expect.arrayContaining(['Find the file', 'Fetch the file']));
	const read = asked.ok
		? asked.value.nodes.find(({ name }) => name === 'Read employee file')
		: null;
	expect(earlierFiles(read?.parameters['history'], 'w1', 'file')).toEqual([]);
	const changed = {
		...stored,
		nodes: stored.nodes.map((one) =>
			one.name === 'Fetch the file'
				? { ...one, parameters: { ...one.parameters, operation: 'delete' } }
				: one,
		),
	};
	expect(explainGraph(changed, question)).toMatchObject({
		ok: false,
		problem: { code: 'EXPLAIN_WAY_BLOCKED' },
	});
});
