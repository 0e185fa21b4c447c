import fc from 'fast-check';
import { admit } from '../../core/apply/admit';
import { applyPlans } from '../../core/apply/run';
import type { AlleoEmployee } from '../../core/model/employee';
import type { Approval, PlanRow } from '../../core/model/plan';
import type { Plan } from '../../core/plan/finish';
import { NO_PAST } from '../../core/plan/past';
import type { DiffInput } from '../../core/plan/people';
import { verifyPlan } from '../../core/plan/planHash';
import { rowSignature } from '../../core/plan/signature';
import { inputOf, plansFrom, rowsThat, trippedOf } from './firm/plans.mts';
import { scenes } from './firm/scenes.mts';
import type { Scene } from './firm/scenes.mts';
import { isAboutWhole, isUnusual, waitingOf } from './firm/waits.mts';
import { around, ListAlleo } from './listAlleo.mts';
import { applyInMemory, replayable, stateOf } from './world.mts';

/**
 * The invariants of docs/SPEC.md over both plans of one reading, from the records of the source on.
 * Replay a failure with FC_SEED and FC_RUNS.
 */

const NOW = '2026-11-24T04:00:00.000Z';

interface Split {
	input: DiffInput;
	plans: Plan[];
	/** The one plan that the same reading gives without splitting. */
	whole: Plan;
	rows: PlanRow[];
	waiting: PlanRow[];
	ready: PlanRow[];
}

/** What somebody left out before is chosen among the rows that there are. */
function split(scene: Scene): Split {
	const plain = inputOf(scene);
	const [before] = plansFrom({ ...plain, options: { ...plain.options, splitPlan: false } });
	const leftOut = (before?.rows ?? [])
		.filter(({ action }, at) => action !== 'hold' && at % scene.leftOutEach === 1)
		.flatMap((row) => rowSignature(row) ?? []);
	const past = { ...NO_PAST, log: 'read' as const, leftOut: new Set(leftOut) };
	return plansOf({ ...plain, options: { ...plain.options, past } });
}

function plansOf(input: DiffInput): Split {
	const plans = plansFrom(input);
	const [whole] = plansFrom({ ...input, options: { ...input.options, splitPlan: false } });
	if (whole === undefined) throw new Error('no plan');
	return {
		input,
		plans,
		whole,
		rows: plans.flatMap(({ rows }) => rows),
		waiting: rowsThat(plans, true),
		ready: rowsThat(plans, false),
	};
}

const check = (property: (given: Split, scene: Scene) => void, share = 1): void => {
	const { numRuns = 2000, ...rest } = replayable();
	fc.assert(
		fc.property(scenes(), (scene) => property(split(scene), scene)),
		{ ...rest, numRuns: Math.ceil((numRuns / 10) * share) },
	);
};

const approvalOf = ({ plan }: PlanRow): Approval => ({
	plan_id: plan.id,
	plan_hash: plan.hash,
	decision: 'approved',
	approver: 'Sanne',
	comment: null,
	decided_at: NOW,
	excluded: [],
	exclusions: [],
});

const approved = (rows: readonly PlanRow[]): object[] =>
	rows.map((row) => ({ ...row, approval: approvalOf(row) }));

const admits = (items: readonly object[]): boolean =>
	admit(items, { accept: 'approvedOrReady', now: NOW, companies: [] }).ok;

/** A row without what differs from plan to plan. */
const content = ({ plan: _plan, position: _at, row_hash: _hash, ...rest }: PlanRow): object => rest;

const byId = (rows: readonly PlanRow[]): object[] =>
	[...rows].sort((a, b) => (a.row_id < b.row_id ? -1 : 1)).map(content);

/** What is proposed for whom, whatever the plan. */
const proposals = (rows: readonly PlanRow[]): string[] =>
	rows
		.filter(({ action }) => action !== 'hold')
		.map((row) => `${row.action} ${row.external_id} ${row.alleo_id} ${rowSignature(row)}`)
		.sort();

const COUNTED = ['create', 'update', 'reactivate', 'deactivate', 'hold'] as const;

test('I9: every row is in exactly one plan, in its place, under its hash', () => {
	check(({ plans, whole, rows }) => {
		expect(plans.length === 1 || plans.every((plan) => plan.rows.length > 0)).toBe(true);
		expect(new Set(rows.map((row) => row.row_id)).size).toBe(rows.length);
		expect(byId(rows)).toEqual(byId(whole.rows));
		for (const { rows: own, summary } of plans) {
			expect(own.map(({ position }) => position)).toEqual(own.map((_, at) => at));
			if (own.length > 0) expect(verifyPlan(own)).toEqual({ ok: true, plan: summary.plan });
		}
		expect(new Set(plans.map(({ summary }) => summary.plan.id)).size).toBe(plans.length);
		expect(new Set(plans.map(({ summary }) => summary.plan.hash)).size).toBe(plans.length);
	});
});

test('I9: the counts are of the whole reading, the same in both, and add up', () => {
	check(({ input, plans, whole, rows }) => {
		for (const { rows: listed, summary } of plans) {
			const { counts } = summary;
			expect(counts).toEqual(whole.summary.counts);
			const parts = [...COUNTED, 'unchanged', 'upcoming', 'merged'] as const;
			const sum = parts.reduce((total, key) => total + counts[key], 0);
			expect(sum + counts.ended_unknown + counts.ineligible_unknown).toBe(input.source.length);
			const halves = listed.filter(
				({ reason, action }) => reason.code === 'MOVE' && action !== 'hold',
			);
			expect(halves.length % 2).toBe(0);
			for (const action of COUNTED) {
				const own = listed.filter((row) => row.action === action);
				const left = action === 'deactivate' ? halves.length / 2 : 0;
				expect([action, summary.rows[action]]).toEqual([action, own.length - left]);
			}
		}
		// In the counts a move is one person, by the row with which the person arrives.
		const { counts } = whole.summary;
		const people = rows.filter(
			({ action, reason }) => action !== 'deactivate' || reason.code !== 'MOVE',
		);
		for (const action of COUNTED) {
			const absent = action === 'deactivate' ? counts.absent_deactivate : 0;
			const total = people.filter((row) => row.action === action).length;
			expect([action, total]).toEqual([action, counts[action] + absent]);
		}
	});
});

test('I2: the ready plan has nothing unusual, and the waiting one nothing but what hangs on that', () => {
	check(({ input, plans, waiting, ready, rows }) => {
		const [first, second] = plans;
		const because = first?.summary.needs_approval_because ?? [];
		const tripped = trippedOf(plans).map(({ code }) => code);
		const unusual = isUnusual(tripped, input.options.past.leftOut);
		expect(ready.filter(unusual)).toEqual([]);
		for (const { summary, rows: own } of plans.filter(({ summary: one }) => !one.needs_approval)) {
			expect(summary.guards.filter((guard) => guard.tripped)).toEqual([]);
			expect(summary.needs_approval_because).toEqual([]);
			expect([summary.status, summary.plan.status]).toEqual(
				own.length === 0 ? ['empty', 'empty'] : ['ready', 'ready'],
			);
		}
		if (second !== undefined) {
			expect(plans.map(({ summary }) => summary.needs_approval)).toEqual([true, false]);
			expect(because.filter((code) => tripped.includes(code) && isAboutWhole(code))).toEqual([]);
			expect(second.summary.notices).toEqual([]);
		}
		if (tripped.some(isAboutWhole)) {
			expect(plans).toHaveLength(1);
			expect(ready).toEqual([]);
			return;
		}
		const expected = waitingOf(rows, unusual, input.alleo as AlleoEmployee[]);
		expect(waiting.map((row) => row.row_id).sort()).toEqual([...expected].sort());
	});
});

test('I2: the same is asked as of one plan; without splitting, or always asked, there is one', () => {
	check(({ input, plans, whole }) => {
		const [first] = plans;
		expect(first?.summary.needs_approval).toBe(whole.summary.needs_approval);
		expect(first?.summary.guards).toEqual(whole.summary.guards);
		const always = plansFrom({ ...input, options: { ...input.options, approval: 'always' } });
		expect(always).toHaveLength(1);
		expect(always[0]?.summary.needs_approval).toBe(whole.rows.length > 0);
	}, 0.5);
});

test('I3: each plan is admitted alone, and both together; rows of two plans mixed are not', () => {
	check(({ plans, waiting, ready }, { stop }) => {
		if (waiting.length > 0) {
			expect(admits(approved(waiting))).toBe(true);
			expect(admits(waiting)).toBe(false);
		}
		if (ready.length > 0) expect(admits(ready)).toBe(true);
		if (plans.length < 2) return;
		const [one, other] = [approved(waiting), [...ready]];
		expect(admits([...one, ...other])).toBe(true);
		expect(admits([...other, ...one])).toBe(true);
		const at = stop % ready.length;
		const from = stop % waiting.length;
		const taken = waiting[from]!;
		const without = <T,>(list: readonly T[], place: number): T[] =>
			list.filter((_, index) => index !== place);
		const ref = ready[0]!.plan;
		const mixtures: object[][] = [
			[...one, ...without(other, at)],
			[...without(one, from), ...other],
			[...other, taken],
			[...other, { ...taken, plan: ref }],
			[...without(other, at), { ...taken, plan: ref, position: at }],
			[...one, ...other, other[at]!],
			[...waiting, ...other],
			// The approval of one plan on the rows of the other.
			[...other.map((row) => ({ ...row, approval: approvalOf(taken) })), ...one],
			waiting.map((row) => ({ ...row, approval: approvalOf(ready[0]!) })),
		];
		for (const [place, items] of mixtures.entries()) {
			if (items.length === 0) continue;
			// A plan of one row that is gone is simply not there.
			const gone = (place === 0 && ready.length === 1) || (place === 1 && waiting.length === 1);
			expect([place, admits(items)]).toEqual([place, gone]);
		}
	});
});

test('I3: the same plans to the byte, whatever the order of the items', () => {
	check(({ input, plans }, { stop }) => {
		const turned = <T,>(list: readonly T[]): T[] =>
			list.map((_, at) => list[(at + stop) % list.length] as T).reverse();
		const again = plansFrom({
			...input,
			source: turned(input.source),
			alleo: turned(input.alleo),
			coverage: turned(input.coverage),
		});
		expect(JSON.stringify(again)).toBe(JSON.stringify(plans));
	});
});

test('I8: the ready one first and then the waiting one end where one plan would', () => {
	check(({ input, whole, waiting, ready }) => {
		const alleo = input.alleo as AlleoEmployee[];
		const at = stateOf(applyInMemory(alleo, whole.rows));
		expect(stateOf(applyInMemory(applyInMemory(alleo, ready), waiting))).toEqual(at);
	});
});

test('I7: after the ready plan the next run plans exactly what waited, and then nothing', () => {
	check(({ input, waiting, ready }) => {
		const alleo = input.alleo as AlleoEmployee[];
		const after = applyInMemory(alleo, ready);
		const next = plansOf({ ...input, alleo: after });
		expect(proposals(next.rows)).toEqual(proposals(waiting));
		const end = applyInMemory(after, waiting);
		expect(proposals(plansOf({ ...input, alleo: end }).rows)).toEqual([]);
	});
});

test('I8: stopped at any row of either plan and run again, the end state is the same', () => {
	check(({ input, whole, waiting, ready }, { stop }) => {
		const alleo = input.alleo as AlleoEmployee[];
		const at = stateOf(applyInMemory(alleo, whole.rows));
		const done = [ready, waiting].map((rows, place) => [place, rows.slice(0, stop)] as const);
		for (const [place, part] of done) {
			const stopped = applyInMemory(place === 0 ? alleo : applyInMemory(alleo, ready), part);
			const next = plansOf({ ...input, alleo: stopped });
			const resumed = applyInMemory(applyInMemory(stopped, next.ready), next.waiting);
			expect(stateOf(resumed)).toEqual(at);
		}
	});
});

/** Alleo after the items went out in one call, and how the rows fared. */
async function sent(alleo: readonly AlleoEmployee[], items: readonly object[]) {
	const list = new ListAlleo(alleo);
	const admission = admit(items, { accept: 'approvedOrReady', now: NOW, companies: [] });
	if (!admission.ok) throw new Error(`not admitted: ${admission.code}`);
	const result = await applyPlans(around(list, NOW), admission.plans);
	if (!result.ok) throw new Error(result.fault.result.code);
	return { state: stateOf(list.accounts), outcomes: result.outcomes };
}

test('I8, I9: both plans in one call end where one plan would, with an outcome for every row', async () => {
	const { numRuns = 2000, ...rest } = replayable();
	await fc.assert(
		fc.asyncProperty(scenes(), async (scene) => {
			const { input, whole, waiting, ready, rows } = split(scene);
			if (rows.length === 0) return;
			const alleo = input.alleo as AlleoEmployee[];
			const asOne = whole.summary.needs_approval ? approved(whole.rows) : whole.rows;
			const { state } = await sent(alleo, asOne);
			const both = await sent(alleo, [...approved(waiting), ...ready]);
			expect(both.state).toEqual(state);
			expect(both.outcomes.map(({ row_id: id }) => id).sort()).toEqual(
				rows.map((row) => row.row_id).sort(),
			);
		}),
		{ ...rest, numRuns: Math.ceil(numRuns / 20) },
	);
});
