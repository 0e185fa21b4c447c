import { isIssueCode, resolveCarried } from '../issues';
import type { Language } from '../issues';
import { budgetPeriod } from '../model/budget';
import type { FieldValue, FileDataset, PlanRow } from '../model/plan';
import type { PlanNotice } from '../model/summary';
import { changesOf } from '../plan/changes';
import { kindOf } from '../plan/count';
import { formatEuro } from '../ui/format';
import { budgetEffects } from './budgetEffects';
import { fieldLabel, fieldValue, budgetCategory } from './fields';
import { say } from './page/text';
import { hasPlaceLeft, wordsOf } from './page/words';

/**
 * One row of a plan in words. The page, the markdown and the CSV only put these into their form, so a
 * reader gets the same facts in the same words wherever they look. Pay is in none of it (SPEC I11).
 */

export interface ChangeView {
	field: string;
	label: string;
	/** null where there is nothing. */
	from: string | null;
	to: string | null;
	/** "Last name: Jansen → Smit"; of a new account only what it gets. */
	text: string;
}

export interface AmountView {
	period: 'monthly' | 'oneoff' | null;
	/** EUR. */
	amount: number;
	/** "€25.00 per month, all benefits". */
	text: string;
}

export type RowView = ReturnType<typeof rowView>;

export function rowView(row: PlanRow, language: Language) {
	const t = say(language, row.plan.dataset);
	const { code, params, text } = row.reason;
	const reason = wordsOf(code, params, { message: text }, language);
	return {
		/** The name, or words that say that there is none. */
		who: row.name ?? t('unnamed'),
		action: t(kindOf(row)),
		/** '' where the source gives no reason. */
		why: reason.message,
		/** What a person has to do, where it is somebody's turn. */
		nextStep: asksForStep(row) ? reason.action : null,
		evidence: Object.entries(row.evidence).flatMap(([key, value]) => {
			const said = evidenceText(key, value, language);
			return said === null ? [] : [{ key, label: fieldLabel(key, language), text: said }];
		}),
		changes: changeViews(row, language),
		/** What Alleo does with it, so far as that is known; budgets only. */
		effects: budgetEffects([row], language),
		/** Budgets that the HR system has for a new account, or that the row writes into a file. */
		amounts: amountsOf(row, language),
		notices: row.notices
			.filter((notice) => notice.code !== code)
			.map((notice) => wordsOf(notice.code, notice.params, notice, language)),
	};
}

/** A held person waits for somebody; a transfer and a move want a look at whether it is the same person. */
const asksForStep = ({ action, reason }: PlanRow): boolean =>
	action === 'hold' || reason.code === 'TRANSFER' || reason.code === 'MOVE';

/** The code of the status as a sentence; "in service, because: in service" is said once. */
function evidenceText(key: string, value: FieldValue, language: Language): string | null {
	if (key !== 'reason') return fieldValue(key, value, language);
	if (typeof value !== 'string' || value === 'IN_SERVICE' || !isIssueCode(value)) return null;
	const { message } = resolveCarried({ code: value }, language);
	return hasPlaceLeft(message) ? null : message;
}

/** Old and new value; a field of pay, bank or tax only says that it changed. Who is held, changes in nothing. */
function changeViews(row: PlanRow, language: Language): ChangeView[] {
	const { action } = row;
	if (action === 'hold') return [];
	const empty = say(language)('empty');
	return changesOf(row).map((change) => {
		const label = fieldLabel(change.field, language);
		const from = fieldValue(change.field, change.from, language);
		const to = fieldValue(change.field, change.to, language);
		const before = action === 'create' ? '' : `${from ?? empty} → `;
		return { field: change.field, label, from, to, text: `${label}: ${before}${to ?? empty}` };
	});
}

/** Which rows say an amount: new accounts, which go with the budget file, and lines of that file; pay is never said. */
const SAYS_AMOUNTS: Record<FileDataset | 'accounts', (row: PlanRow) => boolean> = {
	accounts: ({ action }) => action === 'create',
	budgets: () => true,
	salaryLeave: () => false,
};

function amountsOf(row: PlanRow, language: Language): AmountView[] {
	if (!SAYS_AMOUNTS[row.plan.dataset ?? 'accounts'](row)) return [];
	const t = say(language);
	return Object.entries(row.budgets).map(([field, amount]) => {
		const period = budgetPeriod(field);
		const when = period === null ? '' : ` ${t(period === 'monthly' ? 'perMonth' : 'oneOff')}`;
		const category = budgetCategory(field, language);
		return { period, amount, text: `${formatEuro(amount, language)}${when}, ${category}` };
	});
}

/** Somebody without a row: a coming starter or leaver, or who is only reported. */
export function noticeView(entry: PlanNotice, language: Language) {
	const { message, action } = wordsOf(entry.code, entry.params, entry, language);
	const who = entry.name ?? entry.external_id ?? say(language)('unnamed');
	return { who, message, action, people: entry.people ?? [who] };
}

/** The row without what a sentence about everybody says already, with this person's name. */
export const withoutSaid = (row: PlanRow, notices: readonly PlanNotice[]): PlanRow =>
	notices.some(({ code }) => code === 'GROUP_NOT_IN_ALLEO')
		? { ...row, notices: row.notices.filter(({ code }) => code !== 'GROUP_UNKNOWN') }
		: row;
