import { readFileSync } from 'node:fs';
import { filterJson, type Condition } from '../../nodes/Afas/api/filter';
import { checkRow, yesNo } from '../../nodes/Afas/api/filterCheck';
import { OPERATORS } from '../../nodes/Afas/api/operators';
import { longestQuery, pageQuery, pageSizeFor, QUERY_LIMIT } from '../../nodes/Afas/api/query';
import { AfasField, ConnectorInfo } from '../../nodes/Afas/api/schemas';

const fixture = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`../fixtures/afas/${name}`, import.meta.url), 'utf8'));

const fields = new Map(
	[
		['EmployerId', 'string'],
		['EmploymentEnd', 'date'],
		['Mail', 'string'],
		['FTE', 'decimal'],
		['alleo_access', 'boolean'],
	].map(([id, dataType]) => [id ?? '', AfasField.parse({ id, dataType })]),
);

const condition = (field: string, operator: number, value = '', group = 1): Condition => ({
	field,
	operator: operator as Condition['operator'],
	value,
	group,
});

const sent = (...conditions: Condition[]): unknown => {
	const result = filterJson(conditions, fields);
	if (!result.ok) throw new Error(result.cause);
	return result.value === null ? null : JSON.parse(result.value);
};

const values = (filter: unknown): string[] => {
	const groups = (
		filter as { Filters: { Filter: Array<{ Field: Array<Record<string, string>> }> } }
	).Filters.Filter;
	return groups.map(({ Field }) =>
		Field.map((entry) => `${entry['@FieldId']} ${entry['@OperatorType']} ${entry['#text']}`).join(
			' & ',
		),
	);
};

test('two groups give exactly the filterjson of the vendor', () => {
	expect(
		sent(
			condition('EmployerId', 1, '01', 1),
			condition('EmploymentEnd', 8, '', 1),
			condition('EmployerId', 1, '01', 2),
			condition('EmploymentEnd', 2, '2026-09-01', 2),
		),
	).toEqual(fixture('filterjson-two-groups.json'));
});

test('there are exactly the 15 operators of AFAS', () => {
	const numbers = OPERATORS.map(({ value }) => value).sort((a, b) => a - b);
	expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
});

test.each([
	[6, '%voor%'],
	[10, 'voor%'],
	[13, '%voor'],
	[15, 'voor'],
	[1, 'voor'],
])('operator %i sends %s', (operator, expected) => {
	expect(values(sent(condition('Mail', operator, 'voor')))).toEqual([
		`Mail ${operator} ${expected}`,
	]);
});

test.each([
	[11, '%voor%'],
	[12, 'voor%'],
	[14, '%voor'],
])('operator %i sends %s, and does not lose who has no value', (operator, expected) => {
	expect(values(sent(condition('Mail', operator, 'voor')))).toEqual([
		`Mail ${operator} ${expected}`,
		'Mail 8 ',
	]);
});

test('a wildcard of the user is left alone, and so are $ and & in a value', () => {
	expect(values(sent(condition('Mail', 6, 'a%b')))).toEqual(['Mail 6 a%b']);
	expect(values(sent(condition('Mail', 6, '$& $1')))).toEqual(['Mail 6 %$& $1%']);
});

test('"not equal" also asks for empty values, in every combination', () => {
	expect(values(sent(condition('EmployerId', 7, '01'), condition('Mail', 7, 'x')))).toEqual([
		'EmployerId 7 01 & Mail 7 x',
		'EmployerId 7 01 & Mail 8 ',
		'EmployerId 8  & Mail 7 x',
		'EmployerId 8  & Mail 8 ',
	]);
});

test('several "not equal" on one column need one alternative more, however many they are', () => {
	const conditions = ['01', '02', '03', '04', '05'].map((value) =>
		condition('EmployerId', 7, value),
	);
	expect(values(sent(condition('Mail', 9), ...conditions))).toEqual([
		'Mail 9  & EmployerId 7 01 & EmployerId 7 02 & EmployerId 7 03 & EmployerId 7 04 & EmployerId 7 05',
		'Mail 9  & EmployerId 8 ',
	]);
});

test.each([
	['2026-09-01', '2026-09-01T00:00:00'],
	['01-09-2026', '2026-09-01T00:00:00'],
	['2026-09-01T08:30:00Z', '2026-09-01T08:30:00'],
])('the date %s is sent without a Z', (given, expected) => {
	expect(values(sent(condition('EmploymentEnd', 2, given)))).toEqual([
		`EmploymentEnd 2 ${expected}`,
	]);
});

test('numbers have a point, and words are refused', () => {
	expect(values(sent(condition('FTE', 2, '0,8')))).toEqual(['FTE 2 0.8']);
	expect(filterJson([condition('FTE', 2, 'veel')], fields)).toMatchObject({ ok: false });
});

test('a group of yes/no columns alone leaves nothing for the server', () => {
	expect(sent(condition('alleo_access', 1, 'ja'))).toBeNull();
	expect(sent(condition('alleo_access', 1, 'ja'), condition('Mail', 9, '', 2))).toBeNull();
	expect(values(sent(condition('alleo_access', 8)))).toEqual(['alleo_access 8 ']);
});

describe('a second look at each row', () => {
	const look = (
		row: Record<string, string | number | boolean | null>,
		...conditions: Condition[]
	) => checkRow(conditions, fields, (column) => row[column]);

	test.each([
		[true, 'ja', true],
		[false, 'ja', false],
		[null, 'ja', false],
		[1, 'true', true],
		['Nee', 'nee', true],
	])('yes/no value %p against %s', (value, wanted, keep) => {
		expect(look({ alleo_access: value }, condition('alleo_access', 1, wanted)).keep).toBe(keep);
	});

	test('not equal keeps the empty one', () => {
		expect(look({ alleo_access: null }, condition('alleo_access', 7, 'nee')).keep).toBe(true);
		expect(look({ alleo_access: false }, condition('alleo_access', 7, 'nee')).keep).toBe(false);
	});

	test.each([
		['another employer', { EmployerId: '02' }, condition('EmployerId', 1, '01'), 'EmployerId'],
		['filled where empty was asked', { Mail: 'x' }, condition('Mail', 8), 'Mail'],
		[
			'an earlier date',
			{ EmploymentEnd: '2025-01-01' },
			condition('EmploymentEnd', 2, '2026-01-01'),
			'EmploymentEnd',
		],
		['a smaller number', { FTE: 0.2 }, condition('FTE', 4, '0,5'), 'FTE'],
	])('%s is noticed', (_name, row, asked, field) => {
		expect(look(row, asked).notHonoured).toBe(field);
	});

	test.each([
		['other case and accents', { Mail: 'ZOË@example.nl' }, condition('Mail', 6, 'zoe')],
		['a wildcard of the user', { Mail: 'abc' }, condition('Mail', 1, 'a%')],
		['an order that depends on the database', { Mail: 'b' }, condition('Mail', 2, 'C')],
		[
			'a date with time',
			{ EmploymentEnd: '2026-01-01' },
			condition('EmploymentEnd', 4, '2026-01-01T08:00:00'),
		],
	])('%s is left to the server', (_name, row, asked) => {
		expect(look(row, asked).notHonoured).toBeNull();
	});

	test('one group that holds is enough', () => {
		const asked = [condition('EmployerId', 1, '01', 1), condition('EmployerId', 1, '02', 2)];
		expect(look({ EmployerId: '02' }, ...asked)).toEqual({ keep: true, notHonoured: null });
	});
});

test.each([
	[true, true],
	['J', true],
	[' waar ', true],
	[0, false],
	['onwaar', false],
	[null, null],
	['misschien', null],
	['', null],
])('yes/no of %p is %p', (given, expected) => {
	expect(yesNo(given)).toBe(expected);
});

test('the query is encoded by hand, without a plus', () => {
	const query = pageQuery({ skip: 0, take: 10, order: 'A,-B', filterJson: '{"a":"b c%+é"}' });
	expect(query).toBe(
		'skip=0&take=10&orderbyfieldids=A%2C-B&filterjson=%7B%22a%22%3A%22b%20c%25%2B%C3%A9%22%7D',
	);
	expect(longestQuery({ take: 10, order: 'A', filterJson: null })).toBeGreaterThan(
		query.length - 100,
	);
	expect(QUERY_LIMIT).toBe(2049);
});

test('pages are sized by columns', () => {
	expect(pageSizeFor(1000, 20)).toBe(1000);
	expect(pageSizeFor(100_000, 20)).toBe(7499);
	expect(pageSizeFor(100_000, 150)).toBe(999);
	expect(pageSizeFor(0, 20)).toBe(2);
});

test.each([
	'Profit_Employees',
	'Profit_LeaveBalance',
	'Voorbeeld_Medewerkers',
	'Voorbeeld_Looncomponenten',
])('the sample metainfo of %s is read whole', (name) => {
	const sample = fixture(`metainfo-get-${name}.json`) as { fields: unknown[] };
	expect(ConnectorInfo.parse(sample).fields).toHaveLength(sample.fields.length);
});
