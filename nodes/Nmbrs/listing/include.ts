/** The parts of an employee that can be asked for; personal info and employments are always read. */
export const INCLUDES = [
	'contracts',
	'department',
	'function',
	'manager',
	'schedule',
	'salary',
	'leave',
	'costCenter',
	'wageComponents',
	'extraFields',
] as const;

export type Include = (typeof INCLUDES)[number];

export const isInclude = (value: unknown): value is Include =>
	INCLUDES.some((include) => include === value);
