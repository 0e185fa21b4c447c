import { defineIssues } from './define';

/**
 * Codes of Employee Normalize: what stops the run, what holds a person, remarks, and why a person has
 * the status they have. Codes of severity `hold` on somebody who has not started yet are remarks.
 */
export const NORMALIZE_ISSUES = defineIssues({
	SOURCE_UNKNOWN: {
		severity: 'error',
		what: {
			en: 'Item {item} does not say which HR system it comes from.',
			nl: 'Item {item} zegt niet uit welk HR-systeem het komt.',
		},
		why: {
			en: 'Items of the NMBRS and AFAS nodes carry "source"; an empty item comes from "Always Output Data".',
			nl: 'Items van de NMBRS- en AFAS-node hebben "source"; een leeg item komt van "Always Output Data".',
		},
		action: {
			en: 'Connect the "Employees" output of the NMBRS or AFAS node, turn off "Always Output Data" there, or set Source to Custom and map the fields. Nothing was passed on.',
			nl: 'Verbind de uitgang "Employees" van de NMBRS- of AFAS-node, zet daar "Always Output Data" uit, of zet Source op Custom en koppel de velden. Er is niets doorgegeven.',
		},
	},
	SOURCE_MISMATCH: {
		severity: 'error',
		what: {
			en: 'Item {item} comes from {found}, but Source is set to {expected}.',
			nl: 'Item {item} komt uit {found}, maar Source staat op {expected}.',
		},
		action: {
			en: 'Set Source in Employee Normalize to that system or to Automatic. Nothing was passed on.',
			nl: 'Zet Source in Employee Normalize op dat systeem of op Automatic. Er is niets doorgegeven.',
		},
	},
	MAPPING_INCOMPLETE: {
		severity: 'error',
		what: {
			en: 'The mapping has nothing for "{field}".',
			nl: 'In de koppeling staat niets bij "{field}".',
		},
		action: {
			en: 'Open Employee Normalize and drag a field from the input panel to it. Nothing was passed on.',
			nl: 'Open Employee Normalize en sleep er een veld uit het invoerpaneel heen. Er is niets doorgegeven.',
		},
	},
	MAPPING_FORBIDDEN: {
		severity: 'error',
		what: {
			en: '"{field}" is mapped to a citizen service number or a bank account number.',
			nl: '"{field}" is gekoppeld aan een burgerservicenummer of een bankrekeningnummer.',
		},
		why: {
			en: 'Alleo may never receive these numbers.',
			nl: 'Alleo mag deze nummers nooit ontvangen.',
		},
		action: {
			en: 'Map the field to the employee number or another field. Nothing was passed on.',
			nl: 'Koppel het veld aan het personeelsnummer of een ander veld. Er is niets doorgegeven.',
		},
	},
	REFERENCE_DATE_INVALID: {
		severity: 'error',
		what: {
			en: 'The reference date is not a date.',
			nl: 'De peildatum is geen datum.',
		},
		action: {
			en: 'Write it as YYYY-MM-DD, or leave it empty for today. Nothing was passed on.',
			nl: 'Schrijf de datum als JJJJ-MM-DD, of laat het veld leeg voor vandaag. Er is niets doorgegeven.',
		},
	},
	NORMALIZE_OPTION_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" of Employee Normalize cannot be used.',
			nl: 'De instelling "{setting}" van Employee Normalize is onbruikbaar.',
		},
		action: {
			en: 'Open Employee Normalize and correct the setting. Nothing was passed on.',
			nl: 'Open Employee Normalize en verbeter de instelling. Er is niets doorgegeven.',
		},
	},
	ACCESS_FIELD_MISSING: {
		severity: 'error',
		what: {
			en: 'Selective sync is on, but none of the {count} people has the field "{field}".',
			nl: 'Selectieve synchronisatie staat aan, maar geen van de {count} mensen heeft het veld "{field}".',
		},
		why: {
			en: 'Without the field everybody would lose access. It may have been renamed, or the source does not read extra fields.',
			nl: 'Zonder het veld zou iedereen de toegang verliezen. Misschien is het hernoemd, of leest de bron de vrije velden niet.',
		},
		action: {
			en: 'NMBRS: add Extra Fields to Include. AFAS: add the column to the connector, and under another name than alleo_access choose it in the AFAS node under Additional Column Names or IDs. Else correct Access Field, or turn selective sync off. Nothing was passed on.',
			nl: 'NMBRS: voeg Extra Fields toe bij Include. AFAS: voeg de kolom toe aan de connector, en kies hem bij een andere naam dan alleo_access in de AFAS-node bij Additional Column Names or IDs. Verbeter anders Access Field of zet selectieve synchronisatie uit. Er is niets doorgegeven.',
		},
	},
	ID_MISSING: {
		severity: 'hold',
		what: {
			en: 'There is no employee id.',
			nl: 'Er is geen medewerker-id.',
		},
		action: {
			en: 'Check that "Employee ID" is mapped to the id of the HR system, and that this record has one.',
			nl: 'Controleer of "Employee ID" gekoppeld is aan het id van het HR-systeem en of dit record er een heeft.',
		},
	},
	ID_UNUSABLE: {
		severity: 'hold',
		what: {
			en: 'The employee id is not a usable text or whole number.',
			nl: 'Het medewerker-id is geen bruikbare tekst of heel getal.',
		},
		action: {
			en: 'Map "Employee ID" to the id itself, not to a list or a group of fields; read it as text if it is a long number.',
			nl: 'Koppel "Employee ID" aan het id zelf, niet aan een lijst of groep velden; lees een lang nummer als tekst.',
		},
	},
	TYPE_UNKNOWN: {
		severity: 'hold',
		what: {
			en: 'The employee type is missing or not one that Nmbrs is known to have.',
			nl: 'Het medewerkertype ontbreekt of is geen bekend type van Nmbrs.',
		},
		why: {
			en: 'In service or not would be a guess.',
			nl: 'Wel of niet in dienst zou een gok zijn.',
		},
		action: {
			en: 'Correct the type in Nmbrs, or ask for this type to be added to the package.',
			nl: 'Verbeter het type in Nmbrs of vraag om dit type toe te voegen aan het pakket.',
		},
	},
	TYPE_AND_DATES_DISAGREE: {
		severity: 'hold',
		what: {
			en: 'The type says former payroll, but an employment is still open.',
			nl: 'Het type is uit dienst (former payroll), maar er staat nog een dienstverband open.',
		},
		action: {
			en: 'Fill the end date of the employment in Nmbrs, or correct the type.',
			nl: 'Vul de einddatum van het dienstverband in Nmbrs of verbeter het type.',
		},
	},
	DATE_UNREADABLE: {
		severity: 'hold',
		what: {
			en: 'The date in "{field}" cannot be read, or lies outside 1900 to 9999.',
			nl: 'De datum in "{field}" is onleesbaar of ligt buiten 1900 tot 9999.',
		},
		action: {
			en: 'Correct it in the HR system (YYYY-MM-DD or dd-mm-yyyy), or choose the transform Date for this field.',
			nl: 'Verbeter de datum in het HR-systeem (JJJJ-MM-DD of dd-mm-jjjj) of kies de bewerking Date voor dit veld.',
		},
	},
	DATES_MISSING: {
		severity: 'hold',
		what: {
			en: 'There is no start date, so in service or not cannot be told.',
			nl: 'Er is geen startdatum, dus wel of niet in dienst is niet te bepalen.',
		},
		action: {
			en: 'Fill the start date in the HR system, or map "Start Date" to the field that has it.',
			nl: 'Vul de startdatum in het HR-systeem of koppel "Start Date" aan het juiste veld.',
		},
	},
	DATES_REVERSED: {
		severity: 'hold',
		what: {
			en: 'An employment that has yet to start ends before it starts.',
			nl: 'Een dienstverband dat nog moet beginnen, eindigt voordat het begint.',
		},
		action: {
			en: 'Correct the start or end date in the HR system.',
			nl: 'Verbeter de start- of einddatum in het HR-systeem.',
		},
	},
	EMAIL_MISSING: {
		severity: 'hold',
		what: {
			en: 'There is no e-mail address in "{field}".',
			nl: 'Er staat geen e-mailadres in "{field}".',
		},
		action: {
			en: 'Fill the address in the HR system, or choose another e-mail policy.',
			nl: 'Vul het adres in het HR-systeem of kies een ander e-mailbeleid.',
		},
	},
	EMAIL_INVALID: {
		severity: 'hold',
		what: {
			en: 'What stands in "{field}" is not one e-mail address of at most {limit} characters.',
			nl: 'Wat in "{field}" staat is niet één e-mailadres van hooguit {limit} tekens.',
		},
		action: {
			en: 'Correct the address in the HR system.',
			nl: 'Verbeter het adres in het HR-systeem.',
		},
	},
	NAME_MISSING: {
		severity: 'hold',
		what: { en: '"{field}" is empty.', nl: '"{field}" is leeg.' },
		why: {
			en: 'Alleo needs a first and a last name.',
			nl: 'Alleo heeft een voor- en achternaam nodig.',
		},
		action: {
			en: 'Fill it in the HR system, or choose a fallback field in Employee Normalize.',
			nl: 'Vul het veld in het HR-systeem of kies een terugvalveld in Employee Normalize.',
		},
	},
	TEXT_UNUSABLE: {
		severity: 'hold',
		what: {
			en: '"{field}" holds control characters or characters that change the reading direction.',
			nl: '"{field}" bevat stuurtekens of tekens die de leesrichting veranderen.',
		},
		action: {
			en: 'Type the value again in the HR system; it was probably pasted from somewhere.',
			nl: 'Typ de waarde opnieuw in het HR-systeem; ze is waarschijnlijk ergens vandaan geplakt.',
		},
	},
	TEXT_TOO_LONG: {
		severity: 'hold',
		what: {
			en: '"{field}" is longer than the {limit} characters that Alleo takes.',
			nl: '"{field}" is langer dan de {limit} tekens die Alleo aanneemt.',
		},
		action: {
			en: 'Shorten it in the HR system, or map another field.',
			nl: 'Kort de waarde in het HR-systeem in of koppel een ander veld.',
		},
	},
	VALUE_NOT_TEXT: {
		severity: 'hold',
		what: {
			en: '"{field}" got a list, a group of fields or a yes/no where a text belongs.',
			nl: '"{field}" kreeg een lijst, een groep velden of een ja/nee waar tekst hoort.',
		},
		action: {
			en: 'Drag the single field inside it to the mapping, such as description instead of department.',
			nl: 'Sleep het losse veld daarbinnen naar de koppeling, zoals description in plaats van department.',
		},
	},
	EXPRESSION_FAILED: {
		severity: 'hold',
		what: {
			en: 'The expression for "{field}" gives no result for this person.',
			nl: 'De expressie voor "{field}" geeft geen resultaat voor deze persoon.',
		},
		action: {
			en: 'Open the expression in Employee Normalize and test it with this item, or drag the field instead.',
			nl: 'Open de expressie in Employee Normalize en test haar met dit item, of sleep het veld.',
		},
	},
	TRANSFORM_FAILED: {
		severity: 'hold',
		what: {
			en: 'The transform chosen for "{field}" cannot read this person\'s value.',
			nl: 'De gekozen bewerking voor "{field}" kan de waarde van deze persoon niet lezen.',
		},
		action: {
			en: 'Correct the value in the HR system, or choose another transform.',
			nl: 'Verbeter de waarde in het HR-systeem of kies een andere bewerking.',
		},
	},
	LANGUAGE_UNKNOWN: {
		severity: 'hold',
		what: {
			en: 'The language is not one that Alleo is known to have (nl, en).',
			nl: 'De taal is geen bekende taal van Alleo (nl, en).',
		},
		action: {
			en: 'Correct it in the HR system, or remove the row Language, so that the fixed language is used.',
			nl: 'Verbeter de taal in het HR-systeem of verwijder de regel Language, zodat de vaste taal geldt.',
		},
	},
	ACCESS_UNREADABLE: {
		severity: 'hold',
		what: {
			en: 'The access field "{field}" holds something else than yes or no.',
			nl: 'In het toegangsveld "{field}" staat iets anders dan ja of nee.',
		},
		action: {
			en: 'Fill it with yes or no (ja, nee, true, false, 1, 0) in the HR system.',
			nl: 'Vul het in het HR-systeem met ja of nee (yes, no, true, false, 1, 0).',
		},
	},
	LEGACY_CONFLICT: {
		severity: 'hold',
		what: {
			en: '"{field}" and its older name "{legacy}" are both filled and disagree.',
			nl: '"{field}" en de oudere naam "{legacy}" zijn beide gevuld en spreken elkaar tegen.',
		},
		action: {
			en: 'Empty the older field in the HR system, or make both equal.',
			nl: 'Maak het oudere veld leeg in het HR-systeem of maak beide gelijk.',
		},
	},
	EXTRA_FIELDS_NOT_READ: {
		severity: 'hold',
		what: {
			en: 'The extra fields of this person could not be read, so "{field}" is unknown.',
			nl: 'De vrije velden van deze persoon konden niet worden gelezen, dus "{field}" is onbekend.',
		},
		action: {
			en: 'See the notices of the NMBRS node (SOAP token, API template); the next complete run decides.',
			nl: 'Zie de meldingen van de NMBRS-node (SOAP-token, API-template); de volgende volledige run beslist.',
		},
	},
	FIELD_WITHHELD: {
		severity: 'hold',
		what: {
			en: 'The field "{field}" was withheld for everybody, because values in it look like citizen service numbers or bank accounts. So what it says of this person is unknown.',
			nl: 'Het veld "{field}" is voor iedereen achtergehouden, omdat waarden erin op burgerservicenummers of bankrekeningen lijken. Wat het over deze persoon zegt, is dus onbekend.',
		},
		action: {
			en: 'Correct the field in the HR system, so that it holds nothing but what it is meant for, and run again.',
			nl: 'Verbeter het veld in het HR-systeem, zodat er alleen in staat waarvoor het bedoeld is, en start opnieuw.',
		},
	},
	BUDGET_UNREADABLE: {
		severity: 'hold',
		what: {
			en: 'The budget "{field}" is not one clear amount.',
			nl: 'Het budget "{field}" is niet één duidelijk bedrag.',
		},
		why: {
			en: 'Texts such as 1.250 can be read two ways, and money is never guessed.',
			nl: 'Teksten als 1.250 zijn op twee manieren te lezen, en geld wordt nooit gegokt.',
		},
		action: {
			en: 'Write the amount as a number without a currency sign, such as 25 or 25,50.',
			nl: 'Schrijf het bedrag als getal zonder valutateken, zoals 25 of 25,50.',
		},
	},
	BUDGET_SEVERAL_MONTHLY: {
		severity: 'hold',
		what: {
			en: '{count} monthly budgets are filled; Alleo takes one per person.',
			nl: 'Er zijn {count} maandbudgetten gevuld; Alleo neemt er één per persoon.',
		},
		action: {
			en: 'Leave one monthly budget in the HR system and empty the others.',
			nl: 'Laat één maandbudget staan in het HR-systeem en maak de andere leeg.',
		},
	},
	PAYROLL_END_PASSED: {
		severity: 'notice',
		what: {
			en: 'The type is payroll but the end date has passed; the person stays in service.',
			nl: 'Het type is payroll maar de einddatum is voorbij; de persoon blijft in dienst.',
		},
		action: {
			en: 'If the person left, set the type to former payroll in Nmbrs; else extend the employment.',
			nl: 'Is de persoon vertrokken, zet het type in Nmbrs dan op former payroll; verleng anders het dienstverband.',
		},
	},
	FORMER_PAYROLL_IN_SERVICE: {
		severity: 'notice',
		what: {
			en: 'The type is former payroll already, but the last day in service is still to come.',
			nl: 'Het type is al former payroll, maar de laatste dag in dienst moet nog komen.',
		},
		action: {
			en: 'Nothing to do: access ends after that day.',
			nl: 'Niets te doen: de toegang eindigt na die dag.',
		},
	},
	GAP_BEFORE_RETURN: {
		severity: 'notice',
		what: {
			en: 'An employment ended and a new one starts later; an active account is left alone.',
			nl: 'Een dienstverband is beëindigd en een nieuw begint later; een actief account blijft ongemoeid.',
		},
		action: {
			en: 'Deactivate in Alleo by hand if the person should have no access in between.',
			nl: 'Deactiveer met de hand in Alleo als de persoon tussendoor geen toegang mag hebben.',
		},
	},
	NAME_USE_UNKNOWN: {
		severity: 'notice',
		what: {
			en: 'It is not known how this person uses their name; the birth name is used.',
			nl: 'Het naamgebruik van deze persoon is niet bekend; de geboortenaam is gebruikt.',
		},
		action: {
			en: 'Fill the name use in the HR system, or set the name policy to birth name.',
			nl: 'Vul het naamgebruik in het HR-systeem of zet het naambeleid op geboortenaam.',
		},
	},
	PRIVATE_EMAIL_IGNORED: {
		severity: 'notice',
		what: {
			en: 'The private e-mail address is not one valid address and is left out.',
			nl: 'Het privé-e-mailadres is niet één geldig adres en is weggelaten.',
		},
		action: {
			en: 'Correct it in the HR system.',
			nl: 'Verbeter het in het HR-systeem.',
		},
	},
	FIELD_IGNORED: {
		severity: 'notice',
		what: {
			en: '"{field}" cannot be used as it is and is left out; the status does not depend on it.',
			nl: '"{field}" is zo onbruikbaar en is weggelaten; de status hangt er niet van af.',
		},
		action: {
			en: 'Nothing is needed for this status; correct it in the HR system before it matters.',
			nl: 'Voor deze status is niets nodig; verbeter het in het HR-systeem voordat het ertoe doet.',
		},
	},
	ACCESS_EMPTY_MEANS_NO: {
		severity: 'notice',
		what: {
			en: 'The access field is empty, which means no by your setting.',
			nl: 'Het toegangsveld is leeg, wat volgens uw instelling nee betekent.',
		},
		action: {
			en: 'Fill it with yes in the HR system to give access.',
			nl: 'Vul ja in het HR-systeem om toegang te geven.',
		},
	},
	IN_SERVICE: {
		severity: 'reason',
		what: { en: 'In service.', nl: 'In dienst.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	STARTS_LATER: {
		severity: 'reason',
		what: { en: 'Starts after the reference date.', nl: 'Begint na de peildatum.' },
		action: {
			en: 'Nothing to do: the person is onboarded on the start date.',
			nl: 'Niets te doen: de persoon wordt op de startdatum ge-onboard.',
		},
	},
	EMPLOYMENT_ENDED: {
		severity: 'reason',
		what: { en: 'The last day in service has passed.', nl: 'De laatste dag in dienst is voorbij.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FORMER_PAYROLL: {
		severity: 'reason',
		what: {
			en: 'The employee type is former payroll.',
			nl: 'Het medewerkertype is former payroll.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	ACCESS_NO: {
		severity: 'reason',
		what: { en: 'The access field says no.', nl: 'Het toegangsveld zegt nee.' },
		action: {
			en: 'Set it to yes in the HR system to give access.',
			nl: 'Zet het op ja in het HR-systeem om toegang te geven.',
		},
	},
	ACCESS_EMPTY: {
		severity: 'reason',
		what: { en: 'The access field is empty.', nl: 'Het toegangsveld is leeg.' },
		action: {
			en: 'Fill it with yes or no in the HR system.',
			nl: 'Vul ja of nee in het HR-systeem.',
		},
	},
	CANNOT_BE_DECIDED: {
		severity: 'reason',
		what: {
			en: 'Held: something in the record must be corrected first.',
			nl: 'Vastgehouden: iets in het record moet eerst worden verbeterd.',
		},
		action: {
			en: 'See the issues of this person.',
			nl: 'Zie de punten bij deze persoon.',
		},
	},
});
