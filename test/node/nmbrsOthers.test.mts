import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { leaveKind, DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';

useFastClock();

let bench: NmbrsBench;
beforeEach(async () => {
	bench = await NmbrsBench.start({ world: smallWorld(60) });
});
afterEach(async () => await bench.close());

const json = async (parameters: IDataObject, options = {}): Promise<IDataObject[]> =>
	(await bench.run(parameters, options)).items.map((item) => item.json);

describe('debtors and companies', () => {
	test('Debtor: Get Many', async () => {
		const debtors = await json({ resource: 'debtor' });
		expect(debtors).toEqual(
			bench.world.nmbrs.debtors.map(({ debtorId, number, name }) => ({
				debtorId,
				number: String(number),
				name,
			})),
		);
	});

	test('Company: Get Many, of all debtors or of one', async () => {
		const all = await json({ resource: 'company' });
		expect(all.map(({ companyId }) => companyId).sort()).toEqual(
			bench.world.nmbrs.companies.map(({ companyId }) => companyId).sort(),
		);
		const [debtor] = bench.world.nmbrs.debtors;
		const some = await json({ resource: 'company', debtorIds: [debtor?.debtorId] });
		expect(some.every(({ debtorId }) => debtorId === debtor?.debtorId)).toBe(true);
		expect(some.length).toBeLessThan(all.length);
	});
});

describe('Leave: Get Many', () => {
	test('one item per balance, with its kind by the table', async () => {
		const items = await json({
			resource: 'leave',
			leaveGroups: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
		});
		const person = bench.world.nmbrs.people.find(({ case: name }) => name === 'unchanged');
		const theirs = items.filter(({ employeeId }) => employeeId === person?.employeeId);
		expect(theirs).toMatchObject([
			{ description: 'Wettelijk verlof', kind: 'statutory', balance: person?.leave.statutory },
			{ description: 'Bovenwettelijk verlof', kind: 'nonStatutory', balance: person?.leave.extra },
		]);
	});

	test('a group that the table does not name is unknown, not guessed', async () => {
		const items = await json({
			resource: 'leave',
			leaveGroups: { rule: [{ match: '1', kind: 'statutory' }] },
		});
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['statutory', 'unknown']));
	});

	test.each([
		[{ code: '1', description: 'Wettelijk verlof' }, 'statutory'],
		[{ code: '2', description: 'BOVENWETTELIJK 2026' }, 'nonStatutory'],
		[{ code: null, description: 'Vakantie' }, 'unknown'],
		[{ code: 'ADV', description: null }, 'nonStatutory'],
	])('%p is %s', (group, kind) => {
		expect(leaveKind(group, DEFAULT_LEAVE_RULES)).toBe(kind);
	});
});

describe('Payroll: Get Wage Components', () => {
	const wages = { resource: 'payroll', operation: 'getWageComponents' };

	test('fixed and variable, with names from SOAP when that credential is set', async () => {
		const items = await json(wages);
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['fixed', 'variable']));
		expect(items.find(({ code }) => code === '7000')).toMatchObject({
			description: 'Alleo toegang',
			value: 1,
		});
		expect(JSON.stringify(items)).not.toContain('comment');
	});

	test('without SOAP: the same, without names', async () => {
		const items = await json(wages, { withoutSoap: true });
		expect(items.find(({ code }) => code === '7000')).toMatchObject({
			description: null,
			value: 1,
		});
	});

	test('either spelling of the variable list', async () => {
		bench.server.state.configure({ variableComponentsKey: 'variableWageComponents' });
		expect((await json(wages)).some(({ kind }) => kind === 'variable')).toBe(true);
	});

	test('year and period reach Nmbrs', async () => {
		await json({ ...wages, year: 2026, period: 4 });
		const urls = bench.server.log.entries
			.map(({ url }) => url)
			.filter((url) => url.includes('wagecomponents'));
		expect(urls.every((url) => url.includes('year=2026&period=4'))).toBe(true);
	});
});

describe('Employee: Get', () => {
	const get = (index: number): IDataObject => {
		const person = bench.world.nmbrs.people.filter(({ case: name }) => name === 'unchanged')[index];
		return { operation: 'get', companyId: person?.companyId, employeeId: person?.employeeId };
	};

	test('the same record as Get Many', async () => {
		const parameters: IDataObject = { ...get(0), include: ['department', 'extraFields'] };
		const [one] = (await bench.run(parameters)).employees;
		const all = await bench.run({ include: ['department', 'extraFields'] });
		expect(one).toEqual(
			all.employees.find(({ employeeId }) => employeeId === parameters['employeeId']),
		);
	});

	test('an employee who is not there', async () => {
		const { message } = await bench.fail({
			...get(0),
			employeeId: 'e0000000-0000-4000-8000-00000000dead',
		});
		expect(message).toContain('no employee with this ID');
	});

	test('"Continue" of n8n keeps the item and its error together', async () => {
		const { items } = await bench.run(
			{ ...get(0), employeeId: 'e0-dead' },
			{ continueOnFail: true, items: 2 },
		);
		expect(items.map(({ pairedItem, json: { code } }) => [pairedItem, code])).toEqual([
			[{ item: 0 }, 'NMBRS_EMPLOYEE_NOT_FOUND'],
			[{ item: 1 }, 'NMBRS_EMPLOYEE_NOT_FOUND'],
		]);
	});

	test.each([
		['no id', { employeeId: '' }, 'Employee ID'],
		['an id that climbs', { employeeId: '../../bank' }, 'Employee ID'],
		['no company', { companyId: '' }, 'Company Name or ID'],
	])('%s is refused before it is sent', async (_name, patch, setting) => {
		expect((await bench.fail({ ...get(0), ...patch })).message).toContain(setting);
	});
});

describe('pickers', () => {
	const load = async (
		name: 'getDebtors' | 'getCompanies',
		parameters: IDataObject = {},
		options = {},
	): Promise<INodePropertyOptions[]> => {
		const { context } = bench.context(parameters, options);
		const loader = { ...context, getInputData: undefined };
		delete (loader as { getInputData?: unknown }).getInputData;
		return await new Nmbrs().methods.loadOptions[name].call(
			loader as unknown as ILoadOptionsFunctions,
		);
	};

	test('debtors and companies by name', async () => {
		expect(await load('getDebtors')).toHaveLength(bench.world.nmbrs.debtors.length);
		const companies = await load('getCompanies');
		expect(companies[0]).toEqual({
			name: '1 Voorbeeld B.V.',
			value: 'c1000000-0000-4000-8000-000000000001',
		});
	});

	test('companies of the chosen debtors only', async () => {
		const [debtor] = bench.world.nmbrs.debtors;
		const companies = await load('getCompanies', { debtorIds: [debtor?.debtorId] });
		expect(companies.length).toBeLessThan(bench.world.nmbrs.companies.length);
	});

	test('a wrong key is an error, not an empty list', async () => {
		await expect(load('getCompanies', {}, { oauth: { subscriptionKey: 'wrong' } })).rejects.toThrow(
			'subscription key',
		);
	});
});

describe('the description', () => {
	test('names that templates and docs rely on', () => {
		const { description } = new Nmbrs();
		const names = description.properties.map(({ name }) => name);
		for (const name of [
			'resource',
			'operation',
			'debtorIds',
			'companyIds',
			'employeeTypes',
			'include',
			'onPartitionError',
			'referenceDate',
		]) {
			expect(names).toContain(name);
		}
		expect(description.outputNames).toEqual(['Employees', 'Coverage']);
		const types = description.properties.find(({ name }) => name === 'employeeTypes');
		expect(types?.default).toEqual(['payroll', 'formerPayroll']);
		expect(description.properties.find(({ name }) => name === 'onPartitionError')?.default).toBe(
			'stop',
		);
	});

	test('an operation that does not exist is one message', async () => {
		expect((await bench.fail({ resource: 'debtor', operation: 'delete' })).message).toContain(
			'Operation',
		);
	});
});
