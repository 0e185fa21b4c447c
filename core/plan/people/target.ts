import { emailKey } from '../../identity/keys';
import { compare, isReusedId, isSomebodyElse } from '../../identity/likeness';
import { traitsOf, traitsOfAccount } from '../../identity/traits';
import type { AlleoEmployee, Employee } from '../../model/employee';
import { isUnlinked, withEmail, withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import type { TargetState } from './decide';
import { keepPolicy } from '../options';
import type { DiffOptions } from '../options';
import type { People } from '../../identity/people';
import { isOurs } from './absent';
import type { TransferRole } from './roles';

/** Who a person is in Alleo: by external id, else by e-mail (design section 6, "Matching"). */
export type Target =
	| { state: TargetState; account: AlleoEmployee | null; elsewhere: AlleoEmployee | null }
	| { state: 'duplicate'; accounts: readonly AlleoEmployee[] };

const NOBODY: Target = { state: 'none', account: null, elsewhere: null };

/**
 * Whether nobody knows which account is the person's. One where they belong and one elsewhere is a move
 * that stopped half way: the new account was made, the old one is still to go.
 */
const twice = (accounts: readonly AlleoEmployee[], companyId: number | null): boolean => {
	const companies = new Set(accounts.map((account) => account.company_id));
	const active = accounts.filter((account) => account.is_active);
	return (
		companies.size < accounts.length ||
		active.length > 2 ||
		(active.length === 2 && active.every((account) => account.company_id !== companyId))
	);
};

/** Asks core/identity about one person and one account. */
type Asks = (account: AlleoEmployee) => boolean;

/**
 * By external id. `companyId` is where the person belongs; an account elsewhere is the start of a
 * move when it is active, and history when it is not.
 */
function byExternalId(
	own: readonly AlleoEmployee[],
	companyId: number | null,
	isReused: Asks,
): Target {
	if (twice(own, companyId)) return { state: 'duplicate', accounts: own };
	if (companyId === null) {
		const account = own.find(({ is_active: active }) => active) ?? own[0] ?? null;
		return account === null ? NOBODY : ofOwn(account, null, isReused);
	}
	const here = own.find((account) => account.company_id === companyId) ?? null;
	const elsewhere = own.find((account) => account.is_active && account !== here) ?? null;
	// A move off-boards the account that is left: of somebody else's there is none.
	if (elsewhere !== null && isReused(elsewhere)) return ofOwn(elsewhere, null, isReused);
	return here === null
		? { state: 'none', account: null, elsewhere }
		: ofOwn(here, elsewhere, isReused);
}

function ofOwn(account: AlleoEmployee, elsewhere: AlleoEmployee | null, isReused: Asks): Target {
	const active = account.is_active;
	if (isReused(account)) {
		return { state: active ? 'reused' : 'reused_inactive', account, elsewhere: null };
	}
	return { state: active ? 'active' : 'inactive', account, elsewhere };
}

/** By e-mail, only for people without an account of their own. */
function byEmail(
	holders: readonly AlleoEmployee[],
	companyId: number | null,
	inService: boolean,
	{ isOther, isForeign }: { isOther: Asks; isForeign: Asks },
): Target {
	const stateOf = (holder: AlleoEmployee): TargetState => {
		if (!holder.is_active) return 'inactive_same_email';
		const other = isOther(holder);
		if (other && isUnlinked(holder)) return 'doubtful';
		const here = companyId === null || holder.company_id === companyId;
		if (other || !here) return 'email_taken';
		if (isUnlinked(holder)) return 'adoptable';
		return isForeign(holder) ? 'foreign' : 'email_taken';
	};
	const [first] = holders;
	if (first === undefined) return NOBODY;
	if (holders.length > 1 && inService) return { state: 'duplicate', accounts: holders };
	// Nobody else gets an account: of several holders the one that may be this very person decides.
	const account = holders.find((holder) => stateOf(holder) === 'adoptable') ?? first;
	return { state: stateOf(account), account, elsewhere: null };
}

/** What matching looks at besides the person: whose address may be given away in this same plan. */
export interface MatchContext {
	people: People;
	accounts: Accounts;
	options: DiffOptions;
	transfers: ReadonlyMap<Employee, TransferRole>;
	/** How the external ids of this source start. */
	prefixes: readonly string[];
}

/** True when the account's address differs from the one the source has for its owner. */
const addressMoves = (owner: Employee, account: AlleoEmployee): boolean =>
	owner.email !== null &&
	account.email !== null &&
	emailKey(owner.email) !== emailKey(account.email);

/** Whether an account's owner takes another address in this same plan, so that this one gets free. */
function freedAddresses(context: MatchContext): (account: AlleoEmployee) => boolean {
	const { people, options, transfers } = context;
	if (keepPolicy(options, 'email') !== 'always') return () => false;
	/** Accounts that go to somebody's new record, with that record. */
	const heirs = new Map<AlleoEmployee, Employee>();
	for (const [person, role] of transfers) {
		if (role.as === 'successor') heirs.set(role.account, person);
	}
	return (account) => {
		const owner = heirs.get(account) ?? people.byExternalId.get(account.external_id ?? '');
		return (
			owner !== undefined &&
			owner.status === 'active' &&
			!people.duplicates.has(owner) &&
			addressMoves(owner, account)
		);
	};
}

/** Finds people in Alleo; `companyId` is where somebody in service belongs, else null. */
export function createMatcher(
	context: MatchContext,
): (person: Employee, companyId: number | null) => Target {
	const { people, accounts, prefixes } = context;
	const { isPlaceholder } = people;
	const isForeign = (account: AlleoEmployee): boolean =>
		!isUnlinked(account) && !isOurs(account, prefixes);
	const willBeFree = freedAddresses(context);
	/** An address that somebody in service has is theirs: a leaver or a newcomer cannot match by it. */
	const isClaimed = ({ status, email }: Employee): boolean =>
		status !== 'active' && email !== null && people.inUse.has(emailKey(email));

	return (person, companyId) => {
		const own = person.external_id === null ? [] : withExternalId(accounts, person.external_id);
		if (own.length > 0) {
			const target = byExternalId(own, companyId, (account) =>
				isReusedId(traitsOf(person), traitsOfAccount(account), isPlaceholder),
			);
			if (target.state !== 'none' || target.elsewhere !== null) return target;
		}
		if (isClaimed(person)) return NOBODY;
		const holders = withEmail(accounts, person.email).filter(
			(account) => !own.includes(account) && !willBeFree(account),
		);
		return byEmail(holders, companyId, person.status === 'active', {
			isOther: (account) =>
				isSomebodyElse(compare(traitsOf(person), traitsOfAccount(account), isPlaceholder)),
			isForeign,
		});
	};
}
