import { error, hold, notice, reason } from './define';

/** Codes of the inbox: values that somebody decides once for a customer. */
export const INBOX_ISSUES = {
	ACCESS_ANSWERED_YES: notice(
		'The field "{field}" has a word here that was answered in the inbox: it means yes.',
		'Het veld "{field}" bevat hier een woord dat in de vragenlijst is beantwoord: het betekent ja.',
		'Nothing, if that is right; the answer can be changed in the inbox of this customer.',
		'Niets, als dat klopt; het antwoord is te wijzigen in de vragenlijst van deze klant.',
	),
	ACCESS_ANSWERED_NO: notice(
		'The field "{field}" has a word here that was answered in the inbox: it means no.',
		'Het veld "{field}" bevat hier een woord dat in de vragenlijst is beantwoord: het betekent nee.',
		'Nothing, if that is right; the answer can be changed in the inbox of this customer.',
		'Niets, als dat klopt; het antwoord is te wijzigen in de vragenlijst van deze klant.',
	),
	INBOX_NOT_READ: notice(
		'The answers of the inbox could not be read, so none of them counts in this plan.',
		'De antwoorden van de vragenlijst konden niet worden gelezen, dus telt er in dit plan geen een.',
		'Run Start here, which makes the table "Alleo inbox" and brings the desk up to date; then make the plan again.',
		'Start "Start here": dat maakt de tabel "Alleo inbox" en werkt de desk bij. Maak daarna het plan opnieuw.',
		'People who depend on an answer are held until it can be read.',
		'Wie van een antwoord afhangt, wacht tot het weer gelezen kan worden.',
	),
	INBOX_ANSWER_UNKNOWN: hold(
		'The inbox may have an answer about "{name}", and it cannot be read.',
		'De vragenlijst heeft misschien een antwoord over "{name}", en dat is niet te lezen.',
		'Run Start here, look on the page of the inbox of this customer whether the question is answered there, and make the plan again.',
		'Start "Start here", kijk op de pagina met de vragenlijst van deze klant of de vraag daar beantwoord is, en maak het plan opnieuw.',
		'It may decide who gets access, or in which Alleo company; an answer that is not read is not "no answer".',
		'Het bepaalt misschien wie toegang krijgt, of in welk Alleo-bedrijf; een antwoord dat niet is gelezen, is niet "geen antwoord".',
	),
	INBOX_ANSWERS_UNREADABLE: notice(
		'{count} {count|answer|answers} of the inbox cannot be understood and {count|does|do} not count.',
		'{count} {count|antwoord|antwoorden} van de vragenlijst {count|is|zijn} onleesbaar en {count|telt|tellen} niet mee.',
		'Answer them again on the page of the inbox; do not change rows of its table by hand.',
		'Beantwoord ze opnieuw op de pagina van de vragenlijst; wijzig de rijen van de tabel niet met de hand.',
	),
	INBOX_TARGET_GONE: notice(
		'An answer of the inbox names "{target}", which is not there in Alleo; it does not count.',
		'Een antwoord van de vragenlijst noemt "{target}", en dat is er in Alleo niet; het telt niet.',
		'Make it in Alleo, or answer the question again in the inbox of this customer.',
		'Maak het aan in Alleo, of beantwoord de vraag opnieuw in de vragenlijst van deze klant.',
	),
	INBOX_TOO_MANY: notice(
		'{count} different values would have to be decided in the inbox ({kind}); not all of them are asked.',
		'{count} verschillende waarden zouden in de vragenlijst beslist moeten worden ({kind}); ze worden niet allemaal gevraagd.',
		'Look at the mapping in {step:normalize}: probably another field was meant.',
		'Bekijk de koppeling in {step:normalize}: waarschijnlijk is een ander veld bedoeld.',
	),
	ANSWERED_COMPANY_NEW: reason(
		'An answer of the inbox leads to an Alleo company in which nobody of this sync is yet.',
		'Een antwoord van de vragenlijst leidt naar een Alleo-bedrijf waarin nog niemand van deze koppeling zit.',
		'Check that it is a company of this customer, and approve then. If it is not, reject the plan and change the answer.',
		'Controleer of het een bedrijf van deze klant is en keur dan goed. Is het dat niet, wijs het plan dan af en wijzig het antwoord.',
	),
	INBOX_COMPANY_GONE: error(
		'An answer of the inbox leads to Alleo company {company}, which these Alleo keys do not reach.',
		'Een antwoord van de vragenlijst leidt naar Alleo-bedrijf {company}, en deze Alleo-sleutels komen daar niet bij.',
		'Answer the question again in the inbox of this customer, or use keys that reach that company. Nothing was written.',
		'Beantwoord de vraag opnieuw in de vragenlijst van deze klant, of gebruik sleutels die bij dat bedrijf komen. Er is niets geschreven.',
	),
	INBOX_LINK_INVALID: error(
		'This link is not valid any more.',
		'Deze link is niet meer geldig.',
		'Open the page with all customers and follow its link to the questions again.',
		'Open de pagina met alle klanten en volg daar de link naar de vragen opnieuw.',
	),
	INBOX_CHANGED_MEANWHILE: notice(
		'Somebody else answered "{value}" meanwhile; that answer was kept.',
		'Iemand anders heeft "{value}" intussen beantwoord; dat antwoord is blijven staan.',
		'Look at it below, and answer again where it should be otherwise.',
		'Bekijk het hieronder, en antwoord opnieuw als het anders moet.',
	),
	INBOX_TABLE_MISSING: error(
		'This n8n has no data table "Alleo inbox".',
		'Deze n8n heeft geen gegevenstabel "Alleo inbox".',
		'Run the workflow "Start here", which makes it.',
		'Start de workflow "Start here"; die maakt hem aan.',
	),
};
