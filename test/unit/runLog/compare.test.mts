import { compareWithHistory, readMemory } from '../../../core/runLog/compare';
import type { RunRecord } from '../../../core/runLog/columns';
import { planRecord } from '../../../core/runLog/record';
import { makePlan } from '../../support/approvalPlan.mts';
import {
	approvalOf,
	DAY,
	decidedRun,
	end,
	leftOut,
	plan,
	start,
	viewOf,
} from '../../support/runLog.mts';

describe('what earlier decided plans say about the rows of a new one', () => {
	test('the same rows are seen, others are new', () => {
		const before = decidedRun(plan());
		const next = makePlan([
			{ action: 'deactivate', external_id: 'nmbrs-1' },
			{
				action: 'update',
				external_id: 'nmbrs-2',
				changes: [{ field: 'email', from: 'a', to: 'b' }],
			},
			{ action: 'create', external_id: 'nmbrs-5' },
			{ action: 'hold', external_id: 'nmbrs-4' },
		]);
		const { since, seen } = compareWithHistory(next.rows, [before], 'w1', DAY);
		expect(since).toBe('2026-11-24T09:30:00.000Z');
		expect([...seen.keys()]).toEqual([next.rows[0]?.row_id, next.rows[3]?.row_id]);
	});

	test('a rejected plan was seen too; one that expired, failed, waits or is of another workflow was not', () => {
		const given = plan();
		const rejected = end(given, {}, approvalOf(given.rows, { decision: 'rejected' }));
		expect(compareWithHistory(given.rows, [rejected], 'w1', DAY).seen.size).toBe(4);
		const others = [
			end(given),
			planRecord(start(), { summary: viewOf(given) }),
			start(),
			{},
			null,
			'x',
		];
		expect(compareWithHistory(given.rows, others, 'w1', DAY)).toMatchObject({ since: null });
		expect(compareWithHistory(given.rows, [rejected], 'w2', DAY).since).toBeNull();
		expect(compareWithHistory(given.rows, [], 'w1', DAY).seen.size).toBe(0);
	});

	test('a held row has nothing to leave out, whatever the log says about it', () => {
		const given = plan();
		const { seen, remembered } = compareWithHistory(
			given.rows,
			[leftOut(given, 3, '2026-12-31')],
			'w1',
			DAY,
		);
		expect(seen.size).toBe(4);
		expect(remembered.size).toBe(0);
	});

	test('an exclusion is remembered up to and including its last day', () => {
		const given = plan();
		const history = [leftOut(given, 0, '2026-12-31')];
		const on = (day: string): string[] => [
			...compareWithHistory(given.rows, history, 'w1', day).remembered.keys(),
		];
		expect(on('2026-11-25')).toEqual([given.rows[0]?.row_id]);
		expect(on('2026-12-31')).toEqual([given.rows[0]?.row_id]);
		expect(on('2027-01-01')).toEqual([]);
		expect(
			compareWithHistory(given.rows, history, 'w1', DAY).remembered.get(given.rows[0]!.row_id),
		).toEqual({
			reason: 'Gaat later uit dienst',
			until: '2026-12-31',
			approver: 'Anke Voorbeeld',
			decided_at: '2026-11-24T09:30:00.000Z',
		});
	});

	test('without a date, with a date that is none, or for a row that changed, nothing is remembered', () => {
		const given = plan();
		for (const until of [null, 'ooit', '2026-13-01', '']) {
			const history = [leftOut(given, 0, until)];
			expect(compareWithHistory(given.rows, history, 'w1', DAY).remembered.size).toBe(0);
		}
		const changed = makePlan([
			{
				action: 'deactivate',
				external_id: 'nmbrs-1',
				reason: { code: 'ENDED', text: '', params: {} },
			},
			{ action: 'hold', external_id: 'nmbrs-1' },
			{ action: 'deactivate', external_id: 'nmbrs-11' },
		]);
		const history = [leftOut(given, 0, '2026-12-31')];
		expect(compareWithHistory(changed.rows, history, 'w1', DAY).remembered.size).toBe(0);
	});

	test('the newest approval counts: approved after all ends it, a rejection leaves it', () => {
		const given = plan();
		const first = leftOut(given, 0, '2026-12-31', '2026-11-20T09:00:00.000Z');
		const approved = decidedRun(given, { decided_at: '2026-11-21T09:00:00.000Z' });
		const rejected = end(
			given,
			{},
			approvalOf(given.rows, { decision: 'rejected', decided_at: '2026-11-22T09:00:00.000Z' }),
		);
		const count = (...history: RunRecord[]): number =>
			compareWithHistory(given.rows, history, 'w1', DAY).remembered.size;
		expect(count(first)).toBe(1);
		expect(count(first, approved)).toBe(0);
		expect(count(rejected, first)).toBe(1);
		const once = leftOut(given, 0, null, '2026-11-23T09:00:00.000Z');
		expect(count(first, once)).toBe(0);
	});

	test('left out by a rule in a later plan does not end it', () => {
		const given = plan();
		const first = leftOut(given, 0, '2026-12-31', '2026-11-20T09:00:00.000Z');
		const byRule = decidedRun(given, {
			decided_at: '2026-11-21T09:00:00.000Z',
			excluded: [given.rows[0]!.row_id],
			exclusions: [],
		});
		const { remembered } = readMemory([first, byRule], 'w1', DAY);
		expect(remembered.size).toBe(1);
	});

	test('a damaged log ticks no box', () => {
		const given = plan();
		const good = leftOut(given, 0, '2026-12-31');
		for (const exclusions of ['', '{', '[1]', '{"a":1}', '[{"reason":"x"}]']) {
			const history = [{ ...good, exclusions }];
			expect(compareWithHistory(given.rows, history, 'w1', DAY).remembered.size).toBe(0);
		}
	});
});
