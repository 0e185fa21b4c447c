import { Unreadable, compileValue, reader } from './compile';
import { splitFullName, splitLastName } from './nameParts';
import { isEmpty, readAnyDate, readNumber, readYesNo } from './values';
import type { Read } from './compile';

/** What a person can do to a field without code; `none` is for a row that only adds a fallback. */
export const TRANSFORM_KINDS = [
	'none',
	'date',
	'yesNo',
	'lowerCase',
	'upperCase',
	'trim',
	'number',
	'dutchNameParts',
] as const;
export type TransformKind = (typeof TRANSFORM_KINDS)[number];

/** One row of the node's "Fallbacks and Transforms"; `fallback` is raw: a path, an expression or text. */
export interface TransformRow {
	field: string;
	transform: TransformKind;
	fallback: unknown;
}

const FAILED = new Unreadable('TRANSFORM_FAILED');

const onText =
	(change: (text: string) => unknown) =>
	(value: unknown): unknown =>
		typeof value === 'string' || typeof value === 'number' ? change(String(value)) : FAILED;

/** A fixed table of pure functions; each gets a value that is not empty. */
function transformer(
	kind: TransformKind,
	field: string,
	fullNames: boolean,
): (value: unknown) => unknown {
	switch (kind) {
		case 'none':
			return (value) => value;
		case 'date':
			return (value) => readAnyDate(value) ?? FAILED;
		case 'yesNo':
			return (value) => {
				const answer = readYesNo(value);
				return answer === null ? FAILED : answer ? 'yes' : 'no';
			};
		case 'number':
			return (value) => readNumber(value) ?? FAILED;
		case 'lowerCase':
			return onText((text) => text.toLowerCase());
		case 'upperCase':
			return onText((text) => text.toUpperCase());
		case 'trim':
			return onText((text) => text.replace(/\s+/g, ' ').trim());
		case 'dutchNameParts':
			return onText((text) => {
				const parts = fullNames ? splitFullName(text) : splitLastName(text);
				if (field === 'first_name') return parts.first;
				return field === 'prefix' || field === 'partner_prefix' ? parts.prefix : parts.last;
			});
	}
}

/** A fallback typed as text is a path without the `$json.` and the braces: `privateEmail`, `company.name`. */
const asExpression = (raw: unknown): unknown =>
	typeof raw === 'string' && raw.trim() !== '' && !raw.startsWith('=')
		? /^\s*(?:\$json\b|\[)/.test(raw)
			? `={{ ${raw.trim()} }}`
			: `={{ $json.${raw.trim()} }}`
		: raw;

/** True when first names come out of whole names too, so that a last name is read as part of one. */
const hasFullNames = (rows: readonly TransformRow[]): boolean =>
	rows.some((row) => row.field === 'first_name' && row.transform === 'dutchNameParts');

/**
 * Wraps the reader of one field in its rows, in their order: an empty value takes the row's fallback,
 * then the transform is applied to what is not empty. What fails stays failed.
 */
export function withTransforms(
	read: Read | null,
	field: string,
	all: readonly TransformRow[],
): { read: Read | null; used: boolean } {
	const rows = all.filter((row) => row.field === field);
	if (rows.length === 0) return { read, used: false };
	const fullNames = hasFullNames(all);
	let current: Read | null = read;
	for (const row of rows) {
		const before = current;
		const fallback = reader(compileValue(asExpression(row.fallback)));
		const apply = transformer(row.transform, field, fullNames);
		if (before === null && fallback === null) continue;
		current = (record, index, evaluate) => {
			let value = before === null ? null : before(record, index, evaluate);
			if (fallback !== null && isEmpty(value)) value = fallback(record, index, evaluate);
			return isEmpty(value) || value instanceof Unreadable ? value : apply(value);
		};
	}
	return { read: current, used: true };
}
