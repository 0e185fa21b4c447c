import { run } from '../support/people.mts';
import { account, person, range, READY } from '../unit/apply/helper.mts';
import { accountOf, applyPlan, outline, standIns, writesOf } from './alleo.helper.mts';

/** Writes whose answer never comes: read before anything is sent again. */

const start = standIns();
const EMPLOYEES = '/companies/41/employees';

const others = range(2, 40);
const rest = others.map((number) => person(number));
const restAccounts = others.map((number) => account(number));
const oneCreate = () => run([person(1), ...rest], restAccounts, READY).rows;
const oneUpdate = () =>
	run([person(1, { last_name: 'Nieuw' }), ...rest], [account(1), ...restAccounts], READY).rows;
const oneLeaver = () =>
	run(
		[person(1, { status: 'ended', end_date: '2026-11-01' }), ...rest],
		[account(1), ...restAccounts],
		READY,
	).rows;

const creates = (alleo: Awaited<ReturnType<typeof start>>): number =>
	writesOf(alleo).filter((line) => line === `POST ${EMPLOYEES}`).length;

describe('a create whose outcome is unknown', () => {
	test('stored, but the connection broke: read back, not posted again', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'dropAfter', method: 'POST', path: EMPLOYEES, times: 1 });
		const { outcomes } = await applyPlan(alleo, oneCreate());
		expect(outcomes).toMatchObject([
			{
				outcome: 'applied',
				code: 'CONFIRMED_BY_READ',
				alleo_id: accountOf(alleo, 'nmbrs-1')[0]?.id,
			},
		]);
		expect(accountOf(alleo, 'nmbrs-1')).toHaveLength(1);
		expect(creates(alleo)).toBe(1);
	});

	test('stored, but answered with 500 and a web page: the same', async () => {
		const alleo = await start(restAccounts);
		const body = '<html>Bad gateway</html>';
		alleo.faults.add({
			kind: 'statusAfter',
			status: 502,
			method: 'POST',
			path: EMPLOYEES,
			times: 1,
			body,
		});
		const { outcomes } = await applyPlan(alleo, oneCreate());
		expect(outline(outcomes)).toEqual(['create nmbrs-1 applied CONFIRMED_BY_READ']);
		expect(creates(alleo)).toBe(1);
	});

	test('stored, but the answer is cut in half: the same', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'html', status: 201, method: 'POST', path: EMPLOYEES, times: 1 });
		const { outcomes } = await applyPlan(alleo, oneCreate());
		expect(outcomes).toMatchObject([{ outcome: 'applied' }]);
		expect(accountOf(alleo, 'nmbrs-1')).toHaveLength(1);
	});

	test('not stored: posted once more after two looks, and no third time', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'drop', method: 'POST', path: EMPLOYEES, times: 1 });
		const first = await applyPlan(alleo, oneCreate());
		expect(outline(first.outcomes)).toEqual(['create nmbrs-1 applied ROW_CREATED']);
		expect(creates(alleo)).toBe(2);
		const looks = alleo.log.entries.filter(({ url }) => url.includes('search=person1'));
		expect(looks.length).toBeGreaterThanOrEqual(4);

		const down = await start(restAccounts);
		down.faults.add({ kind: 'status', status: 503, method: 'POST', path: EMPLOYEES });
		const second = await applyPlan(down, oneCreate());
		expect(outline(second.outcomes)).toEqual(['create nmbrs-1 failed OUTCOME_UNKNOWN']);
		expect(creates(down)).toBe(2);
		expect(accountOf(down, 'nmbrs-1')).toHaveLength(0);
	});

	test('stored late, after we gave up waiting: still one account', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'latency', ms: 700, method: 'POST', path: EMPLOYEES, times: 1 });
		// Looks that find nobody take their time, so that the late create arrives before the second one.
		alleo.faults.add({ kind: 'latency', ms: 60, method: 'GET', path: 'search=', times: 8 });
		const { outcomes } = await applyPlan(alleo, oneCreate(), { timeoutMs: 300 });
		expect(outcomes).toMatchObject([{ outcome: 'applied' }]);
		expect(accountOf(alleo, 'nmbrs-1')).toHaveLength(1);
	});

	test('when Alleo cannot be read either, the row says that nobody knows', async () => {
		const alleo = await start(restAccounts);
		alleo.faults.add({ kind: 'dropAfter', method: 'POST', path: EMPLOYEES, times: 1 });
		alleo.faults.add({ kind: 'status', status: 503, method: 'GET', path: 'search=' });
		const rows = run([person(1), person(300), ...rest], restAccounts, READY).rows;
		const { outcomes } = await applyPlan(alleo, rows, { concurrency: 1 });
		expect(outline(outcomes)).toEqual([
			'create nmbrs-1 failed OUTCOME_UNKNOWN',
			'create nmbrs-300 applied ROW_CREATED',
		]);
		expect(outcomes[0]?.message).toContain('new dry run');
	});
});

describe('a PATCH or an action without an answer', () => {
	test.each(['dropAfter', 'drop'] as const)(
		'%s on PATCH: sent again, one end state',
		async (kind) => {
			const alleo = await start([account(1), ...restAccounts]);
			alleo.faults.add({ kind, method: 'PATCH', times: 2 });
			const { outcomes } = await applyPlan(alleo, oneUpdate());
			expect(outline(outcomes)).toEqual(['update nmbrs-1 applied ROW_UPDATED']);
			expect(accountOf(alleo, 'nmbrs-1')).toMatchObject([{ last_name: 'Nieuw' }]);
		},
	);

	test('PATCH stored, never answered: read back', async () => {
		const alleo = await start([account(1), ...restAccounts]);
		alleo.faults.add({ kind: 'dropAfter', method: 'PATCH' });
		const { outcomes } = await applyPlan(alleo, oneUpdate());
		expect(outline(outcomes)).toEqual(['update nmbrs-1 applied CONFIRMED_BY_READ']);
	});

	test('deactivate stored, never answered: read back, not repeated', async () => {
		const alleo = await start([account(1), ...restAccounts], { repeatedAction: 'conflict' });
		alleo.faults.add({ kind: 'dropAfter', method: 'POST', path: '/deactivate', times: 1 });
		const { outcomes } = await applyPlan(alleo, oneLeaver());
		expect(outline(outcomes)).toEqual(['deactivate nmbrs-1 applied CONFIRMED_BY_READ']);
		expect(writesOf(alleo)).toHaveLength(1);
	});

	test('deactivate not stored: read, then repeated', async () => {
		const alleo = await start([account(1), ...restAccounts], { repeatedAction: 'conflict' });
		alleo.faults.add({
			kind: 'status',
			status: 500,
			method: 'POST',
			path: '/deactivate',
			times: 2,
		});
		const { outcomes } = await applyPlan(alleo, oneLeaver());
		expect(outline(outcomes)).toEqual(['deactivate nmbrs-1 applied ROW_DEACTIVATED']);
		expect(accountOf(alleo, 'nmbrs-1')).toMatchObject([{ is_active: false }]);
	});

	test('a re-activation whose changes fail says that the person is active', async () => {
		const accounts = [account(1, { is_active: false }), ...restAccounts];
		const alleo = await start(accounts);
		alleo.faults.add({ kind: 'status', status: 422, method: 'PATCH' });
		const rows = run([person(1, { last_name: 'Nieuw' }), ...rest], accounts, READY).rows;
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outline(outcomes)).toEqual(['reactivate nmbrs-1 failed ALLEO_INVALID']);
		expect(outcomes[0]?.message).toContain('Active again in Alleo');
		alleo.faults.clear();
		const again = await applyPlan(alleo, rows);
		expect(outline(again.outcomes)).toEqual(['reactivate nmbrs-1 applied ROW_UPDATED']);
	});
});
