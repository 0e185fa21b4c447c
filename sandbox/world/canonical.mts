import { addDays, daysBetween } from './dates.mts';
import { WORLD_SETTINGS } from './catalogue.mts';
import type { AlleoAccount, Employment, PersonBase } from './types.mts';

/** What Alleo should hold about a person, by the rules of the sync; written apart from its code. */
export type AlleoFields = Pick<
	AlleoAccount,
	| 'email'
	| 'first_name'
	| 'last_name'
	| 'prefix'
	| 'private_email'
	| 'external_id'
	| 'birthday'
	| 'work_anniversary'
	| 'group_name'
>;

const MAX_GAP_DAYS = 7;

/** The seniority date, else the first day of the present service (gaps up to 7 days do not count). */
export function workAnniversary(employments: readonly Employment[]): string | null {
	const ordered = [...employments].sort((a, b) => a.startDate.localeCompare(b.startDate));
	const last = ordered.at(-1);
	if (last === undefined) return null;
	if (last.seniorityDate !== null) return last.seniorityDate;
	let start = last.startDate;
	for (const earlier of ordered.slice(0, -1).reverse()) {
		if (earlier.endDate !== null && daysBetween(addDays(earlier.endDate, 1), start) > MAX_GAP_DAYS)
			break;
		start = earlier.startDate;
	}
	return start;
}

/** A prefix that the stored last name repeats is kept once, in `prefix`. */
export function splitName(prefix: string | null, lastName: string): [string | null, string] {
	if (prefix !== null && lastName.toLowerCase().startsWith(`${prefix.toLowerCase()} `)) {
		return [prefix, lastName.slice(prefix.length + 1)];
	}
	return [prefix, lastName];
}

/** The Alleo company that a person's alleo_filter leads to; null when it is in no route. */
export function routedCompany(person: PersonBase): number | null {
	const settings = WORLD_SETTINGS[person.system];
	const filter = person.extraFields.alleo_filter;
	if (filter === null) return settings.defaultCompanyId;
	return settings.routing.find((route) => route.filter === filter)?.companyId ?? null;
}

export function alleoFieldsOf(person: PersonBase): AlleoFields {
	const [prefix, lastName] = splitName(person.prefix, person.lastName);
	return {
		email: person.businessEmail ?? '',
		first_name: person.firstName,
		prefix,
		last_name: lastName,
		private_email: person.privateEmail,
		external_id: person.externalId,
		birthday: person.birthDate,
		work_anniversary: workAnniversary(person.employments),
		group_name: person.department.description,
	};
}
