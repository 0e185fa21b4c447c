import { TODAY, TOMORROW, YESTERDAY, codes, nmbrs, nmbrsFrom, one, verdict } from './support.mts';

const period = (startDate: string | null, endDate: string | null) => ({ startDate, endDate });

describe('NMBRS: the type decides, within the dates', () => {
	test('payroll is in service', () => {
		expect(verdict(one(nmbrs()))).toBe('active: IN_SERVICE');
	});

	test('payroll with an end date in the past stays in service and carries a notice', () => {
		const employee = one(nmbrsFrom('2020-01-01', YESTERDAY));
		expect(verdict(employee)).toBe('active: IN_SERVICE');
		expect(codes(employee.notices)).toEqual(['PAYROLL_END_PASSED']);
		expect(employee.end_date).toBe(YESTERDAY);
	});

	test('payroll whose employments all ended is active with a notice', () => {
		const record = nmbrs({
			employments: [period('2015-01-01', '2017-12-31'), period('2020-01-01', '2024-12-31')],
		});
		const employee = one(record);
		expect(verdict(employee)).toBe('active: IN_SERVICE');
		expect(codes(employee.notices)).toEqual(['PAYROLL_END_PASSED']);
		expect(employee.end_date).toBe('2024-12-31');
	});

	test('payroll without any date is in service: the type decides', () => {
		const employee = one(nmbrs({ startDate: null, endDate: null, employments: [] }));
		expect(verdict(employee)).toBe('active: IN_SERVICE');
		expect(employee.start_date).toBeNull();
		expect(employee.work_anniversary).toBeNull();
	});

	test('the type of a record that has it elsewhere is the mapped one; the own one goes first', () => {
		const mapping = { employment_type: '={{ $json.soort }}' };
		const typed = (changes: object): string => verdict(one(nmbrs({ ...changes }), { mapping }));
		expect(typed({ employeeType: undefined, soort: 'payroll' })).toBe('active: IN_SERVICE');
		expect(typed({ employeeType: undefined, soort: 'stagiair' })).toBe('held: TYPE_UNKNOWN');
		expect(typed({ employeeType: 'payroll', soort: 'stagiair' })).toBe('active: IN_SERVICE');
	});

	test('payroll that starts after the reference date is upcoming', () => {
		expect(verdict(one(nmbrsFrom(TOMORROW, null)))).toBe('upcoming: STARTS_LATER');
		expect(verdict(one(nmbrsFrom(TODAY, null)))).toBe('active: IN_SERVICE');
	});

	test('formerPayroll is ended', () => {
		const employee = one(nmbrsFrom('2020-01-01', '2026-06-30', { employeeType: 'formerPayroll' }));
		expect(verdict(employee)).toBe('ended: FORMER_PAYROLL');
		expect(employee.end_date).toBe('2026-06-30');
	});

	test('formerPayroll is not ended before a known employment end date has passed', () => {
		for (const end of [TODAY, TOMORROW]) {
			const employee = one(nmbrsFrom('2020-01-01', end, { employeeType: 'formerPayroll' }));
			expect(verdict(employee)).toBe('active: IN_SERVICE');
			expect(codes(employee.notices)).toEqual(['FORMER_PAYROLL_IN_SERVICE']);
			expect(employee.end_date).toBe(end);
		}
		expect(
			verdict(one(nmbrsFrom('2020-01-01', YESTERDAY, { employeeType: 'formerPayroll' }))),
		).toBe('ended: FORMER_PAYROLL');
	});

	test('formerPayroll without any date is ended', () => {
		const record = nmbrs({
			employeeType: 'formerPayroll',
			startDate: null,
			endDate: null,
			employments: [],
		});
		expect(verdict(one(record))).toBe('ended: FORMER_PAYROLL');
		const undated = { ...record, employments: [period(null, null)] };
		expect(verdict(one(undated))).toBe('ended: FORMER_PAYROLL');
	});

	test('formerPayroll with an open employment is held', () => {
		const open = nmbrsFrom('2020-01-01', null, { employeeType: 'formerPayroll' });
		expect(verdict(one(open))).toBe('held: TYPE_AND_DATES_DISAGREE');
		const one_of_two = nmbrs({
			employeeType: 'formerPayroll',
			employments: [period('2015-01-01', '2017-12-31'), period('2020-01-01', null)],
		});
		expect(verdict(one(one_of_two))).toBe('held: TYPE_AND_DATES_DISAGREE');
	});

	test('formerPayroll with nothing but a future employment left is upcoming', () => {
		const record = nmbrs({
			employeeType: 'formerPayroll',
			employments: [period('2020-01-01', '2026-06-30'), period('2027-01-01', null)],
		});
		const employee = one(record);
		expect(verdict(employee)).toBe('upcoming: STARTS_LATER');
		expect(codes(employee.notices)).toEqual(['GAP_BEFORE_RETURN']);
		expect(employee.start_date).toBe('2027-01-01');
	});

	test('a gap before a known return is upcoming with a notice, also for payroll', () => {
		const record = nmbrs({
			employments: [period('2020-01-01', '2026-11-01'), period('2026-12-01', '2027-12-31')],
		});
		const employee = one(record);
		expect(verdict(employee)).toBe('upcoming: STARTS_LATER');
		expect(codes(employee.notices)).toEqual(['GAP_BEFORE_RETURN']);
		expect(employee.end_date).toBe('2027-12-31');
	});

	test.each(['contractor', '', null, undefined, 7, ['payroll'], { type: 'payroll' }])(
		'an unknown type is held, never guessed: %j',
		(employeeType) => {
			expect(verdict(one(nmbrs({ employeeType })))).toBe('held: TYPE_UNKNOWN');
		},
	);

	test.each(['Payroll', ' payroll ', 'PAYROLL'])(
		'the type is read in any case: %s',
		(employeeType) => {
			expect(verdict(one(nmbrs({ employeeType })))).toBe('active: IN_SERVICE');
		},
	);

	test('"Former Payroll", as the help pages spell it', () => {
		const record = nmbrsFrom('2020-01-01', '2024-01-01', { employeeType: 'Former Payroll' });
		expect(verdict(one(record))).toBe('ended: FORMER_PAYROLL');
	});

	test('a chosen type other than payroll goes by its dates', () => {
		for (const employeeType of ['external', 'newHire', 'applicant']) {
			expect(verdict(one(nmbrsFrom('2020-01-01', null, { employeeType })))).toBe(
				'active: IN_SERVICE',
			);
			expect(verdict(one(nmbrsFrom(TOMORROW, null, { employeeType })))).toBe(
				'upcoming: STARTS_LATER',
			);
			expect(verdict(one(nmbrsFrom('2020-01-01', YESTERDAY, { employeeType })))).toBe(
				'ended: EMPLOYMENT_ENDED',
			);
			expect(verdict(one(nmbrsFrom(null, null, { employeeType, employments: [] })))).toBe(
				'held: DATES_MISSING',
			);
		}
	});
});
