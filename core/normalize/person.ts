import { agreedBudgets, agreedFilter } from './agreement';
import { readAnniversary } from './anniversary';
import { readDate } from './dates';
import { readEmails } from './email';
import type { FilterDoubt } from './filter';
import type { LookAlikes } from './lookAlikes';
import { isGroup } from './kindCheck';
import { readLanguage } from './language';
import { readNames } from './names';
import { readsWithheld } from './customFields';
import { readText } from './text';
import { CLEARABLE_FIELDS } from './options';
import { Unreadable, isEmpty } from './mapping';
import type { Employee } from '../model/employee';
import type { Evaluate, FieldId, Mapping, SourceRecord } from './mapping';
import { Findings } from './findings';
import { NO_DAYS } from '../model/dates';
import type { CivilDate } from '../model/dates';
import type { NormalizeOptions } from './options';
import type { Period, Service } from './service';

/** The fields of a person that do not decide the status. */
export type Person = Pick<
	Employee,
	| 'email'
	| 'private_email'
	| 'first_name'
	| 'prefix'
	| 'last_name'
	| 'language'
	| 'birthday'
	| 'work_anniversary'
	| 'group'
	| 'alleo_filter'
	| 'employment_type'
	| 'budgets'
	| 'clear'
	| 'unmapped'
>;

/** Everything that is the same for all records of one source in one run. */
export interface RunContext {
	mapping: Mapping;
	options: NormalizeOptions;
	evaluate: Evaluate;
	/** Where a filter that was not read is a doubt, and not "nobody has it". */
	filterDoubt: FilterDoubt;
	/** Tells fields that look like one for Alleo and that nothing reads. */
	lookAlikes: LookAlikes;
	/** Alleo fields that the mapping leaves out (core/model/employee.ts `unmapped`). */
	unmapped: string[];
}

/** The raw value of a mapped field; undefined when the field is not mapped or the record has it not. */
export function rawValue(
	record: SourceRecord,
	index: number,
	id: FieldId,
	{ mapping, evaluate }: RunContext,
): unknown {
	const field = mapping.fields[id];
	return field === null ? undefined : field.read(record, index, evaluate);
}

/**
 * Mapped fields that the source carries empty; one that the record does not have, or that reads what
 * was withheld, is never cleared.
 */
function fieldsToClear(
	record: SourceRecord,
	index: number,
	person: Omit<Person, 'clear' | 'unmapped'>,
	run: RunContext,
): string[] {
	const { clearWhenEmpty } = run.options;
	if (clearWhenEmpty.size === 0) return [];
	return CLEARABLE_FIELDS.filter((id) => {
		if (!clearWhenEmpty.has(id) || person[id] !== null) return false;
		const field = run.mapping.fields[id];
		if (field === null || readsWithheld(record, field.compiled)) return false;
		const value = rawValue(record, index, id, run);
		return value !== undefined && !(value instanceof Unreadable) && isEmpty(value);
	});
}

/**
 * Fields whose emptiness says nothing. Group and prefix count as left out too where they are not
 * delivered at all: NMBRS reads departments only when asked to, and not every AFAS connector has them.
 */
function withoutSource(
	record: SourceRecord,
	index: number,
	person: Pick<Person, 'group' | 'prefix'>,
	run: RunContext,
): string[] {
	const absent = (['prefix', 'group'] as const).filter((id) => {
		const field = run.mapping.fields[id];
		if (person[id] !== null || field === null) return false;
		if (id === 'group' && !field.standard) return false;
		return field.read(record, index, run.evaluate) === undefined;
	});
	return absent.length === 0 ? run.unmapped : [...run.unmapped, ...absent];
}

/** A birthday that a system writes for "unknown" is not written over a good one, and holds nobody. */
function readBirthday(value: unknown, today: CivilDate, findings: Findings): CivilDate | null {
	const date = readDate(value, 'birthday', findings);
	if (date === null) return null;
	if (date > today) return findings.add('DATE_UNREADABLE', 'birthday');
	if (!NO_DAYS.has(date)) return date;
	findings.note('BIRTHDAY_PLACEHOLDER', 'birthday');
	return null;
}

/** A text that is only shown: what is wrong with it holds nobody. */
function readEvidence(value: unknown, field: string, findings: Findings): string | null {
	const own = new Findings();
	const text = readText(value, field, own);
	if (own.problems !== null) findings.note('FIELD_IGNORED', field);
	return text;
}

/** A group that is a day, an address or an id is none: it is left out, and the person goes on. */
function readGroup(value: unknown, findings: Findings): string | null {
	const text = readText(value, 'group', findings);
	if (text === null || isGroup(text)) return text;
	findings.note('FIELD_IGNORED', 'group');
	return null;
}

/** Reads every field of one person; what cannot be used is null here and a finding there. */
export function readPerson(
	record: SourceRecord,
	index: number,
	service: Service,
	period: Period | null,
	run: RunContext,
	findings: Findings,
): Person {
	const { options, mapping, evaluate } = run;
	const raw = (id: FieldId): unknown => rawValue(record, index, id, run);
	const names = readNames(
		{
			first_name: raw('first_name'),
			prefix: raw('prefix'),
			last_name: raw('last_name'),
			partner_prefix: options.namePolicy === 'asUsed' ? raw('partner_prefix') : null,
			partner_last_name: options.namePolicy === 'asUsed' ? raw('partner_last_name') : null,
			name_use: options.namePolicy === 'asUsed' ? raw('name_use') : null,
		},
		options.namePolicy,
		findings,
	);
	const emails = readEmails(raw('email'), raw('private_email'), options.emailPolicy, findings);
	const person = {
		email: emails.email,
		private_email: emails.private_email,
		first_name: names.first_name,
		prefix: names.prefix,
		last_name: names.last_name,
		language: readLanguage(raw('language'), options.language, findings),
		birthday: readBirthday(raw('birthday'), options.referenceDate, findings),
		work_anniversary: readAnniversary(raw('work_anniversary'), service, period, options, findings),
		group: readGroup(raw('group'), findings),
		alleo_filter: agreedFilter(
			record,
			index,
			mapping.fields.alleo_filter,
			run.filterDoubt,
			evaluate,
			findings,
		),
		employment_type: readEvidence(raw('employment_type'), 'employment_type', findings),
		budgets: agreedBudgets(record, index, mapping.budgets, options.findBudgets, evaluate, findings),
	};
	run.lookAlikes.note(record, findings);
	return {
		...person,
		clear: fieldsToClear(record, index, person, run),
		unmapped: withoutSource(record, index, person, run),
	};
}
