import { error, notice, reason } from './define';

/** Codes about fields that customers make for Alleo. Places hold names of fields and systems, and counts. */
export const FIELD_ISSUES = {
	FIELDS_PRESENT: reason(
		'These fields for Alleo exist in the HR system.',
		'Deze velden voor Alleo bestaan in het HR-systeem.',
	),
	FILTER_FIELD_MISSING: error(
		'The Alleo Filter is mapped to "{field}", but none of the {count} people has that field.',
		'Alleo Filter is gekoppeld aan "{field}", maar geen van de {count} mensen heeft dat veld.',
		'NMBRS: add Extra Fields to Include, and the name to Extra Field Names. AFAS: add the column to the connector in Profit again. If it has another name now, map that in {step:normalize}; if nobody is to be routed any more, take the Alleo Filter out of the mapping. Nothing was passed on.',
		'NMBRS: voeg Extra Fields toe bij Include, en de naam bij Extra Field Names. AFAS: voeg de kolom in Profit weer toe aan de connector. Heet hij nu anders, koppel dan die in {step:normalize}; hoeft niemand meer gerouteerd te worden, haal Alleo Filter dan uit de koppeling. Er is niets doorgegeven.',
		'Without the field everybody would go to the default company, and who has an account elsewhere would be moved.',
		'Zonder het veld zou iedereen naar het standaardbedrijf gaan, en zou wie elders een account heeft worden verplaatst.',
	),
	FIELD_NAME_ALMOST: notice(
		'The field "{name}" looks like one for Alleo, but no rule reads it; "{meant}" was probably meant.',
		'Het veld "{name}" lijkt op een veld voor Alleo, maar geen regel leest het; waarschijnlijk is "{meant}" bedoeld.',
		'Give the field that name in the HR system, or map it by hand in {step:normalize}. Until then it decides nothing.',
		'Geef het veld in het HR-systeem die naam, of koppel het met de hand in {step:normalize}. Tot dan beslist het niets.',
	),
};
