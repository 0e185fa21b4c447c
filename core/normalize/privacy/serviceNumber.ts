/**
 * Finds what looks like a Dutch citizen service number (BSN, formerly sofinummer) in a cell. Nine digits
 * that pass the 11-test: 9a + 8b + … + 2h - i is a multiple of 11
 * (https://nl.wikipedia.org/wiki/Burgerservicenummer). A spreadsheet or a number column drops the
 * leading zero, so eight digits count as well.
 */

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** Whether eight or nine digits pass the 11-test; all zeros is nobody's number. */
export function passesElevenTest(digits: string): boolean {
	const nine = digits.padStart(9, '0');
	if (nine.length !== 9 || Number(nine) === 0) return false;
	const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(nine[place]), 0);
	return sum % 11 === 0;
}

/** Dates in a text, and pairs of years, which would read as eight digits. */
const DATES =
	/(?<!\d)(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d(?!\d)|(?<!\d)(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d)(?!\d)/g;

/** The same without separators: `19850412` and `12041985`. */
const COMPACT_DATE =
	/^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/;

/** An amount with cents, or with the four decimals of a database: no number of a person. */
const AMOUNT = /^-?\d{1,7}[.,]\d\d?$|^-?\d{1,6}[.,]\d\d00$/;

/** Filled up with zeros to a fixed width. One zero before nine digits is a telephone number. */
const FILLED_UP = /^00+([1-9]\d{7,8})$/;

/** Eight or nine digits by themselves, in the usual groups, or in any groups with nothing else beside. */
const RUNS: readonly RegExp[] = [
	/(?<!\d)\d{8,9}(?!\d)/g,
	/(?<!\d)(?:\d{3}[ .,:|'\-/]\d{3}[ .,:|'\-/]\d{3}|\d{4}[ .\-/]\d{2}[ .\-/]\d{3}|\d{2}[ .\-/]\d{3}[ .\-/]\d{3})(?!\d)/g,
	/(?<!\d)\d(?:[ .\-/_]{0,3}\d)+(?!\d)/g,
];

/**
 * Every run of eight or nine digits in a text that may be a citizen service number, as digits, each
 * once. The text is expected without invisible characters and with at least eight digits in it.
 */
export function serviceNumbers(text: string): string[] {
	if (/^\d+$/.test(text)) {
		const digits = FILLED_UP.exec(text)?.[1] ?? text;
		const fits = (digits.length === 8 || digits.length === 9) && !COMPACT_DATE.test(digits);
		return fits ? [digits] : [];
	}
	if (AMOUNT.test(text)) return [];
	const without = text.replace(DATES, ' x ');
	const found = new Set<string>();
	for (const pattern of RUNS) {
		for (const [run] of without.matchAll(pattern)) {
			const digits = run.replace(/\D/g, '');
			if (digits.length !== 8 && digits.length !== 9) continue;
			if (!COMPACT_DATE.test(digits)) found.add(digits);
		}
	}
	return [...found];
}

const SAYS_SO =
	/bsn|burger\W?service|so\W?fi|sociaal\W?fiscaal|sv\W?n(?:umme)?r|citizen\W?service/i;

/** The text itself says that its number is one. */
export const saysServiceNumber = (text: string): boolean => SAYS_SO.test(text);
