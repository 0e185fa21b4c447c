import type { Proposal } from '../plan/people/proposal';
import { accountRule } from './account';
import type { Facts, Verdict } from './types';

/** The answer in one word, from what is proposed with the data of now. */

function ofAccount(facts: Facts): Verdict {
	const { account } = facts.subject;
	if (account === null) return 'not_found';
	switch (accountRule(account, facts)) {
		case 'otherCompany':
		case 'notOurs':
			return 'not_managed';
		case 'leaving':
			return 'loses_access';
		case 'inactive':
			return 'no_access';
		case 'absent':
		case 'doubted':
			return 'has_access';
	}
}

/** By itself, or together with a new external id. */
const isMove = ({ rule, role }: Proposal): boolean =>
	(rule.kind === 'before' && rule.name === 'move') || role?.as === 'mover';

export function verdictOf(facts: Facts): Verdict {
	const { proposal, account } = facts.subject;
	if (proposal === null) return ofAccount(facts);
	switch (proposal.count) {
		case 'create':
		case 'reactivate':
			return isMove(proposal) ? 'moves' : 'gets_access';
		case 'update':
			return 'has_access';
		case 'deactivate':
			return 'loses_access';
		case 'hold':
			return 'held';
		case 'unchanged':
			return account?.is_active === true ? 'has_access' : 'no_access';
		case 'upcoming':
			return 'waits';
		case 'ended_unknown':
		case 'ineligible_unknown':
			return 'no_access';
		case 'merged':
			return 'merged';
	}
}
