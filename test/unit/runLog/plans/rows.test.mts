import { readDeskCall } from '../../../../core/runLog/deskCall';
import { PlanOnRecord } from '../../../../core/runLog/plans/columns';
import { plansOnRecord, plansStopped } from '../../../../core/runLog/plans/record';
import { readRows, rowsOnRecord, writeRows } from '../../../../core/runLog/plans/rows';
import type { PlanLine } from '../../../../core/runLog/plans/rows';
import { endRecords, planRecords } from '../../../../core/runLog/end';
import { makePlan } from '../../../support/approvalPlan.mts';
import { approvalOf, outcomeOf, plan, start, viewOf } from '../../../support/runLog.mts';

/** What the table of plans keeps: of each row what became of it, and of each plan who decided what. */

const NOW = '2026-11-24T10:00:00.000Z';
const made = plan();
const planId = viewOf(made).plan.id;
const undecided = made.rows.map((row) => ({ row, approval: null }));

function callOf(changes: object = {}) {
	const read = readDeskCall({ event: 'plan', workflow: 'w1', run: '17', ...changes });
	if (!read.ok) throw new Error(read.problem.code);
	return read.value;
}

const to = { customer: 'Bakkerij', language: 'nl' as const, recipients: [], zone: 'Europe/Lisbon' };

describe('rows', () => {
	test('before anything is done no row has an outcome', () => {
		const rows = rowsOnRecord(undecided, []);
		expect(rows).toHaveLength(made.rows.length);
		expect(rows.every(({ outcome, code }) => outcome === null && code === null)).toBe(true);
	});

	test('what was applied, failed and left out is told apart', () => {
		const [first, second, third] = made.rows;
		if (first === undefined || second === undefined || third === undefined) throw new Error();
		const approval = approvalOf(made.rows, { excluded: [third.row_id] });
		const rows = rowsOnRecord(
			made.rows.map((row) => ({ row, approval })),
			[
				outcomeOf(first, 'applied'),
				outcomeOf(second, 'failed', 'ALLEO_REJECTED'),
				outcomeOf(third, 'skipped', 'EXCLUDED'),
			],
		);
		const became = new Map(rows.map((row) => [row.row_id, row]));
		expect(became.get(first.row_id)).toMatchObject({ outcome: 'applied', code: 'APPLIED' });
		expect(became.get(second.row_id)).toMatchObject({ outcome: 'failed', code: 'ALLEO_REJECTED' });
		expect(became.get(third.row_id)).toMatchObject({ outcome: 'leftOut' });
	});

	test('who is held in the plan waits as before, and was not passed over', () => {
		const hold = made.rows.find(({ action }) => action === 'hold');
		if (hold === undefined) throw new Error();
		const rows = rowsOnRecord(undecided, [outcomeOf(hold, 'skipped', 'HELD')]);
		expect(rows.find(({ action }) => action === 'hold')).toMatchObject({
			outcome: null,
			code: null,
		});
	});

	test('an outcome of another row is nobody’s here', () => {
		const [first] = made.rows;
		if (first === undefined) throw new Error();
		const strange = { ...outcomeOf(first, 'applied'), row_id: 'create-nmbrs-99' };
		expect(rowsOnRecord(undecided, [strange]).map(({ outcome }) => outcome)).toEqual(
			undecided.map(() => null),
		);
	});

	test('a move is one line, and failed where one of its rows did', () => {
		const move = makePlan([
			{
				action: 'create',
				external_id: 'nmbrs-5',
				reason: { code: 'MOVE', params: {}, text: 'Move' },
			},
			{
				action: 'deactivate',
				external_id: 'nmbrs-5',
				reason: { code: 'MOVE', params: {}, text: 'Move' },
			},
		]);
		const ids = move.rows.map(({ row_id }) => row_id);
		const arrive = move.rows.find(({ action }) => action === 'create');
		const leave = move.rows.find(({ action }) => action === 'deactivate');
		if (arrive === undefined || leave === undefined) throw new Error(ids.join());
		const linked = [arrive, { ...leave, linked_row_id: arrive.row_id }];
		const rows = rowsOnRecord(
			linked.map((row) => ({ row, approval: null })),
			[outcomeOf(arrive, 'applied'), outcomeOf(leave, 'failed', 'NETWORK')],
		);
		expect(rows).toMatchObject([{ action: 'move', outcome: 'failed', code: 'NETWORK' }]);
	});
});

describe('one cell', () => {
	const rows = rowsOnRecord(undecided, []);

	test('gives back what was put in', () => {
		expect(readRows(writeRows(rows))).toEqual({ all: true, rows });
		const odd = rows.map((row, at) => ({ ...row, row_id: `odd ${at}` }));
		expect(readRows(writeRows(odd))?.rows).toEqual(odd);
	});

	test('10,000 people fit', () => {
		const many = Array.from({ length: 10_000 }, (_, at): PlanLine => {
			const external_id = `nmbrs-9f8e7d6c-5b4a-4321-8765-${String(at).padStart(12, '0')}`;
			return {
				row_id: `update-${external_id}`,
				action: 'update',
				name: 'Wilhelmina van der Meulen-Hendrikse',
				external_id,
				reason: 'EMPLOYEE_CHANGED_SOMETHING',
				outcome: 'skipped',
				code: 'ALLEO_CHANGED_MEANWHILE_AGAIN',
			};
		});
		const cell = writeRows(many);
		expect(cell.length).toBeLessThan(2_500_000);
		expect(readRows(cell)?.rows).toHaveLength(10_000);
	});

	test('where it is too long what failed stays, and it says so', () => {
		const failed = rows.map((row, at) => ({ ...row, outcome: at === 0 ? 'failed' : 'applied' }));
		const cell = writeRows(failed as PlanLine[], 200);
		const kept = readRows(cell);
		expect(kept).toMatchObject({ all: false, rows: [{ outcome: 'failed' }] });
		expect(readRows(writeRows(failed as PlanLine[], 10))).toEqual({ all: false, rows: [] });
	});

	test.each([null, '', 'x', '{}', '[]', '{"kept":"all","rows":[["drop",1]]}'])(
		'%s is no list',
		(cell) => {
			expect(readRows(cell)).toBeNull();
		},
	);
});

describe('plans', () => {
	const summaries = [viewOf(made)];

	test('one that waits is kept whole, and no link with it', () => {
		const link = 'https://n8n.example/webhook-waiting/17?signature=abc';
		const log = planRecords(start(), { summaries, rows: undecided }, { link });
		const [kept] = plansOnRecord(log, {
			call: callOf({ link }),
			known: { summaries, rows: undecided, outcomes: [] },
			to,
		});
		expect(kept).toMatchObject({
			plan_id: planId,
			workflow: 'w1',
			run: '17',
			state: 'waiting',
			time_zone: 'Europe/Lisbon',
			asked_by: null,
		});
		expect(JSON.stringify(kept)).not.toContain('signature');
		expect(PlanOnRecord.parse(kept)).toEqual(kept);
	});

	test('no address, birthday or e-mail of anybody is kept', () => {
		const log = planRecords(start(), { summaries, rows: undecided });
		const text = JSON.stringify(
			plansOnRecord(log, {
				call: callOf(),
				known: { summaries, rows: undecided, outcomes: [] },
				to,
			}),
		);
		for (const { email, after } of made.rows) {
			if (email !== null) expect(text).not.toContain(email);
			const { birthday } = { birthday: null, ...after };
			if (typeof birthday === 'string') expect(text).not.toContain(birthday);
		}
	});

	test('the end says who decided what, with the rows as they became', () => {
		const approval = approvalOf(made.rows);
		const rows = made.rows.map((row) => ({ row, approval }));
		const outcomes = made.rows
			.filter(({ action }) => action !== 'hold')
			.map((row) => outcomeOf(row, 'applied'));
		const known = { summaries, rows, outcomes };
		const log = endRecords({ start: start(), came: known, known, now: NOW });
		const [kept] = plansOnRecord(log, { call: callOf({ event: 'done' }), known, to });
		expect(kept).toMatchObject({
			state: 'applied',
			decided_by: 'Anke Voorbeeld',
			comment: 'Gezien',
			decided_at: approval.decided_at,
			finished_at: NOW,
		});
		const kinds = readRows(kept?.rows ?? '')?.rows.map(({ outcome }) => outcome);
		expect(kinds?.filter((outcome) => outcome === 'applied')).toHaveLength(outcomes.length);
	});

	test('a run without a plan has none; one that stopped says so and leaves the rest', () => {
		expect(
			plansOnRecord([start()], {
				call: callOf(),
				known: { summaries: [], rows: [], outcomes: [] },
				to,
			}),
		).toEqual([]);
		const stopped = {
			run: '17',
			workflow: 'w1',
			state: 'failed' as const,
			finished_at: NOW,
			problems: 'Apply to Alleo: NETWORK',
		};
		const logged = [{ run: '17', workflow: 'w1', plan_id: planId }];
		expect(plansStopped([stopped], logged)).toEqual([
			{
				plan_id: planId,
				workflow: 'w1',
				run: '17',
				state: 'failed',
				finished_at: NOW,
				problems: 'Apply to Alleo: NETWORK',
			},
		]);
		// Another workflow's run of the same number is another run.
		expect(plansStopped([stopped], [{ ...logged[0], workflow: 'w2' }])).toEqual([]);
		expect(plansStopped([stopped], null)).toEqual([]);
	});
});
