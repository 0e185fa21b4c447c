import fc from 'fast-check';
import { arrange } from '../../../core/apply/order';
import type { WriteStep } from '../../../core/apply/order';

/** Identifiers are freed before they are given out, whatever the plan looks like (SPEC I6). */

let position = 0;
const step = (rowId: string, parts: Partial<WriteStep> = {}): WriteStep => ({
	rowId,
	action: 'update',
	position: position++,
	account: rowId,
	takes: null,
	linkedTo: null,
	...parts,
});

/** Who holds which address now; all in one company. */
const holding = (holders: Record<string, string>) => (given: WriteStep) => {
	const account = holders[given.takes ?? ''];
	return account === undefined ? [] : [{ account, binding: true }];
};

test('deactivations, then updates and re-activations, then creates', () => {
	const { stages } = arrange(
		[
			step('new', { action: 'create', account: null, takes: 'n' }),
			step('b'),
			step('back', { action: 'reactivate' }),
			step('gone', { action: 'deactivate' }),
		],
		holding({}),
	);
	expect(stages).toEqual([['gone'], ['b', 'back'], ['new']]);
});

test('an address goes to its new owner after the old one let go', () => {
	const { stages, blocked } = arrange(
		[step('b', { takes: 'a' }), step('a', { takes: 'x' })],
		holding({ a: 'a', b: 'b' }),
	);
	expect(stages).toEqual([['a'], ['b']]);
	expect(blocked.size).toBe(0);
});

test('a chain runs from its free end', () => {
	const { stages } = arrange(
		[
			step('c', { takes: 'b' }),
			step('b', { takes: 'a' }),
			step('a', { takes: 'free' }),
			step('new', { action: 'create', account: null, takes: 'c' }),
		],
		holding({ a: 'a', b: 'b', c: 'c' }),
	);
	expect(stages).toEqual([['a'], ['b'], ['c'], ['new']]);
});

test('an account that keeps its address blocks whoever wants it', () => {
	const { blocked } = arrange(
		[step('b', { takes: 'a' }), step('a', { action: 'deactivate' })],
		holding({ a: 'a' }),
	);
	expect([...blocked]).toEqual([['b', 'a']]);
});

test('a holder in another company delays, but never blocks', () => {
	const elsewhere = (given: WriteStep) =>
		given.takes === 'a' ? [{ account: 'a', binding: false }] : [];
	expect(arrange([step('b', { takes: 'a' })], elsewhere).blocked.size).toBe(0);
	expect(arrange([step('b', { takes: 'a' }), step('a', { takes: 'x' })], elsewhere).stages).toEqual(
		[['a'], ['b']],
	);
});

test('two people who swap addresses are named, and nobody else is', () => {
	const { stages, swaps } = arrange(
		[
			step('a', { takes: 'b' }),
			step('b', { takes: 'a' }),
			step('other'),
			step('waits', { action: 'create', account: null, takes: 'q', linkedTo: 'a' }),
		],
		holding({ a: 'a', b: 'b' }),
	);
	expect([...swaps]).toEqual(['a', 'b']);
	expect(stages.flat().sort()).toEqual(['other', 'waits']);
});

test('a linked row waits for the other', () => {
	const { stages, requires } = arrange(
		[
			step('arrive', { action: 'create', account: null, takes: 'm', linkedTo: 'leave' }),
			step('leave', { action: 'deactivate' }),
		],
		holding({}),
	);
	expect(stages).toEqual([['leave'], ['arrive']]);
	expect(requires.get('arrive')).toEqual(['leave']);
});

test('whatever the plan: every row once, nothing before what it waits for', () => {
	const people = fc.array(
		fc.record({
			takes: fc.option(fc.nat({ max: 15 }), { nil: null }),
			create: fc.boolean(),
			deactivate: fc.boolean(),
		}),
		{ maxLength: 16 },
	);
	fc.assert(
		fc.property(people, (list) => {
			const seen = new Set<number>();
			const steps = list.map((one, index): WriteStep => {
				const free = one.takes === null || seen.has(one.takes) ? null : one.takes;
				if (free !== null) seen.add(free);
				if (one.create) {
					return step(`r${index}`, {
						action: 'create',
						account: null,
						takes: free === null ? `new${index}` : `m${free}`,
					});
				}
				return step(`r${index}`, {
					action: one.deactivate ? 'deactivate' : 'update',
					takes: one.deactivate || free === null || free === index ? null : `m${free}`,
				});
			});
			const holders = Object.fromEntries(
				list.flatMap((one, index) => (one.create ? [] : [[`m${index}`, `r${index}`]])),
			);
			const { stages, requires, blocked, swaps } = arrange(steps, holding(holders));
			const order = stages.flat();
			expect([...order, ...swaps].sort()).toEqual(steps.map(({ rowId }) => rowId).sort());
			const stageOf = (row: string): number => stages.findIndex((stage) => stage.includes(row));
			for (const [row, before] of requires) {
				for (const first of before) {
					if (swaps.has(first) || swaps.has(row)) continue;
					expect(stageOf(first)).toBeLessThan(stageOf(row));
				}
			}
			// Simulated: no row takes an address that somebody still has.
			const now = new Map(Object.entries(holders).map(([mail, row]) => [row, mail]));
			const settled = new Set<string>();
			for (const row of order) {
				const one = steps.find(({ rowId }) => rowId === row);
				const waiting = (requires.get(row) ?? []).some((first) => !settled.has(first));
				if (one === undefined || blocked.has(row) || waiting) continue;
				if (one.takes !== null) {
					expect([...now.values()]).not.toContain(one.takes);
					now.set(row, one.takes);
				}
				settled.add(row);
			}
		}),
		{ numRuns: 500 },
	);
});
