import { afas, codes, nmbrs, one, verdict, type Raw, type Setup } from './support.mts';

describe('external ids', () => {
	const id = (record: Raw, setup: Setup = {}): string | null => one(record, setup).external_id;

	test('nmbrs-<REST GUID>', () => {
		expect(id(nmbrs())).toBe('nmbrs-5f0c2d1e-0000-4000-8000-000000000301');
	});
	test('afas-<EmployeeId>, leading zeros kept', () => {
		expect(id(afas())).toBe('afas-000101');
	});
	test('afas-p-<PersonId> with that key', () => {
		const record = afas({ personKey: '1000101', personKeyType: 'PersonId' });
		expect(id(record)).toBe('afas-p-1000101');
		expect(id(record, { mapping: { external_id: '={{ $json.PersonId }}' } })).toBe(
			'afas-p-1000101',
		);
		expect(id(afas(), { mapping: { external_id: '={{ $json.PersonId }}' } })).toBe(
			'afas-p-1000101',
		);
	});
	test('the key that the AFAS node grouped by is used, whatever the column is called', () => {
		const record = afas({ EmployeeId: undefined, Medewerker: '000101' });
		expect(id(record)).toBe('afas-000101');
	});
	test('custom-<id>', () => {
		const mapping = {
			external_id: '={{ $json.id }}',
			email: '={{ $json.mail }}',
			first_name: '={{ $json.first }}',
			last_name: '={{ $json.last }}',
			start_date: '={{ $json.start }}',
		};
		const record = { id: 7, mail: 'a@b.nl', first: 'A', last: 'B', start: '2020-01-01' };
		expect(one(record, { mapping, options: { source: 'custom' } })).toMatchObject({
			external_id: 'custom-7',
			status: 'active',
			work_anniversary: '2020-01-01',
		});
	});
	test.each([
		['A.1', 'afas-A_2e1'],
		['A 1', 'afas-A_201'],
		['é', 'afas-_e9'],
		['10/2', 'afas-10_2f2'],
		['😀', 'afas-_1f600'],
		['a_b-c', 'afas-a_b-c'],
		[' 12 ', 'afas-12'],
		[12, 'afas-12'],
		[0, 'afas-0'],
	])('any other character becomes _ and its hex code: %j', (key, expected) => {
		expect(id(afas({ personKey: key }))).toBe(expected);
	});
	test.each([
		[null, 'ID_MISSING'],
		['', 'ID_MISSING'],
		['  ', 'ID_MISSING'],
		[1.5, 'ID_UNUSABLE'],
		[2 ** 60, 'ID_UNUSABLE'],
		[true, 'ID_UNUSABLE'],
		[['1'], 'ID_UNUSABLE'],
		[{ id: 1 }, 'ID_UNUSABLE'],
		['a\u0000b', 'ID_UNUSABLE'],
		['x'.repeat(1001), 'ID_UNUSABLE'],
	])('an unusable id is held, without an external id: %j', (employeeId, code) => {
		const employee = one(nmbrs({ employeeId }));
		expect(verdict(employee)).toBe(`held: ${code}`);
		expect(employee.external_id).toBeNull();
		expect(employee.source.employee_id).toBeNull();
	});
	test('who a held person is stays known: source and number', () => {
		expect(one(nmbrs({ businessEmail: null })).source).toEqual({
			system: 'nmbrs',
			partition: 'c-1',
			employee_id: '5f0c2d1e-0000-4000-8000-000000000301',
			employee_number: '12',
		});
		expect(one(afas()).source.partition).toBe('Profit_Employees_Alleo');
	});
});

describe('e-mail policy', () => {
	const email = (business: unknown, personal: unknown, policy: string): string => {
		const record = nmbrs({ businessEmail: business, privateEmail: personal });
		const employee = one(record, { options: { emailPolicy: policy as 'business' } });
		return employee.status === 'held' ? verdict(employee) : String(employee.email);
	};
	test.each([
		['w@b.nl', 'p@b.nl', 'business', 'w@b.nl'],
		['', 'p@b.nl', 'business', 'held: EMAIL_MISSING'],
		['w@b.nl', 'p@b.nl', 'private', 'p@b.nl'],
		['w@b.nl', null, 'private', 'held: EMAIL_MISSING'],
		['w@b.nl', 'p@b.nl', 'businessThenPrivate', 'w@b.nl'],
		[' ', 'p@b.nl', 'businessThenPrivate', 'p@b.nl'],
		[null, null, 'businessThenPrivate', 'held: EMAIL_MISSING'],
		['not one', 'p@b.nl', 'businessThenPrivate', 'held: EMAIL_INVALID'],
		[null, 'not one', 'businessThenPrivate', 'held: EMAIL_INVALID'],
		['w@b.nl', 'not one', 'private', 'held: EMAIL_INVALID'],
	])('%j and %j under %s: %s', (business, personal, policy, expected) => {
		expect(email(business, personal, policy)).toBe(expected);
	});

	test('the address is trimmed and kept as given', () => {
		expect(one(nmbrs({ businessEmail: '  Noor.Testen@Voorbeeld.NL ' })).email).toBe(
			'Noor.Testen@Voorbeeld.NL',
		);
	});
	test('a private address that is none is left out with a notice', () => {
		const mapping = { private_email: '={{ $json.privateEmail }}' };
		const employee = one(nmbrs({ privateEmail: 'n.v.t.' }), { mapping });
		expect(employee.status).toBe('active');
		expect(employee.private_email).toBeNull();
		expect(codes(employee.notices)).toEqual(['PRIVATE_EMAIL_IGNORED']);
	});
	test.each([
		'a@b.nl',
		"o'brien@b.co.uk",
		'first+tag@sub.b.nl',
		'jan@münchen.de',
		'jan@xn--mnchen-3ya.de',
		'jörg@b.nl',
		'a_b-c@b-c.nl',
	])('an address: %s', (text) => {
		expect(one(nmbrs({ businessEmail: text })).email).toBe(text);
	});
	test.each([
		'a',
		'a@b',
		'@b.nl',
		'a@',
		'a b@c.nl',
		'a@b.nl; c@d.nl',
		'a@b.nl,c@d.nl',
		'Jan <a@b.nl>',
		'mailto:a@b.nl',
		'a@@b.nl',
		'a..b@c.nl',
		'.a@b.nl',
		'a.@b.nl',
		'a@-b.nl',
		'a@b..nl',
		'a@b.n',
		'a@b.nl\u0000',
		'a@\u202eb.nl',
		`${'a'.repeat(96)}@b.nl`,
		7,
		['a@b.nl'],
		{ mail: 'a@b.nl' },
	])('no address: %j', (text) => {
		expect(verdict(one(nmbrs({ businessEmail: text })))).toBe('held: EMAIL_INVALID');
	});
});

describe('name policy', () => {
	const name = (changes: Raw, policy: 'birth' | 'asUsed' = 'birth'): unknown[] => {
		const { prefix, last_name } = one(afas(changes), { options: { namePolicy: policy } });
		return [prefix, last_name];
	};
	const both = {
		PrefixBirthName: 'van',
		BirthName: 'Voorbeeld',
		PrefixPartner: 'de',
		BirthNamePartner: 'Verzonnen',
	};

	test('birth name and its prefix by default, whatever the name use', () => {
		expect(name({ ...both, NameUse: '2' })).toEqual(['van', 'Voorbeeld']);
	});
	test.each([
		['0', 'van', 'Voorbeeld'],
		['1', 'de', 'Verzonnen - van Voorbeeld'],
		['2', 'de', 'Verzonnen'],
		['3', 'van', 'Voorbeeld - de Verzonnen'],
		[2, 'de', 'Verzonnen'],
	])('as used, code %j', (NameUse, prefix, last) => {
		expect(name({ ...both, NameUse }, 'asUsed')).toEqual([prefix, last]);
	});
	test.each(['1', '2', '3'])('as used, code %s without a partner name: birth name', (NameUse) => {
		expect(name({ ...both, BirthNamePartner: null, NameUse }, 'asUsed')).toEqual([
			'van',
			'Voorbeeld',
		]);
	});
	test.each([null, '', '9', 'B'])(
		'as used without name-use data falls back to the birth name, with a notice: %j',
		(NameUse) => {
			const employee = one(afas({ ...both, NameUse }), { options: { namePolicy: 'asUsed' } });
			expect([employee.prefix, employee.last_name]).toEqual(['van', 'Voorbeeld']);
			expect(codes(employee.notices)).toEqual(['NAME_USE_UNKNOWN']);
		},
	);

	test.each([
		['van', 'van Dijk', 'van', 'Dijk'],
		['van', 'Van Dijk', 'van', 'Dijk'],
		['van', 'van van Dijk', 'van', 'Dijk'],
		['Van Der', 'van der Berg', 'Van Der', 'Berg'],
		["'t", "'t Hart", "'t", 'Hart'],
		["d'", "d'Ancona", "d'", 'Ancona'],
		['van', 'Vandijk', 'van', 'Vandijk'],
		['van', 'vandaal', 'van', 'vandaal'],
		['van', 'van', 'van', 'van'],
		[null, 'van Dijk', null, 'van Dijk'],
		['de', 'Vries', 'de', 'Vries'],
	])('a prefix that the name repeats is kept once: %j %j', (prefix, last, p, l) => {
		expect(name({ PrefixBirthName: prefix, BirthName: last })).toEqual([p, l]);
	});
	test('also inside a double name', () => {
		const record = {
			...both,
			BirthName: 'van Voorbeeld',
			BirthNamePartner: 'de Verzonnen',
			NameUse: '1',
		};
		expect(name(record, 'asUsed')).toEqual(['de', 'Verzonnen - van Voorbeeld']);
	});
	test('NMBRS: the name in full where there is no calling name; initials are no name', () => {
		expect(one(nmbrs({ firstName: null })).first_name).toBe('Noortje');
		expect(one(nmbrs({ firstName: '', firstNameInFull: 'Noortje' })).first_name).toBe('Noortje');
		expect(verdict(one(nmbrs({ firstName: null, firstNameInFull: null })))).toBe(
			'held: NAME_MISSING',
		);
	});
});
