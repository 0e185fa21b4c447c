import { label } from '../basics';
import { ACCESS_FIELD, PANEL_ORDER } from '../mapping';
import type { RecordRun } from '../basics';
import type { Employee } from '../../model/employee';
import type { FieldId, SourceRecord } from '../mapping';
import type { Held } from './shown';

/** Reads from a person what each field of the panel became. */

/** What others are made of and what Alleo never sees: compared only where their mapping differs. */
export const INGREDIENTS = ['partner_prefix', 'partner_last_name', 'name_use'] as const;
export type Ingredient = (typeof INGREDIENTS)[number];

export type SeenField = Exclude<FieldId, Ingredient>;

const isIngredient = (id: FieldId): id is Ingredient =>
	INGREDIENTS.some((ingredient) => ingredient === id);

export const SEEN_FIELDS: readonly SeenField[] = PANEL_ORDER.filter(
	(id): id is SeenField => !isIngredient(id),
);

const VALUES: Readonly<Record<SeenField, (person: Employee) => string | null>> = {
	external_id: (person) => person.external_id,
	employee_number: (person) => person.source.employee_number,
	start_date: (person) => person.start_date,
	end_date: (person) => person.end_date,
	email: (person) => person.email,
	private_email: (person) => person.private_email,
	first_name: (person) => person.first_name,
	prefix: (person) => person.prefix,
	last_name: (person) => person.last_name,
	language: (person) => person.language,
	birthday: (person) => person.birthday,
	work_anniversary: (person) => person.work_anniversary,
	group: (person) => person.group,
	alleo_filter: (person) => person.alleo_filter,
	employment_type: (person) => person.employment_type,
	company_id: (person) => person.company.id,
	company_number: (person) => person.company.number,
	company_name: (person) => person.company.name,
};

/** A field at fault is null and said to hold the person; an empty one that is cleared does something. */
const held = (person: Employee, field: string, value: string | null): Held => {
	if (person.issues.some((issue) => issue.field === field)) return { value: null, why: 'held' };
	if (value !== null) return { value };
	return { value: null, why: person.clear.includes(field) ? 'cleared' : 'empty' };
};

export const seenField = (person: Employee, id: SeenField): Held =>
	held(person, id, VALUES[id](person));

/** @param field the name of the access field, which its issues carry */
export const seenAccess = (person: Employee, field: string): Held => {
	const said = held(person, field, person.access ?? null);
	return said.value === null ? held(person, ACCESS_FIELD, person.access ?? null) : said;
};

export function seenBudget(person: Employee, name: string): Held {
	const amount = person.budgets[name];
	return held(person, name, amount === undefined ? null : String(amount));
}

export function seenIngredient(
	record: SourceRecord,
	index: number,
	id: Ingredient,
	run: RecordRun,
): Held {
	const value = label(run.mapping.fields[id]?.read(record, index, run.evaluate));
	return value === null ? { value: null, why: 'empty' } : { value };
}
