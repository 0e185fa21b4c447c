import { stringify } from 'csv-stringify/sync';

/**
 * The form of Alleo's files: comma, `\n`, quotes by RFC 4180 only where needed; a text, which goes out as
 * UTF-8 without a byte-order mark. A machine reads them, so a value stands there exactly as it is: no
 * apostrophe (core/ui/formula.ts), which would become part of a name. Who has such a value is left out.
 */
export const toCsv = (header: readonly string[], lines: ReadonlyArray<readonly string[]>): string =>
	stringify([header, ...lines] as string[][], {
		delimiter: ',',
		record_delimiter: '\n',
		quote: '"',
		quoted_match: /[\r\n]/,
	});
