import type { PayrollRecord } from '../../../core/payroll/record';
import type { Withheld } from '../../../core/normalize/privacy';
import type { AfasClient } from '../api/client';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import type { AfasRow } from '../api/schemas';
import type { CoverageCheck } from '../../shared/source/coverage';
import { readSource, type SourceRead } from '../../shared/source/read';
import {
	emptyRead,
	type Missing,
	type OnPartitionError,
	type PartitionRead,
	type Source,
} from '../../shared/source/source';
import { groupBy } from '../../../core/model/collect';
import { withheldRemarks } from '../../shared/source/tell';
import { readListing, type Progress } from '../listing/read';
import { textCell } from '../listing/cells';
import { readLeave } from './leave';
import { planPayroll, type PlannedPart, type PlannedPayroll } from './plan';
import { toRecord } from './record';
import { readSalary } from './salary';
import type { PayrollSettings } from './settings';
import { periodsOfPlans, readWages, type WageFigures } from './wages';

type PartName = keyof PlannedPayroll;

/** One connector, read to its end. */
interface PartRows {
	part: PartName;
	connector: string;
	rows: AfasRow[];
	/** Rows by person; empty for a connector without people. */
	byPerson: Map<string, AfasRow[]>;
	/** Columns that were taken out for what their values look like. */
	withheld: Withheld[];
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

interface PartPlan {
	part: PartName;
	planned: PlannedPart<Record<string, { usual: readonly string[] }>>;
	/** Column of the person's key; null for a connector without people. */
	person: string | null;
	/** What is wrong with the rows of this connector as a whole. */
	problemOf: (rows: readonly AfasRow[]) => Problem | null;
}

/** The chosen connectors, in the order in which they are read. */
function plansOf(
	{ salary, wages, plans, leave }: PlannedPayroll,
	settings: PayrollSettings,
): PartPlan[] {
	const fine = (): null => null;
	const person = (columns: { person: string | null; employee: string | null }): string | null =>
		settings.personKey === 'PersonId' ? columns.person : columns.employee;
	const all: PartPlan[] = [];
	if (salary !== null) {
		all.push({
			part: 'salary',
			planned: salary,
			person: person(salary.columns),
			problemOf: fine,
		});
	}
	if (wages !== null) {
		const problemOf = (rows: readonly AfasRow[]): Problem | null =>
			componentMissing(rows, wages.columns.component, settings);
		all.push({ part: 'wages', planned: wages, person: person(wages.columns), problemOf });
	}
	if (plans !== null) all.push({ part: 'plans', planned: plans, person: null, problemOf: fine });
	if (leave !== null) {
		all.push({ part: 'leave', planned: leave, person: person(leave.columns), problemOf: fine });
	}
	return all;
}

/** Reads one planned connector to its end, or says why not. An empty one is a right that is missing. */
async function readPart(
	client: AfasClient,
	{ part, planned, person, problemOf }: PartPlan,
	progress: Progress,
): Promise<PartitionRead<PartRows>> {
	const { connector, plan } = planned;
	const read = await readListing(client, plan, progress);
	if (!read.ok) return emptyRead(read.problem, read.pages, read.checks);
	const { rows, pages, checks, withheld } = read.listing;
	const problem = rows.length === 0 ? failed('AFAS_EMPTY', { connector }).problem : problemOf(rows);
	if (problem !== null) return emptyRead(problem);
	const whole = { pages, checks, problem };
	if (person === null) {
		const byPerson = new Map<string, AfasRow[]>();
		return { ...whole, items: [{ part, connector, rows, byPerson, withheld }], employees: 0 };
	}
	const byPerson = groupBy(rows, (row) => textCell(row, person));
	const without = rows.filter((row) => textCell(row, person) === null);
	const persons: CoverageCheck = {
		code: 'AFAS_CHECK_PERSONS',
		ok: without.length === 0,
		detail: `${byPerson.size} people, ${without.length} rows of nobody`,
	};
	return {
		...whole,
		items: [{ part, connector, rows, byPerson, withheld }],
		employees: byPerson.size,
		checks: [...checks, persons],
		complete: persons.ok,
	};
}

/** The chosen connectors as a source, read one after the other: AFAS prefers few calls at a time. */
const payrollSource = (
	client: AfasClient,
	{ parts, missing }: { parts: PlannedPayroll; missing: readonly Missing[] },
	settings: PayrollSettings,
	progress: Progress,
): Source<PartRows> => ({
	partitions: plansOf(parts, settings).map((one) => ({
		id: one.planned.connector,
		name: one.planned.name,
		read: async () => await readPart(client, one, progress),
	})),
	missing,
	atOnce: 1,
	isFatal: () => false,
	ofRun: (_partition, problem) => problem,
	close: (reads) =>
		reads.flatMap(({ connector, withheld }) => withheldRemarks(connector, withheld)),
});

function latestByEmployer(figures: Iterable<WageFigures>): Map<string, number> {
	const latest = new Map<string, number>();
	for (const { employer, paid } of figures) {
		if (employer === null || paid === null) continue;
		latest.set(employer, Math.max(latest.get(employer) ?? 0, paid));
	}
	return latest;
}

function toRecords(
	parts: PlannedPayroll,
	reads: readonly PartRows[],
	lost: readonly string[],
	settings: PayrollSettings,
): PayrollRecord[] {
	const readOf = (name: PartName): PartRows | undefined => reads.find(({ part }) => part === name);
	const [salary, wages, plans, leave] = [
		readOf('salary'),
		readOf('wages'),
		readOf('plans'),
		readOf('leave'),
	];
	const periods =
		plans !== undefined && parts.plans !== null ? periodsOfPlans(plans.rows, parts.plans) : null;
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
	const partition = settings.salaryConnector || settings.wageConnector || settings.leaveConnector;
	/** A part that was read has the person or not; one that was not read says nothing about anybody. */
	const given = <T>(read: PartRows | undefined, value: T | undefined): T | null | undefined =>
		read === undefined ? null : value;
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
	onPartitionError: OnPartitionError,
	progress: Progress,
): Promise<Result<SourceRead<PayrollRecord>>> {
	const planned = await planPayroll(client, settings);
	const source = payrollSource(client, planned, settings, progress);
	const read = await readSource(source, onPartitionError);
	if (!read.ok) return read;
	const lost = read.value.coverage
		.filter(({ error }) => error !== null)
		.map(({ partition }) => partition);
	return done({
		...read.value,
		items: toRecords(planned.parts, read.value.items, lost, settings),
	});
}
