/**
 * The one rule about formulas in table files (OWASP, CSV injection). A spreadsheet runs a cell that
 * begins with one of these characters, and it is the spreadsheet that decides where a cell begins: with
 * another separator than ours each one inside a text begins a cell, so does a line break.
 */

/** Full-width and small forms too: spreadsheets of some languages take them for the same. */
const OPENERS = new Set('=+-@＝＋－＠﹦﹢﹣﹫');

const CELL_STARTS = new Set(';,|\t\n\r\v\f\u0085\u2028\u2029');

/** What may stand before an opener without making the cell a text: spaces, invisible marks, quotes. */
const NOISE = /[\s\p{Cc}\p{Cf}\p{Z}"]/u;

/** An apostrophe before every opener with which a cell may begin: the text stays a text. Linear. */
export function withoutFormula(text: string): string {
	let safe = '';
	let atStart = true;
	for (const character of text) {
		if (CELL_STARTS.has(character)) atStart = true;
		else if (atStart && OPENERS.has(character)) safe += "'";
		if (atStart && !CELL_STARTS.has(character) && !NOISE.test(character)) atStart = false;
		safe += character;
	}
	return safe;
}

export const isFormula = (text: string): boolean => withoutFormula(text) !== text;
