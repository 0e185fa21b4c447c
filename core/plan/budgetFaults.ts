import { itemReason } from '../issues';
import type { Employee } from '../model/employee';

/** A plan of people writes no budgets: what is wrong with one holds nobody here, and stays as a remark. */
export const withoutBudgetFaults = (person: Employee): Employee =>
	person.status === 'held' && person.budget_only === true
		? {
				...person,
				status: 'active',
				reason: itemReason('IN_SERVICE'),
				issues: [],
				notices: [...person.issues, ...person.notices],
			}
		: person;
