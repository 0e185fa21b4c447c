import { decide } from '../../plan/people/decide';
import type { Proposal } from '../../plan/people/proposal';
import type { AlleoEmployee } from '../../model/employee';
import type { Language } from '../../issues';
import { sourceState } from '../../plan/people/case';
import type { Rule } from '../../plan/people/rule';
import { accountRule } from '../account';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { codeMessage, decisionWords, sourceWords, targetWords } from '../words';

/** The cell of the decision table in words, or the rule that goes before or after the table. */

interface Said {
	text: string;
	ok: boolean | null;
	code: string | null;
}

type Cell = Pick<Extract<Rule, { kind: 'cell' }>, 'source' | 'target'>;

const cellWords = ({ source, target }: Cell, language: Language): string =>
	say(language)('cell', {
		source: sourceWords(language)(source),
		target: targetWords(language)(target),
		decision: decisionWords(decide(source, target), language),
	});

/** Whether the person has access when all this is carried out. */
function givesAccess({ source, target }: Cell): boolean {
	const decision = decide(source, target);
	switch (decision.do) {
		case 'create':
		case 'update':
		case 'adopt':
		case 'takeover':
		case 'reactivate':
			return true;
		case 'nothing':
			return target === 'active';
		default:
			return false;
	}
}

/** What another rule than the table says; of a record that went on the other record tells. */
function ruleWords({ reason, role }: Proposal, language: Language): string {
	if (reason !== null) return codeMessage(reason, language);
	const record = role?.as === 'merged' ? role.successor.external_id : null;
	return say(language)('ruleMerged', { record: record ?? '?' });
}

function otherRule(proposal: Proposal, language: Language): Said {
	const { target, count, reason, person } = proposal;
	const text = say(language)('special', {
		source: sourceWords(language)(sourceState(person)),
		target:
			target.state === 'duplicate'
				? say(language)('severalTargets')
				: targetWords(language)(target.state),
		rule: ruleWords(proposal, language),
	});
	return { text, ok: count === 'merged' ? null : count !== 'hold', code: reason?.code ?? null };
}

function accountWords(account: AlleoEmployee, facts: Facts, language: Language): Said {
	const target = account.is_active ? 'active' : 'inactive';
	const absent = say(language)('absentReported', { target: targetWords(language)(target) });
	switch (accountRule(account, facts)) {
		case 'otherCompany': {
			const text = say(language)('otherCompany', { company: account.company_id });
			return { text, ok: null, code: null };
		}
		case 'notOurs':
			return { text: say(language)('notOurs'), ok: null, code: null };
		case 'doubted': {
			const text = `${absent} ${say(language)('absentDoubted')}`;
			return { text, ok: null, code: 'ABSENT_REPORTED' };
		}
		case 'absent':
			return { text: absent, ok: null, code: 'ABSENT_REPORTED' };
		case 'leaving':
		case 'inactive': {
			const text = cellWords({ source: 'absent', target }, language);
			const code = account.is_active ? 'ABSENT_DEACTIVATED' : null;
			return { text, ok: false, code };
		}
	}
}

function said(facts: Facts, language: Language): Said {
	const { proposal, account } = facts.subject;
	if (proposal === null) {
		return account === null
			? { text: say(language)('planNothing'), ok: null, code: null }
			: accountWords(account, facts, language);
	}
	const { rule, reason } = proposal;
	if (rule.kind !== 'cell') return otherRule(proposal, language);
	return {
		text: cellWords(rule, language),
		ok: givesAccess(rule),
		code: reason?.code ?? null,
	};
}

export const decision = (facts: Facts, language: Language): Step => ({
	key: 'decision',
	title: say(language)('decisionTitle'),
	...said(facts, language),
});
