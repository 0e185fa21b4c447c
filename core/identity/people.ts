import { groupBy } from '../model/collect';
import type { Employee } from '../model/employee';
import { emailKey, placeholderBirthdays } from './keys';
import { compare } from './likeness';
import { traitsOf } from './traits';

/** The source's people, indexed, with those that cannot be told apart (I6). */
export interface People {
	all: readonly Employee[];
	/** Only ids that exactly one record has. */
	byExternalId: ReadonlyMap<string, Employee>;
	/** Everybody with an address, whatever the status. */
	byEmail: ReadonlyMap<string, readonly Employee[]>;
	/** Addresses that somebody in service has. */
	inUse: ReadonlySet<string>;
	/** Held because of a twin in the source: the code and how many there are. */
	duplicates: ReadonlyMap<Employee, Duplicate>;
	/** Birthdays that are nobody's, by what all of the source's people have. */
	isPlaceholder: (birthday: string) => boolean;
}

export interface Duplicate {
	code: 'DUPLICATE_EXTERNAL_ID' | 'DUPLICATE_EMAIL';
	count: number;
}

/**
 * Two people in service with one address, or two records with one id, are all duplicates. Whoever is
 * held may be in service, so they count for an address; a record that ended never does.
 */
export function indexPeople(all: readonly Employee[]): People {
	const isPlaceholder = placeholderBirthdays(all);
	const duplicates = new Map<Employee, Duplicate>();
	const byExternalId = new Map<string, Employee>();
	const repeated = new Set<string>();
	for (const person of all) {
		const { external_id: id } = person;
		if (id === null) continue;
		if (byExternalId.has(id)) repeated.add(id);
		else byExternalId.set(id, person);
	}
	for (const [externalId, group] of groupBy(all, ({ external_id: id }) =>
		id !== null && repeated.has(id) ? id : null,
	)) {
		byExternalId.delete(externalId);
		for (const person of group) {
			duplicates.set(person, { code: 'DUPLICATE_EXTERNAL_ID', count: group.length });
		}
	}
	const byEmail = groupBy(all, (person) => (person.email === null ? null : emailKey(person.email)));
	const inUse = new Set<string>();
	for (const [address, group] of byEmail) {
		const [only] = group;
		if (group.length === 1) {
			if (only?.status === 'active') inUse.add(address);
			continue;
		}
		const inService = group.filter((person) => person.status === 'active');
		if (inService.length > 0) inUse.add(address);
		const count = contenders(group, inService, isPlaceholder);
		if (count < 2) continue;
		for (const person of inService) {
			if (!duplicates.has(person)) duplicates.set(person, { code: 'DUPLICATE_EMAIL', count });
		}
	}
	return { all, byExternalId, byEmail, inUse, duplicates, isPlaceholder };
}

/** How many people of one address are in service or may be. */
function contenders(
	group: readonly Employee[],
	inService: readonly Employee[],
	isPlaceholder: (birthday: string) => boolean,
): number {
	const [only] = inService;
	if (only === undefined || group.length === inService.length) return inService.length;
	const held = group.filter((person) => person.status === 'held');
	if (inService.length > 1) return inService.length + held.length;
	return 1 + held.filter((person) => !movedOn(person, only, isPlaceholder)).length;
}

/** The held record is the old one of a person who goes on under the new one. */
function movedOn(
	old: Employee,
	next: Employee,
	isPlaceholder: (birthday: string) => boolean,
): boolean {
	const { start_date: from, end_date: until } = old;
	if (until === null || next.start_date === null || until >= next.start_date) return false;
	if (from !== null && from > until) return false; // dates that contradict each other say nothing
	return compare(traitsOf(next), traitsOf(old), isPlaceholder).verdict === 'same';
}
