import type { BilingualText } from '../../issues/text';

/** AFAS Profit: what an application manager reads. Menus in Dutch in both languages, as in Profit. */
export const AFAS_TEXT = {
	afasTitle: { nl: 'Verbind AFAS Profit met Alleo', en: 'Connect AFAS Profit to Alleo' },
	afasRead: {
		nl: 'Alleo leest alleen de kolommen van de GetConnectors die u in de app connector zet: medewerkernummer, naam, e-mailadres, geboortedatum, afdeling en dienstverband.',
		en: 'Alleo reads only the columns of the GetConnectors that you put into the app connector: employee number, name, e-mail address, date of birth, department and employment.',
	},
	afasNever: {
		nl: 'Alleo verandert nooit iets in AFAS. Zet geen UpdateConnectors in de app connector.',
		en: 'Alleo never changes anything in AFAS. Put no UpdateConnectors into the app connector.',
	},
	afasPrepare: { nl: 'Vooraf in Profit', en: 'First, in Profit' },
	afasStepConnector: {
		nl: 'Algemeen / Uitvoer / Beheer / GetConnector: maak {employees} en {contracts}.',
		en: 'Algemeen / Uitvoer / Beheer / GetConnector: make {employees} and {contracts}.',
	},
	afasStepApp: {
		nl: 'Algemeen / Beheer / App connector, Nieuw: kies de gebruikersgroep, zet op het tabblad GetConnectoren de connectors erbij en haal op het tabblad Algemeen het vinkje bij Geblokkeerd weg.',
		en: 'Algemeen / Beheer / App connector, Nieuw: choose the user group, add the connectors on the tab GetConnectoren, and clear Geblokkeerd on the tab Algemeen.',
	},
	afasStepSecret: {
		nl: 'OAuth: het tabblad Algemeen geeft het OAuth client id en het client secret. Token: tabblad Gebruikerstokens, Nieuw; kopieer de hele tekst.',
		en: 'OAuth: the tab Algemeen gives the OAuth client id and client secret. Token: tab Gebruikerstokens, Nieuw; copy the whole text.',
	},
	afasForm: { nl: 'Uw omgeving', en: 'Your environment' },
	afasNumber: { nl: 'Omgevingsnummer (Profit-id)', en: 'Environment number (Profit id)' },
	afasNumberHint: {
		nl: 'Vijf cijfers; de hele naam, zoals O12345AA, mag ook.',
		en: 'Five digits; the whole name, such as O12345AA, is fine too.',
	},
	afasType: { nl: 'Omgeving', en: 'Environment' },
	afasProduction: { nl: 'Productie (O…)', en: 'Production (O…)' },
	afasTestType: { nl: 'Test (T…)', en: 'Test (T…)' },
	afasAccept: { nl: 'Accept (A…)', en: 'Accept (A…)' },
	afasWay: { nl: 'Toegang', en: 'Access' },
	afasWayOAuth: { nl: 'OAuth (aanbevolen)', en: 'OAuth (recommended)' },
	afasWayToken: { nl: 'Klassiek token', en: 'Classic token' },
	afasTokenEnds: {
		nl: 'AFAS beëindigt klassieke tokens: bestaande op 15 februari 2027, alle op 31 augustus 2027.',
		en: 'AFAS ends classic tokens: those that exist on 15 February 2027, all of them on 31 August 2027.',
	},
	afasClientId: { nl: 'OAuth client id', en: 'OAuth client id' },
	afasClientSecret: { nl: 'OAuth client secret', en: 'OAuth client secret' },
	afasToken: { nl: 'Token', en: 'Token' },
	afasTokenHint: {
		nl: 'De hele tekst, van <token> tot en met </token>.',
		en: 'The whole text, from <token> to </token>.',
	},
	afasStored: {
		nl: 'Wat u invult, wordt meteen versleuteld en is daarna voor niemand meer te zien.',
		en: 'What you enter is encrypted at once; nobody can see it afterwards.',
	},
	afasTest: { nl: 'Test en verbind', en: 'Test and connect' },
	afasFoundTitle: {
		nl: 'De toegang werkt, maar er ontbreekt nog iets',
		en: 'The access works, but something is missing',
	},
	afasFoundText: {
		nl: 'Herstel dit in Profit en test opnieuw, of rond af: Alleo ziet wat er ontbreekt en helpt u verder.',
		en: 'Repair this in Profit and test again, or finish: Alleo sees what is missing and helps you on.',
	},
	afasTestAgain: { nl: 'Test opnieuw', en: 'Test again' },
	afasFinishAnyway: { nl: 'Toch afronden', en: 'Finish all the same' },
	afasAgainText: {
		nl: 'Het token of secret moet u voor een nieuwe test opnieuw invullen: het is hier niet meer te zien.',
		en: 'For another test, enter the token or secret again: it cannot be seen here any more.',
	},
} as const satisfies Record<string, BilingualText>;
