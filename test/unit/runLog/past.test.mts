import { rowSignature } from '../../../core/plan/signature';
import { readPast } from '../../../core/runLog/past';
import type { RunRecord } from '../../../core/runLog/columns';
import type { RunDetails } from '../../../core/runLog/details';
import { Counts } from '../../../core/model/summary';
import { DAY, decidedRun, leftOut, plan, start } from '../../support/runLog.mts';

/** What a new plan is told about the runs before it. */

type Details = Partial<Pick<RunDetails, 'applied' | 'holds'>>;

const part = (action: 'create' | 'deactivate', people: number, partition = 'company-1') => ({
	action,
	partition,
	alleo_company_id: 12,
	people,
});

const heldPerson = (external_id: string, since: string) => ({
	external_id,
	since,
	partition: 'company-1',
	company: 'Bakkerij BV',
	code: 'EMAIL_MISSING',
});

/** A run that went out by itself. */
const ready = (details: Details, changes: Partial<RunRecord> = {}): RunRecord => ({
	...start(),
	state: 'applied',
	plan_status: 'ready',
	applied: 1,
	counts: JSON.stringify({ ...Counts.parse({}), ...details }),
	...changes,
});

/** As a record of an earlier version, without details. */
const older = (changes: Partial<RunRecord>): RunRecord =>
	ready({}, { to_create: 4, to_deactivate: 3, to_reactivate: 0, ...changes });

const past = (...rows: unknown[]) => readPast(rows, 'w1', DAY);

const total = (action: string, ...rows: unknown[]): number =>
	past(...rows)
		.applied.filter((entry) => entry.action === action)
		.reduce((sum, { people }) => sum + people, 0);

describe('whether the log can be read', () => {
	test('an empty log is read; n8n gives an empty item for it', () => {
		for (const empty of [[], [{}], [{ json: {} }], '[]']) {
			expect(readPast(empty, 'w1', DAY)).toMatchObject({ log: 'read', applied: [], seen: null });
		}
	});

	test('no list, an error, or nothing that is a row of it', () => {
		const row = ready({ applied: [part('create', 2)] });
		for (const unreadable of [
			undefined,
			null,
			'',
			'not read',
			42,
			{ json: row },
			[{ json: { error: 'Data table not found' } }],
			[{ json: row }, { json: {}, error: { message: 'x' } }],
			[{ json: row, error: new Error('x') }],
			['junk'],
			[{ state: 'applied' }, 7],
		]) {
			expect(readPast(unreadable, 'w1', DAY)).toMatchObject({ log: 'unreadable', applied: [] });
		}
	});

	test('junk between rows and rows of another workflow are passed over', () => {
		const other = ready({ applied: [part('create', 9)] }, { workflow: 'w2' });
		const own = ready({ applied: [part('create', 2)] });
		expect(total('create', other, 'junk', { a: 1 }, null, { json: own })).toBe(2);
		expect(past(other)).toMatchObject({ log: 'read', applied: [] });
	});
});

describe('what went out without anybody being asked', () => {
	test('by action and part, on the day that the run was about', () => {
		const { applied } = past(
			ready({ applied: [part('deactivate', 3), part('create', 2, 'company-2')] }),
		);
		expect(applied).toEqual([
			{ date: DAY, ...part('deactivate', 3) },
			{ date: DAY, ...part('create', 2, 'company-2') },
		]);
	});

	test('a person was asked about an approved plan, and not about the ready part of the same run', () => {
		const waited = ready({ applied: [part('deactivate', 12)] }, { decision: 'approved' });
		const part2 = ready({ applied: [part('create', 4)] }, { run: '17:ready' });
		expect(total('deactivate', waited, part2)).toBe(0);
		expect(total('create', waited, part2)).toBe(4);
	});

	test('30 days with the day itself', () => {
		const on = (reference_date: string): number =>
			total('create', ready({ applied: [part('create', 1)] }, { reference_date }));
		expect([on(DAY), on('2026-10-26'), on('2026-10-25'), on('2026-01-01')]).toEqual([1, 1, 0, 0]);
	});

	test('a date that was set by hand, or that is missing, hides nothing', () => {
		const record = ready({ applied: [part('deactivate', 5)] }, { reference_date: '2027-03-01' });
		expect(past(record).applied).toMatchObject([{ date: DAY, people: 5 }]);
		const typed = { ...record, reference_date: '', finished_at: null, started_at: 'x' };
		expect(past(typed).applied).toMatchObject([{ date: DAY, people: 5 }]);
		const created = { ...typed, createdAt: '2026-11-20T03:00:00.000Z' };
		expect(past(created).applied).toMatchObject([{ date: '2026-11-20', people: 5 }]);
	});

	test('a run that stands there twice counts once, as it was written last', () => {
		const early = ready({ applied: [part('create', 1)] });
		const late = { ...early, finished_at: '2026-11-24T05:00:00.000Z' };
		const more = ready({ applied: [part('create', 3)] }, { finished_at: late.finished_at });
		expect(total('create', more, early)).toBe(3);
		expect(total('create', early, late)).toBe(1);
		expect(total('create', early, { ...early, run: '18' })).toBe(2);
	});

	test('a dry run that waits, was rejected or expired applied nothing', () => {
		for (const changes of [
			{ state: 'waiting' as const, applied: null },
			{ state: 'rejected' as const, decision: 'rejected', applied: 0 },
			{ state: 'expired' as const, decision: 'expired', applied: 0 },
			{ state: 'failed' as const, applied: null },
		]) {
			const blocked = { mode: 'dryRun', plan_status: 'blocked', ...changes };
			expect(past(older(blocked)).applied).toEqual([]);
		}
	});

	test('a record of an earlier version: what it planned, at most what it applied', () => {
		expect(total('create', older({ applied: 100 }))).toBe(4);
		expect(total('deactivate', older({ applied: 2 }))).toBe(2);
		expect(total('reactivate', older({ applied: 100 }))).toBe(0);
		expect(past(older({ applied: 3, decision: 'approved' })).applied).toEqual([]);
		// Stopped after it applied, by a message that could not be sent.
		expect(total('create', older({ state: 'failed', applied: 3 }))).toBe(3);
	});

	test('a run that broke off while it applied may have applied everything', () => {
		expect(total('deactivate', older({ state: 'applying', applied: null }))).toBe(3);
		// The error workflow writes over what the plan said of its state.
		expect(total('deactivate', older({ state: 'failed', applied: null }))).toBe(3);
	});

	test('one that somebody stopped may have too, where its plan went by itself', () => {
		expect(total('deactivate', older({ state: 'part', applied: null }))).toBe(3);
		const asked = { state: 'part', applied: null, plan_status: 'blocked' } as const;
		expect(total('deactivate', older(asked))).toBe(0);
	});

	test('details that cannot be right take nothing away', () => {
		const negative = [{ ...part('deactivate', 0), people: -9 }];
		const counts = JSON.stringify({ ...Counts.parse({}), applied: negative });
		for (const broken of [counts, '{', 'null', '[1]']) {
			expect(total('deactivate', older({ counts: broken, applied: 50 }))).toBe(3);
		}
	});
});

describe('what somebody decided', () => {
	test('rows of decided plans are seen; what is left out holds up to its day', () => {
		const given = plan();
		const { seen, leftOut: left } = past(leftOut(given, 0, '2026-12-31'));
		const signature = rowSignature(given.rows[0]!);
		expect(seen?.size).toBe(4);
		expect([...left]).toEqual([signature]);
		expect(readPast([leftOut(given, 0, '2026-12-31')], 'w1', '2027-01-01').leftOut.size).toBe(0);
		expect(past(decidedRun(given)).leftOut.size).toBe(0);
	});

	test('nothing was decided yet', () => {
		expect(past(ready({})).seen).toBeNull();
	});
});

describe('since when somebody is held', () => {
	const on = (reference_date: string, holds: Details['holds'], changes: Partial<RunRecord> = {}) =>
		ready({ holds: holds ?? [] }, { run: reference_date, reference_date, ...changes });

	test('of the newest plan that says so, in whatever order the rows come', () => {
		const before = on('2026-11-22', [heldPerson('nmbrs-1', '2026-11-20')]);
		const newest = on('2026-11-23', [
			heldPerson('nmbrs-1', '2026-11-20'),
			heldPerson('nmbrs-2', '2026-11-23'),
		]);
		for (const rows of [
			[before, newest],
			[newest, before],
		]) {
			expect([...past(...rows).heldSince]).toEqual([
				['nmbrs-1', '2026-11-20'],
				['nmbrs-2', '2026-11-23'],
			]);
		}
	});

	test('a run that failed before its plan, and a ready part, do not break the chain', () => {
		const held = on('2026-11-22', [heldPerson('nmbrs-1', '2026-11-20')]);
		const stopped = { ...start(), run: '18', state: 'failed', counts: null };
		const readyPart = ready({}, { run: '19:ready', reference_date: '2026-11-23' });
		expect(past(held, stopped, readyPart).heldSince.get('nmbrs-1')).toBe('2026-11-20');
	});

	test('released in between begins anew', () => {
		const held = on('2026-11-21', [heldPerson('nmbrs-1', '2026-11-20')]);
		expect(past(held, on('2026-11-22', [])).heldSince.size).toBe(0);
	});

	test('a dry run of another day says nothing about today', () => {
		const today = on(DAY, [heldPerson('nmbrs-1', '2026-11-20')]);
		const future = on('2027-01-01', [heldPerson('nmbrs-1', '2027-01-01')], { mode: 'dryRun' });
		const longAgo = on('2026-01-01', [], { started_at: '2026-11-24T08:00:00.000Z' });
		expect([...past(today, future, longAgo).heldSince]).toEqual([['nmbrs-1', '2026-11-20']]);
	});

	test('a day that is none, or after the plan, is no answer', () => {
		const held = [heldPerson('nmbrs-1', 'lately'), heldPerson('nmbrs-2', '2026-12-24')];
		expect(past(on(DAY, held)).heldSince.size).toBe(0);
	});
});
