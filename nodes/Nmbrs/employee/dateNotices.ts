import { isCivilDate } from '../../../core/model/dates';
import { itemIssue } from '../../../core/issues';
import type { Tables } from '../listing/lists';
import type { Notice } from '../../shared/source/source';
import type { RawEmployee } from './rawEmployee';

interface Dated {
	startDate: string | null;
	endDate?: string | null;
	seniorityDate?: string | null;
}

type Named = [field: string, value: string | null];

const datesOf = (rows: readonly Dated[] | undefined, prefix: string): Named[] =>
	(rows ?? []).flatMap(({ startDate, endDate = null, seniorityDate = null }): Named[] => [
		[`${prefix}startDate`, startDate],
		[`${prefix}endDate`, endDate],
		[`${prefix}seniorityDate`, seniorityDate],
	]);

/**
 * One remark per field that holds something that is no date. Of a row that starts on such a day nobody
 * knows whether it is the one in force, so its part of the person deserves the remark as well.
 */
export function dateNotices(person: RawEmployee, tables: Tables): Notice[] {
	const { employeeId } = person;
	const fields: Named[] = [
		['birthDate', person.birthDate],
		...datesOf(person.employments, ''),
		...datesOf(tables.contracts?.get(employeeId), 'contract.'),
		...datesOf(tables.schedules?.get(employeeId), 'schedule.'),
		...datesOf(tables.salaries?.get(employeeId), 'salary.'),
	];
	const broken = fields.filter(([, value]) => value !== null && !isCivilDate(value));
	return [...new Set(broken.map(([field]) => field))].map((field) =>
		itemIssue('NMBRS_DATE_UNREADABLE', field, { field }),
	);
}
