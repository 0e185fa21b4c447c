import { defineIssues } from './define';

/**
 * Codes of the pages on which a customer connects, of what was tested there, and of what support has to
 * know afterwards. `{customer}` is the name of a customer as the invitation gives it, never a person.
 */
export const CONNECT_PAGE_ISSUES = defineIssues({
	CONNECT_LINK_INVALID: {
		severity: 'error',
		what: { en: 'This link is not valid.', nl: 'Deze link is niet geldig.' },
		why: {
			en: 'A part of it may be missing, or it was changed.',
			nl: 'Misschien ontbreekt er een stuk, of is hij gewijzigd.',
		},
		action: {
			en: 'Copy the whole link from the e-mail, or ask Alleo for a new one.',
			nl: 'Kopieer de hele link uit de e-mail, of vraag Alleo om een nieuwe.',
		},
	},
	CONNECT_LINK_EXPIRED: {
		severity: 'error',
		what: { en: 'This link has expired.', nl: 'Deze link is verlopen.' },
		action: {
			en: 'Ask Alleo for a new link; that takes a minute.',
			nl: 'Vraag Alleo om een nieuwe link; dat is zo gebeurd.',
		},
	},
	CONNECT_LINK_REVOKED: {
		severity: 'error',
		what: { en: 'This link was withdrawn.', nl: 'Deze link is ingetrokken.' },
		action: {
			en: 'Use the newest link that you got from Alleo, or ask for one.',
			nl: 'Gebruik de nieuwste link die u van Alleo kreeg, of vraag erom.',
		},
	},
	CONNECT_LINK_USED: {
		severity: 'error',
		what: { en: 'This link was used already.', nl: 'Deze link is al gebruikt.' },
		why: {
			en: 'The connection was made with it. A link works once.',
			nl: 'De verbinding is ermee gemaakt. Een link werkt één keer.',
		},
		action: {
			en: 'You need to do nothing. If it was not you, tell Alleo at once.',
			nl: 'U hoeft niets te doen. Was u het niet zelf, laat het Alleo dan meteen weten.',
		},
	},
	CONNECT_TYPED_LONG: {
		severity: 'error',
		what: {
			en: 'What you entered under “{field}” is too long.',
			nl: 'Wat u bij “{field}” hebt ingevuld, is te lang.',
		},
		why: {
			en: 'Probably more was copied than the value itself. Nothing of it was used.',
			nl: 'Waarschijnlijk is er meer gekopieerd dan de waarde zelf. Er is niets van gebruikt.',
		},
		action: {
			en: 'Copy only the value itself and try again.',
			nl: 'Kopieer alleen de waarde zelf en probeer het opnieuw.',
		},
	},
	CONNECT_TYPED_CHARACTERS: {
		severity: 'error',
		what: {
			en: 'What you entered under “{field}” has characters that cannot be seen.',
			nl: 'Wat u bij “{field}” hebt ingevuld, bevat tekens die niet te zien zijn.',
		},
		why: {
			en: 'Line breaks and invisible marks can come along with copying. Nothing of it was used.',
			nl: 'Regeleinden en onzichtbare tekens komen soms mee met kopiëren. Er is niets van gebruikt.',
		},
		action: {
			en: 'Copy the value again, straight from the system, or type it.',
			nl: 'Kopieer de waarde opnieuw, rechtstreeks uit het systeem, of typ hem over.',
		},
	},
	CONNECT_TYPED_FORM: {
		severity: 'error',
		what: {
			en: 'What you entered under “{field}” is not in the right form.',
			nl: 'Wat u bij “{field}” hebt ingevuld, heeft niet de juiste vorm.',
		},
		action: {
			en: 'Enter only the value itself, without spaces or other signs in it, as in the example on the page.',
			nl: 'Vul alleen de waarde zelf in, zonder spaties of andere tekens erin, zoals in het voorbeeld op de pagina.',
		},
	},
	CONNECT_OTHER_BROWSER: {
		severity: 'error',
		what: {
			en: 'This page belongs to another browser.',
			nl: 'Deze pagina hoort bij een andere browser.',
		},
		why: {
			en: 'The connection was begun in another window or browser, or cookies are blocked. What was given here before is not used.',
			nl: 'De verbinding is in een ander venster of een andere browser begonnen, of cookies zijn geblokkeerd. Wat hier eerder is gegeven, wordt niet gebruikt.',
		},
		action: {
			en: 'Open the link from the e-mail again, and go through all steps in that window.',
			nl: 'Open de link uit de e-mail opnieuw, en doorloop alle stappen in dat venster.',
		},
	},
	CONNECT_OUT_OF_DATE: {
		severity: 'error',
		what: { en: 'This page is no longer up to date.', nl: 'Deze pagina is niet meer actueel.' },
		why: {
			en: 'A later step was taken already, here or in another window. Nothing was changed now.',
			nl: 'Er is al een volgende stap gezet, hier of in een ander venster. Er is nu niets gewijzigd.',
		},
		action: { en: 'Go on from the present step.', nl: 'Ga verder vanaf de huidige stap.' },
	},
	CONNECT_STATE_INVALID: {
		severity: 'error',
		what: {
			en: 'NMBRS came back with an answer that does not belong here.',
			nl: 'NMBRS kwam terug met een antwoord dat hier niet bij hoort.',
		},
		why: {
			en: 'It belongs to another connection, or it was used before. It was not used.',
			nl: 'Het hoort bij een andere verbinding, of is al eerder gebruikt. Het is niet gebruikt.',
		},
		action: {
			en: 'Open the link from the e-mail again and start over.',
			nl: 'Open de link uit de e-mail opnieuw en begin opnieuw.',
		},
	},
	CONNECT_CONSENT_REFUSED: {
		severity: 'error',
		what: { en: 'NMBRS got no permission.', nl: 'NMBRS kreeg geen toestemming.' },
		why: {
			en: 'The consent was refused or cancelled at NMBRS. Nothing was connected.',
			nl: 'De toestemming is bij NMBRS geweigerd of afgebroken. Er is niets verbonden.',
		},
		action: {
			en: 'Try again and click Allow; or forward the link to a colleague who may decide this.',
			nl: 'Probeer het opnieuw en klik op Toestaan (Allow); of stuur de link door naar een collega die hierover mag beslissen.',
		},
	},
	CONNECT_SCOPE_INVALID: {
		severity: 'error',
		what: {
			en: "NMBRS does not accept Alleo's request.",
			nl: 'NMBRS accepteert het verzoek van Alleo niet.',
		},
		why: {
			en: 'A scope, the address of this page or the app is not registered at NMBRS. It is nothing you did.',
			nl: 'Een scope, het adres van deze pagina of de app is niet geregistreerd bij NMBRS. Het ligt niet aan u.',
		},
		action: {
			en: 'Tell Alleo; the link keeps working for when it is repaired.',
			nl: 'Laat het Alleo weten; de link blijft werken voor als het hersteld is.',
		},
	},
	CONNECT_CODE_EXPIRED: {
		severity: 'error',
		what: {
			en: 'The permission of NMBRS came too late.',
			nl: 'De toestemming van NMBRS kwam te laat.',
		},
		why: {
			en: 'NMBRS gives a few minutes to come back, and once only.',
			nl: 'NMBRS geeft een paar minuten om terug te komen, en maar één keer.',
		},
		action: {
			en: 'Try again; do not use the back button on the way.',
			nl: 'Probeer het opnieuw; gebruik onderweg de terugknop niet.',
		},
	},
	CONNECT_NO_RIGHTS: {
		severity: 'error',
		what: { en: 'This NMBRS login may read nothing.', nl: 'Deze NMBRS-login mag niets lezen.' },
		why: {
			en: 'It has no rights on a debtor or company.',
			nl: 'De login heeft geen rechten op een debiteur of bedrijf.',
		},
		action: {
			en: 'Use a Client Login (any template) or Company Login that sees the company, in a private window.',
			nl: 'Gebruik een Client Login (welk sjabloon dan ook) of Company Login die het bedrijf ziet, in een privévenster.',
		},
	},
	CONNECT_NO_REFRESH: {
		severity: 'error',
		what: {
			en: 'NMBRS gave a permission that ends within the hour.',
			nl: 'NMBRS gaf een toestemming die binnen een uur eindigt.',
		},
		why: { en: 'The scope offline_access is missing.', nl: 'De scope offline_access ontbreekt.' },
		action: {
			en: 'Tell Alleo; it is nothing you did.',
			nl: 'Laat het Alleo weten; het ligt niet aan u.',
		},
	},
	CONNECT_OTHER_DEBTORS: {
		severity: 'error',
		what: {
			en: 'This login sees other companies than before.',
			nl: 'Deze login ziet andere bedrijven dan eerst.',
		},
		why: {
			en: 'Renewing the connection of {customer} with it would mix up two customers, so nothing was changed.',
			nl: 'De verbinding van {customer} hiermee vernieuwen zou twee klanten verwisselen, dus er is niets gewijzigd.',
		},
		action: {
			en: 'Try again in a private window with the login of this customer; or ask Alleo for a link for a new connection.',
			nl: 'Probeer het opnieuw in een privévenster met de login van deze klant; of vraag Alleo om een link voor een nieuwe verbinding.',
		},
	},
	CONNECT_TOO_MANY: {
		severity: 'error',
		what: {
			en: 'This was tried too often with this link.',
			nl: 'Dit is met deze link te vaak geprobeerd.',
		},
		why: {
			en: 'A link allows a few tries an hour, so that nobody can guess with it. Nothing was sent on now.',
			nl: 'Een link staat een paar pogingen per uur toe, zodat niemand ermee kan gokken. Er is nu niets doorgestuurd.',
		},
		action: {
			en: 'Try again from {time} on. Check what you fill in until then; Alleo can help.',
			nl: 'Probeer het opnieuw vanaf {time}. Controleer intussen wat u invult; Alleo kan helpen.',
		},
	},
	CONNECT_ENVIRONMENT_CHANGED: {
		severity: 'error',
		what: {
			en: 'This is not the environment that this link is for.',
			nl: 'Dit is niet de omgeving waarvoor deze link is.',
		},
		why: {
			en: 'Another AFAS environment can hold other people. So somebody of Alleo looks at it first; nothing was changed.',
			nl: 'In een andere AFAS-omgeving kunnen andere mensen staan. Daarom kijkt iemand van Alleo er eerst naar; er is niets gewijzigd.',
		},
		action: {
			en: 'If you meant the same environment as before, correct the number and the kind. If it has to be another one: Alleo was told, and sends you a new link.',
			nl: 'Bedoelde u dezelfde omgeving als eerst, verbeter dan het nummer en de soort. Moet het een andere worden: Alleo heeft bericht gekregen en stuurt u een nieuwe link.',
		},
	},
	CONNECT_ENVIRONMENT_WAITS: {
		severity: 'notice',
		what: {
			en: 'A customer wants to connect AFAS environment {reached}; expected was {before}. Nothing was replaced.',
			nl: 'Een klant wil AFAS-omgeving {reached} verbinden; verwacht was {before}. Er is niets vervangen.',
		},
		why: {
			en: 'Another environment can hold other people, who would come into the same Alleo company. A question mark: the environment before is not known.',
			nl: 'In een andere omgeving kunnen andere mensen staan, die in hetzelfde Alleo-bedrijf komen. Een vraagteken: de omgeving van eerst is niet bekend.',
		},
		action: {
			en: 'Ask the customer. If {reached} is right, make a new invitation with Customer Setup that has {reached} in AFAS Environment, and send that link.',
			nl: 'Vraag het de klant. Klopt {reached}, maak dan met Customer Setup een nieuwe uitnodiging met {reached} in AFAS Environment en stuur die link.',
		},
	},
	CONNECT_CONSENT_LEFT: {
		severity: 'notice',
		what: {
			en: 'A consent of a dropped attempt could not be given back to NMBRS yet: {count}.',
			nl: 'Een toestemming van een vervallen poging kon nog niet aan NMBRS worden teruggegeven: {count}.',
		},
		why: {
			en: 'Nobody can use it, but until it is given back, or for 30 days, NMBRS counts it.',
			nl: 'Niemand kan hem gebruiken, maar tot hij is teruggegeven, of 30 dagen lang, telt NMBRS hem mee.',
		},
		action: {
			en: 'Invitation: Clean Up tries again, every day in the template. If it stays, check the Nmbrs App API credential there.',
			nl: 'Invitation: Clean Up probeert het opnieuw, in de template elke dag. Blijft het zo, controleer daar dan de credential Nmbrs App API.',
		},
	},
	CONNECT_ROWS_UNREAD: {
		severity: 'notice',
		what: {
			en: 'Invitations that could not be compared with this connection: {count}.',
			nl: 'Uitnodigingen waarmee deze verbinding niet kon worden vergeleken: {count}.',
		},
		why: {
			en: 'Their rows were changed by hand, or are of an older version. A login or debtor that two customers share can go unnoticed.',
			nl: 'Hun rijen zijn met de hand gewijzigd, of van een oudere versie. Een login of debiteur van twee klanten kan zo onopgemerkt blijven.',
		},
		action: {
			en: 'List them with Invitation: Get Many, state Altered; look at who connected what before enabling. Rows of an older version can be deleted from the data table.',
			nl: 'Bekijk ze met Invitation: Get Many, state Altered; kijk vóór het inschakelen wie wat heeft verbonden. Rijen van een oudere versie mogen uit de data table.',
		},
	},
	CONNECT_VENDOR_UNREACHABLE: {
		severity: 'error',
		what: { en: '{system} did not answer.', nl: '{system} gaf geen antwoord.' },
		action: {
			en: 'Try again in a few minutes. If it stays so, tell Alleo.',
			nl: 'Probeer het over een paar minuten opnieuw. Blijft het zo, laat het Alleo dan weten.',
		},
	},
	CONNECT_VENDOR_FAILED: {
		severity: 'error',
		what: {
			en: '{system} gave an answer that Alleo cannot use.',
			nl: '{system} gaf een antwoord waar Alleo niets mee kan.',
		},
		why: { en: 'Code: {code}.', nl: 'Code: {code}.' },
		action: {
			en: 'Tell Alleo this code; the link keeps working.',
			nl: 'Geef deze code door aan Alleo; de link blijft werken.',
		},
	},
	CONNECT_AFAS_ENVIRONMENT: {
		severity: 'error',
		what: {
			en: 'This access is for environment {reached}.',
			nl: 'Deze toegang is van omgeving {reached}.',
		},
		action: {
			en: 'Correct the environment number, or choose production, test or accept.',
			nl: 'Verbeter het omgevingsnummer, of kies productie, test of accept.',
		},
	},
	CONNECT_CHOOSE_NONE: {
		severity: 'error',
		what: { en: 'Nothing was chosen.', nl: 'Er is niets gekozen.' },
		action: {
			en: 'Choose at least one debtor or company.',
			nl: 'Kies ten minste één debiteur of bedrijf.',
		},
	},
	CONNECT_NOT_READY: {
		severity: 'error',
		what: {
			en: 'Alleo cannot make the connection at this moment.',
			nl: 'Alleo kan de verbinding op dit moment niet maken.',
		},
		why: {
			en: "Something in Alleo's own set-up is missing. It is nothing you did, and nothing was changed.",
			nl: 'Er ontbreekt iets in de inrichting van Alleo zelf. Het ligt niet aan u, en er is niets gewijzigd.',
		},
		action: {
			en: 'Tell Alleo; the link keeps working for when it is repaired.',
			nl: 'Laat het Alleo weten; de link blijft werken voor als het hersteld is.',
		},
	},
	CONNECT_BUSY: {
		severity: 'error',
		what: { en: 'Alleo is busy at this moment.', nl: 'Alleo is op dit moment druk.' },
		why: {
			en: 'Nothing was changed by this.',
			nl: 'Hierdoor is niets gewijzigd.',
		},
		action: {
			en: 'Open the link again in a minute and go on.',
			nl: 'Open de link over een minuut opnieuw en ga verder.',
		},
	},
	CONNECT_TEST_MODE: {
		severity: 'error',
		what: { en: 'This is the test address.', nl: 'Dit is het testadres.' },
		why: {
			en: 'It listens to one request only, and a connection takes several.',
			nl: 'Het luistert naar één verzoek, en een verbinding kost er meer.',
		},
		action: {
			en: 'Publish the workflow and use the production address.',
			nl: 'Publiceer de workflow en gebruik het productieadres.',
		},
	},
	CONNECT_TEST_DEBTORS: {
		severity: 'outcome',
		what: { en: 'Debtors that can be read: {count}.', nl: 'Leesbare debiteuren: {count}.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	CONNECT_TEST_COMPANIES: {
		severity: 'outcome',
		what: {
			en: 'Companies that can be read: {count}.',
			nl: 'Leesbare bedrijven: {count}.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	CONNECT_TEST_TOKEN_COMPANIES: {
		severity: 'outcome',
		what: {
			en: 'Companies that the API token sees: {count}.',
			nl: 'Bedrijven die het API-token ziet: {count}.',
		},
		action: {
			en: 'In NMBRS, let the user see the companies: the company filter of this user.',
			nl: 'Laat de gebruiker in NMBRS de bedrijven zien: het bedrijfsfilter van deze gebruiker.',
		},
	},
	CONNECT_TEST_SERVICE: {
		severity: 'outcome',
		what: { en: '{service}', nl: '{service}' },
		action: {
			en: 'In NMBRS, switch it on in the user template: Settings, User templates, the gear at API.',
			nl: 'Zet dit in NMBRS aan in het gebruikerssjabloon: Instellingen, User templates, het tandwiel bij API.',
		},
	},
	CONNECT_CONNECTOR_FOUND: {
		severity: 'outcome',
		what: {
			en: 'GetConnector {connector}: all required columns are there.',
			nl: 'GetConnector {connector}: alle vereiste kolommen zijn er.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	CONNECT_CONNECTOR_MISSING: {
		severity: 'outcome',
		what: {
			en: 'GetConnector {connector} is not in the app connector. It sees: {visible}.',
			nl: 'GetConnector {connector} zit niet in de app connector. Die ziet: {visible}.',
		},
		action: {
			en: 'In Profit: Algemeen / Beheer / App connector, open the app connector, tab GetConnectoren, add {connector}. If it does not exist yet: Algemeen / Uitvoer / Beheer / GetConnector, Nieuw.',
			nl: 'In Profit: Algemeen / Beheer / App connector, open de app connector, tabblad GetConnectoren, voeg {connector} toe. Bestaat hij nog niet: Algemeen / Uitvoer / Beheer / GetConnector, Nieuw.',
		},
	},
	CONNECT_CONNECTOR_UNREADABLE: {
		severity: 'outcome',
		what: {
			en: 'GetConnector {connector} cannot be read.',
			nl: 'GetConnector {connector} is niet te lezen.',
		},
		action: {
			en: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} and clear Geblokkeerd; Algemeen / Beheer / Autorisatie tool: give the user group its rights.',
			nl: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector} en haal Geblokkeerd weg; Algemeen / Beheer / Autorisatie tool: geef de gebruikersgroep rechten.',
		},
	},
	CONNECT_COLUMN_MISSING: {
		severity: 'outcome',
		what: {
			en: 'Column {column} is missing in {connector}.',
			nl: 'Kolom {column} ontbreekt in {connector}.',
		},
		action: {
			en: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, add the field {field} with {column} as its name.',
			nl: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, voeg het veld {field} toe met {column} als naam.',
		},
	},
	CONNECT_COLUMN_RECOMMENDED: {
		severity: 'outcome',
		what: {
			en: 'Recommended, not required: column {column} in {connector} ({field}).',
			nl: 'Aanbevolen, niet vereist: kolom {column} in {connector} ({field}).',
		},
		action: {
			en: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, add the field {field} with {column} as its name.',
			nl: 'In Profit: Algemeen / Uitvoer / Beheer / GetConnector, open {connector}, voeg het veld {field} toe met {column} als naam.',
		},
	},
	CONNECT_COLUMN_RENAMED: {
		severity: 'outcome',
		what: {
			en: '{connector} has {perhaps}, perhaps for {column}.',
			nl: '{connector} heeft {perhaps}, misschien voor {column}.',
		},
		action: {
			en: 'Alleo looks at this and maps the column.',
			nl: 'Alleo bekijkt dit en koppelt de kolom.',
		},
	},
	CONNECT_LOGIN_SHARED: {
		severity: 'notice',
		what: {
			en: 'The same login serves the integration of {customer} too.',
			nl: 'Dezelfde login bedient ook de koppeling van {customer}.',
		},
		why: {
			en: 'An e-mail address serves one integration only: that one stops.',
			nl: 'Een e-mailadres bedient maar één koppeling: die stopt.',
		},
		action: {
			en: 'Ask which of the two is meant, and let the other connect again with a login of its own.',
			nl: 'Vraag welke van de twee bedoeld is, en laat de andere opnieuw verbinden met een eigen login.',
		},
	},
	CONNECT_PARTITION_SHARED: {
		severity: 'notice',
		what: {
			en: 'The same debtor or environment is connected for {customer} too.',
			nl: 'Dezelfde debiteur of omgeving is ook verbonden voor {customer}.',
		},
		why: {
			en: 'Two integrations would handle the same people.',
			nl: 'Twee koppelingen zouden dezelfde mensen verwerken.',
		},
		action: {
			en: 'Do not enable this one before it is clear which of the two is right.',
			nl: 'Schakel deze niet in voordat duidelijk is welke van de twee klopt.',
		},
	},
	CONNECT_LOGIN_IN_USE: {
		severity: 'notice',
		what: {
			en: 'The same login serves another integration already.',
			nl: 'Dezelfde login bedient al een andere koppeling.',
		},
		why: {
			en: 'An e-mail address serves one integration only: that one stops now.',
			nl: 'Een e-mailadres bedient maar één koppeling: die andere stopt nu.',
		},
		action: {
			en: 'Alleo is told of it. If you did not mean this, tell Alleo too.',
			nl: 'Alleo krijgt hier bericht van. Was dat niet de bedoeling, laat het Alleo dan ook weten.',
		},
	},
	CONNECT_PARTITION_IN_USE: {
		severity: 'notice',
		what: {
			en: 'This debtor or environment is connected for another integration already.',
			nl: 'Deze debiteur of omgeving is al voor een andere koppeling verbonden.',
		},
		action: {
			en: 'You need to do nothing: Alleo is told of it.',
			nl: 'U hoeft niets te doen: Alleo krijgt hier bericht van.',
		},
	},
	CONNECT_TOKEN_SKIPPED: {
		severity: 'notice',
		what: {
			en: 'The customer finished without an NMBRS API token.',
			nl: 'De klant heeft afgerond zonder NMBRS-API-token.',
		},
		action: {
			en: 'Extra fields, wage components and leave are not read. Send an invitation for the token later.',
			nl: 'Extra velden, looncomponenten en verlof worden niet gelezen. Stuur later een uitnodiging voor het token.',
		},
	},
	CONNECT_INCOMPLETE: {
		severity: 'notice',
		what: {
			en: 'Tested and not working yet: {count}.',
			nl: 'Getest en nog niet in orde: {count}.',
		},
		action: {
			en: 'Look at the tests; do not enable the integration before they are repaired.',
			nl: 'Bekijk de tests; schakel de koppeling niet in voordat ze hersteld zijn.',
		},
	},
	CONNECT_REPLACED_UNKNOWN: {
		severity: 'notice',
		what: {
			en: 'It is not known what the replaced credential was connected to.',
			nl: 'Onbekend is waarmee de vervangen credential verbonden was.',
		},
		why: {
			en: 'No invitation that is believed made it, so it could not be compared.',
			nl: 'Geen uitnodiging die wordt geloofd heeft die gemaakt, dus vergelijken kon niet.',
		},
		action: {
			en: 'Check the debtors or the environment before the next run.',
			nl: 'Controleer de debiteuren of de omgeving voor de volgende run.',
		},
	},
	CONNECT_AFAS_REFUSED: {
		severity: 'error',
		what: { en: 'AFAS refuses this access.', nl: 'AFAS weigert deze toegang.' },
		why: {
			en: 'The client id, the secret or the token is not right, was withdrawn or has expired; or the environment is another one.',
			nl: 'Het client id, het secret of het token klopt niet, is ingetrokken of verlopen; of de omgeving is een andere.',
		},
		action: {
			en: 'Check the environment, and make a new secret or token in Profit: Algemeen / Beheer / App connector, open the app connector.',
			nl: 'Controleer de omgeving, en maak in Profit een nieuw secret of token: Algemeen / Beheer / App connector, open de app connector.',
		},
	},
	CONNECT_AFAS_ADDRESS: {
		severity: 'error',
		what: {
			en: "AFAS refuses the address of Alleo's server.",
			nl: 'AFAS weigert het adres van de server van Alleo.',
		},
		action: {
			en: 'In Profit: Algemeen / Beheer / App connector, open the app connector, IP-restrictie: allow the address that Alleo gives you.',
			nl: 'In Profit: Algemeen / Beheer / App connector, open de app connector, IP-restrictie: sta het adres toe dat Alleo u geeft.',
		},
	},
	CONNECT_TOKEN_REFUSED: {
		severity: 'error',
		what: {
			en: 'NMBRS refuses the user name, the token or the domain.',
			nl: 'NMBRS weigert de gebruikersnaam, het token of het domein.',
		},
		action: {
			en: 'Check the e-mail address of the user, copy the token from that user’s own profile, and leave out “.nmbrs.nl” in the domain.',
			nl: 'Controleer het e-mailadres van de gebruiker, kopieer het token uit diens eigen profiel, en laat “.nmbrs.nl” weg in het domein.',
		},
	},
	CONNECT_AFAS_NUMBER: {
		severity: 'error',
		what: {
			en: 'The environment number is no number of 5 or 6 digits.',
			nl: 'Het omgevingsnummer is geen nummer van 5 of 6 cijfers.',
		},
		action: {
			en: 'Enter the participant number, such as 12345; it is in the name of the environment, O12345AA.',
			nl: 'Vul het deelnemersnummer in, zoals 12345; het staat in de naam van de omgeving, O12345AA.',
		},
	},
});
