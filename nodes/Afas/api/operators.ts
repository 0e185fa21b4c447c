/** The filter operators of a GetConnector by their AFAS number; docs.afas.help, get-connector. */
export const OPERATORS = [
	{ value: 6, name: 'Contains', wildcard: '%x%' },
	{ value: 11, name: 'Does Not Contain', wildcard: '%x%' },
	{ value: 14, name: 'Does Not End With', wildcard: '%x' },
	{ value: 12, name: 'Does Not Start With', wildcard: 'x%' },
	{ value: 13, name: 'Ends With', wildcard: '%x' },
	{ value: 1, name: 'Equals', wildcard: null },
	{ value: 4, name: 'Is After / Greater Than', wildcard: null },
	{ value: 5, name: 'Is Before / Less Than', wildcard: null },
	{ value: 8, name: 'Is Empty', wildcard: null },
	{ value: 9, name: 'Is Not Empty', wildcard: null },
	{ value: 7, name: 'Not Equal To', wildcard: null },
	{ value: 2, name: 'On or After / At Least', wildcard: null },
	{ value: 3, name: 'On or Before / At Most', wildcard: null },
	{ value: 15, name: 'Quick Filter (Slow)', wildcard: null },
	{ value: 10, name: 'Starts With', wildcard: 'x%' },
] as const;

export type OperatorNumber = (typeof OPERATORS)[number]['value'];

export const isOperator = (value: unknown): value is OperatorNumber =>
	OPERATORS.some((operator) => operator.value === value);

/** Operators that look only at whether a column is filled; AFAS still wants a value in their place. */
export const isEmptiness = (operator: OperatorNumber): boolean => operator === 8 || operator === 9;

/** Operators that say what a column is not: in a database an empty column is none of these either. */
export const isNegative = (operator: OperatorNumber): boolean =>
	operator === 7 || operator === 11 || operator === 12 || operator === 14;

/**
 * The value as AFAS wants it for a text operator: with the `%` of its place, unless the person
 * wrote a `%` of their own. Operator numbers without a wildcard keep the value.
 */
export function withWildcard(operator: OperatorNumber, value: string): string {
	const wildcard = OPERATORS.find((entry) => entry.value === operator)?.wildcard ?? null;
	return wildcard === null || value.includes('%') ? value : wildcard.replace('x', () => value);
}
