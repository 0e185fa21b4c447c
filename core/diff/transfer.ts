import { daysBetween } from '../dates';
import { emailKey } from '../employee';
import type { AlleoEmployee, Employee } from '../employee';
import { withExternalId } from './accounts';
import type { Accounts } from './accounts';
import { displayName } from './people';
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

const sameBirthday = (a: Employee, b: Employee): boolean =>
	a.birthday !== null && a.birthday === b.birthday;

/** One human by birthday and full name; null where the record does not carry both. */
const humanKey = (person: Employee): string | null =>
	person.birthday === null || person.first_name === null || person.last_name === null
		? null
		: `${person.birthday}|${(displayName(person) ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ')}`;

/** Who may be the new record of a leaver, by birthday and full name. */
function byHuman(people: readonly Employee[]): Map<string, Employee[]> {
	const groups = new Map<string, Employee[]>();
	for (const person of people) {
		if (person.status !== 'active' && person.status !== 'upcoming') continue;
		const key = humanKey(person);
		if (key === null) continue;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [person]);
		else group.push(person);
	}
	return groups;
}

const NOBODY: readonly Employee[] = [];

export function findTransfers(context: TransferContext): Roles {
	const { people, accounts } = context;
	const roles: Roles = new Map();
	const predecessors = new Map<Employee, Employee[]>();
	/** Made when first needed; nearly always nobody is without an address. */
	let everybody: Map<string, Employee[]> | null = null;
	let unaddressed: Map<string, Employee[]> | null = null;

	const isCandidate = (old: Employee, next: Employee): boolean =>
		next !== old &&
		next.source.system === old.source.system &&
		(next.status === 'active' || next.status === 'upcoming' || next.status === 'held') &&
		(next.external_id === null || withExternalId(accounts, next.external_id).length === 0);

	const sharing = (address: string | null): readonly Employee[] =>
		address === null ? NOBODY : (people.byEmail.get(emailKey(address)) ?? NOBODY);

	for (const old of people.all) {
		if (old.status !== 'ended' || old.external_id === null || people.duplicates.has(old)) continue;
		const own = withExternalId(accounts, old.external_id);
		if (own.length === 0) continue;
		const active = own.some((account) => account.is_active);
		for (const next of sharing(old.email)) {
			if (isCandidate(old, next)) judgeByEmail(old, next, active);
		}
		for (const next of withoutAddress(old, own)) {
			if (isCandidate(old, next)) judgeWithoutEmail(old, next, active);
		}
	}

	/** One of the two has no address to match on: the same birthday and full name, or the account's address. */
	function withoutAddress(old: Employee, own: readonly AlleoEmployee[]): ReadonlySet<Employee> {
		const key = humanKey(old) ?? '';
		if (old.email !== null) {
			unaddressed ??= byHuman(people.all.filter(({ email }) => email === null));
			return new Set(unaddressed.get(key));
		}
		everybody ??= byHuman(people.all);
		const namesakes = everybody.get(key) ?? NOBODY;
		const holders = own.flatMap((account) => sharing(account.email));
		return new Set([...namesakes, ...holders.filter((next) => sameBirthday(old, next))]);
	}

	function judgeByEmail(old: Employee, next: Employee, active: boolean): void {
		const undecidable = next.status === 'held' || people.duplicates.has(next);
		if (undecidable) {
			if (sameBirthday(old, next) && active) setHold(roles, old, 'POSSIBLE_TRANSFER');
			return;
		}
		if (next.status === 'upcoming') {
			const stays = sameBirthday(old, next) && active && withinGap(old, next);
			if (stays && roles.get(old)?.as !== 'hold') {
				roles.set(old, { as: 'merged', successor: next, pending: true });
			}
			return;
		}
		if (!sameBirthday(old, next)) setHold(roles, next, 'EMAIL_OF_LEAVER');
		else if (!active) setHold(roles, next, 'POSSIBLE_REHIRE');
		else predecessors.set(next, [...(predecessors.get(next) ?? []), old]);
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
