import { defineIssues } from './define';

/** What reading AFAS Profit can meet. Sources: docs.afas.help (GetConnectors, troubleshooting, authentication). */
export const AFAS_ISSUES = defineIssues({
	AFAS_ENVIRONMENT_NUMBER_INVALID: {
		severity: 'error',
		what: {
			en: 'The AFAS environment number is not a number of 5 or 6 digits.',
			nl: 'Het AFAS-omgevingsnummer is geen nummer van 5 of 6 cijfers.',
		},
		action: {
			en: 'Open the AFAS credential and enter the participant number, such as 12345. It is the number inside the environment name O12345AA.',
			nl: 'Open de AFAS-credential en vul het deelnemersnummer in, zoals 12345. Het staat in de omgevingsnaam O12345AA.',
		},
	},
	AFAS_TOKEN_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'The AFAS token is not in a form that can be used.',
			nl: 'Het AFAS-token heeft geen bruikbare vorm.',
		},
		action: {
			en: 'Paste the token as Profit showed it: the whole text from <token> to </token>, or only the 64 characters between <data> and </data>. If it is lost, make a new one in Profit at the app connector, tab Tokens.',
			nl: 'Plak het token zoals Profit het toonde: de hele tekst van <token> tot en met </token>, of alleen de 64 tekens tussen <data> en </data>. Is het kwijt, maak dan in Profit een nieuw token aan bij de app connector, tabblad Tokens.',
		},
	},
	AFAS_OAUTH_REFUSED: {
		severity: 'error',
		what: {
			en: 'AFAS refused the client id or the client secret ({error}).',
			nl: 'AFAS weigerde de client id of het client secret ({error}).',
		},
		why: {
			en: 'The secret may be wrong, revoked or expired: from Profit 9 a secret lasts 180 days unless set otherwise.',
			nl: 'Het secret kan onjuist, ingetrokken of verlopen zijn: vanaf Profit 9 is een secret standaard 180 dagen geldig.',
		},
		action: {
			en: 'In Profit, open the app connector and make a new client secret, then paste client id and secret into the AFAS credential. Check too that the environment (production, test, accept) is the one that the client belongs to.',
			nl: 'Open in Profit de app connector en maak een nieuw client secret, en plak client id en secret in de AFAS-credential. Controleer ook of de omgeving (productie, test, accept) klopt.',
		},
	},
	AFAS_OAUTH_DPOP: {
		severity: 'error',
		what: {
			en: 'This AFAS app connector demands DPoP, which is not supported.',
			nl: 'Deze AFAS app connector eist DPoP; dat wordt niet ondersteund.',
		},
		action: {
			en: 'In Profit, switch DPoP off for this app connector, or make an app connector without it.',
			nl: 'Zet in Profit DPoP uit voor deze app connector, of maak een app connector zonder DPoP.',
		},
	},
	AFAS_OAUTH_ANSWER: {
		severity: 'error',
		what: {
			en: 'AFAS gave no access token (HTTP {status}).',
			nl: 'AFAS gaf geen access token (HTTP {status}).',
		},
		action: {
			en: 'Check the environment number and the environment type in the AFAS credential, and that the app connector is set to OAuth or Hybrid. Then test the credential again.',
			nl: 'Controleer het omgevingsnummer en de omgeving in de AFAS-credential, en of de app connector op OAuth of Hybrid staat. Test daarna de credential opnieuw.',
		},
	},
	AFAS_CREDENTIAL_REFUSED: {
		severity: 'error',
		what: {
			en: 'AFAS refused the credential (HTTP 401).',
			nl: 'AFAS weigerde de credential (HTTP 401).',
		},
		why: {
			en: 'The token may be wrong, withdrawn or expired, belong to another environment, or the app connector may still be blocked.',
			nl: 'Het token kan onjuist, ingetrokken of verlopen zijn, bij een andere omgeving horen, of de app connector is nog geblokkeerd.',
		},
		action: {
			en: 'Open the AFAS credential and press Test. In Profit, check at General / Management / App connector that the connector is not blocked, that the token is valid, and that its user is in the user group.',
			nl: 'Open de AFAS-credential en druk op Test. Controleer in Profit bij Algemeen / Beheer / App connector dat de connector niet geblokkeerd is, het token geldig is en de gebruiker in de gebruikersgroep zit.',
		},
	},
	AFAS_ADDRESS_REFUSED: {
		severity: 'error',
		what: {
			en: 'AFAS refused the address that this n8n calls from (HTTP 403).',
			nl: 'AFAS weigerde het adres waarvandaan deze n8n werkt (HTTP 403).',
		},
		action: {
			en: 'In Profit, add the public IP address of n8n to the IP restriction of the app connector, or clear that restriction.',
			nl: 'Voeg in Profit het publieke IP-adres van n8n toe aan de IP-restrictie van de app connector, of haal die restrictie weg.',
		},
	},
	AFAS_NOT_REACHED: {
		severity: 'error',
		what: {
			en: 'AFAS could not be reached ({cause}).',
			nl: 'AFAS was niet bereikbaar ({cause}).',
		},
		action: {
			en: 'Check the environment number and the environment type in the AFAS credential, and that n8n may reach *.afas.online on port 443. If both are right, run again later.',
			nl: 'Controleer het omgevingsnummer en de omgeving in de AFAS-credential, en of n8n *.afas.online op poort 443 mag bereiken. Kloppen die, probeer het dan later opnieuw.',
		},
	},
	AFAS_TIMEOUT: {
		severity: 'error',
		what: {
			en: 'AFAS did not answer in time.',
			nl: 'AFAS antwoordde niet op tijd.',
		},
		why: {
			en: 'The query goes on at AFAS after the client has given up, so an immediate repeat makes it worse.',
			nl: 'De query loopt bij AFAS door nadat de client is gestopt; direct herhalen maakt het erger.',
		},
		action: {
			en: 'Wait at least 15 minutes. Then lower Page Size, or remove columns and free-field filters from the GetConnector.',
			nl: 'Wacht minstens 15 minuten. Verlaag daarna de paginagrootte, of haal kolommen en filters op vrije velden uit de GetConnector.',
		},
	},
	AFAS_RATE_LIMITED: {
		severity: 'error',
		what: {
			en: 'AFAS kept asking to slow down (HTTP 429).',
			nl: 'AFAS bleef vragen om langzamer te gaan (HTTP 429).',
		},
		action: {
			en: 'Run again later, and set Parallel Pages to 1. Other links that read the same environment count too.',
			nl: 'Probeer het later opnieuw en zet Parallelle pagina’s op 1. Andere koppelingen op dezelfde omgeving tellen mee.',
		},
	},
	AFAS_MAINTENANCE: {
		severity: 'error',
		what: {
			en: 'AFAS is not available now (HTTP {status}).',
			nl: 'AFAS is nu niet beschikbaar (HTTP {status}).',
		},
		action: {
			en: 'AFAS is probably in maintenance. Run again later, after the time named below if there is one. Nothing was changed in Alleo.',
			nl: 'AFAS is waarschijnlijk in onderhoud. Start de run later opnieuw, na de tijd hieronder als die er staat. Er is niets gewijzigd in Alleo.',
		},
	},
	AFAS_CONNECTOR_NOT_AVAILABLE: {
		severity: 'error',
		what: {
			en: 'The GetConnector {connector} is not available to this credential. It can see: {available}.',
			nl: 'De GetConnector {connector} is niet beschikbaar voor deze credential. Wel zichtbaar: {available}.',
		},
		why: {
			en: 'It does not exist, is not in the app connector, or the token user may not use it: AFAS gives one answer for all three.',
			nl: 'Hij bestaat niet, staat niet in de app connector, of de gebruiker van het token mag hem niet gebruiken: AFAS geeft daarvoor één antwoord.',
		},
		action: {
			en: 'Choose a connector from the list in the node, or add it in Profit at General / Management / App connector, tab GetConnectors, and check the user group of the token user.',
			nl: 'Kies een connector uit de lijst in de node, of voeg hem in Profit toe bij Algemeen / Beheer / App connector, tabblad GetConnectoren, en controleer de gebruikersgroep van de tokengebruiker.',
		},
	},
	AFAS_CONNECTOR_BLOCKED: {
		severity: 'error',
		what: {
			en: 'The GetConnector {connector} is blocked in AFAS.',
			nl: 'De GetConnector {connector} is geblokkeerd in AFAS.',
		},
		why: {
			en: 'AFAS blocks a GetConnector that burdens the environment too much.',
			nl: 'AFAS blokkeert een GetConnector die de omgeving te zwaar belast.',
		},
		action: {
			en: 'In Profit, open General / Output / Management / GetConnector, make the definition lighter (fewer columns, no free-field filter) and clear the box Blocked.',
			nl: 'Open in Profit Algemeen / Uitvoer / Beheer / GetConnector, maak de definitie lichter (minder kolommen, geen filter op vrije velden) en haal het vinkje Geblokkeerd weg.',
		},
	},
	AFAS_FIELD_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'AFAS does not know the column {field} in the GetConnector {connector}.',
			nl: 'AFAS kent de kolom {field} niet in de GetConnector {connector}.',
		},
		action: {
			en: 'Check the filter and the order in the node: choose columns from the list. An administrator may have renamed or removed the column in Profit.',
			nl: 'Controleer het filter en de sortering in de node: kies kolommen uit de lijst. Mogelijk heeft een beheerder de kolom in Profit hernoemd of verwijderd.',
		},
	},
	AFAS_COLUMNS_MISSING: {
		severity: 'error',
		what: {
			en: 'The GetConnector {connector} has no column {columns}. Nothing was read. Its columns are: {available}.',
			nl: 'De GetConnector {connector} heeft geen kolom {columns}. Er is niets gelezen. De kolommen zijn: {available}.',
		},
		why: {
			en: 'Without it nobody can tell who is in service.',
			nl: 'Zonder die kolom is niet te bepalen wie in dienst is.',
		},
		action: {
			en: 'Add the column to the GetConnector in Profit under that name, or, if it is there under another name, choose that name under Columns in the node.',
			nl: 'Voeg de kolom in Profit onder die naam toe aan de GetConnector, of kies in de node onder Columns de naam die de kolom daar heeft.',
		},
	},
	AFAS_ROW_COLUMN_MISSING: {
		severity: 'error',
		what: {
			en: 'A row of {connector} came without the column {column}, although the connector has it.',
			nl: 'Een rij van {connector} kwam zonder de kolom {column}, terwijl de connector die heeft.',
		},
		action: {
			en: 'The connector was probably changed while it was read. Run again.',
			nl: 'De connector is waarschijnlijk gewijzigd tijdens het lezen. Start de run opnieuw.',
		},
	},
	AFAS_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'AFAS answered "not found" (HTTP 404) for {path}.',
			nl: 'AFAS antwoordde "niet gevonden" (HTTP 404) op {path}.',
		},
		action: {
			en: 'Check the environment number, the environment type and the base URL in the AFAS credential. A custom base URL ends in /ProfitRestServices.',
			nl: 'Controleer het omgevingsnummer, de omgeving en de basis-URL in de AFAS-credential. Een eigen basis-URL eindigt op /ProfitRestServices.',
		},
	},
	AFAS_QUERY_TOO_LONG: {
		severity: 'error',
		what: {
			en: 'The filter and order make a query of {length} characters; AFAS takes {limit} at most. Nothing was sent.',
			nl: 'Filter en sortering geven een query van {length} tekens; AFAS neemt er hooguit {limit}. Er is niets verzonden.',
		},
		action: {
			en: 'Use fewer conditions (about 12 fit; each further column with a "Not" condition doubles them), or put the filter into the GetConnector in Profit.',
			nl: 'Gebruik minder voorwaarden (er passen er ongeveer 12; elke volgende kolom met een "Not"-voorwaarde verdubbelt ze), of zet het filter in de GetConnector in Profit.',
		},
	},
	AFAS_PAGE_TOO_BIG: {
		severity: 'error',
		what: {
			en: 'AFAS ran out of memory on {connector}, even at {take} rows a page.',
			nl: 'AFAS had te weinig geheugen voor {connector}, ook met {take} rijen per pagina.',
		},
		action: {
			en: 'Make the GetConnector narrower in Profit: hide the columns that are not needed, above all memo and blob columns.',
			nl: 'Maak de GetConnector in Profit smaller: verberg kolommen die niet nodig zijn, vooral memo- en blobkolommen.',
		},
	},
	AFAS_SERVER_TIMEOUT: {
		severity: 'error',
		what: {
			en: 'AFAS stopped the query on {connector} because it took too long.',
			nl: 'AFAS brak de query op {connector} af omdat die te lang duurde.',
		},
		action: {
			en: 'Wait at least 15 minutes. Then make the GetConnector lighter: fewer columns, no filter on free fields, or a smaller page.',
			nl: 'Wacht minstens 15 minuten. Maak de GetConnector daarna lichter: minder kolommen, geen filter op vrije velden, of een kleinere pagina.',
		},
	},
	AFAS_UNEXPECTED: {
		severity: 'error',
		what: {
			en: 'AFAS answered HTTP {status} on {connector} without a reason that this node knows.',
			nl: 'AFAS antwoordde HTTP {status} op {connector} zonder een reden die deze node kent.',
		},
		action: {
			en: 'Look up the reference below in the environment log of Profit (omgevingslogboek), or give it to AFAS support. Then run again.',
			nl: 'Zoek de referentie hieronder op in het omgevingslogboek van Profit, of geef die aan AFAS-support. Start de run daarna opnieuw.',
		},
	},
	AFAS_ANSWER_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'AFAS gave an answer on {connector} that could not be read ({cause}).',
			nl: 'AFAS gaf op {connector} een antwoord dat niet te lezen was ({cause}).',
		},
		action: {
			en: 'Run again. If it stays, a proxy or firewall between n8n and AFAS may be answering instead: check it, and the base URL in the credential.',
			nl: 'Start de run opnieuw. Blijft het zo, dan antwoordt mogelijk een proxy of firewall in plaats van AFAS: controleer die, en de basis-URL in de credential.',
		},
	},
	AFAS_SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting {setting} cannot be used: {cause}.',
			nl: 'De instelling {setting} is niet bruikbaar: {cause}.',
		},
		action: {
			en: 'Open the AFAS node and correct that setting.',
			nl: 'Open de AFAS-node en verbeter die instelling.',
		},
	},
	AFAS_EMPTY: {
		severity: 'error',
		what: {
			en: 'AFAS gave no rows at all from {connector}.',
			nl: 'AFAS gaf geen enkele rij uit {connector}.',
		},
		why: {
			en: 'A user without rights on employees gets an empty list instead of a refusal.',
			nl: 'Een gebruiker zonder rechten op medewerkers krijgt een lege lijst in plaats van een weigering.',
		},
		action: {
			en: 'Check in Profit the filter authorisation of the token user (HRM, employees) and the filter in the GetConnector and in this node. Nobody is treated as having left.',
			nl: 'Controleer in Profit de filterautorisatie van de tokengebruiker (HRM, medewerkers) en het filter in de GetConnector en in deze node. Niemand wordt als vertrokken gezien.',
		},
	},
	AFAS_ROWS_REPEATED: {
		severity: 'error',
		what: {
			en: 'The same row of {connector} came on two pages, so others may be missing.',
			nl: 'Dezelfde rij van {connector} kwam op twee pagina’s, dus andere kunnen ontbreken.',
		},
		action: {
			en: 'Run again. If it stays, the order {order} is not unique: choose an order in the node that is, such as employee, employer, DvId and start date, or add DvId to the GetConnector.',
			nl: 'Start de run opnieuw. Blijft het zo, dan is de sortering {order} niet uniek: kies er in de node een die dat wel is, zoals medewerker, werkgever, DvId en begindatum, of voeg DvId toe aan de GetConnector.',
		},
	},
	AFAS_ORDER_NOT_KEPT: {
		severity: 'error',
		what: {
			en: 'AFAS did not keep the order {order} on {connector}, so pages may skip or repeat rows.',
			nl: 'AFAS hield de sortering {order} op {connector} niet aan, dus pagina’s kunnen rijen overslaan of herhalen.',
		},
		action: {
			en: 'Run again. If it stays, choose another order in the node, or a page size that fits all rows in one page.',
			nl: 'Start de run opnieuw. Blijft het zo, kies dan een andere sortering, of een paginagrootte waarbij alles op één pagina past.',
		},
	},
	AFAS_LISTING_CHANGED: {
		severity: 'error',
		what: {
			en: 'The rows of {connector} changed while they were read ({cause}).',
			nl: 'De rijen van {connector} veranderden tijdens het lezen ({cause}).',
		},
		why: {
			en: 'A list that shifts between two pages can lose people.',
			nl: 'Een lijst die tussen twee pagina’s verschuift kan mensen kwijtraken.',
		},
		action: {
			en: 'Run again at a time when nobody works in Profit, such as early in the morning.',
			nl: 'Start de run opnieuw op een moment dat niemand in Profit werkt, zoals vroeg in de ochtend.',
		},
	},
	AFAS_FILTER_NOT_HONOURED: {
		severity: 'error',
		what: {
			en: 'AFAS returned rows of {connector} that do not meet the filter on {field}.',
			nl: 'AFAS gaf rijen van {connector} die niet aan het filter op {field} voldoen.',
		},
		action: {
			en: 'Put this filter into the GetConnector in Profit instead, or use another operator, then run again.',
			nl: 'Zet dit filter in Profit in de GetConnector, of gebruik een andere operator, en start de run opnieuw.',
		},
	},
	AFAS_DATES_DISAGREE: {
		severity: 'notice',
		what: {
			en: 'The contracts connector has other employment dates than the employees connector; the employees connector was used.',
			nl: 'De contractenconnector heeft andere data van het dienstverband dan de medewerkersconnector; de medewerkersconnector is gebruikt.',
		},
		action: {
			en: 'Compare both connectors for this employee in Profit, and correct the dates or the filter of the connector that is wrong.',
			nl: 'Vergelijk beide connectoren voor deze medewerker in Profit en verbeter de data of het filter van de connector die niet klopt.',
		},
	},
	AFAS_SEVERAL_EMAILS: {
		severity: 'notice',
		what: {
			en: 'The employments of this person have {count} different e-mail addresses; the one of the chosen employment was used.',
			nl: 'De dienstverbanden van deze persoon hebben {count} verschillende e-mailadressen; dat van het gekozen dienstverband is gebruikt.',
		},
		action: {
			en: 'Check in Profit whether these rows belong to one person, and make the work e-mail equal.',
			nl: 'Controleer in Profit of deze rijen van één persoon zijn en maak het werk-e-mailadres gelijk.',
		},
	},
	AFAS_DATE_UNREADABLE: {
		severity: 'notice',
		what: {
			en: 'The date in column {column} could not be read and was passed on as it is.',
			nl: 'De datum in kolom {column} was niet te lezen en is ongewijzigd doorgegeven.',
		},
		action: {
			en: 'Remove the output format of this column in the GetConnector, so that AFAS gives an ISO date.',
			nl: 'Haal de uitvoeropmaak van deze kolom in de GetConnector weg, zodat AFAS een ISO-datum geeft.',
		},
	},
	AFAS_TEXT_DAMAGED: {
		severity: 'notice',
		what: {
			en: 'The text in column {column} holds characters that were lost on the way.',
			nl: 'De tekst in kolom {column} bevat tekens die onderweg verloren zijn gegaan.',
		},
		action: {
			en: 'Correct the value in Profit, and check any proxy between n8n and AFAS.',
			nl: 'Verbeter de waarde in Profit en controleer een eventuele proxy tussen n8n en AFAS.',
		},
	},
	AFAS_PERSON_KEY_EMPTY: {
		severity: 'notice',
		what: {
			en: 'This row has no value in the key column {column}, so nobody can tell who it is.',
			nl: 'Deze rij heeft geen waarde in de sleutelkolom {column}; het is dus niet te bepalen wie het is.',
		},
		action: {
			en: 'Fill the column in Profit, or filter such rows out of the GetConnector.',
			nl: 'Vul de kolom in Profit, of filter zulke rijen uit de GetConnector.',
		},
	},
	AFAS_TOKEN_ENDS: {
		severity: 'notice',
		what: {
			en: 'AFAS ends classic tokens: existing ones on 2027-02-15, every classic token on 2027-08-31.',
			nl: 'AFAS stopt met klassieke tokens: bestaande op 2027-02-15, alle klassieke tokens op 2027-08-31.',
		},
		action: {
			en: 'Move the app connector to OAuth in Profit and use the AFAS Profit OAuth2 API credential in this node.',
			nl: 'Zet de app connector in Profit om naar OAuth en gebruik in deze node de credential AFAS Profit OAuth2 API.',
		},
	},
	AFAS_KEY_PRIVATE: {
		severity: 'error',
		what: {
			en: 'The column {column} of {connector} holds, by its name or its values, citizen service numbers or bank accounts, and is chosen for something that is passed on.',
			nl: 'De kolom {column} van {connector} bevat, naar zijn naam of zijn waarden, burgerservicenummers of bankrekeningen, en is gekozen voor iets wat wordt doorgegeven.',
		},
		why: {
			en: 'Such a number may not be used to recognise people, and never leaves AFAS.',
			nl: 'Zo’n nummer mag niet worden gebruikt om mensen te herkennen, en verlaat AFAS nooit.',
		},
		action: {
			en: 'Choose another column under Columns in the AFAS node: for people the employee code (Medewerker) or the person number (Nummer persoon). Nothing was passed on.',
			nl: 'Kies een andere kolom bij Columns in de AFAS-node: voor mensen de medewerkercode (Medewerker) of het persoonsnummer (Nummer persoon). Er is niets doorgegeven.',
		},
	},
	AFAS_COLUMNS_NOT_CHOSEN: {
		severity: 'notice',
		what: {
			en: '{count} columns of {connector} were not passed on, because the sync does not use them: {columns}.',
			nl: '{count} kolommen van {connector} zijn niet doorgegeven, omdat de synchronisatie ze niet gebruikt: {columns}.',
		},
		action: {
			en: 'To map one of them in Employee Normalize, choose it in the AFAS node under Additional Column Names or IDs. Hide the others in the GetConnector in Profit (setting Visible).',
			nl: 'Wil je er een gebruiken in Employee Normalize, kies hem dan in de AFAS-node bij Additional Column Names or IDs. Verberg de andere in de GetConnector in Profit (instelling Zichtbaar).',
		},
	},
	AFAS_COLUMNS_WITHHELD: {
		severity: 'notice',
		what: {
			en: '{count} columns of {connector} were read but not passed on, because by their names they hold private or salary data: {columns}.',
			nl: '{count} kolommen van {connector} zijn gelezen maar niet doorgegeven, omdat ze naar hun naam privé- of salarisgegevens bevatten: {columns}.',
		},
		action: {
			en: 'They never are, also when they are chosen. Better still, hide these columns in the GetConnector in Profit (setting Visible), so that they never leave AFAS.',
			nl: 'Dat gebeurt nooit, ook niet als ze gekozen zijn. Beter nog: verberg deze kolommen in de GetConnector in Profit (instelling Zichtbaar), zodat ze AFAS niet verlaten.',
		},
	},
	AFAS_CHECK_COLUMNS: {
		severity: 'reason',
		what: {
			en: 'Every required column is in the connector and in every row.',
			nl: 'Elke vereiste kolom staat in de connector en in elke rij.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
	AFAS_CHECK_END: {
		severity: 'reason',
		what: {
			en: 'The last page was short, and nothing follows the last row.',
			nl: 'De laatste pagina was niet vol, en na de laatste rij volgt niets.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
	AFAS_CHECK_ORDER: {
		severity: 'reason',
		what: {
			en: 'The rows came in the order that was asked for.',
			nl: 'De rijen kwamen in de gevraagde volgorde.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
	AFAS_CHECK_UNIQUE: {
		severity: 'reason',
		what: {
			en: 'No row came twice.',
			nl: 'Geen rij kwam twee keer.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
	AFAS_CHECK_FIRST_PAGE: {
		severity: 'reason',
		what: {
			en: 'The first page, read again at the end, held the same rows.',
			nl: 'De eerste pagina, aan het eind opnieuw gelezen, bevatte dezelfde rijen.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
	AFAS_CHECK_CONTRACTS: {
		severity: 'reason',
		what: {
			en: 'The contracts connector was read completely and joined by employee.',
			nl: 'De contractenconnector is volledig gelezen en per medewerker gekoppeld.',
		},
		action: { en: 'None.', nl: 'Geen.' },
	},
});
