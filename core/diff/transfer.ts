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

const nameKey = (person: Employee): string | null =>
	person.first_name === null || person.last_name === null
		? null
		: (displayName(person) ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

function byBirthday(people: People): Map<string, Employee[]> {
	const groups = new Map<string, Employee[]>();
	for (const person of people.all) {
		if (person.birthday === null || (person.status !== 'active' && person.status !== 'upcoming'))
			continue;
		const group = groups.get(person.birthday);
		if (group === undefined) groups.set(person.birthday, [person]);
		else group.push(person);
	}
	return groups;
}

export function findTransfers(context: TransferContext): Roles {
	const { people, accounts } = context;
	const roles: Roles = new Map();
	const predecessors = new Map<Employee, Employee[]>();
	let birthdays: Map<string, Employee[]> | null = null;

	const isCandidate = (old: Employee, next: Employee): boolean =>
		next !== old &&
		next.source.system === old.source.system &&
		(next.status === 'active' || next.status === 'upcoming' || next.status === 'held') &&
		(next.external_id === null || withExternalId(accounts, next.external_id).length === 0);

	for (const old of people.all) {
		if (old.status !== 'ended' || old.external_id === null || people.duplicates.has(old)) continue;
		const own = withExternalId(accounts, old.external_id);
		if (own.length === 0) continue;
		const active = own.filter((account) => account.is_active);
		if (old.email !== null) {
			for (const next of people.byEmail.get(emailKey(old.email)) ?? []) {
				if (isCandidate(old, next)) judgeByEmail(old, next, active.length);
			}
			continue;
		}
		if (old.birthday === null) continue;
		birthdays ??= byBirthday(people);
		for (const next of birthdays.get(old.birthday) ?? []) {
			if (isCandidate(old, next)) judgeWithoutEmail(old, next, own);
		}
	}

	function judgeByEmail(old: Employee, next: Employee, activeAccounts: number): void {
		const undecidable = next.status === 'held' || people.duplicates.has(next);
		if (undecidable) {
			if (sameBirthday(old, next) && activeAccounts > 0) setHold(roles, old, 'POSSIBLE_TRANSFER');
			return;
		}
		if (next.status === 'upcoming') {
			if (sameBirthday(old, next) && activeAccounts > 0 && withinGap(old, next)) {
				roles.set(old, { as: 'merged', successor: next, pending: true });
			}
			return;
		}
		if (!sameBirthday(old, next)) setHold(roles, next, 'EMAIL_OF_LEAVER');
		else if (activeAccounts === 0) setHold(roles, next, 'POSSIBLE_REHIRE');
		else predecessors.set(next, [...(predecessors.get(next) ?? []), old]);
	}

	/** No address to match on: the same birthday and full name (or the account's address) is a doubt. */
	function judgeWithoutEmail(old: Employee, next: Employee, own: readonly AlleoEmployee[]): void {
		const name = nameKey(old);
		const sameName = name !== null && name === nameKey(next);
		const sameAddress =
			next.email !== null &&
			own.some(
				(account) =>
					account.email !== null && emailKey(account.email) === emailKey(next.email ?? ''),
			);
		if (!sameName && !sameAddress) return;
		const active = own.some((account) => account.is_active);
		if (next.status === 'upcoming') {
			if (active && withinGap(old, next)) setHold(roles, old, 'POSSIBLE_TRANSFER');
			return;
		}
		if (active) setHold(roles, old, 'POSSIBLE_TRANSFER');
		setHold(roles, next, active ? 'POSSIBLE_TRANSFER' : 'POSSIBLE_REHIRE');
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
