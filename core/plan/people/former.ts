import type { AlleoEmployee, Employee } from '../../model/employee';
import type { GuardResult } from '../../model/summary';
import type { Result } from '../../model/result';
import { indexAccounts, withEmail, withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { guard } from '../guard';
import type { DiffOptions } from '../options';
import { managedCompanies } from './route';

/**
 * Alleo companies that earlier runs of this workflow changed people in, and that Settings and routes name
 * no more: a route that was taken out, a customer that went to another company, a typo that was mended.
 * Nobody is changed there: it may be the company of somebody else. But whoever still has an account there
 * is not new, so nobody gets a second one before a person has looked.
 */

/** The accounts of the former companies, apart from those that the plan is about. */
export const formerAccounts = (
	all: readonly AlleoEmployee[],
	options: DiffOptions,
): Result<Accounts> => {
	const managed = managedCompanies(options);
	const former = [...options.past.companies.keys()].filter((company) => !managed.has(company));
	return indexAccounts(all, new Set(former));
};

/** The active account of the person in a former company, by external id, else by address. */
export function formerAccount(
	{ external_id: id, email }: Employee,
	former: Accounts,
): AlleoEmployee | null {
	const isActive = ({ is_active: active }: AlleoEmployee): boolean => active;
	const own = id === null ? undefined : withExternalId(former, id).find(isActive);
	return own ?? withEmail(former, email).find(isActive) ?? null;
}

/**
 * A company in which people were changed has accounts, as Alleo deletes none: without any, it was not
 * read, and everybody in it would look new. What a person approved since was judged.
 *
 * @param all every account that came in
 */
export function companiesNotRead(
	all: readonly AlleoEmployee[],
	{ past }: DiffOptions,
): GuardResult[] {
	const read = new Set(all.map(({ company_id: company }) => company));
	const missing = [...past.companies].flatMap(([company, judged]) =>
		judged || read.has(company) ? [] : [company],
	);
	if (missing.length === 0) return [];
	const companies = missing.sort((a, b) => a - b).join(', ');
	return [guard('COMPANY_NOT_READ', 0, missing.length, { companies })];
}
