import { run } from '../support/people.mts';
import { account, person, range, READY, reseal } from '../unit/apply/helper.mts';
import { accountOf, applyPlan, outline, standIns, writesOf } from './alleo.helper.mts';

/** Addresses that change hands within a plan, and groups by their name. */

const start = standIns();

describe('e-mail addresses', () => {
	const others = range(10, 60);
	const accounts = [account(1), account(2), account(3), ...others.map((n) => account(n))];
	const rest = others.map((number) => person(number));

	test('a chain of hand-overs is written from its free end', async () => {
		const source = [
			person(1, { email: 'person2@example.nl' }),
			person(2, { email: 'person3@example.nl' }),
			person(3, { email: 'new3@example.nl' }),
			...rest,
		];
		const { rows } = run(source, accounts, READY);
		const alleo = await start(accounts);
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
		expect(writesOf(alleo).map((line) => line.slice(-4))).toEqual(['1003', '1002', '1001']);
		expect(run(source, alleo.state.store.accounts, READY).rows).toEqual([]);
	});

	test('when the first of a chain fails, nobody takes an address that was not freed', async () => {
		const source = [
			person(1, { email: 'person2@example.nl' }),
			person(2, { email: 'new2@example.nl' }),
			person(3),
			...rest,
		];
		const { rows } = run(source, accounts, READY);
		const alleo = await start(accounts);
		alleo.faults.add({ kind: 'status', status: 422, method: 'PATCH', path: '/1002' });
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outline(outcomes)).toEqual([
			'update nmbrs-2 failed ALLEO_INVALID',
			'update nmbrs-1 skipped EMAIL_NOT_FREED',
		]);
		expect(writesOf(alleo)).toHaveLength(1);
	});

	test('a swap in a plan is skipped with advice, and the others go on', async () => {
		const alleo = await start(accounts);
		const { rows } = run(
			[
				person(1, { email: 'a@example.nl' }),
				person(2, { email: 'b@example.nl' }),
				person(3, { last_name: 'Nieuw' }),
				...rest,
			],
			accounts,
			READY,
		);
		const swapped: Record<string, string> = {
			'nmbrs-1': 'person2@example.nl',
			'nmbrs-2': 'person1@example.nl',
		};
		const odd = reseal(rows, (row) => {
			const email = swapped[row.external_id ?? ''];
			return email === undefined ? {} : { email, after: { email } };
		});
		const { outcomes } = await applyPlan(alleo, odd);
		expect(outline(outcomes).sort()).toEqual([
			'update nmbrs-1 skipped EMAIL_SWAP',
			'update nmbrs-2 skipped EMAIL_SWAP',
			'update nmbrs-3 applied ROW_UPDATED',
		]);
	});
});

describe('groups', () => {
	test('an unknown group is a remark; the rest of the row is written', async () => {
		const source = [person(1, { group: 'Nergens' }), ...range(2, 40).map((n) => person(n))];
		const accounts = range(2, 40).map((number) => account(number));
		const alleo = await start(accounts);
		const { outcomes } = await applyPlan(alleo, run(source, accounts, READY).rows);
		expect(outcomes[0]).toMatchObject({ outcome: 'applied', code: 'ROW_CREATED' });
		expect(outcomes[0]?.message).toMatch(/no group.*Create the group/);
		expect(accountOf(alleo, 'nmbrs-1')).toMatchObject([
			{ company_group_id: null, last_name: 'Last1' },
		]);
	});

	test('a row that would only set an unknown group is shown, not sent', async () => {
		const source = [person(1, { group: 'Nergens' }), ...range(2, 40).map((n) => person(n))];
		const accounts = range(1, 40).map((number) => account(number));
		const alleo = await start(accounts);
		const { outcomes } = await applyPlan(alleo, run(source, accounts, READY).rows);
		expect(outline(outcomes)).toEqual(['update nmbrs-1 skipped GROUP_UNKNOWN']);
		expect(writesOf(alleo)).toEqual([]);
	});

	test('a known group goes by its id', async () => {
		const source = [person(1, { group: 'magazijn' }), ...range(2, 40).map((n) => person(n))];
		const accounts = range(1, 40).map((number) => account(number));
		const alleo = await start(accounts);
		await applyPlan(alleo, run(source, accounts, READY).rows);
		expect(accountOf(alleo, 'nmbrs-1')).toMatchObject([{ company_group_id: 8 }]);
	});
});
