import { stringify } from 'csv-stringify/sync';

/**
 * The form of Alleo's files: comma, `\n`, quotes by RFC 4180 only where needed; a text, which goes out as
 * UTF-8 without a byte-order mark. A machine reads them, so a value stands there exactly as it is.
 */
export const toCsv = (header: readonly string[], lines: ReadonlyArray<readonly string[]>): string =>
	stringify([header, ...lines] as string[][], {
		delimiter: ',',
		record_delimiter: '\n',
		quote: '"',
		quoted_match: /[\r\n]/,
	});

/**
 * A text that a spreadsheet would run as a formula. In a report for people it gets an apostrophe
 * (core/report/csv.ts); here that would change the value, so the person is left out instead.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

export const isFormula = (text: string): boolean => FORMULA.test(text);
