import type { Missing } from '../../shared/source/source';
import type { AfasClient } from '../api/client';
import type { Condition } from '../api/filter';
import { done, type Result } from '../../../core/model/result';
import { guessOrder } from '../listing/order';
import { planListing, type ListingPlan } from '../listing/plan';
import {
	LEAVE_ROLES,
	PLAN_ROLES,
	resolveColumns,
	SALARY_ROLES,
	WAGE_ROLES,
	type Columns,
	type Role,
} from './columns';
import { componentsOf, type Given, type PayrollSettings } from './settings';

type Roles = Readonly<Record<string, Role>>;

/** A connector that is ready to be read: every column was found in metainfo. */
export interface PlannedPart<R extends Roles> {
	connector: string;
	name: string | null;
	columns: Columns<R>;
	plan: ListingPlan;
}

export type SalaryPart = PlannedPart<typeof SALARY_ROLES>;
export type WagePart = PlannedPart<typeof WAGE_ROLES>;
export type PlansPart = PlannedPart<typeof PLAN_ROLES>;
export type LeavePart = PlannedPart<typeof LEAVE_ROLES>;

const KEYS = new Set(['employee', 'person', 'component', 'employment', 'employer', 'type', 'plan']);
const DATES = new Set(['start', 'end', 'employmentStart', 'employmentEnd']);

/** More codes than this do not fit a query; then all rows are read and the others dropped here. */
const MOST_CONDITIONS = 8;

interface PartWish<R extends Roles> {
	connector: string;
	roles: R;
	given: Given;
	/** Which rows: one group of the filter for each. */
	filter?: { role: string; values: readonly string[] };
}

async function planPart<R extends Roles>(
	client: AfasClient,
	wish: PartWish<R>,
	{ reading, personKey }: PayrollSettings,
): Promise<Result<PlannedPart<R>>> {
	const { connector, roles, filter } = wish;
	const info = await client.connector(connector);
	if (!info.ok) return info;
	const byPerson = personKey === 'PersonId' && 'person' in roles;
	const given = byPerson
		? { ...wish.given, person: wish.given['person'] ?? 'PersonId' }
		: wish.given;
	const columns = resolveColumns(connector, info.value, roles, given);
	if (!columns.ok) return columns;
	const found = Object.entries<string | null>(columns.value).filter(
		(entry): entry is [string, string] => entry[1] !== null,
	);
	const named = (wanted: ReadonlySet<string>): string[] =>
		found.filter(([role]) => wanted.has(role)).map(([, column]) => column);
	const column = filter === undefined ? undefined : columns.value[filter.role];
	const values = filter?.values ?? [];
	const conditions: Condition[] =
		typeof column === 'string' && values.length <= MOST_CONDITIONS
			? values.map((value, at) => ({ field: column, operator: 1, value, group: at + 1 }))
			: [];
	const all = found.map(([, one]) => one);
	const employee = columns.value['employee'];
	const plan = planListing(connector, info.value, {
		order: guessOrder(info.value.fields),
		conditions,
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep: all,
		required: all,
		keys: named(KEYS),
		dates: named(DATES),
		structural: [...named(KEYS), ...named(DATES)],
		...(typeof employee === 'string' ? { person: employee } : {}),
	});
	if (!plan.ok) return plan;
	return done({
		connector,
		name: info.value.description || null,
		columns: columns.value,
		plan: plan.value,
	});
}

export interface PlannedPayroll {
	salary: SalaryPart | null;
	wages: WagePart | null;
	plans: PlansPart | null;
	leave: LeavePart | null;
}

/**
 * Plans every chosen connector. One whose columns are not there is missing before anything is read; null
 * is not chosen, or missing.
 */
export async function planPayroll(
	client: AfasClient,
	settings: PayrollSettings,
): Promise<{ parts: PlannedPayroll; missing: Missing[] }> {
	const missing: Missing[] = [];
	const plan = async <R extends Roles>(
		name: keyof PlannedPayroll,
		wish: PartWish<R>,
	): Promise<PlannedPart<R> | null> => {
		if (wish.connector === '') return null;
		const planned = await planPart(client, wish, settings);
		if (planned.ok) return planned.value;
		missing.push({ id: wish.connector, name, problem: planned.problem });
		return null;
	};
	const salary = await plan('salary', {
		connector: settings.salaryConnector,
		roles: SALARY_ROLES,
		given: settings.salaryColumns,
	});
	const wages = await plan('wages', {
		connector: settings.wageConnector,
		roles: WAGE_ROLES,
		given: settings.wageColumns,
		filter: { role: 'component', values: componentsOf(settings) },
	});
	const plans = await plan('plans', {
		connector: settings.wageConnector === '' ? '' : settings.plansConnector,
		roles: PLAN_ROLES,
		given: settings.planColumns,
	});
	const leave = await plan('leave', {
		connector: settings.leaveConnector,
		roles: LEAVE_ROLES,
		given: settings.leaveColumns,
	});
	return { parts: { salary, wages, plans, leave }, missing };
}
