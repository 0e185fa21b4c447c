import type { PayrollRecord } from '../../core/payroll/record';
import { startAfas, type AfasStandIn } from '../../sandbox/afas/server.mts';
import type { AfasSettings } from '../../sandbox/afas/settings.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import { expectedPayroll } from '../../sandbox/world/payroll.mts';
import type { World } from '../../sandbox/world/types.mts';
import { asExpected, byId, comparable, readRecords } from '../support/payroll.mts';
import { errorOf, runAfas } from './afas.helper.mts';

const TODAY = '2026-11-24';
const RULES = [
	{ match: 'WET', kind: 'statutory' },
	{ match: 'BOV', kind: 'nonStatutory' },
];
const PAYROLL = {
	resource: 'payroll',
	operation: 'getAll',
	salaryConnector: 'Voorbeeld_Salaris',
	wageComponentsConnector: 'Voorbeeld_Looncomponenten',
	plansConnector: 'Voorbeeld_Plannen',
	leaveConnector: 'Profit_LeaveBalance',
	accrualComponent: '9001',
	balanceComponent: '9002',
	leaveTypes: { rule: RULES },
	referenceDate: TODAY,
	pageSize: 200,
};

let world: World;
let afas: AfasStandIn;
const start = async (settings: Partial<AfasSettings> = {}, today = TODAY): Promise<void> => {
	world = generateWorld({ employees: 90, seed: 5, referenceDate: today, systems: ['afas'] });
	afas = await startAfas(world, { settings });
};
afterEach(async () => await afas.close());

const run = async (parameters: Record<string, unknown> = {}) => {
	const { employees, coverage } = await runAfas({
		baseUrl: afas.url,
		parameters: { ...PAYROLL, ...parameters },
	});
	return { records: readRecords(employees), coverage };
};
const fail = async (parameters: Record<string, unknown> = {}) => await errorOf(run(parameters));

const answer = () => expectedPayroll(world).filter(({ system }) => system === 'afas');
const expectAll = (records: readonly PayrollRecord[]): void => {
	expect(byId(records.map(asExpected))).toEqual(byId(answer().map(comparable)));
};

describe('payroll records, to the cent', () => {
	test('everybody, with corrections of earlier periods, months and four weeks', async () => {
		await start();
		const { records, coverage } = await run();
		expectAll(records);
		const expected = new Map(answer().map((one) => [one.externalId, one]));
		for (const { external_id, period, holiday_allowance_accrual: accrual } of records) {
			const { period: paid } = expected.get(external_id ?? '') ?? {};
			if (accrual !== null) expect(period).toEqual(paid);
		}
		expect([...expected.values()].some(({ corrections }) => corrections > 1)).toBe(true);
		expect(coverage.map(({ partition, complete }) => [partition, complete])).toEqual([
			['Voorbeeld_Salaris', true],
			['Voorbeeld_Looncomponenten', true],
			['Voorbeeld_Plannen', true],
			['Profit_LeaveBalance', true],
		]);
	});

	test('without a plans connector the highest plan is the latest, and that is said', async () => {
		await start();
		const { records } = await run({ plansConnector: '' });
		expectAll(records);
		const paid = records.filter(({ holiday_allowance_accrual: accrual }) => accrual !== null);
		expect(paid.every(({ period }) => period === null)).toBe(true);
		expect(
			paid.every(({ notices }) => notices.some(({ code }) => code === 'AFAS_PERIOD_BY_PLAN')),
		).toBe(true);
	});

	test('in January', async () => {
		await start({}, '2027-01-15');
		expectAll((await run({ referenceDate: '2027-01-15' })).records);
	});

	test('columns under other names, found by themselves or named', async () => {
		await start({
			columns: {
				Voorbeeld_Salaris: { HourlyWage: 'Uurloon', MonthlySalary: 'Mijn_salaris' },
				Voorbeeld_Looncomponenten: { value: 'Waarde', code: 'Nummer' },
			},
		});
		const { records } = await run({
			salaryColumns: { monthlySalary: 'Mijn_salaris' },
			wageColumns: { component: 'Nummer' },
		});
		expectAll(records);
	});

	test('a bonus as another source', async () => {
		await start();
		const { records } = await run({ otherSources: { source: [{ accrual: '9004' }] } });
		const expected = new Map(answer().map((one) => [one.externalId, one.bonusCents]));
		for (const { external_id, other_sources: others } of records) {
			const amount = others[0]?.accrual ?? null;
			expect(amount === null ? null : Math.round(Number(amount) * 100)).toBe(
				expected.get(external_id ?? ''),
			);
		}
	});

	test('by person number', async () => {
		await start();
		const { records } = await run({
			personKey: 'PersonId',
			wageComponentsConnector: '',
			leaveConnector: '',
		});
		expect(records.every(({ external_id }) => external_id?.startsWith('afas-p-') === true)).toBe(
			true,
		);
		expect(records.length).toBe(new Set(world.afas.people.map(({ personId }) => personId)).size);
	});
});

describe('settings and columns, before the first row', () => {
	const rowCalls = (): number =>
		afas.log.entries.filter(({ url }) => url.includes('/connectors/')).length;

	const refusals: Array<[string, Record<string, unknown>, Partial<AfasSettings>, string]> = [
		[
			'no connector at all',
			{ salaryConnector: '', wageComponentsConnector: '', leaveConnector: '' },
			{},
			'SETTING_INVALID',
		],
		['no component number', { accrualComponent: '', balanceComponent: '' }, {}, 'SETTING_INVALID'],
		['a component that is no number', { accrualComponent: '9001; drop' }, {}, 'SETTING_INVALID'],
		['a named column that is not there', { salaryColumns: { hourlyWage: 'Loon_x' } }, {}, 'Loon_x'],
		[
			'no wage column',
			{},
			{ columns: { Voorbeeld_Salaris: { HourlyWage: null, MonthlySalary: null } } },
			'HourlyWage or MonthlySalary',
		],
		[
			'a leave connector without balance',
			{},
			{ columns: { Profit_LeaveBalance: { Balance: 'Rest' } } },
			'Balance',
		],
		[
			'a connector that is not in the app connector',
			{},
			{ hiddenConnectors: ['Profit_LeaveBalance'] },
			'AFAS_CONNECTOR_NOT_AVAILABLE',
		],
		['a person key that is in no column', { personKey: 'PersonId' }, {}, 'PersonId'],
	];
	test.each(refusals)('%s', async (_name, parameters, settings, text) => {
		await start(settings);
		const { message, description } = await fail(parameters);
		expect(`${message} ${description}`).toContain(text);
		expect(rowCalls()).toBe(0);
	});

	test('a component number that nobody has', async () => {
		await start();
		const { message, description } = await fail({ accrualComponent: '1174' });
		expect(`${message} ${description}`).toContain('AFAS_COMPONENT_NOT_FOUND');
	});

	test('an empty connector is a missing right', async () => {
		await start({ emptyConnectors: ['Voorbeeld_Salaris'] });
		const { message, description } = await fail();
		expect(`${message} ${description}`).toContain('AFAS_EMPTY');
	});
});

describe('a connector that cannot be read', () => {
	test('with Continue everybody is there, and held for it', async () => {
		await start({ hiddenConnectors: ['Voorbeeld_Looncomponenten'] });
		const { records, coverage } = await run({ onPartitionError: 'continue' });
		expect(records).toHaveLength(world.afas.people.length);
		const serving = records.filter(({ in_service }) => in_service !== false);
		expect(
			serving.every(({ issues }) => issues.some(({ code }) => code === 'AFAS_CONNECTOR_NOT_READ')),
		).toBe(true);
		expect(records.every((one) => one.holiday_allowance_accrual === null)).toBe(true);
		expect(
			coverage.find(({ partition }) => partition === 'Voorbeeld_Looncomponenten'),
		).toMatchObject({
			complete: false,
		});
	});

	test('nothing private leaves, whatever the connector carries', async () => {
		await start();
		const text = JSON.stringify(await run());
		for (const { bait } of world.afas.people) expect(text).not.toContain(bait.bsn);
	});
});
