import { noFigures } from '../../nodes/Nmbrs/payroll/figures';
import { toRecord } from '../../nodes/Nmbrs/payroll/record';
import type { RecordInput } from '../../nodes/Nmbrs/payroll/record';
import type { NmbrsPayrollSettings } from '../../nodes/Nmbrs/payroll/settings';

/** From which day the wage in force counts: only where that is known for sure. */

const settings = {
	holiday: 'none',
	leave: 'none',
	leaveRules: [],
	hourlyWageComponent: '',
	monthlySalaryComponent: '',
	fullTimeHoursPerMonth: 173.33,
	referenceDate: '2026-11-24',
} as unknown as NmbrsPayrollSettings;

const input = (type: string, changes: Partial<RecordInput> = {}): RecordInput => ({
	person: {
		employeeId: '5f0c2d1e-0000-4000-8000-000000000301',
		employeeNumber: '1',
		businessEmail: null,
		startDate: '2020-01-01',
		endDate: null,
		employeeType: 'payroll',
		employments: [],
		company: { id: 'c-1', number: '1', name: 'Voorbeeld B.V.', debtorId: null },
		partition: 'c-1',
		notices: [],
		salary: { type, value: 20, startDate: '2026-07-01' },
		schedule: { parttimePercentage: 80, hoursPerWeek: 32 },
		histories: {
			schedules: [
				{ startDate: '2020-01-01', createdAt: null },
				{ startDate: '2026-10-05', createdAt: null },
				{ startDate: '2027-01-01', createdAt: null },
			],
		},
	} as unknown as RecordInput['person'],
	soap: { figures: noFigures(), leave: null },
	cycle: 'month',
	period: { year: 2026, period: 10 },
	settings,
	...changes,
});

test('of an hourly wage: the first day of the salary', () => {
	expect(toRecord(input('grossHourlyWage')).wage_since).toBe('2026-07-01');
});

test('of a wage that is made with the hours of a schedule: the later one of both', () => {
	expect(toRecord(input('grossParttimeSalary')).wage_since).toBe('2026-10-05');
	const four = input('grossFulltimeSalary', { cycle: 'fourWeeks' });
	expect(toRecord(four).wage_since).toBe('2026-10-05');
});

test('of a line of the payslip: not known', () => {
	const figures = { ...noFigures(), hourlyWage: 21 };
	const soap = { figures, leave: null };
	const picked = { ...settings, hourlyWageComponent: '1100' };
	expect(toRecord(input('grossHourlyWage', { soap, settings: picked }))).toMatchObject({
		gross_hourly_wage: 21,
		wage_since: null,
	});
});
