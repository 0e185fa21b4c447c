import { isOurs } from '../plan/people/absent';
import { managedCompanies } from '../plan/people/route';
import type { AlleoEmployee } from '../model/employee';
import type { Facts } from './types';

/** Why an account that no record of the source has is treated as it is. */
export type AccountRule =
	| 'otherCompany' // an Alleo company that this workflow does not manage
	| 'notOurs' // without external id, or with one of another system
	| 'leaving' // absent, and the policy off-boards on complete coverage
	| 'doubted' // absent, but a held person may be its owner
	| 'absent' // absent, reported only
	| 'inactive'; // ours, and already closed

export function accountRule(account: AlleoEmployee, facts: Facts): AccountRule {
	const { prefixes, leaving, doubted } = facts.examined;
	if (!managedCompanies(facts.input.options).has(account.company_id)) return 'otherCompany';
	if (!isOurs(account, prefixes)) return 'notOurs';
	if (!account.is_active) return 'inactive';
	if (leaving.some(({ id }) => id === account.id)) return 'leaving';
	return doubted.has(account.id) ? 'doubted' : 'absent';
}
