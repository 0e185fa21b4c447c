import { put } from '../../model/collect';
import { daysBetween } from '../../model/dates';
import type { AlleoEmployee, Employee } from '../../model/employee';
import { withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { Kin, sameBirthday } from '../../identity/kin';
import type { People } from './people';
import type { Route } from './route';

/**
 * Transfers: an ended record and a record in service of one source that are one person (another
 * company, a new employee number). Decided before anything else, because the plain table would
 * off-board the person and hold the newcomer (design section 6).
 */
export type TransferRole =
	| { as: 'successor'; account: AlleoEmployee; predecessor: Employee }
	| { as: 'merged'; successor: Employee; pending: boolean }
	| { as: 'hold'; code: 'POSSIBLE_TRANSFER' | 'POSSIBLE_REHIRE' | 'EMAIL_OF_LEAVER' };

export interface TransferContext {
	people: People;
	accounts: Accounts;
	route: (person: Employee) => Route;
	referenceDate: string;
	gapDays: number;
}

type Roles = Map<Employee, TransferRole>;

const STRENGTH: Record<string, number> = {
	EMAIL_OF_LEAVER: 1,
	POSSIBLE_REHIRE: 2,
	POSSIBLE_TRANSFER: 3,
};

/** A hold never gives way to a weaker verdict: one doubt is enough. */
function setHold(
	roles: Roles,
	person: Employee,
	code: 'POSSIBLE_TRANSFER' | 'POSSIBLE_REHIRE' | 'EMAIL_OF_LEAVER',
): void {
	const present = roles.get(person);
	if (present?.as === 'hold' && (STRENGTH[present.code] ?? 0) >= (STRENGTH[code] ?? 0)) return;
	roles.set(person, { as: 'hold', code });
}

const sameSystem = (a: Employee, b: Employee): boolean => a.source.system === b.source.system;

export function findTransfers(context: TransferContext): Roles {
	const { people, accounts } = context;
	const roles: Roles = new Map();
	const predecessors = new Map<Employee, Employee[]>();
	const kin = new Kin(
		people,
		({ external_id: id }) => id === null || withExternalId(accounts, id).length === 0,
	);

	for (const old of people.all) {
		if (old.status !== 'ended' || old.external_id === null || people.duplicates.has(old)) continue;
		const own = withExternalId(accounts, old.external_id);
		if (own.length === 0) continue;
		const active = own.some((account) => account.is_active);
		if (old.email !== null) {
			for (const next of kin.inServiceWith(old.email)) {
				if (sameSystem(old, next)) judgeInService(old, next, active);
			}
			for (const next of active ? kin.othersWith(old.email, old.birthday) : []) {
				if (sameSystem(old, next)) judgeOther(old, next);
				if (roles.has(old)) break; // whoever comes after says nothing stronger
			}
		}
		for (const next of withoutAddress(old, own)) {
			if (sameSystem(old, next)) judgeWithoutEmail(old, next, active);
		}
	}

	/** One of the two has no address to match on: the same birthday and full name, or the account's address. */
	function withoutAddress(old: Employee, own: readonly AlleoEmployee[]): ReadonlySet<Employee> {
		const found = new Set(kin.namesakes(old));
		if (old.email !== null) return found;
		for (const { email } of own) {
			if (email === null) continue;
			for (const next of kin.inServiceWith(email)) if (sameBirthday(old, next)) found.add(next);
			for (const next of kin.othersWith(email, old.birthday)) found.add(next);
		}
		return found;
	}

	function judgeInService(old: Employee, next: Employee, active: boolean): void {
		if (!sameBirthday(old, next)) setHold(roles, next, 'EMAIL_OF_LEAVER');
		else if (!active) setHold(roles, next, 'POSSIBLE_REHIRE');
		else put(predecessors, next, old);
	}

	/** The same address and birthday, but the new record cannot be decided or starts later. */
	function judgeOther(old: Employee, next: Employee): void {
		if (next.status !== 'upcoming' || people.duplicates.has(next)) {
			setHold(roles, old, 'POSSIBLE_TRANSFER');
		} else if (withinGap(old, next)) {
			roles.set(old, { as: 'merged', successor: next, pending: true });
		}
	}

	/** The same human by all that there is to go by, which is a doubt: both are held. */
	function judgeWithoutEmail(old: Employee, next: Employee, active: boolean): void {
		if (next.status === 'upcoming') {
			if (!active || !withinGap(old, next)) return;
		} else if (!active) {
			setHold(roles, next, 'POSSIBLE_REHIRE');
			return;
		}
		setHold(roles, old, 'POSSIBLE_TRANSFER');
		setHold(roles, next, 'POSSIBLE_TRANSFER');
	}

	function withinGap(old: Employee, next: Employee): boolean {
		if (next.start_date === null) return true;
		return daysBetween(old.end_date ?? context.referenceDate, next.start_date) <= context.gapDays;
	}

	for (const [next, olds] of predecessors) settle(next, olds);

	/** One predecessor with one active account in the right Alleo company is a transfer; else a doubt. */
	function settle(next: Employee, olds: readonly Employee[]): void {
		const [old] = olds;
		const active = olds.flatMap((person) =>
			withExternalId(accounts, person.external_id ?? '').filter((account) => account.is_active),
		);
		const [account] = active;
		const route = context.route(next);
		const certain =
			old !== undefined &&
			account !== undefined &&
			active.length === 1 &&
			route.ok &&
			route.companyId === account.company_id &&
			roles.get(next)?.as !== 'hold' &&
			roles.get(old)?.as !== 'hold' &&
			next.external_id !== null;
		if (certain) {
			roles.set(next, { as: 'successor', account, predecessor: old });
			roles.set(old, { as: 'merged', successor: next, pending: false });
			return;
		}
		setHold(roles, next, 'POSSIBLE_TRANSFER');
		for (const person of olds) setHold(roles, person, 'POSSIBLE_TRANSFER');
	}
	return roles;
}
