import type { IExecuteFunctions } from 'n8n-workflow';
import { Unreadable } from '../../core/normalize/mapping';
import type { Evaluate } from '../../core/normalize/mapping';

/** Luxon's DateTime, as n8n expressions make it: its own day is in its ISO text. */
const isDateTime = (value: unknown): value is { toISO(): string | null } =>
	typeof value === 'object' &&
	value !== null &&
	'toISO' in value &&
	typeof value.toISO === 'function';

/**
 * n8n's own evaluator for one item. `evaluateExpression` puts the leading `=` back, so it is cut off
 * here. An expression that fails marks the value; it never stops the other people.
 */
export const evaluator =
	(context: IExecuteFunctions): Evaluate =>
	(expression, index) => {
		try {
			const value: unknown = context.evaluateExpression(expression.slice(1), index);
			return isDateTime(value) ? value.toISO() : value;
		} catch {
			return new Unreadable('EXPRESSION_FAILED');
		}
	};
