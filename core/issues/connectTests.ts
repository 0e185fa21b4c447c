import { error, notice, outcome } from './define';

/** Codes of what was tested while a customer connected, and of what support has to know afterwards. */
export const CONNECT_TEST_ISSUES = {
	CONNECT_TEST_MODE: error(
		'This is the test address.',
		'Dit is het testadres.',
		'Publish the workflow and use the production address.',
		'Publiceer de workflow en gebruik het productieadres.',
		'It listens to one request only, and a connection takes several.',
		'Het luistert naar één verzoek, en een verbinding kost er meer.',
	),
	CONNECT_TEST_DEBTORS: outcome(
		'Debtors that can be read: {count}.',
		'Leesbare debiteuren: {count}.',
	),
	CONNECT_TEST_COMPANIES: outcome(
		'Companies that can be read: {count}.',
		'Leesbare bedrijven: {count}.',
	),
	CONNECT_TEST_TOKEN_COMPANIES: outcome(
		'Companies that the API token sees: {count}.',
		'Bedrijven die het API-token ziet: {count}.',
		'In NMBRS, let the user see the companies: the company filter of this user.',
		'Laat de gebruiker in NMBRS de bedrijven zien: het bedrijfsfilter van deze gebruiker.',
	),
	CONNECT_TEST_SERVICE: outcome(
		'{service}',
		'{service}',
		'In NMBRS, switch it on in the user template: Settings, User templates, the gear at API.',
		'Zet dit in NMBRS aan in het gebruikerssjabloon: Instellingen, User templates, het tandwiel bij API.',
	),
	CONNECT_CONNECTOR_FOUND: outcome(
		'GetConnector {connector}: all required columns are there.',
		'GetConnector {connector}: alle vereiste kolommen zijn er.',
	),
	CONNECT_CONNECTOR_MISSING: outcome(
		'GetConnector {connector} is not in the app connector. It sees: {visible}.',
		'GetConnector {connector} zit niet in de app connector. Die ziet: {visible}.',
		'In Profit: Algemeen / Beheer / App connector, open the app connector, tab GetConnectoren, add {connector}. If it does not exist yet: Algemeen / Uitvoer / Beheer / GetConnector, Nieuw.',
		'In Profit: Algemeen / Beheer / App connector, open de app connector, tabblad GetConnectoren, voeg {connector} toe. Bestaat hij nog niet: Algemeen / Uitvoer / Beheer / GetConnector, Nieuw.',
	),
	CONNECT_CONNECTOR_UNREADABLE: outcome(
		'GetConnector {connector} cannot be read.',
		'GetConnector {connector} is niet te lezen.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} and clear Geblokkeerd; Algemeen / Beheer / Autorisatie tool: give the user group its rights.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} en haal Geblokkeerd weg; Algemeen / Beheer / Autorisatie tool: geef de gebruikersgroep rechten.',
	),
	CONNECT_COLUMN_MISSING: outcome(
		'Column {column} is missing in {connector}.',
		'Kolom {column} ontbreekt in {connector}.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, add the field {field} with {column} as its name.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, voeg het veld {field} toe met {column} als naam.',
	),
	CONNECT_PAY_COLUMNS_MISSING: outcome(
		'In {connector} these columns are not there, or have another name: {columns}.',
		'In {connector} ontbreken deze kolommen, of ze heten anders: {columns}.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} and add them. Do your columns have other names? Finish, and tell Alleo which are meant.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} en voeg ze toe. Heten uw kolommen anders? Rond af en laat Alleo weten welke bedoeld zijn.',
	),
	CONNECT_COLUMN_RECOMMENDED: outcome(
		'Recommended, not required: column {column} in {connector} ({field}).',
		'Aanbevolen, niet vereist: kolom {column} in {connector} ({field}).',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, add the field {field} with {column} as its name.',
		'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, voeg het veld {field} toe met {column} als naam.',
	),
	CONNECT_COLUMN_RENAMED: outcome(
		'{connector} has {perhaps}, perhaps for {column}.',
		'{connector} heeft {perhaps}, misschien voor {column}.',
		'Alleo looks at this and maps the column.',
		'Alleo bekijkt dit en koppelt de kolom.',
	),
	CONNECT_ACCESS_NONE: outcome(
		'{connector} has no column alleo_access, so everybody in service takes part.',
		'{connector} heeft geen kolom alleo_access; iedereen in dienst doet dus mee.',
	),
	CONNECT_ACCESS_EMPTY: outcome(
		'{column} in {connector} is empty with the people looked at ({count}). As soon as it has a value for anybody, it decides who takes part.',
		'{column} in {connector} is leeg bij de mensen die zijn bekeken ({count}). Zodra er bij iemand een waarde staat, bepaalt deze kolom wie meedoet.',
	),
	CONNECT_ACCESS_UNREAD: outcome(
		'The column alleo_access of {connector} could not be looked at now. If it is there, it is used.',
		'De kolom alleo_access van {connector} kon nu niet worden bekeken. Is die er, dan wordt hij gebruikt.',
	),
	CONNECT_LOGIN_SHARED: notice(
		'The same login serves the integration of {customer} too.',
		'Dezelfde login bedient ook de koppeling van {customer}.',
		'Ask which of the two is meant, and let the other connect again with a login of its own.',
		'Vraag welke van de twee bedoeld is, en laat de andere opnieuw verbinden met een eigen login.',
		'An e-mail address serves one integration only: that one stops.',
		'Een e-mailadres bedient maar één koppeling: die stopt.',
	),
	CONNECT_PARTITION_SHARED: notice(
		'The same debtor or environment is connected for {customer} too.',
		'Dezelfde debiteur of omgeving is ook verbonden voor {customer}.',
		'Do not enable this one before it is clear which of the two is right.',
		'Schakel deze niet in voordat duidelijk is welke van de twee klopt.',
		'Two integrations would handle the same people.',
		'Twee koppelingen zouden dezelfde mensen verwerken.',
	),
	CONNECT_LOGIN_IN_USE: notice(
		'The same login serves another integration already.',
		'Dezelfde login bedient al een andere koppeling.',
		'Alleo is told of it. If you did not mean this, tell Alleo too.',
		'Alleo krijgt hier bericht van. Was dat niet de bedoeling, laat het Alleo dan ook weten.',
		'An e-mail address serves one integration only: that one stops now.',
		'Een e-mailadres bedient maar één koppeling: die andere stopt nu.',
	),
	CONNECT_PARTITION_IN_USE: notice(
		'This debtor or environment is connected for another integration already.',
		'Deze debiteur of omgeving is al voor een andere koppeling verbonden.',
		'You need to do nothing: Alleo is told of it.',
		'U hoeft niets te doen: Alleo krijgt hier bericht van.',
	),
	CONNECT_TOKEN_SKIPPED: notice(
		'The customer finished without an NMBRS API token.',
		'De klant heeft afgerond zonder NMBRS-API-token.',
		'Extra fields, wage components and leave are not read. Send an invitation for the token later.',
		'Extra velden, looncomponenten en verlof worden niet gelezen. Stuur later een uitnodiging voor het token.',
	),
	CONNECT_PAY_SKIPPED: notice(
		'Salary and leave were asked for, but the customer gave no access to them.',
		'Salaris en verlof zijn gevraagd, maar de klant gaf daar geen toegang toe.',
		'No salary and leave workflow is made. Invite the customer again, with Ask for Salary and Leave, once it can give that.',
		'Er wordt geen workflow voor salaris en verlof gemaakt. Nodig de klant opnieuw uit met Ask for Salary and Leave zodra die dat kan geven.',
	),
	CONNECT_SEVERAL_COMPANIES: notice(
		'The customer says that each value of {field} is an Alleo company of its own. Values: {count}.',
		'De klant zegt dat elke waarde van {field} een eigen Alleo-bedrijf is. Waarden: {count}.',
		'Choose the Alleo company of each value before the first plan is approved; until then these people wait.',
		'Kies van elke waarde het Alleo-bedrijf voordat het eerste plan wordt goedgekeurd; tot die tijd wachten deze mensen.',
	),
	CONNECT_INCOMPLETE: notice(
		'Tested and not working yet: {count}.',
		'Getest en nog niet in orde: {count}.',
		'Look at the tests; do not enable the integration before they are repaired.',
		'Bekijk de tests; schakel de koppeling niet in voordat ze hersteld zijn.',
	),
	CONNECT_REPLACED_UNKNOWN: notice(
		'It is not known what the replaced credential was connected to.',
		'Onbekend is waarmee de vervangen credential verbonden was.',
		'Check the debtors or the environment before the next run.',
		'Controleer de debiteuren of de omgeving voor de volgende run.',
		'No invitation that is believed made it, so it could not be compared.',
		'Geen uitnodiging die wordt geloofd heeft die gemaakt, dus vergelijken kon niet.',
	),
};
