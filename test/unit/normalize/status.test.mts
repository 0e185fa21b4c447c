import {
	TODAY,
	TOMORROW,
	YESTERDAY,
	afas,
	afasWith,
	codes,
	nmbrs,
	one,
	verdict,
} from './support.mts';

describe('AFAS: start and end decide', () => {
	test('in service without an end', () => {
		const employee = one(afas());
		expect(verdict(employee)).toBe('active: IN_SERVICE');
		expect(employee.end_date).toBeNull();
	});

	test('the last day counts as in service', () => {
		expect(verdict(one(afasWith([['2019-03-01', TODAY]])))).toBe('active: IN_SERVICE');
		expect(verdict(one(afasWith([['2019-03-01', YESTERDAY]])))).toBe('ended: EMPLOYMENT_ENDED');
	});

	test('the first day counts as in service; before it the person is upcoming', () => {
		expect(verdict(one(afasWith([[TODAY, null]])))).toBe('active: IN_SERVICE');
		expect(verdict(one(afasWith([[TOMORROW, null]])))).toBe('upcoming: STARTS_LATER');
	});

	test('several rows per person: in service if any employment is', () => {
		const employee = one(
			afasWith([
				['2015-01-01', '2018-12-31'],
				['2019-01-01', null],
				['2020-01-01', '2021-12-31'],
			]),
		);
		expect(verdict(employee)).toBe('active: IN_SERVICE');
		expect(employee.end_date).toBeNull();
		expect(employee.start_date).toBe('2019-01-01');
	});

	test('the end date is the latest of all rows, and empty while one is open', () => {
		const both = one(
			afasWith([
				['2019-01-01', '2027-03-31'],
				['2020-01-01', '2027-06-30'],
			]),
		);
		expect(both.end_date).toBe('2027-06-30');
		const open = one(
			afasWith([
				['2019-01-01', '2027-03-31'],
				['2020-01-01', null],
			]),
		);
		expect(open.end_date).toBeNull();
	});

	test('a gap before a known return is upcoming with a notice', () => {
		const employee = one(
			afasWith([
				['2019-01-01', '2026-10-31'],
				['2027-01-01', null],
			]),
		);
		expect(verdict(employee)).toBe('upcoming: STARTS_LATER');
		expect(codes(employee.notices)).toEqual(['GAP_BEFORE_RETURN']);
	});

	test('without a start nothing is decided; an end in the past is evidence', () => {
		expect(verdict(one(afasWith([[null, null]])))).toBe('held: DATES_MISSING');
		expect(verdict(one(afasWith([[null, TOMORROW]])))).toBe('held: DATES_MISSING');
		expect(verdict(one(afasWith([[null, YESTERDAY]])))).toBe('ended: EMPLOYMENT_ENDED');
	});

	test('an end before its start is no evidence, past or to come', () => {
		expect(verdict(one(afasWith([['2026-06-01', '2026-05-31']])))).toBe('held: DATES_REVERSED');
		expect(verdict(one(afasWith([['2027-06-01', '2027-05-31']])))).toBe('held: DATES_REVERSED');
	});

	test('flat columns decide where no employments are listed', () => {
		const record = afas({ employments: [], EmploymentEnd: YESTERDAY });
		expect(verdict(one(record))).toBe('ended: EMPLOYMENT_ENDED');
	});

	test('what a person maps is what decides: own date fields go before the list', () => {
		const mapping = { end_date: '={{ $json.LastWorkingDay }}' };
		const record = afas({ LastWorkingDay: YESTERDAY });
		expect(verdict(one(record, { mapping }))).toBe('ended: EMPLOYMENT_ENDED');
		expect(verdict(one(record))).toBe('active: IN_SERVICE');
	});

	test('own columns with the dates of a listed employment still count all employments', () => {
		const mapping = {
			start_date: '={{ $json.Datum_in_dienst }}',
			end_date: '={{ $json.Datum_uit_dienst }}',
		};
		const record = afasWith(
			[
				['2019-01-01', '2026-01-31'],
				['2026-02-01', null],
			],
			{ Datum_in_dienst: '2019-01-01', Datum_uit_dienst: '2026-01-31' },
		);
		expect(verdict(one(record, { mapping }))).toBe('active: IN_SERVICE');
	});
});

describe('dates that cannot be read hold the person', () => {
	test.each([
		'31-02-2020',
		'2020-13-01',
		'soon',
		'01/02/20',
		20200101,
		true,
		{},
		['2020-01-01'],
		'0001-01-01',
		'1753-01-01',
	])('start date %j', (bad) => {
		expect(verdict(one(afas({ employments: [], EmploymentStart: bad })))).toBe(
			'held: DATE_UNREADABLE',
		);
		expect(verdict(one(nmbrs({ employments: [{ startDate: bad, endDate: null }] })))).toBe(
			'held: DATE_UNREADABLE',
		);
	});

	test.each([null, undefined, '', '   '])('an empty end date is no end: %j', (empty) => {
		expect(one(afas({ employments: [], EmploymentEnd: empty })).status).toBe('active');
	});

	test.each([
		['2020-03-01T00:00:00', '2020-03-01'],
		['2020-03-01T00:00:00Z', '2020-03-01'],
		['2020-03-01T00:00:00.000Z', '2020-03-01'],
		['2020-03-01T00:00:00.000+00:00', '2020-03-01'],
		['2020-03-01T00:00:00+02:00', '2020-03-01'],
		['01-03-2020', '2020-03-01'],
		['1-3-2020', '2020-03-01'],
		[' 2020-03-01 ', '2020-03-01'],
	])('%s is the civil date %s, never shifted', (text, date) => {
		const employee = one(afas({ employments: [], EmploymentStart: text, DateOfBirth: text }));
		expect(employee.start_date).toBe(date);
		expect(employee.birthday).toBe(date);
	});

	test('an employments list of something else than employments holds the person', () => {
		expect(verdict(one(afas({ employments: ['2020'] })))).toBe('held: DATE_UNREADABLE');
		expect(verdict(one(afas({ employments: 'none' })))).toBe('active: IN_SERVICE');
	});
});

describe('precedence of the status', () => {
	const setup = { options: { selectiveSync: 'on' as const } };
	const noId = { EmployeeId: null, personKey: null };

	test('unusable id -> held, before ended', () => {
		expect(verdict(one(afasWith([['2019-01-01', YESTERDAY]], noId)))).toBe('held: ID_MISSING');
	});
	test('ended goes before access', () => {
		for (const alleo_access of ['no', 'maybe', null]) {
			const record = afasWith([['2019-01-01', YESTERDAY]], { alleo_access });
			expect(verdict(one(record, setup))).toBe('ended: EMPLOYMENT_ENDED');
		}
	});
	test('access goes before upcoming', () => {
		expect(verdict(one(afasWith([[TOMORROW, null]], { alleo_access: 'no' }), setup))).toBe(
			'ineligible: ACCESS_NO',
		);
		expect(verdict(one(afasWith([[TOMORROW, null]], { alleo_access: 'hm' }), setup))).toBe(
			'held: ACCESS_UNREADABLE',
		);
		expect(verdict(one(afasWith([[TOMORROW, null]], { alleo_access: '' }), setup))).toBe(
			'ineligible: ACCESS_EMPTY',
		);
		expect(verdict(one(afasWith([[TOMORROW, null]], { alleo_access: 'ja' }), setup))).toBe(
			'upcoming: STARTS_LATER',
		);
	});
	test('an ineligible person needs no e-mail and no name', () => {
		const record = afas({ Mail: null, FirstName: null, BirthName: null, alleo_access: 'no' });
		const employee = one(record, setup);
		expect(verdict(employee)).toBe('ineligible: ACCESS_NO');
		expect(employee.notices).toEqual([]);
	});
	test('an ended person needs no e-mail and no name: a leaver whose mailbox is gone is still ended', () => {
		const record = afasWith([['2019-01-01', YESTERDAY]], {
			Mail: null,
			FirstName: '',
			BirthName: undefined,
		});
		expect(verdict(one(record))).toBe('ended: EMPLOYMENT_ENDED');
	});
	test('nothing but the id and the dates can hold a leaver', () => {
		const record = afasWith([['2019-01-01', YESTERDAY]], {
			Mail: 'no address',
			DateOfBirth: 'unknown',
			OrgUnitDesc: { code: 1 },
			alleo_monthly_all_budget: 'a lot',
		});
		const employee = one(record);
		expect(verdict(employee)).toBe('ended: EMPLOYMENT_ENDED');
		expect(codes(employee.notices)).toEqual(Array(4).fill('FIELD_IGNORED'));
		expect(employee.email).toBeNull();
		expect(employee.birthday).toBeNull();
	});
	test('upcoming needs no e-mail yet: a notice', () => {
		const employee = one(afasWith([[TOMORROW, null]], { Mail: null }));
		expect(verdict(employee)).toBe('upcoming: STARTS_LATER');
		expect(codes(employee.notices)).toEqual(['EMAIL_MISSING']);
	});
	test('active needs e-mail, first and last name, else held, with every cause', () => {
		const record = afas({ Mail: null, FirstName: ' ', BirthName: null });
		expect(verdict(one(record))).toBe('held: NAME_MISSING, NAME_MISSING, EMAIL_MISSING');
	});
});
