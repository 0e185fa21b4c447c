import type { Language } from '../issues';
import { BUDGET_PATTERN, budgetCategoryOf, budgetPeriod } from '../model/budget';
import type { WritableField } from '../model/employee';
import type { FieldValue } from '../model/plan';
import { isKey, texts } from '../ui/texts';
import type { Pair, TextTable } from '../ui/texts';
import { formatDate, formatEuro } from '../ui/format';

/** How Alleo's fields and the evidence of a row are called and shown to a reader. */

const LABELS = {
	external_id: ['External id', 'Extern id'],
	email: ['E-mail address', 'E-mailadres'],
	private_email: ['Private e-mail address', 'Privé-e-mailadres'],
	first_name: ['First name', 'Voornaam'],
	prefix: ['Prefix', 'Voorvoegsel'],
	last_name: ['Last name', 'Achternaam'],
	language: ['Language', 'Taal'],
	birthday: ['Birthday', 'Geboortedatum'],
	work_anniversary: ['Work anniversary', 'Datum in dienst (jubileum)'],
	group: ['Group', 'Groep'],
	is_active: ['Access to Alleo', 'Toegang tot Alleo'],
	status: ['Status in the HR system', 'Status in het HR-systeem'],
	reason: ['Because', 'Omdat'],
	start_date: ['First day', 'Eerste dag'],
	end_date: ['Last day in service', 'Laatste dag in dienst'],
	employment_type: ['Type', 'Type'],
	employee_number: ['Employee number', 'Personeelsnummer'],
	company: ['Company', 'Bedrijf'],
	alleo_filter: ['Route', 'Route'],
	held_since: ['On hold since', 'Wacht sinds'],
	period: ['Payroll period', 'Salarisperiode'],
	columns: ['Filled columns', 'Gevulde kolommen'],
} as const satisfies TextTable & Record<WritableField, Pair>;

const STATUSES = {
	active: ['in service', 'in dienst'],
	upcoming: ['starts later', 'begint later'],
	ended: ['left service', 'uit dienst'],
	ineligible: ['takes no part', 'doet niet mee'],
	held: ['on hold', 'wacht'],
} as const satisfies TextTable;

const labels = texts(LABELS);
const statuses = texts(STATUSES);
const values = texts({
	yes: ['yes', 'ja'],
	no: ['no', 'nee'],
	changed: ['changed', 'gewijzigd'],
	monthly: ['monthly budget ({category})', 'maandbudget ({category})'],
	oneoff: ['one-off budget ({category})', 'eenmalig budget ({category})'],
	all: ['all categories', 'alle categorieën'],
});

/** Pay, bank and tax data: a reader sees that it changed, never what it is (SPEC I11). */
const SALARY_CLASS =
	/salar|wage|loon|brutto|bruto|netto|gross_pay|income|inkomen|iban|bank|bsn|burgerservice|social_security|tax|belasting|pension|pensioen/i;

export const isSensitiveField = (field: string): boolean => SALARY_CLASS.test(field);

/** The name of a field for a reader; an unknown one is shown as it is, without underscores. */
export const fieldLabel = (field: string, language: Language): string =>
	isKey(LABELS, field)
		? labels(language)(field)
		: (budgetLabel(field, language) ?? field.replaceAll('_', ' '));

/** A value for a reader; null where there is none. */
export function fieldValue(field: string, value: FieldValue, language: Language): string | null {
	if (value === null || value === '') return null;
	// A budget is no pay, whatever its category is called.
	if (typeof value === 'number' && BUDGET_PATTERN.test(field)) return formatEuro(value, language);
	if (isSensitiveField(field)) return values(language)('changed');
	if (typeof value === 'boolean') return values(language)(value ? 'yes' : 'no');
	if (field === 'status') {
		const status = String(value);
		return isKey(STATUSES, status) ? statuses(language)(status) : status;
	}
	return formatDate(String(value), language);
}

/** "monthly budget (all categories)"; null for what is no budget. */
function budgetLabel(field: string, language: Language): string | null {
	const period = budgetPeriod(field);
	if (period === null) return null;
	return values(language)(period, { category: budgetCategory(field, language) });
}

/** What a budget is for: `alleo_monthly_health_budget` is for health; another name is shown as it is. */
export function budgetCategory(field: string, language: Language): string {
	const category = budgetCategoryOf(field);
	return category === 'all' ? values(language)('all') : category.replaceAll('_', ' ');
}
