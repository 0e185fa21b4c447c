import type { BilingualText } from '../../issues/text';
import { AFAS_TEXT } from './textAfas';
import { NMBRS_TEXT } from './textNmbrs';

export type PageLanguage = 'nl' | 'en';

const COMMON = {
	otherLanguage: { nl: 'In English', en: 'Nederlands' },
	forCustomer: { nl: 'Voor', en: 'For' },
	validUntil: {
		nl: 'Deze link werkt één keer, tot en met {date}.',
		en: 'This link works once, until {date}.',
	},
	contact: {
		nl: 'Vragen? Beantwoord de e-mail waarin u deze link kreeg.',
		en: 'Questions? Answer the e-mail in which you got this link.',
	},
	replacesTitle: {
		nl: 'U vernieuwt een bestaande verbinding',
		en: 'You are renewing a connection',
	},
	replaces: {
		nl: 'Deze verbinding vervangt een bestaande verbinding. De koppeling en haar instellingen blijven zoals ze zijn.',
		en: 'This connection takes the place of an existing one. The integration and its settings stay as they are.',
	},
	replacesBy: {
		nl: 'Die is verbonden voor {customer} op {date}.',
		en: 'It was connected for {customer} on {date}.',
	},
	droppedTitle: {
		nl: 'Er was al iemand met deze link begonnen',
		en: 'Somebody had begun with this link already',
	},
	dropped: {
		nl: 'Die eerdere poging is vervallen; daarvan wordt niets gebruikt. Was u dat niet zelf, laat het Alleo dan weten.',
		en: 'That earlier attempt was dropped; nothing of it is used. If it was not you, tell Alleo.',
	},
	unfinishedTitle: { nl: 'Bijna klaar', en: 'Almost done' },
	unfinished: {
		nl: 'Alles is gekozen, maar het opslaan lukte nog niet. Klik nog een keer op Afronden.',
		en: 'Everything is chosen, but saving it did not work yet. Click Finish once more.',
	},
	problem: { nl: 'Dit lukte niet', en: 'This did not work' },
	tryAgain: { nl: 'Probeer opnieuw', en: 'Try again' },
	goOn: { nl: 'Ga verder', en: 'Go on' },
	finish: { nl: 'Afronden', en: 'Finish' },
	checkFields: { nl: 'Controleer het formulier', en: 'Check the form' },
	required: { nl: 'Vul dit in.', en: 'Fill this in.' },
	doneTitle: {
		nl: 'Gefeliciteerd, de verbinding is gelukt',
		en: 'Congratulations, you are connected',
	},
	doneWhat: {
		nl: 'Alleo heeft bericht gekregen en maakt nu een proefrun. Er verandert nog niets: u krijgt eerst een overzicht om te bevestigen.',
		en: 'Alleo has been told and now makes a dry run. Nothing changes yet: you first get an overview to confirm.',
	},
	renewedTitle: { nl: 'Gelukt, de verbinding is vernieuwd', en: 'Done, the connection is renewed' },
	renewedWhat: {
		nl: 'Alleo heeft bericht gekregen. De koppeling gaat verder zoals zij was.',
		en: 'Alleo has been told. The integration goes on as it was.',
	},
	doneClose: { nl: 'U kunt deze pagina sluiten.', en: 'You can close this page.' },
	doneRevoke: {
		nl: 'Wilt u de toegang ooit beëindigen, laat het Alleo weten.',
		en: 'To end the access at any time, tell Alleo.',
	},
	connected: { nl: 'Wat is verbonden', en: 'What is connected' },
	tested: { nl: 'Wat is getest', en: 'What was tested' },
	works: { nl: 'in orde', en: 'works' },
	worksNot: { nl: 'nog niet in orde', en: 'does not work yet' },
	system: { nl: 'Systeem', en: 'System' },
	all: { nl: 'Alles waar u toegang toe gaf', en: 'Everything you gave access to' },
	debtors: { nl: 'Debiteuren', en: 'Debtors' },
	companies: { nl: 'Bedrijven', en: 'Companies' },
	environment: { nl: 'AFAS-omgeving', en: 'AFAS environment' },
	wageComponents: { nl: 'Looncomponenten', en: 'Wage components' },
	leaveGroups: { nl: 'Verlofgroepen', en: 'Leave groups' },
	notices: { nl: 'Let op', en: 'Please note' },
} as const satisfies Record<string, BilingualText>;

const TEXT = { ...COMMON, ...NMBRS_TEXT, ...AFAS_TEXT };

export type TextKey = keyof typeof TEXT;
export type Translate = (key: TextKey, places?: Record<string, string | number>) => string;

/** The words of one language; `{name}` places are filled, and escaped later as every value is. */
export const words =
	(language: PageLanguage): Translate =>
	(key, places = {}) =>
		TEXT[key][language].replace(/\{(\w+)\}/g, (place, name: string) =>
			Object.hasOwn(places, name) ? String(places[name]) : place,
		);
