import { areTwo, contradicts, isLikeHuman, isUndecided, Kin } from '../../identity/kin';
import { compare } from '../../identity/likeness';
import type { Likeness } from '../../identity/likeness';
import { emailKey } from '../../identity/keys';
import type { People } from '../../identity/people';
import { traitsOf, traitsOfAccount } from '../../identity/traits';
import { put } from '../../model/collect';
import { daysBetween } from '../../model/dates';
import type { AlleoEmployee, Employee } from '../../model/employee';
import { withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { Roles } from './roles';
import type { TransferRole } from './roles';
import type { Route } from './route';

/**
 * Transfers: an ended record and a record in service of one source that are one person (another
 * company, a new employee number). Decided before anything else, because the plain table would
 * off-board the person and hold the newcomer (design section 6).
 *
 *   address   birthday            names            what follows (the old account being active)
 *   --------------------------------------------------------------------------------------------
 *   same      same                no contradiction one update or move, with approval
 *   same      unknown             no contradiction both held POSSIBLE_TRANSFER
 *   same      another, or another first name       two people: leaver by the table, newcomer held
 *   another   same                the same         within the gap: both held POSSIBLE_TRANSFER
 *   another   unknown             the same         within the gap: both held POSSIBLE_TRANSFER
 *
 * A newcomer who cannot be decided holds the leaver just as well; an old record that cannot be decided,
 * or that says no access, holds the newcomer.
 */
export interface TransferContext {
	people: People;
	accounts: Accounts;
	route: (person: Employee) => Route;
	referenceDate: string;
	gapDays: number;
}

/** One old record and one that may be its person's new one. */
interface Pair {
	old: Employee;
	next: Employee;
	/** The address that both have; null where the two have none in common. */
	address: string | null;
	likeness: Likeness;
	/** Whether the old record's account is active. */
	active: boolean;
	/** The one account that it is about; null where the old record has several. */
	account: AlleoEmployee | null;
}

/** Records that may be somebody's old one: they ended, say no, or cannot be decided. */
const mayBeOld = (person: Employee): boolean =>
	person.external_id !== null &&
	(person.status === 'ended' ||
		person.status === 'held' ||
		(person.status === 'ineligible' && !isUndecided(person)));

export function findTransfers(context: TransferContext): ReadonlyMap<Employee, TransferRole> {
	const { people, accounts, referenceDate, gapDays } = context;
	const roles = new Roles(people);
	/** Old records that are certainly the person's, by new record, and the other way about. */
	const olds = new Map<Employee, Pair[]>();
	const heirs = new Map<Employee, Employee[]>();
	const ownOf = ({ external_id: id }: Employee): readonly AlleoEmployee[] =>
		id === null ? [] : withExternalId(accounts, id);
	const kin = new Kin(people, (person) => !ownOf(person).some((account) => account.is_active));

	for (const old of people.all) {
		if (!mayBeOld(old) || people.duplicates.get(old)?.code === 'DUPLICATE_EXTERNAL_ID') continue;
		const own = ownOf(old);
		if (own.length === 0) continue;
		const active = own.filter((account) => account.is_active);
		const [account] = active.length > 0 ? active : own;
		const { found, crowded } = kin.of(old, addressesOf(old, own));
		for (const [next, address] of found) {
			judge({
				old,
				next,
				address,
				likeness: likenessOf(next, old, address),
				active: active.length > 0,
				account: active.length > 1 ? null : (account ?? null),
			});
		}
		if (crowded && active.length > 0) roles.holdUnknown(old);
	}

	/** The address that one of them has from the account is the other's own: compared as one. */
	function likenessOf(next: Employee, old: Employee, address: string | null): Likeness {
		const theirs = traitsOf(old);
		if (address !== null) theirs.email = next.email;
		return compare(traitsOf(next), theirs, people.isPlaceholder);
	}

	function judge(pair: Pair): void {
		const { old, next, address } = pair;
		if (next.status === 'held' || people.duplicates.has(next)) judgeUndecidable(pair);
		else if (old.status !== 'ended') judgeBesideOld(pair);
		else if (isUndecided(next)) {
			if (mayBeOne(pair)) roles.holdBoth(pair);
		} else if (next.status === 'upcoming') judgeUpcoming(pair);
		else if (address !== null) judgeInService(pair);
		else judgeNamesake(pair);
	}

	/** Held for itself already, so nothing is asked of the newcomer; the leaver is not off-boarded. */
	function judgeUndecidable(pair: Pair): void {
		const { old, address, likeness, active } = pair;
		if (!active || old.status === 'held') return;
		const mayBe = address === null ? isLikeHuman(likeness) || mayBeOne(pair) : !areTwo(likeness);
		if (mayBe) roles.holdOld(pair);
	}

	/** The old record did not end: it is held, or says no where the new one says yes. */
	function judgeBesideOld(pair: Pair): void {
		const { old, next, address, likeness, active } = pair;
		const inService = next.status === 'active' || isUndecided(next);
		const mayBe = address === null ? isLikeHuman(likeness) : !areTwo(likeness);
		if (!active || !inService || !mayBe) return;
		if (old.status === 'held') roles.holdNext(pair, 'POSSIBLE_TRANSFER');
		else roles.holdBoth(pair);
	}

	/** Starts later: the account stays for a person who certainly comes back within the gap. */
	function judgeUpcoming(pair: Pair): void {
		const { old, next, address, likeness, active } = pair;
		if (!active || !withinGap(old, next) || !mayBeOne(pair)) return;
		if (address !== null && likeness.verdict === 'same') roles.mergePending(old, next);
		else roles.holdBoth(pair);
	}

	function judgeInService(pair: Pair): void {
		const { old, next, likeness, active } = pair;
		if (areTwo(likeness)) roles.holdNext(pair, 'EMAIL_OF_LEAVER');
		else if (!active) roles.holdNext(pair, 'POSSIBLE_REHIRE');
		else if (likeness.verdict === 'same') {
			put(olds, next, pair);
			put(heirs, old, next);
		} else roles.holdBoth(pair);
	}

	/** The same human by name and birthday, under another address or without one. */
	function judgeNamesake(pair: Pair): void {
		const { likeness, active } = pair;
		if (!mayBeOne(pair)) return;
		if (active) roles.holdBoth(pair);
		else if (likeness.verdict === 'likely') roles.holdNext(pair, 'POSSIBLE_REHIRE');
	}

	/** Without a common address it takes the full name, and dates that follow on each other. */
	function mayBeOne({ old, next, address, likeness }: Pair): boolean {
		if (address !== null) return !areTwo(likeness);
		if (likeness.verdict === 'other') return false;
		const cannotMatch = old.email === null || next.email === null;
		return (cannotMatch && likeness.verdict === 'likely') || withinGap(old, next);
	}

	/** An end that nobody knows may have been today. */
	function withinGap(old: Employee, next: Employee): boolean {
		if (next.start_date === null) return true;
		return daysBetween(old.end_date ?? referenceDate, next.start_date) <= gapDays;
	}

	for (const [next, pairs] of olds) settle(next, pairs);

	/** One old record with one active account, and nothing else that speaks against it; else a doubt. */
	function settle(next: Employee, pairs: readonly Pair[]): void {
		const [pair] = pairs;
		const route = context.route(next);
		const account = pair?.account ?? null;
		const certain =
			pair !== undefined &&
			account !== null &&
			pairs.length === 1 &&
			heirs.get(pair.old)?.length === 1 &&
			route.ok &&
			next.external_id !== null &&
			ownOf(next).length === 0 &&
			!contradicts(compare(traitsOf(next), traitsOfAccount(account), people.isPlaceholder)) &&
			!roles.isHeld(next) &&
			!roles.isHeld(pair.old);
		if (certain) roles.settle(pair, account, route.companyId);
		else for (const each of pairs) roles.holdBoth(each);
	}
	roles.releaseAddresses();
	return roles.all;
}

/** Of the record and of its accounts: an account keeps the address that the record lost. */
function addressesOf(old: Employee, own: readonly AlleoEmployee[]): string[] {
	const found = new Map<string, string>();
	for (const { email } of [old, ...own]) {
		if (email !== null && email !== '') found.set(emailKey(email), email);
	}
	return [...found.values()];
}
