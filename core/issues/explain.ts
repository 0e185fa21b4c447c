import { error } from './define';

/** Codes of Alleo Explain: what makes a question, a setting or an input unusable. */
export const EXPLAIN_ISSUES = {
	EXPLAIN_QUESTION_UNUSABLE: error(
		'There is no question: "Person" is empty or longer than {limit} characters.',
		'Er is geen vraag: "Person" is leeg of langer dan {limit} tekens.',
		'Fill in an e-mail address, an employee number, an external id or a name, and ask again.',
		'Vul een e-mailadres, personeelsnummer, extern id of naam in en vraag opnieuw.',
	),
	EXPLAIN_INPUT_FAILED: error(
		'What comes in on "{input}" could not be read: {problem}',
		'Wat op "{input}" binnenkomt, kon niet worden gelezen: {problem}',
		'Repair the node before that input, then ask again. An explanation without it could be wrong, so none is given.',
		'Herstel de node vóór die invoer en vraag opnieuw. Een uitleg zonder kan fout zijn en wordt daarom niet gegeven.',
	),
	EXPLAIN_SETTINGS_FAILED: error(
		'The settings of this customer cannot be used: {problem}',
		'De instellingen van deze klant kunnen niet worden gebruikt: {problem}',
		'Open {step:settings} of the daily sync, do what its message says, and ask again. The daily sync stops there too.',
		'Open {step:settings} van de dagelijkse synchronisatie, doe wat de melding zegt en vraag opnieuw. De dagelijkse synchronisatie stopt daar ook.',
	),
	EXPLAIN_NOBODY_PASSED_ON: error(
		'The HR system gave {count} people, but none of them came in on "Employees".',
		'Het HR-systeem gaf {count} mensen, maar geen van hen kwam binnen op "Employees".',
		"Open the form's workflow, run {step:normalize} there and do what its message says; then ask again.",
		'Open de workflow van het formulier, voer daar {step:normalize} uit en doe wat de melding zegt; vraag daarna opnieuw.',
		'{step:normalize} passes nobody on when its mapping or a setting is wrong, such as an access field that nobody has.',
		'{step:normalize} geeft niemand door als de koppeling of een instelling niet klopt, zoals een toegangsveld dat niemand heeft.',
	),
	EXPLAIN_ITEM_MALFORMED: error(
		'Item {item} on the input "{input}" is not what this input expects: {problem}.',
		'Item {item} op de invoer "{input}" is niet wat deze invoer verwacht: {problem}.',
		'Connect {step:normalize} to "Employees", Alleo (Employee: Get Many) to "Alleo" and the source\'s second output to "Coverage", and turn off "Always Output Data" on them. An explanation from half the data could be wrong, so none is given.',
		'Verbind {step:normalize} met "Employees", Alleo (Employee: Get Many) met "Alleo" en de tweede uitgang van de bron met "Coverage", en zet daar "Always Output Data" uit. Een uitleg op halve gegevens kan fout zijn en wordt daarom niet gegeven.',
	),
	EXPLAIN_WAY_BLOCKED: error(
		'The node "{node}" of "{workflow}" stands between reading and comparing, and could do more than read.',
		'De node "{node}" van "{workflow}" staat tussen lezen en vergelijken en zou meer kunnen doen dan lezen.',
		'Do what it does in {step:normalize}, or by a node of n8n that only rewrites items (Edit Fields, Filter, Merge); then ask again.',
		'Doe wat die doet in {step:normalize}, of met een node van n8n die alleen items herschrijft (Edit Fields, Filter, Merge); vraag daarna opnieuw.',
		"An explanation runs the customer's own reading and mapping, and must change nothing anywhere; without that node it would explain another sync.",
		'Een uitleg voert het lezen en de koppeling van de klant zelf uit en mag nergens iets wijzigen; zonder die node gaat de uitleg over een andere synchronisatie.',
	),
	EXPLAIN_NO_ANSWER: error(
		'The explanation of "{workflow}" ended without an answer.',
		'De uitleg van "{workflow}" eindigde zonder antwoord.',
		'Open that workflow, press Dry run and look which node stops or gives nothing; then ask again.',
		'Open die workflow, druk op Dry run en kijk welke node stopt of niets geeft; vraag daarna opnieuw.',
	),
};
