import type { IDataObject } from 'n8n-workflow';
import type { PlanRow } from '../../core/model/plan';
import type { DiffOptions } from '../../core/plan/options';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { covered, run, TODAY } from '../support/people.mts';
import { account, person, range, READY } from '../unit/apply/helper.mts';
import { accountOf, applyPlan, outline, runNode, standIns, writesOf } from './alleo.helper.mts';

/** A move to another Alleo company: nobody is ever left without an account. */

const start = standIns();
const routing = [{ filter: 'noord', companyId: 42 }];
const source = [person(1, { alleo_filter: 'noord' }), ...range(2, 40).map((n) => person(n))];
const accounts = range(1, 40).map((number) => account(number));

const planned = (alleo: AlleoStandIn, options: Partial<DiffOptions> = {}): PlanRow[] =>
	run(source, alleo.state.store.accounts, { ...READY, routing, ...options }).rows;

const activeIn = (alleo: AlleoStandIn): number[] =>
	accountOf(alleo, 'nmbrs-1').flatMap((one) => (one.is_active ? [one.company_id] : []));

/** What each write was, by the end of its address. */
const steps = (alleo: AlleoStandIn): Array<string | undefined> =>
	writesOf(alleo).map((line) => line.split('/').at(-1));

const deactivateFirst = { moveOrder: 'deactivateFirst' as const };

test('the new account first, the old one after it; the next run plans nothing', async () => {
	const alleo = await start(accounts);
	const { outcomes } = await applyPlan(alleo, planned(alleo));
	expect(outline(outcomes)).toEqual([
		'create nmbrs-1 applied ROW_CREATED',
		'deactivate nmbrs-1 applied ROW_DEACTIVATED',
	]);
	expect(steps(alleo)).toEqual(['employees', 'deactivate']);
	expect(activeIn(alleo)).toEqual([42]);
	expect(planned(alleo)).toEqual([]);
});

test('an Alleo that refuses the second account: nothing else is done, and both rows say so', async () => {
	const alleo = await start(accounts, { emailUnique: 'global' });
	const { outcomes } = await applyPlan(alleo, planned(alleo));
	expect(outline(outcomes)).toEqual([
		'create nmbrs-1 failed MOVE_REFUSED',
		'deactivate nmbrs-1 skipped MOVE_OLD_KEPT',
	]);
	expect(activeIn(alleo)).toEqual([41]);
});

test('stopped between the two: the next run finishes the move', async () => {
	const alleo = await start(accounts);
	const rows = planned(alleo);
	alleo.faults.add({ kind: 'status', status: 500, method: 'POST', path: '/deactivate' });
	await applyPlan(alleo, rows);
	expect(activeIn(alleo)).toEqual([41, 42]);
	alleo.faults.clear();
	const again = planned(alleo);
	expect(again.map((row) => `${row.action} ${row.alleo_company_id} ${row.reason.code}`)).toEqual([
		'deactivate 41 MOVE',
	]);
	await applyPlan(alleo, again);
	expect(activeIn(alleo)).toEqual([42]);
	expect(planned(alleo)).toEqual([]);
});

describe('deactivate first', () => {
	test('in that order where Alleo takes it', async () => {
		const alleo = await start(accounts);
		const { outcomes } = await applyPlan(alleo, planned(alleo, deactivateFirst));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
		expect(steps(alleo)).toEqual(['deactivate', 'employees']);
		expect(activeIn(alleo)).toEqual([42]);
	});

	test('refused: the old account is active again at once', async () => {
		const alleo = await start(accounts, { emailUnique: 'global' });
		const { outcomes } = await applyPlan(alleo, planned(alleo, deactivateFirst));
		expect(outline(outcomes)).toEqual([
			'deactivate nmbrs-1 skipped MOVE_UNDONE',
			'create nmbrs-1 failed MOVE_REFUSED',
		]);
		expect(activeIn(alleo)).toEqual([41]);
	});

	test('refused, and the old account cannot be re-activated: the outcome says what to do', async () => {
		const alleo = await start(accounts, { emailUnique: 'global' });
		const rows = planned(alleo, deactivateFirst);
		alleo.faults.add({ kind: 'status', status: 403, method: 'POST', path: '/activate' });
		const { outcomes } = await applyPlan(alleo, rows);
		expect(outline(outcomes)[0]).toBe('deactivate nmbrs-1 failed MOVE_NOT_UNDONE');
	});
});

test('what Alleo refused is held by the next plan, until the person no longer makes that move', async () => {
	const alleo = await start(accounts, { emailUnique: 'global' });
	const staticData: IDataObject = {};
	const plan = async (people: readonly object[]) => {
		const items = (values: readonly object[]) =>
			values.map((json) => ({ json: json as IDataObject }));
		const { context } = fakeContext({
			nodeType: 'n8n-nodes-alleo.alleoDiff',
			parameters: {
				companyId: '41',
				routing: [{ filter: 'noord', companyId: 42 }],
				approval: 'whenGuardTrips',
				referenceDate: TODAY,
				expiresAfterHours: 24,
			},
			inputs: [items(people), items(alleo.state.store.accounts), items([covered('c1', 40)])],
			staticData,
		});
		const [waiting = [], ready = []] = await new AlleoDiff().execute.call(context);
		return [...waiting, ...ready].map(({ json }) => json as unknown as PlanRow);
	};
	const outlines = (rows: readonly PlanRow[]): string[] =>
		rows.map(({ action, reason }) => `${action} ${reason.code}`);

	const first = await plan(source);
	expect(outlines(first)).toEqual(['create MOVE', 'deactivate MOVE']);
	const approval = {
		plan_id: first[0]?.plan.id,
		plan_hash: first[0]?.plan.hash,
		decision: 'approved',
		approver: 'Test',
		comment: null,
		decided_at: first[0]?.plan.created_at,
		excluded: [],
	};
	await runNode({
		baseUrl: alleo.url,
		parameters: { resource: 'syncPlan', operation: 'apply', accept: 'approved', concurrency: 4 },
		items: first.map((row) => ({ ...row, approval })),
		staticData,
	});
	expect(activeIn(alleo)).toEqual([41]);
	expect(outlines(await plan(source))).toEqual(['hold MOVE_REFUSED_BEFORE']);
	expect(outlines(await plan(source))).toEqual(['hold MOVE_REFUSED_BEFORE']);
	// Back in the old company, so that the refusal is history; later it is tried again.
	expect(await plan(range(1, 40).map((n) => person(n)))).toEqual([]);
	expect(outlines(await plan(source))).toEqual(['create MOVE', 'deactivate MOVE']);
});
