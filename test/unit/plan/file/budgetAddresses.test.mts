import { readLastBudgets } from '../../../../core/plan/file/lastBudgets';
import {
	budgetRun,
	guardOf,
	linesOf,
	MONTHLY,
	ONCE,
	worker,
} from '../../../support/budgetFile.mts';
import { account } from '../../../support/filePlan.mts';
import { accountsOf, everybody, ten } from '../../../support/tenBudgets.mts';

/** Money was given to an account: it stays whose it is when an address, an id or a company changes. */

describe('an address, an external id and a company may change', () => {
	const source = everybody(10, { [MONTHLY]: 25, [ONCE]: 5 });

	test('another address in Alleo: the same account, no new budget, and no absent person', () => {
		const moved = [account(1, { email: 'mens1.smit@example.nl' }), ...accountsOf(10).slice(1)];
		const run = budgetRun({ source, alleo: moved }, ten.last);
		expect(run.rows[0]).toMatchObject({
			changes: [],
			notices: [{ code: 'BUDGET_ADDRESS_CHANGED' }, { code: 'BUDGET_ONCE_SENT' }],
		});
		const lines = linesOf(run.content);
		expect(lines['mens1.smit@example.nl']).toEqual({
			[MONTHLY]: '25.00',
			'Sent Before': `${ONCE}=5.00`,
		});
		expect(lines['mens1@example.nl']).toBeUndefined();
		expect(budgetRun({ source, alleo: moved }, run.last).rows).toEqual([]);
	});

	test('the address is somebody else’s by now: each account has its own line', () => {
		const swapped = [
			account(1, { email: 'mens2@example.nl' }),
			account(2, { email: 'mens1@example.nl' }),
			...accountsOf(10).slice(2),
		];
		const two = budgetRun({
			source: [worker(1, { [ONCE]: 1 }), worker(2, { [ONCE]: 2 })],
			alleo: accountsOf(2),
		});
		const run = budgetRun(
			{ source: [worker(1, { [ONCE]: 1 }), worker(2, { [ONCE]: 2 })], alleo: swapped },
			two.last,
		);
		expect(linesOf(run.content)).toEqual({
			'mens2@example.nl': { 'Sent Before': `${ONCE}=1.00` },
			'mens1@example.nl': { 'Sent Before': `${ONCE}=2.00` },
		});
	});

	test('another Alleo company: the monthly budget is new there, the one-off was given', () => {
		const moved = [
			account(1, { is_active: false }),
			account(1, { id: 901, company_id: 42, email: 'mens1@zuid.example' }),
			...accountsOf(10).slice(1),
		];
		const run = budgetRun({ source, alleo: moved }, ten.last);
		expect(run.rows.find(({ alleo_id: id }) => id === 901)).toMatchObject({
			reason: { code: 'BUDGET_NEW' },
			changes: [{ field: MONTHLY, from: null, to: 25 }],
		});
		const lines = linesOf(run.content);
		expect(lines['mens1@zuid.example']).toEqual({
			[MONTHLY]: '25.00',
			'Sent Before': `${ONCE}=5.00`,
		});
		expect(lines['mens1@example.nl']).toEqual({ [MONTHLY]: '0', 'Sent Before': `${ONCE}=5.00` });
		expect(budgetRun({ source, alleo: moved }, run.last).rows).toEqual([]);
	});

	test('two people with one address in Alleo: both wait, and each line stays', () => {
		const same = [
			account(1),
			account(2, { email: 'MENS1@example.nl', company_id: 42 }),
			...accountsOf(10).slice(2),
			account(11),
		];
		const raised = source.map((one, at) =>
			at < 2 ? { ...one, budgets: { ...one.budgets, [MONTHLY]: 30 } } : one,
		);
		const run = budgetRun(
			{ source: [...raised, worker(11, { [MONTHLY]: 1 })], alleo: same },
			ten.last,
		);
		const held = run.rows.filter(({ reason }) => reason.code === 'FILE_EMAIL_TWICE');
		expect(held).toMatchObject([{ changes: [] }, { changes: [] }]);
		expect(run.last.state).toBe('read');
		const line = { [MONTHLY]: '25.00', 'Sent Before': `${ONCE}=5.00` };
		// Under the address that it had: the one of today is another line's.
		expect(linesOf(run.content)).toMatchObject({
			'mens1@example.nl': line,
			'mens2@example.nl': line,
		});
	});

	test('an account that Alleo did not list: its line stays, with its number', () => {
		const nine = everybody(9, { [MONTHLY]: 25, [ONCE]: 5 });
		const raised = [worker(1, { [MONTHLY]: 26, [ONCE]: 5 }), ...nine.slice(1)];
		const run = budgetRun({ source: raised, alleo: accountsOf(9) }, ten.last);
		expect(linesOf(run.content)['mens10@example.nl']).toEqual({
			[MONTHLY]: '25.00',
			'Sent Before': `${ONCE}=5.00`,
		});
		expect(run.content).toContain('mens10@example.nl,25.00,510,');
		expect(run.summary.file?.remarks).toContainEqual(
			expect.objectContaining({ code: 'BUDGET_ACCOUNT_MISSING', people: 1 }),
		);
		expect(guardOf(run, 'BUDGET_TOTAL_RISE')).toMatchObject({
			params: { before: 250 },
			actual: 251,
		});
		const back = budgetRun(
			{ source: [...raised, ...source.slice(9)], alleo: accountsOf(10) },
			run.last,
		);
		expect(back.rows).toEqual([]);
	});

	test('a line of another Alleo company, or of an address that nobody has, is left out and counted', () => {
		const raised = [worker(1, { [MONTHLY]: 26, [ONCE]: 5 }), ...source.slice(1)];
		const elsewhere = [...accountsOf(9), account(10, { company_id: 42 })];
		const unnumbered = readLastBudgets(ten.content?.replace('25.00,5.00,510', '25.00,5.00,') ?? '');
		for (const run of [
			budgetRun({ source: raised, alleo: elsewhere, companyId: 41 }, ten.last),
			budgetRun({ source: raised.slice(0, 9), alleo: accountsOf(9) }, unnumbered),
		]) {
			expect(linesOf(run.content)['mens10@example.nl']).toBeUndefined();
			expect(run.summary.file?.remarks).toContainEqual({
				code: 'BUDGET_LINE_NOBODY',
				params: {},
				people: 1,
			});
			expect(guardOf(run, 'BUDGET_STOP_LIMIT')).toMatchObject({ actual: 1 });
		}
	});

	test('two accounts with the address of a line without number: what may be theirs was given', () => {
		const old = budgetRun({
			source: [worker(1, { [ONCE]: 5 })],
			alleo: [account(1, { email: 'samen@example.nl' })],
		});
		const text = old.content?.replace(',501', ',') ?? '';
		const two = [
			account(1, { email: 'samen@example.nl' }),
			account(1, { id: 902, company_id: 42, email: 'samen@example.nl', external_id: 'afas-1' }),
		];
		const run = budgetRun(
			{ source: [worker(1, { [ONCE]: 5 })], alleo: two },
			readLastBudgets(text),
		);
		expect(run.rows).toEqual([]);
	});
});
