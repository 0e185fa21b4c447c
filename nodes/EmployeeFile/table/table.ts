/** A file as rows of cells, before anybody says what a column means. */

export type FileCell = string | number | boolean | null;

export interface TableRow {
	/** As a person finds it in an editor or a spreadsheet: the header is line 1. */
	line: number;
	cells: readonly FileCell[];
}

export interface FileTable {
	header: readonly string[];
	rows: readonly TableRow[];
	/** The last row, where it says how many there are; it is not among the rows then. */
	footer: TableRow | null;
}

export const cellText = (cell: FileCell | undefined): string =>
	cell === null || cell === undefined ? '' : String(cell).trim();

export const isBlank = ({ cells }: TableRow): boolean =>
	cells.every((cell) => cellText(cell) === '');

/** Whether a row is the one that counts the others: the word in its first filled cell. */
export function isFooter(row: TableRow, word: string): boolean {
	const first = row.cells.map(cellText).find((text) => text !== '');
	return first?.toLowerCase() === word.toLowerCase();
}
