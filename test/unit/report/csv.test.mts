import { isFormula, withoutFormula } from '../../../core/ui/formula';
import type { Language } from '../../../core/issues';
import { csvCell, renderCsv } from '../../../core/report/csv';
import { HOSTILE_NAMES, makePlan } from '../../support/approvalPlan.mts';

/** A strict RFC 4180 reader, independent of the writer. */
function readCsv(text: string, separator = ','): string[][] {
	const lines: string[][] = [];
	let line: string[] = [];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const mark = text[i]!;
		if (quoted) {
			if (mark === '"' && text[i + 1] === '"') cell += text[++i]!;
			else if (mark === '"') quoted = false;
			else cell += mark;
		} else if (mark === '"') quoted = true;
		else if (mark === separator) {
			line.push(cell);
			cell = '';
		} else if (mark === '\r' && text[i + 1] === '\n') {
			line.push(cell);
			lines.push(line);
			line = [];
			cell = '';
			i++;
		} else cell += mark;
	}
	return lines;
}

const LANGUAGES: Language[] = ['en', 'nl'];
const SEPARATOR: Record<Language, string> = { en: ',', nl: ';' };

describe('cells', () => {
	const OPENERS = [...'=+-@＝＋－＠'];
	const STARTS = [
		'',
		';',
		',',
		'|',
		'\t',
		'\n',
		'\r',
		'\r\n',
		'\v',
		'\u2028',
		'Jan;',
		'Jan,',
		'Jan\t',
	];
	const NOISE = ['', ' ', '\u00a0', '\ufeff', '\u200b', '\u0000', '"', '""', ' "\u3000'];

	test.each(LANGUAGES)('%s: no text begins a formula, after whatever separator', (language) => {
		for (const opener of OPENERS) {
			for (const start of STARTS) {
				for (const noise of NOISE) {
					const cell = csvCell(`${start}${noise}${opener}1+1;`, language);
					expect(readCsv(`${cell}\r\n`, SEPARATOR[language])).toEqual([
						[`${start}${noise}'${opener}1+1;`],
					]);
				}
			}
		}
	});

	test.each(['Jan-Willem', 'a=b', 'jan+hr@example.nl', 'van 1 - 2', "'t Hooft", 'a; b; c', ''])(
		'%j comes back as it was, and so it does from Alleo’s files',
		(value) => {
			expect(readCsv(`${csvCell(value, 'nl')}\r\n`, ';')).toEqual([[value]]);
			expect(isFormula(value)).toBe(false);
		},
	);

	test.each(['plain', 'with, comma', 'with "quotes"', 'two\r\nlines', ' kept space ', 'é→€'])(
		'%j comes back as it was',
		(value) => {
			expect(readCsv(`${csvCell(value, 'en')}\r\n`)).toEqual([[value]]);
		},
	);

	test('a number of ours stays a number, with the decimal sign of the language', () => {
		expect(csvCell(-12.5, 'en')).toBe('"-12.5"');
		expect(csvCell(-12.5, 'nl')).toBe('"-12,5"');
	});

	/** One look at each character: the same work for each, however they are arranged. */
	test('a megabyte of separators and spaces is gone through once', () => {
		const long = `${';\t "'.repeat(250_000)}=1`;
		expect(withoutFormula(long)).toBe(`${long.slice(0, -2)}'=1`);
	});
});

describe('the table', () => {
	const plan = makePlan([
		...HOSTILE_NAMES.map((name, index) => ({
			action: 'create' as const,
			name,
			row_id: `create-${index}`,
			external_id: `nmbrs-${index}`,
		})),
		{
			action: 'update',
			name: 'Esmée',
			changes: [
				{ field: 'last_name', from: 'Jansen', to: null },
				{ field: 'iban', from: 'NL01', to: 'NL02' },
			],
		},
	]);

	test('has one line per row, all as wide as the head, and a byte order mark', () => {
		const text = renderCsv(plan.rows, 'nl');
		expect(text.startsWith('\ufeff')).toBe(true);
		const lines = readCsv(text.slice(1), ';');
		expect(lines).toHaveLength(plan.rows.length + 1);
		for (const line of lines) expect(line).toHaveLength(lines[0]!.length);
	});

	test('says who, what and why in words, amounts as numbers, pay never as a value', () => {
		const lines = readCsv(renderCsv(plan.rows, 'en').slice(1));
		const head = lines[0]!;
		const cell = (line: number, column: string): string => lines[line]![head.indexOf(column)]!;
		expect(cell(1, 'Action')).toBe('Onboard');
		expect(cell(1, 'Reason')).toBe('In service and not yet in Alleo.');
		expect(cell(1, 'Monthly budget EUR')).toBe('25');
		expect(cell(5, 'Name')).toBe(`'${HOSTILE_NAMES[4]}`);
		expect(cell(7, 'Changes')).toBe('Last name: Jansen → empty; iban: changed → changed');
		expect(renderCsv(plan.rows, 'en')).not.toMatch(/NL01|NL02/);
	});

	test('people without a row follow: coming starters and leavers, with their date in words', () => {
		const notice = {
			external_id: 'nmbrs-77',
			name: '=1+1',
			code: 'UPCOMING_START',
			message: '',
			action: '',
			params: { date: '2026-12-01' },
			date: '2026-12-01',
		};
		const lines = readCsv(renderCsv(plan.rows, 'en', [notice]).slice(1));
		const last = lines.at(-1) ?? [];
		expect(lines).toHaveLength(plan.rows.length + 2);
		expect(last).toHaveLength(lines[0]!.length);
		expect(last.slice(0, 4)).toEqual(['Notes', "'=1+1", '', 'nmbrs-77']);
		expect(last.join(' ')).toContain('Starts on 1 Dec 2026.');
	});
});
