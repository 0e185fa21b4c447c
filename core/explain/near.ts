import { displayName } from '../model/employee';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee, Employee } from '../model/employee';
import type { Examined } from '../plan/people/examine';
import { hasSimilarWords, hasWords, isOneEditAway, wordsIn } from './names';
import type { Question } from './question';
import { nameWords } from './search';
import type { NearMiss, Subject } from './types';

/** People who could have been meant: the same name with another address, an address with a slip. */

/** More would be a search, not a hint. */
const LIMIT = 5;

type Because = NearMiss['because'];

const split = (email: string): [string, string] => {
	const at = email.lastIndexOf('@');
	return [email.slice(0, at), email.slice(at + 1)];
};

function likeAddress(
	holder: Employee | AlleoEmployee,
	wanted: string,
	hidden: ReadonlySet<string>,
): Because | null {
	const [local, domain] = split(wanted);
	if (holder.email !== null && !hidden.has(emailKey(holder.email))) {
		const [ownLocal, ownDomain] = split(emailKey(holder.email));
		if (ownLocal === local) return 'sameLocalPart';
		if (ownDomain === domain && isOneEditAway(ownLocal, local)) return 'similarAddress';
	}
	const words = wordsIn(local);
	// One word alone, such as "info" or "jan", says too little about who is meant.
	return words.length > 1 && hasWords(nameWords(holder), words) ? 'sameName' : null;
}

const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '').replace(/^0+/, '');

function likeNumber(holder: Employee | AlleoEmployee, wanted: string): boolean {
	const number = digits(wanted);
	if (number.length < 2 || !/^\D{0,12}[\d .-]+$/.test(wanted)) return false;
	return 'source' in holder
		? [holder.source.employee_number, holder.source.employee_id].some(
				(own) => own !== null && own.length < 20 && digits(own) === number,
			)
		: false;
}

const sameName = (holder: Employee | AlleoEmployee, found: ReadonlySet<string>): boolean => {
	const words = nameWords(holder);
	return words.length > 1 && found.has(words.join(' '));
};

function reasonFor(
	holder: Employee | AlleoEmployee,
	question: Question,
	names: ReadonlySet<string>,
	nobody: boolean,
	hidden: ReadonlySet<string>,
): Because | null {
	if (sameName(holder, names)) return 'sameName';
	if (!nobody) return null;
	if (question.email !== null) return likeAddress(holder, question.email, hidden);
	if (likeNumber(holder, question.id)) return 'similarNumber';
	return hasSimilarWords(nameWords(holder), question.words) ? 'similarName' : null;
}

/**
 * Near misses of a question. Where somebody was found only people of the same name count; where
 * nobody was, also slips in the address, the number or the name.
 */
export function nearMisses(
	question: Question,
	found: readonly Subject[],
	examined: Examined,
	hidden: ReadonlySet<string>,
): NearMiss[] {
	const taken = new Set<Employee | AlleoEmployee>();
	const accounts = new Set<number>();
	const names = new Set<string>();
	const ids = new Set<string>();
	for (const { person, account } of found) {
		if (person !== null) taken.add(person);
		if (person?.external_id) ids.add(person.external_id);
		if (account !== null) accounts.add(account.id);
		const holder = person !== null && displayName(person) !== null ? person : account;
		if (holder !== null) names.add(nameWords(holder).join(' '));
	}
	const near: NearMiss[] = [];
	const consider = (holder: Employee | AlleoEmployee, where: NearMiss['where']): void => {
		if (near.length >= LIMIT) return;
		if (where === 'alleo' && holder.external_id !== null && ids.has(holder.external_id)) return;
		const because = reasonFor(holder, question, names, found.length === 0, hidden);
		if (because === null) return;
		if (holder.external_id !== null) ids.add(holder.external_id);
		const { email, external_id } = holder;
		near.push({ name: displayName(holder), email, external_id, where, because });
	};
	for (const person of examined.people.all) if (!taken.has(person)) consider(person, 'source');
	for (const account of examined.allAccounts)
		if (!accounts.has(account.id)) consider(account, 'alleo');
	return near;
}
