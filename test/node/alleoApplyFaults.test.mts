import { run } from '../support/people.mts';
import { account, mixedAccounts, mixedPlan, person, range, READY } from '../unit/apply/helper.mts';
import { applyPlan, contextFor, hasty, outline, standIns, writesOf } from './alleo.helper.mts';

/** Trouble on the way: every row ends with one outcome, and nobody is onboarded twice. */

const start = standIns();
const EMPLOYEES = '/companies/41/employees';

const others = range(2, 40);
const rest = others.map((number) => person(number));
const restAccounts = others.map((number) => account(number));
const oneCreate = () => run([person(1), ...rest], restAccounts, READY).rows;
const oneUpdate = () =>
	run([person(1, { last_name: 'Nieuw' }), ...rest], [account(1), ...restAccounts], READY).rows;
describe('answers that concern one row', () => {
	test('409 without a visible owner: ask Alleo', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'status', status: 409, method: 'POST', path: EMPLOYEES, times: 1 });
		const { outcomes } = await applyPlan(alleo, oneCreate());
		expect(outcomes).toMatchObject([
			{ outcome: 'failed', code: 'EMAIL_HELD_ELSEWHERE', http_status: 409 },
		]);
		expect(outcomes[0]?.message).toContain('admin-support@alleo.nl');
	});

	test('409 for an address of another company (unique over all): ask Alleo', async () => {
		const elsewhere = account(1, { id: 9, company_id: 42, external_id: 'other' });
		const alleo = await start([...restAccounts, elsewhere], { emailUnique: 'global' });
		const { outcomes } = await applyPlan(alleo, oneCreate());
		expect(outline(outcomes)).toEqual(['create nmbrs-1 failed EMAIL_HELD_ELSEWHERE']);
	});

	test('409 with an owner that appeared since: names the account', async () => {
		const alleo = await start(restAccounts);
		const rows = oneCreate();
		const { store } = alleo.state;
		const { id: _id, ...person1 } = account(1, { external_id: 'afas-7' });
		let owner = 0;
		const emailOwner = store.emailOwner.bind(store);
		// Somebody else gets the address just before our create is looked at.
		store.emailOwner = (...given) => {
			if (owner === 0) owner = store.create(person1 as never).id;
			return emailOwner(...given);
		};
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outline(outcomes)).toEqual(['create nmbrs-1 failed EMAIL_HELD_IN_ALLEO']);
		expect(outcomes[0]?.message).toContain(String(owner));
	});

	test('422 shows field and rule, never the value', async () => {
		const alleo = await start([account(1), ...restAccounts]);
		const body = JSON.stringify({
			detail: [
				{ loc: ['body', 'last_name'], msg: "value 'Nieuw' is not allowed", type: 'x' },
				{ loc: ['body'], msg: '', type: 'y' },
				{ loc: ['body', 'Nieuw'], msg: 'no such field', type: 'z' },
			],
		});
		alleo.faults.add({ kind: 'status', status: 422, method: 'PATCH', body });
		const { outcomes } = await applyPlan(alleo, oneUpdate());
		expect(outcomes).toMatchObject([
			{ outcome: 'failed', code: 'ALLEO_INVALID', http_status: 422 },
		]);
		expect(outcomes[0]?.message).toContain("last_name (value '[redacted]' is not allowed)");
		expect(outcomes[0]?.message).toContain('body (no such field)');
		expect(outcomes[0]?.message).not.toContain('Nieuw');
	});

	test('422 with a plain text, and 400, fail the row', async () => {
		const alleo = await start([account(1), ...restAccounts]);
		const body = JSON.stringify({ detail: 'The input could not be processed' });
		alleo.faults.add({ kind: 'status', status: 422, method: 'PATCH', body, times: 1 });
		expect(outline((await applyPlan(alleo, oneUpdate())).outcomes)).toEqual([
			'update nmbrs-1 failed ALLEO_INVALID',
		]);
		alleo.faults.clear();
		alleo.faults.add({ kind: 'status', status: 400, method: 'PATCH', times: 1 });
		expect(outline((await applyPlan(alleo, oneUpdate())).outcomes)).toEqual([
			'update nmbrs-1 failed ALLEO_INVALID',
		]);
	});

	test('404 on the write: gone between the look and the write', async () => {
		const alleo = await start([account(1), ...restAccounts]);
		alleo.faults.add({ kind: 'status', status: 404, method: 'PATCH' });
		expect(outline((await applyPlan(alleo, oneUpdate())).outcomes)).toEqual([
			'update nmbrs-1 failed ACCOUNT_GONE',
		]);
	});

	test('a field that Alleo keeps is reported', async () => {
		const accounts = [account(1, { prefix: 'van' }), ...restAccounts];
		const alleo = await start(accounts, { nullInPatch: 'ignore' });
		const source = [person(1, { prefix: null, clear: ['prefix'], last_name: 'Nieuw' }), ...rest];
		const { outcomes } = await applyPlan(alleo, run(source, accounts, READY).rows);
		expect(outcomes).toMatchObject([{ outcome: 'applied', code: 'FIELD_NOT_TAKEN' }]);
		expect(outcomes[0]?.message).toContain('prefix');

		const only = [person(1, { prefix: null, clear: ['prefix'], last_name: 'Nieuw' }), ...rest];
		const again = await applyPlan(alleo, run(only, alleo.state.store.accounts, READY).rows);
		expect(again.outcomes).toMatchObject([{ outcome: 'failed', code: 'FIELD_NOT_TAKEN' }]);
	});
});

describe('trouble that stops more than one row', () => {
	test('403 on a company stops that company and no other', async () => {
		const options = { ...READY, routing: [{ filter: 'noord', companyId: 42 }] };
		const source = [
			...range(1, 3).map((n) => person(n, { last_name: 'Nieuw' })),
			...range(4, 6).map((n) => person(n, { last_name: 'Nieuw', alleo_filter: 'noord' })),
			...range(7, 40).map((n) => person(n)),
		];
		const accounts = [
			...range(1, 3).map((n) => account(n)),
			...range(4, 6).map((n) => account(n, { company_id: 42, company_group_id: 17 })),
			...range(7, 40).map((n) => account(n)),
		];
		const alleo = await start(accounts);
		alleo.faults.add({ kind: 'status', status: 403, method: 'PATCH', path: '/companies/42' });
		const { outcomes } = await applyPlan(alleo, run(source, accounts, options).rows, {
			concurrency: 1,
		});
		expect(outline(outcomes)).toEqual([
			'update nmbrs-1 applied ROW_UPDATED',
			'update nmbrs-2 applied ROW_UPDATED',
			'update nmbrs-3 applied ROW_UPDATED',
			'update nmbrs-4 failed ALLEO_FORBIDDEN',
			'update nmbrs-5 skipped COMPANY_STOPPED',
			'update nmbrs-6 skipped COMPANY_STOPPED',
		]);
	});

	test.each([403, 404, 500])(
		'groups that cannot be read (%i) cost the group and nothing else',
		async (status) => {
			const accounts = [...range(1, 3).map((n) => account(n)), ...restAccounts.slice(2)];
			const source = [
				person(1, { status: 'ended', end_date: '2026-11-20' }),
				person(2, { group: 'Magazijn', last_name: 'Nieuw' }),
				person(3, { group: 'Magazijn' }),
				person(41),
				...rest.slice(2),
			];
			const alleo = await start(accounts);
			alleo.faults.add({ kind: 'status', status, method: 'GET', path: '/companies/41/groups' });
			const { rows } = run(source, accounts, READY);
			const { outcomes } = await applyPlan(alleo, rows);
			expect(outline(outcomes)).toEqual([
				'deactivate nmbrs-1 applied ROW_DEACTIVATED',
				'update nmbrs-2 applied ROW_UPDATED',
				'update nmbrs-3 skipped GROUPS_NOT_READ',
				'create nmbrs-41 applied ROW_CREATED',
			]);
			expect(outcomes[1]?.message).toContain('did not give its groups');
		},
	);

	test('a company that may not even be read', async () => {
		const alleo = await start(mixedAccounts(), { forbiddenCompanies: [41] });
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows);
		expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['ALLEO_FORBIDDEN', 'HELD']));
		expect(writesOf(alleo)).toEqual([]);
	});

	test('an expired token is renewed once, unnoticed', async () => {
		const alleo = await start(mixedAccounts());
		alleo.faults.add({ kind: 'expiredToken', method: 'PATCH', times: 1 });
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows);
		expect(outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(4);
	});

	test('a second 401 stops the run as a fault of the credential; what went out stays reported', async () => {
		const alleo = await start(mixedAccounts());
		alleo.faults.add({ kind: 'status', status: 401, method: 'PATCH' });
		const { outcomes, stopped } = await applyPlan(alleo, mixedPlan().rows, { concurrency: 1 });
		expect(outline(outcomes)).toEqual([
			'deactivate nmbrs-3 applied ROW_DEACTIVATED',
			'update nmbrs-2 failed ALLEO_UNAUTHORIZED',
			'reactivate nmbrs-4 skipped RUN_STOPPED',
			'create nmbrs-1 skipped RUN_STOPPED',
			'hold nmbrs-5 skipped HELD',
		]);
		expect(stopped).toBe('RUN_STOPPED');
	});

	test('wrong keys: one clear error, nothing written', async () => {
		const alleo = await start(mixedAccounts());
		alleo.faults.add({ kind: 'status', status: 401, method: 'GET' });
		await expect(applyPlan(alleo, mixedPlan().rows)).rejects.toThrow('401');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('an outage stops the run after a few rows instead of waiting for each', async () => {
		const source = range(1, 40).map((n) => person(n, { last_name: 'Nieuw' }));
		const accounts = range(1, 40).map((n) => account(n));
		const rows = run(source, accounts, READY).rows;
		expect(rows.length).toBe(40);
		const alleo = await start(accounts);
		alleo.faults.add({ kind: 'status', status: 503, method: 'PATCH' });
		const { outcomes } = await applyPlan(alleo, rows, { concurrency: 1 });
		expect(outcomes.filter(({ code }) => code === 'UNAVAILABLE')).toHaveLength(5);
		expect(outcomes.filter(({ code }) => code === 'RUN_STOPPED')).toHaveLength(35);
	});
});

/** Stops the execution while Alleo stores that write. */
function stopAtWrite(alleo: Awaited<ReturnType<typeof start>>, number: number): AbortController {
	const stop = new AbortController();
	const { store } = alleo.state;
	const update = store.update.bind(store);
	let writes = 0;
	store.update = (...given) => {
		writes += 1;
		if (writes === number) stop.abort();
		return update(...given);
	};
	return stop;
}

describe('stopping the execution', () => {
	test('rows that are out are finished and reported, the others are not sent', async () => {
		const source = range(1, 40).map((n) => person(n, { last_name: 'Nieuw' }));
		const accounts = range(1, 40).map((n) => account(n));
		const { rows } = run(source, accounts, READY);
		const alleo = await start(accounts);
		const stop = stopAtWrite(alleo, 5);
		const { outcomes, stopped } = await applyPlan(alleo, rows, {
			concurrency: 2,
			signal: stop.signal,
		});
		const applied = outcomes.filter(({ outcome }) => outcome === 'applied');
		const cancelled = outcomes.filter(({ code }) => code === 'CANCELLED');
		expect(stopped).toBe('CANCELLED');
		expect(applied.length).toBeGreaterThan(0);
		expect(cancelled.length).toBeGreaterThan(0);
		expect(applied.length + cancelled.length).toBe(40);
		const changed = alleo.state.store.accounts.filter(({ last_name: name }) => name === 'Nieuw');
		expect(changed.map(({ external_id: id }) => id).sort()).toEqual(
			applied.map(({ external_id: id }) => id).sort(),
		);
	});

	test('going on afterwards ends where an uninterrupted run would have', async () => {
		const alleo = await start(mixedAccounts());
		const stop = stopAtWrite(alleo, 2);
		await applyPlan(alleo, mixedPlan().rows, { concurrency: 1, signal: stop.signal });
		await applyPlan(alleo, mixedPlan().rows);
		const whole = await start(mixedAccounts());
		await applyPlan(whole, mixedPlan().rows);
		const state = (of: typeof alleo) =>
			of.state.store.accounts.map(({ registration_date: _date, ...fields }) => fields);
		expect(state(alleo)).toEqual(state(whole));
	});

	test('stopped before it began: nothing is sent at all', async () => {
		const alleo = await start(mixedAccounts());
		const stop = new AbortController();
		stop.abort();
		const { outcomes } = await applyPlan(alleo, mixedPlan().rows, { signal: stop.signal });
		expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['CANCELLED', 'HELD']));
		expect(alleo.log.counts.calls).toBe(0);
	});
});

test('nothing in the outcomes or the log shows a key, a token or an address', async () => {
	const alleo = await start(restAccounts);
	alleo.faults.add({ kind: 'status', status: 500, method: 'POST', path: EMPLOYEES });
	const fake = contextFor({ baseUrl: alleo.url, parameters: {} });
	const { outcomes } = await applyPlan(alleo, oneCreate(), { clock: hasty });
	const shown = JSON.stringify({ outcomes, log: fake.log });
	expect(shown).not.toMatch(/SK-DEMO|AK-DEMO|Bearer|person1@/);
});
