import type { IDataObject } from 'n8n-workflow';
import { admitForFile } from '../../core/apply/admit';
import { planOfFile } from '../../core/plan/file';
import { fileOfPlan } from '../../core/apply/file/fromPlan';
import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import { startAfas } from '../../sandbox/afas/server.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { System, World } from '../../sandbox/world/types.mts';
import { expectedFile, expectedPeople, FULL_TIME_HOURS } from '../support/expectedFile.mts';
import { useFastClock } from '../support/fastClock.mts';
import { approved, flexRecords, planInput } from '../support/filePlan.mts';
import type { Raw } from '../support/filePlan.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';
import { runAfas } from './afas.helper.mts';

/** From the stand-ins to the file, to the cent, on many days: turns of the year, paid-out allowance, four weeks. */

useFastClock();

const AFAS: IDataObject = {
	resource: 'payroll',
	operation: 'getAll',
	salaryConnector: 'Voorbeeld_Salaris',
	wageComponentsConnector: 'Voorbeeld_Looncomponenten',
	plansConnector: 'Voorbeeld_Plannen',
	leaveConnector: 'Profit_LeaveBalance',
	accrualComponent: '9001',
	balanceComponent: '9002',
	leaveTypes: {
		rule: [
			{ match: 'WET', kind: 'statutory' },
			{ match: 'BOV', kind: 'nonStatutory' },
		],
	},
};

const NMBRS: IDataObject = {
	resource: 'payroll',
	operation: 'getAll',
	leaveGroups: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
	options: { fullTimeHoursPerMonth: FULL_TIME_HOURS },
};

const READ: Record<System, (world: World) => Promise<Raw[]>> = {
	afas: async (world) => {
		const server = await startAfas(world, {});
		try {
			const parameters = { ...AFAS, referenceDate: world.referenceDate };
			return (await runAfas({ baseUrl: server.url, parameters })).employees;
		} finally {
			await server.close();
		}
	},
	nmbrs: async (world) => {
		const bench = await NmbrsBench.start({ world });
		try {
			const parameters = { ...NMBRS, referenceDate: world.referenceDate };
			return (await bench.run(parameters)).items.map(({ json }) => json);
		} finally {
			await bench.close();
		}
	},
};

async function fileOf(world: World, system: System) {
	const source = flexRecords(await READ[system](world));
	const alleo = world.alleo.accounts as unknown as Raw[];
	const result = planOfFile(planInput(0, { source, alleo, referenceDate: world.referenceDate }));
	if (!result.ok) throw new Error(result.problem.code);
	const { rows } = result.value;
	const admission = admitForFile(approved(rows), {
		accept: 'approved',
		now: '2026-11-28T07:00:00.000Z',
		dataset: 'salaryLeave',
	});
	if (!admission.ok) throw new Error(admission.code);
	return { rows, source, content: fileOfPlan('salaryLeave', admission.rows).content };
}

const DAYS = ['2026-01-05', '2026-03-31', '2026-06-15', '2026-11-28', '2026-12-31', '2028-02-29'];

describe.each(['nmbrs', 'afas'] as const)('%s', (system) => {
	test.each(DAYS)('the file of %s is right to the cent', async (referenceDate) => {
		const world = generateWorld({ employees: 90, seed: 4, referenceDate });
		const { content, rows, source } = await fileOf(world, system);
		expect(content?.split('\n')).toEqual(expectedFile(world, system).split('\n'));
		expect(rows.filter(({ action }) => action === 'update').length).toBeGreaterThan(20);
		const people = expectedPeople(world, system);
		expect(people.some(({ corrections }) => corrections > 0)).toBe(true);
		expect(new Set(people.map(({ payCycle }) => payCycle)).size).toBe(2);
		// Somebody who reserves nothing has no lines of it to correct.
		const corrected = people.filter(
			({ corrections, accrualCents }) => corrections > 0 && accrualCents !== null,
		);
		expect(corrected.length).toBeGreaterThan(0);
		for (const { externalId, corrections } of corrected) {
			expect(source.find(({ external_id: id }) => id === externalId)).toMatchObject({
				corrections,
			});
		}
		const paid = source.filter(({ gross_hourly_wage: wage }) => wage !== null);
		expect(paid.every(({ wage_since: since }) => since !== null && since <= referenceDate)).toBe(
			true,
		);
	});

	test('the balance of the holiday allowance as the second source is right to the cent', async () => {
		const world = generateWorld({ employees: 90, seed: 4, referenceDate: '2026-11-28' });
		const read = await READ[system](world);
		const source = flexRecords(read, { secondary: { kind: 'holidayAllowanceBalance' } });
		const balances = new Map(
			source.map(({ external_id: id, secondary_source: amount }) => [id, amount]),
		);
		const people = expectedPeople(world, system);
		expect(people.filter(({ balanceCents }) => balanceCents !== null).length).toBeGreaterThan(10);
		for (const { externalId, balanceCents } of people) {
			const cents = balances.get(externalId) ?? null;
			expect(cents === null ? null : Math.round(cents * 100)).toBe(balanceCents);
		}
	});
});
