import type { IDataObject } from 'n8n-workflow';
import { admitForFile } from '../../core/apply/admit';
import { fileOfPlan } from '../../core/apply/file/fromPlan';
import type { PlanRow } from '../../core/model/plan';
import { planOfFile } from '../../core/plan/file';
import { readPrevious } from '../../core/plan/file/previous';
import { DEFAULT_LEAVE_RULES } from '../../core/payroll/leaveRules';
import type { NormalizedPayroll } from '../../core/payroll/normalized';
import { startAfas } from '../../sandbox/afas/server.mts';
import type { System, World } from '../../sandbox/world/types.mts';
import { runAfas } from '../node/afas.helper.mts';
import { FULL_TIME_HOURS } from './expectedFile.mts';
import { approved, flexRecords, planInput } from './filePlan.mts';
import type { Raw } from './filePlan.mts';
import { NmbrsBench } from './nmbrsNode.mts';

/** From the stand-ins over a made-up world to the file of salary and leave, through every real step. */

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

/** Payroll records of the stand-ins, as the nodes read them. */
export const READ: Record<System, (world: World) => Promise<Raw[]>> = {
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

/** @param last the file of last time; null where there is none */
export async function salaryFileOf(
	world: World,
	system: System,
	last: string | null = null,
): Promise<{ rows: PlanRow[]; source: NormalizedPayroll[]; content: string | null }> {
	const source = flexRecords(await READ[system](world));
	const previous = last === null ? ({ state: 'none' } as const) : readPrevious(last);
	const alleo = world.alleo.accounts as unknown as Raw[];
	const result = planOfFile(
		planInput(0, { source, alleo, previous, referenceDate: world.referenceDate }),
	);
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
