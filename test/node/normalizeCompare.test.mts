import type { IDataObject } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { planOfFile } from '../../core/plan/file';
import { readEmployees } from '../../core/plan/read';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { startN8nApi, type KeptWorkflow, type N8nStandIn } from '../support/n8nApi.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { planInput } from '../support/filePlan.mts';
import { nmbrs } from '../unit/normalize/support.mts';
import { panel } from './normalize.panel.mts';

/** Compare with what is published: the node in a draft, n8n's API with the published version. */

const TYPE = 'n8n-nodes-alleo.employeeNormalize';

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
});
afterEach(async () => await n8n.server.close());

const people = (count: number): object[] =>
	Array.from({ length: count }, (_none, index) =>
		nmbrs({
			employeeId: `e-${index}`,
			businessEmail: `p${index}@voorbeeld.nl`,
			team: index < 4 ? 'Noord' : 'Verkoop',
		}),
	);

const node = (parameters: object, more: object = {}): Record<string, unknown> => ({
	id: 'node-1',
	name: 'Test node',
	type: TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: { referenceDate: '2026-11-24', ...parameters },
	...more,
});

function publish(nodes: KeptWorkflow['published'], id = 'workflow-1'): Map<string, KeptWorkflow> {
	const draft = [node({})];
	const rest = { name: 'Sync', isArchived: false, connections: {}, settings: {} };
	return n8n.workflows.set(id, {
		id,
		active: nodes !== null,
		nodes: draft,
		published: nodes,
		...rest,
	});
}

interface Setup {
	parameters?: IDataObject;
	credential?: boolean;
	apiKey?: string;
	/** Parameters of the draft as they stand in it, where an expression gives another value. */
	raw?: IDataObject;
	/** What n8n makes of an expression; throws where it cannot. */
	evaluate?: (expression: string) => unknown;
	/** How the workflow was started; by hand unless told. */
	mode?: 'manual' | 'trigger';
}

/** What the node gives, the Preview first: that is where the comparison stands. */
async function run(setup: Setup = {}, records = people(10)): Promise<IDataObject[][]> {
	const data = {
		baseUrl: n8n.server.url,
		apiKey: setup.apiKey ?? 'the-api-key',
		signingKey: 's'.repeat(40),
	};
	const { context, node: own } = fakeContext({
		nodeType: TYPE,
		parameters: {
			dataset: 'employees',
			mode: 'compare',
			source: 'auto',
			selectiveSync: 'auto',
			emptyAccess: 'undecided',
			emailPolicy: 'business',
			namePolicy: 'birth',
			referenceDate: '2026-11-24',
			...setup.parameters,
		},
		input: records.map((json) => ({ json: json as IDataObject })),
		...(setup.credential === false
			? {}
			: { credentials: { alleoN8nApi: { data, type: new AlleoN8nApi() } } }),
		...(setup.mode === undefined ? {} : { mode: setup.mode }),
	});
	const evaluate = setup.evaluate ?? (() => undefined);
	Object.assign(context, { evaluateExpression: evaluate });
	own.parameters = { ...own.parameters, ...setup.raw } as typeof own.parameters;
	const outputs = await new EmployeeNormalize().execute.call(context);
	const [employees = [], held = [], preview = []] = outputs.map((output) =>
		output.map(({ json }) => json),
	);
	return [preview, held, employees];
}

const line = (items: IDataObject[] | undefined, field: string): IDataObject | undefined =>
	items?.find((item) => item['alleo_field'] === field);

/** The private address is mapped on request only. */
const atHome = {
	source: 'nmbrs',
	fields: panel('nmbrs', { private_email: '={{ $json.privateEmail }}' }),
};

const byTeam = { source: 'nmbrs', fields: panel('nmbrs', { group: '={{ $json.team }}' }) };

describe('Compare with what is published', () => {
	test('the draft beside the published node, over everybody, by one read of n8n', async () => {
		publish([node({ source: 'nmbrs' })]);
		const [items, held] = await run({ parameters: byTeam });
		expect(held).toEqual([]);
		expect(items?.[0]).toMatchObject({
			field: 'Company Group',
			source_before: 'department.description',
			source_now: 'team',
			people: 10,
			people_affected: 4,
			examples: [{ from: 'Verkoop', to: 'Noord', people: 4 }],
			changed: 4,
			filled: '10 of 10',
			named: expect.arrayContaining(['Noor van Testen: Verkoop -> Noord']),
		});
		expect(n8n.server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
			'GET /api/v1/workflows/workflow-1',
		]);
	});

	test('a node that was renamed is found by its id; one that was made again by its name', async () => {
		publish([
			node({ source: 'nmbrs' }, { name: 'Before' }),
			node(byTeam, { id: 'other', name: 'Test node' }),
		]);
		expect(line((await run({ parameters: byTeam }))[0], 'group')?.['people_affected']).toBe(4);
		publish([node({ ...byTeam }, { id: 'other' })]);
		expect(line((await run({ parameters: byTeam }))[0], 'group')?.['people_affected']).toBe(0);
	});

	test('a node of the published version that leaves its defaults away is read with them', async () => {
		publish([node({ referenceDate: undefined })]);
		const [items] = await run({ parameters: { referenceDate: '' } });
		expect(items?.every((item) => item['people_affected'] === 0)).toBe(true);
	});

	test('each setting counts, the options too', async () => {
		publish([node({ ...atHome, language: 'en', options: { clearWhenEmpty: ['private_email'] } })]);
		const [items] = await run({ parameters: atHome });
		expect(line(items, 'language')).toMatchObject({
			people_affected: 10,
			examples: [{ from: 'en', to: 'nl', people: 10 }],
		});
		expect(line(items, 'private_email')?.['examples']).toEqual([
			{ from: 'cleared', to: 'empty', people: 10 },
		]);
	});

	test('an expression of both is what the draft made of it; another is worked out here', async () => {
		const same = "={{ $('Settings').first().json.day }}";
		publish([
			node({ referenceDate: same, language: "={{ $('Settings').first().json.language }}" }),
		]);
		const asked: string[] = [];
		const evaluate = (expression: string): unknown => {
			asked.push(expression);
			return 'en';
		};
		const [items] = await run({ evaluate, raw: { referenceDate: same } });
		expect(line(items, 'language')?.['examples']).toEqual([{ from: 'en', to: 'nl', people: 10 }]);
		expect(asked).toEqual(["{{ $('Settings').first().json.language }}"]);
	});

	test('what cannot be worked out here is said, and is the draft on both sides', async () => {
		publish([
			node({
				...atHome,
				language: "={{ $('Gone').first().json.language }}",
				options: {
					gapDays: "={{ $('Gone').first().json.gap }}",
					clearWhenEmpty: ['private_email'],
				},
			}),
		]);
		const evaluate = (): unknown => {
			throw new Error('no such node');
		};
		const [items] = await run({ evaluate, parameters: atHome });
		const said = items
			?.filter((item) => item['alleo_field'] === 'setting')
			.map(({ field }) => field);
		expect(said).toEqual(['Language', 'Days Between Employments']);
		expect(line(items, 'language')?.['people_affected']).toBe(0);
		expect(line(items, 'private_email')?.['people_affected']).toBe(10);
	});

	test.each<[string, () => unknown, Setup, string]>([
		[
			'no credential',
			() => publish([node({})]),
			{ credential: false },
			'no Alleo N8n API credential is chosen',
		],
		['a workflow that n8n does not know', () => undefined, {}, 'n8n does not give this workflow'],
		['nothing published', () => publish(null), {}, 'Nothing of this workflow is published yet'],
		[
			'no such node in it',
			() => publish([node({}, { id: 'x', name: 'Other' })]),
			{},
			'has no node "Test node"',
		],
		[
			'a node of that name for salaries',
			() => publish([node({ dataset: 'salaryLeave' })]),
			{},
			'has no node "Test node"',
		],
		[
			'a key that may not read workflows',
			() => n8n.refuse.set('GET', 403),
			{},
			'workflow:read is missing',
		],
		[
			'a key that n8n refuses',
			() => publish([node({})]),
			{ apiKey: 'other' },
			'n8n refuses the API key',
		],
		[
			'a published setting that no run takes',
			() => publish([node({ emptyAccess: 'maybe' })]),
			{},
			'Empty Access Field Means',
		],
	])('%s is said with what to do, and stops nobody', async (_what, prepare, setup, text) => {
		prepare();
		const [items, held, employees] = await run(setup);
		expect(items?.[0]).toMatchObject({ field: 'Comparison', alleo_field: 'setting' });
		expect(String(items?.[0]?.['problem'])).toContain(text);
		expect(line(items, 'email')).toMatchObject({ filled: '10 of 10' });
		expect([held, employees?.length]).toEqual([[], 10]);
	});

	test('left on it does nothing to a run by schedule: people go on, n8n is not asked', async () => {
		publish([node({ source: 'nmbrs' })]);
		const [items, , employees] = await run({ mode: 'trigger', parameters: byTeam });
		expect(employees?.length).toBe(10);
		expect(line(items, 'group')).toMatchObject({ source: 'team', filled: '10 of 10' });
		expect(n8n.server.seen).toEqual([]);
	});

	test('without anybody there is nothing to compare, and n8n is not asked', async () => {
		expect(await run({}, [])).toEqual([[], [], []]);
		expect(n8n.server.seen).toEqual([]);
	});

	test('no item of it is ever a person to Alleo Diff, whatever the plan is for', async () => {
		publish([node({ source: 'nmbrs' })]);
		const [items = []] = await run({ parameters: byTeam });
		for (const item of items) expect(readEmployees([item]).ok).toBe(false);
		for (const dataset of ['salaryLeave', 'budgets'] as const) {
			const made = planOfFile(planInput(0, { dataset, source: items }));
			expect([dataset, made.ok]).toEqual([dataset, false]);
		}
	});
});
