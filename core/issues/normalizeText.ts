import { error, hold, notice } from './define';

/** Codes of Employee Normalize for what stands in a name, a text or a birthday. */
export const NORMALIZE_TEXT_ISSUES = {
	NAME_MISSING: hold(
		'"{field}" is empty.',
		'"{field}" is leeg.',
		'Fill it in the HR system, or choose a fallback field in {step:normalize}.',
		'Vul het veld in het HR-systeem of kies een terugvalveld in {step:normalize}.',
		'Alleo needs a first and a last name.',
		'Alleo heeft een voor- en achternaam nodig.',
	),
	NAME_NO_NAME: hold(
		'"{field}" holds no name: nothing that can be read, or words such as "n.v.t.".',
		'In "{field}" staat geen naam: niets dat te lezen is, of woorden als "n.v.t.".',
		'Fill the name in the HR system, or choose a fallback field in {step:normalize}.',
		'Vul de naam in het HR-systeem of kies een terugvalveld in {step:normalize}.',
		'Alleo needs a first and a last name.',
		'Alleo heeft een voor- en achternaam nodig.',
	),
	NAME_OTHER_KIND: hold(
		'"{field}" holds no name, but a number, a date, an e-mail address, a web address or an id.',
		'In "{field}" staat geen naam, maar een getal, een datum, een e-mailadres, een webadres of een id.',
		'Correct the name in the HR system. Where many people have it, another field is mapped: see {step:normalize}.',
		'Verbeter de naam in het HR-systeem. Hebben veel mensen het, dan is een ander veld gekoppeld: zie {step:normalize}.',
		'Alleo needs a first and a last name.',
		'Alleo heeft een voor- en achternaam nodig.',
	),
	TEXT_DAMAGED: hold(
		'In "{field}" a letter was lost on the way: there is a replacement character in its place.',
		'In "{field}" is onderweg een letter verloren gegaan: er staat een vervangingsteken.',
		'Type the value again in the HR system; where many have it, check how the data is exported (UTF-8).',
		'Typ de waarde opnieuw in het HR-systeem; hebben velen het, controleer dan hoe de gegevens worden geëxporteerd (UTF-8).',
		'Alleo may have the right letter; it is not written over.',
		'Alleo heeft misschien de juiste letter; die wordt niet overschreven.',
	),
	TEXT_ENCODED_TWICE: notice(
		'"{field}" looks like it was encoded twice, such as "&amp;eacute;" for "é". It is passed on as it is.',
		'"{field}" lijkt dubbel gecodeerd, zoals "&amp;eacute;" voor "é". De waarde gaat door zoals ze is.',
		'Type the value again in the HR system.',
		'Typ de waarde opnieuw in het HR-systeem.',
	),
	BIRTHDAY_PLACEHOLDER: notice(
		'The birthday is a day that systems write for "unknown" (1900-01-01, 1970-01-01); it is left out.',
		'De geboortedatum is een dag die systemen voor "onbekend" schrijven (1900-01-01, 1970-01-01); hij is weggelaten.',
		'Fill the birthday in the HR system. Whoever was really born on that day: fill it in Alleo by hand.',
		'Vul de geboortedatum in het HR-systeem. Is iemand echt die dag geboren, vul hem dan met de hand in Alleo.',
	),
	TEXT_UNUSABLE: hold(
		'"{field}" holds control characters or characters that change the reading direction.',
		'"{field}" bevat stuurtekens of tekens die de leesrichting veranderen.',
		'Type the value again in the HR system; it was probably pasted from somewhere.',
		'Typ de waarde opnieuw in het HR-systeem; ze is waarschijnlijk ergens vandaan geplakt.',
	),
	TEXT_TOO_LONG: hold(
		'"{field}" is longer than the {limit} characters that Alleo takes.',
		'"{field}" is langer dan de {limit} tekens die Alleo aanneemt.',
		'Shorten it in the HR system, or map another field.',
		'Kort de waarde in het HR-systeem in of koppel een ander veld.',
	),
	VALUE_NOT_TEXT: hold(
		'"{field}" got a list, a group of fields or a yes/no where a text belongs.',
		'"{field}" kreeg een lijst, een groep velden of een ja/nee waar tekst hoort.',
		'Drag the single field inside it to the mapping, such as description instead of department.',
		'Sleep het losse veld daarbinnen naar de koppeling, zoals description in plaats van department.',
	),
	MAPPING_NO_NAMES: error(
		'"{label}" is mapped to "{source}", which holds no names: {count} of {of} values that were looked at are something else.',
		'"{label}" is gekoppeld aan "{source}", en daar staan geen namen in: {count} van de {of} bekeken waarden zijn iets anders.',
		'Choose another field for "{label}" in {step:normalize}. Nothing was passed on.',
		'Kies in {step:normalize} een ander veld voor "{label}". Er is niets doorgegeven.',
	),
	MAPPING_NO_EMAILS: error(
		'"{label}" is mapped to "{source}", which holds no e-mail addresses: {count} of {of} values that were looked at are something else.',
		'"{label}" is gekoppeld aan "{source}", en daar staan geen e-mailadressen in: {count} van de {of} bekeken waarden zijn iets anders.',
		'Choose another field for "{label}" in {step:normalize}. Nothing was passed on.',
		'Kies in {step:normalize} een ander veld voor "{label}". Er is niets doorgegeven.',
	),
	MAPPING_NO_DATES: error(
		'"{label}" is mapped to "{source}", which holds no dates: {count} of {of} values that were looked at are something else.',
		'"{label}" is gekoppeld aan "{source}", en daar staan geen datums in: {count} van de {of} bekeken waarden zijn iets anders.',
		'Choose another field for "{label}" in {step:normalize}, or the transform Date where the dates are written in another way. Nothing was passed on.',
		'Kies in {step:normalize} een ander veld voor "{label}", of de bewerking Date als de datums anders geschreven zijn. Er is niets doorgegeven.',
	),
	MAPPING_NO_GROUPS: error(
		'"{label}" is mapped to "{source}", which holds no groups: {count} of {of} values that were looked at are something else.',
		'"{label}" is gekoppeld aan "{source}", en daar staan geen groepen in: {count} van de {of} bekeken waarden zijn iets anders.',
		'Choose another field for "{label}" in {step:normalize}. Nothing was passed on.',
		'Kies in {step:normalize} een ander veld voor "{label}". Er is niets doorgegeven.',
	),
};
