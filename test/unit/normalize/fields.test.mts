import { afas, afasWith, codes, nmbrs, one, verdict, type Raw, type Setup } from './support.mts';

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
	const mapping = { private_email: '={{ $json.privateEmail }}' };
	const options = { clearWhenEmpty: new Set(['private_email', 'prefix', 'group'] as const) };
	test('fields that the source carries empty, and only those that were chosen', () => {
		const record = nmbrs({ prefix: null, privateEmail: '', birthDate: null });
		expect(one(record, { options, mapping }).clear).toEqual(['private_email', 'prefix']);
		// On request: whoever did not map it keeps what Alleo has.
		expect(one(record, { options }).clear).toEqual(['prefix']);
	});
	test('a field that the source does not carry is never cleared', () => {
		expect(one(afas(), { options }).clear).toEqual([]);
		const { privateEmail: _gone, ...without } = nmbrs();
		expect(one(without, { options, mapping }).clear).toEqual([]);
	});
	test('a field that is there but cannot be used is not cleared', () => {
		expect(one(nmbrs({ privateEmail: 'n.v.t.' }), { options, mapping }).clear).toEqual([]);
	});
	test('nothing by default', () => {
		expect(one(nmbrs({ prefix: null })).clear).toEqual([]);
	});
	test('fields that the mapping leaves out are named, so that their emptiness says nothing', () => {
		expect(one(nmbrs(), { mapping }).unmapped).toEqual([]);
		expect(one(nmbrs()).unmapped).toEqual(['private_email']);
		expect(one(afas()).unmapped).toEqual(['private_email']);
		expect(one(nmbrs(), { mapping: { ...mapping, birthday: '', group: null } }).unmapped).toEqual([
			'birthday',
			'group',
		]);
	});

	test('a group that the source does not deliver at all counts as left out, an empty one does not', () => {
		const { department: _gone, ...without } = nmbrs();
		expect(one(without, { mapping }).unmapped).toEqual(['group']);
		const empty = nmbrs({ department: { code: '1', description: null } });
		expect(one(empty, { mapping }).unmapped).toEqual([]);
		const renamed = { ...mapping, group: '={{ $json.Renamed }}' };
		expect(one(nmbrs(), { mapping: renamed }).unmapped).toEqual([]);
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
