import { defineIssues } from './define';

/**
 * Codes of reading a source, and of talking to any vendor. `{system}` is the vendor's name, other
 * places are counts, limits, and names of fields, connectors or companies; never of people.
 */
export const SOURCE_ISSUES = defineIssues({
	NETWORK: {
		severity: 'error',
		what: {
			en: '{system} could not be reached.',
			nl: '{system} is niet bereikbaar.',
		},
		why: {
			en: 'The connection was refused or dropped {attempts} time(s).',
			nl: 'De verbinding is {attempts} keer geweigerd of verbroken.',
		},
		action: {
			en: 'Check the base URL in the credential and that this n8n may reach it (firewall, proxy), then run again.',
			nl: 'Controleer de basis-URL in de credential en of deze n8n erbij kan (firewall, proxy), en start opnieuw.',
		},
	},
	TIMEOUT: {
		severity: 'error',
		what: {
			en: '{system} did not answer in time.',
			nl: '{system} antwoordde niet op tijd.',
		},
		action: {
			en: 'Run again later; if it happens every day, lower the page size or run at a quieter hour.',
			nl: 'Start later opnieuw; gebeurt het elke dag, verklein dan de paginagrootte of kies een rustiger tijdstip.',
		},
	},
	RATE_LIMITED: {
		severity: 'error',
		what: {
			en: '{system} refuses more calls for now.',
			nl: '{system} weigert voorlopig meer aanroepen.',
		},
		why: {
			en: 'The limit was still exceeded after {attempts} attempt(s).',
			nl: 'De limiet was na {attempts} poging(en) nog steeds overschreden.',
		},
		action: {
			en: 'Run again later, and let other integrations with the same key run at another hour.',
			nl: 'Start later opnieuw, en laat andere koppelingen met dezelfde sleutel op een ander tijdstip draaien.',
		},
	},
	UNAVAILABLE: {
		severity: 'error',
		what: {
			en: '{system} is not available: it kept answering with a server error.',
			nl: '{system} is niet beschikbaar: het bleef antwoorden met een serverfout.',
		},
		action: {
			en: 'Look at the status page of {system}; run again when the maintenance or outage is over.',
			nl: 'Kijk op de statuspagina van {system}; start opnieuw als het onderhoud of de storing voorbij is.',
		},
	},
	UNAUTHORIZED: {
		severity: 'error',
		what: {
			en: '{system} refuses the credential.',
			nl: '{system} weigert de credential.',
		},
		action: {
			en: 'Open the credential, check each field, save, and look at the result of its test.',
			nl: 'Open de credential, controleer elk veld, sla op en bekijk de uitkomst van de test.',
		},
	},
	PRIVATE_VALUES_WITHHELD: {
		severity: 'notice',
		what: {
			en: '{columns} of {where} was withheld for everybody, because values in it look like {kind} (BSN: citizen service number, IBAN: bank account).',
			nl: '{columns} van {where} is voor iedereen achtergehouden, omdat waarden erin op {kind} lijken (BSN: burgerservicenummer, IBAN: bankrekening).',
		},
		why: {
			en: 'Such numbers never leave the HR system, whatever the field is called. Of other numbers of eight or nine digits one in eleven looks the same.',
			nl: 'Zulke nummers verlaten het HR-systeem nooit, hoe het veld ook heet. Van andere nummers van acht of negen cijfers lijkt één op de elf erop.',
		},
		action: {
			en: 'Look in the HR system which people have such a value there, and take it out or hide the field. To map what it is meant for, use a field without such numbers.',
			nl: 'Kijk in het HR-systeem bij welke mensen er zo’n waarde staat, en haal die weg of verberg het veld. Gebruik voor de mapping een veld zonder zulke nummers.',
		},
	},
	CANCELLED: {
		severity: 'error',
		what: {
			en: 'The run was stopped while {system} was being read or written.',
			nl: 'De run is gestopt tijdens het lezen of schrijven van {system}.',
		},
		action: {
			en: 'Start the workflow again when you want to go on.',
			nl: 'Start de workflow opnieuw om verder te gaan.',
		},
	},
	UNEXPECTED: {
		severity: 'error',
		what: {
			en: 'Something unexpected happened in this node ({kind}).',
			nl: 'In deze node gebeurde iets onverwachts ({kind}).',
		},
		why: {
			en: 'Its text is not shown, because it may hold what was sent or typed.',
			nl: 'De tekst ervan wordt niet getoond, omdat daar in kan staan wat er verstuurd of getypt is.',
		},
		action: {
			en: 'Look at the fields of the node that hold an expression, and run again. If it stays, report it with the name in brackets.',
			nl: 'Kijk naar de velden van de node met een expressie, en start opnieuw. Blijft het zo, meld het dan met de naam tussen haakjes.',
		},
	},
	ANSWER_TOO_BIG: {
		severity: 'error',
		what: {
			en: '{system} sent an answer of more than {limit} MB; the rest was not read.',
			nl: '{system} stuurde een antwoord van meer dan {limit} MB; de rest is niet gelezen.',
		},
		why: {
			en: 'No list or report of this size is known, and a whole n8n would stand still while it reads it.',
			nl: 'Een lijst of rapport van deze omvang is niet bekend, en een hele n8n zou stilstaan terwijl hij het leest.',
		},
		action: {
			en: 'Lower the page size. If an answer of this size is right, raise "Largest Answer (MB)" in the credential.',
			nl: 'Verklein de paginagrootte. Klopt een antwoord van deze omvang, verhoog dan "Largest Answer (MB)" in de credential.',
		},
	},
	NOT_ALLOWED: {
		severity: 'error',
		what: {
			en: 'This node may not send that request to {system}; it was not sent.',
			nl: 'Deze node mag dat verzoek niet naar {system} sturen; het is niet verstuurd.',
		},
		action: {
			en: 'Report this to the maintainers of this package: it is a fault in the node.',
			nl: 'Meld dit bij de beheerders van dit pakket: het is een fout in de node.',
		},
	},
	SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" cannot be used: {problem}.',
			nl: 'De instelling "{setting}" is onbruikbaar: {problem}.',
		},
		action: {
			en: 'Open the node and correct the setting. Nothing was done.',
			nl: 'Open de node en verbeter de instelling. Er is niets gedaan.',
		},
	},
	BASE_URL_INVALID: {
		severity: 'error',
		what: {
			en: 'A URL in the credential cannot be used: {problem}.',
			nl: 'Een URL in de credential is onbruikbaar: {problem}.',
		},
		action: {
			en: "Correct it, or leave the base URL empty for the vendor's own address.",
			nl: 'Verbeter hem, of laat de basis-URL leeg voor het eigen adres van de leverancier.',
		},
	},
});
