import { CLASSIC_TOKENS_END_EN, CLASSIC_TOKENS_END_NL } from '../../issues/afasTokens';
import type { TextTable } from '../../ui/texts';

/** AFAS Profit: what an application manager reads. Menus in Dutch in both languages, as in Profit. */
export const AFAS_TEXT = {
	afasTitle: ['Connect AFAS Profit to Alleo', 'Verbind AFAS Profit met Alleo'],
	afasRead: [
		'Alleo reads only the columns of the GetConnectors that you put into the app connector: employee number, name, e-mail address, date of birth, department and employment.',
		'Alleo leest alleen de kolommen van de GetConnectors die u in de app connector zet: medewerkernummer, naam, e-mailadres, geboortedatum, afdeling en dienstverband.',
	],
	afasNever: [
		'Alleo never changes anything in AFAS. Put no UpdateConnectors into the app connector.',
		'Alleo verandert nooit iets in AFAS. Zet geen UpdateConnectors in de app connector.',
	],
	afasPrepare: ['First, in Profit', 'Vooraf in Profit'],
	afasStepConnector: [
		'Algemeen / Uitvoer / Beheer / GetConnector: make {employees} and {contracts}.',
		'Algemeen / Uitvoer / Beheer / GetConnector: maak {employees} en {contracts}.',
	],
	afasStepApp: [
		'Algemeen / Beheer / App connector, Nieuw: choose the user group, add the connectors on the tab GetConnectoren, and clear Geblokkeerd on the tab Algemeen.',
		'Algemeen / Beheer / App connector, Nieuw: kies de gebruikersgroep, zet op het tabblad GetConnectoren de connectors erbij en haal op het tabblad Algemeen het vinkje bij Geblokkeerd weg.',
	],
	afasStepSecret: [
		'OAuth: the tab Algemeen gives the OAuth client id and client secret. Token: tab Gebruikerstokens, Nieuw; copy the whole text.',
		'OAuth: het tabblad Algemeen geeft het OAuth client id en het client secret. Token: tabblad Gebruikerstokens, Nieuw; kopieer de hele tekst.',
	],
	afasForm: ['Your environment', 'Uw omgeving'],
	afasNumber: ['Environment number (Profit id)', 'Omgevingsnummer (Profit-id)'],
	afasNumberHint: [
		'Five digits; the whole name, such as O12345AA, is fine too.',
		'Vijf cijfers; de hele naam, zoals O12345AA, mag ook.',
	],
	afasType: ['Environment', 'Omgeving'],
	afasProduction: ['Production (O…)', 'Productie (O…)'],
	afasTestType: ['Test (T…)', 'Test (T…)'],
	afasAccept: ['Accept (A…)', 'Accept (A…)'],
	afasWay: ['Access', 'Toegang'],
	afasWayOAuth: ['OAuth (recommended)', 'OAuth (aanbevolen)'],
	afasWayToken: ['Classic token', 'Klassiek token'],
	afasTokenEnds: [CLASSIC_TOKENS_END_EN, CLASSIC_TOKENS_END_NL],
	afasClientId: ['OAuth client id', 'OAuth client id'],
	afasClientSecret: ['OAuth client secret', 'OAuth client secret'],
	afasToken: ['Token', 'Token'],
	afasTokenHint: [
		'The whole text, from <token> to </token>.',
		'De hele tekst, van <token> tot en met </token>.',
	],
	afasStored: [
		'What you enter is encrypted at once; nobody can see it afterwards.',
		'Wat u invult, wordt meteen versleuteld en is daarna voor niemand meer te zien.',
	],
	afasTest: ['Test and connect', 'Test en verbind'],
	afasFoundTitle: [
		'The access works, but something is missing',
		'De toegang werkt, maar er ontbreekt nog iets',
	],
	afasFoundText: [
		'Repair this in Profit and test again, or finish: Alleo sees what is missing and helps you on.',
		'Herstel dit in Profit en test opnieuw, of rond af: Alleo ziet wat er ontbreekt en helpt u verder.',
	],
	afasAskTitle: ['The access works, one question left', 'De toegang werkt, nog één vraag'],
	afasAskTwoTitle: ['The access works, two questions left', 'De toegang werkt, nog twee vragen'],
	afasAskPayTitle: [
		'The access works, a few questions left',
		'De toegang werkt, nog een paar vragen',
	],
	afasAskText: [
		'Answer what is asked below and finish.',
		'Beantwoord wat hieronder staat en rond af.',
	],
	afasTestAgain: ['Test again', 'Test opnieuw'],
	afasFinishAnyway: ['Finish all the same', 'Toch afronden'],
	afasAgainText: [
		'For another test, enter the token or secret again: it cannot be seen here any more.',
		'Het token of secret moet u voor een nieuwe test opnieuw invullen: het is hier niet meer te zien.',
	],
} as const satisfies TextTable;
