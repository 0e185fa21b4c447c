import { defineIssues } from './define';

/**
 * Codes of the NMBRS node. `{company}`, `{debtor}`, `{list}`, `{operation}` and `{credential}` are
 * names of things, `{scope}` a consent scope; no place ever holds a value of a person.
 */
export const NMBRS_ISSUES = defineIssues({
	NMBRS_CONSENT_LOST: {
		severity: 'error',
		what: {
			en: 'Nmbrs no longer accepts the connection "{credential}".',
			nl: 'Nmbrs accepteert de verbinding "{credential}" niet meer.',
		},
		why: {
			en: 'The consent of the customer ended (after 30 days without use or since consent), was withdrawn, or its last token was used by another copy of this credential or another integration with the same e-mail address.',
			nl: 'De toestemming van de klant is verlopen (na 30 dagen zonder gebruik of sinds de toestemming), ingetrokken, of het laatste token is gebruikt door een andere kopie van deze credential of een andere koppeling met hetzelfde e-mailadres.',
		},
		action: {
			en: 'Open that credential in n8n, click "Connect my account" (or "Reconnect") and let the customer\'s Nmbrs administrator sign in and agree. Use each consent in one credential only. Then run again.',
			nl: 'Open die credential in n8n, klik "Connect my account" (of "Reconnect") en laat de Nmbrs-beheerder van de klant inloggen en akkoord geven. Gebruik elke toestemming in één credential. Start daarna opnieuw.',
		},
	},
	NMBRS_NOT_CONNECTED: {
		severity: 'error',
		what: {
			en: 'The connection "{credential}" was never completed.',
			nl: 'De verbinding "{credential}" is nooit voltooid.',
		},
		action: {
			en: 'Open that credential in n8n, click "Connect my account" and let the customer\'s Nmbrs administrator sign in and agree.',
			nl: 'Open die credential in n8n, klik "Connect my account" en laat de Nmbrs-beheerder van de klant inloggen en akkoord geven.',
		},
	},
	NMBRS_CLIENT_REFUSED: {
		severity: 'error',
		what: {
			en: 'The sign-in service of Nmbrs refuses the app of "{credential}".',
			nl: 'De inlogdienst van Nmbrs weigert de app van "{credential}".',
		},
		why: {
			en: 'A token was due to be renewed, and the client ID or the client secret was not accepted: changed, revoked, or sent in another way than the app expects.',
			nl: 'Een token moest vernieuwd worden en het client-ID of het client secret werd niet geaccepteerd: gewijzigd, ingetrokken, of anders verstuurd dan de app verwacht.',
		},
		action: {
			en: 'Copy the client ID and secret of the app from the Nmbrs developer portal into that credential, try the other choice under "Authentication", save, and connect it again.',
			nl: 'Kopieer het client-ID en secret van de app uit het Nmbrs developer portal naar die credential, probeer de andere keuze onder "Authentication", sla op en verbind opnieuw.',
		},
	},
	NMBRS_ACCESS_REFUSED: {
		severity: 'error',
		what: {
			en: 'Nmbrs refuses the access token or the subscription key of "{credential}".',
			nl: 'Nmbrs weigert het toegangstoken of de abonnementssleutel van "{credential}".',
		},
		why: {
			en: 'The token was renewed and still refused, so the subscription key is the usual cause: wrong, expired, or of another API product.',
			nl: 'Het token is vernieuwd en nog steeds geweigerd; meestal is de abonnementssleutel de oorzaak: fout, verlopen of van een ander API-product.',
		},
		action: {
			en: 'Copy the subscription key from developer.nmbrs.com (Profile) into the credential; if that does not help, reconnect the credential.',
			nl: 'Kopieer de abonnementssleutel van developer.nmbrs.com (Profile) naar de credential; helpt dat niet, verbind de credential dan opnieuw.',
		},
	},
	NMBRS_SCOPE_MISSING: {
		severity: 'error',
		what: {
			en: 'Nmbrs does not allow reading "{list}".',
			nl: 'Nmbrs staat het lezen van "{list}" niet toe.',
		},
		why: {
			en: 'The consent does not hold the scope that this list is thought to need ({scope}), or the person who agreed has no right on this company.',
			nl: 'De toestemming bevat de scope niet die deze lijst waarschijnlijk nodig heeft ({scope}), of wie akkoord gaf heeft geen recht op dit bedrijf.',
		},
		action: {
			en: 'Add the scope to the credential (only one that your app was granted) and reconnect it, or take this part out of "Include" in the node (payroll: set Leave Balances to "Not Read").',
			nl: 'Voeg de scope toe aan de credential (alleen een die aan uw app is toegekend) en verbind opnieuw, of haal dit onderdeel uit "Include" in de node (payroll: zet Leave Balances op "Not Read").',
		},
	},
	NMBRS_COMPANY_NOT_COVERED: {
		severity: 'error',
		what: {
			en: 'Company "{company}" cannot be read any more: Nmbrs does not show it to this connection.',
			nl: 'Bedrijf "{company}" is niet meer te lezen: Nmbrs toont het niet aan deze verbinding.',
		},
		why: {
			en: 'It was removed in Nmbrs, or the consent no longer covers it. Its people are unknown, not gone.',
			nl: 'Het is verwijderd in Nmbrs, of de toestemming geldt er niet meer voor. De mensen zijn onbekend, niet vertrokken.',
		},
		action: {
			en: "Reconnect the credential with a user who sees this company, or take the company out of the node's selection when it really ended.",
			nl: 'Verbind de credential opnieuw met een gebruiker die dit bedrijf ziet, of haal het bedrijf uit de selectie van de node als het echt gestopt is.',
		},
	},
	NMBRS_DEBTOR_NOT_COVERED: {
		severity: 'error',
		what: {
			en: 'Debtor "{debtor}" cannot be read any more: Nmbrs does not show it to this connection.',
			nl: 'Debiteur "{debtor}" is niet meer te lezen: Nmbrs toont hem niet aan deze verbinding.',
		},
		why: {
			en: 'The consent is given per debtor. This one is not covered, or no longer.',
			nl: 'Toestemming geldt per debiteur. Deze valt er niet (meer) onder.',
		},
		action: {
			en: "Reconnect the credential with a user of this debtor, or use another credential for it, or take it out of the node's selection.",
			nl: 'Verbind de credential opnieuw met een gebruiker van deze debiteur, gebruik er een andere credential voor, of haal hem uit de selectie van de node.',
		},
	},
	NMBRS_MULTI_DEBTOR: {
		severity: 'notice',
		what: {
			en: 'This connection covers several debtors; the companies are read per debtor.',
			nl: 'Deze verbinding geldt voor meerdere debiteuren; de bedrijven worden per debiteur gelezen.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_COMPANIES_NONE: {
		severity: 'error',
		what: {
			en: 'This connection covers no company at all.',
			nl: 'Deze verbinding geeft geen enkel bedrijf.',
		},
		action: {
			en: "Reconnect the credential with a user who sees the customer's companies in Nmbrs.",
			nl: 'Verbind de credential opnieuw met een gebruiker die de bedrijven van de klant in Nmbrs ziet.',
		},
	},
	NMBRS_EMPLOYEE_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'There is no employee with this ID in company "{company}".',
			nl: 'Er is geen medewerker met dit ID in bedrijf "{company}".',
		},
		action: {
			en: 'Use the employeeId that "Employee: Get Many" gives (not the employee number), and the company that this employee belongs to.',
			nl: 'Gebruik het employeeId dat "Employee: Get Many" geeft (niet het personeelsnummer) en het bedrijf van deze medewerker.',
		},
	},
	NMBRS_ANSWER_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'Nmbrs answered "{list}" with something that cannot be read ({problem}).',
			nl: 'Nmbrs beantwoordde "{list}" met iets onleesbaars ({problem}).',
		},
		why: {
			en: 'Usual causes: an answer that was cut off, or a page of a proxy or of maintenance instead of data.',
			nl: 'Meestal: een afgekapt antwoord, of een pagina van een proxy of van onderhoud in plaats van gegevens.',
		},
		action: {
			en: 'Run again later; if it stays, check the base URL in the credential and the proxy in front of n8n.',
			nl: 'Start later opnieuw; blijft het, controleer dan de basis-URL in de credential en de proxy voor n8n.',
		},
	},
	NMBRS_REQUEST_REFUSED: {
		severity: 'error',
		what: {
			en: 'Nmbrs refused to give "{list}" (status {status}).',
			nl: 'Nmbrs weigerde "{list}" te geven (status {status}).',
		},
		action: {
			en: "Check the node's settings (page size, year, period) and the base URL in the credential; run again.",
			nl: 'Controleer de instellingen van de node (paginagrootte, jaar, periode) en de basis-URL in de credential; start opnieuw.',
		},
	},
	NMBRS_LISTING_CHANGED: {
		severity: 'error',
		what: {
			en: '"{list}" kept changing while it was read, so it may lack people.',
			nl: '"{list}" bleef veranderen tijdens het lezen en kan dus mensen missen.',
		},
		why: {
			en: 'It was read again from the start and changed again: somebody is working in Nmbrs, or an import runs.',
			nl: 'De lijst is opnieuw van voren af gelezen en veranderde weer: iemand werkt in Nmbrs of er loopt een import.',
		},
		action: {
			en: 'Run again at a quiet hour.',
			nl: 'Start opnieuw op een rustig tijdstip.',
		},
	},
	NMBRS_LISTING_INCOMPLETE: {
		severity: 'error',
		what: {
			en: '"{list}" is not complete: {read} read, {total} announced.',
			nl: '"{list}" is niet volledig: {read} gelezen, {total} aangekondigd.',
		},
		why: {
			en: 'Read twice with this outcome: an empty, repeated or cut page.',
			nl: 'Twee keer gelezen met deze uitkomst: een lege, herhaalde of afgekapte pagina.',
		},
		action: {
			en: 'Run again later; if it stays, report it to Nmbrs with the company and the list.',
			nl: 'Start later opnieuw; blijft het, meld het dan bij Nmbrs met het bedrijf en de lijst.',
		},
	},
	NMBRS_PARTITION_INCOMPLETE: {
		severity: 'error',
		what: {
			en: '"{company}" was not read completely. {cause}',
			nl: '"{company}" is niet volledig gelezen. {cause}',
		},
		why: {
			en: 'The run stopped, so that nobody is taken for gone who was only not read.',
			nl: 'De run is gestopt, zodat niemand voor vertrokken wordt aangezien die alleen niet gelezen is.',
		},
		action: {
			en: '{advice} To go on with the other companies, set "On Company Error" to Continue: this company is then marked incomplete and nobody of it is off-boarded.',
			nl: '{advice} Om met de andere bedrijven door te gaan, zet "On Company Error" op Continue: dit bedrijf wordt dan als onvolledig gemerkt en niemand ervan wordt ge-offboard.',
		},
	},
	NMBRS_SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" of the NMBRS node cannot be used: {problem}.',
			nl: 'De instelling "{setting}" van de NMBRS-node is onbruikbaar: {problem}.',
		},
		action: {
			en: 'Open the node and correct it. Nothing was read.',
			nl: 'Open de node en verbeter haar. Er is niets gelezen.',
		},
	},
	NMBRS_SOAP_CREDENTIAL_MISSING: {
		severity: 'error',
		what: {
			en: 'Extra fields were asked for, but the node has no "NMBRS Token API" credential.',
			nl: 'Er is om extra velden gevraagd, maar de node heeft geen credential "NMBRS Token API".',
		},
		why: {
			en: 'Nmbrs gives extra (free) fields through SOAP only, which has its own user and token.',
			nl: 'Nmbrs geeft extra (vrije) velden alleen via SOAP, met een eigen gebruiker en token.',
		},
		action: {
			en: 'Choose that credential in the node, or take Extra Fields out of "Include" and map access, filter or budgets to something that REST carries.',
			nl: 'Kies die credential in de node, of haal Extra Fields uit "Include" en koppel toegang, filter of budgetten aan iets dat REST draagt.',
		},
	},
	NMBRS_SOAP_LOGIN: {
		severity: 'error',
		what: {
			en: 'Nmbrs SOAP refuses the user name, the token or the domain (1001).',
			nl: 'Nmbrs SOAP weigert de gebruikersnaam, het token of het domein (1001).',
		},
		action: {
			en: 'Check the "NMBRS Token API" credential: the e-mail address of the user, the token from that user\'s profile (API token), and the domain without ".nmbrs.nl".',
			nl: 'Controleer de credential "NMBRS Token API": het e-mailadres van de gebruiker, het token uit diens profiel (API-token) en het domein zonder ".nmbrs.nl".',
		},
	},
	NMBRS_SOAP_DOMAIN: {
		severity: 'error',
		what: {
			en: 'The user and token are right, but belong to the domain "{domain}".',
			nl: 'De gebruiker en het token kloppen, maar horen bij het domein "{domain}".',
		},
		action: {
			en: 'Put that into the field Domain of the "NMBRS Token API" credential, or leave the field empty.',
			nl: 'Zet dat in het veld Domain van de credential "NMBRS Token API", of laat het veld leeg.',
		},
	},
	NMBRS_SOAP_OPERATION_BLOCKED: {
		severity: 'error',
		what: {
			en: 'The Nmbrs API user may not call "{operation}" (1002).',
			nl: 'De Nmbrs-API-gebruiker mag "{operation}" niet aanroepen (1002).',
		},
		action: {
			en: 'In Nmbrs, switch this operation on in the user template of that user (Settings, User templates, the gear at API), then run again.',
			nl: 'Zet deze operatie in Nmbrs aan in het usertemplate van de gebruiker (Instellingen, User templates, het tandwiel bij API) en start opnieuw.',
		},
	},
	NMBRS_SOAP_NOT_VISIBLE: {
		severity: 'error',
		what: {
			en: 'The Nmbrs API user may not see this company, debtor or employee ({fault}, {operation}).',
			nl: 'De Nmbrs-API-gebruiker mag dit bedrijf, deze debiteur of medewerker niet zien ({fault}, {operation}).',
		},
		action: {
			en: 'Give the API user the company in Nmbrs (company filter and tags of the user), then run again.',
			nl: 'Geef de API-gebruiker het bedrijf in Nmbrs (bedrijvenfilter en labels van de gebruiker) en start opnieuw.',
		},
	},
	NMBRS_SOAP_DISABLED: {
		severity: 'error',
		what: {
			en: 'The Nmbrs API user or its environment is disabled (1004).',
			nl: 'De Nmbrs-API-gebruiker of zijn omgeving is uitgeschakeld (1004).',
		},
		action: {
			en: 'Let the Nmbrs administrator enable the user or the subscription.',
			nl: 'Laat de Nmbrs-beheerder de gebruiker of het abonnement inschakelen.',
		},
	},
	NMBRS_SOAP_FAULT: {
		severity: 'error',
		what: {
			en: 'Nmbrs SOAP refused "{operation}" (fault {fault}).',
			nl: 'Nmbrs SOAP weigerde "{operation}" (fout {fault}).',
		},
		action: {
			en: 'Run again later; if it stays, look the number up in the Nmbrs API error codes and check the API template of the user.',
			nl: 'Start later opnieuw; blijft het, zoek het nummer dan op in de Nmbrs API-foutcodes en controleer het API-template van de gebruiker.',
		},
	},
	NMBRS_SOAP_UNREACHABLE: {
		severity: 'error',
		what: {
			en: 'Nmbrs SOAP gave no usable answer to "{operation}".',
			nl: 'Nmbrs SOAP gaf geen bruikbaar antwoord op "{operation}".',
		},
		why: {
			en: 'Nmbrs plans to end SOAP on 1 March 2027; from then on extra fields cannot be read this way.',
			nl: 'Nmbrs wil SOAP op 1 maart 2027 beëindigen; daarna zijn extra velden zo niet meer te lezen.',
		},
		action: {
			en: 'Before that date: check the SOAP base URL and run again later. After it: take Extra Fields out of "Include" and map access, filter and budgets to a wage component, department, function or cost centre (docs/nmbrs.md).',
			nl: 'Vóór die datum: controleer de SOAP-basis-URL en start later opnieuw. Daarna: haal Extra Fields uit "Include" en koppel toegang, filter en budgetten aan een looncomponent, afdeling, functie of kostenplaats (docs/nmbrs.md).',
		},
	},
	NMBRS_SOAP_COMPANY_UNKNOWN: {
		severity: 'error',
		what: {
			en: 'Company "{company}" was not found, or found twice, among the companies of the Nmbrs API user.',
			nl: 'Bedrijf "{company}" is niet, of twee keer, gevonden bij de bedrijven van de Nmbrs-API-gebruiker.',
		},
		action: {
			en: 'Give the API user this company in Nmbrs; where two companies share a number, give them different names or numbers.',
			nl: 'Geef de API-gebruiker dit bedrijf in Nmbrs; delen twee bedrijven een nummer, geef ze dan andere namen of nummers.',
		},
	},
	NMBRS_NO_PERSONAL_INFO: {
		severity: 'notice',
		what: {
			en: 'Nmbrs gives no personal data for this employee.',
			nl: 'Nmbrs geeft geen persoonsgegevens voor deze medewerker.',
		},
		action: {
			en: 'Complete the personal data of this employee in Nmbrs.',
			nl: 'Vul de persoonsgegevens van deze medewerker aan in Nmbrs.',
		},
	},
	NMBRS_ROW_NOT_IN_FORCE: {
		severity: 'notice',
		what: {
			en: '"{list}" has only rows that start later than the current payroll period.',
			nl: '"{list}" heeft alleen regels die na de huidige verloningsperiode ingaan.',
		},
		action: {
			en: 'Nothing to do for somebody who starts later; otherwise correct the period of the row in Nmbrs.',
			nl: 'Niets te doen bij iemand die later begint; verbeter anders de periode van de regel in Nmbrs.',
		},
	},
	NMBRS_NO_EMPLOYMENT: {
		severity: 'notice',
		what: {
			en: 'Nmbrs gives no employment (service dates) for this employee.',
			nl: 'Nmbrs geeft geen dienstverband (data) voor deze medewerker.',
		},
		action: {
			en: 'Add the employment of this employee in Nmbrs.',
			nl: 'Voeg het dienstverband van deze medewerker toe in Nmbrs.',
		},
	},
	NMBRS_DATE_UNREADABLE: {
		severity: 'notice',
		what: {
			en: 'The field {field} holds something that is no date.',
			nl: 'Het veld {field} bevat iets dat geen datum is.',
		},
		action: {
			en: 'Correct the date in Nmbrs.',
			nl: 'Verbeter de datum in Nmbrs.',
		},
	},
	NMBRS_EXTRA_FIELDS_FAILED: {
		severity: 'notice',
		what: {
			en: 'The extra fields of this employee could not be read ({cause}).',
			nl: 'De extra velden van deze medewerker konden niet worden gelezen ({cause}).',
		},
		action: {
			en: 'Look that code up in docs/troubleshooting.md, do what it says and run again.',
			nl: 'Zoek die code op in docs/troubleshooting.md, doe wat er staat en start opnieuw.',
		},
	},
	NMBRS_EXTRA_FIELD_TWICE: {
		severity: 'notice',
		what: {
			en: 'The extra field {field} occurs more than once with different values.',
			nl: 'Het extra veld {field} komt meer dan eens voor met verschillende waarden.',
		},
		action: {
			en: 'Keep one extra field with this name in Nmbrs.',
			nl: 'Houd in Nmbrs één extra veld met deze naam.',
		},
	},
	NMBRS_EXTRA_FIELDS_NOT_CHOSEN: {
		severity: 'notice',
		what: {
			en: '{count} extra fields were not passed on, because neither the sync nor the node names them: {fields}.',
			nl: '{count} extra velden zijn niet doorgegeven, omdat de synchronisatie ze niet kent en de node ze niet noemt: {fields}.',
		},
		action: {
			en: 'To map one of them in Employee Normalize, add its name in the NMBRS node under Extra Field Names.',
			nl: 'Wil je er een gebruiken in Employee Normalize, voeg de naam dan toe in de NMBRS-node bij Extra Field Names.',
		},
	},
	NMBRS_EXTRA_FIELDS_WITHHELD: {
		severity: 'notice',
		what: {
			en: '{count} extra fields were not passed on, because by their names they hold private or salary data: {fields}.',
			nl: '{count} extra velden zijn niet doorgegeven, omdat ze naar hun naam privé- of salarisgegevens bevatten: {fields}.',
		},
		action: {
			en: 'They never are, also when they are named under Extra Field Names. For what Alleo needs, make a field with another name.',
			nl: 'Dat gebeurt nooit, ook niet als ze bij Extra Field Names staan. Maak voor wat Alleo nodig heeft een veld met een andere naam.',
		},
	},
	TOTALS_MATCH: {
		severity: 'notice',
		what: {
			en: 'As many records were read as Nmbrs announced.',
			nl: 'Er zijn evenveel records gelezen als Nmbrs aankondigde.',
		},
		action: { en: 'If not: run again.', nl: 'Zo niet: start opnieuw.' },
	},
	TOTALS_STABLE: {
		severity: 'notice',
		what: {
			en: 'The totals did not change while the pages were read.',
			nl: "De totalen veranderden niet tijdens het lezen van de pagina's.",
		},
		action: {
			en: 'If not: run again at a quiet hour.',
			nl: 'Zo niet: start opnieuw op een rustig tijdstip.',
		},
	},
	NO_DUPLICATE_KEYS: {
		severity: 'notice',
		what: {
			en: 'No employee was listed twice.',
			nl: 'Geen medewerker stond er twee keer in.',
		},
		action: { en: 'If not: run again.', nl: 'Zo niet: start opnieuw.' },
	},
	FIRST_PAGE_STABLE: {
		severity: 'notice',
		what: {
			en: 'The first page, read again at the end, still lists the same employees.',
			nl: 'De eerste pagina, aan het eind opnieuw gelezen, bevat nog dezelfde medewerkers.',
		},
		action: {
			en: 'If not: run again at a quiet hour.',
			nl: 'Zo niet: start opnieuw op een rustig tijdstip.',
		},
	},
	ROWS_READABLE: {
		severity: 'notice',
		what: {
			en: 'Every record carries an employee ID.',
			nl: 'Elk record heeft een medewerker-ID.',
		},
		action: {
			en: 'If not: report it to Nmbrs with the company and the list.',
			nl: 'Zo niet: meld het bij Nmbrs met het bedrijf en de lijst.',
		},
	},
	LISTS_AGREE: {
		severity: 'notice',
		what: {
			en: 'Every list covers the same employees.',
			nl: 'Elke lijst bevat dezelfde medewerkers.',
		},
		action: {
			en: 'If not: run again at a quiet hour.',
			nl: 'Zo niet: start opnieuw op een rustig tijdstip.',
		},
	},
	TYPES_COUNTED: {
		severity: 'notice',
		what: {
			en: 'The employees per type, and which types are in scope.',
			nl: 'De medewerkers per type, en welke types meedoen.',
		},
		action: {
			en: 'Choose other employee types in the node if somebody is missing.',
			nl: 'Kies andere medewerkertypes in de node als er iemand ontbreekt.',
		},
	},
	PERIOD_KNOWN: {
		severity: 'notice',
		what: {
			en: 'The payroll period that decides which rows are in force.',
			nl: 'De verloningsperiode die bepaalt welke regels gelden.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	EXTRA_FIELDS_READ: {
		severity: 'notice',
		what: {
			en: 'The extra fields of everybody in scope were read.',
			nl: 'De extra velden van iedereen die meedoet zijn gelezen.',
		},
		action: {
			en: 'If not: look at the notices of the people concerned.',
			nl: 'Zo niet: bekijk de meldingen bij de betreffende mensen.',
		},
	},
});
