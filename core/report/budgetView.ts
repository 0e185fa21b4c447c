import type { Language } from '../issues';
import { sumEuros } from '../model/budget';
import { sendsFile } from '../model/settings';
import type { BudgetFile } from '../model/settings';
import type { BudgetFileFacts, BudgetTotal, SummaryFacts } from '../model/summary';
import { formatCount, formatEuro } from '../ui/format';
import { companyName } from './companies';
import { say } from './page/text';
import type { TextKey } from './page/text';

/** What a plan of people says of budgets, in words: what they come to, and how they go to Alleo. */

export interface BudgetRow {
	name: string;
	people: string;
	/** EUR a month and EUR once, as a reader writes them. */
	monthly: string;
	oneoff: string;
}

export interface BudgetBlock {
	title: string;
	companies: BudgetRow[];
	/** Of several companies together; null where there is one. */
	total: BudgetRow | null;
}

const WAYS: Record<BudgetFile, TextKey> = {
	none: 'budgetWayNone',
	daily: 'budgetWayDaily',
	monthly: 'budgetWayMonthly',
	other: 'budgetWayOther',
};

function lineOf(name: string, total: Omit<BudgetTotal, 'alleo_company_id'>, language: Language) {
	return {
		name,
		people: formatCount(total.people, language),
		monthly: formatEuro(total.monthly_eur, language),
		oneoff: formatEuro(total.oneoff_eur, language),
	};
}

function blockOf(
	title: string,
	totals: readonly BudgetTotal[],
	summary: SummaryFacts,
	language: Language,
): BudgetBlock[] {
	if (totals.length === 0) return [];
	const all = {
		people: totals.reduce((sum, { people }) => sum + people, 0),
		monthly_eur: sumEuros(totals.map((total) => total.monthly_eur)),
		oneoff_eur: sumEuros(totals.map((total) => total.oneoff_eur)),
	};
	return [
		{
			title,
			companies: totals.map((total) =>
				lineOf(companyName(summary, total.alleo_company_id, language), total, language),
			),
			total: totals.length > 1 ? lineOf(say(language)('total'), all, language) : null,
		},
	];
}

/** What the last file was good for; nothing where no file of this sync is sent. */
function comparison(
	{ way, last, differing, unsure }: BudgetFileFacts,
	language: Language,
): string[] {
	const t = say(language);
	if (!sendsFile(way)) return [];
	if (last === 'notAsked') return [t('budgetsNotAsked')];
	if (last === 'none') return [t('budgetsFirst')];
	if (last === 'failed') return [t('budgetsLastUnread')];
	const count = (value: number): string => formatCount(value, language);
	return [
		...(differing > 0 ? [t('budgetsDiffer', { count: count(differing) })] : []),
		...(unsure > 0 ? [t('budgetsUnsure', { count: count(unsure) })] : []),
		...(differing + unsure === 0 ? [t('budgetsSame')] : []),
	];
}

/** Null where nobody has a budget, and where a file is made: that plan says its own. */
export function budgetView(
	summary: SummaryFacts,
	language: Language,
): { blocks: BudgetBlock[]; warning: string | null; sentences: string[] } | null {
	const t = say(language);
	const { budgets, budget_file: file, plan } = summary;
	if (plan.dataset !== undefined || (budgets.length === 0 && file === undefined)) return null;
	const blocks = [
		...blockOf(t('budgetsNew'), budgets, summary, language),
		...blockOf(t('budgetsAll'), file?.companies ?? [], summary, language),
	];
	if (file === undefined) return { blocks, warning: null, sentences: [t('budgetNote')] };
	const held = formatCount(file.held, language);
	const way = t(WAYS[file.way]);
	const isWarning = file.way === 'none';
	return {
		blocks,
		/** That they reach nobody. */
		warning: isWarning ? way : null,
		sentences: [
			t('budgetNote'),
			...(isWarning ? [] : [way]),
			...comparison(file, language),
			...(file.held === 0 ? [] : [t('budgetsHeld', { count: held })]),
		],
	};
}
