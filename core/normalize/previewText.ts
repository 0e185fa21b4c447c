import { Unreadable, isEmpty } from './mapping';

const GUID = /^(?:[a-z]+-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i;

/** Nine digits (or eight: a leading zero lost) look like a citizen service number: never shown. */
export function masked(value: string): string {
	if (GUID.test(value)) return value;
	return value.replace(/(?<!\d)\d{8,9}(?!\d)/g, (digits) => '•'.repeat(digits.length));
}

/** The kind of a raw value, in words that a person who maps fields uses. */
export function rawType(value: unknown): string {
	if (value === undefined) return 'not there';
	if (isEmpty(value)) return 'empty';
	if (value instanceof Unreadable) return 'not computed';
	if (Array.isArray(value)) return 'list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
		case 'bigint':
			return 'number';
		case 'boolean':
			return 'yes/no';
		default:
			return 'group of fields';
	}
}
