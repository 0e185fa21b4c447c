import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { useFastClock } from '../support/fastClock.mts';
import { checkOf, NmbrsBench, type RunOptions } from '../support/nmbrsNode.mts';
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
const slip = (
	{ soapId }: NmbrsPerson,
	value: string,
	saldo: string,
	{ period = '10', key = 'Vakantiegeld' } = {},
): string =>
	`<payslip><employeeid>${soapId}</employeeid><period>${period}</period><year>2026</year>` +
	`<lines/><reservations><reservation><key>${key}</key><value>${value}</value><saldo>${saldo}</saldo>` +
	'</reservation></reservations></payslip>';

describe('what is odd about one person holds that person and nobody else', () => {
	const report = (...slips: string[]): string => `<payslips>${slips.join('')}</payslips>`;
	const read = async (text: (all: NmbrsPerson[]) => string) => {
		await start();
		bench.server.state.configure({ reportText: text(people()) });
		const { records, coverage } = await run();
		const find = (person: NmbrsPerson | undefined) =>
			records.find(({ external_id }) => external_id === person?.externalId);
		return { records, coverage, find, all: people() };
	};
	const rest = (all: NmbrsPerson[]): string[] =>
		all.slice(1).map((person) => slip(person, '12,50', '25,00'));

	const odd: Array<[string, (person: NmbrsPerson) => string, string]> = [
		['an amount that is text', (one) => slip(one, 'twaalf', '25,00'), 'NMBRS_AMOUNT_UNREADABLE'],
		['an amount with two readings', (one) => slip(one, '1.250', '25'), 'NMBRS_AMOUNT_UNREADABLE'],
		[
			'two payslips of one period',
			(one) => slip(one, '12,50', '25,00') + slip(one, '13,50', '26,00'),
			'NMBRS_PAYSLIP_TWICE',
		],
		[
			'two reservations that fit',
			(one) =>
				slip(one, '12,50', '25,00').replace(
					'</reservations>',
					'<reservation><key>Vakantietoeslag oud</key><value>1</value><saldo>2</saldo></reservation></reservations>',
				),
			'NMBRS_RESERVE_TWICE',
		],
		['no payslip', () => '', 'NMBRS_PAYSLIP_MISSING'],
	];
	test.each(odd)('%s', async (_name, first, code) => {
		const { find, all } = await read((everybody) =>
			report(first(everybody[0] as NmbrsPerson), ...rest(everybody)),
		);
		const held = find(all[0]);
		expect(held?.issues.map((issue) => issue.code)).toContain(code);
		expect(held?.holiday_allowance_accrual).toBeNull();
		expect(find(all[1])).toMatchObject({
			holiday_allowance_accrual: 12.5,
			holiday_allowance_balance: 25,
		});
	});

	test('spellings of amounts', async () => {
		const spellings: Array<[string, number | null]> = [
			['1.234,56', 1234.56],
			['1234.56', 1234.56],
			['€ 12,50', 12.5],
			['12,50-', -12.5],
			['-0,01', -0.01],
			['-', null],
			['', null],
			['0,00', 0],
		];
		const { find, all } = await read((everybody) =>
			report(...spellings.map(([text], at) => slip(everybody[at] as NmbrsPerson, text, '1,00'))),
		);
		for (const [at, [, value]] of spellings.entries()) {
			expect(find(all[at])?.holiday_allowance_accrual).toBe(value);
		}
	});

	test('corrections of earlier periods are added, and the balance is the one of the run', async () => {
		const { find, all } = await read((everybody) => {
			const [one] = everybody as [NmbrsPerson];
			return report(
				slip(one, '-2,25', '', { period: '9' }),
				slip(one, '12,50', '100,00'),
				slip(one, '0,10', '90,00', { period: '8' }),
				...rest(everybody),
			);
		});
		expect(find(all[0])).toMatchObject({
			holiday_allowance_accrual: 10.35,
			holiday_allowance_balance: 100,
			corrections: 2,
			issues: [],
		});
		expect(find(all[0])?.notices.map(({ code }) => code)).toContain('NMBRS_CORRECTIONS_ADDED');
	});

	test('payslips of nobody are counted', async () => {
		const { coverage } = await read((everybody) =>
			report(
				slip({ ...(everybody[0] as NmbrsPerson), soapId: 1 }, '1', '1'),
				'<payslip><employeename>x</employeename></payslip>',
				...rest(everybody),
			),
		);
		expect(checkOf(coverage[0], 'PAYSLIPS_MATCHED')).toMatchObject({
			ok: false,
			detail: '2 of nobody',
		});
	});

	test('prefixes, case, comments, CDATA, references and a hundred thousand levels', async () => {
		const deep = 50_000;
		const { find, all } = await read(
			([one]) =>
				`<x:Report xmlns:x="urn:x"><!-- c -->${'<d>'.repeat(deep)}` +
				`<x:PaySlip><x:EmployeeId>${one?.soapId}</x:EmployeeId><Period>10</Period><Year>2026</Year>` +
				'<Reservations><Reservation><Key><![CDATA[VAKANTIE]]>&#103;eld</Key><Value>&#49;2,5&#x30;</Value><Saldo>25,00</Saldo></Reservation></Reservations>' +
				`</x:PaySlip>${'</d>'.repeat(deep)}</x:Report>`,
		);
		expect(find(all[0])).toMatchObject({
			holiday_allowance_accrual: 12.5,
			holiday_allowance_balance: 25,
		});
	});

	test('an empty run: everybody in service is held, nobody is lost', async () => {
		await start({ reportEmpty: true });
		const { records, coverage } = await run();
		const serving = records.filter(
			({ in_service, start_date }) => in_service === true && (start_date ?? '') < '2026-10-01',
		);
		expect(
			serving.every(({ issues }) => issues.some(({ code }) => code === 'NMBRS_PAYSLIP_MISSING')),
		).toBe(true);
		expect(records.length).toBe(coverage[0]?.employees);
		expect(checkOf(coverage[0], 'PAYROLL_COMPLETE')).toMatchObject({ ok: false });
	});
});
