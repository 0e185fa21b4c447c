import type { Language } from '../issues';
import { sumEuros } from '../model/budget';
import type { PlanRow } from '../model/plan';
import type { PlanNotice } from '../model/summary';
import { withoutFormula } from '../ui/formula';
import { fieldLabel } from './fields';
import { groundTexts, sameText } from './identityView';
import { say } from './page/text';
import type { TextKey } from './page/text';
import { noticeView, rowView, withoutSaid } from './rowView';
import type { AmountView } from './rowView';

/**
 * The plan as a table for a person: RFC 4180 with CRLF, every cell quoted, a byte order mark so that a
 * spreadsheet reads it as UTF-8. A Dutch spreadsheet expects `;` between cells and a decimal comma, and
 * puts the whole line into one cell when it gets a comma. No text can become a formula, whatever
 * separator the spreadsheet assumes (core/ui/formula.ts); our own numbers stay numbers.
 */

const SEPARATOR: Record<Language, string> = { en: ',', nl: ';' };

/** Never more than cents, so no exponent and no thousands. */
const numberCell = (value: number, language: Language): string =>
	language === 'nl' ? String(value).replace('.', ',') : String(value);

export const csvCell = (value: string | number, language: Language): string => {
	const text = typeof value === 'number' ? numberCell(value, language) : withoutFormula(value);
	return `"${text.replaceAll('"', '""')}"`;
};

const csvLine = (cells: ReadonlyArray<string | number>, language: Language): string =>
	cells.map((cell) => csvCell(cell, language)).join(SEPARATOR[language]);

/** The head; the fields of Alleo under their own labels. */
const COLUMNS: ReadonlyArray<TextKey | { field: string }> = [
	'action',
	'name',
	{ field: 'email' },
	{ field: 'external_id' },
	'alleoCompany',
	'alleoId',
	'reasonColumn',
	'code',
	'nextStep',
	'evidence',
	'changes',
	'monthlyColumn',
	'oneoffColumn',
	'noticesColumn',
	'rowId',
	'compared',
	'sameDoes',
	'answer',
];

/** A number, so that a spreadsheet can add it up; '' where the row says no such amount. */
function amountCell(amounts: readonly AmountView[], period: AmountView['period']): number | '' {
	const own = amounts.filter((amount) => amount.period === period);
	return own.length === 0 ? '' : sumEuros(own.map(({ amount }) => amount));
}

function cells(row: PlanRow, language: Language, answer: string): Array<string | number> {
	const view = rowView(row, language);
	return [
		view.action,
		row.name ?? '',
		row.email ?? '',
		row.external_id ?? '',
		row.alleo_company_id ?? '',
		row.alleo_id ?? '',
		[view.why, ...view.effects].join(' '),
		row.reason.code,
		view.nextStep ?? '',
		view.evidence.map(({ label, text }) => `${label}: ${text}`).join('; '),
		view.changes.map(({ text }) => text).join('; '),
		amountCell(view.amounts, 'monthly'),
		amountCell(view.amounts, 'oneoff'),
		view.notices.map(({ message }) => message).join('; '),
		row.row_id,
		groundTexts(row, language).join('; '),
		sameText(row, language) ?? '',
		answer,
	];
}

function noticeCells(entry: PlanNotice, language: Language): Array<string | number> {
	const { message, action } = noticeView(entry, language);
	const kind = say(language)('noticesColumn');
	const who = [kind, entry.name ?? '', '', entry.external_id ?? '', '', ''];
	const names = (entry.people ?? []).join('; ');
	return [...who, message, entry.code, action ?? '', names, '', '', '', '', '', '', '', ''];
}

/**
 * @param notices people of whom the plan only says something; they follow the rows
 * @param answers row_id to what was answered before about who it is
 */
export function renderCsv(
	rows: readonly PlanRow[],
	language: Language,
	notices: readonly PlanNotice[] = [],
	answers: ReadonlyMap<string, string> = new Map(),
): string {
	const t = say(language);
	const head = COLUMNS.map((column) =>
		typeof column === 'string' ? t(column) : fieldLabel(column.field, language),
	);
	const lines = [
		head,
		...rows.map((row) => cells(withoutSaid(row, notices), language, answers.get(row.row_id) ?? '')),
		...notices.map((entry) => noticeCells(entry, language)),
	].map((line) => csvLine(line, language));
	return `\ufeff${lines.join('\r\n')}\r\n`;
}
