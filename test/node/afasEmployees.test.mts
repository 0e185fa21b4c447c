import type { IDataObject } from 'n8n-workflow';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { runAfas, startSmallAfas } from './afas.helper.mts';

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
			'FIELDS_PRESENT',
		]);
	});

	test('what people map stands first in the input panel, lists last', async () => {
		const { employees } = await run();
		const keys = Object.keys(employees[0] ?? {});
		const order = ['FirstName', 'BirthName', 'Mail', 'EmploymentStart', 'alleo_access'];
		const behind = ['EmployeeId', 'company', 'source', 'employments', 'contracts', 'notices'];
		const all = [...order, ...behind];
		expect(keys.filter((key) => all.includes(key))).toEqual(all);
		expect(keys[0]).toBe('FirstName');
	});

	test('contracts that find no employee, because codes are spelled otherwise, are told', async () => {
		const detail = async (parameters: Record<string, unknown>) => {
			const { coverage } = await run(parameters);
			return coverage[0]?.checks.find(({ code }) => code === 'AFAS_CHECK_CONTRACTS')?.detail;
		};
		expect(await detail({})).toMatch(/^(\d+) contract rows, \1 of them with an employee$/);
		const other = { columns: { contractEmployeeId: 'EmployerId' } };
		expect(await detail(other)).toMatch(/ rows, 0 of them with an employee$/);
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
