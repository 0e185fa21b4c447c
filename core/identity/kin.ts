import { groupBy } from '../model/collect';
import type { Employee } from '../model/employee';
import { emailKey, fullNameKey } from './keys';
import type { Likeness } from './likeness';
import type { People } from './people';

/**
 * Who may be the new record of a leaver, found by keys and never by comparing everybody with
 * everybody: a column that collapses to one value makes everybody a namesake of everybody.
 */

/** More candidates than this: nobody can say any more who is meant. */
const CROWD = 64;

const NOBODY: readonly Employee[] = [];

/** The only access that is no answer: the person may well be in service. */
export const isUndecided = ({ status, reason }: Employee): boolean =>
	status === 'ineligible' && reason.code === 'ACCESS_EMPTY';

/** Ended, or no by an explicit answer: not the new record of anybody. */
const goesOn = (person: Employee): boolean =>
	person.status !== 'ended' && (person.status !== 'ineligible' || isUndecided(person));

/** People of one key by birthday; those of whom none is known are at ''. */
type Births = ReadonlyMap<string, readonly Employee[]>;

/** Who may be the new record, with the address that the two share, null without one. */
export interface Kindred {
	found: ReadonlyMap<Employee, string | null>;
	/** There are more than can be looked at. */
	crowded: boolean;
}

export class Kin {
	readonly #people: People;

	readonly #isNew: (person: Employee) => boolean;

	readonly #byAddress = new Map<string, { inService: readonly Employee[]; births: Births }>();

	/** Made when first needed, like the one of names. */
	#byBirthday: Births | null = null;

	#byName: ReadonlyMap<string, Births> | null = null;

	/** @param isNew whether the person has no account of their own that is active */
	constructor(people: People, isNew: (person: Employee) => boolean) {
		this.#people = people;
		this.#isNew = isNew;
	}

	/**
	 * By an address of the old record or of its account, by birthday, and by the full name where one of
	 * the two birthdays is not known.
	 *
	 * @param addresses all that the old record and its accounts have
	 */
	of(old: Employee, addresses: readonly string[]): Kindred {
		const found = new Map<Employee, string | null>();
		let crowded = false;
		const add = (people: readonly Employee[], address: string | null): void => {
			for (const person of people) {
				crowded ||= found.size >= CROWD;
				if (crowded) return;
				const mayBe = person !== old && person.source.system === old.source.system;
				if (mayBe && !found.has(person)) found.set(person, address);
			}
		};
		const addAll = (groups: Iterable<readonly Employee[]>, address: string | null): void => {
			for (const people of groups) {
				if (crowded) return;
				add(people, address);
			}
		};
		const birthday = this.#birthdayOf(old);
		for (const address of addresses) {
			const { inService, births } = this.#sharersOf(emailKey(address));
			add(inService, address);
			addAll(candidates(births, birthday), address);
		}
		if (birthday !== '') add(this.#bornOn(birthday), null);
		addAll(candidates(this.#namesakes(old), birthday), null);
		return { found, crowded };
	}

	#birthdayOf({ birthday }: Employee): string {
		return birthday === null || this.#people.isPlaceholder(birthday) ? '' : birthday;
	}

	#mayBeNext(person: Employee): boolean {
		return goesOn(person) && this.#isNew(person);
	}

	#births(people: readonly Employee[]): Births {
		return groupBy(people, (person) => this.#birthdayOf(person));
	}

	#bornOn(birthday: string): readonly Employee[] {
		this.#byBirthday ??= this.#births(this.#people.all.filter((one) => this.#mayBeNext(one)));
		return this.#byBirthday.get(birthday) ?? NOBODY;
	}

	#namesakes(old: Employee): Births {
		if (this.#byName === null) {
			const people = groupBy(this.#people.all, (person) =>
				this.#mayBeNext(person) ? fullNameKey(person) : null,
			);
			const byName = new Map<string, Births>();
			for (const [name, group] of people) byName.set(name, this.#births(group));
			this.#byName = byName;
		}
		return this.#byName.get(fullNameKey(old) ?? '') ?? new Map<string, Employee[]>();
	}

	/** One in service at most: more would be duplicates, and then nobody knows whose the address is. */
	#sharersOf(key: string): { inService: readonly Employee[]; births: Births } {
		const known = this.#byAddress.get(key);
		if (known !== undefined) return known;
		const { byEmail, duplicates } = this.#people;
		const group = (byEmail.get(key) ?? NOBODY).filter((one) => this.#mayBeNext(one));
		const inService = group.filter((one) => one.status === 'active' && !duplicates.has(one));
		const sharers = { inService, births: this.#births(group) };
		this.#byAddress.set(key, sharers);
		return sharers;
	}
}

/** Nobody with another birthday: of the same one, and those without. An unknown birthday fits everybody. */
function candidates(births: Births, birthday: string): Iterable<readonly Employee[]> {
	if (birthday === '') return births.values();
	return [births.get(birthday) ?? NOBODY, births.get('') ?? NOBODY];
}

const says = ({ grounds }: Likeness, key: string): string =>
	grounds.find((ground) => ground.key === key)?.says ?? 'unknown';

/** Evidence that two records, or a record and an account, are two people. */
export const contradicts = (likeness: Likeness): boolean =>
	says(likeness, 'birthday') === 'differs' ||
	(says(likeness, 'first_name') === 'differs' && says(likeness, 'last_name') === 'differs');

/** Twins and spouses with one address are two people: another first name is enough, whatever the birthday. */
export const areTwo = (likeness: Likeness): boolean =>
	contradicts(likeness) || says(likeness, 'first_name') === 'differs';

/** The same birthday and what is known of the names: a held record may lack one of them. */
export const isLikeHuman = (likeness: Likeness): boolean =>
	!areTwo(likeness) &&
	says(likeness, 'last_name') !== 'differs' &&
	says(likeness, 'birthday') === 'agrees' &&
	(says(likeness, 'first_name') === 'agrees' || says(likeness, 'last_name') === 'agrees');
