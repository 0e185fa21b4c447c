import { itemIssue } from '../../../core/issues';
import type { CompanyPartition } from '../listing/companies';
import type { Notice } from '../../shared/source/source';
import type { CodedValue, PayPeriod } from '../api/fields';
import { dateNotices } from './dateNotices';
import { firstByPeriod, inForceByDate, inForceByPeriod, presentEmployment } from './inForce';
import type { Tables } from '../listing/lists';
import type { BasicInfoRow, PersonalInfoRow, WageComponentRow } from '../api/schemas';
import type { RawEmployee } from './rawEmployee';
import { knownType } from './types';

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

const rowsOf = <T>(table: Map<string, T[]> | undefined, id: string): T[] => table?.get(id) ?? [];

const coded = (row: CodedValue | null): CodedValue | null =>
	row === null ? null : { code: row.code, description: row.description };

interface Chosen {
	info: PersonalInfoRow | null;
	notices: Notice[];
}

/** The personal info in force; somebody who starts later has only later rows: then the first of them. */
function chooseInfo(rows: PersonalInfoRow[], period: PayPeriod): Chosen {
	if (rows.length === 0) return { info: null, notices: [itemIssue('NMBRS_NO_PERSONAL_INFO')] };
	const info = inForceByPeriod(rows, period);
	if (info !== null) return { info, notices: [] };
	const notice = itemIssue('NMBRS_ROW_NOT_IN_FORCE', null, { list: 'personalinfo' });
	return { info: firstByPeriod(rows), notices: [notice] };
}

/** Joins the rows of one employee into one record. Pure. */
export function buildPerson(input: PersonInput): RawEmployee {
	const { id, tables, basic, company, period, referenceDate } = input;
	const infoRows = rowsOf(tables.info, id);
	const { info, notices } = chooseInfo(infoRows, period);
	const employments = rowsOf(tables.employments, id);
	const present = presentEmployment(employments, referenceDate);
	if (employments.length === 0) notices.push(itemIssue('NMBRS_NO_EMPLOYMENT'));

	const person: RawEmployee = {
		source: 'nmbrs',
		employeeId: id,
		employeeNumber: info?.employeeNumber ?? basic?.employeeNumber ?? null,
		employeeType: knownType(info?.employeeType ?? basic?.employeeType ?? null),
		firstName: info === null ? (basic?.firstName ?? null) : info.firstName,
		firstNameInFull: info?.firstNameInFull ?? null,
		prefix: info === null ? (basic?.prefix ?? null) : info.prefix,
		initials: info === null ? (basic?.initials ?? null) : info.initials,
		lastName: info === null ? (basic?.lastName ?? null) : info.lastName,
		partnerPrefix: info?.partnerPrefix ?? null,
		partnerName: info?.partnerName ?? null,
		nameUse: null,
		birthDate: info?.birthDate ?? null,
		gender: info?.gender ?? null,
		businessEmail: info?.businessEmail ?? null,
		privateEmail: info?.privateEmail ?? null,
		startDate: present?.startDate ?? null,
		endDate: present?.endDate ?? null,
		seniorityDate: present?.seniorityDate ?? null,
		employments,
		company: {
			id: company.id,
			number: company.number,
			name: company.name,
			debtorId: company.debtorId,
		},
		partition: company.id,
		histories: { personalInfo: infoRows },
		extraFields: {},
		extraFieldsStatus: 'notRequested',
		notices,
	};
	addParts(person, input);
	notices.push(...dateNotices(person, tables));
	return person;
}

/** The parts that were asked for: a table that is absent leaves its field absent, not null. */
function addParts(
	person: RawEmployee,
	{ id, tables, period, referenceDate, leaveGroups }: PersonInput,
): void {
	const byPeriod = <T extends Parameters<typeof inForceByPeriod>[0][number]>(
		table: Map<string, T[]> | undefined,
		list: string,
	): T | null | undefined => {
		if (table === undefined) return undefined;
		const rows = rowsOf(table, id);
		person.histories[list] = rows;
		const row = inForceByPeriod(rows, period);
		if (row === null && rows.length > 0) {
			person.notices.push(itemIssue('NMBRS_ROW_NOT_IN_FORCE', null, { list }));
		}
		return row;
	};

	const department = byPeriod(tables.departments, 'departments');
	if (department !== undefined) person.department = coded(department);
	const held = byPeriod(tables.functions, 'functions');
	if (held !== undefined) person.function = coded(held);
	const costCenter = byPeriod(tables.costCenters, 'costCenters');
	if (costCenter !== undefined) person.costCenter = coded(costCenter);
	const manager = byPeriod(tables.managers, 'managers');
	if (manager !== undefined) {
		person.manager =
			manager === null
				? null
				: { firstName: manager.firstName, lastName: manager.lastName, email: manager.email };
	}
	if (tables.contracts !== undefined) {
		const rows = newestPerContract(rowsOf(tables.contracts, id));
		person.contracts = rows;
		person.contract = inForceByDate(rows, referenceDate);
	}
	if (tables.schedules !== undefined) {
		const rows = rowsOf(tables.schedules, id);
		const row = inForceByDate(rows, referenceDate);
		person.histories['schedules'] = rows;
		person.schedule =
			row === null
				? null
				: { parttimePercentage: row.parttimePercentage, hoursPerWeek: row.hoursPerWeek };
	}
	if (tables.salaries !== undefined) {
		const rows = rowsOf(tables.salaries, id);
		const row = inForceByDate(rows, referenceDate);
		person.histories['salaries'] = rows;
		person.salary =
			row === null ? null : { type: row.type, value: row.value, startDate: row.startDate };
	}
	if (tables.leave !== undefined) {
		person.leave = rowsOf(tables.leave, id).map((row) => ({
			leaveGroupId: row.leaveGroupId,
			code: leaveGroups.get(row.leaveGroupId ?? '')?.code ?? null,
			description: leaveGroups.get(row.leaveGroupId ?? '')?.description ?? null,
			balance: row.leaveBalance,
		}));
	}
	if (tables.wageComponents !== undefined) {
		person.wageComponents = componentValues(rowsOf(tables.wageComponents, id), period);
	}
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
