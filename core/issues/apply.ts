import { defineIssues } from './define';

/**
 * Codes of the Alleo node. PLAN_*, APPROVAL_* and APPLY_*: what Sync Plan Apply refuses before the
 * first write. ROW_*: the outcome of one row. ALLEO_*: what the Customer API answered.
 */
export const APPLY_ISSUES = defineIssues({
	APPLY_NOT_PLAN_ROW: {
		severity: 'error',
		what: {
			en: 'Item {item} is not a row of a sync plan ({problem}).',
			nl: 'Item {item} is geen regel van een synchronisatieplan ({problem}).',
		},
		why: {
			en: 'Usual causes: the wrong output is connected, "Always Output Data" is on, or a node in between changed the items.',
			nl: 'Meestal: de verkeerde uitgang is verbonden, "Always Output Data" staat aan, of een node ertussen veranderde de items.',
		},
		action: {
			en: 'Connect "Approved" of Sync Approval, or "Ready" of Alleo Diff, directly to this node. Nothing was written.',
			nl: 'Verbind "Approved" van Sync Approval of "Ready" van Alleo Diff rechtstreeks met deze node. Er is niets geschreven.',
		},
	},
	PLAN_EMPTY: {
		severity: 'error',
		what: { en: 'No plan rows came in.', nl: 'Er kwamen geen planregels binnen.' },
		action: {
			en: 'Connect "Approved" of Sync Approval, or "Ready" of Alleo Diff, to this node. Nothing was written.',
			nl: 'Verbind "Approved" van Sync Approval of "Ready" van Alleo Diff met deze node. Er is niets geschreven.',
		},
	},
	PLAN_MIXED: {
		severity: 'error',
		what: {
			en: 'Item {item} belongs to another plan than the first item.',
			nl: 'Item {item} hoort bij een ander plan dan het eerste item.',
		},
		action: {
			en: 'Apply one plan at a time: remove the merge before this node, or start a new dry run. Nothing was written.',
			nl: 'Voer één plan tegelijk uit: haal de samenvoeging vóór deze node weg of start een nieuwe proefrun. Er is niets geschreven.',
		},
	},
	PLAN_ROW_ALTERED: {
		severity: 'error',
		what: {
			en: 'Item {item} is not the row that was planned: its contents changed after the plan was made.',
			nl: 'Item {item} is niet de regel die gepland is: de inhoud is na het maken van het plan gewijzigd.',
		},
		why: {
			en: 'Only what was reviewed may be written.',
			nl: 'Alleen wat beoordeeld is, mag worden geschreven.',
		},
		action: {
			en: 'Remove nodes that edit items between the plan and this node, correct the data in the HR system and start a new dry run. Nothing was written.',
			nl: 'Verwijder nodes die items bewerken tussen het plan en deze node, verbeter de gegevens in het HR-systeem en start een nieuwe proefrun. Er is niets geschreven.',
		},
	},
	PLAN_ROW_DUPLICATE: {
		severity: 'error',
		what: {
			en: 'Item {item} is a row that came in before.',
			nl: 'Item {item} is een regel die al eerder binnenkwam.',
		},
		action: {
			en: 'Check that no node before this one repeats items, then start a new dry run. Nothing was written.',
			nl: 'Controleer dat geen node hiervoor items herhaalt en start een nieuwe proefrun. Er is niets geschreven.',
		},
	},
	PLAN_INCOMPLETE: {
		severity: 'error',
		what: {
			en: 'The {count} items are not all the rows of the plan, or not only those.',
			nl: 'De {count} items zijn niet alle regels van het plan, of niet alleen die.',
		},
		why: {
			en: 'A filter or a limit between the plan and this node would change what was reviewed.',
			nl: 'Een filter of limiet tussen het plan en deze node zou veranderen wat beoordeeld is.',
		},
		action: {
			en: 'Remove filters and limits before this node; leave people out on the approval page instead. Nothing was written.',
			nl: 'Verwijder filters en limieten vóór deze node; laat mensen weg op de goedkeuringspagina. Er is niets geschreven.',
		},
	},
	PLAN_ROW_INVALID: {
		severity: 'error',
		what: {
			en: 'Item {item} cannot be applied: {problem}.',
			nl: 'Item {item} kan niet worden uitgevoerd: {problem}.',
		},
		action: {
			en: 'Start a new dry run with Alleo Diff. Nothing was written.',
			nl: 'Start een nieuwe proefrun met Alleo Diff. Er is niets geschreven.',
		},
	},
	PLAN_NOT_APPROVED: {
		severity: 'error',
		what: {
			en: 'The plan carries no approval and this node accepts {accept}.',
			nl: 'Het plan heeft geen goedkeuring en deze node accepteert {accept}.',
		},
		action: {
			en: 'Connect "Approved" of Sync Approval. For the daily branch behind "Ready" of Alleo Diff, set Accept to "Approved or Ready". Nothing was written.',
			nl: 'Verbind "Approved" van Sync Approval. Zet voor de dagelijkse tak achter "Ready" van Alleo Diff Accept op "Approved or Ready". Er is niets geschreven.',
		},
	},
	APPROVAL_NOT_GIVEN: {
		severity: 'error',
		what: {
			en: 'The decision on this plan is "{decision}", not "approved".',
			nl: 'De beslissing over dit plan is "{decision}", niet "approved".',
		},
		action: {
			en: 'Connect the output "Approved" of Sync Approval, not "Not approved". Nothing was written.',
			nl: 'Verbind de uitgang "Approved" van Sync Approval, niet "Not approved". Er is niets geschreven.',
		},
	},
	APPROVAL_OTHER_PLAN: {
		severity: 'error',
		what: {
			en: 'The approval on item {item} is for another plan.',
			nl: 'De goedkeuring op item {item} is voor een ander plan.',
		},
		action: {
			en: 'Start a new dry run and approve that one. Nothing was written.',
			nl: 'Start een nieuwe proefrun en keur die goed. Er is niets geschreven.',
		},
	},
	APPROVAL_MIXED: {
		severity: 'error',
		what: {
			en: 'Item {item} carries another approval than the first item, or none.',
			nl: 'Item {item} heeft een andere goedkeuring dan het eerste item, of geen.',
		},
		action: {
			en: 'Connect Sync Approval directly to this node, then start a new dry run. Nothing was written.',
			nl: 'Verbind Sync Approval rechtstreeks met deze node en start een nieuwe proefrun. Er is niets geschreven.',
		},
	},
	APPROVAL_EXCLUDES_UNKNOWN: {
		severity: 'error',
		what: {
			en: 'The approval leaves out a row that is not in the plan.',
			nl: 'De goedkeuring laat een regel weg die niet in het plan staat.',
		},
		action: {
			en: 'Start a new dry run and approve that one. Nothing was written.',
			nl: 'Start een nieuwe proefrun en keur die goed. Er is niets geschreven.',
		},
	},
	PLAN_EXPIRED: {
		severity: 'error',
		what: {
			en: 'The plan was valid until {expires} and is too old to apply.',
			nl: 'Het plan was geldig tot {expires} en is te oud om uit te voeren.',
		},
		why: {
			en: 'HR data and Alleo may have changed since.',
			nl: 'HR-gegevens en Alleo kunnen sindsdien gewijzigd zijn.',
		},
		action: {
			en: 'Start a new dry run and approve it in time, or raise "Expires After (Hours)" in Alleo Diff. Nothing was written.',
			nl: 'Start een nieuwe proefrun en keur die op tijd goed, of verhoog "Expires After (Hours)" in Alleo Diff. Er is niets geschreven.',
		},
	},
	WRONG_COMPANY: {
		severity: 'error',
		what: {
			en: 'The plan changes Alleo company {company}, which is not among the companies chosen in this node ({chosen}).',
			nl: 'Het plan wijzigt Alleo-bedrijf {company}, dat niet bij de gekozen bedrijven van deze node hoort ({chosen}).',
		},
		action: {
			en: 'Choose that company in this node, or correct the company or Routing in Alleo Diff and start a new dry run. Nothing was written.',
			nl: 'Kies dat bedrijf in deze node, of verbeter het bedrijf of Routing in Alleo Diff en start een nieuwe proefrun. Er is niets geschreven.',
		},
	},
	COMPANY_NOT_REACHABLE: {
		severity: 'error',
		what: {
			en: 'Alleo company {company} cannot be reached with this credential; it reaches {reachable}.',
			nl: 'Alleo-bedrijf {company} is met deze credential niet bereikbaar; wel: {reachable}.',
		},
		action: {
			en: 'Choose the Alleo credential of this customer, or ask admin-support@alleo.nl to give the keys access to the company. Nothing was written.',
			nl: 'Kies de Alleo-credential van deze klant, of vraag admin-support@alleo.nl de sleutels toegang tot het bedrijf te geven. Er is niets geschreven.',
		},
	},
	TOOL_WRITE_REFUSED: {
		severity: 'error',
		what: {
			en: 'An AI agent asked to change Alleo; this node then only reads.',
			nl: 'Een AI-agent vroeg om Alleo te wijzigen; deze node leest dan alleen.',
		},
		action: {
			en: 'Use the operation in a workflow that a person built and started. Nothing was written.',
			nl: 'Gebruik de bewerking in een workflow die een mens heeft gebouwd en gestart. Er is niets geschreven.',
		},
	},
	ROW_CREATED: {
		severity: 'outcome',
		what: { en: 'Onboarded in Alleo.', nl: 'Toegevoegd aan Alleo.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	ROW_UPDATED: {
		severity: 'outcome',
		what: { en: 'Updated in Alleo: {fields}.', nl: 'Bijgewerkt in Alleo: {fields}.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	ROW_REACTIVATED: {
		severity: 'outcome',
		what: { en: 'Active again in Alleo.', nl: 'Weer actief in Alleo.' },
		action: {
			en: 'Check the budgets of this person in Alleo.',
			nl: 'Controleer de budgetten van deze persoon in Alleo.',
		},
	},
	ROW_DEACTIVATED: {
		severity: 'outcome',
		what: { en: 'Deactivated in Alleo.', nl: 'Gedeactiveerd in Alleo.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	CONFIRMED_BY_READ: {
		severity: 'outcome',
		what: {
			en: 'Written; Alleo gave no answer in time, so the account was read back and is right.',
			nl: 'Geschreven; Alleo antwoordde niet op tijd, dus het account is teruggelezen en klopt.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FIELD_NOT_TAKEN: {
		severity: 'outcome',
		what: {
			en: 'Alleo accepted the change but kept its own value of: {fields}.',
			nl: 'Alleo nam de wijziging aan maar hield zijn eigen waarde van: {fields}.',
		},
		action: {
			en: 'Look at these fields in Alleo; ask admin-support@alleo.nl when they stay as they were, or take them out of the mapping.',
			nl: 'Bekijk deze velden in Alleo; vraag admin-support@alleo.nl als ze zo blijven, of haal ze uit de koppeling.',
		},
	},
	ALREADY_SO: {
		severity: 'outcome',
		what: {
			en: 'Alleo was already so; nothing was sent.',
			nl: 'Alleo was al zo; er is niets verstuurd.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	HELD: {
		severity: 'outcome',
		what: {
			en: 'Held by the plan; nothing was sent.',
			nl: 'Aangehouden in het plan; er is niets verstuurd.',
		},
		action: {
			en: 'Do what the plan says for this person, then start a new dry run.',
			nl: 'Doe wat het plan bij deze persoon zegt en start een nieuwe proefrun.',
		},
	},
	EXCLUDED: {
		severity: 'outcome',
		what: {
			en: 'Left out by the approver; nothing was sent.',
			nl: 'Weggelaten door de goedkeurder; er is niets verstuurd.',
		},
		action: {
			en: 'Nothing to do; the next plan shows this person again.',
			nl: 'Niets te doen; het volgende plan toont deze persoon opnieuw.',
		},
	},
	CHANGED_SINCE: {
		severity: 'outcome',
		what: {
			en: 'The account changed in Alleo after the plan was made: {fields}. Nothing was sent.',
			nl: 'Het account is in Alleo gewijzigd nadat het plan is gemaakt: {fields}. Er is niets verstuurd.',
		},
		action: {
			en: 'Start a new dry run; it starts from what Alleo has now.',
			nl: 'Start een nieuwe proefrun; die gaat uit van wat Alleo nu heeft.',
		},
	},
	ACCOUNT_GONE: {
		severity: 'outcome',
		what: {
			en: 'The account is no longer in this Alleo company.',
			nl: 'Het account staat niet meer in dit Alleo-bedrijf.',
		},
		action: {
			en: 'Look for the person in Alleo (another company?), then start a new dry run.',
			nl: 'Zoek de persoon in Alleo (een ander bedrijf?) en start een nieuwe proefrun.',
		},
	},
	ACCOUNT_EXISTS: {
		severity: 'outcome',
		what: {
			en: 'An account with this external id or e-mail address appeared in Alleo after the plan was made. Nothing was sent.',
			nl: 'Na het maken van het plan kwam er een account met dit externe id of e-mailadres in Alleo. Er is niets verstuurd.',
		},
		action: {
			en: 'Start a new dry run; it links or updates that account.',
			nl: 'Start een nieuwe proefrun; die koppelt of wijzigt dat account.',
		},
	},
	EMAIL_HELD_IN_ALLEO: {
		severity: 'outcome',
		what: {
			en: 'Another Alleo account holds the e-mail address (account {account}).',
			nl: 'Een ander Alleo-account heeft het e-mailadres (account {account}).',
		},
		why: {
			en: 'Alleo keeps an address for one account, also when that account is inactive.',
			nl: 'Alleo bewaart een adres voor één account, ook als dat inactief is.',
		},
		action: {
			en: 'Correct the address in the HR system, or give the other account another address, then start a new dry run.',
			nl: 'Verbeter het adres in het HR-systeem of geef het andere account een ander adres, en start een nieuwe proefrun.',
		},
	},
	EMAIL_HELD_ELSEWHERE: {
		severity: 'outcome',
		what: {
			en: 'Alleo says that the e-mail address is in use, but no account in this company shows it.',
			nl: 'Volgens Alleo is het e-mailadres in gebruik, maar geen account in dit bedrijf toont het.',
		},
		action: {
			en: 'Ask admin-support@alleo.nl which account holds the address, then start a new dry run.',
			nl: 'Vraag admin-support@alleo.nl welk account het adres heeft en start daarna een nieuwe proefrun.',
		},
	},
	EMAIL_NOT_FREED: {
		severity: 'outcome',
		what: {
			en: 'The e-mail address was to be freed by another row, which was not applied. Nothing was sent.',
			nl: 'Het e-mailadres zou vrijkomen door een andere regel, die niet is uitgevoerd. Er is niets verstuurd.',
		},
		action: {
			en: 'Resolve that other row first, then start a new dry run.',
			nl: 'Los eerst die andere regel op en start daarna een nieuwe proefrun.',
		},
	},
	EMAIL_SWAP: {
		severity: 'outcome',
		what: {
			en: 'These people exchange e-mail addresses, which no order of single changes can do. Nothing was sent.',
			nl: 'Deze mensen wisselen e-mailadressen uit, wat met losse wijzigingen in geen volgorde kan. Er is niets verstuurd.',
		},
		action: {
			en: 'Give one of them another address in the HR system and sync, then set the right one and sync again.',
			nl: 'Geef één van hen in het HR-systeem een ander adres en synchroniseer, zet dan het juiste adres en synchroniseer opnieuw.',
		},
	},
	LINKED_SKIPPED: {
		severity: 'outcome',
		what: {
			en: 'The other half of this move was not applied, so this half was not sent either.',
			nl: 'De andere helft van deze overstap is niet uitgevoerd, dus deze helft ook niet.',
		},
		action: {
			en: 'Look at the other row of this person, then start a new dry run.',
			nl: 'Bekijk de andere regel van deze persoon en start een nieuwe proefrun.',
		},
	},
	FIELD_INVALID: {
		severity: 'outcome',
		what: {
			en: 'Alleo would refuse these values, so nothing was sent: {fields}.',
			nl: 'Alleo zou deze waarden weigeren, dus er is niets verstuurd: {fields}.',
		},
		action: {
			en: 'Correct them in the HR system, then start a new dry run.',
			nl: 'Verbeter ze in het HR-systeem en start een nieuwe proefrun.',
		},
	},
	GROUP_UNKNOWN: {
		severity: 'outcome',
		what: {
			en: "Alleo has no group, or more than one, with the name of this person's group; the group was left out.",
			nl: 'Alleo heeft geen groep, of meer dan één, met de naam van de groep van deze persoon; de groep is weggelaten.',
		},
		action: {
			en: 'Create the group in the Alleo Portal with exactly that name, or correct the group in the HR system.',
			nl: 'Maak de groep in de Alleo Portal aan met precies die naam, of verbeter de groep in het HR-systeem.',
		},
	},
	OUTCOME_UNKNOWN: {
		severity: 'outcome',
		what: {
			en: 'Alleo gave no answer, and the account could not be read back.',
			nl: 'Alleo gaf geen antwoord en het account kon niet worden teruggelezen.',
		},
		action: {
			en: 'Start a new dry run when Alleo answers again; it sees what was written.',
			nl: 'Start een nieuwe proefrun zodra Alleo weer antwoordt; die ziet wat geschreven is.',
		},
	},
	RUN_STOPPED: {
		severity: 'outcome',
		what: {
			en: 'The run stopped before this row because of {cause}; nothing was sent.',
			nl: 'De run is vóór deze regel gestopt vanwege {cause}; er is niets verstuurd.',
		},
		action: {
			en: 'Resolve the first failed row, then start a new dry run.',
			nl: 'Los de eerste mislukte regel op en start daarna een nieuwe proefrun.',
		},
	},
	COMPANY_STOPPED: {
		severity: 'outcome',
		what: {
			en: 'Alleo does not let these keys change company {company}; its other rows were not sent.',
			nl: 'Alleo laat deze sleutels bedrijf {company} niet wijzigen; de overige regels zijn niet verstuurd.',
		},
		action: {
			en: 'Ask admin-support@alleo.nl to give the keys the right to write in this company.',
			nl: 'Vraag admin-support@alleo.nl de sleutels schrijfrecht in dit bedrijf te geven.',
		},
	},
	DUPLICATE_IN_ALLEO: {
		severity: 'outcome',
		what: {
			en: '{count} Alleo accounts match; none was changed.',
			nl: '{count} Alleo-accounts passen; er is geen gewijzigd.',
		},
		action: {
			en: 'Decide in Alleo which account is right, and take the external id or the e-mail address off the other one.',
			nl: 'Bepaal in Alleo welk account klopt en haal het externe id of het e-mailadres van het andere af.',
		},
	},
	ALLEO_UNAUTHORIZED: {
		severity: 'error',
		what: {
			en: 'Alleo does not accept the access key and secret key.',
			nl: 'Alleo accepteert de access key en secret key niet.',
		},
		action: {
			en: 'Check both keys in the Alleo credential; ask admin-support@alleo.nl for new ones when they are right.',
			nl: 'Controleer beide sleutels in de Alleo-credential; vraag admin-support@alleo.nl om nieuwe als ze kloppen.',
		},
	},
	ALLEO_FORBIDDEN: {
		severity: 'error',
		what: {
			en: 'Alleo does not allow these keys to do this ({call}).',
			nl: 'Alleo staat deze sleutels dit niet toe ({call}).',
		},
		action: {
			en: 'Check the company in this node; ask admin-support@alleo.nl to give the keys access.',
			nl: 'Controleer het bedrijf in deze node; vraag admin-support@alleo.nl de sleutels toegang te geven.',
		},
	},
	ALLEO_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'Alleo does not know this company or employee ({call}).',
			nl: 'Alleo kent dit bedrijf of deze medewerker niet ({call}).',
		},
		action: {
			en: 'Check the company and the employee ID. Without an ID of the HR system, find people with Get Many.',
			nl: 'Controleer het bedrijf en het medewerker-ID. Zoek mensen met Get Many als het ID niet bekend is.',
		},
	},
	ALLEO_CONFLICT: {
		severity: 'error',
		what: {
			en: 'Alleo says that a value is already in use, usually the e-mail address.',
			nl: 'Volgens Alleo is een waarde al in gebruik, meestal het e-mailadres.',
		},
		action: {
			en: 'Find the account that holds the address with Get Many, active and inactive, and correct one of the two.',
			nl: 'Zoek met Get Many het account dat het adres heeft, actief en inactief, en verbeter één van de twee.',
		},
	},
	ALLEO_INVALID: {
		severity: 'error',
		what: { en: 'Alleo refused: {fields}.', nl: 'Alleo weigerde: {fields}.' },
		action: {
			en: 'Correct these fields at their source and try again.',
			nl: 'Verbeter deze velden bij de bron en probeer het opnieuw.',
		},
	},
	ALLEO_ANSWER_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'Alleo answered something that is not the documented format ({call}).',
			nl: 'Alleo antwoordde iets dat niet het beschreven formaat is ({call}).',
		},
		action: {
			en: 'Check that the base URL points at the Customer API (…/customer_api/v1); else report this with the request ID.',
			nl: 'Controleer of de base URL naar de Customer API wijst (…/customer_api/v1); meld dit anders met het request-ID.',
		},
	},
	ALLEO_UNEXPECTED: {
		severity: 'error',
		what: {
			en: 'Alleo answered HTTP {status}, which is not documented ({call}).',
			nl: 'Alleo antwoordde met HTTP {status}, wat niet is beschreven ({call}).',
		},
		action: {
			en: 'Check the base URL of the Alleo credential; report it to admin-support@alleo.nl with the request ID when it is right.',
			nl: 'Controleer de base URL van de Alleo-credential; meld het met het request-ID bij admin-support@alleo.nl als die klopt.',
		},
	},
	ALLEO_LISTING_INCOMPLETE: {
		severity: 'error',
		what: {
			en: 'The employees of Alleo company {company} could not be read completely: Alleo announced {count} and gave {seen}, twice.',
			nl: 'De medewerkers van Alleo-bedrijf {company} konden niet volledig worden gelezen: Alleo kondigde er {count} aan en gaf er {seen}, twee keer.',
		},
		why: {
			en: 'People who are missing here would look new, and would be onboarded twice.',
			nl: 'Mensen die hier ontbreken zouden nieuw lijken en twee keer worden toegevoegd.',
		},
		action: {
			en: 'Run again when nobody is changing employees in Alleo; report it to admin-support@alleo.nl when it stays so.',
			nl: 'Start opnieuw wanneer niemand medewerkers wijzigt in Alleo; meld het bij admin-support@alleo.nl als het zo blijft.',
		},
	},
	ALLEO_SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" cannot be used: {problem}.',
			nl: 'De instelling "{setting}" is onbruikbaar: {problem}.',
		},
		action: {
			en: 'Correct the setting in the Alleo node.',
			nl: 'Verbeter de instelling in de Alleo-node.',
		},
	},
	ALLEO_NOTHING_TO_UPDATE: {
		severity: 'error',
		what: {
			en: 'No field to update was given.',
			nl: 'Er is geen veld opgegeven om bij te werken.',
		},
		action: {
			en: 'Add at least one field under Update Fields, or choose one under Clear Fields.',
			nl: 'Voeg ten minste één veld toe onder Update Fields of kies er één onder Clear Fields.',
		},
	},
});
