import type { Language } from '../../issues';
import { formatInstant } from '../../ui/instant';
import { texts } from '../../ui/texts';
import type { Pair } from '../../ui/texts';
import type { FleetReason, ReasonCode, NextStep } from './reason';

/** The words of the fleet: page, watchdog and digest. */

const reasons = texts({
	consentLost: [
		'NMBRS no longer accepts the connection, since {at}.',
		'NMBRS accepteert de verbinding niet meer, sinds {at}.',
	],
	refused: [
		'AFAS no longer accepts the secret or token, since {at}.',
		'AFAS accepteert het secret of token niet meer, sinds {at}.',
	],
	failing: [
		'The newest run failed, wholly or in part, at {at}: {detail}.',
		'De nieuwste run mislukte, geheel of deels, op {at}: {detail}.',
	],
	cutOff: [
		'The run of {at} broke off: it neither ended nor waits.',
		'De run van {at} is afgebroken: hij is niet afgerond en wacht niet.',
	],
	credentialGone: [
		'It is on, but its credential does not exist any more.',
		'Hij staat aan, maar zijn credential bestaat niet meer.',
	],
	noSuccess: ['No run succeeded since {at}.', 'Er slaagde geen run sinds {at}.'],
	neverRan: ['It is on, and never ran.', 'Hij staat aan en heeft nooit gedraaid.'],
	undecided: [
		'Nobody decided on the plan since {at}.',
		'Niemand besliste over het plan sinds {at}.',
	],
	waiting: ['A plan waits for a decision since {at}.', 'Een plan wacht op een besluit sinds {at}.'],
	held: [
		'People who wait for a week or more: {count}, the first since {day}.',
		'Mensen die een week of langer wachten: {count}, de eerste sinds {day}.',
	],
	consentEnded: [
		'NMBRS was not used for 30 days: the consent ended on {day}, as far as is known.',
		'NMBRS is 30 dagen niet gebruikt: de toestemming is voor zover bekend op {day} geëindigd.',
	],
	consentEnding: [
		'The NMBRS consent ends on {day} if nothing runs before then.',
		'De NMBRS-toestemming eindigt op {day} als er voor die tijd niets draait.',
	],
	secretEnded: [
		'The AFAS secret was given 180 days ago: it ended on {day}, as far as is known.',
		'Het AFAS-secret is 180 dagen geleden gegeven: voor zover bekend is het op {day} geëindigd.',
	],
	secretEnding: [
		'The AFAS secret ends on {day}, 180 days after it was given.',
		'Het AFAS-secret eindigt op {day}, 180 dagen nadat het is gegeven.',
	],
	tokenEnding: [
		'Classic AFAS tokens end: from {day} by the earliest page of AFAS, all on 31 Aug 2027.',
		'Klassieke AFAS-tokens eindigen: vanaf {day} volgens de vroegste pagina van AFAS, alle op 31 aug 2027.',
	],
	soapEnding: [
		'It uses NMBRS SOAP, which NMBRS plans to end on {day}.',
		'Hij gebruikt NMBRS SOAP, dat NMBRS op {day} wil beëindigen.',
	],
	switchedOff: ['It is switched off: nothing runs.', 'Hij staat uit: er draait niets.'],
	notPublished: [
		'It was never switched on: setting up is not finished.',
		'Hij is nooit aangezet: de inrichting is niet afgerond.',
	],
	neverRanNew: [
		'It is on and did not run yet, changed last at {at}.',
		'Hij staat aan en heeft nog niet gedraaid, laatst gewijzigd op {at}.',
	],
	disconnected: ['Disconnected: nothing runs.', 'Ontkoppeld: er draait niets.'],
	secretUnknown: [
		'When the AFAS secret ends is not known: the day on which it was given is not. Profit shows it.',
		'Wanneer het AFAS-secret eindigt is niet bekend: de dag waarop het is gegeven is dat niet. Profit toont het.',
	],
	tokenEnds: [
		'Uses a classic AFAS token: those end from {day}, all on 31 Aug 2027.',
		'Gebruikt een klassiek AFAS-token: die eindigen vanaf {day}, alle op 31 aug 2027.',
	],
	soapEnds: [
		'Uses NMBRS SOAP, which NMBRS plans to end on {day}.',
		'Gebruikt NMBRS SOAP, dat NMBRS op {day} wil beëindigen.',
	],
	waited: [
		'The newest run waited for its turn to call: {detail}. (!) = it went on without one.',
		'De nieuwste run wachtte op zijn beurt om aan te roepen: {detail}. (!) = hij ging zonder beurt door.',
	],
	behind: [
		'An upgrade is there: template version {detail}.',
		'Er is een upgrade: templateversie {detail}.',
	],
} as const satisfies Record<ReasonCode, Pair>);

const steps = texts({
	decide: ['Look and decide', 'Bekijk en beslis'],
	execution: ['Open the run', 'Open de run'],
	workflow: ['Open the workflow', 'Open de workflow'],
	invite: ['Invite again', 'Nodig opnieuw uit'],
	credential: ['Open the credential', 'Open de credential'],
	upgrade: ['Upgrade', 'Upgrade'],
} as const satisfies Record<NextStep, Pair>);

/** `24 November 2026` there. */
const dayText = (at: number, language: Language, zone: string): string =>
	formatInstant(at, zone, language).replace(/ \d\d:\d\d$/, '');

const unknown = texts({ day: ['(not known)', '(niet bekend)'] });

/** The reason as a sentence. @param zone IANA name, of who reads it */
export function reasonText(
	{ code, at, detail, count }: FleetReason,
	language: Language,
	zone: string,
): string {
	const no = unknown(language)('day');
	return reasons(language)(code, {
		at: at === null ? no : formatInstant(at, zone, language),
		day: at === null ? no : dayText(at, language, zone),
		detail: detail === '' ? '-' : detail,
		count,
	});
}

export const stepText = (step: NextStep, language: Language): string => steps(language)(step);
