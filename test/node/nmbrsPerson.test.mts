import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText, readDate, type RowReader } from '../../nodes/Nmbrs/api/fields';
import { readHistories } from '../../nodes/Nmbrs/listing/histories';
import {
	fillTable,
	LIST_KEYS,
	LISTS,
	type ListKey,
	type Tables,
} from '../../nodes/Nmbrs/listing/lists';
import type { Listing } from '../../nodes/Nmbrs/listing/listing';
import type { RawEmployee } from '../../nodes/Nmbrs/employee/rawEmployee';
import { buildPerson } from '../../nodes/Nmbrs/employee/person';
import { PersonalInfoRow } from '../../nodes/Nmbrs/api/schemas';

/** Pure parts: what becomes of the vendor's rows. Fixtures are the published shapes. */

const NOOR = '00000000-0000-4000-8000-000000000301';

const fixture = (list: string): { data: unknown[] } =>
	JSON.parse(
		readFileSync(
			join(process.cwd(), `test/fixtures/nmbrs/rest/${list.toLowerCase()}.json`),
			'utf8',
		),
	) as {
		data: unknown[];
	};

const listing = (key: ListKey, rows: unknown[]): Listing => ({
	list: LISTS[key].list,
	rows,
	pages: 1,
	totalRecords: rows.length,
	totalsStable: true,
	gap: false,
	size: 100,
	firstPage: { rows, totalPages: 1, totalRecords: rows.length, pageSize: 100 },
});

function person(tables: Tables, referenceDate = '2026-05-15'): RawEmployee {
	return buildPerson({
		id: NOOR,
		tables,
		basic: null,
		company: { id: 'c', number: '1', name: 'Voorbeeld B.V.', debtorId: null },
		period: { year: 2026, period: 5 },
		referenceDate,
		leaveGroups: new Map(),
	});
}

test('what people map stands first in the input panel, lists last', () => {
	const tables: Tables = {};
	for (const key of LIST_KEYS) fillTable(tables, key, listing(key, fixture(LISTS[key].list).data));
	const keys = Object.keys(person(tables));
	const mapped = ['firstName', 'lastName', 'businessEmail', 'department', 'function'];
	const after = ['startDate', 'birthDate', 'extraFields', 'employeeId', 'source'];
	expect(keys.filter((key) => [...mapped, ...after].includes(key))).toEqual([...mapped, ...after]);
	const lists = ['employments', 'contracts', 'leave', 'histories', 'notices'];
	expect(keys.slice(-lists.length)).toEqual(lists);
});

test('the published payloads become one record', () => {
	const tables: Tables = {};
	for (const key of LIST_KEYS) {
		const checks = fillTable(tables, key, listing(key, fixture(LISTS[key].list).data));
		expect(checks.every(({ ok }) => ok)).toBe(true);
	}
	expect(person(tables)).toMatchObject({
		employeeNumber: '12',
		employeeType: 'payroll',
		firstName: 'Noor',
		prefix: 'van',
		lastName: 'Testen',
		birthDate: '1990-05-17',
		businessEmail: 'noor.testen@example.nl',
		startDate: '2022-01-01',
		endDate: null,
		seniorityDate: '2020-06-01',
		contract: { startDate: '2022-01-01', indefinite: true, hoursPerWeek: 32 },
		department: { code: '3', description: 'Logistiek' },
		function: { code: '10', description: 'Planner' },
		manager: { firstName: 'Test', lastName: 'Leidinggevende', email: null },
		schedule: { parttimePercentage: 80, hoursPerWeek: 32 },
		salary: { type: 'grossHourlyWage', value: 19.25, startDate: '2024-01-01' },
		wageComponents: { '1100': 50 },
		leave: [{ balance: 96.5 }],
		notices: [],
	});
	expect(JSON.stringify(person(tables))).not.toMatch(/Nederland|\+31|comment/);
});

test('fields that nobody asked for are dropped at the border', () => {
	const row = PersonalInfoRow({
		basicInfo: { lastName: 'X', BSN: '123456782' },
		birthInfo: { birthDate: '1990-01-01', nationality: { codeISO: 'NL' } },
		contactInfo: { privateMobilePhone: '+31000000000' },
		iban: 'NL91ABNA0417164300',
	});
	expect(JSON.stringify(row)).not.toMatch(/123456782|NL91|\+31|codeISO/);
});

describe('dates', () => {
	test.each([
		['2026-05-15T00:00:00Z', '2026-05-15'],
		['2026-05-15T00:00:00', '2026-05-15'],
		['2026-05-15', '2026-05-15'],
		['0001-01-01T00:00:00', null],
		['', null],
		[null, null],
		[undefined, null],
	])('%p is %p', (given, expected) => {
		expect(readDate(given)).toBe(expected);
	});

	test.each([['soon'], ['2026-02-30'], ['2026-05-15T23:30:00+02:00'], [{ nil: true }], [20260515]])(
		'%p is not taken for absent',
		(given) => {
			const tables: Tables = {
				info: new Map([[NOOR, []]]),
				employments: readHistories(
					[{ employeeId: NOOR, employments: [{ startDate: '2020-01-01', endDate: given }] }],
					'employments',
					LISTS.employments.schema,
				).byEmployee,
			};
			const read = person(tables);
			expect(read.endDate).not.toBeNull();
			expect(read.notices).toContainEqual(
				expect.objectContaining({ code: 'NMBRS_DATE_UNREADABLE', field: 'endDate' }),
			);
		},
	);
});

test('a contract, schedule or salary that starts on no date is remarked, and never the one in force', () => {
	const of = <T,>(key: string, schema: RowReader<T>) =>
		readHistories(
			[{ employeeId: NOOR, [key]: [{ startDate: '2020-01-01' }, { startDate: 'volgende maand' }] }],
			key,
			schema,
		).byEmployee;
	const read = person({
		info: new Map([[NOOR, []]]),
		contracts: of('contracts', LISTS.contracts.schema),
		schedules: of('schedules', LISTS.schedules.schema),
		salaries: of('salaries', LISTS.salaries.schema),
	});
	expect(read.salary).toMatchObject({ startDate: '2020-01-01' });
	const remarked = read.notices
		.filter(({ code }) => code === 'NMBRS_DATE_UNREADABLE')
		.map(({ field }) => field);
	expect(remarked).toEqual(['contract.startDate', 'schedule.startDate', 'salary.startDate']);
});

test('one contract listed several times counts once, as it was written last', () => {
	const row = (createdAt: string, hoursPerWeek: number) => ({
		contractId: 'k1',
		startDate: '2024-01-01',
		createdAt,
		hoursPerWeek,
	});
	const rows = [row('2024-01-01', 24), row('2026-02-01', 36), row('2025-01-01', 32)];
	const contracts = readHistories(
		[{ employeeId: NOOR, contracts: [...rows, { ...row('2023-01-01', 8), contractId: 'k2' }] }],
		'contracts',
		LISTS.contracts.schema,
	).byEmployee;
	const read = person({ info: new Map([[NOOR, []]]), contracts });
	expect(read.contracts).toMatchObject([
		{ contractId: 'k1', hoursPerWeek: 36 },
		{ contractId: 'k2', hoursPerWeek: 8 },
	]);
	expect(read.contract).toMatchObject({ hoursPerWeek: 36 });
});

describe('a wage code twice', () => {
	const wages = (rows: object[]): RawEmployee =>
		person({
			info: new Map([[NOOR, []]]),
			wageComponents: readHistories(
				[{ employeeId: NOOR, fixedWageComponents: rows }],
				'fixedWageComponents',
				LISTS.wageComponents.schema,
			).byEmployee,
		});

	test('with the same value is that value, with another says nothing', () => {
		expect(
			wages([
				{ code: 7000, value: 1 },
				{ code: '7000', value: 1 },
			]).wageComponents,
		).toEqual({ '7000': 1 });
		expect(
			wages([
				{ code: 7000, value: 1 },
				{ code: 7000, value: 2 },
			]).wageComponents,
		).toEqual({ '7000': null });
	});

	test('one that ended is not running', () => {
		expect(wages([{ code: 7000, value: 1, endYear: 2026, endPeriod: 4 }]).wageComponents).toEqual(
			{},
		);
		expect(wages([{ code: 7000, value: 1, endYear: 2026, endPeriod: 5 }]).wageComponents).toEqual({
			'7000': 1,
		});
	});
});

describe('text', () => {
	test.each([
		['a\u0000b', 'ab'],
		['  a\tb\n', 'a b'],
		['half a pair \ud83d', 'half a pair'],
		['😀', '😀'],
		['\u0007', null],
	])('%j becomes %j', (given, expected) => {
		expect(cleanText(given)).toBe(expected);
	});
});
