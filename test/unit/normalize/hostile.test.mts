import { ISSUES } from '../../../core/issues';
import { NORMALIZE_ISSUES } from '../../../core/issues/normalize';
import { afas, all, nmbrs, one, stopped, verdict, type Raw } from './support.mts';

describe('hostile values are held with a code, never a crash', () => {
	test.each([
		['NUL byte', 'No\u0000or', 'TEXT_UNUSABLE'],
		['control character', 'No\u001bor', 'TEXT_UNUSABLE'],
		['reading direction turned around', 'Noor\u202enetseT', 'TEXT_UNUSABLE'],
		['half a character', 'Noor\ud83d', 'TEXT_UNUSABLE'],
		['2,000 characters', 'N'.repeat(2000), 'TEXT_TOO_LONG'],
		['1,001 emoji', '😀'.repeat(1001), 'TEXT_TOO_LONG'],
		['a list', ['Noor'], 'VALUE_NOT_TEXT'],
		['a group of fields', { value: 'Noor' }, 'VALUE_NOT_TEXT'],
		['a yes/no', true, 'VALUE_NOT_TEXT'],
		['a date object', new Date(0), 'VALUE_NOT_TEXT'],
	])('%s in a name', (_what, value, code) => {
		const good = { firstName: 'Tess', firstNameInFull: 'Tess', businessEmail: 'tess@voorbeeld.nl' };
		for (const field of ['firstName', 'lastName', 'prefix']) {
			const employee = one(nmbrs({ ...good, [field]: value }));
			expect(verdict(employee)).toBe(`held: ${code}`);
			const text = JSON.stringify(employee);
			for (const part of ['Noor', 'No\\u', 'NNNN', '😀']) expect(text).not.toContain(part);
			// Everything else of the person stays to be recognised by.
			expect([employee.email, employee.birthday]).toEqual(['tess@voorbeeld.nl', '1990-05-04']);
			const { first_name: first, last_name: last } = employee;
			expect([first, last]).toEqual([
				field === 'firstName' ? null : 'Tess',
				field === 'lastName' ? null : 'Testen',
			]);
		}
	});

	test.each([
		['emoji', 'Noor 😀'],
		['1,000 emoji', '😀'.repeat(1000)],
		['Arabic', 'نور'],
		['Hebrew', 'נועה'],
		['diacritics', 'Zoë-Ďurđa'],
		['apostrophes', "O'Brien ’t"],
		['markup', '<b>Noor</b>'],
		['formula', '=1+1'],
	])('%s is a name like any other', (_what, firstName) => {
		expect(one(nmbrs({ firstName })).first_name).toBe(firstName);
	});

	test('line ends and tabs become one space, numbers become text', () => {
		expect(one(nmbrs({ firstName: ' Noor\r\n\tAnna ' })).first_name).toBe('Noor Anna');
		expect(one(nmbrs({ department: { description: 12 } })).group).toBe('12');
	});

	test('a strange record is one held item', () => {
		for (const record of [
			{ employeeId: {} },
			{ employments: [null] },
			{ company: 7, notices: 'x' },
		]) {
			expect(one(record as Raw, { options: { source: 'nmbrs' } }).status).toBe('held');
			expect(one(record as Raw, { options: { source: 'afas' } }).status).toBe('held');
		}
	});

	test('an empty item is no person, whatever the source', () => {
		expect(stopped([nmbrs(), {}], { options: { source: 'nmbrs' } })).toBe('SOURCE_UNKNOWN');
	});

	test('people of another system than the chosen one are one clear error', () => {
		expect(stopped([nmbrs(), afas()], { options: { source: 'nmbrs' } })).toBe('SOURCE_MISMATCH');
		expect(stopped([nmbrs()], { options: { source: 'afas' } })).toBe('SOURCE_MISMATCH');
	});

	test('an item without source under Automatic is one clear error', () => {
		expect(stopped([nmbrs(), {}])).toBe('SOURCE_UNKNOWN');
		expect(stopped([{ json: nmbrs() }])).toBe('SOURCE_UNKNOWN');
		expect(stopped([nmbrs({ source: 'bamboo' })])).toBe('SOURCE_UNKNOWN');
	});

	test('without "source" the spelling of the key fields tells the system, where it is one', () => {
		const bare = ({ source: _source, ...record }: Raw): Raw => record;
		expect(all([bare(nmbrs()), bare(afas())]).map(({ source }) => source.system)).toEqual([
			'nmbrs',
			'afas',
		]);
		expect(stopped([{ ...bare(nmbrs()), ...bare(afas()) }])).toBe('SOURCE_UNKNOWN');
		expect(stopped([bare(nmbrs())], { options: { source: 'afas' } })).toBe('SOURCE_MISMATCH');
		expect(stopped([{ employeeId: '1', name: 'x' }])).toBe('SOURCE_UNKNOWN');
	});

	test('NMBRS and AFAS in one stream each get their own mapping', () => {
		expect(all([nmbrs(), afas(), nmbrs()]).map(({ external_id }) => external_id)).toEqual([
			'nmbrs-5f0c2d1e-0000-4000-8000-000000000301',
			'afas-000101',
			'nmbrs-5f0c2d1e-0000-4000-8000-000000000301',
		]);
	});

	test('a mapping that reads a citizen service number stops the run', () => {
		expect(stopped([afas()], { mapping: { employee_number: '={{ $json.BSN }}' } })).toBe(
			'MAPPING_FORBIDDEN',
		);
	});

	test('a custom source without an id in the mapping stops the run', () => {
		expect(stopped([{ id: 1 }], { options: { source: 'custom' } })).toBe('MAPPING_INCOMPLETE');
	});
});

describe('the catalogue', () => {
	test('every code of this node speaks both languages and asks for an action', () => {
		for (const [code, issue] of Object.entries(NORMALIZE_ISSUES)) {
			for (const text of [issue.what, issue.action]) {
				expect([code, text.en.length > 3, text.nl.length > 3]).toEqual([code, true, true]);
				const places = (language: 'en' | 'nl') =>
					[...text[language].matchAll(/\{\w+\}/g)].map(String).sort();
				expect([code, places('en')]).toEqual([code, places('nl')]);
			}
			expect(ISSUES[code as keyof typeof ISSUES]).toBe(issue);
		}
	});
});
