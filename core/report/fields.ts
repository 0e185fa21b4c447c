import type { BilingualText } from '../issues/define';
import type { Language } from '../issues';
import type { FieldValue } from '../model/plan';
import { formatDate } from '../ui/format';

/** How Alleo's fields and the evidence of a row are called and shown to a reader. */

const LABELS: Record<string, BilingualText> = {
	external_id: { en: 'External id', nl: 'Extern id' },
	email: { en: 'E-mail address', nl: 'E-mailadres' },
	private_email: { en: 'Private e-mail address', nl: 'Privé-e-mailadres' },
	first_name: { en: 'First name', nl: 'Voornaam' },
	prefix: { en: 'Prefix', nl: 'Voorvoegsel' },
	last_name: { en: 'Last name', nl: 'Achternaam' },
	language: { en: 'Language', nl: 'Taal' },
	birthday: { en: 'Birthday', nl: 'Geboortedatum' },
	work_anniversary: { en: 'Work anniversary', nl: 'Datum in dienst (jubileum)' },
	group: { en: 'Group', nl: 'Groep' },
	is_active: { en: 'Access to Alleo', nl: 'Toegang tot Alleo' },
	status: { en: 'Status in the HR system', nl: 'Status in het HR-systeem' },
	reason: { en: 'Because', nl: 'Omdat' },
	start_date: { en: 'First day', nl: 'Eerste dag' },
	end_date: { en: 'Last day in service', nl: 'Laatste dag in dienst' },
	employment_type: { en: 'Type', nl: 'Type' },
	employee_number: { en: 'Employee number', nl: 'Personeelsnummer' },
	company: { en: 'Company', nl: 'Bedrijf' },
	alleo_filter: { en: 'Routing value', nl: 'Routeringswaarde' },
	period: { en: 'Payroll period', nl: 'Salarisperiode' },
	columns: { en: 'Filled columns', nl: 'Gevulde kolommen' },
};

const STATUSES: Record<string, BilingualText> = {
	active: { en: 'in service', nl: 'in dienst' },
	upcoming: { en: 'starts later', nl: 'begint later' },
	ended: { en: 'left service', nl: 'uit dienst' },
	ineligible: { en: 'not eligible', nl: 'komt niet in aanmerking' },
	held: { en: 'held', nl: 'vastgehouden' },
};

/** Pay, bank and tax data: a reader sees that it changed, never what it is (SPEC I11). */
const SALARY_CLASS =
	/salar|wage|loon|brutto|bruto|netto|gross_pay|income|inkomen|iban|bank|bsn|burgerservice|social_security|tax|belasting|pension|pensioen/i;

export const isSensitiveField = (field: string): boolean => SALARY_CLASS.test(field);

/** The name of a field for a reader; an unknown one is shown as it is, without underscores. */
export const fieldLabel = (field: string, language: Language): string =>
	LABELS[field]?.[language] ?? field.replaceAll('_', ' ');

const YES: BilingualText = { en: 'yes', nl: 'ja' };
const NO: BilingualText = { en: 'no', nl: 'nee' };
const CHANGED: BilingualText = { en: 'changed', nl: 'gewijzigd' };

/** A value for a reader; null where there is none. */
export function fieldValue(field: string, value: FieldValue, language: Language): string | null {
	if (value === null || value === '') return null;
	if (isSensitiveField(field)) return CHANGED[language];
	if (typeof value === 'boolean') return (value ? YES : NO)[language];
	if (field === 'status') return STATUSES[String(value)]?.[language] ?? String(value);
	return formatDate(String(value), language);
}

const BUDGET = /^alleo_(?:monthly|oneoff)_(.+)_budget$/;
const EVERYTHING: BilingualText = { en: 'all benefits', nl: 'alle voordelen' };

/** What a budget is for: `alleo_monthly_health_budget` is for health; another name is shown as it is. */
export function budgetCategory(field: string, language: Language): string {
	const category = BUDGET.exec(field)?.[1];
	if (category === undefined) return field;
	return category === 'all' ? EVERYTHING[language] : category.replaceAll('_', ' ');
}
