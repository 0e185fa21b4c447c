import { emailKey } from '../identity/keys';
import type { AlleoEmployee, Employee } from '../model/employee';
import type { Examined } from '../plan/people/examine';
import type { Language } from '../issues';
import { isSensitiveField } from '../report/fields';
import { say } from './text';

/**
 * What an explanation may show. It is read by support and may be passed on, so private addresses,
 * birthdays and pay never appear in it, also where they are the value that decides.
 */

/** Every private address that came in, wherever it stands; an account can be under one. */
export function privateAddresses(examined: Examined): ReadonlySet<string> {
	const addresses = new Set<string>();
	const add = (holder: Employee | AlleoEmployee): void => {
		if (holder.private_email !== null) addresses.add(emailKey(holder.private_email));
	};
	examined.people.all.forEach(add);
	examined.allAccounts.forEach(add);
	return addresses;
}

/** An address for a reader; null where there is none. */
export function shownEmail(
	email: string | null,
	hidden: ReadonlySet<string>,
	language: Language,
): string | null {
	if (email === null || email.trim() === '') return null;
	return hidden.has(emailKey(email)) ? say(language)('privateAddress') : email;
}

const PERSONAL: ReadonlySet<string> = new Set(['birthday', 'private_email']);

/** Fields whose values stay inside: a reader sees that they change, not what they are. */
export const isHiddenField = (field: string): boolean =>
	PERSONAL.has(field) || isSensitiveField(field);
