import type { ZodError } from 'zod';

const isName = (part: string | number): boolean => /^[\w-]{1,60}$/.test(String(part));

/**
 * Where a value has another shape than expected, and how: `status: invalid_enum_value`,
 * `plan.id: expected string, not null`. Never zod's own message, since that repeats the value.
 */
export function shapeProblem({ issues: [issue] }: ZodError): string {
	if (issue === undefined) return '';
	const where = issue.path.map((part) => (isName(part) ? part : '…')).join('.');
	const how =
		issue.code === 'invalid_type'
			? `expected ${issue.expected}, not ${issue.received}`
			: issue.code;
	return where === '' ? how : `${where}: ${how}`;
}
