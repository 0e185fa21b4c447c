/**
 * Texts that n8n would run. n8n takes every value of a credential or of a node's parameter that begins
 * with "=" for an expression (`isExpression`, n8n-workflow 2.41), at any depth of objects and lists, keys
 * excepted. What a customer, a vendor or a file says must never become one.
 */

/** First character of an expression of n8n; a space before it is enough to make it a text. */
export const isEvaluated = (text: string): boolean => text.startsWith('=');

const PLAIN = /[A-Za-z0-9]/;

/** Nothing of the text is left as it was but letters and digits: no brace, quote or dot for n8n to find. */
const escaped = (text: string): string =>
	Array.from({ length: text.length }, (_none, at) => {
		const unit = text.charAt(at);
		return PLAIN.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
	}).join('');

const LITERAL = /^=\{\{ "((?:[A-Za-z0-9]|\\u[0-9a-f]{4})*)" \}\}$/;

/**
 * A text from outside as the value of a node's parameter: as it is, or as an expression that gives exactly
 * itself. Not for credentials: there n8n evaluates a second time what the first time gave, wherever it
 * tests one or answers a webhook (`getComplexParameterValue`), so the text would run after all.
 */
export const literal = (text: string): string =>
	isEvaluated(text) ? `={{ "${escaped(text)}" }}` : text;

/** The text behind `literal`; null for any other expression. */
export function readLiteral(value: string): string | null {
	if (!isEvaluated(value)) return value;
	const inside = LITERAL.exec(value)?.[1];
	return inside === undefined
		? null
		: inside.replace(/\\u([0-9a-f]{4})/g, (_escape, code: string) =>
				String.fromCharCode(Number.parseInt(code, 16)),
			);
}

/** Every text in a value that n8n would run, with the place where it stands: `parameters.url`. */
export function evaluatedIn(
	value: unknown,
	place = '',
): ReadonlyArray<{ place: string; text: string }> {
	if (typeof value === 'string') return isEvaluated(value) ? [{ place, text: value }] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		evaluatedIn(inner, place === '' ? key : `${place}.${key}`),
	);
}
