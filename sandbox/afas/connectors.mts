import type { AfasPerson, Employment, World } from '../world/types.mts';
import {
	contractColumns,
	currentColumns,
	employeeColumns,
	leaveColumns,
	planColumns,
	salaryColumns,
	wageColumns,
} from './columns.mts';
import { plansOf, salaryLinesOf, wageLinesOf } from './payroll.mts';

/** The GetConnectors of the stand-in: their columns, and their rows made from the world. */

export type AfasValue = string | number | boolean | null;
export type AfasRow = Record<string, AfasValue>;

export interface Column {
	id: string;
	dataType: 'string' | 'int' | 'decimal' | 'boolean' | 'date';
	label: string;
	length: number;
	decimals: number;
}

/** What a row is made from. */
export interface RowSource {
	person: AfasPerson;
	employment: Employment;
	/** Which of the person's contracts or leave kinds the row is about. */
	index: number;
	world: World;
}

export interface ColumnReader {
	column: Column;
	read: (source: RowSource) => AfasValue;
}

export interface Connector {
	id: string;
	description: string;
	readers: ColumnReader[];
	sources: (person: AfasPerson, world: World) => RowSource[];
}

/** The employment that "current data" shows: the one in force, else the next, else the last. */
export function currentEmployment(person: AfasPerson, today: string): Employment | null {
	const ordered = [...person.employments].sort((a, b) => a.startDate.localeCompare(b.startDate));
	const inForce = ordered.filter(
		(one) => one.startDate <= today && (one.endDate === null || one.endDate >= today),
	);
	return inForce.at(-1) ?? ordered.find((one) => one.startDate > today) ?? ordered.at(-1) ?? null;
}

const perEmployment = (person: AfasPerson, world: World): RowSource[] =>
	person.employments.map((employment, index) => ({ person, employment, index, world }));

const current = (person: AfasPerson, world: World): RowSource[] => {
	const employment = currentEmployment(person, world.referenceDate);
	return employment === null ? [] : [{ person, employment, index: 0, world }];
};

const lines = (source: RowSource, count: number): RowSource[] =>
	Array.from({ length: count }, (_line, index) => ({ ...source, index }));

const perWageLine = (person: AfasPerson, world: World): RowSource[] =>
	current(person, world).flatMap((source) => lines(source, wageLinesOf(source).length));

const perSalaryLine = (person: AfasPerson, world: World): RowSource[] =>
	perEmployment(person, world).flatMap((source) => lines(source, salaryLinesOf(source).length));

/** Plans belong to nobody: they come once, with the first person. */
const perPlan = (person: AfasPerson, world: World): RowSource[] =>
	world.afas.people[0] === person
		? current(person, world).flatMap((source) => lines(source, plansOf(world).length))
		: [];

const perLeaveKind = (person: AfasPerson, world: World): RowSource[] =>
	current(person, world).flatMap((source) =>
		lines(source, person.employeeNumber % 4 === 1 ? 4 : 2),
	);

export const CONNECTORS: readonly Connector[] = [
	{
		id: 'Profit_Employees_Alleo',
		description: 'Medewerkers voor Alleo',
		readers: employeeColumns,
		sources: perEmployment,
	},
	{
		id: 'Profit_Employees',
		description: 'Medewerkergegevens',
		readers: currentColumns,
		sources: current,
	},
	{
		id: 'Profit_Contract',
		description: 'Contracten',
		readers: contractColumns,
		sources: perEmployment,
	},
	{
		id: 'Profit_LeaveBalance',
		description: 'Medewerker/verlofsaldo',
		readers: leaveColumns,
		sources: perLeaveKind,
	},
	{
		id: 'Voorbeeld_Looncomponenten',
		description: 'Berekende looncomponenten (voorbeeld)',
		readers: wageColumns,
		sources: perWageLine,
	},
	{
		id: 'Voorbeeld_Salaris',
		description: 'Salarisregels (voorbeeld)',
		readers: salaryColumns,
		sources: perSalaryLine,
	},
	{
		id: 'Voorbeeld_Plannen',
		description: 'Verloningsplannen (voorbeeld)',
		readers: planColumns,
		sources: perPlan,
	},
];
