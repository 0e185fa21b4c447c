import type { IDataObject } from 'n8n-workflow';
import type { Employee } from '../../core/model/employee';
import type { PlanRow } from '../../core/model/plan';
import type { PlanSummary } from '../../core/model/summary';
import { DEFAULT_OPTIONS } from '../../core/plan/options';
import { diff } from '../../core/plan/people';
import { withReport } from '../../core/report/markdown';
import { runAfas } from '../node/afas.helper.mts';
import { EMPLOYEE_FIELDS, field, slice, startScripted } from '../node/afasScripted.mts';
import { runNode } from '../node/normalize.context.mts';
import type { Case } from './caseModel.mts';
import {
	accountInStep,
	accountOf,
	afasRow,
	CASE_DAY,
	employeeOf,
	fillerRecord,
	fillerRow,
	fillersOf,
	PARTITIONS,
	recordsOf,
} from './casePeople.mts';

/** Takes a case from its own step on through the product: AFAS node, Employee Normalize, Diff. */

export interface CaseResult {
	people: Employee[];
	/** Of both plans, where there are two. */
	rows: PlanRow[];
	/** Of the plan, or of the one that waits; null where the case stops at the people. */
	summary: PlanSummary | null;
}

const COLUMNS = ['PersonId', 'OrgUnitDesc', 'PrefixBirthName'].map((name) => field(name));

/** The raw records that the AFAS node makes of the case's rows, with its coverage. */
async function readAfasRows(given: Case): Promise<{ records: IDataObject[]; coverage: object[] }> {
	const columns = given.columns ?? [];
	const rows = [
		...(given.rows ?? []).map(afasRow),
		...fillersOf(given).map((filler) => fillerRow(filler, columns)),
	];
	const fields = [
		...EMPLOYEE_FIELDS,
		...COLUMNS,
		field('DvId', 'int'),
		field('DateOfBirth', 'date'),
		field('HourPerWeek', 'decimal'),
		...columns.map((name) => field(name)),
	];
	const server = await startScripted({ fields, page: slice(rows) });
	try {
		const { employees, coverage } = await runAfas({
			baseUrl: server.url,
			parameters: { contractsConnector: '', referenceDate: CASE_DAY },
		});
		return { records: employees, coverage };
	} finally {
		await server.close();
	}
}

async function normalized(given: Case, records: readonly IDataObject[]): Promise<Employee[]> {
	const parameters: IDataObject = { ...given.normalize, referenceDate: CASE_DAY };
	const { employees } = await runNode(records, { parameters });
	return employees as unknown as Employee[];
}

async function peopleOf(given: Case): Promise<{ people: Employee[]; coverage: object[] }> {
	if (given.step === 'diff') {
		const fillers = fillersOf(given).map(({ id, ...rest }) =>
			employeeOf({ ...rest, external_id: `nmbrs-${id}` }),
		);
		const people = [...(given.employees ?? []).map(employeeOf), ...fillers];
		return { people, coverage: [covered(PARTITIONS.nmbrs, people.length)] };
	}
	if (given.step === 'afas') {
		const { records, coverage } = await readAfasRows(given);
		return { people: await normalized(given, records), coverage };
	}
	const own = recordsOf(given.records ?? []);
	const records = [...own, ...fillersOf(given).map((filler) => fillerRecord(filler, own[0]))];
	const people = await normalized(given, records);
	const partition = String(own[0]?.['partition']);
	return { people, coverage: [covered(partition, people.length)] };
}

const covered = (partition: string, employees: number): object => ({
	partition,
	name: partition,
	complete: true,
	employees,
	pages: 1,
	checks: [],
	error: null,
});

export async function runCase(given: Case): Promise<CaseResult> {
	const { people, coverage } = await peopleOf(given);
	if (given.alleo === undefined) return { people, rows: [], summary: null };
	const fillers = fillersOf(given).length;
	const inStep = fillers === 0 ? [] : people.slice(-fillers).map(accountInStep);
	const result = diff({
		source: people,
		alleo: [...given.alleo.map(accountOf), ...inStep],
		coverage: given.options?.coverage ?? coverage,
		options: { ...DEFAULT_OPTIONS, companyId: 41, approval: 'whenGuardTrips', ...given.diff },
		referenceDate: CASE_DAY,
		createdAt: `${CASE_DAY}T05:00:00.000Z`,
		expiresAt: '2026-03-11T05:00:00.000Z',
	});
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	const plans = result.value.map((plan) => withReport(plan, 'en'));
	const [first] = plans;
	return { people, rows: plans.flatMap(({ rows }) => rows), summary: first?.summary ?? null };
}
