import { CsvError, parse } from 'csv-parse/sync';
import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';
import { kindOf } from '../../shared/outcome';
import { checkHeader } from './header';
import { isBlank, isFooter } from './table';
import type { TableRow, FileTable } from './table';

/**
 * CSV text to rows, strictly: a quote that never closes, a row that is too short or a last line that breaks
 * off is half a file. n8n's own reader passes on what it could read.
 */

export const SEPARATORS = {
	semicolon: { sign: ';', name: 'a semicolon (;)' },
	comma: { sign: ',', name: 'a comma (,)' },
	tab: { sign: '\t', name: 'a tab' },
	pipe: { sign: '|', name: 'a bar (|)' },
} as const;
export type CsvSeparator = keyof typeof SEPARATORS;

export interface CsvSettings {
	separator: CsvSeparator;
	/** The word of the last line that counts the rows; null where the file has none. */
	footerWord: string | null;
	/** Whether the last line ends with a line break; a line without one may have been cut off. */
	endsWithLineBreak: boolean;
}

/** Excel's own line that says which separator the file has. */
const SEPARATOR_LINE = /^sep=.\r?\n/i;

interface Parsed {
	record: string[];
	info: { lines: number };
}

const lineCount = (text: string): number => text.split(/\r\n|\r|\n/).length;

function parseRows(text: string, sign: string): Result<TableRow[]> {
	try {
		const records: unknown = parse(text, {
			delimiter: sign,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			record_delimiter: ['\r\n', '\n', '\r'],
		});
		return done(
			(records as Parsed[]).map(({ record, info }) => ({ line: info.lines, cells: record })),
		);
	} catch (error) {
		if (!(error instanceof CsvError)) return failed('UNEXPECTED', { kind: kindOf(error) });
		const line = typeof error['lines'] === 'number' ? error['lines'] : lineCount(text);
		return error.code === 'CSV_QUOTE_NOT_CLOSED'
			? failed('FILE_CUT', { line: lineCount(text) })
			: failed('FILE_QUOTES', { line });
	}
}

/** `="00101"`, how exports keep Excel from changing a number: it is no CSV until it stands in quotes. */
const quoted = (text: string, sign: string): string =>
	text.includes('="')
		? text.replace(
				/(^|[;,\t|\r\n])="([^"\r\n]*)"(?=[;,\t|\r\n]|$)/g,
				(all: string, before: string, kept: string) =>
					before === sign || /^[\r\n]?$/.test(before) ? `${before}"=""${kept}"""` : all,
			)
		: text;

/** One column only: the separator is another one, or the file is no table. */
function wrongSeparator(head: string, separator: CsvSeparator) {
	const counted = Object.values(SEPARATORS).map(({ sign, name }) => ({
		name,
		count: head.split(sign).length - 1,
	}));
	const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
	const found = best.count === 0 ? 'none that is known' : best.name;
	return failed('FILE_SEPARATOR', { expected: SEPARATORS[separator].name, found });
}

/** Columns at the end that have neither a name nor a value: some exports end every line with a separator. */
function withoutEmptyEnd(rows: readonly TableRow[]): TableRow[] {
	const [head] = rows;
	let width = head?.cells.length ?? 0;
	while (width > 0 && String(head?.cells[width - 1] ?? '').trim() === '') width -= 1;
	const isEmptyBeyond = ({ cells }: TableRow): boolean =>
		cells.slice(width).every((cell) => String(cell ?? '').trim() === '');
	return rows.every(isEmptyBeyond)
		? rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }))
		: [...rows];
}

/** The first row that is not as wide as the header; of the last one it is half a row. */
function oddRow(rows: readonly TableRow[], columns: number) {
	const odd = rows.find(({ cells }) => cells.length !== columns);
	if (odd === undefined) return null;
	const { line, cells } = odd;
	return odd === rows.at(-1) && cells.length < columns
		? failed('FILE_CUT', { line })
		: failed('FILE_ROW_WIDTH', { line, fields: cells.length, columns });
}

export function readCsv(text: string, settings: CsvSettings): Result<FileTable> {
	const { separator, footerWord } = settings;
	const body = text.replace(SEPARATOR_LINE, '');
	const { sign } = SEPARATORS[separator];
	const head = /^[^\r\n]*/.exec(body.trimStart())?.[0] ?? '';
	if (head === '') return failed('FILE_EMPTY');
	if (!head.includes(sign)) return wrongSeparator(head, separator);
	const parsed = parseRows(quoted(body, sign), sign);
	if (!parsed.ok) return parsed;
	const all = parsed.value.filter((row) => !isBlank(row));
	const last = all.at(-1);
	if (all[0] === undefined || last === undefined) return failed('FILE_EMPTY');
	const footer = footerWord !== null && isFooter(last, footerWord) ? last : null;
	const rows = withoutEmptyEnd(footer === null ? all : all.slice(0, -1));
	const header = checkHeader((rows[0]?.cells ?? []).map(String));
	if (!header.ok) return header;
	const odd = oddRow(rows, header.value.length);
	if (odd !== null) return odd;
	// The line that counts the rows shows by itself that nothing is missing below it.
	if (footer === null && settings.endsWithLineBreak && !/[\r\n]$/.test(body)) {
		return failed('FILE_CUT', { line: last.line });
	}
	return done({ header: header.value, rows: rows.slice(1), footer });
}
