import { error, notice } from './define';

/**
 * Codes of reading a source, and of talking to any vendor. `{system}` is the vendor's name, other
 * places are counts, limits, and names of fields, connectors or companies; never of people.
 */
export const SOURCE_ISSUES = {
	NETWORK: error(
		'{system} could not be reached.',
		'{system} is niet bereikbaar.',
		'Check the base URL in the credential and that this n8n may reach it (firewall, proxy), then run again.',
		'Controleer de basis-URL in de credential en of deze n8n erbij kan (firewall, proxy), en start opnieuw.',
		'The connection was refused or dropped {attempts} {attempts|time|times}.',
		'De verbinding is {attempts} keer geweigerd of verbroken.',
	),
	TIMEOUT: error(
		'{system} did not answer in time.',
		'{system} antwoordde niet op tijd.',
		'Run again later; if it happens every day, lower the page size or run at a quieter hour.',
		'Start later opnieuw; gebeurt het elke dag, verklein dan de paginagrootte of kies een rustiger tijdstip.',
	),
	RATE_LIMITED: error(
		'{system} refuses more calls for now.',
		'{system} weigert voorlopig meer aanroepen.',
		'Run again later, and let other integrations with the same key run at another hour.',
		'Start later opnieuw, en laat andere koppelingen met dezelfde sleutel op een ander tijdstip draaien.',
		'The limit was still exceeded after {attempts} {attempts|attempt|attempts}.',
		'De limiet was na {attempts} {attempts|poging|pogingen} nog steeds overschreden.',
	),
	UNAVAILABLE: error(
		'{system} is not available: it kept answering with a server error.',
		'{system} is niet beschikbaar: het bleef antwoorden met een serverfout.',
		'Look at the status page of {system}; run again when the maintenance or outage is over.',
		'Kijk op de statuspagina van {system}; start opnieuw als het onderhoud of de storing voorbij is.',
	),
	UNAUTHORIZED: error(
		'{system} refuses the credential.',
		'{system} weigert de credential.',
		'Open the credential, check each field, save, and look at the result of its test.',
		'Open de credential, controleer elk veld, sla op en bekijk de uitkomst van de test.',
	),
	PRIVATE_VALUES_WITHHELD: notice(
		'{columns} of {where} was withheld for everybody, because values in it look like {kind} (BSN: citizen service number, IBAN: bank account).',
		'{columns} van {where} is voor iedereen achtergehouden, omdat waarden erin op {kind} lijken (BSN: burgerservicenummer, IBAN: bankrekening).',
		'Look in the HR system which people have such a value there, and take it out or hide the field. To map what it is meant for, use a field without such numbers.',
		'Kijk in het HR-systeem bij welke mensen er zo’n waarde staat, en haal die weg of verberg het veld. Gebruik voor de mapping een veld zonder zulke nummers.',
		'Such numbers never leave the HR system, whatever the field is called. Of other numbers of eight or nine digits one in eleven looks the same.',
		'Zulke nummers verlaten het HR-systeem nooit, hoe het veld ook heet. Van andere nummers van acht of negen cijfers lijkt één op de elf erop.',
	),
	CANCELLED: error(
		'The run was stopped while {system} was being read or written.',
		'De run is gestopt tijdens het lezen of schrijven van {system}.',
		'Start the workflow again when you want to go on.',
		'Start de workflow opnieuw om verder te gaan.',
	),
	UNEXPECTED: error(
		'Something unexpected happened in this node ({kind}).',
		'In deze node gebeurde iets onverwachts ({kind}).',
		'Look at the fields of the node that hold an expression, and run again. If it stays, report it with the name in brackets.',
		'Kijk naar de velden van de node met een expressie, en start opnieuw. Blijft het zo, meld het dan met de naam tussen haakjes.',
		'Its text is not shown, because it may hold what was sent or typed.',
		'De tekst ervan wordt niet getoond, omdat daar in kan staan wat er verstuurd of getypt is.',
	),
	ANSWER_TOO_BIG: error(
		'{system} sent an answer of more than {limit} MB; the rest was not read.',
		'{system} stuurde een antwoord van meer dan {limit} MB; de rest is niet gelezen.',
		'Lower the page size. If an answer of this size is right, raise "Largest Answer (MB)" in the credential.',
		'Verklein de paginagrootte. Klopt een antwoord van deze omvang, verhoog dan "Largest Answer (MB)" in de credential.',
		'No list or report of this size is known, and a whole n8n would stand still while it reads it.',
		'Een lijst of rapport van deze omvang is niet bekend, en een hele n8n zou stilstaan terwijl hij het leest.',
	),
	NOT_ALLOWED: error(
		'This node may not send that request to {system}; it was not sent.',
		'Deze node mag dat verzoek niet naar {system} sturen; het is niet verstuurd.',
		'Report this to the maintainers of this package: it is a fault in the node.',
		'Meld dit bij de beheerders van dit pakket: het is een fout in de node.',
	),
	BASE_URL_INVALID: error(
		'A URL in the credential cannot be used: {problem}.',
		'Een URL in de credential is onbruikbaar: {problem}.',
		"Correct it, or leave the base URL empty for the vendor's own address.",
		'Verbeter hem, of laat de basis-URL leeg voor het eigen adres van de leverancier.',
	),
	SETTING_INVALID: error(
		'The setting "{setting}" in {step:here} cannot be used: {problem}.',
		'De instelling "{setting}" in {step:here} is onbruikbaar: {problem}.',
		'Open {step:here} and correct the setting. If it reads its value from another step, such as {step:settings}, correct it there. Nothing was done.',
		'Open {step:here} en verbeter de instelling. Komt de waarde uit een andere stap, zoals {step:settings}, verbeter haar dan daar. Er is niets gedaan.',
	),
	SOURCE_REACHED: notice(
		'Reached {where}: {parts}, with the number of people behind each.',
		'Bereikt: {where}: {parts}, met achter elk het aantal mensen.',
		'If one is missing that you expected, see the rights of the credential.',
		'Ontbreekt er een die u verwachtte, kijk dan naar de rechten van de credential.',
	),
};
