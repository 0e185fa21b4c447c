import { cellText } from '../table/table';
import type { FileCell } from '../table/table';

/** Cells that a spreadsheet changed: what stands there is not what the HR system wrote. */

/** Excel's own errors, in English and Dutch; hashes where a column was too narrow when it was printed. */
const EXCEL_ERROR =
	/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|N\/B|VERW!|WAARDE!|NAAM\?|DEEL\/0!|GETAL!|LEEG!|#{2,})$/i;

/** `="00123"`: how an export keeps Excel from changing a number. */
const KEPT_TEXT = /^="([^"]*)"$/;

/** The text of a cell, without the wrapping with which exports protect a number. */
export function plainText(cell: FileCell | undefined): string {
	const text = cellText(cell);
	return KEPT_TEXT.exec(text)?.[1]?.trim() ?? text;
}

/** A formula, or what became of one: nobody's value. */
export const isBroken = (text: string): boolean => text.startsWith('=') || EXCEL_ERROR.test(text);

/** With its sign, as Excel writes it: `12E5` is a code of somebody's own. */
const EXPONENT = /^\d+(?:[.,]\d+)?E[+-]\d+$/i;
const DECIMAL = /^\d+[.,]0+$/;

/** Excel keeps 15 digits of a number, and makes the others zero. */
const MOST_DIGITS = 15;

/** An id that a spreadsheet took for a number. `length`: digits that every id of digits has at least. */
export function isDamagedId(cell: FileCell | undefined, length: number): boolean {
	const text = plainText(cell);
	if (typeof cell === 'number' && !Number.isInteger(cell)) return true;
	if (typeof cell === 'number' && text.length > MOST_DIGITS) return true;
	if (EXPONENT.test(text) || DECIMAL.test(text)) return true;
	return /^\d+$/.test(text) && text.length < length;
}
