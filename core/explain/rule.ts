import { decide } from '../plan/people/decide';
import type { Decision, SourceState, TargetState } from '../plan/people/decide';
import { sourceState } from '../plan/people/judge';
import type { Proposal } from '../plan/people/proposal';
import type { Reason } from '../model/employee';
import { itemReason } from '../issues';
import type { Subject } from './types';

/** Which rule decided: a cell of the decision table, or one of the rules that go before it. */
export type Rule =
	| { kind: 'cell'; source: SourceState; target: TargetState; decision: Decision }
	| {
			kind: 'special';
			source: SourceState;
			target: TargetState | 'several';
			reason: Reason | null;
	  };

/** True where what is proposed is what the cell says. */
function follows(decision: Decision, proposal: Proposal): boolean {
	const reason = proposal.rows[0]?.reason.code;
	switch (decision.do) {
		case 'create':
		case 'reactivate':
		case 'deactivate':
			return proposal.count === decision.do && reason !== 'MOVE';
		case 'update':
		case 'adopt':
			return proposal.count === 'unchanged' || proposal.count === 'update';
		case 'hold':
			return (
				proposal.count === 'hold' && (decision.code === 'OWN_ISSUES' || decision.code === reason)
			);
		case 'nothing':
			return proposal.count === decision.count;
		case 'unreachable':
			return false;
	}
}

/** The rule behind the proposal of one person of the source. */
export function ruleOf(proposal: Proposal, role: Subject['role']): Rule {
	const source = sourceState(proposal.person);
	const { target, rows, remarks } = proposal;
	const state = target === null || target.state === 'duplicate' ? 'several' : target.state;
	if (state !== 'several') {
		const decision = decide(source, state);
		const twin = rows[0]?.reason.code.startsWith('DUPLICATE_') === true;
		if (role === null && !twin && follows(decision, proposal)) {
			return { kind: 'cell', source, target: state, decision };
		}
	}
	const reported = remarks.find(({ code }) => code === 'INELIGIBLE_REPORTED');
	const reason =
		rows[0]?.reason ?? (reported === undefined ? null : itemReason(reported.code, reported.params));
	return { kind: 'special', source, target: state, reason };
}
