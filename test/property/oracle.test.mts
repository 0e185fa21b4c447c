import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { Cell, COMPANY, COMPLETE, OTHER_COMPANY, TODAY } from './oracle/cell.mts';
import type { Case } from './oracle/cell.mts';
import { compare } from './oracle/compare.mts';
import type { Plan } from './oracle/compare.mts';
import { FIELDS } from './oracle/fields.mts';
import { MOVES } from './oracle/moves.mts';
import { TABLE } from './oracle/table.mts';
import { TRANSFERS } from './oracle/transfers.mts';
import { replayable } from './world.mts';

/** The Diff node against the rules of the domain (oracle/): each case alone, and random mixtures of them. */

const CASES: readonly Case[] = [...TABLE, ...TRANSFERS, ...MOVES, ...FIELDS];

/** Limits that never trip, so that the mixture may be of anything. */
const WIDE = Object.fromEntries(
	[
		'create',
		'deactivation',
		'duplicates',
		'fieldDrift',
		'identityKeys',
		'vanished',
		'reactivation',
		'update',
	].flatMap((guard) => [
		[`${guard}Percent`, 1e9],
		[`${guard}Maximum`, 1e9],
	]),
);

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

const covered = { partition: COMPLETE, name: 'Voorbeeld', complete: true, employees: 1, pages: 1 };

async function plan(
	source: readonly object[],
	alleo: readonly object[],
	overrides: Record<string, unknown> = {},
): Promise<Plan> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: {
			companyId: String(COMPANY),
			routing: { routes: [{ filter: 'logistiek', companyId: String(OTHER_COMPANY) }] },
			approval: 'whenGuardTrips',
			guards: WIDE,
			referenceDate: TODAY,
			...overrides,
		},
		inputs: [items(source), items(alleo), items([covered])],
	});
	const outputs = await new AlleoDiff().execute.call(context);
	const rows = [...(outputs[0] ?? []), ...(outputs[1] ?? [])].map(({ json }) => json);
	return { rows, summary: outputs[2]?.[0]?.json ?? {}, outputs };
}

test.each(CASES.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
	const outcome = entry.make(new Cell(100));
	compare([outcome], await plan(outcome.source, outcome.alleo));
});

/** A case by its number, and what is done to its items: nulls left out, unknown keys added. */
const mixture = fc.record({
	cases: fc.array(fc.nat({ max: CASES.length - 1 }), { minLength: 1, maxLength: 25 }),
	seed: fc.nat({ max: 1_000_000 }),
});

/** Somebody who stays in each part, those without an employer too, or a mixture of leavers would empty one. */
const STAYS: readonly Case['make'][] = [
	(cell) => ({ source: [cell.person()], alleo: [cell.account()], people: ['unchanged'] }),
	(cell) => ({
		source: [cell.person('a', { company: { id: null, number: null, name: null } })],
		alleo: [cell.account()],
		people: ['unchanged'],
	}),
	(cell) => ({
		source: [cell.person('a', { alleo_filter: 'logistiek' })],
		alleo: [cell.account('a', { company_id: OTHER_COMPANY })],
		people: ['unchanged'],
	}),
];

/** Small, and the same for the same seed. */
const random = (seed: number): (() => number) => {
	let state = seed + 1;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
};

const shuffled = <T,>(list: readonly T[], next: () => number): T[] => {
	const copy = [...list];
	for (let at = copy.length - 1; at > 0; at--) {
		const other = Math.floor(next() * (at + 1));
		[copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
	}
	return copy;
};

/** Absent is null, or not there at all; keys that nobody knows are of no account; any order of keys. */
const loosened = (item: object, next: () => number): object =>
	Object.fromEntries(
		shuffled(
			[
				...Object.entries(item).filter(([, value]) => value !== null || next() < 0.5),
				...(next() < 0.3 ? [['something_else', 'of no account'] as [string, unknown]] : []),
			],
			next,
		),
	);

test('any mixture, in any order, is planned as the sum of its cases', async () => {
	await fc.assert(
		fc.asyncProperty(mixture, async ({ cases, seed }) => {
			const next = random(seed);
			const makers = [...cases.map((index) => (CASES[index] as Case).make), ...STAYS];
			const outcomes = makers.map((make, place) => make(new Cell(100 + place)));
			const loose = (list: readonly object[]): object[] =>
				shuffled(list, next).map((item) => loosened(item, next));
			const source = outcomes.flatMap((outcome) => outcome.source);
			const alleo = outcomes.flatMap((outcome) => outcome.alleo);
			const first = await plan(loose(source), loose(alleo));
			compare(outcomes, first);
			// The bytes are the same in every order; what the clock gives is left aside.
			const again = await plan(shuffled(source, next), shuffled(alleo, next));
			const bytes = ({ rows }: Plan): string =>
				JSON.stringify(rows.map(({ plan: _plan, ...rest }) => rest));
			expect(bytes(again)).toBe(bytes(first));
		}),
		{ ...replayable(), numRuns: Math.ceil((replayable().numRuns ?? 2000) / 4) },
	);
});
