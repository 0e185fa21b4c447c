import { countBy, groupBy } from '../model/collect';
import type { Employee } from '../model/employee';
import { NO_DAYS } from '../model/dates';
import { INFIX_WORDS } from '../model/infixes';
import { INVISIBLE } from '../model/invisible';

/** Keys in one spelling: what is compared is never what is written. */

const PLAIN_ADDRESS = /^[\x21-\x7e]*$/;
const LOWER_ADDRESS = /^[\x21-@[-\x7e]*$/;

/** The domain as it is looked up: `müller.example` is `xn--mller-kva.example` (RFC 5891). */
function asciiDomain(domain: string): string {
	try {
		return new URL(`http://${domain}`).hostname;
	} catch {
		return domain;
	}
}

/**
 * One address in one spelling: NFC, without invisible characters, the domain in ASCII, lower case. Alleo
 * may return an address in another case, and HR systems hold pasted ones.
 */
export function emailKey(email: string): string {
	// Nearly all are a key as they are, and are asked for several times a run.
	if (LOWER_ADDRESS.test(email) && !email.includes('xn--')) return email;
	const text = email.trim();
	if (PLAIN_ADDRESS.test(text) && !text.includes('xn--')) return text.toLowerCase();
	const clean = text.normalize('NFC').replace(INVISIBLE, '').trim().toLowerCase();
	const at = clean.lastIndexOf('@');
	return at < 0 ? clean : `${clean.slice(0, at)}@${asciiDomain(clean.slice(at + 1))}`;
}

/** Letters that have no accent to take off. */
const FOLDED: Readonly<Record<string, string>> = {
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	æ: 'ae',
	œ: 'oe',
	ĳ: 'ij',
	ı: 'i',
	þ: 'th',
};
const PLAIN_NAME = /^[a-z]+$/;

const letters = (text: string): string =>
	PLAIN_NAME.test(text)
		? text
		: text
				.toLowerCase()
				.replace(/[ßøđðłæœĳıþ]/g, (letter) => FOLDED[letter] ?? letter)
				.normalize('NFKD')
				.replace(/[^\p{L}\p{N}]/gu, '');

const NOTHING: readonly string[] = [];

/** The words of a name, folded: without case, accents, apostrophes and signs. */
export const nameWords = (name: string | null): readonly string[] =>
	name === null
		? NOTHING
		: name
				.replace(INVISIBLE, '')
				.split(/[\s\-‐-―.,/]+/)
				.map(letters)
				.filter((word) => word !== '');

const INFIXES: ReadonlySet<string> = new Set([...INFIX_WORDS].map(letters));

/** `'t Hart` and prefix `’t` with `Hart`, `Van der Berg` and `Berg` are one name; null without a letter. */
export function lastNameKey(prefix: string | null, lastName: string | null): string | null {
	const words = [...nameWords(prefix), ...nameWords(lastName)];
	let start = 0;
	while (start < words.length - 1 && INFIXES.has(words[start] ?? '')) start++;
	const key = words.slice(start).join('');
	return key === '' ? null : key;
}

/** Null without a letter. */
export function firstNameKey(firstName: string | null): string | null {
	const key = nameWords(firstName).join('');
	return key === '' ? null : key;
}

/** Birthdays spread over about this many days; fewer people share one than `few` and chance together. */
const DAYS = 15_000;
const FEW = 4;

type Named = Pick<Employee, 'birthday' | 'first_name' | 'prefix' | 'last_name'>;

/**
 * Tells the birthdays that are nobody's: known placeholders, and dates that more people share than chance
 * allows. The records of one person, which all carry one name, are one person here.
 */
export function placeholderBirthdays(people: readonly Named[]): (birthday: string) => boolean {
	const mean = people.length / DAYS;
	const most = FEW + mean + 6 * Math.sqrt(mean);
	const shared = new Set<string>();
	// Counted first: lists are made only of the days that too many people share.
	const counts = countBy(people, (person) => person.birthday);
	const many = groupBy(people, ({ birthday }) =>
		birthday !== null && (counts.get(birthday) ?? 0) > most ? birthday : null,
	);
	for (const [birthday, sharers] of many) {
		// Without a name nobody can say whether two records are one person: each counts.
		const names = new Set(sharers.map((person) => fullNameKey(person) ?? person));
		if (names.size > most) shared.add(birthday);
	}
	return (birthday) => NO_DAYS.has(birthday) || shared.has(birthday);
}

/** Without prefix and signs; null where the record does not carry both names. */
export function fullNameKey(
	person: Pick<Employee, 'first_name' | 'prefix' | 'last_name'>,
): string | null {
	const first = firstNameKey(person.first_name);
	const last = lastNameKey(person.prefix, person.last_name);
	return first === null || last === null ? null : `${first}|${last}`;
}
