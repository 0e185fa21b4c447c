import { withoutRepeat } from '../normalize/names';
import { WRITABLE_FIELDS } from '../model/employee';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee, Employee, WritableField } from '../model/employee';
import type { Change, PlanRow } from '../model/plan';
import { keepPolicy } from './options';
import type { DiffOptions } from './options';

/** Identity and name are never cleared: Alleo requires them (reference alleo 2.6). */
const NEVER_CLEARED: ReadonlySet<string> = new Set([
	'external_id',
	'email',
	'first_name',
	'last_name',
]);

/** The Alleo read field of a writable field: the group is compared by its name. */
export const alleoValue = (account: AlleoEmployee, field: WritableField): string | null =>
	field === 'group' ? account.group_name : account[field];

const plain = (value: string): string => value.trim().normalize('NFC');

/** What counts as equal, per field: Alleo may return an address in other case and a date with a time. */
const COMPARE_AS: Record<WritableField, (value: string) => string> = {
	external_id: plain,
	email: emailKey,
	private_email: emailKey,
	first_name: plain,
	prefix: plain,
	last_name: plain,
	language: (value) => plain(value).toLowerCase(),
	birthday: (value) => value.slice(0, 10),
	work_anniversary: (value) => value.slice(0, 10),
	group: (value) => plain(value).toLowerCase(),
};

const isEmpty = (value: string | null): value is null => value === null || value.trim() === '';

/** True when writing `next` over `present` would change nothing that a person would notice. */
export const sameValue = (field: WritableField, present: string | null, next: string): boolean =>
	present !== null && (present === next || COMPARE_AS[field](present) === COMPARE_AS[field](next));

interface Wanted extends Change {
	field: WritableField;
	from: string | null;
	to: string | null;
}

/** What the source wants of one field, whatever is kept of it; null: as it is. */
function wanted(person: Employee, account: AlleoEmployee, field: WritableField): Wanted | null {
	const next = person[field];
	const from = alleoValue(account, field);
	if (!isEmpty(next)) return sameValue(field, from, next) ? null : { field, from, to: next };
	const clear = person.clear.includes(field) && !NEVER_CLEARED.has(field);
	return clear && !isEmpty(from) ? { field, from, to: null } : null;
}

function mayChange({ field, from, to }: Wanted, options: DiffOptions): boolean {
	const keep = field === 'external_id' ? 'always' : keepPolicy(options, field);
	return keep === 'always' || (keep === 'whenEmpty' && to !== null && isEmpty(from));
}

/** A prefix that the mapping leaves out, or the record does not have, stays as Alleo has it. */
const prefixUnknown = ({ prefix, unmapped }: Employee): boolean =>
	isEmpty(prefix) && unmapped.includes('prefix');

/**
 * Prefix and last name are one name: a last name that changes takes its prefix along, also where that
 * became empty; one that stays keeps it. A prefix that Alleo keeps is not repeated in the last name.
 */
function nameChanges(person: Employee, account: AlleoEmployee, options: DiffOptions): Wanted[] {
	const unknown = prefixUnknown(person);
	const { last } = unknown
		? withoutRepeat(account.prefix, person.last_name)
		: { last: person.last_name };
	const surname = wanted({ ...person, last_name: last }, account, 'last_name');
	const prefix = wanted(person, account, 'prefix');
	if (surname === null) return prefix !== null && mayChange(prefix, options) ? [prefix] : [];
	if (!mayChange(surname, options)) return [];
	if (prefix !== null) return [prefix, surname];
	const gone = isEmpty(person.prefix) && !unknown && !isEmpty(account.prefix);
	return gone ? [{ field: 'prefix', from: account.prefix, to: null }, surname] : [surname];
}

/**
 * The changes that bring an account in step with the source. A field that the source does not carry
 * is never touched; an empty one is cleared only where the user set it to (Employee `clear`).
 */
export function fieldChanges(
	person: Employee,
	account: AlleoEmployee,
	options: DiffOptions,
): Change[] {
	const changes: Change[] = [];
	for (const field of WRITABLE_FIELDS) {
		if (field === 'last_name') continue;
		if (field === 'prefix') {
			changes.push(...nameChanges(person, account, options));
			continue;
		}
		const change = wanted(person, account, field);
		if (change !== null && mayChange(change, options)) changes.push(change);
	}
	return changes;
}

/** What a new account gets: every field that the source carries. */
export function createdValues(person: Employee): PlanRow['after'] {
	const values: PlanRow['after'] = {};
	for (const field of WRITABLE_FIELDS) {
		const value = person[field];
		if (!isEmpty(value)) values[field] = value;
	}
	return values;
}

/**
 * What a row changes, field by field. A create says it once, in `after`: before it there was nothing.
 * One of an older version lists it as well.
 */
export const changesOf = ({
	action,
	changes,
	after,
}: Pick<PlanRow, 'action' | 'changes' | 'after'>): readonly Change[] =>
	action === 'create' && changes.length === 0
		? Object.entries(after).map(([field, to]) => ({ field, from: null, to }))
		: changes;
