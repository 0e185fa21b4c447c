import { itemIssue } from '../../../core/issues';
import type { CompanyPartition } from '../listing/companies';
import type { Notice } from '../../shared/source/source';
import type { CodedValue, PayPeriod } from '../api/fields';
import { inForceByDate, inForceByPeriod } from './inForce';
import type { Tables } from '../listing/lists';
import type { BasicInfoRow, WageComponentRow } from '../api/schemas';
import type { RawEmployee } from './rawEmployee';

export interface PersonInput {
	id: string;
	tables: Tables;
	/** Of `/employees`, read only when personal info says too little. */
	basic: BasicInfoRow | null;
	company: CompanyPartition;
	period: PayPeriod;
	referenceDate: string;
	leaveGroups: ReadonlyMap<string, CodedValue>;
}

export const rowsOf = <T>(table: Map<string, T[]> | undefined, id: string): T[] =>
	table?.get(id) ?? [];

const coded = (row: CodedValue | null): CodedValue | null =>
	row === null ? null : { code: row.code, description: row.description };

type Flat = Pick<RawEmployee, 'department' | 'function' | 'costCenter' | 'manager'>;
type More = Pick<RawEmployee, 'contract' | 'schedule' | 'salary' | 'wageComponents'>;
type Lists = Pick<RawEmployee, 'contracts' | 'leave'>;

/** The parts that were asked for: a table that is absent leaves its field absent, not null. */
export function partsOf(
	{ id, tables, period, referenceDate, leaveGroups }: PersonInput,
	histories: RawEmployee['histories'],
	notices: Notice[],
): { flat: Flat; more: More; lists: Lists } {
	const flat: Flat = {};
	const more: More = {};
	const lists: Lists = {};
	const byPeriod = <T extends Parameters<typeof inForceByPeriod>[0][number]>(
		table: Map<string, T[]> | undefined,
		list: string,
	): T | null | undefined => {
		if (table === undefined) return undefined;
		const rows = rowsOf(table, id);
		histories[list] = rows;
		const row = inForceByPeriod(rows, period);
		if (row === null && rows.length > 0) {
			notices.push(itemIssue('NMBRS_ROW_NOT_IN_FORCE', null, { list }));
		}
		return row;
	};

	const department = byPeriod(tables.departments, 'departments');
	if (department !== undefined) flat.department = coded(department);
	const held = byPeriod(tables.functions, 'functions');
	if (held !== undefined) flat.function = coded(held);
	const costCenter = byPeriod(tables.costCenters, 'costCenters');
	if (costCenter !== undefined) flat.costCenter = coded(costCenter);
	const manager = byPeriod(tables.managers, 'managers');
	if (manager !== undefined) {
		flat.manager =
			manager === null
				? null
				: { firstName: manager.firstName, lastName: manager.lastName, email: manager.email };
	}
	if (tables.contracts !== undefined) {
		const rows = newestPerContract(rowsOf(tables.contracts, id));
		more.contract = inForceByDate(rows, referenceDate);
		lists.contracts = rows;
	}
	if (tables.schedules !== undefined) {
		const rows = rowsOf(tables.schedules, id);
		const row = inForceByDate(rows, referenceDate);
		histories['schedules'] = rows;
		more.schedule =
			row === null
				? null
				: { parttimePercentage: row.parttimePercentage, hoursPerWeek: row.hoursPerWeek };
	}
	if (tables.salaries !== undefined) {
		const rows = rowsOf(tables.salaries, id);
		const row = inForceByDate(rows, referenceDate);
		histories['salaries'] = rows;
		more.salary =
			row === null ? null : { type: row.type, value: row.value, startDate: row.startDate };
	}
	if (tables.leave !== undefined) {
		lists.leave = rowsOf(tables.leave, id).map((row) => ({
			leaveGroupId: row.leaveGroupId,
			code: leaveGroups.get(row.leaveGroupId ?? '')?.code ?? null,
			description: leaveGroups.get(row.leaveGroupId ?? '')?.description ?? null,
			balance: row.leaveBalance,
		}));
	}
	if (tables.wageComponents !== undefined) {
		more.wageComponents = componentValues(rowsOf(tables.wageComponents, id), period);
	}
	return { flat, more, lists };
}

/** Running components by code; a code that occurs with different values says nothing: null. */
function componentValues(
	rows: WageComponentRow[],
	period: PayPeriod,
): Record<string, number | null> {
	const values = new Map<string, number | null>();
	const now = period.year * 100 + period.period;
	for (const { code, value, endYear, endPeriod } of rows) {
		const running = endYear === null || endYear * 100 + (endPeriod ?? 99) >= now;
		if (code === null || code === '__proto__' || !running) continue;
		values.set(code, values.has(code) && values.get(code) !== value ? null : value);
	}
	return Object.fromEntries(values);
}

/** The bulk list may hold one contract more than once: the newest row of each id. */
function newestPerContract<T extends { contractId: string | null; createdAt: string | null }>(
	rows: T[],
): T[] {
	const kept = new Map<string, T>();
	rows.forEach((row, index) => {
		const key = row.contractId ?? `row ${index}`;
		const known = kept.get(key);
		if (known === undefined || (known.createdAt ?? '') <= (row.createdAt ?? '')) kept.set(key, row);
	});
	return [...kept.values()];
}
