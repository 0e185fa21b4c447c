import { notice } from './define';

/** Codes of what a plan of people says of budgets, which it does not write. */
export const DAILY_BUDGET_ISSUES = {
	BUDGET_NOT_AS_SENT: notice(
		'Not as in the last budget file: {budgets}.',
		'Anders dan in het laatste budgetbestand: {budgets}.',
		'Nothing to do where the HR system is right: the next budget file proposes it, and a person looks at it there.',
		'Niets te doen als het HR-systeem klopt: het volgende budgetbestand stelt het voor, en daar kijkt iemand ernaar.',
		'This plan writes no budgets. What Alleo does with a budget that goes up, goes down or stops is agreed with Alleo.',
		'Dit plan schrijft geen budgetten. Wat Alleo doet met een budget dat hoger wordt, lager wordt of stopt, is een afspraak met Alleo.',
	),
	BUDGET_FIELD_GONE: notice(
		'{count} {count|person has|people have} "{field}" in the last budget file, and now nobody has a value in it. It is not told as stopped.',
		'{count} {count|persoon heeft|mensen hebben} "{field}" in het laatste budgetbestand, en nu heeft niemand er een waarde in. Het wordt niet als gestopt gemeld.',
		'See that the field is read (AFAS: the column of the connector; NMBRS: the extra fields and their rights; a file: its column).',
		'Controleer of het veld wordt gelezen (AFAS: de kolom van de connector; NMBRS: de extra velden en de rechten daarop; een bestand: de kolom).',
		'That a field could not be read does not mean that it is empty.',
		'Dat een veld niet gelezen kon worden, betekent niet dat het leeg is.',
	),
	LAST_BUDGETS_UNREADABLE: notice(
		'The last budget file could not be read ({problem}), so nothing is said about budgets that changed.',
		'Het laatste budgetbestand was niet te lezen ({problem}), dus over gewijzigde budgetten wordt niets gezegd.',
		'Look at the folder of the budget file; the workflow that sends it says more. Accounts are not affected.',
		'Kijk in de map van het budgetbestand; de workflow die het verstuurt zegt meer. Accounts merken er niets van.',
	),
};
