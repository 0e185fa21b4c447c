import { presentFieldsDetail, FIELDS_PRESENT } from '../../core/model/fieldsPresent';
import { budgetRun, MONTHLY, ONCE, worker } from './budgetFile.mts';
import { account, range } from './filePlan.mts';

/** People with budgets by number, their accounts, and what was read of their company. */

export const everybody = (count: number, budgets: Record<string, number>) =>
	range(count).map((number) => worker(number, budgets));
export const accountsOf = (count: number) => range(count).map((number) => account(number));
export const budgetCoverage = (complete: boolean, present?: string[]) => [
	{
		partition: 'company-1',
		name: 'Bakkerij BV',
		complete,
		employees: 10,
		checks:
			present === undefined
				? []
				: [{ code: FIELDS_PRESENT, ok: true, detail: presentFieldsDetail(present) }],
	},
];

/** Ten people with a monthly budget and a one-off, and the first file of theirs. */
export const ten = budgetRun({
	source: everybody(10, { [MONTHLY]: 25, [ONCE]: 5 }),
	alleo: accountsOf(10),
});
