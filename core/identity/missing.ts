import { groupBy } from '../model/collect';
import type { AlleoEmployee, Employee } from '../model/employee';
import { isLikeHuman } from './kin';
import { compare } from './likeness';
import type { People } from './people';
import { traitsOf, traitsOfAccount } from './traits';

/**
 * Accounts whose record is gone from the source, and that may be those of people who are in it under
 * another number and another address, or with none that can be read: nobody loses them for being absent.
 *
 * @param isNew whether the person has no account of their own
 */
export function accountsOfSomebody(
	accounts: readonly AlleoEmployee[],
	people: People,
	isNew: (person: Employee) => boolean,
): AlleoEmployee[] {
	if (accounts.length === 0) return [];
	const { isPlaceholder } = people;
	const born = groupBy(people.all, (person) =>
		person.birthday === null ||
		isPlaceholder(person.birthday) ||
		person.status === 'ended' ||
		!isNew(person)
			? null
			: person.birthday,
	);
	return accounts.filter((account) =>
		(born.get(account.birthday?.slice(0, 10) ?? '') ?? []).some((person) =>
			isLikeHuman(
				compare(
					traitsOf(person),
					{ ...traitsOfAccount(account), birthday: person.birthday },
					isPlaceholder,
				),
			),
		),
	);
}
