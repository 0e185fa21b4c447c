import type { Outcome } from '../../../core/model/plan';
import { changesIn, countOutcomes, countRows, kindOf, totalOf } from '../../../core/plan/count';
import { countsText } from '../../../core/ui/actions';
import { decisionRules } from '../../../core/approval/rules';
import { selectRows } from '../../../core/report/page/select';
import { FIRST_VIEW } from '../../../core/report/page/view';
import { renderMarkdown } from '../../../core/report/markdown';
import { planRecord, startRecord } from '../../../core/runLog/record';
import { DURING, makePlan, reason } from '../../support/approvalPlan.mts';

/** One plan with everything in it: a move, half a move, a takeover, a transfer and ordinary rows. */

const MOVE = reason('MOVE');
const { rows, summary } = makePlan([
	{
		action: 'create',
		row_id: 'arrive',
		external_id: 'nmbrs-1',
		alleo_company_id: 13,
		reason: MOVE,
	},
	{
		action: 'deactivate',
		row_id: 'leave',
		external_id: 'nmbrs-1',
		reason: MOVE,
		linked_row_id: 'arrive',
	},
	{ action: 'deactivate', row_id: 'half', external_id: 'nmbrs-2', reason: MOVE },
	{ action: 'deactivate', row_id: 'off', external_id: 'nmbrs-3' },
	{ action: 'create', row_id: 'new', external_id: 'nmbrs-4' },
	{ action: 'update', row_id: 'over', external_id: 'nmbrs-5', reason: reason('TAKEOVER') },
	{ action: 'update', row_id: 'next', external_id: 'nmbrs-6', reason: reason('TRANSFER') },
	{ action: 'hold', row_id: 'held', external_id: 'nmbrs-7' },
]);

const EXPECTED = {
	takeover: 1,
	move: 2,
	deactivate: 1,
	hold: 1,
	reactivate: 0,
	create: 1,
	update: 1,
};

test('a move counts once, as a move; a takeover and a transfer once', () => {
	expect(countRows(rows)).toEqual(EXPECTED);
	expect(changesIn(EXPECTED)).toBe(6);
	expect(rows.map(kindOf).filter((kind) => kind === 'deactivate')).toHaveLength(1);
});

test('page, rules, report and summary have the same numbers; by action a move is an arrival', () => {
	const { guards, partitions, plan } = summary;
	const expiresAt = plan.expires_at;
	const rules = decisionRules({ rows, guards, partitions, expiresAt, now: DURING });
	expect(rules.offboardings).toBe(1);
	expect(selectRows(rows, FIRST_VIEW).counts).toEqual(EXPECTED);
	expect(selectRows(rows, FIRST_VIEW).foundPerAction).toEqual(EXPECTED);
	expect(summary.kinds).toEqual(EXPECTED);
	expect(summary.rows).toEqual({ create: 2, update: 2, reactivate: 0, deactivate: 2, hold: 1 });
	const said = countsText(EXPECTED, 'en');
	expect(said).toBe('1 off-boarding, 1 takeover, 2 moves, 1 onboarding, 1 update, 1 on hold');
	expect(renderMarkdown(summary, rows, 'en')).toContain(said);
	const start = startRecord({
		run: '1',
		workflow: 'w',
		customer: 'c',
		source: 'nmbrs',
		mode: 'daily',
		referenceDate: '2026-11-24',
		remembered: 0,
		version: '1',
		now: DURING,
	});
	expect(planRecord(start, { summary, rows })).toMatchObject({
		to_create: 2,
		to_update: 2,
		to_reactivate: 0,
		to_deactivate: 2,
		on_hold: 1,
	});
});

const outcome = (row_id: string, action: Outcome['action'], kind: Outcome['outcome']): Outcome => ({
	row_id,
	action,
	external_id: null,
	alleo_id: null,
	outcome: kind,
	code: 'NONE',
	message: '',
	http_status: null,
	request_id: null,
});

test('what became of a move is what became of its worse half', () => {
	const { applied, failed, skipped } = countOutcomes(rows, [
		outcome('arrive', 'create', 'applied'),
		outcome('leave', 'deactivate', 'failed'),
		outcome('half', 'deactivate', 'applied'),
		outcome('off', 'deactivate', 'applied'),
		outcome('held', 'hold', 'skipped'),
	]);
	expect(failed).toMatchObject({ move: 1, deactivate: 0 });
	expect(applied).toMatchObject({ move: 1, create: 0, deactivate: 1 });
	expect([totalOf(skipped), skipped.hold]).toEqual([1, 1]);
});

test('a hold that was answered counts as what it became, a move once', () => {
	const choice = { alleo_company_id: 12, alleo_id: 1, changes: [], before: {}, reason: MOVE };
	const held = makePlan([
		{
			action: 'hold',
			row_id: 'h2',
			external_id: 'nmbrs-9',
			choice: { ...choice, action: 'create', after: { external_id: 'nmbrs-9' } },
		},
		{
			action: 'hold',
			row_id: 'h1',
			external_id: 'nmbrs-8',
			linked_row_id: 'h2',
			choice: { ...choice, action: 'deactivate', after: { is_active: false } },
		},
	]).rows;
	const answered = [outcome('h2', 'create', 'applied'), outcome('h1', 'deactivate', 'applied')];
	expect(countOutcomes(held, answered).applied).toEqual({ ...countRows([]), move: 1 });
	const not = [outcome('h2', 'hold', 'skipped'), outcome('h1', 'hold', 'skipped')];
	expect(countOutcomes(held, not).skipped).toEqual({ ...countRows([]), hold: 2 });
});

test('a count in words is singular where it is one, and says nothing of what there is none of', () => {
	const counts = { ...countRows([]), deactivate: 1, create: 1200, hold: 2 };
	expect(countsText(counts, 'en')).toBe('1 off-boarding, 1,200 onboardings, 2 on hold');
	expect(countsText(counts, 'nl')).toBe('1 offboarden, 1.200 onboarden, 2 wachten');
	expect(countsText(countRows([]), 'nl')).toBe('');
});
