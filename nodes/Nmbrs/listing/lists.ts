import type { ListName } from '../api/allowed';
import type { CoverageCheck } from '../../shared/source/coverage';
import { checkListing, readHistories } from './histories';
import type { Listing } from './listing';
import type { RowOf, RowReader } from '../api/fields';
import {
	CodedRow,
	ContractRow,
	CostCenterRow,
	EmploymentRow,
	LeaveBalanceRow,
	ManagerRow,
	PersonalInfoRow,
	SalaryRow,
	ScheduleRow,
	WageComponentRow,
} from '../api/schemas';

/** The parts of an employee that can be asked for; personal info and employments are always read. */
export type Include =
	| 'contracts'
	| 'department'
	| 'function'
	| 'manager'
	| 'schedule'
	| 'salary'
	| 'leave'
	| 'costCenter'
	| 'wageComponents'
	| 'extraFields';

/** A list of a company: one item per employee with the array `key`; read when `include` asks. */
interface ListSpec<T> {
	list: ListName;
	key: string;
	schema: RowReader<T>;
	include: Include | null;
}

const spec = <T>(
	list: ListName,
	key: string,
	schema: RowReader<T>,
	include: Include | null,
): ListSpec<T> => ({ list, key, schema, include });

/** https://nmbrs.stoplight.io/docs/nmbrs-restapi, each "Get … by company" */
export const LISTS = {
	info: spec('personalinfo', 'info', PersonalInfoRow, null),
	employments: spec('employments', 'employments', EmploymentRow, null),
	contracts: spec('contracts', 'contracts', ContractRow, 'contracts'),
	departments: spec('departments', 'departments', CodedRow, 'department'),
	functions: spec('functions', 'functions', CodedRow, 'function'),
	managers: spec('managers', 'managers', ManagerRow, 'manager'),
	schedules: spec('schedules', 'schedules', ScheduleRow, 'schedule'),
	salaries: spec('salaries', 'salaries', SalaryRow, 'salary'),
	leave: spec('leaveBalances', 'leaveBalances', LeaveBalanceRow, 'leave'),
	costCenters: spec('costcenters', 'employeeCostCenters', CostCenterRow, 'costCenter'),
	wageComponents: spec(
		'fixedwagecomponents',
		'fixedWageComponents',
		WageComponentRow,
		'wageComponents',
	),
} as const;

export type ListKey = keyof typeof LISTS;

type ListRow<K extends ListKey> = RowOf<(typeof LISTS)[K]['schema']>;

/** The rows of each list by employee id; a list that was not asked for is absent. */
export type Tables = { [K in ListKey]?: Map<string, Array<ListRow<K>>> };

export const LIST_KEYS: readonly ListKey[] = [
	'info',
	'employments',
	'contracts',
	'departments',
	'functions',
	'managers',
	'schedules',
	'salaries',
	'leave',
	'costCenters',
	'wageComponents',
];

/** Which lists a choice of parts needs; personal info and employments always. */
export const listsFor = (include: ReadonlySet<Include>): ListKey[] =>
	LIST_KEYS.filter((key) => {
		const needed = LISTS[key].include;
		return needed === null || include.has(needed);
	});

/** Puts the rows of one listing into the tables and gives the checks of that list. */
export function fillTable<K extends ListKey>(
	tables: Tables,
	key: K,
	listing: Listing,
): CoverageCheck[] {
	const { key: field, schema } = LISTS[key];
	const histories = readHistories(listing.rows, field, schema as RowReader<ListRow<K>>);
	tables[key] = histories.byEmployee as Tables[K];
	return checkListing(listing, histories);
}
