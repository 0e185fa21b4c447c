import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import { systemClock } from '../../nodes/shared/http/clock';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench, type RunOptions } from '../support/nmbrsNode.mts';
import { readRecords } from '../support/payroll.mts';

useFastClock();

const TODAY = '2026-11-24';
const COMPANY = 'c1000000-0000-4000-8000-000000000001';
const PAYROLL = {
	resource: 'payroll',
	operation: 'getAll',
	referenceDate: TODAY,
	companyIds: [COMPANY],
	leaveGroups: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
};

let bench: NmbrsBench;
const start = async (settings: Partial<NmbrsSettings> = {}): Promise<void> => {
	const world = generateWorld({ employees: 70, seed: 3, referenceDate: TODAY });
	bench = await NmbrsBench.start({ world, settings });
};
afterEach(async () => await bench.close());

const people = (): NmbrsPerson[] =>
	bench.world.nmbrs.people.filter(
		(person) => person.companyId === COMPANY && person.case === 'unchanged',
	);

const run = async (parameters: IDataObject = {}, options: RunOptions = {}) => {
	const result = await bench.run({ ...PAYROLL, ...parameters }, options);
	return { ...result, records: readRecords(result.items.map(({ json }) => json)) };
};
const failure = async (parameters: IDataObject = {}): Promise<string> => {
	const { message, description } = await bench.fail({ ...PAYROLL, ...parameters });
	return `${message} ${description}`;
};

const slip = (
	{ soapId }: NmbrsPerson,
	value: string,
	saldo: string,
	{ period = '10', key = 'Vakantiegeld' } = {},
): string =>
	`<payslip><employeeid>${soapId}</employeeid><period>${period}</period><year>2026</year>` +
	`<lines/><reservations><reservation><key>${key}</key><value>${value}</value><saldo>${saldo}</saldo>` +
	'</reservation></reservations></payslip>';

describe('a report that is none stops the company with a reason', () => {
	const texts: Array<[string, string, string]> = [
		['nothing', '', 'nothing in it'],
		['a sentence', 'De verloning is niet gevonden', 'no XML'],
		['a page', '<html><body>maintenance</body></html>', 'an HTML page'],
		['half a report', '<payslips><payslip><employeeid>1</employeeid>', 'cut off or broken'],
		['tags that cross', '<a><b></a></b>', 'cut off or broken'],
		['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>', 'a DOCTYPE'],
		['an unknown entity', '<payslips>&boom;</payslips>', 'cut off or broken'],
	];
	test.each(texts)('%s', async (_name, reportText, problem) => {
		await start({ reportText });
		const text = await failure();
		expect(text).toContain('NMBRS_REPORT_UNREADABLE');
		expect(text).toContain(problem);
	});

	const switches: Array<[string, Partial<NmbrsSettings>, string]> = [
		['status Error', { reportEnd: 'Error' }, 'status Error'],
		['status Unknown', { reportEnd: 'Unknown' }, 'status Unknown'],
		['a report that never ends', { reportEnd: 'never' }, 'NMBRS_REPORT_TIMEOUT'],
		['a task that is lost twice', { reportLostTimes: 9, reportLostFault: 2021 }, '2021'],
		['a task that is lost twice, 2019', { reportLostTimes: 9, reportLostFault: 2019 }, '2019'],
		['answers that are cut off', { soapDamage: 'cut' }, 'NMBRS_SOAP_UNREACHABLE'],
		[
			'a company that the user does not see',
			{ hiddenCompanies: [10_001] },
			'NMBRS_SOAP_COMPANY_UNKNOWN',
		],
		['a company that is refused', { refusedCompanies: [10_001] }, 'NMBRS_SOAP_NOT_VISIBLE'],
		['a wrong login', { soapUsers: [] }, 'NMBRS_SOAP_LOGIN'],
	];
	test.each(switches)('%s', async (_name, settings, text) => {
		await start(settings);
		expect(await failure()).toContain(text);
	});

	test.each([
		['List_GetAll'],
		['Run_GetList'],
		['Reports_GetPayslipByRunCompany_v2_Background'],
		['Reports_BackgroundTask_Result'],
	])('%s is not in the API template', async (operation) => {
		await start({ forbiddenOperations: [operation] });
		const text = await failure();
		expect(text).toContain('NMBRS_SOAP_OPERATION_BLOCKED');
		expect(text).toContain(operation);
	});

	test('with Continue everybody is there and held, and the company is not complete', async () => {
		await start({ reportEnd: 'Error' });
		const { records, coverage } = await run({ onPartitionError: 'continue' });
		const serving = records.filter(({ in_service }) => in_service !== false);
		expect(serving.length).toBeGreaterThan(10);
		for (const { issues, holiday_allowance_accrual: accrual } of serving) {
			expect(issues.map(({ code }) => code)).toContain('NMBRS_PAYROLL_NOT_READ');
			expect(accrual).toBeNull();
		}
		expect(coverage[0]).toMatchObject({ complete: false, error: { code: 'NMBRS_REPORT_FAILED' } });
		expect(coverage[0]?.employees).toBe(records.length);
	});
});

describe('settings that do not fit', () => {
	const settings: Array<[string, IDataObject, string]> = [
		['a reservation that nobody has', { reservationNames: 'spaarloon' }, 'NMBRS_RESERVE_NOT_FOUND'],
		[
			'components that nobody has',
			{ holidayAllowance: 'payslipComponents', accrualComponent: '9999' },
			'NMBRS_RESERVE_NOT_FOUND',
		],
		[
			'a component of the hourly wage that nobody has',
			{ options: { hourlyWageComponent: '9999' } },
			'NMBRS_RESERVE_NOT_FOUND',
		],
		[
			'a component of the monthly salary that nobody has',
			{ options: { monthlySalaryComponent: '9999' } },
			'NMBRS_RESERVE_NOT_FOUND',
		],
		['no reservation named', { reservationNames: ' , ' }, 'SETTING_INVALID'],
		['no component chosen', { holidayAllowance: 'payslipComponents' }, 'SETTING_INVALID'],
		[
			'a component that is no number',
			{ holidayAllowance: 'payslipComponents', accrualComponent: 'x' },
			'SETTING_INVALID',
		],
		['no run chosen', { payrollRun: 'chosen', runIds: [] }, 'SETTING_INVALID'],
		['an unknown pay cycle', { payCycle: 'fortnight' }, 'SETTING_INVALID'],
		['an unknown origin', { holidayAllowance: 'guess' }, 'SETTING_INVALID'],
	];
	test.each(settings)('%s', async (_name, parameters, code) => {
		await start();
		expect(await failure(parameters)).toContain(code);
	});
});

describe('from 1 March 2027', () => {
	const at = (moment: string): void => {
		jest.spyOn(systemClock, 'now').mockReturnValue(Date.parse(moment));
	};

	const refusals: Array<[string, Partial<NmbrsSettings>]> = [
		['a refused operation', { forbiddenOperations: ['Run_GetList'] }],
		['a refused login', { soapUsers: [] }],
		['an answer that is none', { soapDamage: 'cut' }],
	];
	test.each(refusals)('%s names the retirement', async (_name, settings) => {
		await start(settings);
		at('2027-03-01T00:30:00+01:00');
		const text = await failure();
		expect(text).toContain('NMBRS_SOAP_RETIRED');
		expect(text).toContain('1 March 2027');
		at('2027-02-28T23:30:00+01:00');
		expect(await failure()).not.toContain('NMBRS_SOAP_RETIRED');
	});
});

describe('pay never shows in a message or a log', () => {
	test('neither when it works nor when it stops', async () => {
		await start();
		const { records, fake } = await run();
		const amounts = records.flatMap((one) =>
			[one.holiday_allowance_accrual, one.holiday_allowance_balance, one.gross_monthly_salary]
				.filter((value) => typeof value === 'number' && value > 1000)
				.map(String),
		);
		expect(amounts.length).toBeGreaterThan(10);
		const log = fake.log.join('\n');
		for (const amount of amounts) expect(log).not.toContain(amount);
		const canary = '98765,43';
		bench.server.state.configure({
			reportText: `<payslips>${slip(people()[0] as NmbrsPerson, canary, 'x')}`,
		});
		const text = await failure();
		expect(text).not.toContain('98765');
		for (const { bait } of bench.world.nmbrs.people) {
			expect(JSON.stringify(records)).not.toContain(bait.bsn);
		}
		expect(bench.server.state.baits).toEqual([]);
	});
});
