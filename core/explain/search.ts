import { put } from '../model/collect';
import { displayName } from '../model/employee';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee, Employee } from '../model/employee';
import type { Examined } from '../plan/people/examine';
import type { Proposal } from '../plan/people/proposal';
import { hasWords, plain, wordsIn } from './names';
import type { Question } from './question';
import type { FoundBy, Subject } from './types';

/** Who is meant: records of the source, and Alleo accounts that no record has. */

type Matcher<T> = (holder: T) => FoundBy | null;

const isAddress = (email: string | null, wanted: string): boolean =>
	email !== null && emailKey(email) === wanted;

const isId = (id: string | null, wanted: string): boolean => id !== null && plain(id) === wanted;

/** `nmbrs-1001` is also found as `1001`. */
const isExternalId = (id: string | null, wanted: string, prefixes: readonly string[]): boolean =>
	isId(id, wanted) || prefixes.some((prefix) => isId(id, `${prefix}${wanted}`));

export const nameWords = (holder: Employee | AlleoEmployee): string[] =>
	wordsIn(displayName(holder) ?? '');

function byAddress(wanted: string): [Matcher<Employee>, Matcher<AlleoEmployee>] {
	return [
		(person) =>
			isAddress(person.email, wanted) && person.email !== person.private_email
				? 'email'
				: isAddress(person.email, wanted) || isAddress(person.private_email, wanted)
					? 'private_email'
					: null,
		(account) =>
			isAddress(account.email, wanted)
				? 'alleo_email'
				: isAddress(account.private_email, wanted)
					? 'alleo_private_email'
					: null,
	];
}

function byId(
	wanted: string,
	prefixes: readonly string[],
): [Matcher<Employee>, Matcher<AlleoEmployee>] {
	return [
		({ external_id, source }) =>
			isId(external_id, wanted)
				? 'external_id'
				: isId(source.employee_number, wanted) || isId(source.employee_id, wanted)
					? 'employee_number'
					: isExternalId(external_id, wanted, prefixes)
						? 'external_id'
						: null,
		({ external_id }) => (isExternalId(external_id, wanted, prefixes) ? 'external_id' : null),
	];
}

const byAlleoId =
	(wanted: string): Matcher<AlleoEmployee> =>
	({ id }) =>
		String(id) === wanted.replace(/^#/, '') ? 'alleo_id' : null;

function byName(words: readonly string[]): [Matcher<Employee>, Matcher<AlleoEmployee>] {
	return [
		(person) => (hasWords(nameWords(person), words) ? 'name' : null),
		(account) => (hasWords(nameWords(account), words) ? 'alleo_name' : null),
	];
}

/** Nobody has an Alleo account by somebody else's: only these targets are the person's own. */
const OWN_TARGETS: ReadonlySet<string> = new Set([
	'active',
	'inactive',
	'reused',
	'reused_inactive',
	'adoptable',
	'foreign',
]);

function ownAccount({ role, target }: Proposal): AlleoEmployee | null {
	if (role?.as === 'successor' || role?.as === 'mover') return role.account;
	if (target.state === 'duplicate') return null;
	if (target.elsewhere !== null) return target.elsewhere;
	return OWN_TARGETS.has(target.state) ? target.account : null;
}

/** A part of a word says who may be meant only from this many letters. */
const SHORTEST_PART = 3;

const hasParts = (name: readonly string[], wanted: readonly string[]): boolean =>
	wanted.length > 0 &&
	wanted.every((part) =>
		name.some((word) => word === part || (part.length >= SHORTEST_PART && word.startsWith(part))),
	);

/** The beginning of a name: a list to choose from. */
function byNamePart(words: readonly string[]): [Matcher<Employee>, Matcher<AlleoEmployee>] {
	return [
		(person) => (hasParts(nameWords(person), words) ? 'name' : null),
		(account) => (hasParts(nameWords(account), words) ? 'alleo_name' : null),
	];
}

class Search {
	readonly #examined: Examined;
	readonly #prefixes: readonly string[];
	readonly #proposals = new Map<Employee, Proposal>();
	readonly #owners = new Map<number, Employee[]>();
	readonly #found = new Map<Employee | AlleoEmployee, Subject>();

	constructor(examined: Examined) {
		this.#examined = examined;
		this.#prefixes = [...new Set(['nmbrs-', 'afas-', 'afas-p-', 'custom-', ...examined.prefixes])];
		const byExternalId = new Map<string, Employee[]>();
		for (const proposal of examined.proposals) {
			const { person } = proposal;
			this.#proposals.set(person, proposal);
			if (person.external_id !== null) {
				put(byExternalId, person.external_id, person);
			}
			const account = ownAccount(proposal);
			if (account !== null) this.#own(account, person);
		}
		for (const account of examined.allAccounts) {
			for (const person of byExternalId.get(account.external_id ?? '') ?? []) {
				this.#own(account, person);
			}
		}
	}

	#own(account: AlleoEmployee, person: Employee): void {
		const owners = this.#owners.get(account.id) ?? [];
		if (!owners.includes(person)) this.#owners.set(account.id, [...owners, person]);
	}

	#addPerson(person: Employee, foundBy: FoundBy | null): void {
		if (this.#found.has(person)) return;
		const proposal = this.#proposals.get(person) ?? null;
		const account = proposal === null ? null : ownAccount(proposal);
		this.#found.set(person, { person, proposal, account, foundBy });
	}

	#addAccount(account: AlleoEmployee, foundBy: FoundBy | null): void {
		const owners = this.#owners.get(account.id) ?? [];
		for (const person of owners) this.#addPerson(person, foundBy);
		if (owners.length > 0 || this.#found.has(account)) return;
		this.#found.set(account, { person: null, proposal: null, account, foundBy });
	}

	#run(people: Matcher<Employee> | null, accounts: Matcher<AlleoEmployee>): void {
		if (people !== null) {
			for (const person of this.#examined.people.all) {
				const foundBy = people(person);
				if (foundBy !== null) this.#addPerson(person, foundBy);
			}
		}
		for (const account of this.#examined.allAccounts) {
			const foundBy = accounts(account);
			if (foundBy !== null) this.#addAccount(account, foundBy);
		}
	}

	/** An address is looked up as such; anything else as an id, then as a name, then as the beginning of one. */
	subjects(question: Question): Subject[] {
		if (question.email !== null) this.#run(...byAddress(question.email));
		else {
			this.#run(...byId(question.id, this.#prefixes));
			if (this.#found.size === 0) this.#run(null, byAlleoId(question.id));
			if (this.#found.size === 0) this.#run(...byName(question.words));
			if (this.#found.size === 0) this.#run(...byNamePart(question.words));
		}
		return [...this.#found.values()].sort((a, b) => rank(a) - rank(b));
	}
}

const ORDER: readonly string[] = ['active', 'held', 'upcoming', 'ineligible', 'ended'];

/** People in service first, accounts without a record last. */
const rank = ({ person }: Subject): number =>
	person === null ? ORDER.length : ORDER.indexOf(person.status);

/** Everybody who fits the question; the order does not depend on how the items arrived. */
export const search = (question: Question, examined: Examined): Subject[] =>
	new Search(examined).subjects(question);
