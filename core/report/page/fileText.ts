import type { BilingualText } from '../../issues/text';

/** The words about budgets and files, and what the page says instead where a plan is for a file. */
export const FILE_TEXT = {
	budgets: {
		en: 'Budgets that the onboardings release',
		nl: 'Budgetten die de onboardings vrijgeven',
	},
	budgetNote: {
		en: 'As the HR system has them. This sync does not write budgets: Alleo grants them.',
		nl: 'Zoals het HR-systeem ze heeft. Deze synchronisatie schrijft geen budgetten: Alleo kent ze toe.',
	},
	fileContents: { en: 'In the file', nl: 'In het bestand' },
	filePeople: { en: '{people} people', nl: '{people} mensen' },
	fileColumn: { en: 'Column', nl: 'Kolom' },
	fileFilled: { en: 'People with a value', nl: 'Mensen met een waarde' },
	fileWithheld: { en: 'not shown', nl: 'niet getoond' },
	fileWithheldNote: {
		en: 'A total is not shown where it would give away what one person earns or has. Figures of people are only in the file.',
		nl: 'Een totaal wordt niet getoond waar het zou verraden wat één persoon verdient of heeft. Cijfers van mensen staan alleen in het bestand.',
	},
	fileCompared: {
		en: 'The wage of {count} people was compared with the previous file or period.',
		nl: 'Het loon van {count} mensen is vergeleken met het vorige bestand of de vorige periode.',
	},
	fileLeftOut: { en: 'Not in the file', nl: 'Niet in het bestand' },
	fileRemarks: { en: 'About lines of the file', nl: 'Over regels van het bestand' },
	fileReason: { en: 'Reason', nl: 'Reden' },
} as const satisfies Record<string, BilingualText>;

/** Keys of the page's own words that mean something else where a file is made. */
export const FILE_WORDS: Readonly<Record<string, BilingualText>> = {
	defaultTitle: { en: 'File for Alleo', nl: 'Bestand voor Alleo' },
	nothingWritten: {
		en: 'No file has been made yet. It is made and sent only after an approval on this page.',
		nl: 'Er is nog geen bestand gemaakt. Dat gebeurt pas na goedkeuring op deze pagina.',
	},
	update: { en: 'In the file', nl: 'In het bestand' },
	updateHint: { en: 'get a line', nl: 'krijgen een regel' },
	updateTitle: { en: 'Lines of the file', nl: 'Regels van het bestand' },
	updateNote: {
		en: 'One line for each of these people. Leave somebody out by ticking the box.',
		nl: 'Eén regel voor ieder van deze mensen. Sla iemand over door het vakje aan te vinken.',
	},
	holdNote: {
		en: 'These people are not in the file. Each one needs the step that is named.',
		nl: 'Deze mensen staan niet in het bestand. Bij ieder staat welke stap nodig is.',
	},
	unchanged: { en: 'not in the file', nl: 'niet in het bestand' },
	noRows: { en: 'Nobody would be in the file.', nl: 'Niemand zou in het bestand staan.' },
	rejectHint: { en: 'No file is made.', nl: 'Er wordt geen bestand gemaakt.' },
	approvedNote: {
		en: 'The file is being made, with {count} lines.',
		nl: 'Het bestand wordt gemaakt, met {count} regels.',
	},
	approvedNoteOne: {
		en: 'The file is being made, with 1 line.',
		nl: 'Het bestand wordt gemaakt, met 1 regel.',
	},
	rejectedNote: { en: 'No file is made.', nl: 'Er wordt geen bestand gemaakt.' },
};
