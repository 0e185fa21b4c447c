import { isBarelyLike, isSomebodyElse } from '../../identity/likeness';
import type { AlleoEmployee, Reason } from '../../model/employee';
import { itemReason } from '../../issues';
import { isUnlinked, withExternalId } from '../accounts';
import type { Draft } from '../planHash';
import { createRow, deactivateRow, reactivateRow, reasonOf, updateRow } from '../rows';
import { isOurs } from './absent';
import { changesOf, likenessTo, sourceState } from './case';
import type { Case } from './case';
import type { TransferHold } from './roles';

/**
 * The rows by which an account becomes a person's, planned or only offered: "yes, the same person" is
 * answered with the very row that would have been planned without the doubt.
 */

/** What becomes of the account's external id: it had none, that of another system, or one of this source. */
export function linkReason(given: Case, account: AlleoEmployee): Reason {
	if (!isUnlinked(account)) {
		const ours = isOurs(account, given.context.prefixes);
		return itemReason(ours ? 'TRANSFER' : 'TAKEOVER');
	}
	return itemReason(isBarelyLike(likenessTo(given, account)) ? 'ADOPTED_BY_ADDRESS' : 'ADOPTED');
}

/** The account gets the person's id and fields, and is activated where it is not. */
export function linkRow(given: Case, account: AlleoEmployee): Draft {
	const { person } = given;
	const changes = changesOf(given, account);
	const row = account.is_active
		? updateRow(person, account, changes, linkReason(given, account))
		: reactivateRow(person, account, changes, itemReason('BACK_IN_SERVICE'));
	return { ...row, grounds: [...likenessTo(given, account).grounds] };
}

/**
 * Offered for "the same person": null where the person has no id to write, or somebody in the source
 * goes on under the id that the account has (two external ids never share one account, I6).
 */
export const offeredLink = (given: Case, account: AlleoEmployee): Draft | null =>
	given.person.external_id === null || given.context.isOwned(account)
		? null
		: linkRow(given, account);

/** Somebody without access, whose account was never linked: off-boarded, or linked where that is not sure. */
export function offeredEnd(given: Case, account: AlleoEmployee): Draft | null {
	const { person, context } = given;
	const source = sourceState(person);
	const ends =
		source === 'ended' ||
		(source === 'ineligible' && context.options.ineligiblePolicy === 'deactivate');
	return ends ? deactivateRow(person, account, reasonOf(person)) : offeredLink(given, account);
}

/** Of several accounts the only active one where the person belongs that nothing speaks against; else none. */
export function offeredOfSeveral(given: Case, accounts: readonly AlleoEmployee[]): Draft | null {
	const { person, companyId } = given;
	if (person.status !== 'active' || person.external_id === null) return null;
	const right = accounts.filter(
		(account) =>
			account.is_active &&
			(companyId === null || account.company_id === companyId) &&
			!isSomebodyElse(likenessTo(given, account)),
	);
	const [best] = right;
	if (best === undefined || right.length > 1) return null;
	if (best.external_id !== person.external_id) return offeredLink(given, best);
	const changes = changesOf(given, best);
	const reason = itemReason('FIELDS_CHANGED', { count: changes.length });
	return changes.length === 0 ? null : updateRow(person, best, changes, reason);
}

/**
 * For both records of what may be one person: the account goes on under the new record. In another
 * Alleo company it is a move: the new record offers the account there, the old one the end of the
 * account here, which goes second.
 */
export function offeredTransfer(given: Case, role: TransferHold): Draft | null {
	const { person, context } = given;
	const { other, account, side } = role;
	if (other === null || account === null) return null;
	const [old, next] = side === 'old' ? [person, other] : [other, person];
	if (next.status !== 'active' || next.external_id === null) return null;
	if (old.status === 'held' || context.people.duplicates.has(next)) return null;
	if (withExternalId(context.accounts, next.external_id).length > 0) return null;
	const route = context.route(next);
	if (!route.ok) return null;
	if (route.companyId !== account.company_id) {
		const reason = itemReason(account.is_active ? 'MOVE' : 'NEW_IN_SERVICE');
		if (side === 'new') return createRow(next, route.companyId, reason);
		return account.is_active ? deactivateRow(old, account, reason) : null;
	}
	const changes = changesOf({ person: next, context }, account);
	return account.is_active
		? updateRow(next, account, changes, itemReason('TRANSFER'))
		: reactivateRow(next, account, changes, itemReason('BACK_IN_SERVICE'));
}
