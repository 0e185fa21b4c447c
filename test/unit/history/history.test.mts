import { compareWithHistory, readMemory } from '../../../core/history/compare';
import { RUN_LOG_COLUMNS } from '../../../core/history/columns';
import { endRecord, planRecord, startRecord, stopRecord } from '../../../core/history/record';
import type { EndInput } from '../../../core/history/record';
import type { RunRecord } from '../../../core/history/columns';
import { rowSignature } from '../../../core/history/signature';
import type { Approval, Outcome, PlanRow } from '../../../core/plan';
import { readSummary } from '../../../core/report/page/summary';
import type { SummaryView } from '../../../core/report/page/summary';
import { makePlan, trippedGuard } from '../../support/approvalPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';

const DAY = '2026-11-24';

const viewOf = (plan: Plan): SummaryView => {
	const read = readSummary(plan.summary);
	if (!read.ok) throw new Error(read.problem);
	return read.summary;
};

const plan = (): Plan =>
	makePlan([
		{ action: 'deactivate', external_id: 'nmbrs-1' },
		{ action: 'update', external_id: 'nmbrs-2' },
		{ action: 'create', external_id: 'nmbrs-3' },
		{ action: 'hold', external_id: 'nmbrs-4' },
	]);

const start = (): RunRecord =>
	startRecord({
		run: '17',
		workflow: 'w1',
		customer: 'Bakkerij Van Dijk',
		source: 'nmbrs',
		mode: 'daily',
		referenceDate: DAY,
		remembered: 0,
		version: '0.1.0',
		now: '2026-11-24T03:00:00.000Z',
	});

function approvalOf(rows: readonly PlanRow[], changes: Partial<Approval> = {}): Approval {
	const { id, hash } = rows[0]!.plan;
	return {
		plan_id: id,
		plan_hash: hash,
		decision: 'approved',
		approver: 'Anke Voorbeeld',
		comment: 'Gezien',
		decided_at: '2026-11-24T09:30:00.000Z',
		excluded: [],
		exclusions: [],
		...changes,
	};
}

const outcomeOf = (row: PlanRow, outcome: Outcome['outcome'], code = 'APPLIED'): Outcome => ({
	row_id: row.row_id,
	action: row.action,
	external_id: row.external_id,
	alleo_id: row.alleo_id,
	outcome,
	code,
	message: '',
	http_status: null,
	request_id: null,
});

function end(given: Plan, changes: Partial<EndInput> = {}, approval?: Approval): RunRecord {
	return endRecord({
		start: start(),
		summary: viewOf(given),
		rows: given.rows.map((row) => ({ row, approval: approval ?? null })),
		outcomes: [],
		now: '2026-11-24T09:31:00.000Z',
		...changes,
	});
}

/** A run that was approved with these exclusions. */
const decidedRun = (given: Plan, changes: Partial<Approval> = {}): RunRecord =>
	end(
		given,
		{ outcomes: given.rows.map((row) => outcomeOf(row, 'applied')) },
		approvalOf(given.rows, changes),
	);

const leftOut = (
	given: Plan,
	index: number,
	until: string | null,
	decidedAt?: string,
): RunRecord => {
	const row_id = given.rows[index]!.row_id;
	return decidedRun(given, {
		excluded: [row_id],
		exclusions: [{ reason: 'Gaat later uit dienst', row_ids: [row_id], until }],
		...(decidedAt === undefined ? {} : { decided_at: decidedAt }),
	});
};

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
		const record = planRecord(start(), viewOf(given));
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
		expect(planRecord(start(), viewOf(ready)).state).toBe('applying');
		const empty = makePlan([], { needs_approval: false, status: 'empty' });
		expect(planRecord(start(), viewOf(empty)).state).toBe('nothing');
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
		expect(planRecord(start(), viewOf(given)).guards).toBe('DEACTIVATION_LIMIT, FIELD_DRIFT');
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
		const others = [end(given), planRecord(start(), viewOf(given)), start(), {}, null, 'x'];
		expect(compareWithHistory(given.rows, others, 'w1', DAY)).toMatchObject({ since: null });
		expect(compareWithHistory(given.rows, [rejected], 'w2', DAY).since).toBeNull();
		expect(compareWithHistory(given.rows, [], 'w1', DAY).seen.size).toBe(0);
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
