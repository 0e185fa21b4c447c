import { readLastBudgets } from '../../../../core/plan/file/lastBudgets';
import type { BudgetsSent } from '../../../../core/plan/budgetsDiffer';
import {
	FIELDS,
	person,
	left,
	account,
	part,
	run,
	daily,
	budgetNotices,
	textOf,
} from '../../../support/budgetPeople.mts';

/** What the plan of people says of budgets. */

describe('budgets of people whose account does not change', () => {
	test('changed, new and stopped: one line for each person, with old and new amount', () => {
		const plan = run(
			[
				person(1, { alleo_monthly_all_budget: '30,00' }),
				person(2, { alleo_oneoff_health_budget: 100.5 }),
				person(3),
				person(4, { alleo_monthly_all_budget: 20 }),
			],
			[1, 2, 3, 4].map((n) => account(n)),
			daily(
				'noor1@voorbeeld.nl,25.00,,',
				'noor2@voorbeeld.nl,25.00,,',
				'noor3@voorbeeld.nl,,,alleo_oneoff_health_budget=12.50',
				'noor4@voorbeeld.nl,20.00,,',
			),
		);
		expect(plan.rows).toEqual([]);
		expect(budgetNotices(plan)).toHaveLength(3);
		for (const text of [
			'Noor1 van Testen',
			'€ 25,00 → € 30,00',
			'maandbudget (alle categorieën): € 25,00, stopt; eenmalig budget (health): € 100,50, nieuw',
			'eenmalig budget (health): € 12,50 is eenmalig gegeven, en het veld is weer leeg',
		]) {
			expect(textOf(plan)).toContain(text.replaceAll(/[()]/g, '\\$&'));
		}
		expect(textOf(plan)).not.toContain('Noor4');
		expect(plan.summary.budget_file).toMatchObject({ differing: 3, last: 'read', held: 0 });
	});

	test('nothing waits, changes or counts because of it', () => {
		const records = [person(1, { alleo_monthly_all_budget: 30 })];
		const options = { approval: 'whenGuardTrips' as const };
		const said = run(records, [account(1)], daily('noor1@voorbeeld.nl,25.00,,'), { options });
		const unsaid = run(records, [account(1)], undefined, { options });
		expect(said.summary).toMatchObject({ status: 'empty', needs_approval: false });
		for (const key of ['counts', 'rows', 'fields', 'guards'] as const) {
			expect(said.summary[key]).toEqual(unsaid.summary[key]);
		}
		expect(said.summary.plan.id).toBe(unsaid.summary.plan.id);
	});

	test('who differs alike is one sentence with all their names', () => {
		const records = [1, 2, 3].map((n) => person(n, { alleo_monthly_all_budget: 30 }));
		const lines = [3, 1, 2].map((n) => `noor${n}@voorbeeld.nl,25.00,,`);
		const plan = run(
			records,
			[1, 2, 3].map((n) => account(n)),
			daily(...lines),
		);
		expect(budgetNotices(plan)).toMatchObject([
			{ people: ['Noor1 van Testen', 'Noor2 van Testen', 'Noor3 van Testen'] },
		]);
	});

	test('0 and nothing are the same here: a stopped budget is not told again', () => {
		const zero = daily('noor1@voorbeeld.nl,0,,');
		expect(budgetNotices(run([person(1)], [account(1)], zero))).toEqual([]);
		const empty = daily('noor1@voorbeeld.nl,,,');
		const records = [person(1, { alleo_monthly_all_budget: 0 })];
		expect(budgetNotices(run(records, [account(1)], empty))).toEqual([]);
	});

	test('a one-off that was emptied is not said to stop, and one that became 0 becomes 0', () => {
		const sent = 'alleo_oneoff_health_budget=12.50';
		const last = daily(...[1, 2].map((n) => `noor${n}@voorbeeld.nl,,,${sent}`));
		const records = [person(1), person(2, { alleo_oneoff_health_budget: 0 })];
		const text = textOf(run(records, [account(1), account(2)], last));
		expect(text).toContain('€ 12,50 is eenmalig gegeven, en het veld is weer leeg');
		expect(text).toContain('€ 12,50 → € 0,00');
		expect(text).not.toContain(', stopt');
	});

	test('the line is that of the account: an address that changed, or that somebody else has now', () => {
		const head = `Email,Alleo ID,${FIELDS[0]!}`;
		const last = readLastBudgets(
			`${head}\noud@voorbeeld.nl,501,25.00\nnoor2@voorbeeld.nl,599,99.00\n`,
		);
		const records = [
			person(1, { alleo_monthly_all_budget: 25 }),
			person(2, { alleo_monthly_all_budget: 30 }),
		];
		const alleo = [account(1), account(2), account(3, { id: 599, email: 'weg@voorbeeld.nl' })];
		const plan = run(records, alleo, { way: 'daily', last });
		expect(textOf(plan)).not.toContain('Noor1');
		expect(textOf(plan)).toContain('€ 30,00, nieuw');
	});

	test('the same people in another order are the same plan', () => {
		const records = [1, 2, 3, 4].map((n) => person(n, { alleo_monthly_all_budget: n % 2 }));
		const alleo = [1, 2, 3, 4].map((n) => account(n));
		const lines = [1, 2, 3, 4].map((n) => `noor${n}@voorbeeld.nl,25.00,,`);
		const turned = run([...records].reverse(), [...alleo].reverse(), daily(...lines.reverse()));
		expect(turned).toEqual(run(records, alleo, daily(...lines)));
	});
});

describe('who has a row', () => {
	test('of a changed name: on the row, and not once more', () => {
		const plan = run(
			[person(1, { alleo_monthly_all_budget: 30 })],
			[account(1, { last_name: 'Oud' })],
			daily('noor1@voorbeeld.nl,25.00,,'),
		);
		expect(budgetNotices(plan)).toEqual([]);
		expect(plan.rows).toMatchObject([
			{ action: 'update', notices: [{ code: 'BUDGET_NOT_AS_SENT' }] },
		]);
		expect(textOf(plan)).toContain('€ 25,00 → € 30,00');
	});

	test('a leaver: the budget stops, on the row of the off-boarding', () => {
		const records = [person(1, { alleo_monthly_all_budget: 25 }, left), person(2)];
		const plan = run(
			records,
			[1, 2].map((n) => account(n)),
			daily('noor1@voorbeeld.nl,25.00,,'),
		);
		expect(plan.rows).toMatchObject([
			{ action: 'deactivate', notices: [{ code: 'BUDGET_NOT_AS_SENT' }] },
		]);
		expect(textOf(plan)).toContain('€ 25,00, stopt');
	});

	test('a new account says what it gets by itself', () => {
		const plan = run([person(1, { alleo_monthly_all_budget: 25 })], [], daily());
		expect(plan.rows).toMatchObject([{ action: 'create', budgets: { [FIELDS[0]!]: 25 } }]);
		expect(plan.rows[0]?.notices.map(({ code }) => code)).not.toContain('BUDGET_NOT_AS_SENT');
	});
});

describe('nothing is claimed', () => {
	const last = daily('noor1@voorbeeld.nl,25.00,,', 'noor2@voorbeeld.nl,25.00,,');
	const alleo = [account(1), account(2)];
	const other = person(2, { alleo_monthly_all_budget: 25 });
	const saysNothing = (plan: ReturnType<typeof run>): void => {
		expect(budgetNotices(plan)).toEqual([]);
		const codes = plan.rows.flatMap(({ notices }) => notices.map(({ code }) => code));
		expect(codes).not.toContain('BUDGET_NOT_AS_SENT');
		expect(textOf(plan)).not.toContain(', stopt');
	};

	test.each([
		['a budget that cannot be read', person(1, { alleo_monthly_all_budget: 'veel' })],
		['a budget above the limit', person(1, { alleo_monthly_all_budget: 25_000 })],
		['two monthly budgets', person(1, { [FIELDS[0]!]: 20, alleo_monthly_sport_budget: 5 })],
		['a person on hold', person(1, {}, { employeeType: 'iets' })],
		['a person without a usable name', person(1, {}, { lastName: null, firstName: null })],
	])('of %s', (_what, first) => saysNothing(run([first, other], alleo, last)));

	test('of people of a part that was not read completely, leavers elsewhere among them', () => {
		saysNothing(run([person(1), other], alleo, last, { coverage: [part(false)] }));
		saysNothing(run([person(1, {}, left), other], alleo, last, { coverage: [part(false)] }));
	});

	test('of two people with one address, whom only this plan holds', () => {
		const twins = [1, 2].map((n) =>
			person(n, { alleo_monthly_all_budget: 30 }, { businessEmail: 'samen@voorbeeld.nl' }),
		);
		const plan = run(twins, alleo, last);
		expect(plan.rows.map(({ action }) => action)).toEqual(['hold', 'hold']);
		saysNothing(plan);
	});

	test('of a leaver about an account that only has the same address', () => {
		const others = account(1, { external_id: 'ander-1', is_active: false });
		saysNothing(run([person(1, {}, left), other], [others, account(2)], last));
	});

	test('of whom the source no longer has: silence stops nothing', () => {
		saysNothing(run([other], alleo, last));
	});

	test('of a field that nobody has any more and that the source does not say is there', () => {
		for (const fields of [[], [FIELDS[1]!], null]) {
			const plan = run([person(1), person(2)], alleo, last, { coverage: [part(true, fields)] });
			saysNothing(plan);
			expect(plan.summary.notices).toMatchObject([
				{ code: 'BUDGET_FIELD_GONE', params: { count: 2 } },
			]);
			expect(plan.summary.budget_file).toMatchObject({ differing: 0, unsure: 2 });
			expect(textOf(plan)).not.toContain('Niemand heeft andere budgetten');
		}
		const emptied = run([person(1), person(2)], alleo, last);
		expect(budgetNotices(emptied)).toMatchObject([{ people: expect.anything() }]);
	});

	test('with a last file that could not be read: said once', () => {
		const failed: BudgetsSent = { way: 'daily', last: readLastBudgets('<html>') };
		const plan = run([person(1), other], alleo, failed);
		saysNothing(plan);
		expect(plan.summary.notices.map(({ code }) => code)).toEqual(['LAST_BUDGETS_UNREADABLE']);
		expect(plan.summary).toMatchObject({ status: 'empty', budget_file: { last: 'failed' } });
	});

	test('without a last file: that there is none', () => {
		const plan = run([person(1), other], alleo, { way: 'monthly', last: { state: 'none' } });
		saysNothing(plan);
		expect(textOf(plan)).toContain('Er is nog geen budgetbestand verstuurd');
	});

	test('where nobody has a budget and no file was sent, nothing is said at all', () => {
		const plan = run([person(1)], [account(1)], { way: 'none', last: { state: 'none' } });
		expect(plan.summary).not.toHaveProperty('budget_file');
		expect(textOf(plan)).not.toContain('udget');
	});
});
