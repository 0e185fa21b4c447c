import { isIssueCode, resolveIssue } from '../issues';
import type { Language } from '../issues';
import type { FieldValue, PlanRow } from '../model/plan';
import type { PlanNotice } from '../model/summary';
import { fieldLabel, fieldValue, readBudget } from './fields';
import { formatEuro } from '../ui/format';
import { withoutDeception } from '../ui/html';
import { say } from './page/text';
import { wordsOf } from './page/words';

/** One person of the plan as a line of markdown, with the words of the page. */

/** Markdown has no safe subset: everything that could start markup or a link is escaped. */
export const escapeMarkdown = (text: string): string =>
	withoutDeception(text)
		.replace(/[\r\n]+/g, ' ')
		.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, (mark) => `\\${mark}`)
		.replace(/:(?=\/\/)|\b(?<=www)\./gi, (mark) => `\\${mark}`);

function evidence(row: PlanRow, language: Language): string[] {
	return Object.entries(row.evidence).flatMap(([key, value]) => {
		const text = evidenceText(key, value, language);
		return text === null || text.includes('{') ? [] : [`${fieldLabel(key, language)}: ${text}`];
	});
}

const evidenceText = (key: string, value: FieldValue, language: Language): string | null =>
	key === 'reason'
		? typeof value === 'string' && value !== 'IN_SERVICE' && isIssueCode(value)
			? resolveIssue(value, {}, language).message
			: null
		: fieldValue(key, value, language);

/** Old → new; a field of pay, bank or tax only says that it changed (SPEC I11). */
function changes(row: PlanRow, language: Language): string[] {
	if (row.action === 'hold') return [];
	const empty = say(language)('empty');
	const shown = (field: string, value: FieldValue): string =>
		fieldValue(field, value, language) ?? empty;
	return row.changes.map(({ field, from, to }) => {
		const label = fieldLabel(field, language);
		return row.action === 'create'
			? `${label}: ${shown(field, to)}`
			: `${label}: ${shown(field, from)} → ${shown(field, to)}`;
	});
}

function budgets(row: PlanRow, language: Language): string[] {
	if (row.action !== 'create') return [];
	const t = say(language);
	return Object.entries(row.budgets).map(([field, amount]) => {
		const { period, category } = readBudget(field, language);
		const when = period === null ? '' : ` ${t(period === 'monthly' ? 'perMonth' : 'oneOff')}`;
		return `${formatEuro(amount, language)}${when}, ${category}`;
	});
}

export function rowLines(row: PlanRow, language: Language): string[] {
	const t = say(language);
	const { reason } = row;
	const words = wordsOf(reason.code, reason.params, { message: reason.text }, language);
	const ids = [row.external_id, row.email].filter((id) => id !== null).map(escapeMarkdown);
	const detail = (label: string, texts: readonly string[]): string[] =>
		texts.length === 0 ? [] : [`  - ${label}: ${texts.map(escapeMarkdown).join('; ')}`];
	const notes = row.notices
		.filter((notice) => notice.code !== reason.code)
		.map((notice) => wordsOf(notice.code, notice.params, notice, language).message);
	const step = row.action === 'hold' && words.action !== null ? [words.action] : [];
	return [
		`- **${escapeMarkdown(row.name ?? t('unnamed'))}** ${ids.join(' · ')}: ${escapeMarkdown(words.message)}`,
		...detail(t('nextStep'), step),
		...detail(t('evidence'), evidence(row, language)),
		...detail(t('changes'), changes(row, language)),
		...detail(t('budget'), budgets(row, language)),
		...detail(t('notice'), notes),
	];
}

export function noticeLine(entry: PlanNotice, language: Language): string {
	const { message } = wordsOf(entry.code, entry.params, entry, language);
	const who = entry.name ?? entry.external_id ?? say(language)('unnamed');
	return `- **${escapeMarkdown(who)}**: ${escapeMarkdown(message)}`;
}
