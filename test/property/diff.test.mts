import fc from 'fast-check';
import { diff } from '../../core/plan/people';
import type { AlleoEmployee } from '../../core/model/employee';
import { emailKey } from '../../core/identity/keys';
import { inputOf, run } from '../support/people.mts';
import type { Run } from '../support/people.mts';
import { applyInMemory, replayable, ROUTING, stateOf, world } from './world.mts';
import type { World } from './world.mts';

/** The invariants of docs/SPEC.md over random worlds. Replay a failure with FC_SEED and FC_RUNS. */

const plan = (
	{ source, alleo, coverage, options }: World,
	accounts: readonly AlleoEmployee[] = alleo,
): Run => run(source, accounts, { ...options, routing: ROUTING }, coverage);

const check = (property: (world: World) => void): void => {
	fc.assert(fc.property(world(), property), replayable());
};

test('I4: nobody is off-boarded without evidence', () => {
	check((given) => {
		const { rows } = plan(given);
		const complete =
			given.coverage.length > 0 &&
			given.coverage.every((entry) => (entry as { complete: boolean }).complete);
		for (const row of rows.filter((entry) => entry.action === 'deactivate')) {
			const people = given.source.filter((person) => person.external_id === row.external_id);
			if (row.reason.code === 'ABSENT_DEACTIVATED') {
				expect([given.options.absentPolicy, complete, people.length]).toEqual([
					'deactivate',
					true,
					0,
				]);
				expect(given.source.length).toBeGreaterThan(0);
				continue;
			}
			expect(people).toHaveLength(1);
			const [person] = people;
			if (row.reason.code === 'MOVE' && person?.status === 'ended') {
				// Under a new id: the row that it waits for is the same person's, who is in service there.
				const arriving = rows.find(({ row_id: id }) => id === row.linked_row_id);
				const next = given.source.find((one) => one.external_id === arriving?.external_id);
				expect(arriving?.reason.code).toBe('MOVE');
				expect([next?.status, next?.birthday]).toEqual(['active', person.birthday]);
			} else if (row.reason.code === 'MOVE') expect(person?.status).toBe('active');
			else if (person?.status === 'ineligible')
				expect([person.reason.code, given.options.ineligiblePolicy]).toEqual([
					'ACCESS_NO',
					'deactivate',
				]);
			else expect(person?.status).toBe('ended');
			const incomplete = given.coverage.some((entry) => {
				const { partition, complete: whole } = entry as { partition: string; complete: boolean };
				return !whole && partition === person?.source.partition;
			});
			expect(incomplete).toBe(false);
		}
	});
});

test('I5, I4: whoever is in service keeps an active account', () => {
	check((given) => {
		const after = applyInMemory(given.alleo, plan(given).rows);
		for (const person of given.source) {
			if (person.status !== 'active' || person.external_id === null) continue;
			const had = given.alleo.some(
				(entry) => entry.is_active && entry.external_id === person.external_id,
			);
			const twins = given.source.filter((other) => other.external_id === person.external_id).length;
			if (!had || twins > 1) continue;
			expect(
				after.some((entry) => entry.is_active && entry.external_id === person.external_id),
			).toBe(true);
		}
	});
});

test('I6: no external id ends on two active accounts, no account gets a second owner', () => {
	check((given) => {
		const { rows } = plan(given);
		const targets = rows
			.filter((row) => row.action !== 'hold' && row.alleo_id !== null)
			.map((row) => row.alleo_id);
		expect(new Set(targets).size).toBe(targets.length);
		const before = new Map<string, number>();
		const count = (
			accounts: readonly AlleoEmployee[],
			counts: Map<string, number>,
		): Map<string, number> => {
			for (const entry of accounts) {
				if (!entry.is_active || entry.external_id === null) continue;
				counts.set(entry.external_id, (counts.get(entry.external_id) ?? 0) + 1);
			}
			return counts;
		};
		count(given.alleo, before);
		for (const [externalId, accounts] of count(applyInMemory(given.alleo, rows), new Map())) {
			expect(accounts).toBeLessThanOrEqual(Math.max(1, before.get(externalId) ?? 0));
		}
	});
});

test('I6: an account changes its external id only by adoption, takeover or transfer of the same person', () => {
	check((given) => {
		for (const row of plan(given).rows) {
			if (row.after['external_id'] === undefined || row.action === 'create') continue;
			const old = row.before['external_id'];
			if (row.reason.code.startsWith('ADOPTED')) expect(old === null || old === '').toBe(true);
			else if (row.reason.code === 'TAKEOVER') {
				expect(old).not.toMatch(/^nmbrs-/);
				expect(plan(given).summary.needs_approval_because).toContain('TAKEOVER');
			} else {
				expect(row.reason.code).toBe('TRANSFER');
				const predecessor = given.source.find((person) => person.external_id === old);
				const successor = given.source.find((person) => person.external_id === row.external_id);
				expect(predecessor?.status).toBe('ended');
				expect(predecessor?.birthday).not.toBeNull();
				expect(predecessor?.birthday).toBe(successor?.birthday);
				const addresses = [predecessor?.email ?? '-', String(row.before['email'])];
				expect(addresses.map(emailKey)).toContain(emailKey(successor?.email ?? ''));
			}
		}
	});
});

test('I7: a second run on unchanged input plans nothing', () => {
	check((given) => {
		const after = applyInMemory(given.alleo, plan(given).rows);
		expect(plan(given, after).rows.filter((row) => row.action !== 'hold')).toEqual([]);
	});
});

test('I8: stopped at any row and run again, the end state is the same', () => {
	fc.assert(
		fc.property(world(), fc.nat({ max: 12 }), (given, stop) => {
			const { rows } = plan(given);
			const whole = applyInMemory(given.alleo, rows);
			const part = applyInMemory(given.alleo, rows.slice(0, stop));
			const resumed = applyInMemory(part, plan(given, part).rows);
			expect(stateOf(resumed)).toEqual(stateOf(whole));
		}),
		replayable(),
	);
});

test('I9: every person is counted once, and the rows are what the counts say', () => {
	check((given) => {
		const { rows, summary } = plan(given);
		const { counts } = summary;
		const parts = [
			'create',
			'update',
			'reactivate',
			'deactivate',
			'hold',
			'unchanged',
			'upcoming',
			'ended_unknown',
			'ineligible_unknown',
			'merged',
		] as const;
		expect(parts.reduce((sum, key) => sum + counts[key], 0)).toBe(given.source.length);
		const moves = rows.filter(
			(row) => row.action === 'deactivate' && row.reason.code === 'MOVE',
		).length;
		const of = (action: string): number => rows.filter((row) => row.action === action).length;
		expect(of('deactivate')).toBe(counts.deactivate + counts.absent_deactivate + moves);
		expect([of('create'), of('update'), of('reactivate'), of('hold')]).toEqual([
			counts.create,
			counts.update,
			counts.reactivate,
			counts.hold,
		]);
	});
});

test('I3: the plan is the same to the byte, whatever the order of the items', () => {
	fc.assert(
		fc.property(
			world().chain((given) =>
				fc.record({
					given: fc.constant(given),
					source: fc.shuffledSubarray(given.source, { minLength: given.source.length }),
					alleo: fc.shuffledSubarray(given.alleo, { minLength: given.alleo.length }),
				}),
			),
			({ given, source, alleo }) => {
				expect(JSON.stringify(plan({ ...given, source, alleo }))).toBe(JSON.stringify(plan(given)));
			},
		),
		replayable(),
	);
});

test('I10: held people get a hold and nothing else', () => {
	check((given) => {
		const heldIds = given.source.filter((person) => person.status === 'held').length;
		const { rows, summary } = plan(given);
		expect(summary.counts.held).toBe(heldIds);
		expect(
			rows.filter((row) => row.action === 'hold' && row.reason.code === 'EMAIL_MISSING'),
		).toHaveLength(heldIds);
	});
});

test('whatever the items are, the diff refuses or plans, and never throws', () => {
	fc.assert(
		fc.property(
			fc.array(fc.anything(), { maxLength: 4 }),
			fc.array(fc.anything(), { maxLength: 4 }),
			(source, alleo) => {
				const result = diff(inputOf(source, alleo));
				expect(result.ok || result.problem.code === 'DIFF_ITEM_MALFORMED').toBe(true);
			},
		),
		replayable(),
	);
});
