import { draftDifferences } from '../../../core/connect/versions';
import type { NodeVersion, PanelField, WorkflowNodes } from '../../../core/connect/versions';

/** What a draft of a workflow does otherwise than the published version, in words. */

const normalize = (parameters: object, more: Partial<NodeVersion> = {}): NodeVersion => ({
	id: 'n1',
	name: 'Normalize employees',
	type: 'n8n-nodes-alleo.employeeNormalize',
	parameters: parameters as NodeVersion['parameters'],
	...more,
});

const PANEL: PanelField[] = [
	{ name: 'selectiveSync', displayName: 'Selective Sync' },
	{ name: 'fields', displayName: 'Fields' },
	{
		name: 'options',
		displayName: 'Options',
		options: [{ name: 'gapDays', displayName: 'Days Between Employments' }],
	},
	{
		name: 'transforms',
		displayName: 'Fallbacks and Transforms',
		options: [
			{ name: 'rows', displayName: 'Row', values: [{ name: 'field', displayName: 'Field' }] },
		],
	},
	{ name: 'apiToken', displayName: 'Token' },
];

const version = (nodes: NodeVersion[], connections: WorkflowNodes['connections'] = {}) => ({
	nodes,
	connections,
});

const between = (published: WorkflowNodes, draft: WorkflowNodes) =>
	draftDifferences(published, draft, (type) => (type.endsWith('employeeNormalize') ? PANEL : null));

const ofNode = (before: NodeVersion, now: NodeVersion) =>
	between(version([before]), version([now]));

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

describe('settings', () => {
	test('a changed one with the names of the panel, before and now', () => {
		expect(
			ofNode(
				normalize({ selectiveSync: 'auto', options: { gapDays: 7 } }),
				normalize({ selectiveSync: 'off', options: { gapDays: 14 } }),
			),
		).toEqual([
			{ node: 'Normalize employees', setting: 'Selective Sync', from: 'auto', to: 'off' },
			{ node: 'Normalize employees', setting: 'Days Between Employments', from: '7', to: '14' },
		]);
	});

	test('a row of the mapping by the name of its Alleo field', () => {
		const fields = (value: object, removed = false) => ({
			fields: {
				mappingMode: 'defineBelow',
				value,
				schema: [{ id: 'group', displayName: 'Company Group', removed }],
				matchingColumns: [],
			},
		});
		expect(
			ofNode(
				normalize(fields({ group: '$json.department.description' })),
				normalize(fields({ group: '={{ $json.team }}' }, true)),
			),
		).toEqual([
			{
				node: 'Normalize employees',
				setting: 'Company Group',
				from: '$json.department.description',
				to: '={{ $json.team }}',
			},
		]);
	});

	test('one that is new or gone stands beside nothing; empty is nothing', () => {
		expect(ofNode(normalize({ selectiveSync: '' }), normalize({ selectiveSync: 'on' }))).toEqual([
			{ node: 'Normalize employees', setting: 'Selective Sync', from: null, to: 'on' },
		]);
		expect(ofNode(normalize({ options: {} }), normalize({}))).toEqual([]);
		expect(ofNode(normalize({ list: ['a', 'b'] }), normalize({ list: ['a'] }))).toEqual([
			{ node: 'Normalize employees', setting: 'List', from: 'a, b', to: 'a' },
		]);
	});

	test('rows with names are told apart by them, wherever they stand', () => {
		const settings = (rows: object[]): NodeVersion => ({
			id: 's',
			name: 'Settings',
			type: 'n8n-nodes-base.set',
			parameters: { assignments: { assignments: rows } },
		});
		const row = (name: string, value: string, id = '5d1f0c00-0000-4000-8000-000000001101') => ({
			id,
			name,
			type: 'string',
			value,
		});
		expect(
			ofNode(
				settings([row('customer_name', 'Bakkerij'), row('language', 'nl')]),
				settings([
					row('language', 'en', '5d1f0c00-0000-4000-8000-000000009999'),
					row('customer_name', 'Bakkerij'),
				]),
			),
		).toEqual([{ node: 'Settings', setting: 'language', from: 'nl', to: 'en' }]);
	});

	test('rows without names are told apart by their place', () => {
		const rows = (...given: object[]) => normalize({ transforms: { rows: given } });
		expect(ofNode(rows(), rows({ field: 'group', transform: 'trim' }))).toEqual([
			{ node: 'Normalize employees', setting: 'Row 1: Field', from: null, to: 'group' },
			{ node: 'Normalize employees', setting: 'Row 1: Transform', from: null, to: 'trim' },
		]);
	});

	test('long values are cut, and still compared whole', () => {
		const long = `={{ ${'x'.repeat(400)} }}`;
		const [one] = ofNode(normalize({ a: long }), normalize({ a: `${long} ` }));
		expect(one?.from?.length).toBeLessThanOrEqual(120);
		expect(one?.to?.length).toBeLessThanOrEqual(120);
	});
});

describe('what is never shown', () => {
	test('the value of a secret, and what other nodes hold', () => {
		const secret = ofNode(normalize({ apiToken: 'hunter2' }), normalize({ apiToken: 'hunter3' }));
		expect(secret).toEqual([
			{ node: 'Normalize employees', setting: 'Token', from: '•••', to: '•••' },
		]);
		const http = (value: string): NodeVersion => ({
			id: 'h',
			name: 'Call',
			type: 'n8n-nodes-base.httpRequest',
			parameters: { headers: { parameters: [{ name: 'X-Custom', value }] } },
		});
		const code = (jsCode: string): NodeVersion => ({
			id: 'c',
			name: 'Code',
			type: 'n8n-nodes-base.code',
			parameters: { jsCode },
		});
		const all = [
			...ofNode(http('hunter2'), http('hunter3')),
			...ofNode(code('hunter2'), code('hunter3')),
		];
		expect(all).toHaveLength(2);
		expect(JSON.stringify(all)).not.toContain('hunter');
	});

	test('a credential is its name, never its id', () => {
		const withOne = (id: string, name: string) =>
			normalize({}, { credentials: { alleoApi: { id, name } as { name: string } } });
		const changed = ofNode(withOne('id-1', 'Bakkerij'), withOne('id-2', 'Slagerij'));
		expect(changed).toEqual([
			{ node: 'Normalize employees', setting: 'Credential', from: 'Bakkerij', to: 'Slagerij' },
		]);
		expect(JSON.stringify(changed)).not.toContain('id-');
	});
});

describe('nodes', () => {
	const other = normalize({}, { id: 'n2', name: 'Other' });

	test('new, gone, renamed, switched off', () => {
		expect(between(version([normalize({})]), version([normalize({}), other]))).toEqual([
			{ node: 'Other', setting: 'Node', from: null, to: 'employeeNormalize' },
		]);
		expect(between(version([normalize({}), other]), version([normalize({})]))).toEqual([
			{ node: 'Other', setting: 'Node', from: 'employeeNormalize', to: null },
		]);
		expect(ofNode(normalize({}), normalize({}, { name: 'Mapping' }))).toEqual([
			{ node: 'Mapping', setting: 'Name', from: 'Normalize employees', to: 'Mapping' },
		]);
		expect(ofNode(normalize({}), normalize({}, { disabled: true }))).toEqual([
			{ node: 'Normalize employees', setting: 'Disabled', from: null, to: 'true' },
		]);
	});

	test('one made again under its old name is the same node', () => {
		expect(ofNode(normalize({ a: 1 }), normalize({ a: 1 }, { id: 'fresh' }))).toEqual([]);
	});

	test('notes on the canvas are nothing', () => {
		const note = { id: 'x', name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: {} };
		expect(between(version([]), version([note]))).toEqual([]);
	});

	test('another way through the workflow', () => {
		const nodes = [normalize({}), other, normalize({}, { id: 'n3', name: 'Third' })];
		expect(
			between(
				version(nodes, { Other: to('Third') }),
				version(nodes, { Other: to('Normalize employees') }),
			),
		).toEqual([
			{ node: 'Other', setting: 'Connections', from: 'Third', to: 'Normalize employees' },
		]);
		const back = { main: [[], [{ node: 'Third', type: 'main', index: 0 }]] };
		expect(
			between(version(nodes, { Other: to('Third') }), version(nodes, { Other: back })),
		).toHaveLength(1);
	});

	test('the same way, written otherwise, or by another name of a node', () => {
		const nodes = [normalize({}), other];
		const loose = { main: [[{ node: 'Other', type: 'main', index: 0 }], [], []] };
		const before = version(nodes, { 'Normalize employees': to('Other'), Other: { main: [] } });
		expect(between(before, version(nodes, { 'Normalize employees': loose }))).toEqual([]);
		const renamed = version([normalize({}), normalize({}, { id: 'n2', name: 'Renamed' })], {
			'Normalize employees': to('Renamed'),
		});
		expect(between(before, renamed).map(({ setting }) => setting)).toEqual(['Name']);
	});

	test('no more than a page can hold', () => {
		const many = (value: number) =>
			normalize(Object.fromEntries(Array.from({ length: 500 }, (_none, at) => [`p${at}`, value])));
		expect(ofNode(many(1), many(2))).toHaveLength(100);
	});
});
