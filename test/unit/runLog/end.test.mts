import { endRecords, planRecords } from '../../../core/runLog/end';
import type { RunItems } from '../../../core/runLog/end';
import { readDetails } from '../../../core/runLog/details';
import { readPast } from '../../../core/runLog/past';
import type { Approval, Outcome } from '../../../core/model/plan';
import { draft, makePlan, reason } from '../../support/approvalPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';
import { approvalOf, DAY, outcomeOf, start, viewOf } from '../../support/runLog.mts';

/** The end of a run in several calls: which of its plans each call tells of. */

const NOW = '2026-11-24T09:31:00.000Z';
const held = { held_since: '2026-11-20', company: 'Bakkerij BV' };

const waiting = makePlan(
	[
		{ action: 'deactivate', external_id: 'nmbrs-1' },
		{ action: 'deactivate', external_id: 'nmbrs-2' },
		{ action: 'hold', external_id: 'nmbrs-3', evidence: held },
	],
	{ needs_approval: true, status: 'blocked' },
);
const ready = makePlan(
	[
		{ action: 'create', external_id: 'nmbrs-4' },
		{ action: 'update', external_id: 'nmbrs-5', partition: 'company-2' },
	],
	{ needs_approval: false, status: 'ready' },
);

const items = (parts: Partial<RunItems> = {}): RunItems => ({
	summaries: [],
	rows: [],
	outcomes: [],
	...parts,
});
const rowsOf = ({ rows }: Plan, approval: Approval | null = null) =>
	rows.map((row) => ({ row, approval }));
const applied = ({ rows }: Plan): Outcome[] => rows.map((row) => outcomeOf(row, 'applied'));

const summaries = [viewOf(waiting), viewOf(ready)];
const planned = { summaries, rows: [...rowsOf(waiting), ...rowsOf(ready)] };
const approved = approvalOf(waiting.rows);

const told = (came: Partial<RunItems>, known: Partial<RunItems> = {}) =>
	endRecords({
		start: start(),
		came: items(came),
		known: items({ ...planned, ...known }),
		now: NOW,
	});
const brief = (records: ReturnType<typeof told>) =>
	records.map(({ run, state, applied: count, decision }) => [run, state, count, decision]);

test('both plans have a record as soon as they are made', () => {
	const records = planRecords(start(), planned);
	expect(records.map(({ run, state }) => [run, state])).toEqual([
		['17', 'waiting'],
		['17:ready', 'applying'],
	]);
	expect(records[0]).toMatchObject({ to_create: 0, to_deactivate: 2, on_hold: 1 });
	expect(records[1]).toMatchObject({ to_create: 1, to_update: 1, to_deactivate: 0, on_hold: 0 });
	expect(readDetails(records[0]?.counts)?.holds).toEqual([
		{
			external_id: 'nmbrs-3',
			since: '2026-11-20',
			partition: 'company-1',
			company: 'Bakkerij BV',
			code: 'EMAIL_TAKEN',
		},
	]);
	expect(readDetails(records[1]?.counts)?.holds).toBeUndefined();
	expect(planRecords(start(), { summaries: [], rows: [] })).toEqual([start()]);
});

describe('each call tells of the plan that it brings something of', () => {
	test('what went on by itself, before anybody decided', () => {
		const records = told({ outcomes: applied(ready) }, { outcomes: applied(ready) });
		expect(brief(records)).toEqual([['17:ready', 'applied', 2, null]]);
		expect(readDetails(records[0]?.counts)?.applied).toEqual([
			{ action: 'create', partition: 'company-1', alleo_company_id: 12, people: 1 },
			{ action: 'update', partition: 'company-2', alleo_company_id: 12, people: 1 },
		]);
		expect(readPast(records, 'w1', DAY).applied).toHaveLength(2);
	});

	test('what was approved, though the rest of the run is known', () => {
		const records = told(
			{ outcomes: applied(waiting) },
			{ rows: [...rowsOf(waiting, approved), ...rowsOf(ready)], outcomes: applied(waiting) },
		);
		expect(brief(records)).toEqual([['17', 'applied', 3, 'approved']]);
		expect(readPast(records, 'w1', DAY).applied).toEqual([]);
	});

	test('rejected or expired, after the other part was applied', () => {
		const rejected = approvalOf(waiting.rows, { decision: 'rejected' });
		const known = {
			rows: [...rowsOf(waiting, rejected), ...rowsOf(ready)],
			outcomes: applied(ready),
		};
		expect(brief(told({ rows: rowsOf(waiting, rejected) }, known))).toEqual([
			['17', 'rejected', 0, 'rejected'],
		]);
		expect(brief(told({ rows: rowsOf(waiting) }, { outcomes: applied(ready) }))).toEqual([
			['17', 'expired', 0, 'expired'],
		]);
	});

	test('the applied part comes while the approved one has not been applied yet', () => {
		const decided = { rows: [...rowsOf(waiting, approved), ...rowsOf(ready)] };
		const outcomes = applied(ready);
		expect(brief(told({ ...decided, outcomes }, { ...decided, outcomes }))).toEqual([
			['17:ready', 'applied', 2, null],
		]);
	});

	test('applied and failed come one after the other: one of the calls tells of both', () => {
		const [first, second] = ready.rows;
		const done = [outcomeOf(first!, 'applied')];
		const failed = [outcomeOf(second!, 'failed', 'ALLEO_REJECTED')];
		const known = { outcomes: [...done, ...failed] };
		expect(brief(told({ outcomes: failed }, known))).toEqual([]);
		expect(told({ outcomes: done }, known)).toMatchObject([
			{ run: '17:ready', state: 'partly', applied: 1, failed: 1, problems: 'ALLEO_REJECTED' },
		]);
		expect(brief(told({ outcomes: failed }, { outcomes: failed }))).toEqual([
			['17:ready', 'partly', 0, null],
		]);
	});

	test('everything in one call', () => {
		const rows = [...rowsOf(waiting, approved), ...rowsOf(ready)];
		const outcomes = [...applied(waiting), ...applied(ready)];
		expect(brief(told({ ...planned, rows, outcomes }, { rows, outcomes }))).toEqual([
			['17', 'applied', 3, 'approved'],
			['17:ready', 'applied', 2, null],
		]);
	});

	test('nothing of a plan: no record', () => {
		expect(told({ summaries })).toEqual([]);
		expect(told({}, { rows: [...rowsOf(waiting, approved), ...rowsOf(ready)] })).toEqual([]);
	});

	test('outcomes of which nothing else is known do not write over the record of the run', () => {
		const [record, ...more] = endRecords({
			start: start(),
			came: items({ outcomes: applied(ready) }),
			known: items({ outcomes: applied(ready) }),
			now: NOW,
		});
		expect(more).toEqual([]);
		expect(record).toMatchObject({ run: '17:ready', applied: 2, plan_id: null });
	});
});

test('an empty plan is told of by its summary', () => {
	const empty = viewOf(makePlan([], { needs_approval: false, status: 'empty' }));
	const known = items({ summaries: [empty] });
	const records = endRecords({ start: start(), came: known, known, now: NOW });
	expect(brief(records)).toEqual([['17', 'nothing', 0, null]]);
});

describe('what the details say', () => {
	const recordsOf = (plan: Plan, outcomes = applied(plan)) => {
		const known = items({ summaries: [viewOf(plan)], rows: rowsOf(plan), outcomes });
		return endRecords({ start: start(), came: known, known, now: NOW });
	};

	test('a move is one update, also where half of it was applied', () => {
		const moved = { external_id: 'nmbrs-7', reason: reason('MOVE') };
		const arrive = draft({ action: 'create', ...moved, alleo_company_id: 13 });
		const leave = draft({ action: 'deactivate', ...moved, linked_row_id: arrive.row_id });
		const plan = makePlan([arrive, leave], { needs_approval: false, status: 'ready' });
		const parts = [{ action: 'update', partition: 'company-1', alleo_company_id: 13, people: 1 }];
		expect(readDetails(recordsOf(plan)[0]?.counts)?.applied).toEqual(parts);
		const [first] = plan.rows;
		const half = recordsOf(plan, [outcomeOf(first!, 'applied')]);
		expect(readDetails(half[0]?.counts)?.applied).toEqual(parts);
	});

	test('only what was applied counts', () => {
		const [first, second] = ready.rows;
		const outcomes = [outcomeOf(first!, 'already'), outcomeOf(second!, 'skipped')];
		expect(readDetails(recordsOf(ready, outcomes)[0]?.counts)?.applied).toBeUndefined();
	});

	test('a plan that did not know the earlier runs says nothing of since when', () => {
		const plan = makePlan([{ action: 'hold', external_id: 'nmbrs-3' }]);
		const [record] = planRecords(start(), { summaries: [viewOf(plan)], rows: rowsOf(plan) });
		expect(readDetails(record?.counts)?.holds).toBeUndefined();
		// Nor does a record of which not all rows are at hand.
		const [bare] = planRecords(start(), { summaries: [viewOf(waiting)], rows: [] });
		expect(readDetails(bare?.counts)?.holds).toBeUndefined();
		const nobody = makePlan([{ action: 'create', external_id: 'nmbrs-3' }]);
		const [next] = planRecords(start(), { summaries: [viewOf(nobody)], rows: rowsOf(nobody) });
		expect(readDetails(next?.counts)?.holds).toEqual([]);
	});
});
