import type { Accounts } from '../accounts';
import { budgetPeriod } from '../../model/budget';
import type { Employee, EmployeeStatus } from '../../model/employee';
import type { IssueCode } from '../../issues';
import { BUDGET_PATTERN } from '../../normalize/mapping';
import { matchAccount } from './accounts';
import { fileRow, holdForIssues, holdRow, leaveOut } from './proposal';
import type { FileProposal } from './proposal';

/**
 * Budgets: from the canonical employees to a row, a hold or a counted reason. A future starter must be
 * in Alleo first (help centre, "Assigning budgets"), so nobody gets a line before the first day.
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

function propose(
	person: Employee,
	accounts: Accounts,
	twins: ReadonlyMap<string, number>,
): FileProposal {
	const leftOut = LEFT_OUT[person.status];
	if (leftOut !== null) return leaveOut(leftOut);
	const parts = { person, account: null, email: null, evidence: {}, notices: [] };
	if (person.external_id === null) return holdForIssues(parts, person.issues);
	const match = matchAccount(accounts, person.external_id);
	if (match.kind === 'leftOut') return leaveOut(match.code);
	const { account } = match;
	const known = { ...parts, account, email: account?.email ?? null };
	if (match.kind === 'hold') return holdRow(known, [match]);
	const count = twins.get(person.external_id) ?? 1;
	if (count > 1) {
		return holdRow(known, [{ code: 'DUPLICATE_EXTERNAL_ID', params: { count } }]);
	}
	if (person.status === 'held') return holdForIssues(known, person.issues);
	const budgets = budgetsOf(person);
	const amounts = Object.entries(budgets);
	if (amounts.length === 0) return leaveOut('FILE_NO_BUDGET');
	const unreadable = amounts.find(([, amount]) => amount < 0);
	if (unreadable !== undefined) {
		return holdRow(known, [{ code: 'BUDGET_UNREADABLE', params: { field: unreadable[0] } }]);
	}
	const monthly = amounts.filter(
		([name, amount]) => amount > 0 && budgetPeriod(name) === 'monthly',
	).length;
	if (monthly > 1) {
		return holdRow(known, [{ code: 'BUDGET_SEVERAL_MONTHLY', params: { count: monthly } }]);
	}
	return fileRow(
		{ ...known, email: match.email },
		{ code: 'BUDGET_READY', params: {} },
		{ budgets },
	);
}

export function proposeBudgets(people: readonly Employee[], accounts: Accounts): FileProposal[] {
	const twins = new Map<string, number>();
	for (const { external_id: id } of people) {
		if (id !== null) twins.set(id, (twins.get(id) ?? 0) + 1);
	}
	return people.map((person) => propose(person, accounts, twins));
}
