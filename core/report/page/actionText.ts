import type { TextTable } from '../../ui/texts';

/** What stands around the words for actions (core/ui/actions.ts): below a tile, above a list. */
export const ACTION_TEXT = {
	takeoverHint: ['accounts of another link', 'accounts van een andere koppeling'],
	moveHint: ['go to another Alleo company', 'gaan naar een ander Alleo-bedrijf'],
	deactivateHint: ['lose access', 'verliezen toegang'],
	holdHint: ['wait for a decision', 'wachten op een besluit'],
	reactivateHint: ['get access back', 'krijgen toegang terug'],
	createHint: ['get an account', 'krijgen een account'],
	updateHint: ['change', 'worden gewijzigd'],
	takeoverTitle: ['Takeovers', 'Overnemen'],
	moveTitle: ['Moves', 'Overplaatsen'],
	deactivateTitle: ['Off-boardings', 'Offboarden'],
	holdTitle: ['On hold', 'Wachten'],
	reactivateTitle: ['Re-activations', 'Heractiveren'],
	createTitle: ['Onboardings', 'Onboarden'],
	updateTitle: ['Updates', 'Bijwerken'],
	takeoverNote: [
		'These accounts have the id of another system. This sync writes its own id on them; nothing else about the account ends. Compare both records: it must be the same person.',
		'Deze accounts hebben het id van een ander systeem. Deze synchronisatie zet er haar eigen id op; verder stopt er niets aan het account. Vergelijk de gegevens: het moet dezelfde persoon zijn.',
	],
	moveNote: [
		'These people get an account in another Alleo company. When that worked, their account here ends; count on its budgets ending with it.',
		'Deze mensen krijgen een account in een ander Alleo-bedrijf. Als dat is gelukt, stopt hun account hier; reken erop dat de budgetten daarvan ook stoppen.',
	],
	deactivateNote: [
		'These people lose access to Alleo. Count on their budgets ending at once, and on nothing that brings them back.',
		'Deze mensen verliezen hun toegang tot Alleo. Reken erop dat hun budgetten meteen vervallen, en niet terugkomen.',
	],
	holdNote: [
		'Nothing happens to these people until somebody takes the step that is named.',
		'Met deze mensen gebeurt niets totdat iemand de genoemde stap zet.',
	],
	reactivateNote: [
		'These accounts are switched on again. Whether Alleo gives their budgets back is not known: check them in Alleo afterwards.',
		'Deze accounts worden weer ingeschakeld. Of Alleo hun budgetten teruggeeft is niet bekend: controleer ze daarna in Alleo.',
	],
	createNote: [
		'These people get an account. Alleo may send them a welcome mail at once.',
		'Deze mensen krijgen een account. Alleo kan hun meteen een welkomstmail sturen.',
	],
	updateNote: [
		'These accounts get the values of the HR system.',
		'Deze accounts krijgen de waarden uit het HR-systeem.',
	],
} as const satisfies TextTable;
