import type { TextTable } from '../../ui/texts';

/** Who may take part: the same question for every HR system. */
export const ACCESS_TEXT = {
	accessTitle: ['Who takes part', 'Wie doet er mee'],
	accessCounts: [
		'The field {field} says: {yes} yes, {no} no, {empty} empty.',
		'In het veld {field} staat: {yes} ja, {no} nee, {empty} leeg.',
	],
	accessOther: [
		'With {other} people it holds something else than yes or no; they are not added or changed until that is mended.',
		'Bij {other} mensen staat er iets anders dan ja of nee; zij worden niet toegevoegd of gewijzigd totdat dat klopt.',
	],
	accessSample: [
		'Counted with {looked} of {people} people.',
		'Geteld bij {looked} van {people} mensen.',
	],
	accessMore: [
		'Counted with {looked} people; there are more.',
		'Geteld bij {looked} mensen; er zijn er meer.',
	],
	accessUse: [
		'Use this field: only people with yes take part',
		'Gebruik dit veld: alleen mensen met ja doen mee',
	],
	accessUseHint: [
		'Cleared, everybody in service takes part, also with no.',
		'Zonder vinkje doet iedereen in dienst mee, ook wie nee heeft.',
	],
	accessNone: [
		'There is no field alleo_access (or yourcampus_access) with a value, so everybody in service takes part.',
		'Er is geen veld alleo_access (of yourcampus_access) met een waarde; iedereen in dienst doet dus mee.',
	],
	accessUnread: [
		'The field alleo_access could not be looked at now. If it is there, it is used.',
		'Het veld alleo_access kon nu niet worden bekeken. Is het er, dan wordt het gebruikt.',
	],
} as const satisfies TextTable;
