import fc from 'fast-check';
import { decide } from '../../core/plan/people/decide';
import { examine } from '../../core/plan/people/examine';
import type { Proposal } from '../../core/plan/people/proposal';
import { ruleText } from '../../core/plan/people/rule';
import type { Rule } from '../../core/plan/people/rule';
import { inputOf } from '../support/people.mts';
import { replayable, ROUTING, world } from './world.mts';

/** The rule on a proposal against what is proposed: neither can say one thing and do another. */

const outline = ({ count, rows }: Proposal): string =>
	[count, ...rows.map(({ action, reason }) => `${action} ${reason.code}`)].join(', ');

const isOneOf = (codes: readonly string[], proposal: Proposal): boolean =>
	proposal.count === 'hold' && codes.includes(proposal.rows[0]?.reason.code ?? '');

function followsCell(rule: Extract<Rule, { kind: 'cell' }>, proposal: Proposal): boolean {
	const decision = decide(rule.source, rule.target);
	const [row] = proposal.rows;
	switch (decision.do) {
		case 'create':
		case 'reactivate':
		case 'deactivate':
			return proposal.count === decision.do && row?.action === decision.do;
		case 'update':
		case 'adopt':
			return proposal.count === 'unchanged' || proposal.count === 'update';
		case 'takeover':
			return outline(proposal) === 'update, update TAKEOVER';
		case 'hold':
			return decision.code === 'OWN_ISSUES'
				? proposal.person.status === 'held' && isOneOf(['EMAIL_MISSING'], proposal)
				: isOneOf([decision.code], proposal);
		case 'nothing':
			return proposal.count === decision.count && row === undefined;
		case 'unreachable':
			return false;
	}
}

const RULES_OF_TWO = [
	'before: transfer',
	'before: twin',
	'policy: addressTaken',
	// What was not read leaves open who of the two is whom, and what a move would do.
	'policy: provenPartition',
	'policy: wholeSource',
	'policy: refusedMove',
];
const TRANSFER_HOLDS = ['POSSIBLE_TRANSFER', 'POSSIBLE_REHIRE', 'EMAIL_OF_LEAVER'];

/** The new account, then the end of the old one; a move that stopped half way has only that left. */
const isMove = (proposal: Proposal): boolean =>
	/^((create|reactivate), deactivate MOVE, \2 MOVE|(update|unchanged), deactivate MOVE(, update FIELDS_CHANGED)?)$/.test(
		outline(proposal),
	);

function follows(proposal: Proposal): boolean {
	const { rule, role, target, count } = proposal;
	if (rule.kind === 'cell') {
		const single = target.state !== 'duplicate' && target.elsewhere === null;
		// A person in service by a rule of two records, or elsewhere, never gets as far as the table.
		return (single || proposal.person.status !== 'active') && followsCell(rule, proposal);
	}
	switch (rule.name) {
		case 'ownIssues':
			return target.state === 'duplicate' && isOneOf(['EMAIL_MISSING'], proposal);
		case 'twin':
			return isOneOf(['DUPLICATE_EXTERNAL_ID', 'DUPLICATE_EMAIL'], proposal);
		case 'transfer':
			return role?.as === 'hold'
				? isOneOf(TRANSFER_HOLDS, proposal)
				: role !== null &&
						(count === 'merged' ||
							isMove(proposal) ||
							outline(proposal) === 'update, update TRANSFER');
		case 'noExternalId':
			return isOneOf(['EXTERNAL_ID_MISSING'], proposal);
		case 'severalAccounts':
			return target.state === 'duplicate' && isOneOf(['ALLEO_DUPLICATE'], proposal);
		case 'unrouted':
			return isOneOf(['FILTER_UNROUTED', 'COMPANY_MISSING'], proposal);
		case 'move':
			return isMove(proposal);
		case 'reportIneligible':
			return count === 'unchanged' && proposal.remarks[0]?.code === 'INELIGIBLE_REPORTED';
		case 'grace':
			return count === 'unchanged' && proposal.remarks[0]?.code === 'LEAVES_ON';
		case 'provenPartition':
			return isOneOf(['PARTITION_INCOMPLETE', 'FIELD_VANISHED'], proposal);
		case 'wholeSource':
			return isOneOf(['LEAVER_PART_UNREAD', 'LEAVER_COMPANY_UNREAD'], proposal);
		case 'formerCompany':
			return isOneOf(['FORMER_COMPANY'], proposal);
		case 'refusedMove':
			return isOneOf(['MOVE_REFUSED_BEFORE'], proposal);
		case 'requiredFields':
			return isOneOf(['EMAIL_MISSING', 'NAME_MISSING'], proposal);
		case 'addressTaken':
			return isOneOf(['EMAIL_TAKEN'], proposal);
	}
}

test('what is proposed follows from the rule that it names, and carries its reason', () => {
	fc.assert(
		fc.property(world(), ({ source, alleo, coverage, options }) => {
			const input = inputOf(source, alleo, { ...options, routing: ROUTING }, coverage);
			const examined = examine(input);
			if (!examined.ok) throw new Error(examined.problem.code);
			for (const proposal of examined.value.proposals) {
				const told = `${ruleText(proposal.rule)}: ${outline(proposal)}`;
				expect([told, follows(proposal)]).toEqual([told, true]);
				const [row] = proposal.rows;
				if (row !== undefined) expect(proposal.reason).toEqual(row.reason);
				// Two records of one person are never the table's to judge; the address may still be taken.
				if (proposal.role !== null && proposal.person.status !== 'held')
					expect(RULES_OF_TWO).toContain(ruleText(proposal.rule));
			}
		}),
		replayable(),
	);
});
