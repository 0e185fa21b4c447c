import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import { cellText } from '../table/table';
import type { TableRow, FileTable } from '../table/table';

/** The proof that nobody is missing, where the file or who sent it says how many rows there are. */

/** 1200, or 1.200 as a Dutch spreadsheet writes it. */
const COUNT = /^\d{1,9}$|^\d{1,3}(?:[. ]\d{3}){1,2}$/;

/** The first number behind the word; null where the line says none. */
function footerCount({ cells }: TableRow): number | null {
	const number = cells.map(cellText).find((text) => COUNT.test(text));
	return number === undefined ? null : Number(number.replace(/[. ]/g, ''));
}

const differs = (read: number, declared: number): Problem | null =>
	read === declared ? null : problem('FILE_COUNT_DIFFERS', { read, declared });

export const declaredProblem = ({ rows }: FileTable, declared: number): Problem | null =>
	differs(rows.length, declared);

export function footerProblem({ rows, footer }: FileTable, word: string): Problem | null {
	const declared = footer === null ? null : footerCount(footer);
	return declared === null ? problem('FILE_NO_FOOTER', { word }) : differs(rows.length, declared);
}
