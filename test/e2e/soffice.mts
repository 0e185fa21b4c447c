import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';

/** Table files, opened by a real spreadsheet: LibreOffice without a screen. */

export interface Cell {
	text: string;
	/** `string`, `float`, … ; empty for an empty cell. */
	type: string;
	/** As the spreadsheet understood it; null when the cell is none. */
	formula: string | null;
}

/** The rows of a flat OpenDocument file, without empty cells at the end of a row. */
function cellsOf(xml: string): Cell[][] {
	const rows: Cell[][] = [];
	let cell: Cell | null = null;
	let repeated = 1;
	let lines = 0;
	let inText = 0;
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		if (name === 'table:table-row') rows.push([]);
		if (name === 'table:table-cell') {
			const of = (key: string): string => String(attributes[key] ?? '');
			const formula = of('table:formula');
			cell = { text: '', type: of('office:value-type'), formula: formula === '' ? null : formula };
			repeated = Number(attributes['table:number-columns-repeated'] ?? 1);
			lines = 0;
		}
		if (name === 'text:p') inText++;
		if (name === 'text:p' && cell !== null && lines++ > 0) cell.text += '\n';
		if (name === 'text:s' && cell !== null)
			cell.text += ' '.repeat(Number(attributes['text:c'] ?? 1));
		if (name === 'text:tab' && cell !== null) cell.text += '\t';
	});
	parser.on('text', (text) => {
		if (inText > 0 && cell !== null) cell.text += text;
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'text:p') inText--;
		if (name !== 'table:table-cell' || cell === null) return;
		for (let n = 0; n < Math.min(repeated, 50); n++) rows.at(-1)?.push(cell);
		cell = null;
	});
	parser.write(xml).close();
	return rows.map((row) => {
		const last = row.findLastIndex(({ type }) => type !== '');
		return row.slice(0, last + 1);
	});
}

const LANGUAGE = { nl: 1043, en: 2057 };

/**
 * Opens files as a spreadsheet would that assumes `separator` between cells and the numbers of
 * `language`, with formulas evaluated. One start of LibreOffice for all of them.
 */
export function openedBySpreadsheet(
	files: Record<string, string>,
	separator: string,
	language: keyof typeof LANGUAGE,
): Record<string, Cell[][]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'spreadsheet-'));
	try {
		const paths = Object.entries(files).map(([name, content]) => {
			const file = path.join(folder, `${name}.csv`);
			writeFileSync(file, content);
			return file;
		});
		const out = path.join(folder, 'out');
		mkdirSync(out);
		// Separator, quote, UTF-8, first line, no column formats, language, quoted cells may be numbers,
		// detect numbers, …, evaluate formulas: LibreOffice help, "Filter Options for CSV".
		const code = separator.charCodeAt(0);
		const options = `CSV:${code},34,76,1,,${LANGUAGE[language]},false,true,false,false,false,-1,true`;
		execFileSync(
			process.env['SOFFICE_PATH'] ?? '/usr/bin/soffice',
			[
				'--headless',
				`-env:UserInstallation=file://${folder}/profile`,
				`--infilter=${options}`,
				'--convert-to',
				'fods',
				'--outdir',
				out,
				...paths,
			],
			{ stdio: 'pipe', timeout: 120_000 },
		);
		return Object.fromEntries(
			Object.keys(files).map((name) => [
				name,
				cellsOf(readFileSync(path.join(out, `${name}.fods`), 'utf8')),
			]),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
