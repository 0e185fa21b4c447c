import type { AfasRow } from '../../nodes/Afas/api/schemas';
import {
	LEAVE_ROLES,
	resolveColumns,
	SALARY_ROLES,
	WAGE_ROLES,
} from '../../nodes/Afas/payroll/columns';
import { readLeave } from '../../nodes/Afas/payroll/leave';
import type { LeavePart, SalaryPart, WagePart } from '../../nodes/Afas/payroll/plan';
import { cycleOf, readSalary } from '../../nodes/Afas/payroll/salary';
import type { PayrollSettings } from '../../nodes/Afas/payroll/settings';
import { readWages } from '../../nodes/Afas/payroll/wages';

/** What the rows of one person come to, whatever the connectors carry. */

const TODAY = '2026-11-24';

const settings: PayrollSettings = {
	personKey: 'EmployeeId',
	salaryConnector: 's',
	wageConnector: 'w',
	plansConnector: '',
	leaveConnector: 'l',
	salaryColumns: {},
	wageColumns: {},
	planColumns: {},
	leaveColumns: {},
	accrualComponent: '9001',
	balanceComponent: '9002',
	others: [],
	leaveRules: [
		{ match: 'WET', kind: 'statutory' },
		{ match: 'bovenwettelijk', kind: 'nonStatutory' },
	],
	leaveUnit: 'hours',
	payCycle: null,
	referenceDate: TODAY,
	reading: { pageSize: 1000, parallel: 1, timeoutMs: 1000 },
};

/** A planned connector whose columns are those of the rows. */
function partOf<R extends typeof SALARY_ROLES | typeof WAGE_ROLES | typeof LEAVE_ROLES>(
	roles: R,
	rows: readonly AfasRow[],
) {
	const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const field = {
		fieldId: '',
		dataType: 'string',
		label: '',
		length: 0,
		controlType: 1,
		decimals: 0,
		decimalsFieldId: '',
	};
	const info = { name: 'x', description: '', fields: ids.map((id) => ({ ...field, id })) };
	const columns = resolveColumns('x', info as never, roles, {});
	if (!columns.ok) throw new Error(JSON.stringify(columns.problem));
	return { connector: 'x', name: null, columns: columns.value, plan: null as never };
}

const codes = (list: ReadonlyArray<{ code: string }>): string[] => list.map(({ code }) => code);

describe('wage components', () => {
	const base = { employeeNumber: '000101', contractNumber: 1 };
	const row = (
		code: number | string,
		value: unknown,
		period: number,
		concerns = period,
		more = {},
	): AfasRow =>
		({
			...base,
			code,
			value,
			Jaar_betaald: 2026,
			Periode_betaald: period,
			Jaar_betrekking_op: 2026,
			Periode_betrekking_op: concerns,
			...more,
		}) as AfasRow;
	const read = (
		rows: AfasRow[],
		more: Partial<PayrollSettings> = {},
		plans: Map<string, number> | null = null,
	) => readWages(rows, partOf(WAGE_ROLES, rows) as WagePart, plans, { ...settings, ...more });

	test('the latest payroll, with corrections of earlier periods in the accrual only', () => {
		const figures = read([
			row(9001, 100, 9),
			row(9001, '256,40', 10),
			row(9001, '-12.50', 10, 9),
			row(9001, 0.1, 10, 8),
			row(9002, 1538.4, 10),
			row(9002, -12.5, 10, 9),
		]);
		expect(figures).toMatchObject({ accrual: 244, balance: 1538.4, paid: 202610, issues: [] });
		expect(figures.corrections).toBe(2);
		expect(codes(figures.notices)).toEqual(['AFAS_CORRECTIONS_ADDED']);
	});

	test('a correction alone, of somebody who has left', () => {
		expect(read([row(9001, -12.5, 10, 7)])).toMatchObject({ accrual: -12.5, balance: null });
	});

	test('parallel contracts are added up', () => {
		const second = { contractNumber: 2 };
		expect(
			read([
				row(9001, 1, 10),
				row(9001, 2, 10, 10, second),
				row(9002, 5, 10),
				row(9002, 6, 10, 10, second),
			]),
		).toMatchObject({ accrual: 3, balance: 11, issues: [] });
	});

	const odd: Array<[string, AfasRow[], string]> = [
		['an amount with two readings', [row(9001, '1.250', 10)], 'AFAS_AMOUNT_UNREADABLE'],
		['an amount that is text', [row(9001, 'veel', 10)], 'AFAS_AMOUNT_UNREADABLE'],
		['two balances of one contract', [row(9002, 1, 10), row(9002, 2, 10)], 'AFAS_BALANCE_TWICE'],
		['no period', [row(9001, 1, 10, 10, { Periode_betaald: null })], 'AFAS_PERIOD_UNREADABLE'],
		[
			'a period that is text',
			[row(9001, 1, 10, 10, { Periode_betrekking_op: 'mei' })],
			'AFAS_PERIOD_UNREADABLE',
		],
	];
	test.each(odd)('%s holds the person', (_name, rows, code) => {
		const figures = read(rows);
		expect(codes(figures.issues)).toEqual([code]);
		expect([figures.accrual, figures.balance]).toEqual([null, null]);
	});

	test('plans: by the plans connector, and one that it does not know', () => {
		const planned = (plan: number, concerns = plan): AfasRow => ({
			...base,
			code: 9001,
			value: 10,
			planIdBetaald: plan,
			planIdBetrekkingOp: concerns,
		});
		const plans = new Map([
			['900', 202601],
			['12', 202602],
		]);
		expect(read([planned(900), planned(12), planned(12, 900)], {}, plans)).toMatchObject({
			accrual: 20,
			paid: 202602,
		});
		expect(codes(read([planned(77)], {}, plans).issues)).toEqual(['AFAS_PLAN_UNKNOWN']);
		const alone = read([planned(12), planned(900)]);
		expect(alone).toMatchObject({ accrual: 10, paid: null });
		expect(codes(alone.notices)).toEqual(['AFAS_PERIOD_BY_PLAN']);
	});

	test('a component that is empty is no zero, and one that is zero is', () => {
		expect(read([row(9001, null, 10), row(9002, 0, 10)])).toMatchObject({
			accrual: null,
			balance: 0,
		});
	});

	test('component numbers with leading zeros are other numbers', () => {
		expect(read([row('09001', 5, 10), row('9001', 1, 10)]).accrual).toBe(1);
	});
});

describe('salary lines', () => {
	const line = (more: AfasRow = {}): AfasRow => ({
		EmployeeId: '000101',
		DvId: 1,
		StartDate: '2020-01-01',
		EndDate: null,
		HourlyWage: 20,
		MonthlySalary: 3466.6,
		EmploymentStart: '2020-01-01',
		EmploymentEnd: null,
		...more,
	});
	const read = (...rows: AfasRow[]) =>
		readSalary(rows, partOf(SALARY_ROLES, rows) as SalaryPart, TODAY);

	test('the line in force: not the one that ended, not the one to come', () => {
		expect(
			read(
				line({ EndDate: '2026-01-31', HourlyWage: 19 }),
				line({ StartDate: '2026-02-01', HourlyWage: '20,50' }),
				line({ StartDate: '2027-01-01', HourlyWage: 22 }),
			),
		).toMatchObject({ hourly: 20.5, inService: true, issues: [] });
	});

	test('an older line without an end gives way to the newer one', () => {
		expect(read(line({ HourlyWage: 19 }), line({ StartDate: '2026-02-01' })).hourly).toBe(20);
	});

	const odd: Array<[string, AfasRow[], string]> = [
		[
			'two employments with different wages',
			[line(), line({ DvId: 2, HourlyWage: 21 })],
			'AFAS_SALARY_SEVERAL',
		],
		['no line in force', [line({ EndDate: '2026-01-31' })], 'AFAS_SALARY_NONE'],
		[
			'a line without a wage',
			[line({ HourlyWage: null, MonthlySalary: null })],
			'AFAS_SALARY_NONE',
		],
		['a wage with two readings', [line({ HourlyWage: '1.250' })], 'AFAS_AMOUNT_UNREADABLE'],
		['a date that is none', [line({ StartDate: '31-31-2026' })], 'AFAS_DATE_UNREADABLE'],
	];
	test.each(odd)('%s holds the person', (_name, rows, code) => {
		const figures = read(...rows);
		expect(codes(figures.issues)).toContain(code);
		expect(figures.hourly).toBeNull();
	});

	test('two employments with the same wage are one wage', () => {
		expect(read(line(), line({ DvId: 2 }))).toMatchObject({ hourly: 20, issues: [] });
	});

	test('without dates of employment nobody is said to be in service', () => {
		const { EmploymentStart: _start, EmploymentEnd: _end, ...bare } = line();
		expect(read(bare).inService).toBeNull();
	});

	test.each([
		['Maand', 'month'],
		['4 weken', 'fourWeeks'],
		['Vier-weken', 'fourWeeks'],
		['week', 'week'],
		['Kwartaal', 'quarter'],
		['veertien dagen', null],
		[null, null],
	])('pay cycle %p', (text, cycle) => {
		expect(cycleOf(text)).toBe(cycle);
	});
});

describe('leave', () => {
	const row = (type: string, balance: unknown, year = 2026, more = {}): AfasRow =>
		({
			EmployeeId: '1',
			Leavetype: type,
			Balance: balance,
			Year: year,
			Period: 1,
			DvId: 1,
			...more,
		}) as AfasRow;
	const read = (...rows: AfasRow[]) =>
		readLeave(rows, partOf(LEAVE_ROLES, rows) as LeavePart, settings);

	test('the latest year that has begun, by code or name', () => {
		const { leave, issues } = read(
			row('WET', 10, 2025),
			row('WET', '92,5'),
			row('X1', 32.5, 2026, { LeaveDescr: 'Bovenwettelijk verlof' }),
			row('WET', 160, 2027),
		);
		expect(leave.map(({ type, balance }) => [type, balance])).toEqual([
			['statutory', 92.5],
			['nonStatutory', 32.5],
		]);
		expect(issues).toEqual([]);
	});

	test('the latest period of each type', () => {
		const { leave } = read(row('WET', 1, 2026, { Period: 1 }), row('WET', 2, 2026, { Period: 2 }));
		expect(leave.map(({ balance }) => balance)).toEqual([2]);
	});

	test('an unknown type is neither, and said', () => {
		const { leave, notices } = read(row('ADV', 8));
		expect(leave[0]?.type).toBe('other');
		expect(codes(notices)).toEqual(['AFAS_LEAVE_TYPE_UNKNOWN']);
	});

	test('a balance with two readings', () => {
		expect(codes(read(row('WET', '1.250')).issues)).toEqual(['AFAS_AMOUNT_UNREADABLE']);
	});
});
