import { groupBy } from '../model/collect';
import { emailKey, placeholderBirthdays } from './keys';
import type { Employee } from '../model/employee';

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

/** Two people in service with one address, or two records with one id, are all duplicates. */
export function indexPeople(all: readonly Employee[]): People {
	const duplicates = new Map<Employee, Duplicate>();
	const byExternalId = new Map<string, Employee>();
	for (const [externalId, group] of groupBy(all, (person) => person.external_id)) {
		const [only] = group;
		if (group.length === 1 && only !== undefined) {
			byExternalId.set(externalId, only);
			continue;
		}
		for (const person of group) {
			duplicates.set(person, { code: 'DUPLICATE_EXTERNAL_ID', count: group.length });
		}
	}
	const byEmail = groupBy(all, (person) => (person.email === null ? null : emailKey(person.email)));
	const inUse = new Set<string>();
	for (const [address, group] of byEmail) {
		const inService = group.filter((person) => person.status === 'active');
		if (inService.length > 0) inUse.add(address);
		if (inService.length < 2) continue;
		for (const person of inService) {
			if (!duplicates.has(person)) {
				duplicates.set(person, { code: 'DUPLICATE_EMAIL', count: inService.length });
			}
		}
	}
	return {
		all,
		byExternalId,
		byEmail,
		inUse,
		duplicates,
		isPlaceholder: placeholderBirthdays(all),
	};
}
