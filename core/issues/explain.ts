import { defineIssues } from './define';

/** Codes of Alleo Explain: what makes a question, a setting or an input unusable. */
export const EXPLAIN_ISSUES = defineIssues({
	EXPLAIN_QUESTION_UNUSABLE: {
		severity: 'error',
		what: {
			en: 'There is no question: "Person" is empty or longer than {limit} characters.',
			nl: 'Er is geen vraag: "Person" is leeg of langer dan {limit} tekens.',
		},
		action: {
			en: 'Fill in an e-mail address, an employee number, an external id or a name, and ask again.',
			nl: 'Vul een e-mailadres, personeelsnummer, extern id of naam in en vraag opnieuw.',
		},
	},
	EXPLAIN_SETTING_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" of Alleo Explain cannot be used: {problem}.',
			nl: 'De instelling "{setting}" van Alleo Explain is onbruikbaar: {problem}.',
		},
		why: {
			en: 'The explanation is only right with the same settings as Alleo Diff in the daily workflow.',
			nl: 'De uitleg klopt alleen met dezelfde instellingen als Alleo Diff in de dagelijkse workflow.',
		},
		action: {
			en: 'Open the Alleo Explain node and correct the setting.',
			nl: 'Open de node Alleo Explain en verbeter de instelling.',
		},
	},
	EXPLAIN_INPUT_FAILED: {
		severity: 'error',
		what: {
			en: 'What comes in on "{input}" could not be read: {problem}',
			nl: 'Wat op "{input}" binnenkomt, kon niet worden gelezen: {problem}',
		},
		action: {
			en: 'Repair the node before that input, then ask again. An explanation without it could be wrong, so none is given.',
			nl: 'Herstel de node vóór die invoer en vraag opnieuw. Een uitleg zonder kan fout zijn en wordt daarom niet gegeven.',
		},
	},
	EXPLAIN_NOBODY_PASSED_ON: {
		severity: 'error',
		what: {
			en: 'The HR system gave {count} people, but none of them came in on "Employees".',
			nl: 'Het HR-systeem gaf {count} mensen, maar geen van hen kwam binnen op "Employees".',
		},
		why: {
			en: 'Employee Normalize passes nobody on when its mapping or a setting is wrong, such as an access field that nobody has.',
			nl: 'Employee Normalize geeft niemand door als de koppeling of een instelling niet klopt, zoals een toegangsveld dat niemand heeft.',
		},
		action: {
			en: "Open the form's workflow, run Employee Normalize there and do what its message says; then ask again.",
			nl: 'Open de workflow van het formulier, voer daar Employee Normalize uit en doe wat de melding zegt; vraag daarna opnieuw.',
		},
	},
	EXPLAIN_ITEM_MALFORMED: {
		severity: 'error',
		what: {
			en: 'Item {item} on the input "{input}" is not what this input expects: {problem}.',
			nl: 'Item {item} op de invoer "{input}" is niet wat deze invoer verwacht: {problem}.',
		},
		action: {
			en: 'Connect Employee Normalize to "Employees", Alleo (Employee: Get Many) to "Alleo" and the source\'s second output to "Coverage", and turn off "Always Output Data" on them. An explanation from half the data could be wrong, so none is given.',
			nl: 'Verbind Employee Normalize met "Employees", Alleo (Employee: Get Many) met "Alleo" en de tweede uitgang van de bron met "Coverage", en zet daar "Always Output Data" uit. Een uitleg op halve gegevens kan fout zijn en wordt daarom niet gegeven.',
		},
	},
});
