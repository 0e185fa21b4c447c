/**
 * Employee types of Nmbrs (seen in client code). In scope are those that the node chooses; a type
 * that is not listed here is unknown and goes on, so that Employee Normalize holds the person.
 */
export const EMPLOYEE_TYPES = [
	'applicant',
	'newHire',
	'payroll',
	'formerPayroll',
	'external',
	'formerExternal',
	'rejectedApplicant',
] as const;

export type EmployeeType = (typeof EMPLOYEE_TYPES)[number];

/** The type in our spelling, or the text as it came when it is not one of them. */
export const knownType = (text: string | null): string | null =>
	text === null
		? null
		: (EMPLOYEE_TYPES.find((type) => type.toLowerCase() === text.toLowerCase()) ?? text);

export const isKnownType = (text: string | null): boolean =>
	EMPLOYEE_TYPES.some((type) => type === text);
