import { emailKey } from '../../../identity/keys';
import { put } from '../../../model/collect';
import type { AlleoEmployee } from '../../../model/employee';
import { withEmail, withExternalId } from '../../accounts';
import type { Accounts } from '../../accounts';
import type { LastBudgets, LastBudgetsOfOne, LastLine } from '../lastBudgets';
import { oneOffsOf } from './line';

/** Whose the lines of the last file are by now: money was given to an account, so a line is an account's. */

export interface KnownLine extends LastLine {
	/** The address in one spelling. */
	key: string;
	/** In EUR by field. */
	given: LastBudgetsOfOne;
}

export interface KnownLines {
	ofAccount: ReadonlyMap<AlleoEmployee, KnownLine>;
	/** Of no account that this workflow manages: of another Alleo company, or of an address that nobody has. */
	nobody: readonly KnownLine[];
	/** Of an account that the listing does not have: Alleo deletes none, so that says nothing. */
	missing: readonly KnownLine[];
	/** By address: several accounts have it, so that nobody can say whose it is. */
	unsure: ReadonlyMap<string, KnownLine>;
}

const isActive = ({ is_active: active }: AlleoEmployee): boolean => active;

const onlyOne = (accounts: readonly AlleoEmployee[]): AlleoEmployee | null =>
	accounts.length === 1 ? (accounts[0] ?? null) : null;

const hasKey = ({ email }: AlleoEmployee, key: string): boolean =>
	email !== null && emailKey(email) === key;

/**
 * By Alleo's own number first: an account keeps it whatever becomes of its address and external id.
 *
 * @param everywhere accounts of every company that was read
 */
export function knownLines(
	last: LastBudgets,
	accounts: Accounts,
	everywhere: readonly AlleoEmployee[],
): KnownLines {
	if (last.state !== 'read') {
		return { ofAccount: new Map(), nobody: [], missing: [], unsure: new Map() };
	}
	const listed = new Set(everywhere.map(({ id }) => id));
	const byId = new Map<number, AlleoEmployee[]>();
	for (const account of accounts.all) put(byId, account.id, account);
	const ofAccount = new Map<AlleoEmployee, KnownLine>();
	const others: KnownLine[] = [];
	for (const [key, { email, alleoId }] of last.lines) {
		const line: KnownLine = { key, email, alleoId, given: last.people.get(key) ?? {} };
		const same = alleoId === null ? [] : (byId.get(alleoId) ?? []);
		const account = onlyOne(same) ?? onlyOne(same.filter((one) => hasKey(one, key)));
		if (account === null) others.push(line);
		else ofAccount.set(account, line);
	}
	const nobody: KnownLine[] = [];
	const missing: KnownLine[] = [];
	const unsure = new Map<string, KnownLine>();
	for (const line of others) {
		const free = withEmail(accounts, line.key).filter((account) => !ofAccount.has(account));
		const account = onlyOne(free) ?? onlyOne(free.filter(isActive));
		if (account !== null) ofAccount.set(account, line);
		else if (free.length > 0) unsure.set(line.key, line);
		else if (line.alleoId === null || listed.has(line.alleoId)) nobody.push(line);
		else missing.push(line);
	}
	return { ofAccount, nobody, missing, unsure };
}

/**
 * What was given until now: by the account's own line, or the one-offs of the inactive account that the
 * same person had before, such as one of another Alleo company. A monthly budget does not move along.
 */
export function givenTo(
	account: AlleoEmployee,
	{ ofAccount, unsure }: KnownLines,
	accounts: Accounts,
): LastBudgetsOfOne | null {
	// What may be this account's was given: a one-off that is given twice is worse than one that waits.
	const own = ofAccount.get(account) ?? unsure.get(emailKey(account.email ?? ''));
	if (own !== undefined) return own.given;
	const former = withExternalId(accounts, account.external_id ?? '').filter(
		(one) => one !== account && !one.is_active,
	);
	const lines = former.flatMap((one) => ofAccount.get(one) ?? []);
	return lines.length === 0
		? null
		: Object.assign({}, ...lines.map(({ given }) => oneOffsOf(given)));
}
