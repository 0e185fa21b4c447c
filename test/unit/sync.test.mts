import type { AlleoEmployee } from '../../core/model/employee';
import { DEFAULT_NORMALIZE_OPTIONS } from '../../core/normalize';
import { parseRawMapping } from '../../core/normalize/mapping';
import { sync, SYNC_STEPS } from '../../core/sync';
import type { ReportedPlan } from '../../core/report/markdown';
import type { SyncInput, SyncStep } from '../../core/sync';
import type { Human } from '../property/hr.mts';
import { records } from '../property/hr.mts';
import { approveAll, around, ListAlleo } from '../property/listAlleo.mts';
import { covered, inputOf, onlyEnd, tripped } from '../support/people.mts';

/** The whole sync from raw records to accounts, and each way in which it ends. */

const TODAY = '2026-04-11';
const DAY = 100;

const human = (key: number, changed: Partial<Human> = {}): Human => ({
	key,
	record: key,
	start: 0,
	end: null,
	email: `p${key}@example.nl`,
	lastName: `Naam${key}`,
	access: 'ja',
	earlier: [],
	...changed,
});

const input = (
	people: readonly Human[],
	alleo: readonly AlleoEmployee[] = [],
	changed: Partial<SyncInput> = {},
): SyncInput => ({
	...inputOf([], alleo, {}, [covered('c1', people.length)]),
	referenceDate: TODAY,
	records: records(people, DAY),
	mapping: parseRawMapping(null),
	transforms: [],
	accessField: 'alleo_access',
	language: 'en',
	inService: { ...DEFAULT_NORMALIZE_OPTIONS, referenceDate: TODAY, selectiveSync: 'on' as const },
	evaluate: () => {
		throw new Error('the preset needs no expression');
	},
	...changed,
});

const NOW = '2026-11-24T03:30:00.000Z';
const actives = ({ accounts }: ListAlleo): string[] =>
	accounts.filter((one) => one.is_active).map((one) => `${one.last_name}`);

test('a first run makes an account for everybody, the next one follows what changed', async () => {
	const people = Array.from({ length: 30 }, (_, index) => human(index + 1));
	const alleo = new ListAlleo([]);
	const steps: SyncStep[] = [];
	const first = await sync(input(people), around(alleo, NOW, { passed: (one) => steps.push(one) }));
	expect(onlyEnd(first).ended).toBe('applied');
	expect(steps).toEqual(SYNC_STEPS);
	expect(actives(alleo)).toHaveLength(30);

	people[0] = human(1, { end: DAY - 1 });
	people[1] = human(2, { lastName: 'Anders' });
	const second = await sync(input(people, alleo.accounts), around(alleo, NOW));
	expect(onlyEnd(second).outcomes.map(({ action, code }) => [action, code])).toEqual([
		['deactivate', 'ROW_DEACTIVATED'],
		['update', 'ROW_UPDATED'],
	]);
	expect(actives(alleo)).toEqual(expect.arrayContaining(['Anders']));
	expect(actives(alleo)).toHaveLength(29);

	const third = await sync(input(people, alleo.accounts), around(alleo, NOW));
	expect(onlyEnd(third)).toMatchObject({ ended: 'none', outcomes: [] });
});

test('a plan that needs nobody is carried out without asking', async () => {
	const alleo = new ListAlleo([]);
	const options = { ...input([]).options, approval: 'whenGuardTrips' as const };
	const never = async (): Promise<never> => await Promise.reject(new Error('asked'));
	const outside = around(alleo, NOW, { answer: never });
	const result = await sync(input([human(1)], [], { options }), outside);
	expect(onlyEnd(result).ended).toBe('applied');
	expect(actives(alleo)).toEqual(['Naam1']);
});

test.each([
	['nobody answered', async () => null],
	[
		'somebody rejected',
		async (plan: ReportedPlan) => ({ ...(await approveAll(plan)), decision: 'reject' as const }),
	],
	[
		'the form is of another plan',
		async (plan: ReportedPlan) => ({ ...(await approveAll(plan)), planHash: 'another' }),
	],
])('nothing is written where %s', async (_name, answer) => {
	const alleo = new ListAlleo([]);
	const result = await sync(input([human(1)]), around(alleo, NOW, { answer }));
	expect(onlyEnd(result)).toMatchObject({ ended: 'refused', outcomes: [] });
	expect(alleo.writes).toBe(0);
});

test('a plan whose guard nobody may override is refused, whatever the form says', async () => {
	const people = Array.from({ length: 6 }, (_, index) => human(index + 1));
	const alleo = new ListAlleo([]);
	await sync(input(people), around(alleo, NOW));
	const { writes } = alleo;
	const renumbered = people.map((one) => ({ ...one, record: one.record + 100 }));
	const result = await sync(
		input([...renumbered, human(7)], alleo.accounts),
		around(alleo, NOW, { answer: approveAll }),
	);
	const { plan, ended } = onlyEnd(result);
	expect(tripped(plan.summary)).toContain('IDENTITY_KEYS_CHANGED');
	expect(ended).toBe('refused');
	expect(alleo.writes).toBe(writes);
});

test.each([
	['after its end', { now: () => '2026-11-25T03:00:00.000Z', answer: approveAll }, 'refused'],
	['stopped before the first row', { isStopped: () => true }, 'applied'],
])('nothing is written %s', async (_name, changed, ended) => {
	const alleo = new ListAlleo([]);
	const result = await sync(input([human(1)]), around(alleo, NOW, changed));
	expect(onlyEnd(result).ended).toBe(ended);
	expect(alleo.writes).toBe(0);
});

test('a step that cannot go on says why, and nothing after it runs', async () => {
	const steps: SyncStep[] = [];
	const outside = around(new ListAlleo([]), NOW, { passed: (one) => steps.push(one) });
	const broken = await sync(input([human(1)], [{ id: 'x' } as never]), outside);
	expect(broken).toMatchObject({ ok: false, problem: { code: 'DIFF_ITEM_MALFORMED' } });
	expect(steps).toEqual(['normalize']);
	const unknown = await sync(input([], [], { records: [{ nothing: 1 }] }), outside);
	expect(unknown.ok).toBe(false);
	expect(steps).toEqual(['normalize']);
});

describe('a reading in two plans', () => {
	const people = Array.from({ length: 30 }, (_, index) => human(index + 1));
	const none = { percent: 0, minimum: 0, maximum: 0 };
	const { options: usual } = input([]);
	const options = {
		...usual,
		approval: 'whenGuardTrips' as const,
		limits: { ...usual.limits, CREATE_LIMIT: none },
	};
	const changed = [human(1, { end: DAY - 1 }), ...people.slice(1), human(31)];

	const started = async (): Promise<ListAlleo> => {
		const alleo = new ListAlleo([]);
		await sync(input(people), around(alleo, NOW));
		return alleo;
	};

	test.each([
		['approved', approveAll, 'applied', [...Array.from({ length: 29 }, (_, at) => at + 2), 31]],
		['left unanswered', async () => null, 'refused', Array.from({ length: 29 }, (_, at) => at + 2)],
	] as const)(
		'what is ready has gone before the rest is %s',
		async (_name, answer, ended, left) => {
			const alleo = await started();
			let active: string[] = [];
			const outside = around(alleo, NOW, {
				answer: async (plan) => {
					active = actives(alleo);
					return await answer(plan);
				},
			});
			const result = await sync(input(changed, alleo.accounts, { options }), outside);
			if (!result.ok) throw new Error(result.problem.code);
			const ends = result.value.map((end) => (end.ok ? end.value : null));
			expect(ends.map((end) => end?.ended)).toEqual(['applied', ended]);
			expect(ends.map((end) => end?.plan.summary.needs_approval)).toEqual([false, true]);
			expect(active).not.toContain('Naam1');
			expect(actives(alleo).sort()).toEqual(left.map((key) => `Naam${key}`).sort());
		},
	);

	test('a ready plan that cannot go on is the last: nobody is asked', async () => {
		const alleo = await started();
		const answer = async (): Promise<never> => await Promise.reject(new Error('asked'));
		const outside = around(alleo, NOW, { answer, now: () => '2027-01-01T00:00:00.000Z' });
		const result = await sync(input(changed, alleo.accounts, { options }), outside);
		expect(result.ok && result.value).toMatchObject([
			{ ok: false, problem: { code: 'PLAN_EXPIRED' } },
		]);
	});
});
