import type { SourceState, TargetState } from './decide';

/** The rules that go before the table, in their order (before.ts). */
export type BeforeName =
	| 'ownIssues'
	| 'twin'
	| 'transfer'
	| 'noExternalId'
	| 'severalAccounts'
	| 'unrouted'
	| 'move';

/** What may still stop or change what was decided (policies.ts), and the addresses at the end (claims.ts). */
export type PolicyName =
	| 'reportIneligible'
	| 'grace'
	| 'provenPartition'
	| 'wholeSource'
	| 'formerCompany'
	| 'refusedMove'
	| 'requiredFields'
	| 'addressTaken';

/** What decided about a person, set where it is decided: nobody has to guess it back. */
export type Rule =
	| { kind: 'before'; name: BeforeName }
	| { kind: 'cell'; source: SourceState; target: TargetState }
	| { kind: 'policy'; name: PolicyName };

/** `active / none`, `before: twin`: for tables, tests and messages to engineers. */
export const ruleText = (rule: Rule): string =>
	rule.kind === 'cell' ? `${rule.source} / ${rule.target}` : `${rule.kind}: ${rule.name}`;
