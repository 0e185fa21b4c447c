import type { TextTable } from '../../ui/texts';

/** The words of the pages after the form and of the table to download. */
export const RESULT_TEXT = {
	approved: ['Approved', 'Goedgekeurd'],
	approvedNote: [
		'{count} changes are being applied to Alleo now.',
		'{count} wijzigingen worden nu doorgevoerd in Alleo.',
	],
	approvedNoteOne: [
		'1 change is being applied to Alleo now.',
		'1 wijziging wordt nu doorgevoerd in Alleo.',
	],
	approvedEnableNote: [
		'When every one of them succeeded, the daily sync is switched on; a message says so. If a change fails, it stays off and the message says why.',
		'Als ze allemaal zijn gelukt, gaat de dagelijkse synchronisatie aan; een bericht bevestigt dat. Mislukt er een wijziging, dan blijft die uit en zegt het bericht waarom.',
	],
	rejected: ['Rejected', 'Afgewezen'],
	rejectedNote: ['Nothing is changed in Alleo.', 'Er wordt niets gewijzigd in Alleo.'],
	stateReady: ['Needs no approval', 'Heeft geen goedkeuring nodig'],
	expired: ['Too late', 'Te laat'],
	decidedBy: ['Decided by', 'Besloten door'],
	decidedAt: ['Time', 'Tijd'],
	leftOut: ['Left out', 'Overgeslagen'],
	planHash: ['Fingerprint of the plan', 'Vingerafdruk van het plan'],
	closePage: ['You can close this page.', 'U kunt deze pagina sluiten.'],
	refused: ['This form was not accepted', 'Dit formulier is niet geaccepteerd'],
	openAgain: ['Show the plan again', 'Toon het plan opnieuw'],
	action: ['Action', 'Actie'],
	name: ['Name', 'Naam'],
	alleoId: ['Alleo id', 'Alleo-id'],
	reasonColumn: ['Reason', 'Reden'],
	code: ['Code', 'Code'],
	noticesColumn: ['Notes', 'Opmerkingen'],
	monthlyColumn: ['Monthly budget EUR', 'Maandbudget EUR'],
	oneoffColumn: ['One-off budget EUR', 'Eenmalig budget EUR'],
	rowId: ['Row', 'Regel'],
} as const satisfies TextTable;
