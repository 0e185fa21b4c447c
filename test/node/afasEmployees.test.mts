import type { IDataObject } from 'n8n-workflow';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { errorOf, runAfas, startSmallAfas } from './afas.helper.mts';

let afas: AfasStandIn;

beforeAll(async () => {
	afas = await startSmallAfas();
});

afterAll(async () => {
	await afas.close();
});

const settings = () => afas.state.settings;
const untouched = { columns: {}, hiddenConnectors: [], emptyConnectors: [], dates: 'iso' } as const;

afterEach(() => {
	Object.assign(settings(), untouched);
	afas.state.model.refresh();
	afas.log.reset();
	afas.faults.clear();
});

const patch = (changes: Partial<ReturnType<typeof settings>>): void => {
	Object.assign(settings(), changes);
	afas.state.model.refresh();
};

const people = () => afas.state.model.world.afas.people;
const byId = (employees: IDataObject[], id: string): IDataObject =>
	employees.find((employee) => employee['EmployeeId'] === id) ?? {};
const run = async (parameters: Record<string, unknown> = {}, oauth = false) =>
	await runAfas({ baseUrl: afas.url, parameters, oauth });

describe('everybody, once', () => {
	test('one item per employee code, with coverage that proves it', async () => {
		const { employees, coverage } = await run({ pageSize: 25 });
		const ids = people().map(({ employeeId }) => employeeId);
		expect(employees.map((employee) => employee['EmployeeId']).sort()).toEqual([...ids].sort());
		expect(coverage).toHaveLength(1);
		expect(coverage[0]).toMatchObject({
			partition: 'Profit_Employees_Alleo',
			name: 'Medewerkers voor Alleo',
			complete: true,
			employees: ids.length,
			error: null,
		});
		expect(coverage[0]?.checks.every(({ ok }) => ok)).toBe(true);
		expect(coverage[0]?.checks.map(({ code }) => code)).toEqual([
			'AFAS_CHECK_COLUMNS',
			'AFAS_CHECK_END',
			'AFAS_CHECK_UNIQUE',
			'AFAS_CHECK_ORDER',
			'AFAS_CHECK_FIRST_PAGE',
			'AFAS_CHECK_CONTRACTS',
		]);
	});

	test('both ways in give the same people', async () => {
		const token = await run();
		const oauth = await run({}, true);
		expect(oauth.employees).toEqual(token.employees);
		expect(oauth.employees.length).toBeGreaterThan(50);
	});

	test('pages are asked one after the other, and at most five at a time where that is set', async () => {
		await run({ pageSize: 10 });
		expect(afas.log.counts.mostOverlapping).toBe(1);
		afas.log.reset();
		patch({ pageMs: 20 });
		const { employees } = await run({ pageSize: 7, options: { parallelPages: 99 } });
		patch({ pageMs: 0 });
		expect(employees).toHaveLength(people().length);
		expect(afas.log.counts.mostOverlapping).toBeGreaterThan(1);
		expect(afas.log.counts.mostOverlapping).toBeLessThanOrEqual(5);
	});

	test('every page has skip, take and a unique order, and nothing but GET is sent', async () => {
		await run({ pageSize: 25 });
		const pages = afas.log.entries.filter(({ url }) => url.includes('/connectors/'));
		expect(pages.length).toBeGreaterThan(4);
		for (const { url } of pages) {
			expect(url).toMatch(/\?skip=\d+&take=\d+&orderbyfieldids=EmployeeId%2CEmployerId/);
		}
		expect(Object.keys(afas.log.counts.byMethod)).toEqual(['GET']);
		expect(afas.log.counts.writes).toBe(0);
	});

	test('a page stays under 150,000 cells whatever the setting', async () => {
		const { employees } = await run({ pageSize: 100_000 });
		expect(employees).toHaveLength(people().length);
		const { columns, find } = afas.state.model;
		for (const name of ['Profit_Employees_Alleo', 'Profit_Contract']) {
			const connector = find.call(afas.state.model, name);
			if (connector === null) throw new Error(`no connector ${name}`);
			const width = columns.call(afas.state.model, connector).length;
			const pages = afas.log.entries.filter(({ url }) => url.includes(`/connectors/${name}?`));
			const takes = pages.map(({ url }) => Number(/take=(\d+)/.exec(url)?.[1]));
			expect(Math.max(...takes) * width).toBeLessThan(150_000);
			expect(Math.max(...takes)).toBeGreaterThan(2000);
		}
	});

	test('a page that is still too big is halved at the same place', async () => {
		patch({ largestPage: 2000 });
		const { employees, coverage } = await run({ pageSize: 1000 });
		patch({ largestPage: 150_000 });
		expect(employees).toHaveLength(people().length);
		expect(coverage[0]?.complete).toBe(true);
	});

	test('several input items do not multiply the people', async () => {
		const input = [{ json: {} }, { json: { a: 1 } }, { json: { a: 2 } }];
		const { employees } = await runAfas({ baseUrl: afas.url, input });
		expect(employees).toHaveLength(people().length);
	});
});

describe('what leaves the node', () => {
	test('no service number, address, phone or marital status, in any form', async () => {
		const { items, fake } = await run();
		const text = JSON.stringify(items);
		for (const { bait } of people()) {
			for (const value of [bait.bsn, bait.street, bait.zipCode, bait.phone, bait.iban]) {
				expect(text).not.toContain(value);
			}
		}
		for (const column of [
			'BSN',
			'Street',
			'City',
			'Mobile',
			'Phone',
			'MaritalStatus',
			'HouseNumber',
		]) {
			expect(items[0]?.[0]?.json).not.toHaveProperty(column);
		}
		expect(fake.hints.join()).toContain('BSN');
	});

	test('salary columns never come from the employees connector', async () => {
		patch({ columns: { Profit_Employees_Alleo: { FTE: 'Bruto_maandsalaris' } } });
		const { employees } = await run();
		expect(employees[0]).not.toHaveProperty('Bruto_maandsalaris');
		expect(employees[0]).toHaveProperty('HourPerWeek');
	});

	test('free fields for Alleo stay as they are', async () => {
		const { employees } = await run();
		expect(employees[0]).toHaveProperty('alleo_access');
		expect(employees[0]).toHaveProperty('alleo_monthly_all_budget');
	});

	test('columns to leave out, and only some columns, are kept to', async () => {
		const fewer = await run({ options: { dropColumns: 'FunctionDesc, gender' } });
		expect(fewer.employees[0]).not.toHaveProperty('FunctionDesc');
		expect(fewer.employees[0]).not.toHaveProperty('Gender');
		const only = await run({ options: { onlyColumns: 'Mail' } });
		expect(only.employees[0]).not.toHaveProperty('FirstName');
		expect(only.employees[0]).toHaveProperty('EmploymentEnd');
	});

	test('ids keep their leading zeros and dates lose their time without shifting', async () => {
		const { employees } = await run();
		const person = people().find(({ employeeId }) => employeeId.startsWith('0'));
		const employee = byId(employees, person?.employeeId ?? '');
		expect(employee['DateOfBirth']).toBe(person?.birthDate);
		expect(employee['EmployeeId']).toMatch(/^0\d+$/);
		expect(JSON.stringify(employees)).not.toContain('T00:00:00');
	});

	test('dates in Dutch spelling are read as well', async () => {
		const iso = await run();
		patch({ dates: 'dutch' });
		const dutch = await run({ orderBy: 'EmployeeId,EmployerId,EmploymentStart' });
		expect(dutch.employees).toEqual(iso.employees);
	});

	test('each record carries key, employments, contracts, employer and partition', async () => {
		const { employees } = await run();
		const two = people().find(({ employments }) => employments.length === 2);
		const employee = byId(employees, two?.employeeId ?? '');
		expect(employee).toMatchObject({
			source: 'afas',
			personKey: two?.employeeId,
			personKeyType: 'EmployeeId',
			partition: 'Profit_Employees_Alleo',
			notices: [],
		});
		const dates = two?.employments.map(({ startDate, endDate }) => ({ startDate, endDate }));
		expect(employee['employments']).toHaveLength(2);
		expect(employee['employments']).toEqual(
			expect.arrayContaining((dates ?? []).map((entry) => expect.objectContaining(entry))),
		);
		expect(employee['contracts']).toHaveLength(2);
		expect(employee['company']).toMatchObject({ id: employee['EmployerId'] });
	});
});

describe('settings', () => {
	test('person number as key: a new employee code is the same person', async () => {
		const { employees } = await run({ personKey: 'PersonId' });
		const persons = new Set(people().map(({ personId }) => personId));
		expect(employees).toHaveLength(persons.size);
		expect(employees.every((employee) => employee['personKeyType'] === 'PersonId')).toBe(true);
		expect(employees.map((employee) => employee['personKey'])).toEqual(
			employees.map((employee) => employee['PersonId']),
		);
	});

	test('without a contracts connector none is read', async () => {
		const { employees, coverage } = await run({ contractsConnector: '' });
		expect(employees[0]?.['contracts']).toEqual([]);
		expect(coverage[0]?.complete).toBe(true);
		expect(afas.log.entries.some(({ url }) => url.includes('Profit_Contract'))).toBe(false);
	});

	test('renamed columns are named once under Columns', async () => {
		const names = { EmployeeId: 'Medewerker', EmploymentStart: 'In', EmploymentEnd: 'Uit' };
		patch({ columns: { Profit_Employees_Alleo: names } });
		const { employees } = await run({
			columns: {
				employeeId: { __rl: true, mode: 'list', value: 'Medewerker' },
				employmentStart: 'In',
				employmentEnd: 'uit',
				contractEmployeeId: 'EmployeeId',
			},
		});
		expect(employees).toHaveLength(people().length);
		expect(employees[0]?.['contracts']).not.toEqual([]);
		expect(employees[0]?.['personKey']).toBe(employees[0]?.['Medewerker']);
	});

	test('pickers and plain text are both read', async () => {
		const { employees } = await run({
			employeesConnector: { __rl: true, mode: 'list', value: 'Profit_Employees_Alleo' },
			contractsConnector: { __rl: true, mode: 'id', value: '' },
		});
		expect(employees).toHaveLength(people().length);
	});

	test('a filter narrows what AFAS gives, and yes/no columns are filtered here', async () => {
		const employer = people()[0]?.companyId ?? '';
		const { employees } = await run({
			filters: {
				conditions: [
					{ field: 'EmployerId', operator: 1, value: employer, group: 1 },
					{ field: { __rl: true, mode: 'list', value: 'alleo_access' }, operator: 1, value: 'ja' },
				],
			},
		});
		expect(employees.length).toBeGreaterThan(0);
		expect(employees.length).toBeLessThan(people().length);
		for (const employee of employees) {
			expect(employee).toMatchObject({ EmployerId: employer, alleo_access: true });
		}
		const sent = afas.log.entries.map(({ url }) => decodeURIComponent(url)).join('\n');
		expect(sent).toContain('"@FieldId":"EmployerId"');
		expect(sent).not.toContain('"@FieldId":"alleo_access"');
	});

	test('"not equal" keeps the rows without a value', async () => {
		const { employees } = await run({
			filters: { conditions: [{ field: 'PrefixBirthName', operator: 7, value: 'van' }] },
		});
		expect(employees.some((employee) => employee['PrefixBirthName'] === null)).toBe(true);
		expect(employees.some((employee) => employee['PrefixBirthName'] === 'van')).toBe(false);
	});

	test('a classic token says when it ends, OAuth does not', async () => {
		const token = await run();
		expect(token.fake.hints.join()).toMatch(/2027-02-15.*2027-08-31/);
		const oauth = await run({}, true);
		expect(oauth.fake.hints.join()).not.toContain('2027-02-15');
	});
});

describe('refused before the first row, with one message', () => {
	const refused = async (parameters: Record<string, unknown>) => {
		const error = await errorOf(run(parameters));
		expect(afas.log.entries.filter(({ url }) => url.includes('/connectors/'))).toEqual([]);
		return error;
	};

	test('missing columns are named together, with what is there', async () => {
		patch({ columns: { Profit_Employees_Alleo: { EmployeeId: null, EmploymentEnd: 'Uit' } } });
		const { message, description } = await refused({});
		expect(message).toMatch(/has no column EmployeeId, EmploymentEnd/);
		expect(message).toContain('Uit');
		expect(description).toMatch(/Columns in the node/);
		expect(description).toContain('AFAS_COLUMNS_MISSING');
	});

	test('a missing contracts connector names what can be seen', async () => {
		patch({ hiddenConnectors: ['Profit_Contract'] });
		const { message } = await refused({});
		expect(message).toMatch(/Profit_Contract is not available.*Profit_Employees_Alleo/);
	});

	test.each([
		[
			'a connector that does not exist',
			{ employeesConnector: 'Profit_Nergens' },
			'AFAS_CONNECTOR_NOT_AVAILABLE',
		],
		['no connector', { employeesConnector: '' }, 'AFAS_SETTING_INVALID'],
		['an unknown order column', { orderBy: 'EmployeeId,Nergens' }, 'AFAS_COLUMNS_MISSING'],
		['an unknown person key', { personKey: 'Mail' }, 'AFAS_SETTING_INVALID'],
		['a reference date that is no date', { referenceDate: 'gisteren' }, 'AFAS_SETTING_INVALID'],
		[
			'a filter on an unknown column',
			{ filters: { conditions: [{ field: 'Nergens', operator: 1, value: 'x' }] } },
			'AFAS_COLUMNS_MISSING',
		],
		[
			'a date filter without a date',
			{ filters: { conditions: [{ field: 'EmploymentEnd', operator: 2, value: 'morgen' }] } },
			'AFAS_SETTING_INVALID',
		],
		[
			'a condition without a value',
			{ filters: { conditions: [{ field: 'Mail', operator: 6, value: '' }] } },
			'AFAS_SETTING_INVALID',
		],
		[
			'an unknown operator',
			{ filters: { conditions: [{ field: 'Mail', operator: 16, value: 'x' }] } },
			'AFAS_SETTING_INVALID',
		],
	])('%s', async (_name, parameters, code) => {
		const { description } = await refused(parameters);
		expect(description).toContain(code);
	});

	test('a query over 2049 characters, with advice', async () => {
		const conditions = Array.from({ length: 30 }, (_, index) => ({
			field: 'EmployerId',
			operator: 1,
			value: `werkgever ${index}`,
			group: index,
		}));
		const { message, description } = await refused({ filters: { conditions } });
		expect(message).toMatch(/characters; AFAS takes 2049 at most/);
		expect(description).toMatch(/GetConnector in Profit/);
	});
});
