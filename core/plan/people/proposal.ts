import type { AlleoEmployee, Employee, Reason } from '../../model/employee';
import { budgetAboveLimit } from '../../model/budget';
import type { BudgetLimits } from '../../model/budget';
import { meansNever } from '../../model/dates';
import { itemIssue } from '../../issues';
import type { IssueCode, IssueParams } from '../../issues';
import { hasGroup } from '../accounts';
import type { Accounts } from '../accounts';
import type { Rule } from './rule';
import type { PersonCount } from './decide';
import type { Draft } from '../planHash';
import type { Target } from './target';
import type { TransferRole } from './roles';

/** What happens to one person of the source: counted once, with the rows it takes. */
export interface Proposal {
	person: Employee;
	count: PersonCount;
	rows: Draft[];
	/** The account that the person is matched to, for guards. */
	account: AlleoEmployee | null;
	/** Codes of remarks that need no row. */
	remarks: Array<{ code: IssueCode; params: IssueParams; date: string | null }>;
	/** The group of the person that Alleo does not have. */
	lacking?: string;
	/** Who the person is in Alleo, as the decision saw it. */
	target: Target;
	/** Set where the record is one of two records of one person. */
	role: TransferRole | null;
	/** What decided. */
	rule: Rule;
	/** Why, in the catalogue's words: that of the first row, or the rule's own where no row says it. */
	reason: Reason | null;
}

/** What a reader wants to know although nothing is due today: dates, a budget that looks too high. */
export function addRemarks(
	result: Proposal,
	accounts: Accounts,
	referenceDate: string,
	budgetLimits: BudgetLimits,
): Proposal {
	const { person } = result;
	// The end of the account that a move leaves says nothing about where the person is now.
	const row = result.rows.filter(({ action }) => action !== 'deactivate').at(-1);
	const companyId = row?.alleo_company_id ?? result.account?.company_id;
	if (
		person.status === 'active' &&
		person.group !== null &&
		companyId !== undefined &&
		companyId !== null &&
		!hasGroup(accounts, companyId, person.group)
	) {
		// Once for everybody of the group (summary.ts); and on the row that is written without it.
		result.lacking = person.group;
		if (row !== undefined && row.action !== 'hold') {
			row.notices = [...row.notices, itemIssue('GROUP_UNKNOWN', 'group')];
		}
	}
	if (person.status === 'upcoming' && person.start_date !== null) {
		result.remarks.push({
			code: 'UPCOMING_START',
			params: { date: person.start_date },
			date: person.start_date,
		});
	}
	const above = budgetAboveLimit(person.budgets, budgetLimits);
	if (person.status === 'active' && above !== null) {
		const row = result.rows.at(-1);
		const notice = itemIssue('BUDGET_ABOVE_LIMIT', above.field, { ...above });
		if (row !== undefined) row.notices = [...row.notices, notice];
		else result.remarks.push({ code: 'BUDGET_ABOVE_LIMIT', params: { ...above }, date: null });
	}
	if (
		person.status === 'active' &&
		person.end_date !== null &&
		person.end_date >= referenceDate &&
		!meansNever(person.end_date)
	) {
		result.remarks.push({
			code: 'UPCOMING_END',
			params: { date: person.end_date },
			date: person.end_date,
		});
	}
	return result;
}
