import { defineIssues } from './define';

/**
 * Codes of setting up, enabling and ending a customer's own daily sync. `{workflow}`, `{workflows}`,
 * `{node}` and `{credential}` are names of things in n8n; no place holds a value of a person.
 */
export const DAILY_SYNC_ISSUES = defineIssues({
	SYNC_CUSTOMER_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'Item {item} is no connected customer ({problem}).',
			nl: 'Item {item} is geen verbonden klant ({problem}).',
		},
		action: {
			en: 'Connect the output of Customer Connect with this node, without a node in between that changes the items.',
			nl: 'Verbind de uitgang van Customer Connect met deze node, zonder node ertussen die de items wijzigt.',
		},
	},
	SYNC_CUSTOMER_UNVERIFIED: {
		severity: 'error',
		what: {
			en: 'Item {item} is not what a customer connected ({problem}).',
			nl: 'Item {item} is niet wat een klant heeft verbonden ({problem}).',
		},
		why: {
			en: 'What decides is compared with the invitation in the data table, which is signed: which workflow, which credentials, which Alleo company.',
			nl: 'Wat beslist wordt vergeleken met de uitnodiging in de data table, die ondertekend is: welke workflow, welke credentials, welk Alleo-bedrijf.',
		},
		action: {
			en: 'Connect the output of Customer Connect with this node, with the same data table and credential. If the row was changed or the connection ended, make a new invitation.',
			nl: 'Verbind de uitgang van Customer Connect met deze node, met dezelfde data table en credential. Is de rij gewijzigd of de verbinding beëindigd, maak dan een nieuwe uitnodiging.',
		},
	},
	SYNC_NO_CREDENTIAL: {
		severity: 'error',
		what: {
			en: 'No credential of {system} came with this customer, so nothing can be read.',
			nl: 'Bij deze klant is geen {system}-credential meegekomen; er valt niets te lezen.',
		},
		action: {
			en: 'Let the customer connect again with a new invitation.',
			nl: 'Laat de klant opnieuw verbinden met een nieuwe uitnodiging.',
		},
	},
	SYNC_CREDENTIAL_NOT_CHOSEN: {
		severity: 'error',
		what: {
			en: 'No {credential} credential is chosen in this node.',
			nl: 'In deze node is geen {credential}-credential gekozen.',
		},
		why: {
			en: "The customer's workflow gets the credential that is chosen here. This node does not read what is in it.",
			nl: 'De workflow van de klant krijgt de credential die hier is gekozen. Deze node leest de inhoud niet.',
		},
		action: {
			en: 'Open the node and choose the credential.',
			nl: 'Open de node en kies de credential.',
		},
	},
	SYNC_TEMPLATE_UNUSABLE: {
		severity: 'error',
		what: {
			en: 'The template workflow has no node "{part}".',
			nl: 'De template-workflow heeft geen node "{part}".',
		},
		action: {
			en: 'Empty Template Workflow to use the one that ships with this package, or import the daily sync again and adapt that one.',
			nl: 'Maak Template Workflow leeg om de meegeleverde te gebruiken, of importeer de daily sync opnieuw en pas die aan.',
		},
	},
	SYNC_TEMPLATE_OPEN_FORM: {
		severity: 'error',
		what: {
			en: 'The form "{form}" of the template workflow cannot ask for a login.',
			nl: 'Het formulier "{form}" van de template-workflow kan niet om een login vragen.',
		},
		why: {
			en: 'Its Form Trigger is older than version 2.6: whoever finds the address could start a run.',
			nl: 'De Form Trigger is ouder dan versie 2.6: wie het adres vindt, zou een run kunnen starten.',
		},
		action: {
			en: 'Empty Template Workflow to use the one that ships with this package, or import the daily sync again and adapt that one.',
			nl: 'Maak Template Workflow leeg om de meegeleverde te gebruiken, of importeer de daily sync opnieuw en pas die aan.',
		},
	},
	SYNC_WORKFLOW_SEVERAL: {
		severity: 'error',
		what: {
			en: 'Several workflows belong to this customer: {workflows}.',
			nl: 'Er horen meerdere workflows bij deze klant: {workflows}.',
		},
		why: {
			en: 'They read with the same credential, or have the same customer name. Two syncs of one customer would undo each other.',
			nl: 'Ze lezen met dezelfde credential of hebben dezelfde klantnaam. Twee synchronisaties van één klant werken elkaar tegen.',
		},
		action: {
			en: 'Archive the copies that are not used in n8n, or give the ID of the right one. Then run again.',
			nl: 'Archiveer in n8n de kopieën die niet worden gebruikt, of geef het ID van de juiste. Start daarna opnieuw.',
		},
	},
	SYNC_WORKFLOW_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'There is no daily sync of this customer in this n8n ({workflow}).',
			nl: 'Er is geen dagelijkse synchronisatie van deze klant in deze n8n ({workflow}).',
		},
		action: {
			en: 'Check the name or the ID. An archived workflow does not count; restore it in n8n first. If the customer was disconnected, invite it again.',
			nl: 'Controleer de naam of het ID. Een gearchiveerde workflow telt niet mee; herstel die eerst in n8n. Is de klant ontkoppeld, nodig die dan opnieuw uit.',
		},
	},
	SYNC_WORKFLOW_FOREIGN: {
		severity: 'error',
		what: {
			en: 'The workflow "{workflow}" is no daily sync of this package: it has no "{part}".',
			nl: 'De workflow "{workflow}" is geen dagelijkse synchronisatie van dit pakket: "{part}" ontbreekt.',
		},
		action: {
			en: 'Give the ID of the daily sync. If somebody took the node out, put it back from the template.',
			nl: 'Geef het ID van de dagelijkse synchronisatie. Heeft iemand de node verwijderd, zet die dan terug vanuit de template.',
		},
	},
	SYNC_NO_EXTRA_FIELDS: {
		severity: 'notice',
		what: {
			en: 'The extra fields of NMBRS are not read: there is no API token of this customer.',
			nl: 'De vrije velden van NMBRS worden niet gelezen: er is geen API-token van deze klant.',
		},
		why: {
			en: '`alleo_access` and `alleo_filter` come from there. Without them everybody in service is in scope and goes to one Alleo company.',
			nl: '`alleo_access` en `alleo_filter` komen daarvandaan. Zonder die velden doet iedereen in dienst mee en gaat naar één Alleo-bedrijf.',
		},
		action: {
			en: 'If this customer needs one of them, let it connect its API token as well and add Extra Fields to Include in the source node.',
			nl: 'Heeft deze klant er een nodig, laat dan ook het API-token verbinden en voeg Extra Fields toe aan Include in de bron-node.',
		},
	},
	SYNC_NO_DEPARTMENTS: {
		severity: 'notice',
		what: {
			en: 'Departments are not read: the consent does not hold employee.orgstructure.read.',
			nl: 'Afdelingen worden niet gelezen: employee.orgstructure.read zit niet in de toestemming.',
		},
		action: {
			en: 'If the customer wants its departments as groups in Alleo, add the scope to the app, invite the customer again and add Department to Include.',
			nl: 'Wil de klant afdelingen als groepen in Alleo, voeg dan de scope toe aan de app, nodig de klant opnieuw uit en voeg Department toe aan Include.',
		},
	},
	SYNC_DEBTORS_DIFFER: {
		severity: 'notice',
		what: {
			en: 'The customer chose other debtors than its daily sync reads. The workflow was left as it is.',
			nl: 'De klant koos andere debiteuren dan de dagelijkse synchronisatie leest. De workflow is niet aangepast.',
		},
		why: {
			en: 'Taking a debtor out is a decision about all of its people.',
			nl: 'Een debiteur weglaten is een besluit over alle mensen daarin.',
		},
		action: {
			en: 'Ask the customer which one is right, then change Debtors in the source node and do a dry run.',
			nl: 'Vraag de klant wat klopt, pas Debtors aan in de bron-node en doe een proefrun.',
		},
	},
	SYNC_DRY_RUN_FAILED: {
		severity: 'error',
		what: {
			en: 'The dry run stopped in "{node}".',
			nl: 'De proefrun stopte in "{node}".',
		},
		action: {
			en: 'Open the execution in n8n, take the step that its message names, and start the dry run again.',
			nl: 'Open de uitvoering in n8n, neem de stap die daar staat en start de proefrun opnieuw.',
		},
	},
	SYNC_DRY_RUN_SLOW: {
		severity: 'notice',
		what: {
			en: 'The dry run was not ready after {minutes} minutes and goes on.',
			nl: 'De proefrun was na {minutes} minuten niet klaar en gaat door.',
		},
		action: {
			en: 'Look for the link in the execution in n8n later; the workflow of the customer sends it too.',
			nl: 'Kijk later in de uitvoering in n8n voor de link; de workflow van de klant stuurt die ook.',
		},
	},
	SYNC_DRY_RUN_NO_LINK: {
		severity: 'notice',
		what: {
			en: 'The plan waits, but n8n does not show its link.',
			nl: 'Het plan wacht, maar n8n toont de link niet.',
		},
		why: {
			en: 'The data of executions is hidden by a redaction policy, or the API key has no scope execution:read.',
			nl: 'De gegevens van uitvoeringen zijn afgeschermd, of de API-sleutel heeft geen scope execution:read.',
		},
		action: {
			en: 'Open the execution in n8n; the node that waits shows the link.',
			nl: 'Open de uitvoering in n8n; de node die wacht toont de link.',
		},
	},
	SYNC_NOT_ENABLED_FAILURES: {
		severity: 'error',
		what: {
			en: 'The daily sync was not switched on: {failed} changes failed.',
			nl: 'De dagelijkse synchronisatie is niet ingeschakeld: {failed} wijzigingen mislukten.',
		},
		why: {
			en: 'A sync that nobody looks at should begin with a run in which everything succeeded. What succeeded stays.',
			nl: 'Een synchronisatie waar niemand naar kijkt, hoort te beginnen met een run waarin alles lukte. Wat gelukt is, blijft staan.',
		},
		action: {
			en: 'Repair what the message about the failed changes names, start a new dry run, and choose Approve and enable again.',
			nl: 'Herstel wat het bericht over de mislukte wijzigingen noemt, start een nieuwe proefrun en kies opnieuw Goedkeuren en inschakelen.',
		},
	},
	SYNC_NOT_ENABLED_UNFINISHED: {
		severity: 'error',
		what: {
			en: 'The daily sync was not switched on: the run did not end as applied ({state}).',
			nl: 'De dagelijkse synchronisatie is niet ingeschakeld: de run is niet doorgevoerd ({state}).',
		},
		action: {
			en: 'Start a new dry run, and choose Approve and enable on its page.',
			nl: 'Start een nieuwe proefrun en kies op die pagina Goedkeuren en inschakelen.',
		},
	},
	SYNC_CREDENTIAL_IN_USE: {
		severity: 'notice',
		what: {
			en: 'The credential "{credential}" was kept: {workflows} reads with it too.',
			nl: 'De credential "{credential}" is gebleven: {workflows} leest er ook mee.',
		},
		action: {
			en: 'Disconnect or archive that workflow as well, then disconnect again.',
			nl: 'Ontkoppel of archiveer die workflow ook en ontkoppel dan opnieuw.',
		},
	},
	SYNC_REVOKE_REFUSED: {
		severity: 'notice',
		what: {
			en: 'The identity server of NMBRS did not take the token back ({problem}).',
			nl: 'De identity server van NMBRS nam het token niet terug ({problem}).',
		},
		why: {
			en: 'The credential is deleted all the same, so this n8n can no longer read. The consent itself ends within 30 days.',
			nl: 'De credential wordt toch verwijderd, dus deze n8n kan niet meer lezen. De toestemming zelf eindigt binnen 30 dagen.',
		},
		action: {
			en: 'Ask the customer to withdraw the app in NMBRS when it has to end today.',
			nl: 'Vraag de klant de app in NMBRS in te trekken als het vandaag moet eindigen.',
		},
	},
	SYNC_REVOKE_NO_TOKEN: {
		severity: 'notice',
		what: {
			en: 'There was no NMBRS token to take back: the credential was never connected, or lost it.',
			nl: 'Er was geen NMBRS-token om in te trekken: de credential is nooit verbonden, of is het kwijt.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	SYNC_TOKEN_STAYS: {
		severity: 'notice',
		what: {
			en: 'The token of {system} itself can only be ended by the customer.',
			nl: 'Het token van {system} zelf kan alleen de klant beëindigen.',
		},
		action: {
			en: 'Ask the customer to remove it. AFAS: General > Management > App connector. NMBRS: the user behind the API token.',
			nl: 'Vraag de klant het te verwijderen. AFAS: Algemeen > Beheer > App connector. NMBRS: de gebruiker achter het API-token.',
		},
	},
	SYNC_NOT_CONFIRMED: {
		severity: 'error',
		what: {
			en: 'Nothing was disconnected: the confirmation is not the customer name of the workflow.',
			nl: 'Er is niets ontkoppeld: de bevestiging is niet de klantnaam van de workflow.',
		},
		action: {
			en: 'Type the customer name exactly as it stands in Settings of its daily sync.',
			nl: 'Typ de klantnaam precies zoals die in Settings van de dagelijkse synchronisatie staat.',
		},
	},
	SYNC_NOT_BY_TOOL: {
		severity: 'error',
		what: {
			en: 'An AI agent cannot set up, enable or disconnect a customer.',
			nl: 'Een AI-agent kan geen klant inrichten, inschakelen of ontkoppelen.',
		},
		action: {
			en: 'Use Customer Setup as a step of a workflow.',
			nl: 'Gebruik Customer Setup als stap in een workflow.',
		},
	},
});
