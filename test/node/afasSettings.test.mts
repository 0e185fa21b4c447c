import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { ConnectorInfo } from '../../nodes/Afas/api/schemas';
import { planListing } from '../../nodes/Afas/listing/plan';
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
const run = async (parameters: Record<string, unknown> = {}, oauth = false) =>
	await runAfas({ baseUrl: afas.url, parameters, oauth });

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

	test.each([11, 12, 14])('operator %i keeps the rows without a value too', async (operator) => {
		const { employees } = await run({
			filters: { conditions: [{ field: 'PrefixBirthName', operator, value: 'van' }] },
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
		['no connector', { employeesConnector: '' }, 'SETTING_INVALID'],
		['an unknown order column', { orderBy: 'EmployeeId,Nergens' }, 'AFAS_COLUMNS_MISSING'],
		['an unknown person key', { personKey: 'Mail' }, 'SETTING_INVALID'],
		['a reference date that is no date', { referenceDate: 'gisteren' }, 'SETTING_INVALID'],
		[
			'a filter on an unknown column',
			{ filters: { conditions: [{ field: 'Nergens', operator: 1, value: 'x' }] } },
			'AFAS_COLUMNS_MISSING',
		],
		[
			'a date filter without a date',
			{ filters: { conditions: [{ field: 'EmploymentEnd', operator: 2, value: 'morgen' }] } },
			'SETTING_INVALID',
		],
		[
			'a condition without a value',
			{ filters: { conditions: [{ field: 'Mail', operator: 6, value: '' }] } },
			'SETTING_INVALID',
		],
		[
			'a column to leave out that no connector has: it would leave the node all the same',
			{ options: { dropColumns: 'Gendr' } },
			'SETTING_INVALID: Gendr',
		],
		[
			'an only column that no connector has: nobody would have an address',
			{ options: { onlyColumns: 'FirstName, Mial' } },
			'SETTING_INVALID: Mial',
		],
		[
			'an unknown operator',
			{ filters: { conditions: [{ field: 'Mail', operator: 16, value: 'x' }] } },
			'SETTING_INVALID',
		],
	])('%s', async (_name, parameters, expected) => {
		const { message, description } = await refused(parameters);
		const [code = '', named = ''] = expected.split(': ');
		expect(description).toContain(code);
		expect(message).toContain(named);
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

	test('forty columns that must not be something are refused at once, not multiplied out', () => {
		const columns = Array.from({ length: 40 }, (_, index) => `Kolom${index}`);
		const info = ConnectorInfo.parse({ fields: columns.map((id) => ({ id, dataType: 'string' })) });
		const plan = planListing('Profit_X', info, {
			order: [{ column: 'Kolom0', descending: false }],
			conditions: columns.map((field) => ({ field, operator: 7, value: 'x', group: 1 })),
			pageSize: 100,
			parallel: 1,
			keep: [],
			required: [],
			keys: [],
			dates: [],
		});
		expect(plan).toMatchObject({ ok: false, problem: { code: 'AFAS_QUERY_TOO_LONG' } });
	});
});
