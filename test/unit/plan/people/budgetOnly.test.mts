import { normalize } from '../../../../core/normalize';
import { run } from '../../../support/people.mts';
import { inputOf, nmbrs } from '../../normalize/support.mts';

/** A plan of employees writes no budgets, from source records on. */

test('a budget that cannot be read holds nobody in a plan of employees, and is a notice there', () => {
	const extraFields = { alleo_monthly_all_budget: 'veel' };
	const people = normalize(inputOf([nmbrs({ extraFields })]));
	if (!people.ok) throw new Error(people.problem.code);
	expect(people.value.map(({ status }) => status)).toEqual(['held']);
	const { rows, summary } = run(people.value, []);
	expect(rows.map(({ action }) => action)).toEqual(['create']);
	expect(rows[0]?.notices.map(({ code }) => code)).toContain('BUDGET_UNREADABLE');
	expect(summary.counts).toMatchObject({ source: 1, create: 1, hold: 0, held: 0 });
});
