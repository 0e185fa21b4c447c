import type { IssueParams, Language } from '../issues';
import { budgetPeriod } from '../model/budget';
import { differencesIn } from '../plan/budgetsDiffer';
import type { BudgetDifference } from '../plan/budgetsDiffer';
import { texts } from '../ui/texts';
import { formatEuro } from '../ui/format';
import { fieldLabel } from './fields';

/** Budgets beside those of the last budget file, in words: "monthly budget (health): €20.00 → €25.00". */

const words = texts({
	new: ['{label}: {to}, new', '{label}: {to}, nieuw'],
	stops: ['{label}: {from}, stops', '{label}: {from}, stopt'],
	cleared: [
		'{label}: {from} was given once, and the field is empty again',
		'{label}: {from} is eenmalig gegeven, en het veld is weer leeg',
	],
	changed: ['{label}: {from} → {to}', '{label}: {from} → {to}'],
});

function oneOf({ field, from, to }: BudgetDifference, language: Language): string {
	const t = words(language);
	const label = fieldLabel(field, language);
	const [was, is] = [formatEuro(from ?? 0, language), formatEuro(to ?? 0, language)];
	if (to === null)
		return t(budgetPeriod(field) === 'oneoff' ? 'cleared' : 'stops', { label, from: was });
	if (from === null || from === 0) return t('new', { label, to: is });
	return t('changed', { label, from: was, to: is });
}

/** @param params of a remark that `budgetParams` filled */
export const budgetDifferencesText = (params: IssueParams, language: Language): string =>
	differencesIn(params)
		.map((difference) => oneOf(difference, language))
		.join('; ');
