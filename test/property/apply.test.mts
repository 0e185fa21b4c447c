import fc from 'fast-check';
import { differing } from '../../core/apply/check';
import { isFailure } from '../../core/plan/failure';
import { DEFAULT_LIMITS } from '../../core/plan/options';
import type { DiffOptions } from '../../core/plan/options';
import { carryOut } from '../../core/sync';
import type { ReportedPlan } from '../../core/report/markdown';
import type { AlleoEmployee } from '../../core/model/employee';
import { emailKey } from '../../core/identity/keys';
import type { Outcome } from '../../core/model/plan';
import { AlleoClient } from '../../nodes/Alleo/api/client';
import { runOptions } from '../../nodes/Alleo/apply/port';
import { run } from '../support/people.mts';
import { approveAll } from './listAlleo.mts';
import { MemoryAlleo } from './memoryAlleo.mts';
import type { Trouble } from './memoryAlleo.mts';
import { replayable, ROUTING, stateOf, world } from './world.mts';
import type { World } from './world.mts';

/** Apply over random worlds, with trouble at every write and a stop at any row (SPEC I6 to I9). */

const clock = { now: () => 0, random: () => 0, sleep: async () => undefined };

/** No guard may stand in the way: this is about what becomes of rows. */
const LIMITS = Object.fromEntries(
	Object.keys(DEFAULT_LIMITS).map((code) => [code, { percent: 1e9, minimum: 1, maximum: 1e9 }]),
) as DiffOptions['limits'];

const planOf = (
	{ source, coverage, options }: World,
	accounts: readonly AlleoEmployee[],
): ReportedPlan =>
	run(source, accounts, { ...options, routing: ROUTING, limits: LIMITS }, coverage);

async function apply(
	alleo: MemoryAlleo,
	plan: ReportedPlan,
	stop = new AbortController(),
): Promise<Outcome[]> {
	const connection = { client: new AlleoClient(alleo), clock, signal: stop.signal };
	const result = await carryOut(plan, {
		...runOptions(connection, 3),
		answer: approveAll,
		now: () => plan.summary.plan.created_at,
	});
	if (!result.ok)
		throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
	expect(result.value.ended).toBe(plan.rows.length === 0 ? 'none' : 'applied');
	return result.value.outcomes;
}

const trouble: fc.Arbitrary<Trouble[]> = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.constant<Trouble>('none') },
		{
			weight: 3,
			arbitrary: fc.constantFrom<Trouble>(
				'lost',
				'silent',
				'fault',
				'invalid',
				'forbidden',
				'stop',
			),
		},
	),
	{ maxLength: 12 },
);

const check = async (
	property: (world: World, script: Trouble[]) => Promise<void>,
	runs = 1,
): Promise<void> => {
	const { numRuns, ...rest } = replayable();
	await fc.assert(
		fc.asyncProperty(world(), trouble, async (given, script) => await property(given, script)),
		{ ...rest, numRuns: Math.ceil((numRuns ?? 1000) * runs) },
	);
};

const duplicates = (values: readonly string[]): string[] =>
	values.filter((value, at) => values.indexOf(value) !== at);

const addresses = (accounts: readonly AlleoEmployee[]): string[] =>
	accounts.map(({ company_id: company, email }) => `${company} ${emailKey(email ?? '')}`);

/** Accounts of one external id in one company. */
const owners = (accounts: readonly AlleoEmployee[]): string[] =>
	accounts.flatMap(({ company_id: company, external_id: id }) =>
		id === null ? [] : [`${company} ${id}`],
	);

test('without trouble every row is applied or was already so, and Alleo is as planned', async () => {
	await check(async (given) => {
		const plan = planOf(given, given.alleo);
		const alleo = new MemoryAlleo(given.alleo);
		const outcomes = await apply(alleo, plan);
		expect(outcomes.filter(isFailure)).toEqual([]);
		expect(planOf(given, alleo.accounts).rows.filter((row) => row.action !== 'hold')).toEqual([]);
	});
});

test('I7: the same plan a second time sends nothing', async () => {
	await check(async (given) => {
		const plan = planOf(given, given.alleo);
		const alleo = new MemoryAlleo(given.alleo);
		await apply(alleo, plan);
		const { writes } = alleo;
		const again = await apply(alleo, plan);
		expect(alleo.writes).toBe(writes);
		expect(again.filter(isFailure)).toEqual([]);
	}, 0.5);
});

test('I9: whatever happens, each row has exactly one outcome, in the order of the plan', async () => {
	await check(async (given, script) => {
		const plan = planOf(given, given.alleo);
		const { rows } = plan;
		const stop = new AbortController();
		const outcomes = await apply(new MemoryAlleo(given.alleo, script, stop), plan, stop);
		expect(outcomes.map(({ row_id: id }) => id)).toEqual(rows.map(({ row_id: id }) => id));
	});
});

test('I6: whatever happens, nobody is onboarded twice and no address has two accounts', async () => {
	await check(async (given, script) => {
		const plan = planOf(given, given.alleo);
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		alleo.uniqueAddresses = false; // our own care alone
		await apply(alleo, plan, stop);
		expect(duplicates(addresses(alleo.accounts))).toEqual([]);
		const before = duplicates(owners(given.alleo));
		expect(duplicates(owners(alleo.accounts)).filter((one) => !before.includes(one))).toEqual([]);
	});
});

test('an outcome tells the truth: what is applied is there, what failed or was skipped is not', async () => {
	await check(async (given, script) => {
		const plan = planOf(given, given.alleo);
		const { rows } = plan;
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		const outcomes = await apply(alleo, plan, stop);
		rows.forEach((row, at) => {
			const outcome = outcomes[at];
			if (row.action === 'hold' || outcome?.code === 'OUTCOME_UNKNOWN') return;
			const found = alleo.accounts.find((entry) =>
				row.action === 'create'
					? entry.company_id === row.alleo_company_id && entry.external_id === row.external_id
					: entry.id === row.alleo_id,
			);
			if (outcome?.outcome === 'applied' || outcome?.outcome === 'already') {
				expect(found === undefined ? ['missing'] : differing(found, row.after)).toEqual([]);
			} else if (row.action === 'create') expect(found).toBeUndefined();
			else if (row.action === 'deactivate') expect(found?.is_active).toBe(true);
		});
	});
});

test('I4: only who is to be deactivated is, and nobody whose row was not applied', async () => {
	await check(async (given, script) => {
		const plan = planOf(given, given.alleo);
		const { rows } = plan;
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		const outcomes = await apply(alleo, plan, stop);
		const leavers = new Set(
			rows.filter((row) => row.action === 'deactivate').map((row) => row.alleo_id),
		);
		for (const account of given.alleo.filter((entry) => entry.is_active)) {
			const now = alleo.accounts.find((entry) => entry.id === account.id);
			if (now?.is_active !== false) continue;
			expect(leavers).toContain(account.id);
			const outcome = outcomes.find(
				(one) => one.alleo_id === account.id && one.action === 'deactivate',
			);
			expect(outcome?.outcome === 'applied' || outcome?.code === 'OUTCOME_UNKNOWN').toBe(true);
		}
	});
});

test('I8: after any trouble one good run more gives the state of an undisturbed run', async () => {
	await check(async (given, script) => {
		const undisturbed = new MemoryAlleo(given.alleo);
		await apply(undisturbed, planOf(given, given.alleo));
		const stop = new AbortController();
		const disturbed = new MemoryAlleo(given.alleo, script, stop);
		await apply(disturbed, planOf(given, given.alleo), stop);
		const recovered = new MemoryAlleo(disturbed.accounts);
		await apply(recovered, planOf(given, recovered.accounts));
		expect(stateOf(recovered.accounts)).toEqual(stateOf(undisturbed.accounts));
	});
});

test('I11: an outcome shows no address and no name', async () => {
	await check(async (given, script) => {
		const plan = planOf(given, given.alleo);
		const stop = new AbortController();
		const outcomes = await apply(new MemoryAlleo(given.alleo, script, stop), plan, stop);
		expect(outcomes.map(({ message }) => message).join(' ')).not.toMatch(
			/@example|Testen|Noor|Zoë/,
		);
	}, 0.5);
});
