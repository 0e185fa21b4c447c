import type { Employee } from '../../model/employee';
import { answersOf } from '../../model/inbox';
import type { Answers } from '../../model/inbox';
import { groupKey, hasGroup } from '../accounts';
import type { Accounts } from '../accounts';
import type { DiffOptions } from '../options';
import { filterKey } from './route';
import type { Route } from './route';

/** What was answered in the inbox about routing values and groups. */

const COMPANY = /^[1-9]\d{0,14}$/;

/** Routes that follow from answers; a value that the table of the settings routes keeps that route. */
export function answeredRoutes(
	answers: Answers,
	routing: DiffOptions['routing'],
): DiffOptions['routing'] {
	const known = new Set(routing.map(({ filter }) => filterKey(filter)));
	return [...answersOf(answers, 'filter', filterKey)].flatMap(([key, { value, answer, target }]) =>
		answer === 'map' && COMPANY.test(target) && !known.has(key)
			? [{ filter: value, companyId: Number(target) }]
			: [],
	);
}

export interface AnsweredGroups {
	people: Employee[];
	/** The group as the source has it, of people for whom it was answered. */
	sourceGroups: ReadonlyMap<Employee, string>;
	/** Groups that answers name and that Alleo does not have: as good as unanswered. */
	goneGroups: ReadonlySet<string>;
}

/** Values of the filter that were answered, to whatever: nobody has to settle them any more. */
export const settledFilters = (answers: Answers): string[] => [
	...answersOf(answers, 'filter', filterKey).keys(),
];

/** No group is said of them: what Alleo has stays. */
const withoutGroup = (person: Employee): Employee => ({
	...person,
	group: null,
	clear: person.clear.filter((field) => field !== 'group'),
	unmapped: [...person.unmapped, 'group'],
});

/** The person in the group that was answered; null: in none. */
export const inGroup = (person: Employee, target: string | null): Employee =>
	target === null ? withoutGroup(person) : { ...person, group: target };

/** What each group of the source was answered to be, by `groupKey`: another one, or none (null). */
export function answeredGroups(answers: Answers): ReadonlyMap<string, string | null> {
	const groups = new Map<string, string | null>();
	for (const [key, { answer, target }] of answersOf(answers, 'group', groupKey)) {
		if (answer === 'none') groups.set(key, null);
		if (answer === 'map' && target !== '') groups.set(key, target);
	}
	return groups;
}

/**
 * Exactly the people whose group was answered get the group of the answer, or none; everybody else is the
 * same object as before.
 */
export function withAnsweredGroups(
	people: readonly Employee[],
	answers: Answers,
	accounts: Accounts,
	route: (person: Employee) => Route,
): AnsweredGroups {
	const answered = answeredGroups(answers);
	const sourceGroups = new Map<Employee, string>();
	const goneGroups = new Set<string>();
	if (answered.size === 0) return { people: [...people], sourceGroups, goneGroups };
	const changed = people.map((person) => {
		const { group } = person;
		const target = group === null ? undefined : answered.get(groupKey(group));
		if (target === undefined || group === null) return person;
		const to = route(person);
		if (target !== null && to.ok && !hasGroup(accounts, to.companyId, target)) {
			goneGroups.add(target);
			return person;
		}
		const next = inGroup(person, target);
		sourceGroups.set(next, group);
		return next;
	});
	return { people: changed, sourceGroups, goneGroups };
}
