import type { AfasClient } from '../api/client';
import type { Condition } from '../api/filter';
import { done, type Result } from '../../../core/model/result';
import type { ConnectorInfo } from '../api/schemas';
import {
	defaultOrder,
	employeeOrderNames,
	requiredColumns,
	structuralColumns,
	type ColumnRole,
	type PersonKeyType,
	type StructuralColumns,
} from './columns';
import { chooseColumns, type ColumnChoice, type NamedColumns } from './privacy';
import { keyColumn } from './records';
import { findColumn, planListing, type ListingPlan } from '../listing/plan';
import { guessOrder, type OrderColumn } from '../listing/order';
import type { ReadingOptions } from '../operations/parameters';

export interface EmployeeSettings {
	employeesConnector: string;
	contractsConnector: string;
	personKey: PersonKeyType;
	given: Partial<Record<ColumnRole, string>>;
	conditions: Condition[];
	order: OrderColumn[];
	referenceDate: string;
	named: NamedColumns;
	reading: ReadingOptions;
}

export interface PlannedConnector {
	info: ConnectorInfo;
	plan: ListingPlan;
	choice: ColumnChoice;
	columns: StructuralColumns;
}

/** Structural names as metainfo spells them; a name that the connector lacks stays as it is. */
function spelled(columns: StructuralColumns, info: ConnectorInfo): StructuralColumns {
	const fields = new Map(info.fields.map((field) => [field.id, field]));
	const entries = Object.entries(columns).map(([role, name]) => [
		role,
		findColumn(fields, name) ?? name,
	]);
	return { ...columns, ...Object.fromEntries(entries) };
}

/** Reads the columns of the employees connector and plans its listing. */
export async function planEmployees(
	client: AfasClient,
	settings: EmployeeSettings,
): Promise<Result<PlannedConnector>> {
	const { employeesConnector, personKey, given, reading } = settings;
	const info = await client.connector(employeesConnector);
	if (!info.ok) return info;
	const columns = spelled(structuralColumns(given), info.value);
	const roles = Object.entries(columns).filter(([role]) => role !== 'contractEmployeeId');
	const structural = roles.map(([, name]) => name);
	const choice = chooseColumns(info.value.fields, {
		structural,
		...settings.named,
	});
	const usual = defaultOrder(info.value.fields, employeeOrderNames(columns, personKey));
	const plan = planListing(employeesConnector, info.value, {
		order: settings.order.length > 0 ? settings.order : usual,
		conditions: settings.conditions,
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep: choice.keep,
		required: requiredColumns(columns, personKey, given),
		keys: [columns.employeeId, columns.personId, columns.employerId, columns.employmentId],
		dates: [columns.employmentStart, columns.employmentEnd],
		structural,
		person: keyColumn(columns, personKey),
	});
	if (!plan.ok) return plan;
	return done({ info: info.value, plan: plan.value, choice, columns });
}

/** The same for the contracts connector; its rows are only joined, never filtered. */
export async function planContracts(
	client: AfasClient,
	settings: EmployeeSettings,
	columns: StructuralColumns,
): Promise<Result<PlannedConnector>> {
	const { contractsConnector, reading } = settings;
	const info = await client.connector(contractsConnector);
	if (!info.ok) return info;
	const own = spelled(columns, info.value);
	const { fields } = info.value;
	const choice = chooseColumns(fields, {
		structural: [own.contractEmployeeId],
		...settings.named,
	});
	const names = [own.contractEmployeeId, own.employerId, own.employmentId, own.employmentStart];
	const known = defaultOrder(fields, names).map(({ column }) => column);
	const rest = guessOrder(fields).filter(({ column }) => !known.includes(column));
	const plan = planListing(contractsConnector, info.value, {
		order: [...known.map((column) => ({ column, descending: false })), ...rest].slice(0, 8),
		conditions: [],
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep: choice.keep,
		required: [own.contractEmployeeId],
		keys: [own.contractEmployeeId, own.employerId, own.employmentId],
		dates: [own.employmentStart, own.employmentEnd],
		structural: [own.contractEmployeeId],
		person: own.contractEmployeeId,
	});
	if (!plan.ok) return plan;
	return done({ info: info.value, plan: plan.value, choice, columns: own });
}
