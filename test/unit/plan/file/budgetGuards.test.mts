import { readLastBudgets } from '../../../../core/plan/file/lastBudgets';
import { NOT_OVERRIDABLE } from '../../../../core/plan/options';
import { account, plan, planInput, range } from '../../../support/filePlan.mts';
import {
	budgetRun,
	guardOf,
	MONTHLY,
	ONCE,
	tripped,
	worker,
} from '../../../support/budgetFile.mts';
import type { BudgetMonth } from '../../../support/budgetFile.mts';

const alleo = (count: number, company: (number: number) => number = () => 41) =>
	range(count).map((number) => account(number, { company_id: company(number) }));

/** @param amount of each person by number, from 1; null: no field */
const firm = (count: number, amount: (number: number) => number | null) =>
	range(count).map((number) => {
		const euros = amount(number);
		return worker(number, euros === null ? {} : { [MONTHLY]: euros });
	});

const twenty = budgetRun({ source: firm(20, () => 25), alleo: alleo(20) });

const against = (amount: (number: number) => number | null, changes = {}) =>
	budgetRun({ source: firm(20, amount), alleo: alleo(20), ...changes }, twenty.last);

test('the first file is compared with nothing, however small, and is not judged by its rise', () => {
	expect(tripped(twenty)).toEqual(['BUDGET_NOT_COMPARED']);
	expect(tripped(budgetRun({ source: firm(1, () => 25), alleo: alleo(1) }))).toEqual([
		'BUDGET_NOT_COMPARED',
	]);
	expect(guardOf(twenty, 'BUDGET_TOTAL_RISE')).toBeUndefined();
});

test('10 % more a month is normal, a cent more is not', () => {
	expect(
		guardOf(
			against((n) => (n <= 2 ? 50 : 25)),
			'BUDGET_TOTAL_RISE',
		),
	).toMatchObject({
		tripped: false,
		limit: 550,
		actual: 550,
		params: { before: 500 },
	});
	const more = against((n) => (n === 1 ? 50.01 : n === 2 ? 50 : 25));
	expect(tripped(more)).toEqual(['BUDGET_TOTAL_RISE']);
	expect(
		tripped(
			against((n) => (n === 1 ? 100 : 25), { sent: { limits: { ...LIMITS, risePercent: 15 } } }),
		),
	).toEqual([]);
});

const LIMITS = {
	totalMonthly: 25_000,
	totalOneoff: 25_000,
	risePercent: 10,
	stopPercent: 10,
	notComparedPercent: 10,
};

test('each Alleo company for itself: a move between two is a rise in one of them', () => {
	const company = (number: number) => (number <= 10 ? 41 : 42);
	const start = budgetRun({ source: firm(20, () => 25), alleo: alleo(20, company) });
	const amount = (number: number) => (number <= 10 ? 20 : 30);
	const run = budgetRun({ source: firm(20, amount), alleo: alleo(20, company) }, start.last);
	const rises = run.summary.guards.filter(({ code }) => code === 'BUDGET_TOTAL_RISE');
	expect(rises.map(({ scope, tripped: trips }) => [scope.id, trips])).toEqual([
		[null, false],
		['41', false],
		['42', true],
	]);
	expect(run.summary.file?.budgets).toMatchObject([
		{ alleo_company_id: null, monthly_before: 500, monthly_after: 500, changed: 20 },
		{ alleo_company_id: 41, monthly_before: 250, monthly_after: 200 },
		{ alleo_company_id: 42, monthly_before: 250, monthly_after: 300 },
	]);
});

test('an absolute limit of one company, a month and once', () => {
	const limits = { ...LIMITS, totalMonthly: 499, totalOneoff: 49 };
	const source = firm(20, () => 25).map((person, at) =>
		at < 5 ? { ...person, budgets: { ...person.budgets, [ONCE]: 10 } } : person,
	);
	const run = budgetRun({ source, alleo: alleo(20), sent: { limits } }, twenty.last);
	expect(tripped(run)).toEqual(['BUDGET_TOTAL_LIMIT', 'BUDGET_ONEOFF_LIMIT']);
	expect(guardOf(run, 'BUDGET_ONEOFF_LIMIT')).toMatchObject({ actual: 50, limit: 49 });
	// What was sent before is no money of this file.
	const raise = source.map((person, at) =>
		at === 0 ? { ...person, budgets: { ...person.budgets, [MONTHLY]: 26 } } : person,
	);
	const next = budgetRun({ source: raise, alleo: alleo(20), sent: { limits } }, run.last);
	expect(tripped(next)).toEqual(['BUDGET_TOTAL_LIMIT']);
});

test('many whose budget stops or falls', () => {
	expect(tripped(against((n) => (n <= 3 ? 20 : 25)))).toEqual([]);
	expect(tripped(against((n) => (n <= 2 ? 20 : n <= 4 ? null : 25)))).toEqual([
		'BUDGET_STOP_LIMIT',
	]);
	expect(tripped(against((n) => (n <= 4 ? 0 : 25)))).toEqual(['BUDGET_STOP_LIMIT']);
});

test('many who are not in the last file', () => {
	const source = [...firm(20, () => 25), ...range(4).map((n) => worker(20 + n, { [ONCE]: 1 }))];
	const run = budgetRun({ source, alleo: alleo(24) }, twenty.last);
	expect(tripped(run)).toEqual(['BUDGET_NOT_COMPARED']);
	expect(guardOf(run, 'BUDGET_NOT_COMPARED')).toMatchObject({ actual: 4, limit: 3 });
});

test('many on hold', () => {
	expect(tripped(against((n) => (n <= 4 ? 5000 : n === 5 ? 26 : 25)))).toEqual(['FLEX_HELD_LIMIT']);
});

test('a last file that cannot be read is none to approve without', () => {
	const run = budgetRun({ source: firm(3, () => 25), alleo: alleo(3) }, readLastBudgets('Email;x'));
	expect(guardOf(run, 'BUDGET_PREVIOUS_UNREADABLE')).toMatchObject({ tripped: true });
	expect(NOT_OVERRIDABLE.has('BUDGET_PREVIOUS_UNREADABLE')).toBe(true);
});

test('no file where one was sent before', () => {
	const given = { source: firm(3, () => 25), alleo: alleo(3), sentBefore: true };
	expect(tripped(budgetRun(given))).toContain('FILE_PREVIOUS_GONE');
	expect(tripped(budgetRun(given, twenty.last))).not.toContain('FILE_PREVIOUS_GONE');
	const { summary } = plan(planInput(3, { sentBefore: true }));
	expect(summary.guards).toContainEqual(
		expect.objectContaining({ code: 'FILE_PREVIOUS_GONE', tripped: true }),
	);
});

test('a folder that cannot be used says why, in the language of the reader, and cannot be approved', () => {
	const folder = 'DELIVERY_CUT' as const;
	const lastBudgets = { state: 'failed', problem: 'x' } as const;
	const run = budgetRun({ source: firm(3, () => 25), alleo: alleo(3), folder }, lastBudgets);
	expect(tripped(run)).toContain('FILE_FOLDER_UNUSABLE');
	expect(tripped(run)).not.toContain('BUDGET_PREVIOUS_UNREADABLE');
	expect(run.summary.report_markdown).toContain('Een proefbestand in de map');
	const pay = plan(planInput(3, { folder, previous: { state: 'failed', problem: 'x' } }));
	const codes = pay.summary.guards.filter((one) => one.tripped).map(({ code }) => code);
	expect(codes).toContain('FILE_FOLDER_UNUSABLE');
	expect(codes).not.toContain('FLEX_PREVIOUS_UNREADABLE');
});

test('where no line changes, money is no question and nothing waits', () => {
	const limits = { ...LIMITS, totalMonthly: 1 };
	const run = against(() => 25, { sent: { limits } });
	expect(run.summary).toMatchObject({ status: 'empty', needs_approval: false });
});

describe('a file in the place of one that Alleo did not fetch yet', () => {
	const first = budgetRun({
		source: [worker(1, { [ONCE]: 300 }), worker(2, { [MONTHLY]: 25 })],
		alleo: alleo(2),
	});
	const second = (lastWritten: string | null, given: Partial<BudgetMonth> = {}) =>
		budgetRun(
			{
				source: [worker(1, { [ONCE]: 300 }), worker(2, { [MONTHLY]: 26 })],
				alleo: alleo(2),
				createdAt: '2026-11-28T12:00:00.000Z',
				lastWritten,
				...given,
			},
			first.last,
		);

	test.each([
		['2026-11-28T02:44:59.000Z', false],
		['2026-11-28T02:45:00.000Z', true],
		['2026-11-28T11:59:00.000Z', true],
		// The clock of the server may be ahead.
		['2026-11-28T12:05:00.000Z', true],
		['2026-10-01T06:00:00.000Z', false],
		[null, false],
	])('written at %s', (written, waits) => {
		const run = second(written);
		expect(tripped(run).includes('BUDGET_NOT_FETCHED')).toBe(waits);
		if (waits) expect(guardOf(run, 'BUDGET_NOT_FETCHED')).toMatchObject({ actual: 1 });
	});

	test('not where it gave nothing once, where nothing is sent, or where it is repeated anyway', () => {
		const written = '2026-11-28T11:59:00.000Z';
		const third = second('2026-11-01T00:00:00.000Z');
		const source = [worker(1, { [ONCE]: 300 }), worker(2, { [MONTHLY]: 27 })];
		const next = budgetRun({ source, alleo: alleo(2), lastWritten: written }, third.last);
		expect(tripped(next)).not.toContain('BUDGET_NOT_FETCHED');
		const same = [worker(1, { [ONCE]: 300 }), worker(2, { [MONTHLY]: 25 })];
		expect(tripped(second(written, { source: same }))).toEqual([]);
		expect(tripped(second(written, { sent: { oneOff: 'everyFile' } }))).not.toContain(
			'BUDGET_NOT_FETCHED',
		);
	});
});
