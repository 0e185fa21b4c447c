import { itemIssue } from '../../../issues';
import type { IssueCode } from '../../../issues';
import { BUDGET_PATTERN, budgetAboveLimit, isWholeCents } from '../../../model/budget';
import type { BudgetLimits } from '../../../model/budget';
import type { Coverage, Employee, EmployeeStatus } from '../../../model/employee';
import type { Accounts } from '../../accounts';
import { identifier } from '../identify';
import type { LineParts } from '../identify';
import { holdRow, leaveOut } from '../proposal';
import type { Cause, FileProposal } from '../proposal';
import { decideLine, monthlyOf } from './line';
import type { DecidedLine } from './line';
import { givenTo } from './lines';
import type { KnownLines } from './lines';
import type { BudgetFileOptions } from './options';
import { decidedRow, keptRow } from './rows';
import type { Had } from './vanished';
import { vanishedFields } from './vanished';

/**
 * Budgets of the source: from the canonical employees to a row, a hold or a counted reason. A future starter
 * must be in Alleo first (help centre, "Assigning budgets"), so nobody gets a line before the first day.
 */

const LEFT_OUT: Record<EmployeeStatus, IssueCode | null> = {
	active: null,
	held: null,
	upcoming: 'FILE_NOT_STARTED',
	ended: 'FILE_LEFT_SERVICE',
	ineligible: 'FILE_NOT_ELIGIBLE',
};

/** Amounts under Alleo's own names only: another key is no column that Alleo knows. */
const budgetsOf = (person: Employee): Record<string, number> =>
	Object.fromEntries(
		Object.entries(person.budgets).filter(
			([name, amount]) => BUDGET_PATTERN.test(name) && Number.isFinite(amount),
		),
	);

function faultOf(now: Record<string, number>, limits: BudgetLimits): Cause | null {
	const amounts = Object.entries(now);
	const unreadable = amounts.find(([, amount]) => amount < 0);
	if (unreadable !== undefined) {
		return { code: 'BUDGET_UNREADABLE', params: { field: unreadable[0] } };
	}
	const fraction = amounts.find(([, amount]) => !isWholeCents(amount));
	if (fraction !== undefined) return { code: 'BUDGET_CENTS', params: { field: fraction[0] } };
	const above = budgetAboveLimit(now, limits);
	return above === null ? null : { code: 'BUDGET_ABOVE_LIMIT', params: { ...above } };
}

/** Of the line as it would be: a budget that stays because its field vanished counts too. */
function severalMonthly({ cells }: DecidedLine): Cause | null {
	const count = monthlyOf(cells).filter((amount) => amount > 0).length;
	return count > 1 ? { code: 'BUDGET_SEVERAL_MONTHLY', params: { count } } : null;
}

export interface BudgetsOfPeople {
	people: readonly Employee[];
	accounts: Accounts;
	coverage: readonly Coverage[];
	lines: KnownLines;
	limits: BudgetLimits;
	options: BudgetFileOptions;
}

type Settled = { person: Employee } & ({ known: LineParts } | { instead: FileProposal });

/** One proposal for each person, in their order. */
export function proposeBudgets(input: BudgetsOfPeople): FileProposal[] {
	const { people, accounts, coverage, lines, options, limits } = input;
	const identify = identifier(people, accounts);
	const incomplete = incompletePartitions(coverage);
	const settled = people.map((person): Settled => {
		const leftOut = LEFT_OUT[person.status];
		if (leftOut !== null) return { person, instead: leaveOut(leftOut) };
		const found = identify({ person, evidence: {}, notices: [] });
		if (!found.ok) return { person, instead: found.problem };
		if (!incomplete.has(person.source.partition ?? '')) return { person, known: found.value };
		const line = lines.ofAccount.get(found.value.account);
		const code = 'BUDGET_PARTITION_INCOMPLETE';
		return {
			person,
			instead: line === undefined ? leaveOut(code) : keptRow(found.value, line, code, options),
		};
	});
	const had = settled.flatMap((one): Had[] =>
		'known' in one
			? [{ person: one.person, fields: filledOf(givenTo(one.known.account, lines, accounts)) }]
			: [],
	);
	const hasVanished = vanishedFields(people, had, coverage);

	function propose(person: Employee, known: LineParts): FileProposal {
		const before = givenTo(known.account, lines, accounts);
		const now = budgetsOf(person);
		if (Object.keys(now).length === 0 && Object.keys(before ?? {}).length === 0) {
			return leaveOut('FILE_NO_BUDGET');
		}
		const line = decideLine(before ?? {}, now, (field) => hasVanished(person, field), options);
		const fault = faultOf(now, limits) ?? severalMonthly(line);
		if (fault !== null) return holdRow(known, [fault]);
		const own = lines.ofAccount.get(known.account) ?? null;
		const sent = Object.keys(line.sent_before)
			.filter((field) => Object.hasOwn(now, field))
			.map((field) => itemIssue('BUDGET_ONCE_SENT', field, { field }));
		const parts = { ...known, notices: [...sent, ...known.notices] };
		return decidedRow(parts, line, before, own, options);
	}

	return settled.map((one) => ('known' in one ? propose(one.person, one.known) : one.instead));
}

const filledOf = (before: Readonly<Record<string, number>> | null): string[] =>
	Object.entries(before ?? {}).flatMap(([field, amount]) => (amount > 0 ? [field] : []));

/** `''` stands for people without a partition. */
export const incompletePartitions = (coverage: readonly Coverage[]): ReadonlySet<string> =>
	new Set(coverage.flatMap(({ partition, complete }) => (complete ? [] : [partition])));
