import { displayName } from '../model/employee';
import type { Employee } from '../model/employee';

/** What two records of one human have in common, in one spelling. An address is compared by `emailKey`. */

/** Without a birthday two records share nothing. */
export const sameBirthday = (a: Employee, b: Employee): boolean =>
	a.birthday !== null && a.birthday === b.birthday;

/** Birthday and full name; null where the record does not carry both. */
export const humanKey = (person: Employee): string | null =>
	person.birthday === null || person.first_name === null || person.last_name === null
		? null
		: `${person.birthday}|${(displayName(person) ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ')}`;
