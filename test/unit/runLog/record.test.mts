import { RUN_LOG_COLUMNS } from '../../../core/runLog/columns';
import type { RunRecord } from '../../../core/runLog/columns';
import { planRecord, stopRecord } from '../../../core/runLog/record';
import { rowSignature } from '../../../core/plan/signature';
import type { PlanRow } from '../../../core/model/plan';
import { makePlan, trippedGuard } from '../../support/approvalPlan.mts';
import {
	approvalOf,
	decidedRun,
	end,
	leftOut,
	outcomeOf,
	plan,
	start,
	viewOf,
} from '../../support/runLog.mts';

describe('the signature of a row', () => {
	const [row] = plan().rows as [PlanRow];

	test('is the same in another plan, on another day, in another place', () => {
		const other = makePlan([
			{ action: 'create', external_id: 'nmbrs-9' },
			{ action: 'deactivate', external_id: 'nmbrs-1', row_id: 'x', name: 'Anna Jansen' },
		]).rows[1] as PlanRow;
		expect(other.position).not.toBe(row.position);
		expect(rowSignature(other)).toBe(rowSignature(row));
		expect(rowSignature(row)).toMatch(/^[A-Za-z0-9_-]{16}$/);
	});

	test('differs with the person, the action, the reason, the company and any change', () => {
		const others: PlanRow[] = [
			{ ...row, external_id: 'nmbrs-2' },
			{ ...row, action: 'hold' },
			{ ...row, reason: { ...row.reason, code: 'ENDED' } },
			{ ...row, alleo_company_id: 13 },
			{ ...row, changes: [] },
			{ ...row, changes: [{ field: 'is_active', from: null, to: false }] },
		];
		expect(new Set([row, ...others].map(rowSignature)).size).toBe(others.length + 1);
	});

	test('does not depend on the order of the changes', () => {
		const [, , create] = plan().rows as [PlanRow, PlanRow, PlanRow];
		const turned = { ...create, changes: [...create.changes].reverse() };
		expect(rowSignature(turned)).toBe(rowSignature(create));
	});

	test('there is none for a row that belongs to no id', () => {
		expect(rowSignature({ ...row, external_id: null })).toBeNull();
	});
});

describe('the row of the run log', () => {
	test('a plan that waits, one that goes on by itself, one that changes nothing', () => {
		const given = plan();
		const record = planRecord(start(), { summary: viewOf(given) });
		expect(record).toMatchObject({
			state: 'waiting',
			to_create: 1,
			to_update: 1,
			to_deactivate: 1,
			on_hold: 1,
			plan_hash: given.summary.plan.hash,
			guards: '',
		});
		const ready = makePlan([], { needs_approval: false, status: 'ready' });
		expect(planRecord(start(), { summary: viewOf(ready) }).state).toBe('applying');
		const empty = makePlan([], { needs_approval: false, status: 'empty' });
		expect(planRecord(start(), { summary: viewOf(empty) }).state).toBe('nothing');
		expect(end(empty).state).toBe('nothing');
	});

	test('approved: who, when, what became of the rows, how long it took', () => {
		const given = plan();
		const [first, second, third, fourth] = given.rows as [PlanRow, PlanRow, PlanRow, PlanRow];
		const outcomes = [
			outcomeOf(first, 'skipped', 'EXCLUDED'),
			outcomeOf(second, 'applied'),
			outcomeOf(third, 'already'),
			outcomeOf(fourth, 'skipped', 'HELD'),
		];
		const approval = approvalOf(given.rows, {
			excluded: [first.row_id],
			exclusions: [{ reason: 'Blijft nog', row_ids: [first.row_id], until: '2026-12-31' }],
		});
		const record = end(given, { outcomes }, approval);
		expect(record).toMatchObject({
			run: '17',
			state: 'applied',
			decision: 'approved',
			approver: 'Anke Voorbeeld',
			comment: 'Gezien',
			excluded: 1,
			applied: 1,
			already: 1,
			skipped: 2,
			failed: 0,
			duration_seconds: 6 * 3600 + 31 * 60,
		});
		expect(JSON.parse(record.exclusions ?? '')).toEqual([
			{
				reason: 'Blijft nog',
				until: '2026-12-31',
				rows: [['nmbrs-1', rowSignature(first)]],
			},
		]);
		expect(record.signatures?.split(' ')).toEqual(given.rows.map(rowSignature));
	});

	test('failures are counted by code', () => {
		const given = plan();
		const outcomes = given.rows.map((row, index) =>
			outcomeOf(
				row,
				index === 0 ? 'applied' : 'failed',
				index === 3 ? 'NETWORK' : 'APPLY_REJECTED',
			),
		);
		const record = end(given, { outcomes }, approvalOf(given.rows));
		expect(record).toMatchObject({ state: 'partly', applied: 1, failed: 3 });
		expect(record.problems).toBe('APPLY_REJECTED x2, NETWORK');
	});

	test('rejected, expired with and without a word of Sync Approval, stopped before', () => {
		const given = plan();
		expect(end(given, {}, approvalOf(given.rows, { decision: 'rejected' }))).toMatchObject({
			state: 'rejected',
			decision: 'rejected',
		});
		expect(end(given)).toMatchObject({ state: 'expired', decision: 'expired', approver: null });
		const expired = approvalOf(given.rows, { decision: 'expired', approver: '' });
		expect(end(given, {}, expired).state).toBe('expired');
		expect(end(given, { rows: [] }).state).toBe('failed');
	});

	test('tripped guards are named', () => {
		const given = makePlan([], {
			guards: [trippedGuard('DEACTIVATION_LIMIT'), trippedGuard('FIELD_DRIFT')],
		});
		expect(planRecord(start(), { summary: viewOf(given) }).guards).toBe(
			'DEACTIVATION_LIMIT, FIELD_DRIFT',
		);
	});

	test('holds exactly the columns of the table, each a text, a number or nothing', () => {
		const record = decidedRun(plan());
		expect(Object.keys(record)).toEqual(RUN_LOG_COLUMNS.map(({ name }) => name));
		for (const { name, type } of RUN_LOG_COLUMNS) {
			const value = record[name as keyof RunRecord];
			if (value !== null) expect({ name, type: typeof value }).toEqual({ name, type });
			expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/);
		}
		const reserved = ['id', 'createdAt', 'updatedAt'];
		expect(RUN_LOG_COLUMNS.filter(({ name }) => reserved.includes(name))).toEqual([]);
	});

	test('names no employee: no name, no address, no date of birth', () => {
		const text = JSON.stringify(leftOut(plan(), 2, '2026-12-31'));
		for (const value of ['Anna', 'de Vries', 'Jansen', '@', '1990-05-04', '2019-03-01']) {
			expect(text).not.toContain(value);
		}
		expect(text).toContain('nmbrs-3');
	});

	test('a stop keeps the node and the code, not the text of the error', () => {
		const stopped = stopRecord({
			run: '18',
			workflow: 'w1',
			node: 'Read NMBRS employees',
			error: 'Jan Jansen could not be read. Try again (UNAVAILABLE: GET /x NODE)',
			version: '0.1.0',
			now: '2026-11-24T03:00:05.000Z',
		});
		expect(stopped).toMatchObject({
			state: 'failed',
			problems: 'Read NMBRS employees: UNAVAILABLE',
		});
		expect(Object.keys(stopped)).not.toContain('started_at');
	});
});
