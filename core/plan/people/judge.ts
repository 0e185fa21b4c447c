import { decide } from './decide';
import { addRemarks } from './proposal';
import type { Proposal } from './proposal';
import { createMatcher } from './target';
import type { Employee } from '../../model/employee';
import { rulesBefore } from './before';
import { sourceState } from './case';
import type { Case, JudgeContext, Said } from './case';
import { carryOut } from './cell';
import { POLICIES } from './policies';
import { asChosen } from '../rows';
import { ruleText } from './rule';
import type { Rule } from './rule';

/**
 * What is proposed for each person of the source: the rules that go before the table (before.ts), in
 * their order; the decision table (decide.ts), a cell for each state of the source and of Alleo; the
 * policies after it (policies.ts), and last the addresses that the plan gives out (claims.ts). Which of
 * them decided is the proposal's `rule`. Typical people; a test holds every line:
 *
 *   person, by the source     in Alleo                 rule                          what follows
 *   -------------------------------------------------------------------------------------------------------------
 *   in service                no account               active / none                 create NEW_IN_SERVICE
 *   in service                own, active              active / active               - unchanged
 *   in service, new name      own, active              active / active               update FIELDS_CHANGED
 *   in service                own, inactive            active / inactive             reactivate BACK_IN_SERVICE
 *   in service                same e-mail, no id       active / adoptable            update ADOPTED
 *   in service                same e-mail, inactive    active / inactive_same_email  hold POSSIBLE_REHIRE
 *   in service                somebody else, own id    active / reused               hold IDENTITY_CHANGED
 *   in service                the same, inactive       active / reused_inactive      hold IDENTITY_CHANGED
 *   in service                nothing but e-mail, no id  active / adoptable          update ADOPTED_BY_ADDRESS
 *   in service                somebody else, no id     active / doubtful             hold ADOPT_DOUBTFUL
 *   in service                same e-mail, another id  active / foreign              update TAKEOVER
 *   in service                same e-mail, id 9 of ours  active / email_taken        hold EMAIL_TAKEN
 *   starts later              no account               upcoming / none               - upcoming
 *   starts later              own, active              upcoming / active             - unchanged
 *   left service              no account               ended / none                  - ended_unknown
 *   left service              own, active              ended / active                deactivate EMPLOYMENT_ENDED
 *   left service              own, inactive            ended / inactive              - unchanged
 *   left service              same e-mail, no id       ended / adoptable             hold ENDED_NOT_LINKED
 *   left service              somebody else, own id    ended / reused                hold IDENTITY_CHANGED
 *   left service              somebody else, no id     ended / doubtful              - ended_unknown
 *   access says no            no account               ineligible / none             - ineligible_unknown
 *   access says no            own, active              ineligible / active           deactivate ACCESS_NO
 *   access says no            same e-mail, no id       ineligible / adoptable        hold INELIGIBLE_NOT_LINKED
 *   access is empty           own, active              undecided / active            hold ACCESS_EMPTY_ACTIVE
 *   held by the source        own, active              held / active                 hold TYPE_UNKNOWN
 *   held by the source        own, twice               before: ownIssues             hold TYPE_UNKNOWN
 *   e-mail of a colleague     own, active              before: twin                  hold DUPLICATE_EMAIL
 *   left under an old number  own, active              before: transfer              - merged
 *   here under a new number   of the old number        before: transfer              update TRANSFER
 *   without external id       no account               before: noExternalId          hold EXTERNAL_ID_MISSING
 *   in service                own, twice               before: severalAccounts       hold ALLEO_DUPLICATE
 *   routed to nowhere         own, active              before: unrouted              hold FILTER_UNROUTED
 *   routed to company 42      own, active              before: move                  deactivate MOVE, create MOVE
 *   access says no, reported  own, active              policy: reportIneligible      - unchanged
 *   left 4 days ago, 30 kept  own, active              policy: grace                 - unchanged
 *   left, half was read       own, active              policy: provenPartition       hold PARTITION_INCOMPLETE
 *   left, the rest was not    own, active              policy: wholeSource           hold LEAVER_PART_UNREAD
 *   in service, wrote in 42   own, in company 42       policy: formerCompany         hold FORMER_COMPANY
 *   routed there, refused     own, active              policy: refusedMove           hold MOVE_REFUSED_BEFORE
 *   in service, no last name  no account               policy: requiredFields        hold NAME_MISSING
 *   e-mail that stays taken   own, active              policy: addressTaken          hold EMAIL_TAKEN
 *
 * Whom the source no longer has is no person here: absent.ts.
 */

const ruled = ({ person, target, role }: Case, rule: Rule, said: Said): Proposal => {
	for (const row of said.rows) row.rule = ruleText(rule);
	return { person, target, role, rule, ...said };
};

function byTable(given: Case): Proposal {
	const { person, target } = given;
	if (target.state === 'duplicate') throw new Error('Several accounts are no column of the table');
	const source = sourceState(person);
	const rule: Rule = { kind: 'cell', source, target: target.state };
	return ruled(given, rule, carryOut(decide(source, target.state), given));
}

/** The first rule before the table that has something to say, else the table. */
function decided(given: Case): Proposal {
	for (const { name, rule } of rulesBefore(given)) {
		const said = rule(given);
		if (said !== null) return ruled(given, { kind: 'before', name }, said);
	}
	return byTable(given);
}

function underPolicies(proposal: Proposal, given: Case): Proposal {
	let result = proposal;
	for (const { name, policy } of POLICIES) {
		const said = policy(result, given);
		if (said !== null) result = ruled(given, { kind: 'policy', name }, said);
	}
	for (const row of result.rows) {
		const chosen = asChosen(row);
		// Nothing is offered that the policies would not have let through.
		if (chosen !== null && stops({ ...result, rows: [chosen] }, given)) row.choice = null;
	}
	return result;
}

const stops = (proposal: Proposal, given: Case): boolean =>
	POLICIES.some(({ policy }) => policy(proposal, given) !== null);

/** Judges one person after the other: rules before the table, the table, policies after it. */
export function createJudge(context: JudgeContext): (person: Employee) => Proposal {
	const match = createMatcher(context);
	return (person) => {
		const route = context.route(person);
		const companyId = person.status === 'active' && route.ok ? route.companyId : null;
		const target = match(person, companyId);
		const account = target.state === 'duplicate' ? null : target.account;
		const role = context.transfers.get(person) ?? null;
		const given: Case = { person, target, account, route, companyId, role, context };
		return addRemarks(
			underPolicies(decided(given), given),
			context.accounts,
			context.referenceDate,
			context.options.budgetLimits,
		);
	};
}
