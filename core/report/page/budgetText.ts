import type { TextTable } from '../../ui/texts';

/** The words about budgets: which there are, and how they go to Alleo. Never what Alleo does with them. */
export const BUDGET_TEXT = {
	budgets: ['Budgets', 'Budgetten'],
	budgetsNew: ['New accounts of this plan', 'Nieuwe accounts van dit plan'],
	budgetsAll: ['Everybody in service', 'Iedereen in dienst'],
	budgetNote: [
		'As the HR system has them. Approving this plan writes no budgets.',
		'Zoals het HR-systeem ze heeft. Goedkeuren van dit plan schrijft geen budgetten.',
	],
	budgetWayNone: [
		'No budget file is set up: by this sync these budgets reach nobody. Set up the budget file, or choose in Sync Settings (Budget File) how they go to Alleo.',
		'Er is geen budgetbestand ingericht: via deze synchronisatie bereiken deze budgetten niemand. Richt het budgetbestand in, of kies in Sync Settings (Budget File) hoe ze naar Alleo gaan.',
	],
	budgetWayDaily: [
		'They go to Alleo with the budget file, which is made every day and waits for a person when a check gives a warning. A new account is in it from the first file after it was made.',
		'Ze gaan naar Alleo met het budgetbestand, dat elke dag wordt gemaakt en op iemand wacht als een controle een waarschuwing geeft. Een nieuw account staat erin vanaf het eerste bestand nadat het is gemaakt.',
	],
	budgetWayMonthly: [
		'They go to Alleo with the next monthly budget file; until then Alleo has those of the file before it. A new account is in it from the first file after it was made.',
		'Ze gaan naar Alleo met het volgende maandelijkse budgetbestand; tot dan heeft Alleo die van het vorige. Een nieuw account staat erin vanaf het eerste bestand nadat het is gemaakt.',
	],
	budgetWayOther: [
		'Alleo gets them another way (Budget File in Sync Settings): no file of this sync holds them.',
		'Alleo krijgt ze op een andere manier (Budget File in Sync Settings): ze staan in geen bestand van deze synchronisatie.',
	],
	budgetsFirst: [
		'No budget file was sent yet, so there is nothing to compare with.',
		'Er is nog geen budgetbestand verstuurd, dus er is niets om mee te vergelijken.',
	],
	budgetsNotAsked: [
		'This workflow does not look at the last budget file, so nothing is said about budgets that changed.',
		'Deze workflow kijkt niet naar het laatste budgetbestand, dus over gewijzigde budgetten wordt niets gezegd.',
	],
	budgetsDiffer: [
		'{count} {count|person has|people have} other budgets than in the last budget file; it stands with their name.',
		'{count} {count|persoon heeft|mensen hebben} andere budgetten dan in het laatste budgetbestand; het staat bij hun naam.',
	],
	budgetsSame: [
		'Nobody has other budgets than in the last budget file.',
		'Niemand heeft andere budgetten dan in het laatste budgetbestand.',
	],
	budgetsUnsure: [
		'Of {count} {count|person|people} it is not said whether budgets changed: they could not be read for sure, or are above the limit.',
		'Van {count} {count|persoon|mensen} wordt niet gezegd of budgetten zijn gewijzigd: ze zijn niet met zekerheid gelezen, of liggen boven de grens.',
	],
	budgetsHeld: [
		'{count} {count|person who is|people who are} on hold {count|is|are} not in these totals; nothing changes in their budgets.',
		'{count} {count|persoon die wacht|mensen die wachten} {count|zit|zitten} niet in deze totalen; aan hun budgetten verandert niets.',
	],
	budgetsLastUnread: [
		'The last budget file could not be read, so nothing is said about budgets that changed.',
		'Het laatste budgetbestand was niet te lezen, dus over gewijzigde budgetten wordt niets gezegd.',
	],
} as const satisfies TextTable;
