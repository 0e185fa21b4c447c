import { simplify } from '../../../core/normalize/fieldNames';
import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';

/** The header: each column has one name, and no two have the same. */

/** Names that mean something to JavaScript: a value under one of them could change others. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A table with more columns than this is no list of people. */
const MOST_COLUMNS = 200;
const LONGEST_NAME = 200;

const unreadable = (problem: string) => failed('FILE_HEADER_UNREADABLE', { problem });

/** What stands in a row of people, and in no header: an address, a date, a long number. */
const IS_VALUE = /\S@\S+\.\S|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{4,}$/;

/** @param given cells of the first row; names without spaces around them */
export function checkHeader(given: readonly string[]): Result<readonly string[]> {
	const names = given.map((name) => name.trim());
	if (names.length > MOST_COLUMNS) return unreadable(`it has more than ${MOST_COLUMNS} columns`);
	if (names.some((name) => name.length > LONGEST_NAME)) return unreadable('a name is too long');
	if (names.some((name) => IS_VALUE.test(name))) return unreadable('it holds values of a person');
	const blank = names.findIndex((name) => name === '' || /^__EMPTY/.test(name));
	if (blank >= 0) return unreadable(`column ${blank + 1} has no name`);
	if (names.some((name) => RESERVED.has(name))) return unreadable('a name cannot be used');
	const seen = new Set<string>();
	for (const name of names) {
		const key = simplify(name);
		if (seen.has(key)) return failed('FILE_COLUMN_DOUBLED', { column: name });
		seen.add(key);
	}
	return done(names);
}

/** The names that were expected and are not there any more, and those that are new. */
export function headerChanges(
	expected: readonly string[],
	found: readonly string[],
): { missing: string[]; added: string[] } {
	const [then, now] = [expected, found].map((names) => new Set(names.map(simplify)));
	return {
		missing: expected.filter((name) => now?.has(simplify(name)) === false),
		added: found.filter((name) => then?.has(simplify(name)) === false),
	};
}

const SIGNS = [';', ',', '\t', '|', '\n'] as const;

/** The names in a header that somebody pasted, whatever stands between them; quotes around one are none. */
export function namesIn(pasted: string): string[] {
	const counted = SIGNS.map((sign) => ({ sign, count: pasted.split(sign).length }));
	const { sign } = counted.reduce((most, one) => (one.count > most.count ? one : most));
	const names = pasted.split(sign).map((name) =>
		name
			.trim()
			.replace(/^"(.*)"$/, '$1')
			.trim(),
	);
	return [...new Set(names)].filter((name) => name !== '');
}
