import type { Outcome } from '../../core/model/plan';
import { run } from '../support/people.mts';
import {
	account,
	approved,
	mixedAccounts,
	mixedPlan,
	mixedSource,
	person,
	READY,
	reseal,
} from '../unit/apply/helper.mts';
import {
	accountOf,
	applyPlan,
	errorOf,
	outline,
	runNode,
	standIns,
	writesOf,
} from './alleo.helper.mts';

/** Sync Plan: Apply, from the items of a plan to what Alleo has afterwards. */

const start = standIns();
const parameters = { resource: 'syncPlan', operation: 'apply', accept: 'approved', concurrency: 4 };

/** Plans are made for a fixed day, while the node reads the clock. */
const lasting = () =>
	reseal(mixedPlan().rows, () => ({}), { expires_at: '2999-01-01T00:00:00.000Z' });

const expired = () =>
	reseal(mixedPlan().rows, () => ({}), { expires_at: '2020-01-01T00:00:00.000Z' });

describe('the main path', () => {
	test('an approved plan is written exactly, each row on its output with its outcome', async () => {
		const alleo = await start(mixedAccounts());
		const rows = lasting();
		const { outputs, fake } = await runNode({
			baseUrl: alleo.url,
			parameters,
			items: approved(rows),
		});
		const outcomes = outputs.flat().map(({ json }) => json as unknown as Outcome);
		expect(outputs.map((output) => output.length)).toEqual([5, 0]);
		expect(outline(outcomes)).toEqual([
			'deactivate nmbrs-3 applied ROW_DEACTIVATED',
			'update nmbrs-2 applied ROW_UPDATED',
			'reactivate nmbrs-4 applied ROW_REACTIVATED',
			'create nmbrs-1 applied ROW_CREATED',
			'hold nmbrs-5 skipped HELD',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			rows.map((_row, item) => ({ item })),
		);
		expect(accountOf(alleo, 'nmbrs-1')).toMatchObject([
			{ email: 'person1@example.nl', is_active: true, language: 'nl', company_group_id: 7 },
		]);
		expect(outcomes[3]).toMatchObject({
			alleo_id: accountOf(alleo, 'nmbrs-1')[0]?.id,
			http_status: 201,
		});
		expect(outcomes[3]?.request_id).toMatch(/^req-/);
		expect(accountOf(alleo, 'nmbrs-2')).toMatchObject([{ last_name: 'Nieuw', is_active: true }]);
		expect(accountOf(alleo, 'nmbrs-3')).toMatchObject([{ is_active: false }]);
		expect(accountOf(alleo, 'nmbrs-4')).toMatchObject([{ is_active: true }]);
		expect(writesOf(alleo)).toEqual([
			'POST /companies/41/employees/1003/deactivate',
			'PATCH /companies/41/employees/1002',
			'POST /companies/41/employees/1004/activate',
			'POST /companies/41/employees',
		]);
		expect(fake.hints).toEqual(['5 rows: 4 applied, 0 already so, 1 skipped, 0 failed']);
	});

	test('the same plan again writes nothing', async () => {
		const alleo = await start(mixedAccounts());
		const { rows } = mixedPlan();
		await applyPlan(alleo, rows);
		alleo.log.reset();
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual([
			'already',
			'already',
			'already',
			'already',
			'skipped',
		]);
		expect(writesOf(alleo)).toEqual([]);
		expect(alleo.state.store.accounts).toHaveLength(mixedAccounts().length + 1);
	});

	test('and the Diff on what Alleo has then plans nothing more', async () => {
		const alleo = await start(mixedAccounts());
		await applyPlan(alleo, mixedPlan().rows);
		const again = run(mixedSource(), alleo.state.store.accounts, READY);
		expect(again.rows.filter((row) => row.action !== 'hold')).toEqual([]);
	});

	test('a shuffled plan gives the same writes', async () => {
		const alleo = await start(mixedAccounts());
		const { outcomes } = await applyPlan(alleo, [...mixedPlan().rows].reverse());
		expect(outcomes.map(({ action }) => action)).toEqual([
			'deactivate',
			'update',
			'reactivate',
			'create',
			'hold',
		]);
		expect(alleo.log.writes).toHaveLength(4);
	});

	test('a person whom the approver left out is not touched', async () => {
		const alleo = await start(mixedAccounts());
		const rows = lasting();
		const excluded = rows.filter((row) => row.action === 'deactivate').map((row) => row.row_id);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters,
			items: approved(rows, { excluded }),
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'skipped', code: 'EXCLUDED' });
		expect(accountOf(alleo, 'nmbrs-3')).toMatchObject([{ is_active: true }]);
	});
});

describe('what is refused before anything is sent', () => {
	const refusals: Array<[string, () => object[], RegExp]> = [
		['an empty item', () => [{}], /not a row of a sync plan/],
		['an employee', () => [person(1)], /not a row of a sync plan/],
		['a plan nobody approved', () => lasting(), /carries no approval/],
		['a rejected plan', () => approved(lasting(), { decision: 'rejected' }), /"rejected"/],
		['a missing row', () => approved(lasting()).slice(1), /not all the rows/],
		[
			'a tampered row',
			() => approved(lasting()).map((row, at) => (at === 1 ? { ...row, alleo_id: 1007 } : row)),
			/changed after the plan was made/,
		],
		['an expired plan', () => approved(expired()), /was valid until/],
	];
	test.each(refusals)('%s', async (_name, items, message) => {
		const alleo = await start(mixedAccounts());
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters, items: items() }));
		expect(error.message).toMatch(message);
		expect(error.description).toContain('Nothing was written');
		expect(alleo.log.counts.calls).toBe(0);
	});

	test('a plan for a company that the keys do not reach names both', async () => {
		const alleo = await start(mixedAccounts());
		const rows = reseal(lasting(), () => ({ alleo_company_id: 99 }));
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters, items: approved(rows) }));
		expect(error.message).toMatch(/company 99 cannot be reached.*41, 42/);
		expect(writesOf(alleo)).toEqual([]);
	});

	test('a plan for another company than the chosen one', async () => {
		const alleo = await start(mixedAccounts());
		const companyId = { __rl: true, mode: 'id', value: '42' };
		const error = await errorOf(
			runNode({
				baseUrl: alleo.url,
				parameters: { ...parameters, companyId: companyId.value },
				items: approved(lasting()),
			}),
		);
		expect(error.message).toContain('41');
		expect(alleo.log.counts.calls).toBe(0);
	});

	test('an AI agent', async () => {
		const alleo = await start(mixedAccounts());
		const error = await errorOf(
			runNode({
				baseUrl: alleo.url,
				parameters,
				items: approved(lasting()),
				toolExecution: true,
			}),
		);
		expect(error.message).toContain('AI agent');
		expect(alleo.log.counts.calls).toBe(0);
	});

	test('with "continue on fail" the refusal is one item on Failed, nothing on Applied', async () => {
		const alleo = await start(mixedAccounts());
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters,
			items: [{}],
			continueOnFail: true,
		});
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('Item 1') } }]);
		expect(alleo.log.counts.calls).toBe(0);
	});
});

describe('Alleo changed after the plan was made', () => {
	test('rows that moved are skipped with their reason, the others go on', async () => {
		const alleo = await start(mixedAccounts());
		const { store } = alleo.state;
		store.update(store.get(41, 1002)!, { last_name: 'Anders' });
		store.update(store.get(41, 1003)!, { email: 'other@example.nl' });
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows);
		expect(outline(outcomes)).toEqual([
			'deactivate nmbrs-3 skipped CHANGED_SINCE',
			'update nmbrs-2 skipped CHANGED_SINCE',
			'reactivate nmbrs-4 applied ROW_REACTIVATED',
			'create nmbrs-1 applied ROW_CREATED',
			'hold nmbrs-5 skipped HELD',
		]);
		expect(outcomes[0]?.message).toContain('email');
		expect(outcomes[0]?.message).not.toContain('other@example.nl');
	});

	test('an account that is gone, and one that appeared', async () => {
		const accounts = mixedAccounts().filter(({ id }) => id !== 1002);
		const alleo = await start([...accounts, account(1, { email: 'x@example.nl' })]);
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows);
		expect(outline(outcomes).slice(1, 4)).toEqual([
			'update nmbrs-2 skipped ACCOUNT_GONE',
			'reactivate nmbrs-4 applied ROW_REACTIVATED',
			'create nmbrs-1 skipped ACCOUNT_EXISTS',
		]);
	});

	test('an address that somebody else took', async () => {
		const alleo = await start([
			...mixedAccounts(),
			account(99, { email: 'PERSON1@example.nl', external_id: 'afas-1' }),
		]);
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows);
		expect(outcomes[3]).toMatchObject({
			outcome: 'skipped',
			code: 'EMAIL_HELD_IN_ALLEO',
			message: expect.stringContaining('1099'),
		});
	});
});
