import { texts } from '../../ui/texts';
import type { PlainKey, Say, TextTable } from '../../ui/texts';
import { ACCESS_TEXT } from './textAccess';
import { AFAS_TEXT } from './textAfas';
import { ALLEO_TEXT } from './textAlleo';
import { NMBRS_TEXT } from './textNmbrs';
import { PAY_TEXT } from './textPay';

const COMMON = {
	otherLanguage: ['Nederlands', 'In English'],
	forCustomer: ['For', 'Voor'],
	validUntil: [
		'This link works once, until {date}.',
		'Deze link werkt één keer, tot en met {date}.',
	],
	contact: [
		'Questions? Answer the e-mail in which you got this link.',
		'Vragen? Beantwoord de e-mail waarin u deze link kreeg.',
	],
	replacesTitle: ['You are renewing a connection', 'U vernieuwt een bestaande verbinding'],
	replaces: [
		'This connection takes the place of an existing one. The integration and its settings stay as they are.',
		'Deze verbinding vervangt een bestaande verbinding. De koppeling en haar instellingen blijven zoals ze zijn.',
	],
	replacesBy: [
		'It was connected for {customer} on {date}.',
		'Die is verbonden voor {customer} op {date}.',
	],
	droppedTitle: [
		'Somebody had begun with this link already',
		'Er was al iemand met deze link begonnen',
	],
	dropped: [
		'That earlier attempt was dropped; nothing of it is used. If it was not you, tell Alleo.',
		'Die eerdere poging is vervallen; daarvan wordt niets gebruikt. Was u dat niet zelf, laat het Alleo dan weten.',
	],
	step: ['Step {at} of {of}', 'Stap {at} van {of}'],
	anewWhy: ['Something not right?', 'Klopt er iets niet?'],
	anew: ['Start again from the first step', 'Begin opnieuw bij de eerste stap'],
	begunTitle: ['For whom do you want to go on?', 'Voor wie wilt u verdergaan?'],
	elsewhere: [
		'Was that you, in another window or on another device? Go on there: nothing is lost. Starting here drops what was entered there.',
		'Was u dat zelf, in een ander venster of op een ander apparaat? Ga daar verder: er is niets verloren. Begint u hier, dan vervalt wat daar is ingevuld.',
	],
	unfinishedTitle: ['Almost done', 'Bijna klaar'],
	unfinished: [
		'Everything is chosen, but saving it did not work yet. Click Finish once more.',
		'Alles is gekozen, maar het opslaan lukte nog niet. Klik nog een keer op Afronden.',
	],
	problem: ['This did not work', 'Dit lukte niet'],
	tryAgain: ['Try again', 'Probeer opnieuw'],
	goOn: ['Go on', 'Ga verder'],
	finish: ['Finish', 'Afronden'],
	checkFields: ['Check the form', 'Controleer het formulier'],
	required: ['Fill this in.', 'Vul dit in.'],
	doneTitle: ['Congratulations, you are connected', 'Gefeliciteerd, de verbinding is gelukt'],
	doneWhat: [
		'Alleo has been told. Nothing changes yet, and you need to do nothing now.',
		'Alleo heeft bericht gekregen. Er verandert nog niets, en u hoeft nu niets te doen.',
	],
	nextTitle: ['What happens next', 'Hoe gaat het verder'],
	nextDryRun: [
		'Within a few minutes Alleo reads {system} once and makes a plan: who gets an account, what changes, who is off-boarded. Nothing in Alleo changes by that.',
		'Binnen enkele minuten leest Alleo {system} één keer en maakt een plan: wie krijgt een account, wat wijzigt, wie wordt geoffboard. Daarvan verandert er nog niets in Alleo.',
	],
	nextApproval: [
		'You get the overview from Alleo, mostly within a working day. Somebody of Alleo approves it once you agree.',
		'U krijgt het overzicht van Alleo, meestal binnen een werkdag. Pas als u akkoord bent, keurt een medewerker van Alleo het goed.',
	],
	nextDaily: [
		'From then on Alleo reads every day at about {time}. Ordinary changes go by themselves; what is unusual waits until somebody of Alleo has looked at it.',
		'Daarna leest Alleo elke dag rond {time}. Gewone wijzigingen gaan vanzelf; wat ongewoon is, wacht totdat een medewerker van Alleo ernaar heeft gekeken.',
	],
	renewedTitle: ['Done, the connection is renewed', 'Gelukt, de verbinding is vernieuwd'],
	renewedWhat: [
		'Alleo has been told. The integration goes on as it was.',
		'Alleo heeft bericht gekregen. De koppeling gaat verder zoals zij was.',
	],
	doneClose: ['You can close this page.', 'U kunt deze pagina sluiten.'],
	doneRevoke: [
		'To end the access at any time, tell Alleo.',
		'Wilt u de toegang ooit beëindigen, laat het Alleo weten.',
	],
	connected: ['What is connected', 'Wat is verbonden'],
	tested: ['What was tested', 'Wat is getest'],
	works: ['works', 'in orde'],
	worksNot: ['does not work yet', 'nog niet in orde'],
	system: ['System', 'Systeem'],
	all: ['Everything you gave access to', 'Alles waar u toegang toe gaf'],
	debtors: ['Debtors', 'Debiteuren'],
	companies: ['Companies', 'Bedrijven'],
	environment: ['AFAS environment', 'AFAS-omgeving'],
	wageComponents: ['Wage components', 'Looncomponenten'],
	leaveGroups: ['Leave groups', 'Verlofgroepen'],
	notices: ['Please note', 'Let op'],
} as const satisfies TextTable;

const TEXT = { ...COMMON, ...NMBRS_TEXT, ...AFAS_TEXT, ...ACCESS_TEXT, ...ALLEO_TEXT, ...PAY_TEXT };

/** The keys whose texts have no places. */
export type ConnectTextKey = PlainKey<typeof TEXT>;

export type ConnectWords = Say<typeof TEXT>;

/** The words of the pages in one language; values are escaped later, as every value is. */
export const say = texts(TEXT);
