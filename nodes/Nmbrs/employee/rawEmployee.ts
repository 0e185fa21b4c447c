import type { Notice } from '../../shared/source/source';
import type { CodedValue } from '../api/fields';

export interface LeaveGroupBalance extends CodedValue {
	leaveGroupId: string | null;
	balance: number | null;
}

/**
 * One employee as the node gives it: current values flat, histories beside them. All dates are
 * `YYYY-MM-DD`, null, or (unreadable) the text as it came, so that Employee Normalize holds the person.
 */
export interface RawEmployee {
	source: 'nmbrs';
	employeeId: string;
	employeeNumber: string | null;
	employeeType: string | null;
	firstName: string | null;
	firstNameInFull: string | null;
	prefix: string | null;
	initials: string | null;
	lastName: string | null;
	partnerPrefix: string | null;
	partnerName: string | null;
	/** REST does not say how a name is used. */
	nameUse: null;
	birthDate: string | null;
	gender: string | null;
	businessEmail: string | null;
	privateEmail: string | null;
	/** Of the present employment, else the next, else the last. */
	startDate: string | null;
	endDate: string | null;
	seniorityDate: string | null;
	employments: Array<{
		employmentId: string | null;
		startDate: string | null;
		endDate: string | null;
		seniorityDate: string | null;
	}>;
	company: { id: string; number: string | null; name: string | null; debtorId: string | null };
	partition: string;
	histories: Record<string, unknown[]>;
	extraFields: Record<string, string | null>;
	extraFieldsStatus: 'read' | 'failed' | 'notRequested';
	/** Extra fields that were withheld for everybody for what their values look like; only where there are any. */
	withheldFields?: readonly string[];
	notices: Notice[];
	/** Present when `include` asks for them. */
	contract?: unknown;
	contracts?: unknown[];
	department?: CodedValue | null;
	function?: CodedValue | null;
	manager?: { firstName: string | null; lastName: string | null; email: string | null } | null;
	schedule?: { parttimePercentage: number | null; hoursPerWeek: number | null } | null;
	costCenter?: CodedValue | null;
	salary?: { type: string | null; value: number | null; startDate: string | null } | null;
	leave?: LeaveGroupBalance[];
	/** Value of each fixed wage component by its code. */
	wageComponents?: Record<string, number | null>;
}
