import type { Accounts } from '../accounts';
import { budgetAboveLimit, budgetPeriod } from '../../model/budget';
import type { BudgetLimits } from '../../model/budget';
import type { Employee, EmployeeStatus } from '../../model/employee';
import type { IssueCode } from '../../issues';
import { BUDGET_PATTERN } from '../../normalize/mapping';
import { identifier } from './identify';
import type { LineParts } from './identify';
import { fileRow, holdRow, leaveOut } from './proposal';
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

function propose(person: Employee, known: LineParts, limits: BudgetLimits): FileProposal {
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
	const above = budgetAboveLimit(budgets, limits);
	if (above !== null) {
		return holdRow(known, [{ code: 'BUDGET_ABOVE_LIMIT', params: { ...above } }]);
	}
	return fileRow(known, { code: 'BUDGET_READY', params: {} }, { budgets });
}

export function proposeBudgets(
	people: readonly Employee[],
	accounts: Accounts,
	limits: BudgetLimits,
): FileProposal[] {
	const identify = identifier(people, accounts);
	return people.map((person) => {
		const leftOut = LEFT_OUT[person.status];
		if (leftOut !== null) return leaveOut(leftOut);
		const found = identify({ person, evidence: {}, notices: [] });
		return found.ok ? propose(person, found.value, limits) : found.problem;
	});
}
