import fc from 'fast-check';
import { admit } from '../../core/apply/admit';
import { differing } from '../../core/apply/check';
import { isFailure } from '../../core/apply/outcome';
import { applyRows } from '../../core/apply/run';
import type { AlleoEmployee } from '../../core/model/employee';
import { emailKey } from '../../core/model/employee';
import type { Outcome, PlanRow } from '../../core/model/plan';
import { AlleoClient } from '../../nodes/Alleo/api/client';
import { runOptions } from '../../nodes/Alleo/apply/port';
import { run } from '../support/people.mts';
import { approved } from '../unit/apply.helper.mts';
import { MemoryAlleo } from './memoryAlleo.mts';
import type { Trouble } from './memoryAlleo.mts';
import { replayable, ROUTING, stateOf, world } from './world.mts';
import type { World } from './world.mts';

/** Apply over random worlds, with trouble at every write and a stop at any row (SPEC I6 to I9). */

const clock = { now: () => 0, random: () => 0, sleep: async () => undefined };

const plan = (
	{ source, coverage, options }: World,
	accounts: readonly AlleoEmployee[],
): PlanRow[] => run(source, accounts, { ...options, routing: ROUTING }, coverage).rows;

async function apply(
	alleo: MemoryAlleo,
	rows: readonly PlanRow[],
	stop = new AbortController(),
): Promise<Outcome[]> {
	if (rows.length === 0) return [];
	const now = rows[0]?.plan.created_at ?? '';
	const admission = admit(approved(rows), { accept: 'approved', now, companies: [] });
	if (!admission.ok) throw new Error(`${admission.code} ${JSON.stringify(admission.params)}`);
	const client = new AlleoClient(alleo);
	const options = runOptions({ client, clock, signal: stop.signal }, 3);
	const result = await applyRows(options, admission.rows);
	if (!result.ok) throw new Error(result.fault.cause.detail);
	return result.outcomes;
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
		const rows = plan(given, given.alleo);
		const alleo = new MemoryAlleo(given.alleo);
		const outcomes = await apply(alleo, rows);
		expect(outcomes.filter(isFailure)).toEqual([]);
		expect(plan(given, alleo.accounts).filter((row) => row.action !== 'hold')).toEqual([]);
	});
});

test('I7: the same plan a second time sends nothing', async () => {
	await check(async (given) => {
		const rows = plan(given, given.alleo);
		const alleo = new MemoryAlleo(given.alleo);
		await apply(alleo, rows);
		const { writes } = alleo;
		const again = await apply(alleo, rows);
		expect(alleo.writes).toBe(writes);
		expect(again.filter(isFailure)).toEqual([]);
	}, 0.5);
});

test('I9: whatever happens, each row has exactly one outcome, in the order of the plan', async () => {
	await check(async (given, script) => {
		const rows = plan(given, given.alleo);
		const stop = new AbortController();
		const outcomes = await apply(new MemoryAlleo(given.alleo, script, stop), rows, stop);
		expect(outcomes.map(({ row_id: id }) => id)).toEqual(rows.map(({ row_id: id }) => id));
	});
});

test('I6: whatever happens, nobody is onboarded twice and no address has two accounts', async () => {
	await check(async (given, script) => {
		const rows = plan(given, given.alleo);
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		alleo.uniqueAddresses = false; // our own care alone
		await apply(alleo, rows, stop);
		expect(duplicates(addresses(alleo.accounts))).toEqual([]);
		const before = duplicates(owners(given.alleo));
		expect(duplicates(owners(alleo.accounts)).filter((one) => !before.includes(one))).toEqual([]);
	});
});

test('an outcome tells the truth: what is applied is there, what failed or was skipped is not', async () => {
	await check(async (given, script) => {
		const rows = plan(given, given.alleo);
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		const outcomes = await apply(alleo, rows, stop);
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
		const rows = plan(given, given.alleo);
		const stop = new AbortController();
		const alleo = new MemoryAlleo(given.alleo, script, stop);
		const outcomes = await apply(alleo, rows, stop);
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
		await apply(undisturbed, plan(given, given.alleo));
		const stop = new AbortController();
		const disturbed = new MemoryAlleo(given.alleo, script, stop);
		await apply(disturbed, plan(given, given.alleo), stop);
		const recovered = new MemoryAlleo(disturbed.accounts);
		await apply(recovered, plan(given, recovered.accounts));
		expect(stateOf(recovered.accounts)).toEqual(stateOf(undisturbed.accounts));
	});
});

test('I11: an outcome shows no address and no name', async () => {
	await check(async (given, script) => {
		const rows = plan(given, given.alleo);
		const stop = new AbortController();
		const outcomes = await apply(new MemoryAlleo(given.alleo, script, stop), rows, stop);
		expect(outcomes.map(({ message }) => message).join(' ')).not.toMatch(
			/@example|Testen|Noor|Zoë/,
		);
	}, 0.5);
});
