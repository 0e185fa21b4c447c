import { FIELD_IDS, choicesOf, compileValue, pathsOf } from '../../../core/normalize/mapping';
import type { FieldId } from '../../../core/normalize/mapping';
import { LEAVE_ROLES, PLAN_ROLES } from '../payroll/columns';
import { STOCK_COLUMNS } from './columns';
import { CONTRACT_COLUMNS, EMPLOYEE_COLUMNS } from './requirements';

/**
 * The columns that the sync reads, by name: nothing else leaves the node unless a person chooses it.
 * They follow from what is used: the choices of Employee Normalize (its standard mapping first), the
 * columns that docs/afas.md asks for, under the names that stock and customer connectors use, and those
 * of leave and payroll periods. Pay and descriptions in free text are not among them.
 */

/** `$json.Department ?? $json.OrgUnit` reads two columns: what may feed a field, its standard first. */
export const columnsMapped = (id: FieldId): string[] =>
	choicesOf(id, 'afas').flatMap(({ value }) =>
		pathsOf(compileValue(value)).flatMap(([first]) => (first === undefined ? [] : [first.key])),
	);

const mapped = FIELD_IDS.flatMap(columnsMapped);

const asked = [...EMPLOYEE_COLUMNS, ...CONTRACT_COLUMNS].flatMap(({ column, alternatives }) => [
	column,
	...alternatives,
]);

const ofPeriods = [...Object.entries(LEAVE_ROLES), ...Object.entries(PLAN_ROLES)].flatMap<string>(
	([role, { usual }]) => (role === 'description' ? [] : usual),
);

/** Numbers of lines, which make the order of rows unique (employee/columns.ts), and part-time as a share. */
const OTHERS = [
	'Volgnummer_dienstverband',
	'Volgnummer_contract',
	'ContractId',
	'ContractSeqNo',
	'FTE',
];

const KNOWN: ReadonlySet<string> = new Set(
	[...Object.values(STOCK_COLUMNS), ...mapped, ...asked, ...ofPeriods, ...OTHERS].map((name) =>
		name.toLowerCase(),
	),
);

/** Whether the sync knows a column by exactly this name, in any case. */
export const isKnownColumn = (id: string): boolean => KNOWN.has(id.toLowerCase());
