import { defineIssues } from './define';

/** Codes of Alleo Diff: input errors, reasons of rows, holds, guards and notices. */
export const DIFF_ISSUES = defineIssues({
	DIFF_ITEM_MALFORMED: {
		severity: 'error',
		what: {
			en: 'Item {item} on the input "{input}" is not what this input expects: {problem}.',
			nl: 'Item {item} op de invoer "{input}" is niet wat deze invoer verwacht: {problem}.',
		},
		action: {
			en: 'Connect Employee Normalize to "Employees", Alleo (Employee: Get Many) to "Alleo" and the source\'s second output to "Coverage", and turn off "Always Output Data" on them. Nothing was planned.',
			nl: 'Verbind Employee Normalize met "Employees", Alleo (Employee: Get Many) met "Alleo" en de tweede uitgang van de bron met "Coverage", en zet daar "Always Output Data" uit. Er is niets gepland.',
		},
	},
	DIFF_OPTION_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" of Alleo Diff cannot be used: {problem}.',
			nl: 'De instelling "{setting}" van Alleo Diff is onbruikbaar: {problem}.',
		},
		action: {
			en: 'Open the Alleo Diff node and correct the setting. Nothing was planned.',
			nl: 'Open de node Alleo Diff en verbeter de instelling. Er is niets gepland.',
		},
	},
	ALLEO_LISTING_INCONSISTENT: {
		severity: 'error',
		what: {
			en: 'Alleo account {account} appears twice with different contents.',
			nl: 'Alleo-account {account} komt twee keer voor met verschillende inhoud.',
		},
		action: {
			en: 'Read the Alleo employees once (one Get Many node, Execute Once on) and run again. Nothing was planned.',
			nl: 'Lees de Alleo-medewerkers één keer (één Get Many-node, Execute Once aan) en start opnieuw. Er is niets gepland.',
		},
	},
	NEW_IN_SERVICE: {
		severity: 'reason',
		what: { en: 'In service and not yet in Alleo.', nl: 'In dienst en nog niet in Alleo.' },
		action: { en: 'Approve to onboard.', nl: 'Keur goed om te onboarden.' },
	},
	FIELDS_CHANGED: {
		severity: 'reason',
		what: {
			en: 'Fields that differ from the HR system: {count}.',
			nl: 'Velden die afwijken van het HR-systeem: {count}.',
		},
		action: { en: 'Approve to update Alleo.', nl: 'Keur goed om Alleo bij te werken.' },
	},
	ADOPTED: {
		severity: 'reason',
		what: {
			en: 'The Alleo account with this e-mail address has no external id yet; it will be linked.',
			nl: 'Het Alleo-account met dit e-mailadres heeft nog geen extern id; het wordt gekoppeld.',
		},
		action: {
			en: 'Check that it is the same person, then approve.',
			nl: 'Controleer of het dezelfde persoon is en keur dan goed.',
		},
	},
	BACK_IN_SERVICE: {
		severity: 'reason',
		what: {
			en: 'In service again; the Alleo account is inactive.',
			nl: 'Weer in dienst; het Alleo-account is inactief.',
		},
		action: {
			en: 'Approve to re-activate, then check the budgets in Alleo.',
			nl: 'Keur goed om te heractiveren en controleer daarna de budgetten in Alleo.',
		},
	},
	TRANSFER: {
		severity: 'reason',
		what: {
			en: 'The same person under a new employee number or company (same e-mail address and birthday); the account is kept and gets the new external id.',
			nl: 'Dezelfde persoon met een nieuw personeelsnummer of bedrijf (zelfde e-mailadres en geboortedatum); het account blijft en krijgt het nieuwe externe id.',
		},
		action: {
			en: 'Check that both records are one person, then approve.',
			nl: 'Controleer of beide records dezelfde persoon zijn en keur dan goed.',
		},
	},
	MOVE: {
		severity: 'reason',
		what: {
			en: 'Moves to another Alleo company: off-boarded there, on-boarded here.',
			nl: 'Gaat naar een ander Alleo-bedrijf: daar offboarden, hier onboarden.',
		},
		action: {
			en: 'Check the routing value of this person, then approve both rows.',
			nl: 'Controleer de routeringswaarde van deze persoon en keur dan beide regels goed.',
		},
	},
	ABSENT_DEACTIVATED: {
		severity: 'reason',
		what: {
			en: 'No longer in the HR system, and everything was read completely.',
			nl: 'Niet meer in het HR-systeem, en alles is volledig gelezen.',
		},
		action: {
			en: 'Check in the HR system that this person left, then approve.',
			nl: 'Controleer in het HR-systeem of deze persoon vertrokken is en keur dan goed.',
		},
	},
	POSSIBLE_REHIRE: {
		severity: 'hold',
		what: {
			en: 'An inactive Alleo account with the same e-mail address belongs to another or no external id.',
			nl: 'Een inactief Alleo-account met hetzelfde e-mailadres hoort bij een ander of geen extern id.',
		},
		why: {
			en: 'This may be the same person coming back, or a re-used address.',
			nl: 'Dit kan dezelfde persoon zijn die terugkomt, of een hergebruikt adres.',
		},
		action: {
			en: 'If it is the same person, put the new external id on that Alleo account; otherwise give one of the two another e-mail address. Then start a new dry run.',
			nl: 'Is het dezelfde persoon, zet dan het nieuwe externe id op dat Alleo-account; geef anders een van beide een ander e-mailadres. Start daarna een nieuwe proefrun.',
		},
	},
	EMAIL_TAKEN: {
		severity: 'hold',
		what: {
			en: 'The e-mail address belongs to another Alleo account.',
			nl: 'Het e-mailadres hoort bij een ander Alleo-account.',
		},
		why: {
			en: 'Two people must never share one account and its budget.',
			nl: 'Twee mensen mogen nooit één account en budget delen.',
		},
		action: {
			en: 'Correct the address in the HR system, or change the address of the other Alleo account, then start a new dry run.',
			nl: 'Verbeter het adres in het HR-systeem of wijzig het adres van het andere Alleo-account, en start daarna een nieuwe proefrun.',
		},
	},
	EMAIL_OF_LEAVER: {
		severity: 'hold',
		what: {
			en: 'The e-mail address is that of a leaver with another or unknown birthday, whose Alleo account still holds it.',
			nl: 'Het e-mailadres is van een vertrokken medewerker met een andere of onbekende geboortedatum; diens Alleo-account heeft het nog.',
		},
		why: {
			en: 'Somebody else would get the account and the history of the leaver.',
			nl: 'Iemand anders zou het account en de geschiedenis van de vertrokken medewerker krijgen.',
		},
		action: {
			en: 'Change the address on the leaver\'s Alleo account (for example by adding "old-"), or give the newcomer another address; then start a new dry run.',
			nl: 'Wijzig het adres op het Alleo-account van de vertrokken medewerker (bijvoorbeeld met "oud-" ervoor) of geef de nieuwe medewerker een ander adres; start daarna een nieuwe proefrun.',
		},
	},
	ENDED_NOT_LINKED: {
		severity: 'hold',
		what: {
			en: 'Left service, but the active Alleo account with this e-mail address has no external id.',
			nl: 'Uit dienst, maar het actieve Alleo-account met dit e-mailadres heeft geen extern id.',
		},
		why: {
			en: 'An e-mail address alone does not prove that it is the same person.',
			nl: 'Een e-mailadres alleen bewijst niet dat het dezelfde persoon is.',
		},
		action: {
			en: 'If it is the same person, deactivate the account in Alleo or put the external id on it.',
			nl: 'Is het dezelfde persoon, deactiveer dan het account in Alleo of zet het externe id erop.',
		},
	},
	INELIGIBLE_NOT_LINKED: {
		severity: 'hold',
		what: {
			en: 'Not eligible, but the active Alleo account with this e-mail address has no external id.',
			nl: 'Komt niet in aanmerking, maar het actieve Alleo-account met dit e-mailadres heeft geen extern id.',
		},
		why: {
			en: 'An e-mail address alone does not prove that it is the same person.',
			nl: 'Een e-mailadres alleen bewijst niet dat het dezelfde persoon is.',
		},
		action: {
			en: 'If it is the same person, deactivate the account in Alleo or put the external id on it.',
			nl: 'Is het dezelfde persoon, deactiveer dan het account in Alleo of zet het externe id erop.',
		},
	},
	ACCESS_EMPTY_ACTIVE: {
		severity: 'hold',
		what: {
			en: 'Active in Alleo while the access field is empty.',
			nl: 'Actief in Alleo terwijl het toegangsveld leeg is.',
		},
		why: {
			en: 'An empty field is no evidence that access should end.',
			nl: 'Een leeg veld is geen bewijs dat de toegang moet stoppen.',
		},
		action: {
			en: 'Fill the access field with yes or no in the HR system, or choose in Employee Normalize what an empty field means.',
			nl: 'Vul het toegangsveld in het HR-systeem met ja of nee, of kies in Employee Normalize wat een leeg veld betekent.',
		},
	},
	DUPLICATE_EXTERNAL_ID: {
		severity: 'hold',
		what: {
			en: '{count} records in the source have the same external id.',
			nl: '{count} records in de bron hebben hetzelfde externe id.',
		},
		action: {
			en: 'Correct the employee numbers in the HR system, or map external_id to a field that is unique.',
			nl: 'Verbeter de personeelsnummers in het HR-systeem of koppel external_id aan een uniek veld.',
		},
	},
	DUPLICATE_EMAIL: {
		severity: 'hold',
		what: {
			en: '{count} people in service have the same e-mail address.',
			nl: '{count} mensen in dienst hebben hetzelfde e-mailadres.',
		},
		action: {
			en: 'Give each person their own address in the HR system. A person with two records in service keeps one of them.',
			nl: 'Geef iedere persoon een eigen adres in het HR-systeem. Iemand met twee records in dienst houdt er één.',
		},
	},
	ALLEO_DUPLICATE: {
		severity: 'hold',
		what: {
			en: '{count} Alleo accounts match this person.',
			nl: '{count} Alleo-accounts passen bij deze persoon.',
		},
		action: {
			en: 'Decide in Alleo which account is right, and take the external id or the e-mail address off the other one.',
			nl: 'Bepaal in Alleo welk account klopt en haal het externe id of het e-mailadres van het andere af.',
		},
	},
	EXTERNAL_ID_MISSING: {
		severity: 'hold',
		what: {
			en: 'The record has no external id, so the account could not be found again tomorrow.',
			nl: 'Het record heeft geen extern id, dus het account zou morgen niet terug te vinden zijn.',
		},
		action: {
			en: 'Map external_id in Employee Normalize to a field that every person has.',
			nl: 'Koppel external_id in Employee Normalize aan een veld dat iedereen heeft.',
		},
	},
	FILTER_UNROUTED: {
		severity: 'hold',
		what: {
			en: 'The value of alleo_filter is not in the routing table.',
			nl: 'De waarde van alleo_filter staat niet in de routeringstabel.',
		},
		action: {
			en: 'Add the value to Routing in Alleo Diff, or correct it in the HR system.',
			nl: 'Voeg de waarde toe aan Routing in Alleo Diff of verbeter haar in het HR-systeem.',
		},
	},
	COMPANY_MISSING: {
		severity: 'hold',
		what: {
			en: 'No Alleo company is set for people without alleo_filter.',
			nl: 'Er is geen Alleo-bedrijf ingesteld voor mensen zonder alleo_filter.',
		},
		action: {
			en: 'Set the default Alleo company in Alleo Diff, or fill alleo_filter in the HR system.',
			nl: 'Stel het standaard Alleo-bedrijf in bij Alleo Diff of vul alleo_filter in het HR-systeem.',
		},
	},
	POSSIBLE_TRANSFER: {
		severity: 'hold',
		what: {
			en: 'A record that ended and a record in service may be one person, but the match is not certain.',
			nl: 'Een beëindigd record en een record in dienst kunnen dezelfde persoon zijn, maar dat is niet zeker.',
		},
		why: {
			en: 'Off-boarding would cancel the budget of somebody who may only have moved.',
			nl: 'Offboarden zou het budget stoppen van iemand die misschien alleen is overgestapt.',
		},
		action: {
			en: 'If it is one person, put the new external id on the Alleo account; otherwise give the ended record its own e-mail address.',
			nl: 'Is het één persoon, zet dan het nieuwe externe id op het Alleo-account; geef anders het beëindigde record een eigen e-mailadres.',
		},
	},
	PARTITION_INCOMPLETE: {
		severity: 'hold',
		what: {
			en: "Would be off-boarded, but this person's part of the HR system was not read completely.",
			nl: 'Zou worden ge-offboard, maar dit deel van het HR-systeem is niet volledig gelezen.',
		},
		action: {
			en: 'Repair the reading (see Coverage) and start a new dry run.',
			nl: 'Herstel het inlezen (zie Coverage) en start een nieuwe proefrun.',
		},
	},
	TRANSFER_PENDING: {
		severity: 'notice',
		what: {
			en: 'Moves to a new record that starts on {date}; the account stays.',
			nl: 'Gaat over naar een nieuw record dat begint op {date}; het account blijft.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	UPCOMING_START: {
		severity: 'notice',
		what: { en: 'Starts on {date}.', nl: 'Begint op {date}.' },
		action: {
			en: 'Nothing to do: the person is onboarded on that day.',
			nl: 'Niets te doen: de persoon wordt op die dag ge-onboard.',
		},
	},
	UPCOMING_END: {
		severity: 'notice',
		what: { en: 'Last day in service is {date}.', nl: 'Laatste dag in dienst is {date}.' },
		action: {
			en: "Alleo asks for 30 days' notice because of monthly subscriptions: tell the customer.",
			nl: 'Alleo vraagt 30 dagen vooraf vanwege maandabonnementen: meld het de klant.',
		},
	},
	INELIGIBLE_REPORTED: {
		severity: 'notice',
		what: {
			en: 'Not eligible any more but active in Alleo; only reported, by the setting.',
			nl: 'Komt niet meer in aanmerking maar is actief in Alleo; alleen gemeld, volgens de instelling.',
		},
		action: {
			en: 'Deactivate in Alleo, or set the policy for people who are not eligible to deactivate.',
			nl: 'Deactiveer in Alleo of zet het beleid voor mensen die niet in aanmerking komen op deactiveren.',
		},
	},
	ABSENT_REPORTED: {
		severity: 'notice',
		what: {
			en: 'Active in Alleo but not in the HR system; only reported.',
			nl: 'Actief in Alleo maar niet in het HR-systeem; alleen gemeld.',
		},
		action: {
			en: 'Check whether this person left, and deactivate in Alleo where that is so.',
			nl: 'Controleer of deze persoon vertrokken is en deactiveer zo nodig in Alleo.',
		},
	},
	APPROVAL_ALWAYS: {
		severity: 'reason',
		what: {
			en: 'Every plan of this workflow needs approval.',
			nl: 'Elk plan van deze workflow heeft goedkeuring nodig.',
		},
		action: { en: 'Review and decide.', nl: 'Beoordeel en beslis.' },
	},
	EMPTY_SOURCE: {
		severity: 'guard',
		what: { en: 'The HR system returned nobody.', nl: 'Het HR-systeem gaf niemand terug.' },
		why: {
			en: 'Usual causes: a filter or authorisation that hides everybody, a changed connector, an outage.',
			nl: 'Meestal: een filter of autorisatie die iedereen verbergt, een gewijzigde connector, een storing.',
		},
		action: {
			en: 'Repair the source and start a new dry run. This guard cannot be overridden.',
			nl: 'Herstel de bron en start een nieuwe proefrun. Deze bewaking kan niet worden overgeslagen.',
		},
	},
	INCOMPLETE_PARTITION: {
		severity: 'guard',
		what: {
			en: '{actual} part(s) of the HR system were not read completely; nobody there is off-boarded.',
			nl: '{actual} deel/delen van het HR-systeem zijn niet volledig gelezen; daar wordt niemand ge-offboard.',
		},
		why: {
			en: 'Usual causes: an outage, a rate limit, a consent or right that was withdrawn.',
			nl: 'Meestal: een storing, een limiet, een ingetrokken toestemming of recht.',
		},
		action: {
			en: 'Look at Coverage for the reason, repair it and start a new dry run.',
			nl: 'Kijk bij Coverage naar de reden, herstel die en start een nieuwe proefrun.',
		},
	},
	PARTITION_VANISHED: {
		severity: 'guard',
		what: {
			en: '{actual} active Alleo people or companies are no longer in the source; the limit is {limit}.',
			nl: '{actual} actieve Alleo-mensen of bedrijven staan niet meer in de bron; de grens is {limit}.',
		},
		why: {
			en: 'Usual causes: a company that dropped out of the consent or the selection, a narrower filter, a run that saw half the data.',
			nl: 'Meestal: een bedrijf dat uit de toestemming of selectie viel, een nauwer filter, een run die de helft zag.',
		},
		action: {
			en: 'Check that every company is still selected and covered before approving.',
			nl: 'Controleer vóór goedkeuring of elk bedrijf nog gekozen en toegestaan is.',
		},
	},
	DEACTIVATION_LIMIT: {
		severity: 'guard',
		what: {
			en: '{actual} people would be off-boarded; the limit is {limit}.',
			nl: '{actual} mensen zouden worden ge-offboard; de grens is {limit}.',
		},
		why: {
			en: 'Off-boarding cancels budgets. Usual causes: end dates filled in bulk, an access field that changed, a wrong mapping.',
			nl: 'Offboarden stopt budgetten. Meestal: einddatums in bulk gevuld, een gewijzigd toegangsveld, een foute koppeling.',
		},
		action: {
			en: 'Check the off-boardings one by one, then approve with or without them.',
			nl: 'Controleer de offboardings één voor één en keur dan goed met of zonder.',
		},
	},
	REACTIVATION_LIMIT: {
		severity: 'guard',
		what: {
			en: '{actual} people would be re-activated; the limit is {limit}.',
			nl: '{actual} mensen zouden worden geheractiveerd; de grens is {limit}.',
		},
		why: {
			en: 'Usual causes: end dates removed in bulk, accounts deactivated by hand in Alleo.',
			nl: 'Meestal: einddatums in bulk verwijderd, accounts met de hand gedeactiveerd in Alleo.',
		},
		action: {
			en: 'Check that they really came back, then approve.',
			nl: 'Controleer of zij echt terug zijn en keur dan goed.',
		},
	},
	CREATE_LIMIT: {
		severity: 'guard',
		what: {
			en: '{actual} people would be onboarded; the limit is {limit}.',
			nl: '{actual} mensen zouden worden ge-onboard; de grens is {limit}.',
		},
		why: {
			en: 'Each create may send mail and grant money. Usual causes: a first run, a new company, changed employee numbers.',
			nl: 'Elke onboarding kan mail sturen en geld toekennen. Meestal: een eerste run, een nieuw bedrijf, gewijzigde personeelsnummers.',
		},
		action: {
			en: 'Check that these people are new, then approve.',
			nl: 'Controleer of deze mensen nieuw zijn en keur dan goed.',
		},
	},
	UPDATE_LIMIT: {
		severity: 'guard',
		what: {
			en: '{actual} people would change; the limit is {limit}.',
			nl: '{actual} mensen zouden wijzigen; de grens is {limit}.',
		},
		why: {
			en: 'Usual causes: a changed mapping, a first run after connecting, a bulk change in the HR system.',
			nl: 'Meestal: een gewijzigde koppeling, een eerste run na het aansluiten, een bulkwijziging in het HR-systeem.',
		},
		action: {
			en: 'Look at some changes per field, then approve or correct the mapping.',
			nl: 'Bekijk enkele wijzigingen per veld en keur goed of verbeter de koppeling.',
		},
	},
	FIELD_DRIFT: {
		severity: 'guard',
		what: {
			en: '"{field}" looks wrong for {actual} people ({kind}); the limit is {limit}.',
			nl: '"{field}" lijkt fout voor {actual} mensen ({kind}); de grens is {limit}.',
		},
		why: {
			en: 'Usual causes: a renamed or emptied column, a changed format or spelling, a mapping to the wrong field, a new mail domain.',
			nl: 'Meestal: een hernoemde of lege kolom, een andere notatie of spelling, een koppeling met het verkeerde veld, een nieuw maildomein.',
		},
		action: {
			en: 'Compare this field in the HR system and in the mapping before approving.',
			nl: 'Vergelijk dit veld in het HR-systeem en in de koppeling voordat u goedkeurt.',
		},
	},
	IDENTITY_KEYS_CHANGED: {
		severity: 'guard',
		what: {
			en: '{actual} people have a new external id while the old one vanished, with the same e-mail address; the limit is {limit}.',
			nl: '{actual} mensen hebben een nieuw extern id terwijl het oude verdween, met hetzelfde e-mailadres; de grens is {limit}.',
		},
		why: {
			en: 'The key changed (employee number, person number, another system): everybody would look new.',
			nl: 'De sleutel is gewijzigd (personeelsnummer, persoonsnummer, ander systeem): iedereen lijkt nieuw.',
		},
		action: {
			en: 'Set the key back (external_id mapping, person key) or have the external ids in Alleo converted. This guard cannot be overridden.',
			nl: 'Zet de sleutel terug (koppeling van external_id, persoonssleutel) of laat de externe ids in Alleo omzetten. Deze bewaking kan niet worden overgeslagen.',
		},
	},
	DUPLICATES: {
		severity: 'guard',
		what: {
			en: '{actual} people are held because of duplicate ids, addresses or accounts; the limit is {limit}.',
			nl: '{actual} mensen worden vastgehouden wegens dubbele ids, adressen of accounts; de grens is {limit}.',
		},
		why: {
			en: 'Usual causes: a source that is read twice, a mapping to a field that is not unique.',
			nl: 'Meestal: een bron die twee keer gelezen wordt, een koppeling met een veld dat niet uniek is.',
		},
		action: {
			en: 'Look at the held people; correct the source or the mapping.',
			nl: 'Bekijk de vastgehouden mensen; verbeter de bron of de koppeling.',
		},
	},
});
