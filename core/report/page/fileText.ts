import type { TextTable } from '../../ui/texts';

/** The words about budgets and files, and what the page says instead where a plan is for a file. */
export const FILE_TEXT = {
	fileContents: ['In the file', 'In het bestand'],
	filePeople: ['{people} {people|person|people}', '{people} {people|persoon|mensen}'],
	fileColumn: ['Column', 'Kolom'],
	fileFilled: ['People with a value', 'Mensen met een waarde'],
	fileWithheld: ['not shown', 'niet getoond'],
	fileWithheldNote: [
		'A total is not shown where it would give away what one person earns or has. Figures of people are only in the file.',
		'Een totaal wordt niet getoond waar het zou verraden wat één persoon verdient of heeft. Cijfers van mensen staan alleen in het bestand.',
	],
	fileCompared: [
		'The wage of {count} {count|person|people} was compared with the previous file or period.',
		'Het loon van {count} {count|persoon|mensen} is vergeleken met het vorige bestand of de vorige periode.',
	],
	lines: ['{count} lines', '{count} regels'],
	lineOne: ['1 line', '1 regel'],
	fileLeftOut: ['Not in the file', 'Niet in het bestand'],
	fileRemarks: ['About lines of the file', 'Over regels van het bestand'],
	fileReason: ['Reason', 'Reden'],
	fileBudgetsLine: [
		'{new} new, {changed} changed, {stopped} stopped, {unchanged} unchanged; {before} → {after} a month; {oneoff} new one-offs',
		'{new} nieuw, {changed} gewijzigd, {stopped} gestopt, {unchanged} ongewijzigd; {before} → {after} per maand; {oneoff} nieuw eenmalig',
	],
	budgetsNewPeople: ['New', 'Nieuw'],
	budgetsChangedPeople: ['Changed', 'Gewijzigd'],
	budgetsStoppedPeople: ['Stopped', 'Gestopt'],
	budgetsSamePeople: ['Unchanged', 'Ongewijzigd'],
	budgetsBefore: ['A month, last file', 'Per maand, vorig bestand'],
	budgetsAfter: ['A month, this file', 'Per maand, dit bestand'],
	budgetsOnce: ['New one-offs', 'Nieuw eenmalig'],
	budgetsSameNote: [
		'The same as in the last file; their lines stand in this one too, because it says the state of everybody.',
		'Hetzelfde als in het vorige bestand; hun regels staan ook in dit bestand, omdat het de stand van iedereen geeft.',
	],
} as const satisfies TextTable;

/** Keys of the page's own words that mean something else where a file is made. */
export const FILE_WORDS = {
	defaultTitle: ['File for Alleo', 'Bestand voor Alleo'],
	nothingWritten: [
		'No file has been made yet. It is made and sent only after an approval on this page.',
		'Er is nog geen bestand gemaakt. Dat gebeurt pas na goedkeuring op deze pagina.',
	],
	update: ['In the file', 'In het bestand'],
	updateHint: ['get a line', 'krijgen een regel'],
	updateTitle: ['Lines of the file', 'Regels van het bestand'],
	updateNote: [
		'One line for each of these people. Leave somebody out by ticking the box.',
		'Eén regel voor ieder van deze mensen. Sla iemand over door het vakje aan te vinken.',
	],
	holdNote: [
		'These people are not in the file. Each one needs the step that is named.',
		'Deze mensen staan niet in het bestand. Bij ieder staat welke stap nodig is.',
	],
	unchanged: ['not in the file', 'niet in het bestand'],
	noRows: ['Nobody would be in the file.', 'Niemand zou in het bestand staan.'],
	rejectHint: ['No file is made.', 'Er wordt geen bestand gemaakt.'],
	approvedNote: [
		'The file is being made, with {count} lines.',
		'Het bestand wordt gemaakt, met {count} regels.',
	],
	approvedNoteOne: [
		'The file is being made, with 1 line.',
		'Het bestand wordt gemaakt, met 1 regel.',
	],
	rejectedNote: ['No file is made.', 'Er wordt geen bestand gemaakt.'],
} as const satisfies TextTable;

/** And in a plan of budgets. */
export const BUDGET_FILE_WORDS = {
	...FILE_WORDS,
	from: ['Last file', 'Vorig bestand'],
	to: ['This file', 'Dit bestand'],
	updateNote: [
		'One line for each of these people. Whoever you leave out by ticking the box keeps the line of the last file.',
		'Eén regel voor ieder van deze mensen. Wie u overslaat door het vakje aan te vinken, houdt de regel van het vorige bestand.',
	],
	holdNote: [
		'Nothing changes for these people: who was in the last file keeps that line. Each one needs the step that is named.',
		'Voor deze mensen verandert er niets: wie in het vorige bestand stond, houdt die regel. Bij ieder staat welke stap nodig is.',
	],
	noRows: [
		'No budget changes, so no file is made; the last one stays.',
		'Er verandert geen budget, dus er komt geen bestand; het vorige blijft.',
	],
} as const satisfies TextTable;
