import { groupBy } from '../model/collect';
import { emailKey } from '../identity/keys';
import type { AlleoEmployee } from '../model/employee';
import { done, failed } from '../model/result';
import type { Result } from '../model/result';

/**
 * Alleo's accounts, indexed once per run: the API has no filter on external_id. Only the companies
 * that this workflow manages count; accounts elsewhere are not ours and are left alone.
 */
export interface Accounts {
	all: readonly AlleoEmployee[];
	byExternalId: ReadonlyMap<string, readonly AlleoEmployee[]>;
	byEmail: ReadonlyMap<string, readonly AlleoEmployee[]>;
	/** The groups that Alleo has, per company, as `groupKey`; no entry where the listing does not say. */
	groups: ReadonlyMap<number, ReadonlySet<string>>;
	/** Companies whose groups Alleo did not give: nobody's group is changed there. */
	groupsNotRead: ReadonlySet<number>;
}

/** An account over all companies: ids are only known to be unique within one. */
export const accountKey = (company: number | null, id: number | null): string =>
	`${company ?? ''}/${id ?? ''}`;

/** Groups are compared by name, in any case. */
export const groupKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** False only where the listing names the company's groups and this one is not among them. */
export const hasGroup = (accounts: Accounts, companyId: number, name: string): boolean =>
	accounts.groups.get(companyId)?.has(groupKey(name)) ?? true;

const NONE: readonly AlleoEmployee[] = [];

const same = (a: AlleoEmployee, b: AlleoEmployee): boolean =>
	a.is_active === b.is_active && a.external_id === b.external_id && a.email === b.email;

/** As Alleo has it, but an external id with spaces around it is the id, and a blank one is none. */
function withCleanId(account: AlleoEmployee): AlleoEmployee {
	const externalId = account.external_id;
	if (externalId === null) return account;
	const trimmed = externalId.trim();
	if (trimmed === externalId && trimmed !== '') return account;
	return { ...account, external_id: trimmed === '' ? null : trimmed };
}

/**
 * The same account twice is one (a listing may repeat a row); with different contents it is an error.
 *
 * @param companies null takes every account
 */
export function indexAccounts(
	accounts: readonly AlleoEmployee[],
	companies: ReadonlySet<number> | null,
): Result<Accounts> {
	const seen = new Map<number, AlleoEmployee>();
	const all: AlleoEmployee[] = [];
	const groups = new Map<number, ReadonlySet<string>>();
	const groupsNotRead = new Set<number>();
	for (const given of accounts) {
		if (companies?.has(given.company_id) === false) continue;
		const account = withCleanId(given);
		const { company_groups: names } = account;
		if (names === null) groupsNotRead.add(account.company_id);
		else if (names !== undefined) groups.set(account.company_id, new Set(names.map(groupKey)));
		const earlier = seen.get(account.id);
		if (earlier !== undefined && earlier.company_id === account.company_id) {
			if (!same(earlier, account)) {
				return failed('ALLEO_LISTING_INCONSISTENT', { account: account.id });
			}
			continue;
		}
		seen.set(account.id, account);
		all.push(account);
	}
	return done({
		all,
		byExternalId: groupBy(all, ({ external_id: id }) => id),
		byEmail: groupBy(all, ({ email }) => (email === null || email === '' ? null : emailKey(email))),
		groups,
		groupsNotRead,
	});
}

export const withExternalId = (accounts: Accounts, externalId: string): readonly AlleoEmployee[] =>
	accounts.byExternalId.get(externalId) ?? NONE;

export const withEmail = (accounts: Accounts, email: string | null): readonly AlleoEmployee[] =>
	email === null ? NONE : (accounts.byEmail.get(emailKey(email)) ?? NONE);

/** True where Alleo knows no external id for the account. */
export const isUnlinked = (account: AlleoEmployee): boolean => account.external_id === null;
