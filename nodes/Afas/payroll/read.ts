import type { PayrollRecord } from '../../../core/payroll/payrollRecord';
import type { Coverage } from '../../../core/model/employee';
import type { Withheld } from '../../../core/normalize/privacy';
import type { AfasClient } from '../api/client';
import { failed, type Problem, type Result } from '../../../core/model/result';
import type { AfasRow } from '../api/schemas';
import { coverageOf, type CoverageCheck } from '../../shared/source/coverage';
import { emptyRead } from '../../shared/source/source';
import { readListing, type Progress } from '../listing/read';
import { textCell } from './cells';
import { readLeave } from './leave';
import { planPayroll, type PlannedPart, type PlannedPayroll } from './plan';
import { toRecord } from './record';
import { readSalary } from './salary';
import { componentsOf, type PayrollSettings } from './settings';
import { periodsOfPlans, readWages, type WageFigures } from './wages';

export interface PayrollRead {
	records: PayrollRecord[];
	coverage: Coverage[];
	/** The first problem of any connector. */
	problem: Problem | null;
	/** Columns that were taken out for what their values look like, by connector. */
	withheld: Array<{ connector: string; columns: Withheld[] }>;
}

interface PartRead {
	rows: AfasRow[];
	/** Rows by person; null for a connector without people. */
	byPerson: Map<string, AfasRow[]>;
	coverage: Coverage;
	problem: Problem | null;
	withheld: Withheld[];
}

const notRead = (connector: string, name: string | null, problem: Problem): PartRead => ({
	rows: [],
	byPerson: new Map(),
	coverage: coverageOf(connector, name, emptyRead(problem)),
	problem,
	withheld: [],
});

/** Rows by the key of the person; rows without one belong to nobody and are counted. */
function groupByPerson(
	rows: readonly AfasRow[],
	column: string | null,
): { byPerson: Map<string, AfasRow[]>; nobody: number } {
	const byPerson = new Map<string, AfasRow[]>();
	let nobody = 0;
	for (const row of rows) {
		const id = textCell(row, column);
		if (id === null) nobody += 1;
		else if (byPerson.has(id)) byPerson.get(id)?.push(row);
		else byPerson.set(id, [row]);
	}
	return { byPerson, nobody };
}

/** Reads one planned connector to its end, or says why not. An empty one is a right that is missing. */
async function readPart(
	client: AfasClient,
	part: PlannedPart<Record<string, { usual: readonly string[] }>>,
	personColumn: string | null,
	progress: Progress,
): Promise<PartRead> {
	const { connector, name, plan } = part;
	const read = await readListing(client, plan, progress);
	if (!read.ok) {
		const { pages, checks, problem } = read;
		const coverage = coverageOf(connector, name, { employees: 0, pages, checks, problem });
		return { ...notRead(connector, name, problem), coverage };
	}
	const { rows, pages, checks, withheld } = read.listing;
	if (rows.length === 0) {
		return notRead(connector, name, failed('AFAS_EMPTY', { connector }).problem);
	}
	if (personColumn === null) {
		const coverage = coverageOf(connector, name, { employees: 0, pages, checks, problem: null });
		return { rows, byPerson: new Map(), coverage, problem: null, withheld };
	}
	const { byPerson, nobody } = groupByPerson(rows, personColumn);
	const persons: CoverageCheck = {
		code: 'AFAS_CHECK_PERSONS',
		ok: nobody === 0,
		detail: `${byPerson.size} people, ${nobody} rows of nobody`,
	};
	const all = [...checks, persons];
	const employees = byPerson.size;
	const coverage = coverageOf(connector, name, {
		employees,
		pages,
		checks: all,
		problem: null,
		complete: persons.ok,
	});
	return { rows, byPerson, coverage, problem: null, withheld };
}

/** A component that nobody has is a setting that does not fit. */
function componentMissing(
	rows: readonly AfasRow[],
	column: string | null,
	settings: PayrollSettings,
): Problem | null {
	const seen = new Set(rows.map((row) => textCell(row, column)));
	const { accrualComponent, balanceComponent } = settings;
	const component = [accrualComponent, balanceComponent].find(
		(code) => code !== '' && !seen.has(code),
	);
	return component === undefined ? null : failed('AFAS_COMPONENT_NOT_FOUND', { component }).problem;
}

function latestByEmployer(figures: Iterable<WageFigures>): Map<string, number> {
	const latest = new Map<string, number>();
	for (const { employer, paid } of figures) {
		if (employer === null || paid === null) continue;
		latest.set(employer, Math.max(latest.get(employer) ?? 0, paid));
	}
	return latest;
}

type PartName = keyof PlannedPayroll;
const NAMES: readonly PartName[] = ['salary', 'wages', 'plans', 'leave'];

type Reads = Partial<Record<PartName, PartRead>>;

function personColumnOf(
	name: PartName,
	{ salary, wages, leave }: PlannedPayroll,
	{ personKey }: PayrollSettings,
): string | null {
	const columns = { salary, wages, plans: null, leave }[name]?.columns;
	return (personKey === 'PersonId' ? columns?.person : columns?.employee) ?? null;
}

/** Reads what is planned, one connector after the other: AFAS prefers few calls at a time. */
async function readParts(
	client: AfasClient,
	planned: Record<PartName, Result<unknown>> & { parts: PlannedPayroll },
	settings: PayrollSettings,
	progress: Progress,
): Promise<Reads> {
	const connectors: Record<PartName, string> = {
		salary: settings.salaryConnector,
		wages: settings.wageConnector,
		plans: settings.plansConnector,
		leave: settings.leaveConnector,
	};
	const reads: Reads = {};
	for (const name of NAMES) {
		const plan = planned[name];
		const part = planned.parts[name];
		if (!plan.ok) reads[name] = notRead(connectors[name], name, plan.problem);
		else if (part !== null) {
			const column = personColumnOf(name, planned.parts, settings);
			reads[name] = await readPart(client, part, column, progress);
		}
	}
	return reads;
}

/** Why a connector that was asked for gave nothing for anybody; undefined for one that is not asked for. */
const lostConnectors = (reads: Reads): string[] =>
	NAMES.flatMap((name) => {
		const read = reads[name];
		return read === undefined || read.problem === null ? [] : [read.coverage.partition];
	});

function toRecords(
	{ parts }: { parts: PlannedPayroll },
	reads: Reads,
	settings: PayrollSettings,
): PayrollRecord[] {
	const { salary, wages, plans, leave } = reads;
	const plansRead = parts.plans !== null && plans !== undefined && plans.problem === null;
	const periods =
		plansRead && parts.plans !== null ? periodsOfPlans(plans.rows, parts.plans) : null;
	const wagesOf = new Map<string, WageFigures>();
	if (parts.wages !== null) {
		for (const [id, rows] of wages?.byPerson ?? []) {
			wagesOf.set(id, readWages(rows, parts.wages, periods, settings));
		}
	}
	const latest = latestByEmployer(wagesOf.values());
	const ids = new Set([
		...(salary?.byPerson.keys() ?? []),
		...wagesOf.keys(),
		...(leave?.byPerson.keys() ?? []),
	]);
	const lost = lostConnectors(reads);
	const partition = settings.salaryConnector || settings.wageConnector || settings.leaveConnector;
	/** A part that was read has the person or not; one that was not read says nothing about anybody. */
	const given = <T>(read: PartRead | undefined, value: T | undefined): T | null | undefined =>
		read === undefined || read.problem !== null ? null : value;
	return [...ids].map((id) => {
		const own = {
			salary: salary?.byPerson.get(id),
			leave: leave?.byPerson.get(id),
			wages: wagesOf.get(id),
		};
		const salaryFigures =
			parts.salary === null || own.salary === undefined
				? undefined
				: readSalary(own.salary, parts.salary, settings.referenceDate);
		const leaveFigures =
			parts.leave === null || own.leave === undefined
				? undefined
				: readLeave(own.leave, parts.leave, settings);
		return toRecord(
			{
				id,
				salary: given(salary, salaryFigures),
				wages: given(wages, own.wages),
				leave: given(leave, leaveFigures ?? { leave: [], issues: [], notices: [] }),
				lost,
				partition,
				latestOfEmployer: latest.get(own.wages?.employer ?? '') ?? null,
			},
			settings,
		);
	});
}

/** Reads the chosen connectors and gives one record per person. Columns are checked before the first row. */
export async function readPayroll(
	client: AfasClient,
	settings: PayrollSettings,
	tolerant: boolean,
	progress: Progress,
): Promise<PayrollRead> {
	const planned = await planPayroll(client, settings);
	const refused = NAMES.map((name) => planned[name]).find((plan) => !plan.ok);
	if (refused !== undefined && !refused.ok && !tolerant) {
		return { records: [], coverage: [], problem: refused.problem, withheld: [] };
	}
	const reads = await readParts(client, planned, settings, progress);
	const { wages } = reads;
	if (wages !== undefined && wages.problem === null && componentsOf(settings).length > 0) {
		const column = planned.parts.wages?.columns.component ?? null;
		const missing = componentMissing(wages.rows, column, settings);
		const { connector = '', name = null } = planned.parts.wages ?? {};
		if (missing !== null) reads.wages = notRead(connector, name, missing);
	}
	const all = NAMES.flatMap((name) => reads[name] ?? []);
	return {
		records: toRecords(planned, reads, settings),
		coverage: all.map(({ coverage }) => coverage),
		problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
		withheld: all.map((part) => ({
			connector: part.coverage.partition,
			columns: part.withheld,
		})),
	};
}
