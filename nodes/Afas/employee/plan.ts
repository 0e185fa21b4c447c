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
import { inInputOrder } from './inputOrder';
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

/** Plans the listing of the employees connector by its columns. */
function planEmployees(info: ConnectorInfo, settings: EmployeeSettings): Result<PlannedConnector> {
	const { employeesConnector, personKey, given, reading } = settings;
	const columns = spelled(structuralColumns(given), info);
	const roles = Object.entries(columns).filter(([role]) => role !== 'contractEmployeeId');
	const structural = roles.map(([, name]) => name);
	const choice = chooseColumns(info.fields, {
		structural,
		...settings.named,
	});
	const usual = defaultOrder(info.fields, employeeOrderNames(columns, personKey));
	const plan = planListing(employeesConnector, info, {
		order: settings.order.length > 0 ? settings.order : usual,
		conditions: settings.conditions,
		pageSize: reading.pageSize,
		parallel: reading.parallel,
		keep: inInputOrder(choice.keep),
		required: requiredColumns(columns, personKey, given),
		keys: [columns.employeeId, columns.personId, columns.employerId, columns.employmentId],
		dates: [columns.employmentStart, columns.employmentEnd],
		structural,
		person: keyColumn(columns, personKey),
	});
	if (!plan.ok) return plan;
	return done({ info, plan: plan.value, choice, columns });
}

/** The same for the contracts connector; its rows are only joined, never filtered. */
function planContracts(
	info: ConnectorInfo,
	settings: EmployeeSettings,
	columns: StructuralColumns,
): Result<PlannedConnector> {
	const { contractsConnector, reading } = settings;
	const own = spelled(columns, info);
	const { fields } = info;
	const choice = chooseColumns(fields, {
		structural: [own.contractEmployeeId],
		...settings.named,
	});
	const names = [own.contractEmployeeId, own.employerId, own.employmentId, own.employmentStart];
	const known = defaultOrder(fields, names).map(({ column }) => column);
	const rest = guessOrder(fields).filter(({ column }) => !known.includes(column));
	const plan = planListing(contractsConnector, info, {
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
	return done({ info, plan: plan.value, choice, columns: own });
}

export interface PlannedReading {
	employees: PlannedConnector;
	/** Null where no contracts connector is chosen. */
	contracts: PlannedConnector | null;
}

/** Reads the columns of both connectors, and plans both listings. */
export async function planReading(
	client: AfasClient,
	settings: EmployeeSettings,
): Promise<Result<PlannedReading>> {
	const { employeesConnector, contractsConnector, reading } = settings;
	const asking = client.connector(employeesConnector);
	const beside =
		contractsConnector !== '' && reading.parallel > 1 ? client.connector(contractsConnector) : null;
	const [info, contractInfo] = await Promise.all([asking, beside]);
	if (!info.ok) return info;
	const employees = planEmployees(info.value, settings);
	if (!employees.ok) return employees;
	if (contractsConnector === '') return done({ employees: employees.value, contracts: null });
	const columns = contractInfo ?? (await client.connector(contractsConnector));
	if (!columns.ok) return columns;
	const contracts = planContracts(columns.value, settings, employees.value.columns);
	if (!contracts.ok) return contracts;
	return done({ employees: employees.value, contracts: contracts.value });
}
