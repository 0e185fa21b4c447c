import type { Employee } from '../../../../core/model/employee';
import type { LastBudgets } from '../../../../core/plan/file/lastBudgets';
import { account } from '../../../support/filePlan.mts';
import {
	budgetRun,
	HEALTH,
	linesOf,
	MONTHLY,
	ONCE,
	tripped,
	worker,
} from '../../../support/budgetFile.mts';
import type { BudgetMonth } from '../../../support/budgetFile.mts';

/** Two people who never change stand in every month, so that a field of theirs is never "for nobody". */
const STEADY = [worker(8, { [MONTHLY]: 10, [HEALTH]: 0, [ONCE]: 1 }), worker(9, { [MONTHLY]: 10 })];
const IN_ALLEO = [1, 2, 8, 9].map((number) => account(number));

const isFirst = ({ external_id: id }: { external_id: string | null }): boolean => id === 'nmbrs-1';

const month = (budgets: Record<string, number>, changes = {}) => ({
	source: [worker(1, budgets, changes), ...STEADY],
	alleo: IN_ALLEO,
});

const one = (content: string | null) => linesOf(content)['mens1@example.nl'];

describe('what becomes of one budget', () => {
	const first = budgetRun(month({ [MONTHLY]: 25 }));

	test('new, and then the same: the second run plans nothing', () => {
		expect(first.codes['nmbrs-1']).toBe('BUDGET_NEW');
		const second = budgetRun(month({ [MONTHLY]: 25 }), first.last);
		expect(second).toMatchObject({ rows: [], content: null, summary: { status: 'empty' } });
		expect(second.summary.file?.left_out).toEqual([{ code: 'BUDGET_UNCHANGED', people: 3 }]);
	});

	test('a raise and a cut, with the old and the new amount', () => {
		const raise = budgetRun(month({ [MONTHLY]: 30.5 }), first.last);
		expect(raise.rows.find(({ external_id: id }) => id === 'nmbrs-1')).toMatchObject({
			reason: { code: 'BUDGET_CHANGED' },
			changes: [{ field: MONTHLY, from: 25, to: 30.5 }],
		});
		expect(one(raise.content)).toEqual({ [MONTHLY]: '30.50' });
		expect(raise.codes['nmbrs-9']).toBe('BUDGET_UNCHANGED');
		expect(budgetRun(month({ [MONTHLY]: 20 }), first.last).codes['nmbrs-1']).toBe('BUDGET_CHANGED');
	});

	test('0 is an amount, an emptied field is a stop: both are told apart', () => {
		const zero = budgetRun(month({ [MONTHLY]: 0 }), first.last);
		expect(zero.rows[0]).toMatchObject({ changes: [{ from: 25, to: 0 }] });
		expect(zero.codes['nmbrs-1']).toBe('BUDGET_CHANGED');
		const empty = budgetRun(month({}), first.last);
		expect(empty.rows[0]).toMatchObject({ changes: [{ from: 25, to: null }] });
		expect(empty.codes['nmbrs-1']).toBe('BUDGET_STOPPED');
		expect(one(empty.content)).toEqual({ [MONTHLY]: '0' });
		expect(budgetRun(month({}), empty.last).rows).toEqual([]);
	});

	test('stopped with an empty cell, where that was agreed', () => {
		const sent = { stopped: 'empty' as const };
		const stop = budgetRun({ ...month({}), sent }, first.last);
		expect(one(stop.content)).toEqual({});
		expect(budgetRun({ ...month({}), sent }, stop.last).rows).toEqual([]);
	});

	test('moved from monthly to one-off: one line, one stop and one new', () => {
		const moved = budgetRun(month({ [ONCE]: 300 }), first.last);
		expect(moved.rows[0]).toMatchObject({
			reason: { code: 'BUDGET_CHANGED' },
			changes: [
				{ field: MONTHLY, from: 25, to: null },
				{ field: ONCE, from: null, to: 300 },
			],
		});
		expect(one(moved.content)).toEqual({ [MONTHLY]: '0', [ONCE]: '300.00' });
	});

	test('another category is a stop and a new one; together never two that run', () => {
		const moved = budgetRun(month({ [HEALTH]: 25 }), first.last);
		expect(one(moved.content)).toEqual({ [MONTHLY]: '0', [HEALTH]: '25.00' });
	});

	test('a category that Alleo does not publish is passed on with a remark', () => {
		const run = budgetRun(month({ alleo_monthly_sport_budget: 25 }));
		expect(run.rows[0]?.notices).toMatchObject([
			{ code: 'BUDGET_CATEGORY_UNKNOWN', params: { category: 'sport' } },
		]);
		expect(one(run.content)).toEqual({ alleo_monthly_sport_budget: '25.00' });
	});
});

describe('a one-off is given once', () => {
	const first = budgetRun(month({ [ONCE]: 100.5 }));

	test('in the file in which it is new, and marked after that', () => {
		expect(one(first.content)).toEqual({ [ONCE]: '100.50' });
		const other = {
			...month({ [ONCE]: 100.5 }),
			source: [worker(1, { [ONCE]: 100.5 }), worker(2, { [MONTHLY]: 5 }), ...STEADY],
		};
		const second = budgetRun(other, first.last);
		expect(one(second.content)).toEqual({ 'Sent Before': `${ONCE}=100.50` });
		expect(second.codes['nmbrs-1']).toBe('BUDGET_UNCHANGED');
		expect(second.rows.find(({ external_id: id }) => id === 'nmbrs-1')?.notices).toMatchObject([
			{ code: 'BUDGET_ONCE_SENT' },
		]);
		// And in the third it is known still.
		expect(budgetRun(other, second.last).rows).toEqual([]);
	});

	test('changed: the new amount is filled, and the mark of the old one goes', () => {
		const second = budgetRun(month({ [ONCE]: 150 }), first.last);
		expect(one(second.content)).toEqual({ [ONCE]: '150.00' });
		expect(second.rows[0]).toMatchObject({ changes: [{ from: 100.5, to: 150 }] });
	});

	test('emptied: nothing is taken back by a zero, and the same amount later is a new one', () => {
		const second = budgetRun(month({}), first.last);
		expect(second.codes['nmbrs-1']).toBe('BUDGET_ONCE_CLEARED');
		expect(one(second.content)).toEqual({});
		expect(tripped(second)).toEqual([]);
		const third = budgetRun(month({ [ONCE]: 100.5 }), second.last);
		expect(third.codes['nmbrs-1']).toBe('BUDGET_NEW');
		expect(one(third.content)).toEqual({ [ONCE]: '100.50' });
	});

	test('in every file, where that was agreed', () => {
		const sent = { oneOff: 'everyFile' as const };
		const start = budgetRun({ ...month({ [ONCE]: 100.5 }), sent });
		const raise = { ...month({ [ONCE]: 100.5, [MONTHLY]: 5 }), sent };
		const second = budgetRun(raise, start.last);
		expect(one(second.content)).toEqual({ [MONTHLY]: '5.00', [ONCE]: '100.50' });
		expect(second.rows[0]).toMatchObject({ changes: [{ field: MONTHLY }] });
		expect(budgetRun(raise, second.last).rows).toEqual([]);
	});
});

describe('who leaves', () => {
	const budgets = { [MONTHLY]: 25, [ONCE]: 100 };
	const first = budgetRun(month(budgets));
	const left = { status: 'ended', end_date: '2026-11-20' };

	test.each([
		['while the account is active still', true],
		['also when the daily sync was earlier that day', false],
	])('the budget stops in the file of that day, %s', (_name, is_active) => {
		const alleo = [account(1, { is_active }), ...IN_ALLEO.slice(1)];
		const run = budgetRun({ ...month(budgets, left), alleo }, first.last);
		expect(run.rows[0]).toMatchObject({
			external_id: 'nmbrs-1',
			reason: { code: 'BUDGET_STOPPED' },
			changes: [{ field: MONTHLY, from: 25, to: null }],
		});
		expect(one(run.content)).toEqual({ [MONTHLY]: '0', 'Sent Before': `${ONCE}=100.00` });
		const { counts, file } = run.summary;
		expect(counts).toMatchObject({ source: 3, update: 3, unchanged: 0, absent: 0 });
		expect(file?.left_out).toEqual([]);
	});

	test('afterwards the line goes, counted, and that alone is no file', () => {
		const alleo = [account(1, { is_active: false }), ...IN_ALLEO.slice(1)];
		const stop = budgetRun({ ...month(budgets, left), alleo }, first.last);
		const quiet = budgetRun({ ...month(budgets, left), alleo }, stop.last);
		expect(quiet.rows).toEqual([]);
		const emptied = { [MONTHLY]: 25 };
		const source = [worker(1, emptied, left), ...STEADY, worker(2, { [MONTHLY]: 5 })];
		const next = budgetRun({ source, alleo }, stop.last);
		expect(one(next.content)).toBeUndefined();
		expect(next.summary.file?.remarks).toContainEqual({
			code: 'BUDGET_LINE_ENDED',
			params: {},
			people: 1,
		});
	});

	test('with nothing but a one-off that was sent before there is nothing to stop', () => {
		const start = budgetRun(month({ [ONCE]: 100 }));
		expect(budgetRun(month({ [ONCE]: 100 }, left), start.last).rows).toEqual([]);
	});

	test('a no to access stops it; an empty access field says nothing', () => {
		const reason = (code: string) => ({ status: 'ineligible', reason: { code, text: '' } });
		expect(budgetRun(month(budgets, reason('ACCESS_NO')), first.last).codes['nmbrs-1']).toBe(
			'BUDGET_STOPPED',
		);
		expect(budgetRun(month(budgets, reason('ACCESS_EMPTY')), first.last).rows).toEqual([]);
	});

	test('left out by the approver: the line of last time stays', () => {
		const run = budgetRun({ ...month(budgets, left), leaveOut: isFirst }, first.last);
		expect(one(run.content)).toEqual({ [MONTHLY]: '25.00', 'Sent Before': `${ONCE}=100.00` });
	});
});

test('left out on the first day has no line, and is new again in the next plan', () => {
	const run = budgetRun({ ...month({ [ONCE]: 100 }), leaveOut: isFirst });
	expect(one(run.content)).toBeUndefined();
	expect(budgetRun(month({ [ONCE]: 100 }), run.last).codes['nmbrs-1']).toBe('BUDGET_NEW');
});

test('a future starter gets no line before the first day', () => {
	const run = budgetRun(month({ [MONTHLY]: 25 }, { status: 'upcoming' }));
	expect(run.summary.file?.left_out).toEqual([{ code: 'FILE_NOT_STARTED', people: 1 }]);
});

describe('somebody who comes back', () => {
	const others = (amount: number) =>
		[2, 3, 4].map((number) => worker(number, { [MONTHLY]: amount, [ONCE]: 5 }));
	const alleo = (isActive: boolean) => [
		account(1, { is_active: isActive }),
		...[2, 3, 4].map((number) => account(number)),
	];
	const HAD = { [MONTHLY]: 25, [ONCE]: 300 };
	const ended = (budgets: Record<string, number>) =>
		worker(1, budgets, { status: 'ended', end_date: '2026-10-31' });
	const line = (content: string | null) => linesOf(content)['mens1@example.nl'];

	function months(away: Record<string, number>, sent: BudgetMonth['sent'] = {}) {
		const first = budgetRun({ source: [worker(1, HAD), ...others(25)], alleo: alleo(true), sent });
		const month = (person: Employee, amount: number, isActive: boolean, last: LastBudgets) =>
			budgetRun({ source: [person, ...others(amount)], alleo: alleo(isActive), sent }, last);
		const left = month(ended(HAD), 25, false, first.last);
		const gone = month(ended(away), 26, false, left.last);
		return { gone, back: month(worker(1, HAD), 26, true, gone.last) };
	}

	test('after an end that was a mistake: a one-off that was given is not given again', () => {
		const { gone, back } = months(HAD);
		expect(line(gone.content)).toEqual({ [MONTHLY]: '0', 'Sent Before': `${ONCE}=300.00` });
		expect(gone.codes['nmbrs-1']).toBe('BUDGET_UNCHANGED');
		expect(gone.rows.flatMap(({ notices }) => notices.map(({ code }) => code))).toContain(
			'BUDGET_ONCE_REMEMBERED',
		);
		expect(line(back.content)).toEqual({ [MONTHLY]: '25.00', 'Sent Before': `${ONCE}=300.00` });
	});

	test('and is, where the field was emptied in between, or where it stands in every file', () => {
		const emptied = months({});
		expect(line(emptied.gone.content)).toBeUndefined();
		expect(line(emptied.back.content)).toEqual({ [MONTHLY]: '25.00', [ONCE]: '300.00' });
		const { gone } = months(HAD, { oneOff: 'everyFile' });
		expect(line(gone.content)).toBeUndefined();
	});
});
