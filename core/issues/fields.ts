import { notice, reason } from './define';

/** Codes about fields that customers make for Alleo. Places hold names of fields and systems, and counts. */
export const FIELD_ISSUES = {
	FIELDS_PRESENT: reason(
		'These fields for Alleo exist in the HR system.',
		'Deze velden voor Alleo bestaan in het HR-systeem.',
	),
	FIELD_NAME_ALMOST: notice(
		'The field "{name}" looks like one for Alleo, but no rule reads it; "{meant}" was probably meant.',
		'Het veld "{name}" lijkt op een veld voor Alleo, maar geen regel leest het; waarschijnlijk is "{meant}" bedoeld.',
		'Give the field that name in the HR system, or map it by hand in Employee Normalize. Until then it decides nothing.',
		'Geef het veld in het HR-systeem die naam, of koppel het met de hand in Employee Normalize. Tot dan beslist het niets.',
	),
};
