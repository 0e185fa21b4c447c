import type { IssueCode } from '../issues';
import type { Findings } from './findings';
import type { Period, Service } from './service';

/** What the dates and the type say of a person, before access is asked; null: cannot be decided. */
export interface StatusVerdict {
	status: 'active' | 'upcoming' | 'ended';
	reason: IssueCode;
	/** The employment that the status rests on, for start date and anniversary. */
	period: Period | null;
}

const active = (period: Period | null): StatusVerdict => ({
	status: 'active',
	reason: 'IN_SERVICE',
	period,
});

const ended = (service: Service, reason: IssueCode): StatusVerdict => ({
	status: 'ended',
	reason,
	period: service.last,
});

/** Starts later; after an employment that ended it is a gap before a known return. */
function upcoming(service: Service, findings: Findings): StatusVerdict {
	if (service.last !== null) findings.note('GAP_BEFORE_RETURN', 'start_date');
	return { status: 'upcoming', reason: 'STARTS_LATER', period: service.next };
}

/** AFAS and custom sources: start and end decide; in service if any employment is. */
export function statusByDates(service: Service, findings: Findings): StatusVerdict | null {
	if (service.present !== null) return active(service.present);
	if (service.startMissing) return findings.add('DATES_MISSING', 'start_date');
	if (service.next !== null) return upcoming(service, findings);
	if (service.last !== null) return ended(service, 'EMPLOYMENT_ENDED');
	return findings.add('DATES_MISSING', 'start_date');
}

/** `payroll` is in service: the type decides, a contract that ends is not a person who leaves. */
function payroll(service: Service, findings: Findings): StatusVerdict | null {
	if (service.present !== null) return active(service.present);
	if (service.next !== null) return upcoming(service, findings);
	if (service.last !== null) findings.note('PAYROLL_END_PASSED', 'end_date');
	return active(service.last);
}

/** `formerPayroll` left, but not before the last day of a known employment, and not while one is open. */
function formerPayroll(service: Service, findings: Findings): StatusVerdict | null {
	if (service.open) return findings.add('TYPE_AND_DATES_DISAGREE', 'end_date');
	if (service.present !== null || service.startMissing) {
		findings.note('FORMER_PAYROLL_IN_SERVICE', 'end_date');
		return active(service.present);
	}
	if (service.next !== null) return upcoming(service, findings);
	return ended(service, 'FORMER_PAYROLL');
}

type TypeRule = (service: Service, findings: Findings) => StatusVerdict | null;

/**
 * Nmbrs employee types (REST enumeration). The node leaves out the types that the user did not choose,
 * so the others arrive only by choice, and then their dates decide.
 */
const NMBRS_TYPES: ReadonlyMap<string, TypeRule> = new Map([
	['payroll', payroll],
	['formerpayroll', formerPayroll],
	['external', statusByDates],
	['formerexternal', formerPayroll],
	['newhire', statusByDates],
	['applicant', statusByDates],
	['rejectedapplicant', statusByDates],
]);

/** NMBRS: the type decides, within what the dates allow. An unknown type is held, never guessed. */
export function statusByType(
	type: unknown,
	service: Service,
	findings: Findings,
): StatusVerdict | null {
	const rule =
		typeof type === 'string'
			? NMBRS_TYPES.get(type.replace(/[\s_-]/g, '').toLowerCase())
			: undefined;
	if (rule === undefined) return findings.add('TYPE_UNKNOWN', 'employment_type');
	return rule(service, findings);
}
