import type { Language } from '../issues';
import type { TextTable } from '../ui/texts';

/**
 * What a run without a column of the AFAS employees connector costs, so that it is known before the run:
 * to who connects, on the page, and to who sets up n8n, in Describe.
 */
const COSTS: TextTable = {
	EmployeeId: [
		'Nobody can be recognised: the connector is not read at all.',
		'Niemand is te herkennen: de connector wordt helemaal niet gelezen.',
	],
	EmploymentStart: [
		'Nobody can tell who is in service: the connector is not read at all.',
		'Niet te zien is wie in dienst is: de connector wordt helemaal niet gelezen.',
	],
	EmploymentEnd: [
		'Nobody can tell who has left: the connector is not read at all.',
		'Niet te zien is wie uit dienst is: de connector wordt helemaal niet gelezen.',
	],
	Mail: [
		'Everybody in service is held: Alleo needs an e-mail address.',
		'Iedereen in dienst wacht: Alleo heeft een e-mailadres nodig.',
	],
	FirstName: [
		'Everybody in service is held: Alleo needs a first name.',
		'Iedereen in dienst wacht: Alleo heeft een voornaam nodig.',
	],
	BirthName: [
		'Everybody in service is held: Alleo needs a last name.',
		'Iedereen in dienst wacht: Alleo heeft een achternaam nodig.',
	],
	PrefixBirthName: [
		'Names are written to Alleo without their prefix (van, de, ter).',
		'Namen komen zonder voorvoegsel (van, de, ter) in Alleo.',
	],
	DateOfBirth: [
		'Alleo gets no birthdays, and fewer people are recognised: re-hires and moves are asked more often.',
		'Alleo krijgt geen verjaardagen, en minder mensen worden herkend: bij terugkeer en overgang wordt vaker gevraagd wie het is.',
	],
	Department: [
		'Alleo gets no groups; groups that people have there stay as they are.',
		'Alleo krijgt geen groepen; groepen die mensen daar hebben, blijven zoals ze zijn.',
	],
	EmployerId: [
		'Rows of two employers cannot be told apart.',
		'Regels van twee werkgevers zijn niet uit elkaar te houden.',
	],
	DvId: [
		'Two employments of one person are harder to tell apart.',
		'Twee dienstverbanden van één persoon zijn lastiger uit elkaar te houden.',
	],
	PersonId: [
		'Who gets another employee number is recognised less often, and is asked about.',
		'Wie een ander medewerkernummer krijgt, wordt minder vaak herkend; dan wordt gevraagd wie het is.',
	],
};

/** What is lost without a column; null where it is no more than its purpose. */
export function columnCost(column: string, language: Language): string | null {
	const texts = Object.hasOwn(COSTS, column) ? COSTS[column] : undefined;
	return texts?.[language === 'en' ? 0 : 1] ?? null;
}
