import type { IDataObject } from 'n8n-workflow';
import type { PayrollRecord } from '../../core/payroll/record';
import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { expectedPayroll } from '../../sandbox/world/payroll.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import { useFastClock } from '../support/fastClock.mts';
import { checkOf, NmbrsBench, type NodeRun, type RunOptions } from '../support/nmbrsNode.mts';
import { asExpected, byId, comparable, readRecords } from '../support/payroll.mts';

const { waits } = useFastClock();

const PAYROLL = {
	resource: 'payroll',
	operation: 'getAll',
	leaveGroups: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
};
const TODAY = '2026-11-24';

let bench: NmbrsBench;
const start = async (settings: Partial<NmbrsSettings> = {}, employees = 120): Promise<void> => {
	const world = generateWorld({ employees, seed: 3, referenceDate: TODAY });
	bench = await NmbrsBench.start({ world, settings });
};
afterEach(async () => await bench.close());

const run = async (
	parameters: IDataObject = {},
	options: RunOptions = {},
): Promise<NodeRun & { records: PayrollRecord[] }> => {
	const result = await bench.run({ ...PAYROLL, referenceDate: TODAY, ...parameters }, options);
	return { ...result, records: readRecords(result.items.map(({ json }) => json)) };
};
const fail = async (parameters: IDataObject = {}, options: RunOptions = {}) =>
	await bench.fail({ ...PAYROLL, referenceDate: TODAY, ...parameters }, options);

const answer = (question = { fullTimeHoursPerMonth: null as number | null }) =>
	expectedPayroll(bench.world, question).filter(({ system }) => system === 'nmbrs');

const expectAll = (
	records: readonly PayrollRecord[],
	question?: { fullTimeHoursPerMonth: number | null },
): void => {
	expect(byId(records.map(asExpected))).toEqual(byId(answer(question).map(comparable)));
};

describe('payroll records, to the cent', () => {
	test('everybody, with corrections, starters, leavers, months and four weeks', async () => {
		await start();
		const { records, coverage } = await run();
		expectAll(records);
		const expected = answer();
		expect(expected.some(({ corrections }) => corrections > 1)).toBe(true);
		expect(new Set(expected.map(({ payCycle }) => payCycle)).size).toBe(2);
		expect(
			expected.some(({ accrualCents, status }) => status === 'ok' && accrualCents === null),
		).toBe(true);
		for (const { external_id, period } of records) {
			expect(period).toEqual(expected.find(({ externalId }) => externalId === external_id)?.period);
		}
		expect(coverage.every(({ complete }) => complete)).toBe(true);
		expect(coverage.every((item) => checkOf(item, 'PAYSLIPS_READ')?.ok === true)).toBe(true);
	});

	const spellings: Array<[string, Partial<NmbrsSettings>]> = [
		['decimal points', { reportDecimals: 'point' }],
		['escaped twice', { reportEscapes: 2 }],
		['without declaration', { reportDeclaration: false }],
		['another root name', { reportRoot: 'ArrayOfPayslip' }],
		['CDATA', { reportCdata: true }],
		['a utf-16 answer', { soapEncoding: 'utf-16le' }],
		['faults with status 200', { soapFaultStatus: 200 }],
		['a report that takes long', { reportPolls: 9 }],
		['a lost task, once', { reportLostTimes: 1, reportLostFault: 2019 }],
		['a task of another kind, once', { reportLostTimes: 1, reportLostFault: 2021 }],
	];
	test.each(spellings)('the same with %s', async (_name, settings) => {
		await start(settings, 70);
		expectAll((await run()).records);
	});

	test('by wage components instead of the reservation', async () => {
		await start({}, 70);
		const { records } = await run({
			holidayAllowance: 'payslipComponents',
			accrualComponent: '4010',
			balanceComponent: '4020',
		});
		expectAll(records);
	});

	test('by one call per employee: a balance, and no accrual', async () => {
		await start({}, 70);
		const { records } = await run({ holidayAllowance: 'reservations' });
		const expected = new Map(answer().map((one) => [one.externalId, one]));
		const asked = records.filter(({ in_service }) => in_service !== false);
		expect(asked.length).toBeGreaterThan(30);
		for (const { external_id, holiday_allowance_balance: balance, ...rest } of asked) {
			const cents = balance === null ? null : Math.round(Number(balance) * 100);
			expect(cents).toBe(expected.get(external_id ?? '')?.balanceCents);
			expect(rest.holiday_allowance_accrual).toBeNull();
		}
	});

	test('a bonus as another source', async () => {
		await start({}, 70);
		const { records } = await run({
			otherSources: { source: [{ kind: 'component', component: '5000' }] },
		});
		const expected = new Map(answer().map((one) => [one.externalId, one.bonusCents]));
		for (const { external_id, other_sources: others } of records) {
			const amount = others[0]?.accrual ?? null;
			const cents = amount === null ? null : Math.round(Number(amount) * 100);
			expect(cents).toBe(expected.get(external_id ?? ''));
		}
		expect(records.some(({ other_sources: others }) => others[0]?.description === 'Bonus')).toBe(
			true,
		);
	});

	test('with the six services that Alleo names and no other', async () => {
		const others = [
			'Converter_GetByCompany_IntToGuid',
			'EmployeeType_GetList',
			'Company_GetCurrentPeriod',
			'WageModel_GetWageCodes',
			'Reservations_GetList',
			'ExtraFields_GetList',
			'Environment_Get',
		];
		await start({ forbiddenOperations: others }, 70);
		const { records, coverage } = await run();
		const figures = (list: ReturnType<typeof answer>) =>
			byId(list).map(({ externalId, accrualCents, balanceCents, heldBecause }) => ({
				externalId,
				accrualCents,
				balanceCents,
				heldBecause,
			}));
		const mine = records.map(asExpected) as ReturnType<typeof answer>;
		expect(figures(mine)).toEqual(figures(answer()));
		expect(checkOf(coverage[0], 'PAY_CYCLE_KNOWN')).toMatchObject({ ok: false });
		expect(records.every(({ pay_cycle: cycle }) => cycle === null)).toBe(true);
		const salaried = records.filter(({ notices }) =>
			notices.some(({ code }) => code === 'NMBRS_PAY_CYCLE_UNKNOWN'),
		);
		expect(salaried.length).toBeGreaterThan(10);
		expect(salaried.every((one) => one.gross_monthly_salary === null)).toBe(true);
	});

	test('hourly wages of monthly salaries, only where the full-time hours are set', async () => {
		await start({}, 70);
		const { records } = await run({ options: { fullTimeHoursPerMonth: 173.33 } });
		expectAll(records, { fullTimeHoursPerMonth: 173.33 });
	});

	test('leave by type through SOAP gives the same hours', async () => {
		await start({}, 70);
		const { records } = await run({ leaveSource: 'soap' });
		const expected = new Map(answer().map((one) => [one.externalId, one]));
		for (const record of records.filter(({ in_service }) => in_service !== false)) {
			const mine = asExpected(record);
			expect(mine.statutoryHours).toBe(expected.get(record.external_id ?? '')?.statutoryHours);
			expect(mine.nonStatutoryHours).toBe(
				expected.get(record.external_id ?? '')?.nonStatutoryHours,
			);
		}
	});
});

describe('which run', () => {
	test('in January the last locked run is of the year before', async () => {
		const world = generateWorld({ employees: 70, seed: 3, referenceDate: '2027-01-15' });
		bench = await NmbrsBench.start({ world });
		const { records } = await run({ referenceDate: '2027-01-15' });
		expectAll(records);
		expect(new Set(records.map(({ period }) => `${period?.year}-${period?.period}`))).toEqual(
			new Set(['2026-12', '2026-13']),
		);
	});

	test('a chosen run, and one of another company', async () => {
		await start({}, 70);
		const [company, other] = bench.world.nmbrs.companies;
		const runId = (company?.soapId ?? 0) * 10_000 + 26 * 100 + 3;
		const chosen = { payrollRun: 'chosen', runIds: [runId], companyIds: [company?.companyId] };
		const { records } = await run(chosen);
		expect(records[0]?.period).toEqual({ year: 2026, period: 3 });
		const { description } = await fail({ ...chosen, companyIds: [other?.companyId] });
		expect(description).toContain('NMBRS_RUN_UNKNOWN');
	});

	test('no locked run at all', async () => {
		await start({}, 70);
		for (const company of bench.world.nmbrs.companies) company.currentYear = 2020;
		const { description } = await fail();
		expect(description).toContain('NMBRS_RUN_NONE');
	});
});

describe('polling', () => {
	test('from one second, doubling to fifteen', async () => {
		await start({ reportPolls: 7 }, 70);
		const [company] = bench.world.nmbrs.companies;
		await run({ companyIds: [company?.companyId] });
		expect(waits.filter((wait) => wait >= 1000)).toEqual([
			1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000,
		]);
	});

	test('a report that never ends is given up at the limit', async () => {
		await start({ reportEnd: 'never' }, 70);
		const { message, description } = await fail({ options: { reportLimit: 2 } });
		expect(`${message} ${description}`).toContain('NMBRS_REPORT_TIMEOUT');
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(4 * 140_000);
	});
});

describe('without the SOAP credential', () => {
	test('holiday allowance is empty, said once and on everybody, and pay by REST is there', async () => {
		await start({}, 70);
		const { records, fake, coverage } = await run({ payCycle: 'month' }, { withoutSoap: true });
		expect(records.every((one) => one.holiday_allowance_accrual === null)).toBe(true);
		expect(records.every((one) => one.holiday_allowance_balance === null)).toBe(true);
		expect(records.some((one) => one.gross_monthly_salary !== null)).toBe(true);
		expect(
			records.every(({ notices }) => notices.some(({ code }) => code === 'NMBRS_PAYROLL_SOAP_OFF')),
		).toBe(true);
		expect(
			records.some(({ issues }) => issues.some(({ code }) => code === 'NMBRS_PAYROLL_NOT_READ')),
		).toBe(false);
		expect(checkOf(coverage[0], 'PAYSLIPS_READ')).toMatchObject({ ok: false });
		expect(JSON.stringify(fake.hints)).toContain('1 March 2027');
		expect(bench.server.log.entries.some(({ url }) => url.startsWith('/soap'))).toBe(false);
	});

	test('nothing is said where nothing of SOAP was asked', async () => {
		await start({}, 70);
		const { records } = await run({ holidayAllowance: 'none' }, { withoutSoap: true });
		const codes = new Set(records.flatMap(({ notices }) => notices.map(({ code }) => code)));
		expect(codes.has('NMBRS_PAYROLL_SOAP_OFF')).toBe(false);
		expect(codes.has('NMBRS_PAY_CYCLE_UNKNOWN')).toBe(true);
		expect(records.every((one) => one.gross_monthly_salary === null)).toBe(true);
	});
});
