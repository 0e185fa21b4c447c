import { afas, afasWith, codes, nmbrs, one, verdict, type Raw, type Setup } from './support.mts';

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
		const employee = one(nmbrs({ privateEmail: 'n.v.t.' }));
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

describe('work anniversary', () => {
	const anniversary = (record: Raw, setup: Setup = {}): string | null =>
		one(record, setup).work_anniversary;
	const chain: Array<[string, string | null]> = [
		['2010-01-01', '2012-12-31'],
		['2015-01-01', '2018-12-31'],
		['2019-01-07', null],
	];

	test('the seniority date goes first', () => {
		expect(anniversary(nmbrs({ seniorityDate: '2012-05-01' }))).toBe('2012-05-01');
	});
	test('else the earliest start of the present service', () => {
		expect(anniversary(afasWith(chain))).toBe('2015-01-01');
	});
	test('the next employment starts at most 7 days after the last one ended', () => {
		expect(
			anniversary(
				afasWith([
					['2015-01-01', '2018-12-31'],
					['2019-01-07', null],
				]),
			),
		).toBe('2015-01-01');
		expect(
			anniversary(
				afasWith([
					['2015-01-01', '2018-12-31'],
					['2019-01-08', null],
				]),
			),
		).toBe('2019-01-08');
	});
	test('the gap is a setting', () => {
		expect(anniversary(afasWith(chain), { options: { gapDays: 0 } })).toBe('2019-01-07');
		expect(anniversary(afasWith(chain), { options: { gapDays: 366 } })).toBe('2015-01-01');
		expect(anniversary(afasWith(chain), { options: { gapDays: 1000 } })).toBe('2010-01-01');
	});
	test('overlapping employments are one service, in any order of the list', () => {
		const overlap: Array<[string, string | null]> = [
			['2019-01-01', null],
			['2012-01-01', '2019-06-30'],
			['2016-01-01', '2016-12-31'],
			['2005-01-01', '2012-01-03'],
		];
		expect(anniversary(afasWith(overlap))).toBe('2005-01-01');
		expect(anniversary(afasWith([...overlap].reverse()))).toBe('2005-01-01');
	});
	test('a setting takes the start of the present employment instead', () => {
		const setup = { options: { anniversary: 'presentEmployment' as const } };
		expect(anniversary(afasWith(chain), setup)).toBe('2019-01-07');
		expect(anniversary(nmbrs({ seniorityDate: '2012-05-01' }), setup)).toBe('2020-03-01');
	});
	test('an unreadable seniority date holds the person', () => {
		expect(verdict(one(nmbrs({ seniorityDate: 'long ago' })))).toBe('held: DATE_UNREADABLE');
	});
});

describe('language, birthday, group and company', () => {
	test("the fixed language by default, the person's own where it is mapped", () => {
		expect(one(nmbrs()).language).toBe('nl');
		expect(one(nmbrs(), { options: { language: 'en' } }).language).toBe('en');
		const mapping = { language: '={{ $json.taal }}' };
		for (const [taal, expected] of [
			['EN', 'en'],
			['Nederlands', 'nl'],
			['en-GB', 'en'],
			[null, 'nl'],
			['', 'nl'],
		]) {
			expect(one(nmbrs({ taal }), { mapping }).language).toBe(expected);
		}
		expect(verdict(one(nmbrs({ taal: 'Klingon' }), { mapping }))).toBe('held: LANGUAGE_UNKNOWN');
	});
	test('a birthday that cannot be read, or is still to come, holds the person', () => {
		expect(verdict(one(nmbrs({ birthDate: '04/05/90' })))).toBe('held: DATE_UNREADABLE');
		expect(verdict(one(nmbrs({ birthDate: '2090-05-04' })))).toBe('held: DATE_UNREADABLE');
		expect(one(nmbrs({ birthDate: null })).birthday).toBeNull();
	});
	test('a leap day stays a leap day', () => {
		expect(one(nmbrs({ birthDate: '2000-02-29T00:00:00Z' })).birthday).toBe('2000-02-29');
		expect(verdict(one(nmbrs({ birthDate: '2001-02-29' })))).toBe('held: DATE_UNREADABLE');
	});
	test('group and company', () => {
		expect(one(nmbrs())).toMatchObject({
			group: 'Verkoop',
			employment_type: 'payroll',
			company: { id: 'c-1', number: '1', name: 'Voorbeeld B.V.' },
		});
		expect(one(afas({ Department: 'Binnendienst' })).group).toBe('Binnendienst');
		expect(one(afas()).group).toBe('Verkoop');
	});
	test('a whole department dragged instead of its description is held, and says so', () => {
		const employee = one(nmbrs(), { mapping: { group: '={{ $json.department }}' } });
		expect(verdict(employee)).toBe('held: VALUE_NOT_TEXT');
		expect(employee.issues[0]?.field).toBe('group');
	});
	test('an expression that fails holds the person with its field', () => {
		const setup = {
			mapping: { group: '={{ $json.department.toUpperCase() }}' },
			evaluate: () => undefined,
		};
		expect(one(nmbrs(), setup).group).toBeNull();
	});
});

describe('budgets', () => {
	const budgets = (fields: Raw, setup: Setup = {}): unknown => {
		const employee = one(afas(fields), setup);
		return employee.status === 'held' ? verdict(employee) : employee.budgets;
	};
	test.each([
		[25, 25],
		['25', 25],
		['25,50', 25.5],
		['25.50', 25.5],
		['1.234,56', 1234.56],
		[0, 0],
		['0', 0],
	])('%j is %j EUR', (given, euros) => {
		expect(budgets({ alleo_monthly_all_budget: given })).toEqual({
			alleo_monthly_all_budget: euros,
		});
	});
	test.each(['1.250', 'a lot', '€ 25', -5, '-5', true, [25], {}])(
		'%j is not one clear amount',
		(given) => {
			expect(budgets({ alleo_monthly_all_budget: given })).toBe('held: BUDGET_UNREADABLE');
		},
	);
	test.each([null, '', ' '])(
		'an empty one is not carried: null and 0 are different: %j',
		(given) => {
			expect(budgets({ alleo_monthly_all_budget: given })).toEqual({});
		},
	);
	test('every name of the pattern is found, in any case', () => {
		const fields = {
			alleo_monthly_health_budget: 10,
			Alleo_OneOff_All_Budget: 500,
			alleo_oneoff_home_office_budget: 250,
			alleo_budget: 1,
			other_monthly_all_budget: 1,
		};
		expect(budgets(fields)).toEqual({
			alleo_monthly_health_budget: 10,
			alleo_oneoff_all_budget: 500,
			alleo_oneoff_home_office_budget: 250,
		});
	});
	test('more than one monthly budget -> held; a zero beside it is none', () => {
		expect(budgets({ alleo_monthly_all_budget: 25, alleo_monthly_health_budget: 10 })).toBe(
			'held: BUDGET_SEVERAL_MONTHLY',
		);
		expect(budgets({ alleo_monthly_all_budget: 25, alleo_monthly_health_budget: 0 })).toEqual({
			alleo_monthly_all_budget: 25,
			alleo_monthly_health_budget: 0,
		});
	});
	test('NMBRS: budgets are extra fields', () => {
		const record = nmbrs({
			extraFields: { alleo_monthly_all_budget: '30' },
			extraFieldsStatus: 'read',
		});
		expect(one(record).budgets).toEqual({ alleo_monthly_all_budget: 30 });
	});
	test('a mapped one goes before the one found by name; finding can be turned off', () => {
		const setup = { mapping: { alleo_monthly_all_budget: '={{ $json.Maandbudget }}' } };
		expect(budgets({ Maandbudget: 40, alleo_monthly_all_budget: 25 }, setup)).toEqual({
			alleo_monthly_all_budget: 40,
		});
		expect(budgets({ alleo_monthly_all_budget: 25 }, { options: { findBudgets: false } })).toEqual(
			{},
		);
	});
});

describe('clear when empty', () => {
	const options = { clearWhenEmpty: new Set(['private_email', 'prefix', 'group'] as const) };
	test('fields that the source carries empty, and only those that were chosen', () => {
		const employee = one(nmbrs({ prefix: null, privateEmail: '', birthDate: null }), { options });
		expect(employee.clear).toEqual(['private_email', 'prefix']);
	});
	test('a field that the source does not carry is never cleared', () => {
		expect(one(afas(), { options }).clear).toEqual([]);
		const { privateEmail: _gone, ...without } = nmbrs();
		expect(one(without, { options }).clear).toEqual([]);
	});
	test('a field that is there but cannot be used is not cleared', () => {
		expect(one(nmbrs({ privateEmail: 'n.v.t.' }), { options }).clear).toEqual([]);
	});
	test('nothing by default', () => {
		expect(one(nmbrs({ prefix: null })).clear).toEqual([]);
	});
	test('fields that the mapping leaves out are named, so that their emptiness says nothing', () => {
		expect(one(nmbrs()).unmapped).toEqual([]);
		expect(one(afas()).unmapped).toEqual(['private_email']);
		expect(one(nmbrs(), { mapping: { birthday: '', group: null } }).unmapped).toEqual([
			'birthday',
			'group',
		]);
	});

	test('a group that the source does not deliver at all counts as left out, an empty one does not', () => {
		const { department: _gone, ...without } = nmbrs();
		expect(one(without).unmapped).toEqual(['group']);
		expect(one(nmbrs({ department: { code: '1', description: null } })).unmapped).toEqual([]);
		const mapping = { group: '={{ $json.Renamed }}' };
		expect(one(nmbrs(), { mapping }).unmapped).toEqual([]);
	});
});

describe('remarks of the source node', () => {
	test('are passed on, rebuilt from the catalogue: no text of the source travels along', () => {
		const notices = [
			{
				code: 'AFAS_SEVERAL_EMAILS',
				field: 'Mail',
				message: 'secret@x.nl',
				action: '',
				params: { count: 2, value: 'secret@x.nl' },
			},
			{ code: 'NO_SUCH_CODE', field: 'Mail', message: 'secret@x.nl', action: '' },
			'text',
			null,
		];
		const employee = one(afas({ notices }));
		expect(codes(employee.notices)).toEqual(['AFAS_SEVERAL_EMAILS']);
		expect(JSON.stringify(employee)).not.toContain('secret@x.nl');
		expect(employee.notices[0]?.params).toEqual({ field: 'Mail', count: 2 });
	});
});
