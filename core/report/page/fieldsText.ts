import type { TextTable } from '../../ui/texts';

/** The words about what a plan changes, field by field. */
export const FIELDS_TEXT = {
	fields: ['Changes by field', 'Wijzigingen per veld'],
	fieldPeople: ['{count} people', '{count} mensen'],
	fieldPeopleOne: ['1 person', '1 persoon'],
	fieldFresh: ['{count} new', '{count} nieuw'],
	fieldMore: ['and {count} other changes', 'en {count} andere wijzigingen'],
	fieldBecomes: ['becomes', 'wordt'],
	fieldMoreOne: ['and 1 other change', 'en 1 andere wijziging'],
} as const satisfies TextTable;
