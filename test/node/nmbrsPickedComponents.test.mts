import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import type { PayrollOptions } from '../../core/payroll/options';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { useFastClock } from '../support/fastClock.mts';
import { account, flexRecords, plan, planInput } from '../support/filePlan.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';

/**
 * Wage components that a customer picks by their role, from the payslips to the lines of the file. The figures
 * are written by hand here, so that nothing else in the made-up world gives them.
 */

useFastClock();

const TODAY = '2026-11-24';
const COMPANY = 'c1000000-0000-4000-8000-000000000001';
const [HOURLY, MONTHLY, ACCRUAL, BALANCE] = ['1100', '1000', '4010', '4020'] as const;

type Lines = Partial<Record<string, string>>;

const slip = ({ soapId }: NmbrsPerson, lines: Lines, period = '10'): string =>
	`<payslip><employeeid>${soapId}</employeeid><period>${period}</period><year>2026</year><lines>` +
	Object.entries(lines)
		.map(([code, value]) => `<line><code>${code}</code><value>${value}</value></line>`)
		.join('') +
	'</lines><reservations/></payslip>';

const WHOLE: Lines = {
	[HOURLY]: '23,45',
	[MONTHLY]: '3.658,20',
	[ACCRUAL]: '292,66',
	[BALANCE]: '1.463,30',
};

async function fileOf(
	slips: (people: NmbrsPerson[]) => string[],
	options: Partial<PayrollOptions> = {},
) {
	const world = generateWorld({ employees: 70, seed: 3, referenceDate: TODAY });
	const bench = await NmbrsBench.start({ world });
	try {
		const people = world.nmbrs.people.filter(
			(person) => person.companyId === COMPANY && person.case === 'unchanged',
		);
		bench.server.state.configure({ reportText: `<payslips>${slips(people).join('')}</payslips>` });
		const { items } = await bench.run({
			resource: 'payroll',
			operation: 'getAll',
			referenceDate: TODAY,
			companyIds: [COMPANY],
			leaveGroups: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
			holidayAllowance: 'payslipComponents',
			accrualComponent: ACCRUAL,
			balanceComponent: BALANCE,
			options: { hourlyWageComponent: HOURLY, monthlySalaryComponent: MONTHLY },
		});
		const records = items.map(({ json }) => json);
		const source = flexRecords(records, options);
		const alleo = people.map(({ externalId }, at) => account(at, { external_id: externalId }));
		const { rows } = plan(planInput(0, { source, alleo }));
		const rowOf = (at: number) => rows.find(({ external_id: id }) => id === people[at]?.externalId);
		const recordOf = (at: number) =>
			source.find(({ external_id: id }) => id === people[at]?.externalId);
		return { rowOf, recordOf };
	} finally {
		await bench.close();
	}
}

const everybody = (people: NmbrsPerson[]): string[] => people.map((one) => slip(one, WHOLE));

test('hourly wage, monthly salary, accrual and balance are those of the payslip lines', async () => {
	const { rowOf, recordOf } = await fileOf(everybody, {
		secondary: { kind: 'holidayAllowanceBalance' },
	});
	expect(recordOf(0)).toMatchObject({
		gross_hourly_wage: 23.45,
		gross_monthly_salary: 3658.2,
		holiday_allowance: { accrual: 292.66, balance: 1463.3 },
		// The payslip says no day from which the wage counts.
		wage_since: null,
	});
	expect(rowOf(0)?.flex).toMatchObject({
		primary_source: 292.66,
		secondary_source: 1463.3,
		gross_hourly_wage: 23.45,
	});
});

test('whose payslip lacks the hourly wage is held, and never given that of the salary', async () => {
	const { [HOURLY]: _none, ...others } = WHOLE;
	const { rowOf } = await fileOf(([first, ...rest]) => [
		slip(first as NmbrsPerson, others),
		...everybody(rest),
	]);
	expect(rowOf(0)).toMatchObject({ action: 'hold', reason: { code: 'FLEX_VALUE_MISSING' } });
});

test('a company that pays by the month alone is read: its people are held, and other companies go on', async () => {
	const { [HOURLY]: _none, ...others } = WHOLE;
	const { rowOf, recordOf } = await fileOf((people) => people.map((one) => slip(one, others)));
	expect(recordOf(0)).toMatchObject({ status: 'held', gross_hourly_wage: null });
	expect(rowOf(0)).toMatchObject({ action: 'hold', reason: { code: 'FLEX_VALUE_MISSING' } });
});

test('corrections of closed periods are in the accrual alone, negative ones too', async () => {
	const { rowOf, recordOf } = await fileOf(([first, second, ...rest]) => [
		slip(first as NmbrsPerson, WHOLE),
		slip(first as NmbrsPerson, { [HOURLY]: '22,00', [ACCRUAL]: '-12,66', [BALANCE]: '5' }, '9'),
		slip(second as NmbrsPerson, { [HOURLY]: '23,45', [ACCRUAL]: '292,66' }),
		slip(second as NmbrsPerson, { [ACCRUAL]: '-300,00' }, '8'),
		...everybody(rest),
	]);
	expect(recordOf(0)).toMatchObject({
		gross_hourly_wage: 23.45,
		primary_source: 280,
		holiday_allowance: { balance: 1463.3 },
		corrections: 1,
	});
	expect(rowOf(0)?.notices.map(({ code }) => code)).toContain('NMBRS_CORRECTIONS_ADDED');
	expect(rowOf(1)).toMatchObject({
		action: 'hold',
		reason: { code: 'FLEX_NEGATIVE_CORRECTED', params: { count: 1 } },
	});
});
