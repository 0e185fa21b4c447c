import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';
import { checkHeader } from './header';
import { isBlank, isFooter } from './table';
import type { FileCell, TableRow, FileTable } from './table';

/**
 * Rows that n8n's "Extract from File" made of a spreadsheet: an item each, without the cells that are empty.
 * The order of the columns is that in which they first appear.
 */

type Json = Readonly<Record<string, unknown>>;

/** A step that went on after an error gives an item with nothing but that. */
const isError = (item: Json): boolean =>
	Object.hasOwn(item, 'error') && Object.keys(item).every((key) => /^(?:error|message)$/.test(key));

function cellOf(value: unknown): FileCell | undefined {
	if (value === undefined || value === null) return null;
	const isPlain =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
	return isPlain ? value : undefined;
}

/** The same name twice becomes `Name` and `Name_1` there. */
function doubled(names: ReadonlySet<string>): string | null {
	for (const name of names) {
		const base = /^(.+)_\d+$/.exec(name)?.[1];
		if (base !== undefined && names.has(base)) return base;
	}
	return null;
}

export function readItems(items: readonly Json[], footerWord: string | null): Result<FileTable> {
	if (items.some(isError)) return failed('FILE_MISSING', { problem: 'the step before failed' });
	const names = new Set<string>();
	for (const item of items) for (const name of Object.keys(item)) names.add(name);
	if (names.size === 0) return failed('FILE_EMPTY');
	const twice = doubled(names);
	if (twice !== null) return failed('FILE_COLUMN_DOUBLED', { column: twice });
	const keys = [...names];
	const header = checkHeader(keys);
	if (!header.ok) return header;
	const rows: TableRow[] = [];
	for (const [index, item] of items.entries()) {
		const cells: FileCell[] = [];
		for (const key of keys) {
			const cell = cellOf(Object.hasOwn(item, key) ? item[key] : null);
			if (cell === undefined) {
				return failed('FILE_MISSING', { problem: 'an item is no row of a spreadsheet' });
			}
			cells.push(cell);
		}
		rows.push({ line: index + 2, cells });
	}
	const filled = rows.filter((row) => !isBlank(row));
	const last = filled.at(-1);
	const footer =
		footerWord !== null && last !== undefined && isFooter(last, footerWord) ? last : null;
	return done({
		header: header.value,
		rows: footer === null ? filled : filled.slice(0, -1),
		footer,
	});
}
