import { WRITABLE_FIELDS } from '../model/employee';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee, Employee, WritableField } from '../model/employee';
import type { Change } from '../model/plan';
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
		const next = person[field];
		const present = alleoValue(account, field);
		if (isEmpty(next)) {
			const clear = person.clear.includes(field) && !NEVER_CLEARED.has(field);
			if (clear && !isEmpty(present) && keepPolicy(options, field) === 'always') {
				changes.push({ field, from: present, to: null });
			}
			continue;
		}
		if (sameValue(field, present, next)) continue;
		const keep = field === 'external_id' ? 'always' : keepPolicy(options, field);
		if (keep === 'onCreate' || (keep === 'whenEmpty' && !isEmpty(present))) continue;
		changes.push({ field, from: present, to: next });
	}
	return changes;
}

/** Every field that the source carries, as the changes of a create. */
export function createChanges(person: Employee): Change[] {
	const changes: Change[] = [];
	for (const field of WRITABLE_FIELDS) {
		const value = person[field];
		if (!isEmpty(value)) changes.push({ field, from: null, to: value });
	}
	return changes;
}
