import { normalize } from '../../../core/normalize';
import { kindOf } from '../../../core/normalize/kinds';
import { codes, inputOf, nmbrs, one } from './support.mts';
import type { Raw } from './support.mts';

/** What a field cannot be: one odd person is held, a wrong mapping is refused. */

test.each([
	['van der Berg', 'text'],
	['X Æ A-12', 'text'],
	['Jansen 2', 'text'],
	['geen', 'text'],
	['-', 'text'],
	['1990-05-04', 'date'],
	['04-05-1990', 'date'],
	['4 mei 1990', 'date'],
	['1990-05-04T00:00:00', 'date'],
	['12345', 'number'],
	['2.345,67', 'number'],
	['€ 2.500', 'number'],
	['EUR 25,-', 'number'],
	['+31 6 1234 5678', 'number'],
	['noor@voorbeeld.nl', 'email'],
	['5f0c2d1e-0000-4000-8000-000000000301', 'id'],
	['https://voorbeeld.nl/x', 'link'],
])('%s is a %s', (text, kind) => {
	expect(kindOf(text)).toBe(kind);
});

describe('one odd person', () => {
	test.each([
		'12345',
		'1990-05-04',
		'noor@voorbeeld.nl',
		'€ 2.500,00',
		'5f0c2d1e-0000-4000-8000-000000000301',
	])('is held: %s as a name', (value) => {
		for (const field of ['firstName', 'lastName']) {
			const person = one(nmbrs({ firstNameInFull: null, [field]: value }));
			expect([person.status, codes(person.issues)]).toEqual(['held', ['NAME_OTHER_KIND']]);
			expect(JSON.stringify(person.issues)).not.toContain(value);
		}
	});

	test.each(['1990-05-04', 'noor@voorbeeld.nl'])('goes on without the group %s', (description) => {
		const person = one(nmbrs({ department: { description } }));
		expect([person.status, person.group, codes(person.notices)]).toEqual([
			'active',
			null,
			['FIELD_IGNORED'],
		]);
	});

	test('goes on without a prefix that is a number', () => {
		const person = one(nmbrs({ prefix: '12' }));
		expect([person.status, person.prefix, codes(person.notices)]).toEqual([
			'active',
			null,
			['FIELD_IGNORED'],
		]);
	});
});

describe('a wrong mapping', () => {
	const many = (count: number, odd: number): Raw[] =>
		Array.from({ length: count }, (_none, at) =>
			nmbrs({
				employeeId: `e-${at}`,
				businessEmail: `p${at}@voorbeeld.nl`,
				value: at < odd ? 'name@voorbeeld.nl' : 'Naam',
				amount: 25.5 + at,
			}),
		);
	const mapped = (field: string, source: string, records = many(20, 0)) =>
		normalize(inputOf(records, { mapping: { [field]: `={{ $json.${source} }}` } }));

	test.each([
		['last_name', 'birthDate', 'MAPPING_NO_NAMES', 'Last Name'],
		['last_name', 'employeeNumber', 'MAPPING_NO_NAMES', 'Last Name'],
		['first_name', 'businessEmail', 'MAPPING_NO_NAMES', 'First Name'],
		['last_name', 'amount', 'MAPPING_NO_NAMES', 'Last Name'],
		['last_name', 'company.debtorId', null, ''],
		['email', 'birthDate', 'MAPPING_NO_EMAILS', 'Business Email'],
		['email', 'amount', 'MAPPING_NO_EMAILS', 'Business Email'],
		['birthday', 'businessEmail', 'MAPPING_NO_DATES', 'Birthday'],
		['birthday', 'lastName', 'MAPPING_NO_DATES', 'Birthday'],
		['start_date', 'amount', 'MAPPING_NO_DATES', 'Start Date'],
		['group', 'birthDate', 'MAPPING_NO_GROUPS', 'Company Group'],
		['group', 'businessEmail', 'MAPPING_NO_GROUPS', 'Company Group'],
		['group', 'employeeNumber', null, ''],
	])('%s read from %s: %s', (field, source, code, label) => {
		const result = mapped(field, source);
		expect(result.ok ? null : result.problem.code).toBe(code);
		if (!result.ok) {
			expect(result.problem.params).toMatchObject({ label, source, count: 20, of: 20 });
		}
	});

	test.each([
		['half of the people', many(20, 10), null],
		['more than half', many(20, 11), 'MAPPING_NO_NAMES'],
		['four people, all of them: it may be chance, and each is held', many(4, 4), null],
		['five', many(5, 5), 'MAPPING_NO_NAMES'],
	])('%s', (_what, records, code) => {
		const result = mapped('last_name', 'value', records);
		expect(result.ok ? null : result.problem.code).toBe(code);
		if (result.ok) {
			const odd = records.filter((person) => String(person['value']).includes('@'));
			expect(result.value.filter(({ status }) => status === 'held')).toHaveLength(odd.length);
		}
	});

	test('many who write "geen" for an address are held, and the mapping stays', () => {
		const records = many(20, 0).map((person) => ({ ...person, businessEmail: 'geen' }));
		const result = normalize(inputOf(records));
		expect(result.ok && result.value.every(({ status }) => status === 'held')).toBe(true);
	});

	test('an empty field says nothing about its mapping', () => {
		const records = many(20, 0).map((person) => ({ ...person, prefix: null }));
		expect(normalize(inputOf(records)).ok).toBe(true);
	});
});
