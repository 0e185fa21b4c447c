import { groupBy } from '../../../model/collect';
import { budgetPeriod, sumEuros } from '../../../model/budget';
import type { FileBudgets } from '../../../model/summary';
import type { Draft } from '../../planHash';
import { monthlyOf } from './line';
import type { KnownLine } from './lines';

/** What a plan of budgets comes to, in EUR: last time, with this file, and what it newly gives once. */

/** A row with what its account was given until now. */
export interface CountedLine {
	row: Draft;
	before: Readonly<Record<string, number>>;
}

const monthlyTotal = (amounts: ReadonlyArray<Readonly<Record<string, number>>>): number =>
	sumEuros(amounts.flatMap(monthlyOf));

/** One-offs that the row newly gives: those that it repeats are no money of this file. */
const newOneOffs = ({ action, changes }: Draft): number[] =>
	action === 'update'
		? changes.flatMap(({ field, to }) =>
				budgetPeriod(field) === 'oneoff' && typeof to === 'number' ? [to] : [],
			)
		: [];

export function totalBudgetLines(
	counted: readonly CountedLine[],
	companyId: number | null,
	gone: readonly KnownLine[] = [],
): FileBudgets {
	const people = (code: string): number =>
		counted.filter(({ row }) => row.action === 'update' && row.reason.code === code).length;
	return {
		alleo_company_id: companyId,
		new: people('BUDGET_NEW'),
		changed: people('BUDGET_CHANGED') + people('BUDGET_ONCE_CLEARED'),
		stopped: people('BUDGET_STOPPED'),
		unchanged: people('BUDGET_UNCHANGED'),
		monthly_before: monthlyTotal([
			...counted.map(({ before }) => before),
			...gone.map(({ given }) => given),
		]),
		monthly_after: monthlyTotal(counted.map(({ row }) => row.budgets)),
		oneoff_new: sumEuros(counted.flatMap(({ row }) => newOneOffs(row))),
	};
}

/** One for each Alleo company, by its number. */
export function totalsByCompany(counted: readonly CountedLine[]): FileBudgets[] {
	const companies = groupBy(counted, ({ row }) => row.alleo_company_id);
	return [...companies]
		.sort(([a], [b]) => a - b)
		.map(([company, own]) => totalBudgetLines(own, company));
}
