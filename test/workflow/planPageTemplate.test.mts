import type { INodeTypeDescription } from 'n8n-workflow';
import { RUN_LOG_COLUMNS, RUN_LOG_TABLE } from '../../core/runLog/columns';
import { PLAN_COLUMNS, PLANS_TABLE } from '../../core/runLog/plans/columns';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, readWorkflow, unknownParameters } from '../support/templates.mts';

/** workflows/plan-page.json: its lint, and what must not change about the door. */

const template = readWorkflow('plan-page');
const own = new Map<string, INodeTypeDescription>();
beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const node = (name: string) => {
	const found = template.nodes.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};

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

test('it shows, leads a decision on, and reads nothing but the tables of plans and of runs', () => {
	expect(node('When a plan is opened').parameters).toEqual({
		multipleMethods: true,
		httpMethod: ['GET', 'POST'],
		path: 'alleo-plan',
		responseMode: 'responseNode',
		options: {},
	});
	const tables = template.nodes.filter(({ type }) => type.endsWith('.dataTable'));
	expect(tables).toHaveLength(3);
	const columns = new Set([...PLAN_COLUMNS, ...RUN_LOG_COLUMNS].map(({ name }) => name));
	for (const { parameters } of tables) {
		expect(parameters).toMatchObject({
			resource: 'row',
			operation: 'get',
			dataTableId: { mode: 'name' },
		});
		const { value } = parameters['dataTableId'] as { value: string };
		expect([PLANS_TABLE, RUN_LOG_TABLE]).toContain(value);
		const { conditions } = parameters['filters'] as { conditions: Array<{ keyName: string }> };
		for (const { keyName } of conditions) expect(columns).toContain(keyName);
	}
});

test('nothing of a request is kept: the signature is in it', () => {
	expect(template.settings).toMatchObject({
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
	});
});

test('no answer is stored, framed, indexed or told to another site', () => {
	for (const name of ['Lead on to the decision', 'Answer with the page']) {
		const text = JSON.stringify(node(name).parameters);
		for (const said of ['no-store', 'same-origin', 'noindex']) expect(text).toContain(said);
	}
	expect(node('Lead on to the decision').parameters).toMatchObject({
		redirectURL: '={{ $json.location }}',
		// 307: what was posted is posted again at the page that decides.
		options: {
			responseCode: "={{ $('When a plan is opened').all(1).length > 0 ? 307 : 303 }}",
		},
	});
});
