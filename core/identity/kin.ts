import { groupBy } from '../model/collect';
import { emailKey } from './keys';
import type { Employee } from '../model/employee';
import { humanKey } from './keys';
import type { People } from './people';

/**
 * Who may be the new record of a leaver, found by keys and never by comparing everybody with
 * everybody: a column that collapses to one value makes everybody a namesake of everybody.
 */

const goesOn = ({ status }: Employee): boolean => status === 'active' || status === 'upcoming';

const NOBODY: readonly Employee[] = [];

/** The sharers of one address: the one in service, and the others by birthday, who decide nothing without it. */
interface Sharers {
	inService: readonly Employee[];
	byBirthday: ReadonlyMap<string, readonly Employee[]>;
}

export class Kin {
	readonly #people: People;

	readonly #sharers = new Map<string, Sharers>();

	/** Both are made when first needed; nearly always nobody is without an address. */
	#everybody: Map<string, Employee[]> | null = null;

	#unaddressed: Map<string, Employee[]> | null = null;

	readonly #isNew: (person: Employee) => boolean;

	/** @param isNew whether nobody in Alleo has the person's external id yet: others have their account */
	constructor(people: People, isNew: (person: Employee) => boolean) {
		this.#people = people;
		this.#isNew = isNew;
	}

	/** Who is in service with the address, whatever the birthday: one, as more would be duplicates. */
	inServiceWith(address: string): readonly Employee[] {
		return this.#sharersOf(emailKey(address)).inService;
	}

	/** Of the same birthday with the address: those who cannot be decided, then those who start later. */
	othersWith(address: string, birthday: string | null): readonly Employee[] {
		if (birthday === null) return NOBODY;
		return this.#sharersOf(emailKey(address)).byBirthday.get(birthday) ?? NOBODY;
	}

	/** The same birthday and full name, where one of the two has no address to match on. */
	namesakes(old: Employee): readonly Employee[] {
		const key = humanKey(old) ?? '';
		if (old.email === null) return this.#all().get(key) ?? NOBODY;
		this.#unaddressed ??= this.#byHuman(({ email }) => email === null);
		return this.#unaddressed.get(key) ?? NOBODY;
	}

	#all(): Map<string, Employee[]> {
		this.#everybody ??= this.#byHuman(() => true);
		return this.#everybody;
	}

	#byHuman(wanted: (person: Employee) => boolean): Map<string, Employee[]> {
		return groupBy(this.#people.all, (person) =>
			goesOn(person) && wanted(person) && this.#isNew(person) ? humanKey(person) : null,
		);
	}

	#sharersOf(key: string): Sharers {
		const known = this.#sharers.get(key);
		if (known !== undefined) return known;
		const { byEmail, duplicates } = this.#people;
		const group = (byEmail.get(key) ?? NOBODY).filter(this.#isNew);
		const inService = group.filter((one) => one.status === 'active' && !duplicates.has(one));
		const undecided = group.filter(
			(one) => one.status === 'held' || (goesOn(one) && duplicates.has(one)),
		);
		const later = group.filter((one) => one.status === 'upcoming' && !duplicates.has(one));
		const byBirthday = groupBy([...undecided, ...later], ({ birthday }) => birthday);
		const sharers = { inService, byBirthday };
		this.#sharers.set(key, sharers);
		return sharers;
	}
}
