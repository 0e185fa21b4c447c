import { PAY_COLUMNS } from './columns';
import { readAmount, sumOf, withoutNoise } from './fieldAmount';
import type { PayrollFindings } from './findings';
import type { LeaveBalance } from './record';

/**
 * Leave in hours. A number never moves from days to hours by itself: Alleo has days in one file and
 * hours in another (help centre, "Adding employees in bulk via CSV" and "Bulk Flex Salary Data Management").
 */

function hoursOf(
	leave: LeaveBalance,
	hoursPerDay: number | null,
	field: string,
	findings: PayrollFindings,
): number | null {
	const balance = readAmount(leave.balance, field, findings);
	if (balance === null || leave.unit === 'hours') return balance;
	if (leave.unit === null) findings.hold('FLEX_LEAVE_UNIT_UNKNOWN', field);
	else if (hoursPerDay === null) findings.hold('FLEX_LEAVE_IN_DAYS', field);
	else return withoutNoise(balance * hoursPerDay);
	return null;
}

export interface LeaveHours {
	statutory: number | null;
	nonStatutory: number | null;
}

export function readLeave(
	leave: readonly LeaveBalance[],
	hoursPerDay: number | null,
	findings: PayrollFindings,
): LeaveHours {
	const total = (type: LeaveBalance['type'], field: string): number | null => {
		const hours = leave
			.filter((entry) => entry.type === type)
			.map((entry) => hoursOf(entry, hoursPerDay, field, findings));
		const sum = sumOf(hours);
		if (sum === null && hours.some((value) => value !== null)) {
			findings.note('FLEX_LEAVE_INCOMPLETE', field, { field });
		}
		return sum;
	};
	if (leave.some((entry) => entry.type === 'other')) findings.note('FLEX_LEAVE_OTHER');
	return {
		statutory: total('statutory', PAY_COLUMNS.statutory_leave_hours),
		nonStatutory: total('nonStatutory', PAY_COLUMNS.non_statutory_leave_hours),
	};
}
