import type { BilingualText } from '../../issues/text';

/** The words of the pages after the form and of the table to download. */
export const RESULT_TEXT = {
	approved: { en: 'Approved', nl: 'Goedgekeurd' },
	approvedNote: {
		en: '{count} changes are being applied to Alleo now.',
		nl: '{count} wijzigingen worden nu doorgevoerd in Alleo.',
	},
	approvedNoteOne: {
		en: '1 change is being applied to Alleo now.',
		nl: '1 wijziging wordt nu doorgevoerd in Alleo.',
	},
	approvedEnableNote: {
		en: 'When every one of them succeeded, the daily sync is switched on; a message says so. If a change fails, it stays off and the message says why.',
		nl: 'Als ze allemaal zijn gelukt, gaat de dagelijkse synchronisatie aan; een bericht bevestigt dat. Mislukt er een wijziging, dan blijft die uit en zegt het bericht waarom.',
	},
	rejected: { en: 'Rejected', nl: 'Afgewezen' },
	rejectedNote: { en: 'Nothing is changed in Alleo.', nl: 'Er wordt niets gewijzigd in Alleo.' },
	stateReady: { en: 'Needs no approval', nl: 'Heeft geen goedkeuring nodig' },
	expired: { en: 'Too late', nl: 'Te laat' },
	decidedBy: { en: 'Decided by', nl: 'Besloten door' },
	decidedAt: { en: 'Time', nl: 'Tijd' },
	leftOut: { en: 'Left out', nl: 'Overgeslagen' },
	planHash: { en: 'Fingerprint of the plan', nl: 'Vingerafdruk van het plan' },
	closePage: { en: 'You can close this page.', nl: 'U kunt deze pagina sluiten.' },
	refused: { en: 'This form was not accepted', nl: 'Dit formulier is niet geaccepteerd' },
	openAgain: { en: 'Show the plan again', nl: 'Toon het plan opnieuw' },
	action: { en: 'Action', nl: 'Actie' },
	name: { en: 'Name', nl: 'Naam' },
	alleoId: { en: 'Alleo id', nl: 'Alleo-id' },
	reasonColumn: { en: 'Reason', nl: 'Reden' },
	code: { en: 'Code', nl: 'Code' },
	noticesColumn: { en: 'Notes', nl: 'Opmerkingen' },
	monthlyColumn: { en: 'Monthly budget EUR', nl: 'Maandbudget EUR' },
	oneoffColumn: { en: 'One-off budget EUR', nl: 'Eenmalig budget EUR' },
	rowId: { en: 'Row', nl: 'Regel' },
} as const satisfies Record<string, BilingualText>;
