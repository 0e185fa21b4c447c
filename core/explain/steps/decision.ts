import { decide } from '../../plan/people/decide';
import type { AlleoEmployee } from '../../model/employee';
import type { Language } from '../../issues';
import { accountRule } from '../account';
import { ruleOf } from '../rule';
import type { Rule } from '../rule';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { codeMessage, decisionWords, sourceWords, targetWords } from '../words';

/** The cell of the decision table in words, or the rule that goes before the table. */

interface Said {
	text: string;
	ok: boolean | null;
	code: string | null;
}

function cellWords(rule: Extract<Rule, { kind: 'cell' }>, language: Language): string {
	return say(language)('cell', {
		source: sourceWords(language)(rule.source),
		target: targetWords(language)(rule.target),
		decision: decisionWords(rule.decision, language),
	});
}

/** Whether the person has access when all this is carried out; null where that is for others to say. */
function givesAccess({ decision, target }: Extract<Rule, { kind: 'cell' }>): boolean | null {
	switch (decision.do) {
		case 'create':
		case 'update':
		case 'adopt':
		case 'reactivate':
			return true;
		case 'nothing':
			return target === 'active';
		default:
			return false;
	}
}

const SPECIAL_WITH_ACCESS: ReadonlySet<string> = new Set([
	'TRANSFER',
	'MOVE',
	'INELIGIBLE_REPORTED',
]);

function specialWords(
	rule: Extract<Rule, { kind: 'special' }>,
	facts: Facts,
	language: Language,
): Said {
	const { role } = facts.subject;
	const merged = role?.as === 'merged';
	const words = merged
		? say(language)('ruleMerged', { record: role.successor.external_id ?? '?' })
		: rule.reason === null
			? say(language)('ruleUnchanged')
			: codeMessage(rule.reason, language);
	const target =
		rule.target === 'several'
			? say(language)('severalTargets')
			: targetWords(language)(rule.target);
	const text = say(language)('special', {
		source: sourceWords(language)(rule.source),
		target,
		rule: words,
	});
	const code = rule.reason?.code ?? null;
	return { text, ok: merged ? null : SPECIAL_WITH_ACCESS.has(code ?? ''), code };
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
			const decision = decide('absent', target);
			const text = cellWords({ kind: 'cell', source: 'absent', target, decision }, language);
			const code = account.is_active ? 'ABSENT_DEACTIVATED' : null;
			return { text, ok: false, code };
		}
	}
}

function said(facts: Facts, language: Language): Said {
	const { proposal, role, account } = facts.subject;
	if (proposal === null) {
		return account === null
			? { text: say(language)('planNothing'), ok: null, code: null }
			: accountWords(account, facts, language);
	}
	const rule = ruleOf(proposal, role);
	if (rule.kind === 'special') return specialWords(rule, facts, language);
	const code = proposal.rows[0]?.reason.code ?? null;
	return { text: cellWords(rule, language), ok: givesAccess(rule), code };
}

export const decision = (facts: Facts, language: Language): Step => ({
	key: 'decision',
	title: say(language)('decisionTitle'),
	...said(facts, language),
});
