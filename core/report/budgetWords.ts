import type { IssueParams, Language } from '../issues';
import { differencesIn } from '../plan/budgetsDiffer';
import type { BudgetDifference } from '../plan/budgetsDiffer';
import { texts } from '../ui/texts';
import { formatEuro } from '../ui/format';
import { fieldLabel } from './fields';

/** Budgets beside those of the last budget file, in words: "monthly budget (health): €20.00 → €25.00". */

const words = texts({
	new: ['{label}: {to}, new', '{label}: {to}, nieuw'],
	gone: ['{label}: {from}, stops', '{label}: {from}, stopt'],
	changed: ['{label}: {from} → {to}', '{label}: {from} → {to}'],
});

function oneOf({ field, from, to }: BudgetDifference, language: Language): string {
	const t = words(language);
	const label = fieldLabel(field, language);
	if (to === null) return t('gone', { label, from: formatEuro(from ?? 0, language) });
	if (from === null) return t('new', { label, to: formatEuro(to, language) });
	return t('changed', { label, from: formatEuro(from, language), to: formatEuro(to, language) });
}

/** @param params of a remark that `budgetParams` filled */
export const budgetDifferencesText = (params: IssueParams, language: Language): string =>
	differencesIn(params)
		.map((difference) => oneOf(difference, language))
		.join('; ');
