import { isCivilDate } from '../model/dates';

/** One value of an item each, by hand; read.ts says why. What does not fit throws, and read.ts catches it. */

export type Raw = Record<string, unknown>;

/** Thrown to leave a deep check; read.ts turns it into a result before it escapes. */
export class Mismatch extends Error {}

export const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (raw: Raw, key: string): string | null => {
	const value = raw[key];
	if (value === undefined || value === null) return null;
	if (typeof value === 'string') return value;
	throw new Mismatch(key);
};

/** A visible sign of ASCII; whatever else a text begins or ends with may be a space of some kind. */
const isVisible = (sign: number): boolean => sign > 0x20 && sign < 0x7f;

/** A value of a person without spaces around it, which no system needs; a blank one is none. */
export const filled = (raw: Raw, key: string): string | null => {
	const given = text(raw, key);
	if (given === null) return null;
	// Nearly every text is clean, and asking is faster than making it again.
	if (isVisible(given.charCodeAt(0)) && isVisible(given.charCodeAt(given.length - 1))) return given;
	const value = given.trim();
	return value === '' ? null : value;
};

/** A number or a name of the source's own, which may well be a number in the source. */
export const reference = (raw: Raw, key: string): string | null => {
	const value = raw[key];
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : filled(raw, key);
};

export const date = (raw: Raw, key: string): string | null => {
	const value = filled(raw, key);
	if (value !== null && !isCivilDate(value)) throw new Mismatch(key);
	return value;
};

export const object = (raw: Raw, key: string): Raw | null => {
	const value = raw[key];
	if (value === undefined || value === null) return null;
	if (isRaw(value)) return value;
	throw new Mismatch(key);
};

const NO_LIST: never[] = [];

export const list = <T>(raw: Raw, key: string, parse: (entry: unknown) => T): T[] => {
	const value = raw[key];
	if (value === undefined || value === null) return NO_LIST;
	if (!Array.isArray(value)) throw new Mismatch(key);
	return value.length === 0 ? NO_LIST : value.map(parse);
};

export const word = (entry: unknown): string => {
	if (typeof entry !== 'string') throw new Mismatch('list');
	return entry;
};

export const integer = (raw: Raw, key: string): number => {
	const value = raw[key];
	if (typeof value === 'number' && Number.isInteger(value)) return value;
	throw new Mismatch(key);
};
