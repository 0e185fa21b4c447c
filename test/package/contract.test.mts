import type { INodeProperties } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import type { Built } from '../support/built.mts';
import { CREDENTIALS, INCLUDE, NODES, VALUES } from '../support/contract.mts';
import type { Contract } from '../support/contract.mts';

/** The built package against test/support/contract.mts, which says what others hold on to. */

type Port = string | { displayName?: string; required?: boolean };
const portName = (port: Port): string =>
	typeof port === 'string'
		? port
		: `${port.displayName ?? ''}${port.required === false ? ' (optional)' : ''}`;

let built: Built;
beforeAll(() => {
	built = readBuilt();
});

const nodeOf = (name: string): Built['nodes'][number] => {
	const found = built.nodes.find(({ description }) => description.name === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};
const parametersOf = (name: string, parameter: string): INodeProperties[] =>
	nodeOf(name).description.properties.filter((one) => one.name === parameter);
const valuesOf = (property: INodeProperties): unknown[] =>
	(property.options ?? []).map((option) => ('value' in option ? option.value : null)).sort();

describe.each(Object.keys(NODES))('node %s', (name) => {
	const contract = NODES[name] as Contract;

	test('has its resources and operations', () => {
		const { operations = {} } = contract;
		const [resource] = parametersOf(name, 'resource');
		expect(resource === undefined ? [] : valuesOf(resource)).toEqual(Object.keys(operations));
		const found = parametersOf(name, 'operation').map((property) => [
			(property.displayOptions?.show?.['resource'] ?? []).join(),
			valuesOf(property),
		]);
		expect(Object.fromEntries(found)).toEqual(operations);
	});

	test('has its parameters, with these defaults', () => {
		for (const [parameter, wanted] of Object.entries(contract.parameters)) {
			const found = parametersOf(name, parameter);
			expect({ parameter, exists: found.length > 0 }).toEqual({ parameter, exists: true });
			if (wanted === undefined) continue;
			// Operation: the main resource's; everything else is the same wherever it is shown.
			const defaults = found
				.filter(
					({ displayOptions }) =>
						parameter !== 'operation' || displayOptions?.show?.['resource']?.includes('employee'),
				)
				.map((property) => property.default);
			for (const value of defaults) {
				expect({ parameter, default: value }).toEqual({ parameter, default: wanted });
			}
		}
	});

	test('offers these values', () => {
		for (const [parameter, wanted] of Object.entries(VALUES[name] ?? {})) {
			for (const property of parametersOf(name, parameter)) {
				expect({ parameter, values: valuesOf(property) }).toEqual({ parameter, values: wanted });
			}
		}
	});

	test('has its inputs and outputs, in this order', () => {
		const { inputs, outputs, outputNames } = nodeOf(name).description;
		expect((inputs as Port[]).map(portName)).toEqual(contract.inputs);
		if (typeof outputs === 'string') return;
		expect(outputNames ?? (outputs as Port[]).map(portName)).toEqual(contract.outputs);
	});
});

test('alleo: Apply has the outputs Applied and Failed, in this order', () => {
	const outputs = String(nodeOf('alleo').description.outputs);
	expect(outputs.indexOf('Applied')).toBeGreaterThan(0);
	expect(outputs.indexOf('Failed')).toBeGreaterThan(outputs.indexOf('Applied'));
});

test('nmbrs: every part that Include promises', () => {
	const [include] = parametersOf('nmbrs', 'include');
	const values = include === undefined ? [] : valuesOf(include);
	expect(values).toEqual(expect.arrayContaining([...INCLUDE, 'salary', 'schedule']));
});

describe.each(Object.keys(CREDENTIALS))('credential %s', (name) => {
	const credential = (): Built['credentials'][number]['credential'] => {
		const found = built.credentials.find((one) => one.credential.name === name);
		if (found === undefined) throw new Error(`no credential ${name}`);
		return found.credential;
	};

	test('has its fields, and belongs to this package alone', () => {
		const names = credential().properties.map((property) => property.name);
		expect(names).toEqual(expect.arrayContaining(CREDENTIALS[name] ?? []));
		expect(credential()).toMatchObject({ restrictToSupportedNodes: true });
	});

	test('asks for no address: empty means the vendor’s own', () => {
		const addresses = credential().properties.filter(({ name: field }) =>
			['baseUrl', 'soapBaseUrl'].includes(field),
		);
		expect(addresses.map((property) => [property.default, property.required ?? false])).toEqual([
			['', false],
		]);
	});

	test('hides what is secret', () => {
		const secrets = credential().properties.filter(
			({ name: field, type }) =>
				/secret|token|subscriptionKey/i.test(field) && type !== 'notice' && !/url/i.test(field),
		);
		for (const { name: field, typeOptions } of secrets) {
			expect({ field, password: typeOptions?.password }).toEqual({ field, password: true });
		}
	});
});

test('the credential for SOAP and the classic AFAS token say when their way in ends', () => {
	const textOf = (name: string): string =>
		JSON.stringify(built.credentials.find(({ credential }) => credential.name === name));
	expect(textOf('nmbrsTokenApi')).toContain('1 March 2027');
	for (const day of ['2027-02-15', '2027-08-31']) expect(textOf('afasTokenApi')).toContain(day);
});

describe('codex', () => {
	/** Those of n8n's node panel; with any other the node is in none of its lists. */
	const CATEGORIES = [
		'Analytics',
		'Communication',
		'Data & Storage',
		'Development',
		'Finance & Accounting',
		'HITL',
		'Marketing',
		'Miscellaneous',
		'Productivity',
		'Sales',
		'Utility',
	];

	test('names its node, a category that n8n has, and a page of this package', () => {
		for (const { description, codex } of built.nodes) {
			const { node, categories, resources } = codex as {
				node: string;
				categories: string[];
				resources: { primaryDocumentation: Array<{ url: string }> };
			};
			expect(node).toBe(`n8n-nodes-alleo.${description.name}`);
			expect(CATEGORIES).toEqual(expect.arrayContaining(categories));
			expect(resources.primaryDocumentation[0]?.url).toMatch(
				/^https:\/\/github\.com\/n8n-nodes-alleo\/n8n-nodes-alleo/,
			);
		}
	});
});

test('what decides about people, or lets people decide, can reach no system that holds people', () => {
	// n8n's own API, to compare a draft with what is published; a normalizing run does not show it.
	const n8n: Record<string, string[]> = {
		employeeNormalize: ['alleoN8nApi'],
		syncApproval: ['alleoN8nApi'],
	};
	for (const name of ['employeeNormalize', 'alleoDiff', 'syncApproval', 'alleoExplain']) {
		const credentials = (nodeOf(name).description.credentials ?? []).map((one) => one.name);
		expect({ name, credentials }).toEqual({ name, credentials: n8n[name] ?? [] });
	}
});
