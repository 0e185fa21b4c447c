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
