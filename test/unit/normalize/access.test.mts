import { afas, all, codes, nmbrs, one, stopped, verdict, type Raw } from './support.mts';

const on = { options: { selectiveSync: 'on' as const } };
const withAccess = (value: unknown, more: Raw = {}): Raw => afas({ alleo_access: value, ...more });
const inNmbrs = (extraFields: Raw, more: Raw = {}): Raw =>
	nmbrs({ extraFields, extraFieldsStatus: 'read', ...more });

describe('selective sync', () => {
	const off = { options: { selectiveSync: 'off' as const } };

	test('off: everybody is eligible, whatever the field says', () => {
		for (const value of ['no', 'maybe', null]) {
			expect(verdict(one(withAccess(value), off))).toBe('active: IN_SERVICE');
		}
	});

	test('off: only an explicit no of somebody who would get access is remarked', () => {
		const remarks = (record: Raw): string[] => codes(one(record, off).notices);
		expect(remarks(withAccess('nee'))).toEqual(['ACCESS_NO_IGNORED']);
		expect(remarks(inNmbrs({ yourcampus_access: 'Nee' }))).toEqual(['ACCESS_NO_IGNORED']);
		expect(remarks(withAccess(false, { EmploymentStart: '2027-01-01', employments: [] }))).toEqual([
			'ACCESS_NO_IGNORED',
		]);
		for (const value of ['ja', 'misschien', '', null])
			expect(remarks(withAccess(value))).toEqual([]);
		expect(remarks(withAccess('nee', { EmploymentEnd: '2026-01-31', employments: [] }))).toEqual(
			[],
		);
	});

	test('auto, the default: off while nobody has a value, on for everybody as soon as one has', () => {
		const verdicts = (...values: unknown[]): string[] =>
			all(values.map((value) => withAccess(value))).map(verdict);
		expect(verdicts(null, '', '  ')).toEqual(Array(3).fill('active: IN_SERVICE'));
		expect(verdict(one(afas()))).toBe('active: IN_SERVICE');
		expect(verdicts('ja', 'nee', 'nee', 'nee')).toEqual([
			'active: IN_SERVICE',
			...Array<string>(3).fill('ineligible: ACCESS_NO'),
		]);
		expect(verdicts(null, 'nee')).toEqual(['ineligible: ACCESS_EMPTY', 'ineligible: ACCESS_NO']);
		expect(verdicts('onbekend', 'ja')[0]).toBe('held: ACCESS_UNREADABLE');
		expect(all([afas(), withAccess('ja')]).map(verdict)[0]).toBe('ineligible: ACCESS_EMPTY');
	});

	test('auto: a field that was withheld for everybody has values, which are not known', () => {
		const record = afas({ withheldFields: ['alleo_access'] });
		expect(verdict(one(record))).toBe('held: FIELD_WITHHELD');
	});

	test.each(['ja', 'yes', 'true', 'waar', '1', 'j', 'y', 'x', ' JA ', 'Yes', 'TRUE', 'X', true, 1])(
		'yes: %j',
		(value) => {
			expect(verdict(one(withAccess(value), on))).toBe('active: IN_SERVICE');
		},
	);

	test.each(['nee', 'no', 'false', 'onwaar', '0', 'n', ' NEE ', 'No', 'FALSE', 'N', false, 0])(
		'no: %j',
		(value) => {
			expect(verdict(one(withAccess(value), on))).toBe('ineligible: ACCESS_NO');
		},
	);

	test.each(['maybe', 'ja?', 'jaa', '2', 2, -1, '-', ['ja'], { value: 'ja' }, 'ja nee', 'да'])(
		'anything else is held: %j',
		(value) => {
			expect(verdict(one(withAccess(value), on))).toBe('held: ACCESS_UNREADABLE');
		},
	);

	describe.each([null, '', '   '])('empty (%j)', (value) => {
		test('undecided by default: ineligible, but no evidence', () => {
			expect(verdict(one(withAccess(value), on))).toBe('ineligible: ACCESS_EMPTY');
		});
		test('set to no', () => {
			const employee = one(withAccess(value), {
				options: { selectiveSync: 'on' as const, emptyAccess: 'no' },
			});
			expect(verdict(employee)).toBe('ineligible: ACCESS_NO');
			expect(codes(employee.notices)).toEqual(['ACCESS_EMPTY_MEANS_NO']);
		});
		test('set to yes', () => {
			const setup = { options: { selectiveSync: 'on' as const, emptyAccess: 'yes' as const } };
			expect(verdict(one(withAccess(value), setup))).toBe('active: IN_SERVICE');
		});
	});

	test('NMBRS: the field is an extra field', () => {
		expect(verdict(one(inNmbrs({ alleo_access: 'ja' }), on))).toBe('active: IN_SERVICE');
		expect(verdict(one(inNmbrs({ alleo_access: 'nee' }), on))).toBe('ineligible: ACCESS_NO');
		expect(verdict(one(inNmbrs({ alleo_access: null }), on))).toBe('ineligible: ACCESS_EMPTY');
	});

	test.each(['Alleo_Access', 'ALLEO ACCESS', 'alleo access', 'Alleo-Access', ' alleo_access '])(
		'the name is found without case, spaces and underscores: %s',
		(name) => {
			expect(verdict(one(inNmbrs({ [name]: 'nee' }), on))).toBe('ineligible: ACCESS_NO');
			expect(verdict(one(afas({ [name]: 'nee' }), on))).toBe('ineligible: ACCESS_NO');
		},
	);

	test('another field, by name, by path, or dragged', () => {
		const record = nmbrs({ function: { code: 'VIP', description: 'ja' }, portaal: 'nee' });
		const by = (accessField: string) => verdict(one(record, { ...on, accessField }));
		expect(by('portaal')).toBe('ineligible: ACCESS_NO');
		expect(by('function.description')).toBe('active: IN_SERVICE');
		expect(by('={{ $json.function.description }}')).toBe('active: IN_SERVICE');
		expect(by("={{ $json['portaal'] }}")).toBe('ineligible: ACCESS_NO');
	});

	test('a real expression is evaluated per person', () => {
		const setup = {
			...on,
			accessField: '={{ $json.function.code === "VIP" }}',
			evaluate: (_expression: string, index: number) => index === 0,
		};
		expect(all([nmbrs(), nmbrs({ employeeId: 'b' })], setup).map(verdict)).toEqual([
			'active: IN_SERVICE',
			'ineligible: ACCESS_NO',
		]);
	});

	test('a transform and a fallback can be chosen for the access field', () => {
		const transforms = [
			{ field: 'alleo_access', transform: 'none' as const, fallback: 'extraFields.portaal' },
		];
		const record = inNmbrs({ alleo_access: '', portaal: 'ja' });
		expect(verdict(one(record, { ...on, transforms }))).toBe('active: IN_SERVICE');
	});
});

describe('the older name yourcampus_access', () => {
	const both = (now: unknown, before: unknown): string =>
		verdict(one(afas({ alleo_access: now, yourcampus_access: before }), on));

	test('is used where the new one is empty or missing', () => {
		expect(both('', 'ja')).toBe('active: IN_SERVICE');
		expect(both(null, 'nee')).toBe('ineligible: ACCESS_NO');
		expect(verdict(one(afas({ yourcampus_access: 'nee' }), on))).toBe('ineligible: ACCESS_NO');
		expect(verdict(one(inNmbrs({ yourcampus_access: 'ja' }), on))).toBe('active: IN_SERVICE');
	});
	test('both filled and equal', () => {
		expect(both('ja', 'YES')).toBe('active: IN_SERVICE');
		expect(both('nee', false)).toBe('ineligible: ACCESS_NO');
	});
	test('both filled and disagreeing -> held', () => {
		expect(both('ja', 'nee')).toBe('held: LEGACY_CONFLICT');
		expect(both('nee', 'ja')).toBe('held: LEGACY_CONFLICT');
	});
	test('unreadable in either -> held', () => {
		expect(both('ja', 'maybe')).toBe('held: ACCESS_UNREADABLE');
		expect(both('maybe', 'ja')).toBe('held: ACCESS_UNREADABLE');
	});
	test('both empty is empty', () => {
		expect(both('', null)).toBe('ineligible: ACCESS_EMPTY');
	});
});

describe('the field is missing', () => {
	test('for everybody: the run stops, nothing is planned', () => {
		expect(stopped([afas(), afas({ EmployeeId: '2' })], on)).toBe('ACCESS_FIELD_MISSING');
		expect(stopped([nmbrs()], on)).toBe('ACCESS_FIELD_MISSING');
		expect(stopped([inNmbrs({})], on)).toBe('ACCESS_FIELD_MISSING');
		expect(
			stopped([inNmbrs({ other: 'x' })], { ...on, accessField: 'extraFields.alleo_access' }),
		).toBe('ACCESS_FIELD_MISSING');
	});
	test('a path or an expression that is there for nobody stops the run too', () => {
		expect(stopped([afas()], { ...on, accessField: '={{ $json.portaal }}' })).toBe(
			'ACCESS_FIELD_MISSING',
		);
	});
	test('for some: they count as empty', () => {
		expect(all([withAccess('ja'), afas({ EmployeeId: '2' })], on).map(verdict)).toEqual([
			'active: IN_SERVICE',
			'ineligible: ACCESS_EMPTY',
		]);
	});
	test('there but empty for everybody: nobody is stopped, nobody is decided', () => {
		expect(all([withAccess(null), withAccess('')], on).map(verdict)).toEqual([
			'ineligible: ACCESS_EMPTY',
			'ineligible: ACCESS_EMPTY',
		]);
	});
	test('with selective sync off nothing is asked', () => {
		expect(stopped([nmbrs()])).toBe('not stopped');
	});
	test('no people, nothing to stop', () => {
		expect(all([], on)).toEqual([]);
	});
});

describe('extra fields that could not be read', () => {
	const failed = nmbrs({ extraFields: {}, extraFieldsStatus: 'failed' });

	test('with selective sync the person is held', () => {
		expect(verdict(all([inNmbrs({ alleo_access: 'ja' }), failed], on)[1] as never)).toBe(
			'held: EXTRA_FIELDS_NOT_READ',
		);
	});
	test('for everybody: all are held, nobody counts as having no field', () => {
		expect(all([failed, failed], on).map(verdict)).toEqual(
			Array(2).fill('held: EXTRA_FIELDS_NOT_READ'),
		);
	});
	test('an ended person is still ended', () => {
		const leaver = nmbrs({
			...failed,
			employeeType: 'formerPayroll',
			employments: [{ startDate: '2019-01-01', endDate: '2020-01-01' }],
		});
		expect(verdict(one(leaver, on))).toBe('ended: FORMER_PAYROLL');
	});
	test('access that does not come from the extra fields is not in doubt', () => {
		const record = { ...failed, department: { description: 'ja' } };
		const setup = { ...on, accessField: '={{ $json.department.description }}' };
		const read = nmbrs({
			employeeId: 'b',
			extraFieldsStatus: 'read',
			department: record.department,
		});
		expect(all([record, read], setup).map(verdict)).toEqual(Array(2).fill('active: IN_SERVICE'));
	});
	test('an unknown routing value never moves a person: held where others are routed', () => {
		const routed = inNmbrs({ alleo_filter: 'B' }, { employeeId: 'b' });
		expect(all([routed, failed]).map(verdict)).toEqual([
			'active: IN_SERVICE',
			'held: EXTRA_FIELDS_NOT_READ',
		]);
		const read = nmbrs({ employeeId: 'b', extraFieldsStatus: 'read' });
		expect(all([read, failed]).map(verdict)).toEqual(Array(2).fill('active: IN_SERVICE'));
	});
	test('nobody could be read, so nobody knows whether anybody is routed: held', () => {
		expect(verdict(one(failed))).toBe('held: EXTRA_FIELDS_NOT_READ');
	});
});

describe('a field that was withheld for its values', () => {
	const withheld = (field: string): Raw => nmbrs({ withheldFields: [field] });

	test('access: everybody in service is held, and nobody loses it', () => {
		expect(all([withheld('alleo_access')], on).map(verdict)).toEqual(['held: FIELD_WITHHELD']);
		expect(verdict(one(withheld('YourCampus access'), on))).toBe('held: FIELD_WITHHELD');
		const off = { options: { selectiveSync: 'off' as const } };
		expect(verdict(one(withheld('alleo_access'), off))).toBe('active: IN_SERVICE');
	});
	test('routing: nobody is moved to the default company', () => {
		expect(verdict(one(withheld('alleo_filter')))).toBe('held: FIELD_WITHHELD');
		expect(verdict(one(withheld('yourcampus_filter')))).toBe('held: FIELD_WITHHELD');
	});
	test.each([
		['={{ $json.extraFields["Alleo toegang"] }}', 'Alleo toegang'],
		['={{ $json.extraFields["Alleo toegang"] ?? "" }}', 'alleo toegang'],
		['={{ $json.extraFields.alleo_access || $json.extraFields.toegang }}', 'toegang'],
		['={{ ($json.extraFields["Alleo toegang"] ?? "nee").toLowerCase() }}', 'alleo toegang'],
		['extraFields.alleo_toegang', 'Alleo Toegang'],
		['Alleo.toegang x', 'alleo.toegang x'],
	])('access, however it is named: %s', (accessField, field) => {
		expect(verdict(one(withheld(field), { ...on, accessField }))).toBe('held: FIELD_WITHHELD');
	});
	test.each([
		'={{ $json.extraFields["Alleo bedrijf"] }}',
		'={{ $json.extraFields.alleo_filter ?? $json.extraFields["Alleo bedrijf"] }}',
		'={{ $json.extraFields["Alleo bedrijf"]?.trim() }}',
	])('routing, however it is mapped: %s', (alleo_filter) => {
		const person = one(withheld('alleo bedrijf'), { mapping: { alleo_filter } });
		expect(verdict(person)).toBe('held: FIELD_WITHHELD');
	});
	test('what was withheld is not empty: nothing is cleared', () => {
		const mapping = { birthday: '={{ $json.extraFields.geboren ?? "" }}' };
		const options = { clearWhenEmpty: new Set(['birthday'] as const) };
		expect(one(nmbrs(), { mapping, options }).clear).toEqual(['birthday']);
		expect(one(withheld('geboren'), { mapping, options }).clear).toEqual([]);
	});
	test('an ended person is still ended, and another field holds nobody', () => {
		const leaver = {
			...withheld('alleo_access'),
			employeeType: 'formerPayroll',
			employments: [{ startDate: '2019-01-01', endDate: '2020-01-01' }],
		};
		expect(verdict(one(leaver, on))).toBe('ended: FORMER_PAYROLL');
		expect(verdict(one(withheld('alleo_monthly_all_budget')))).toBe('active: IN_SERVICE');
	});
});
