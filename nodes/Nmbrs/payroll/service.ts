import { isCivilDate } from '../../../core/model/dates';
import type { RawEmployee } from '../employee/rawEmployee';

type Service = Pick<RawEmployee, 'employeeType' | 'employments'>;

const unreadable = (date: string | null): boolean => date !== null && !isCivilDate(date);

/**
 * Whether somebody is in service on a day; the last day counts. `payroll` decides over an end date in
 * the past, an open employment of `formerPayroll` decides nothing. null: it cannot be told.
 */
export function inService({ employeeType, employments }: Service, day: string): boolean | null {
	if (employments.some(({ startDate, endDate }) => unreadable(startDate) || unreadable(endDate))) {
		return null;
	}
	const started = employments.filter(({ startDate }) => startDate === null || startDate <= day);
	const present = started.filter(({ endDate }) => endDate === null || endDate >= day);
	if (employeeType === 'payroll') {
		if (present.length > 0 || employments.length === 0) return true;
		return employments.length === started.length;
	}
	if (employeeType === 'formerPayroll') {
		if (present.length === 0) return false;
		return present.some(({ endDate }) => endDate === null) ? null : true;
	}
	return null;
}
