import { ibanIn } from './iban';
import { passesElevenTest, saysServiceNumber, serviceNumbers } from './serviceNumber';

/** What the values of a column look like. Said in messages, so it is the same word in both languages. */
export type PrivateKind = 'BSN' | 'IBAN';

/** A name whose values were withheld, and what they look like; never a value. */
export interface Withheld {
	column: string;
	kind: PrivateKind;
}

/** Of other numbers one in 11 passes the 11-test, and one in 97 of what has the shape of an IBAN. */
const CHANCE: Readonly<Record<PrivateKind, number>> = { BSN: 1 / 11, IBAN: 1 / 97 };

/**
 * Up to here a single value that passes is enough. A column of fewer other nine-digit numbers is then
 * withheld by chance with 1 - (10/11)^n: 38% of five, 61% of ten; the price of never letting one out.
 */
const FEW = 20;

/**
 * From there on more must pass than chance explains: the mean and three standard deviations. A column
 * of other nine-digit numbers is withheld in under 1 of 100 cases (20 numbers: six must pass, 0.7%; 1,000
 * numbers: 119, 0.2%); a column of 1,000 in which one of 25 is a service number still is.
 */
const DEVIATIONS = 3;

/** A number that more people share identifies none of them: a department, a chamber of commerce number. */
const SHARED_BY = 5;

/** So many that pass, and more than do not: nothing that follows can change it. */
const CERTAIN = 50;

/** Fewer digits hold neither: a BSN has eight at least, an IBAN more. */
const LEAST_DIGITS = 8;

const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Identifiers of a system: their hexadecimal digits look like a service number or an account by chance. */
const GUIDS = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi;

const DIGIT = /\p{Nd}/u;

/** A digit of any script, as 0 to 9: each script has its ten in a row. */
function usualDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
	return String(value);
}

/**
 * Without invisible characters that would hide a number from a search; digits of other scripts and wide
 * ones as usual ones, every dash as a hyphen.
 */
const plain = (text: string): string =>
	BEYOND_ASCII.test(text)
		? text
				.normalize('NFKC')
				.replace(/\p{Cf}/gu, '')
				.replace(/\p{Pd}|\u2212/gu, '-')
				.replace(/(?![0-9])\p{Nd}/gu, usualDigit)
		: text;

/** From here on Unicode has other digits, and characters that mean several; before it, letters. */
const OTHER_DIGITS = 0x660;
const [SUPER_TWO, SUPER_THREE, SUPER_ONE] = [0xb2, 0xb3, 0xb9];

/**
 * Whether a text may have digits enough to be looked at: nearly no cell has. A loop over its
 * characters, since it runs for every cell of 100,000 people.
 */
function hasDigits(text: string): boolean {
	let wanted = LEAST_DIGITS;
	for (let at = 0, left = text.length; left >= wanted; at += 1, left -= 1) {
		const code = text.charCodeAt(at);
		if (code >= 48 && code <= 57) wanted -= 1;
		else if (code === SUPER_ONE || code === SUPER_TWO || code === SUPER_THREE) wanted -= 1;
		else if (code >= OTHER_DIGITS) return true;
		if (wanted === 0) return true;
	}
	return false;
}

interface Holders {
	last: string | null;
	people: number;
}

/** Different values in the shape of one kind, and how many people have each that passes. */
class Tally {
	readonly #passed = new Map<string, Holders>();

	readonly #failed = new Set<string>();

	add(value: string, passes: boolean, person: string | null): void {
		if (!passes) {
			this.#failed.add(value);
			return;
		}
		const known = this.#passed.get(value);
		if (known === undefined) this.#passed.set(value, { last: person, people: 1 });
		else if (known.last !== person) {
			known.last = person;
			known.people += 1;
		}
	}

	get certain(): boolean {
		return this.#passed.size >= CERTAIN && this.#passed.size > this.#failed.size;
	}

	/** Values that pass, and all; `mostPeople`: values of more people than that do not count. */
	count(mostPeople: number): { passed: number; all: number } {
		let passed = 0;
		for (const { people } of this.#passed.values()) if (people <= mostPeople) passed += 1;
		return { passed, all: passed + this.#failed.size };
	}
}

/**
 * Watches the values of one column, row by row, for citizen service numbers and bank accounts. Cheap
 * for what is neither; keeps the numbers of the few cells that may be, until the column is judged.
 */
export class ColumnWatch {
	readonly #numbers = new Tally();

	readonly #accounts = new Tally();

	#sure: PrivateKind | null = null;

	/** One cell; `person` tells whose row it is, null where nobody knows. Never throws. */
	look(value: unknown, person: string | null): void {
		if (this.#sure !== null) return;
		if (typeof value === 'number') {
			if (Number.isSafeInteger(value)) this.#lookAt(String(value), person);
		} else if (typeof value === 'string' && hasDigits(value)) this.#lookAt(plain(value), person);
	}

	#lookAt(given: string, person: string | null): void {
		if (!hasDigits(given)) return;
		const text = given.replace(GUIDS, ' x ');
		for (const digits of serviceNumbers(text)) {
			const passes = passesElevenTest(digits);
			if (passes && saysServiceNumber(text)) this.#sure = 'BSN';
			this.#numbers.add(digits, passes, person);
		}
		const iban = ibanIn(text);
		if (iban !== null) this.#accounts.add(iban.account, iban.valid, person);
		if (this.#accounts.certain) this.#sure = 'IBAN';
		if (this.#numbers.certain && this.#numbers.count(SHARED_BY).passed >= CERTAIN) {
			this.#sure = 'BSN';
		}
	}

	/** What the column holds, after the last row; null where nothing says that it is private. */
	verdict(): PrivateKind | null {
		if (this.#sure !== null) return this.#sure;
		// An account that many share is a bank account all the same.
		if (beyondChance(this.#accounts.count(Number.POSITIVE_INFINITY), CHANCE.IBAN)) return 'IBAN';
		return beyondChance(this.#numbers.count(SHARED_BY), CHANCE.BSN) ? 'BSN' : null;
	}

	/** For a column that is needed, and so is not withheld: its values are service numbers beyond doubt. */
	get surelyServiceNumbers(): boolean {
		const { passed, all } = this.#numbers.count(SHARED_BY);
		// Three of three by chance: 1 in 1,300.
		return all >= 3 && passed > all * 0.8;
	}
}

function beyondChance({ passed, all }: { passed: number; all: number }, chance: number): boolean {
	if (all < FEW) return passed > 0;
	const mean = all * chance;
	return passed > mean + DEVIATIONS * Math.sqrt(mean * (1 - chance));
}
