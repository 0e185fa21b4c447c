import { admit } from '../../../core/apply/admit';
import { applyPlans } from '../../../core/apply/run';
import type { CallFault } from '../../../core/apply/port';
import type { PlanRow } from '../../../core/model/plan';
import { DEFAULT_LIMITS } from '../../../core/plan/options';
import { around, ListAlleo } from '../../property/listAlleo.mts';
import { runTwo } from '../../support/people.mts';
import {
	AFTERWARDS,
	approvalFor,
	approved,
	DURING,
	mixedAccounts,
	mixedSource,
	READY,
	reseal,
} from './helper.mts';

/** Several plans in one call of Sync Plan Apply: each is checked for itself, and any refusal refuses all. */

const none = { percent: 0, minimum: 0, maximum: 0 };
const { waiting, ready } = runTwo(mixedSource(), mixedAccounts(), {
	...READY,
	limits: { ...DEFAULT_LIMITS, CREATE_LIMIT: none, DEACTIVATION_LIMIT: none },
});

const both = (...more: Parameters<typeof approved>[1][]): object[] => [
	...approved(waiting.rows, ...more),
	...ready.rows,
];

const tryAdmit = (items: readonly unknown[], now = DURING) =>
	admit(items, { accept: 'approvedOrReady', now, companies: [] });

const codeOf = (items: readonly unknown[], now = DURING): string => {
	const admission = tryAdmit(items, now);
	return admission.ok ? 'admitted' : admission.code;
};

const plansOf = (items: readonly unknown[]) => {
	const admission = tryAdmit(items);
	if (!admission.ok) throw new Error(admission.code);
	return admission.plans;
};

test('the fixture waits with the off-boarding, the create and the hold; the rest is ready', () => {
	const actions = (rows: readonly PlanRow[]) => rows.map(({ action }) => action);
	expect(actions(waiting.rows)).toEqual(['deactivate', 'create', 'hold']);
	expect(actions(ready.rows)).toEqual(['update', 'reactivate']);
});

test('both are admitted, however their rows are shuffled; what is ready goes first', () => {
	const items = both();
	const shuffled = [items[3], items[0], items[4], items[2], items[1]];
	const plans = plansOf(shuffled);
	expect(plans.map(({ plan }) => plan.id)).toEqual([
		ready.summary.plan.id,
		waiting.summary.plan.id,
	]);
	expect(plans.map(({ approval }) => approval?.approver ?? null)).toEqual([null, 'Sanne']);
	expect(plans.map(({ rows }) => rows.map(({ row }) => row.row_id))).toEqual([
		ready.rows.map((row) => row.row_id),
		waiting.rows.map((row) => row.row_id),
	]);
	for (const { row, item } of plans.flatMap(({ rows }) => rows)) {
		expect(shuffled[item]).toMatchObject({ row_id: row.row_id });
	}
});

test('two approved plans keep the order in which they came', () => {
	const items = [...approved(waiting.rows), ...approved(ready.rows)];
	expect(plansOf(items).map(({ plan }) => plan.id)).toEqual([
		waiting.summary.plan.id,
		ready.summary.plan.id,
	]);
});

describe('any refusal refuses all', () => {
	test.each(['rejected', 'expired'] as const)('one is %s', (decision) => {
		expect(codeOf(both({ decision }))).toBe('APPROVAL_NOT_GIVEN');
		expect(codeOf([...both({ decision })].reverse())).toBe('APPROVAL_NOT_GIVEN');
	});

	test('one needs an approval and has none, or has that of the other', () => {
		expect(codeOf([...ready.rows, ...waiting.rows])).toBe('PLAN_NOT_APPROVED');
		const foreign = approvalFor(ready.rows);
		const lent = waiting.rows.map((row) => ({ ...row, approval: foreign }));
		expect(codeOf([...ready.rows, ...lent])).toBe('APPROVAL_OTHER_PLAN');
		const given = ready.rows.map((row) => ({ ...row, approval: approvalFor(waiting.rows) }));
		expect(codeOf([...approved(waiting.rows), ...given])).toBe('APPROVAL_OTHER_PLAN');
	});

	test('one lacks a row, has one twice, or has one that was changed', () => {
		const items = both();
		expect(codeOf(items.slice(1))).toBe('PLAN_INCOMPLETE');
		expect(codeOf(items.slice(0, -1))).toBe('PLAN_INCOMPLETE');
		expect(codeOf([...items, items[0]])).toBe('PLAN_ROW_DUPLICATE');
		expect(codeOf([...items, items.at(-1)])).toBe('PLAN_ROW_DUPLICATE');
		expect(codeOf([...items.slice(0, -1), { ...items.at(-1), name: 'X' }])).toBe(
			'PLAN_ROW_ALTERED',
		);
	});

	test('a row of one plan under the ref of the other', () => {
		const moved = { ...waiting.rows[0], plan: ready.summary.plan };
		expect(codeOf([...both(), moved])).toMatch(/^PLAN_/);
		const [, ...rest] = approved(waiting.rows);
		expect(codeOf([...rest, ...ready.rows, moved])).toMatch(/^PLAN_(?!NOT)/);
		const lone = waiting.rows.slice(0, 1).map((row) => ({ ...row, plan: ready.summary.plan }));
		expect(codeOf([...lone, ...ready.rows.slice(1)])).toBe('PLAN_INCOMPLETE');
	});

	test('one says of itself what the other rows of it do not', () => {
		const [first, ...rest] = ready.rows;
		const odd = { ...first, plan: { ...first!.plan, hash: 'a'.repeat(64) } };
		expect(codeOf([...approved(waiting.rows), odd, ...rest])).toBe('PLAN_MIXED');
		const early = { ...first, plan: { ...first!.plan, status: 'blocked' } };
		expect(codeOf([...approved(waiting.rows), early, ...rest])).toBe('PLAN_MIXED');
	});

	test('one is over', () => {
		const late = reseal(ready.rows, () => ({}), { expires_at: '2026-11-24T03:30:00.000Z' });
		expect(codeOf([...approved(waiting.rows), ...late])).toBe('PLAN_EXPIRED');
		expect(codeOf(both(), AFTERWARDS)).toBe('PLAN_EXPIRED');
	});

	test('one is for a file', () => {
		const file = reseal(ready.rows, () => ({}), { dataset: 'budgets' });
		expect(codeOf([...approved(waiting.rows), ...file])).toBe('PLAN_FOR_FILE');
	});

	test('a stranger among them', () => {
		expect(codeOf([...both(), {}])).toBe('APPLY_NOT_PLAN_ROW');
		expect(codeOf([...both(), ready.summary])).toBe('APPLY_NOT_PLAN_ROW');
	});
});

test('the refusal names the place on the input, not the one in its plan', () => {
	const items = both();
	items[4] = { ...items[4], name: 'X' };
	expect(tryAdmit(items)).toMatchObject({ ok: false, item: 4, params: { item: 5 } });
});

describe('what clashes between two plans is refused as within one', () => {
	const create = waiting.rows.find(({ action }) => action === 'create')!;
	const update = ready.rows.find(({ action }) => action === 'update')!;

	test.each([
		['one account', { alleo_id: waiting.rows[0]!.alleo_id }],
		['one address', { after: { email: create.email } }],
		['one row id', { row_id: create.row_id }],
	])('%s', (_name, change) => {
		const odd = reseal(ready.rows, (row) => (row.row_id === update.row_id ? change : {}));
		expect(codeOf([...approved(waiting.rows), ...odd])).toBe('PLAN_ROW_INVALID');
	});
});

describe('carried out', () => {
	const accounts = () => mixedAccounts().map((account) => ({ ...account }));

	test('one plan after the other, with an outcome for every row', async () => {
		const alleo = new ListAlleo(accounts());
		const result = await applyPlans(around(alleo, DURING), plansOf(both()));
		if (!result.ok) throw new Error('a fault');
		expect(result.outcomes.map(({ action, code }) => `${action} ${code}`)).toEqual([
			'update ROW_UPDATED',
			'reactivate ROW_REACTIVATED',
			'deactivate ROW_DEACTIVATED',
			'create ROW_CREATED',
			'hold HELD',
		]);
		// Both have gone: nothing more is written.
		const { writes } = alleo;
		const again = await applyPlans(around(alleo, DURING), plansOf(both()));
		expect(alleo.writes).toBe(writes);
		expect(again.ok && again.outcomes).toHaveLength(5);
	});

	test('where the second cannot be read, the outcomes of the first are not lost', async () => {
		const alleo = new ListAlleo(accounts());
		const outside = around(alleo, DURING);
		let reads = 0;
		const fault: CallFault = {
			result: { kind: 'failed', code: 'ALLEO_UNAUTHORIZED', params: { system: 'Alleo' } },
			conflict: false,
			outcomeUnknown: false,
			scope: 'run',
			outage: false,
		};
		const port = {
			...outside.port,
			read: async (rows: readonly PlanRow[]) => {
				const reading = await outside.port.read(rows);
				return ++reads === 1 ? reading : { ...reading, faults: new Map([[41, fault]]) };
			},
		};
		const result = await applyPlans({ ...outside, port }, plansOf(both()));
		if (!result.ok) throw new Error('a fault');
		expect(result.stopped).toBe('ALLEO_UNAUTHORIZED');
		expect(result.outcomes.map(({ code }) => code)).toEqual([
			'ROW_UPDATED',
			'ROW_REACTIVATED',
			'ALLEO_UNAUTHORIZED',
			'ALLEO_UNAUTHORIZED',
			'HELD',
		]);
	});

	test('stopped during the first, nothing of the second is begun', async () => {
		const alleo = new ListAlleo(accounts());
		const outside = around(alleo, DURING, { isStopped: () => alleo.writes >= 1, concurrency: 1 });
		const result = await applyPlans(outside, plansOf(both()));
		expect(alleo.writes).toBe(1);
		expect(result.ok && result.outcomes.map(({ code }) => code)).toEqual([
			'ROW_UPDATED',
			'CANCELLED',
			'CANCELLED',
			'CANCELLED',
			'HELD',
		]);
	});
});
