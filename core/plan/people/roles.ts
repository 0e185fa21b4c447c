import { compare } from '../../identity/likeness';
import type { Likeness } from '../../identity/likeness';
import type { People } from '../../identity/people';
import { traitsOf } from '../../identity/traits';
import type { AlleoEmployee, Employee } from '../../model/employee';

interface Certain {
	/** The old record's, the only one that is active. */
	account: AlleoEmployee;
	predecessor: Employee;
	/** The Alleo company of the new record. */
	companyId: number;
	/** The new record (`source`) beside the old one. */
	likeness: Likeness;
}

/** The part that a record has in a transfer: what transfer.ts found, for the rules and the page. */
export type TransferRole =
	/** The new record takes over the account. */
	| (Certain & { as: 'successor' })
	/** The new record gets an account in another Alleo company. */
	| (Certain & { as: 'mover' })
	| { as: 'merged'; successor: Employee; pending: boolean }
	| TransferHold;

export type TransferCode = 'POSSIBLE_TRANSFER' | 'POSSIBLE_REHIRE' | 'EMAIL_OF_LEAVER';

export interface TransferHold {
	as: 'hold';
	code: TransferCode;
	/** Whether this is the old record or the new one. */
	side: 'old' | 'new';
	/** The other record; null where several may be meant, and then nothing can be offered. */
	other: Employee | null;
	/** The old record's account, of which it is asked whose it is; null where it has several. */
	account: AlleoEmployee | null;
	/** This record (`source`) beside the other one; null where there is not one other. */
	likeness: Likeness | null;
}

/** An old record and one that may be its person's new one. */
interface Two {
	old: Employee;
	next: Employee;
	account: AlleoEmployee | null;
}

const STRENGTH: Record<TransferCode, number> = {
	EMAIL_OF_LEAVER: 1,
	POSSIBLE_REHIRE: 2,
	POSSIBLE_TRANSFER: 3,
};

/** One role for each record; a hold never gives way to a weaker verdict: one doubt is enough. */
export class Roles {
	readonly #roles = new Map<Employee, TransferRole>();

	readonly #people: People;

	constructor(people: People) {
		this.#people = people;
	}

	get all(): ReadonlyMap<Employee, TransferRole> {
		return this.#roles;
	}

	isHeld(person: Employee): boolean {
		return this.#roles.get(person)?.as === 'hold';
	}

	holdNext({ old, next, account }: Two, code: TransferCode): void {
		this.#hold(next, code, 'new', old, account);
	}

	holdOld({ old, next, account }: Two): void {
		this.#hold(old, 'POSSIBLE_TRANSFER', 'old', next, account);
	}

	holdBoth(two: Two): void {
		this.holdOld(two);
		this.holdNext(two, 'POSSIBLE_TRANSFER');
	}

	/** There are more who may be meant than anybody can look at. */
	holdUnknown(old: Employee): void {
		this.#hold(old, 'POSSIBLE_TRANSFER', 'old', null, null);
	}

	/** The person comes back within the gap: nothing is done meanwhile. */
	mergePending(old: Employee, next: Employee): void {
		if (!this.isHeld(old)) this.#roles.set(old, { as: 'merged', successor: next, pending: true });
	}

	/** Certainly one person: in the account's company it is kept, elsewhere it is a move. */
	settle({ old, next }: Two, account: AlleoEmployee, companyId: number): void {
		const as = companyId === account.company_id ? 'successor' : 'mover';
		const likeness = this.#compare(next, old);
		this.#roles.set(next, { as, account, predecessor: old, companyId, likeness });
		this.#roles.set(old, { as: 'merged', successor: next, pending: false });
	}

	/** Who has the address of an account that goes to its person's new record has it from nobody who left. */
	releaseAddresses(): void {
		for (const [person, role] of this.#roles) {
			if (role.as !== 'hold' || role.code !== 'EMAIL_OF_LEAVER' || role.other === null) continue;
			const old = this.#roles.get(role.other);
			if (old?.as === 'merged' && !old.pending) this.#roles.delete(person);
		}
	}

	#compare(person: Employee, other: Employee): Likeness {
		return compare(traitsOf(person), traitsOf(other), this.#people.isPlaceholder);
	}

	#hold(
		person: Employee,
		code: TransferCode,
		side: TransferHold['side'],
		other: Employee | null,
		account: AlleoEmployee | null,
	): void {
		const present = this.#roles.get(person);
		const held = present?.as === 'hold' ? present : null;
		if (held !== null && STRENGTH[held.code] > STRENGTH[code]) return;
		const several = held !== null && held.code === code && held.other !== other;
		const one = several ? null : other;
		this.#roles.set(person, {
			as: 'hold',
			code,
			side,
			other: one,
			account: one === null ? null : account,
			likeness: one === null ? null : this.#compare(person, one),
		});
	}
}
