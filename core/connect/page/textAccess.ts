import type { TextTable } from '../../ui/texts';

/** Who may take part: the same question for every HR system. */
export const ACCESS_TEXT = {
	accessTitle: ['Who takes part', 'Wie doet er mee'],
	accessCounts: [
		'The field {field} says: {yes} yes, {no} no, {empty} empty.',
		'In het veld {field} staat: {yes} ja, {no} nee, {empty} leeg.',
	],
	accessOther: [
		'Something else than yes or no: {other}. Nobody with that is added or changed until it is mended.',
		'Iets anders dan ja of nee: {other}. Wie dat heeft, wordt niet toegevoegd of gewijzigd totdat het klopt.',
	],
	accessSample: ['Counted: {looked} of {people} people.', 'Geteld: {looked} van {people} mensen.'],
	accessMore: [
		'People counted: {looked}. There are more.',
		'Mensen geteld: {looked}. Er zijn er meer.',
	],
	accessUse: [
		'Use this field: only people with yes take part',
		'Gebruik dit veld: alleen mensen met ja doen mee',
	],
	accessUseHint: [
		'Cleared, everybody in service takes part, also with no.',
		'Zonder vinkje doet iedereen in dienst mee, ook wie nee heeft.',
	],
	accessOn: ['Only people with yes in {field}', 'Alleen wie ja heeft in {field}'],
	accessOff: ['Everybody in service', 'Iedereen in dienst'],
	accessNone: [
		'There is no field alleo_access (or yourcampus_access) with a value, so everybody in service takes part.',
		'Er is geen veld alleo_access (of yourcampus_access) met een waarde; iedereen in dienst doet dus mee.',
	],
	filterTitle: ['Several Alleo companies', 'Meerdere Alleo-bedrijven'],
	filterField: [
		'The field {field} divides your people. In it stands:',
		'Het veld {field} verdeelt uw medewerkers. Daarin staat:',
	],
	filterMany: [
		'Different values: {different}. That is more than there can be companies; is the field meant for this?',
		'Verschillende waarden: {different}. Zo veel bedrijven kunnen het niet zijn; is het veld hiervoor bedoeld?',
	],
	filterEmpty: ['(empty)', '(leeg)'],
	filterYes: [
		'Each value of {field} is a company of its own',
		'Elke waarde van {field} is een eigen bedrijf',
	],
	filterNo: ['Everybody in one company', 'Iedereen in één bedrijf'],
	filterUse: [
		'Each of these values is an Alleo company of its own',
		'Elk van deze waarden is een eigen Alleo-bedrijf',
	],
	filterUseHint: [
		'Alleo chooses the company for each value before anything changes. Clear the tick when everybody belongs to one company.',
		'Alleo kiest per waarde het bedrijf voordat er iets wijzigt. Haal het vinkje weg als iedereen bij één bedrijf hoort.',
	],
	accessUnread: [
		'The field alleo_access could not be looked at now. If it is there, it is used.',
		'Het veld alleo_access kon nu niet worden bekeken. Is het er, dan wordt het gebruikt.',
	],
} as const satisfies TextTable;
