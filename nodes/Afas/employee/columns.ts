import type { AfasField } from '../api/schemas';
import type { OrderColumn } from '../listing/order';

export type PersonKeyType = 'EmployeeId' | 'PersonId';

/** The columns that decide who is who and who is in service, under the administrator's own names. */
export interface StructuralColumns {
	employeeId: string;
	personId: string;
	employerId: string;
	employerName: string;
	employmentId: string;
	employmentStart: string;
	employmentEnd: string;
	hours: string;
	email: string;
	contractEmployeeId: string;
}

/** AFAS's stock names (Profit_Employees); a customer may have chosen others. */
export const STOCK_COLUMNS: StructuralColumns = {
	employeeId: 'EmployeeId',
	personId: 'PersonId',
	employerId: 'EmployerId',
	employerName: 'EmployerName',
	employmentId: 'DvId',
	employmentStart: 'EmploymentStart',
	employmentEnd: 'EmploymentEnd',
	hours: 'HourPerWeek',
	email: 'Mail',
	contractEmployeeId: 'EmployeeId',
};

export type ColumnRole = keyof StructuralColumns;

/** The column for a role: the chosen name, else the stock one. */
export function structuralColumns(given: Partial<Record<ColumnRole, string>>): StructuralColumns {
	const chosen = Object.entries(given).filter(([, name]) => name.trim() !== '');
	const columns = { ...STOCK_COLUMNS, ...Object.fromEntries(chosen) };
	const followsEmployee = (given.contractEmployeeId ?? '').trim() === '';
	return followsEmployee ? { ...columns, contractEmployeeId: columns.employeeId } : columns;
}

/** Without these nobody can tell who is in service; roles that the user named must exist as well. */
export function requiredColumns(
	columns: StructuralColumns,
	personKey: PersonKeyType,
	given: Partial<Record<ColumnRole, string>>,
): string[] {
	const named = Object.entries(given)
		.filter(([role, name]) => role !== 'contractEmployeeId' && name.trim() !== '')
		.map(([, name]) => name);
	const always = [columns.employeeId, columns.employmentStart, columns.employmentEnd];
	if (personKey === 'PersonId') always.push(columns.personId);
	return [...new Set([...always, ...named])];
}

/** Further columns that tell rows of one employment apart, as stock and customer connectors name them. */
const SEQUENCE =
	/^(DvId|Dienstverband|EmploymentId|Volgnummer_dienstverband|Volgnummer_contract|ContractId|ContractSeq|ContractSeqNo|ContractNo|ContractNumber|Contractnummer|Contract|SeqNo|Volgnummer|ContractStart|ContractStartDate|Begindatum_contract|Begindatum)$/i;

/**
 * The default order: person, employee, employer, employment, whatever numbers its rows, start date.
 * An id alone is not unique where a person has several rows, and AFAS wants a unique order.
 */
export function defaultOrder(fields: readonly AfasField[], names: string[]): OrderColumn[] {
	const find = (name: string): string | undefined =>
		fields.find(({ id }) => id.toLowerCase() === name.toLowerCase())?.id;
	const numbered = fields.filter(({ id }) => SEQUENCE.test(id)).map(({ id }) => id);
	const start = names.at(-1) ?? '';
	const wanted = [...names.slice(0, -1).map(find), ...numbered, find(start)];
	const present = wanted.filter((column): column is string => column !== undefined);
	return [...new Set(present)].map((column) => ({ column, descending: false }));
}

/** Names for defaultOrder of the employees connector; the last one is the start date. */
export const employeeOrderNames = (
	columns: StructuralColumns,
	personKey: PersonKeyType,
): string[] => [
	...(personKey === 'PersonId' ? [columns.personId] : []),
	columns.employeeId,
	columns.employerId,
	columns.employmentId,
	columns.employmentStart,
];
