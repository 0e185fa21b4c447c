import type { PlanNotice } from '../model/summary';
import { withoutFormula } from '../ui/formula';
import { isIssueCode, resolveIssue } from '../issues';
import type { Language } from '../issues';
import type { FieldValue, PlanRow } from '../model/plan';
import { fieldLabel, fieldValue } from './fields';
import { say } from './page/text';
import type { TextKey } from './page/text';
import { wordsOf } from './page/words';

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

const COLUMNS: readonly TextKey[] = [
	'action',
	'name',
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
];

const pairs = (values: Record<string, FieldValue>, language: Language): string =>
	Object.entries(values)
		.flatMap(([key, value]) => {
			const text =
				key === 'reason' && typeof value === 'string' && isIssueCode(value)
					? resolveIssue(value, {}, language).message
					: fieldValue(key, value, language);
			return text === null || (key === 'reason' && text.includes('{'))
				? []
				: [`${fieldLabel(key, language)}: ${text}`];
		})
		.join('; ');

const budget = (row: PlanRow, period: 'monthly' | 'oneoff'): number | string => {
	const amounts = Object.entries(row.budgets).filter(([field]) => field.includes(`_${period}_`));
	if (amounts.length === 0) return '';
	return amounts.reduce((cents, [, amount]) => cents + Math.round(amount * 100), 0) / 100;
};

function cells(row: PlanRow, language: Language): Array<string | number> {
	const t = say(language, row.plan.dataset);
	const { reason } = row;
	const words = wordsOf(reason.code, reason.params, { message: reason.text }, language);
	const empty = t('empty');
	const changes = row.changes.map(({ field, from, to }) => {
		const before = fieldValue(field, from, language) ?? empty;
		return `${fieldLabel(field, language)}: ${before} → ${fieldValue(field, to, language) ?? empty}`;
	});
	const notices = row.notices
		.filter((notice) => notice.code !== reason.code)
		.map((notice) => wordsOf(notice.code, notice.params, notice, language).message);
	return [
		t(row.action),
		row.name ?? '',
		row.alleo_id ?? '',
		words.message,
		reason.code,
		row.action === 'hold' ? (words.action ?? '') : '',
		pairs(row.evidence, language),
		changes.join('; '),
		budget(row, 'monthly'),
		budget(row, 'oneoff'),
		notices.join('; '),
		row.row_id,
	];
}

/** Somebody without a row: a coming starter or leaver, or who is only reported. */
function noticeCells(entry: PlanNotice, language: Language): Array<string | number> {
	const t = say(language);
	const { message, action } = wordsOf(entry.code, entry.params, entry, language);
	const who = [t('noticesColumn'), entry.name ?? '', '', entry.external_id ?? '', '', ''];
	return [...who, message, entry.code, action ?? '', '', '', '', '', '', ''];
}

/** @param notices people of whom the plan only says something; they follow the rows */
export function renderCsv(
	rows: readonly PlanRow[],
	language: Language,
	notices: readonly PlanNotice[] = [],
): string {
	const t = say(language);
	const head: string[] = [];
	for (const key of COLUMNS) {
		head.push(t(key));
		if (key === 'name')
			head.push(fieldLabel('email', language), fieldLabel('external_id', language));
		if (key === 'name') head.push(t('alleoCompany'));
	}
	const lines = [csvLine(head, language)];
	for (const row of rows) {
		const line = cells(row, language);
		line.splice(2, 0, row.email ?? '', row.external_id ?? '', row.alleo_company_id ?? '');
		lines.push(csvLine(line, language));
	}
	for (const entry of notices) lines.push(csvLine(noticeCells(entry, language), language));
	return `\ufeff${lines.join('\r\n')}\r\n`;
}
