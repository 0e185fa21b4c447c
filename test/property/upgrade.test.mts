import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { upgradeWorkflow } from '../../core/connect/templates/upgrade';
import type { Upgraded, Unmerged } from '../../core/connect/templates/upgrade';
import type { Workflow } from '../../core/connect/templates/workflow';
import { EDITS } from '../support/editorEdits.mts';
import { REFUSED } from '../support/refusedEdits.mts';
import { PAST, pastTemplate, SHIPPED } from '../support/upgrade.mts';

/** Any edits of an old workflow: what a person set is there after the upgrade, and a second one changes nothing. */

const upgrade = (stored: Workflow, unmerged: Unmerged = 'refuse'): Upgraded =>
	upgradeWorkflow(stored, { past: PAST, shipped: SHIPPED, unmerged, newAddress: randomUUID });

const oldWorkflow = fc
	.tuple(fc.constantFrom('nmbrs', 'afas'), fc.constantFrom(1, 2))
	.map(([system, version]) => ({ system, version }));

/** With a Set node and no form of its own; what is refused below was in those of before. */
const anyOld = fc
	.tuple(fc.constantFrom('nmbrs', 'afas'), fc.constantFrom(1, 2, 3))
	.map(([system, version]) => ({ system, version }));

const edits = fc.uniqueArray(
	fc.record({ at: fc.nat({ max: EDITS.length - 1 }), seed: fc.nat({ max: 9999 }) }),
	{ selector: ({ at }) => at, maxLength: 12 },
);

test('what a person set is there after an upgrade, and the next one has nothing to do', () => {
	fc.assert(
		fc.property(anyOld, edits, ({ system, version }, given) => {
			// From version 3 on the form stands in a workflow of its own.
			const chosen = given.filter(
				({ at }) => version < 3 || EDITS[at]?.name !== 'the address of the form',
			);
			const stored = pastTemplate(`${system}-daily-sync`, version);
			for (const { at, seed } of chosen) EDITS[at]?.apply(stored, seed);
			const before = structuredClone(stored);
			const upgraded = upgrade(stored);
			expect(stored).toEqual(before);
			if (upgraded.kind !== 'upgrade') throw new Error(JSON.stringify(upgraded, null, 1));
			for (const { at, seed } of chosen) EDITS[at]?.check(upgraded.workflow, seed);
			expect(upgrade(upgraded.workflow).kind).toBe('current');
		}),
		{ numRuns: 60 },
	);
});

test('one thing that has no place refuses the whole workflow, and is named', () => {
	fc.assert(
		fc.property(
			oldWorkflow,
			fc.constantFrom(...REFUSED),
			edits,
			({ system, version }, bad, chosen) => {
				const stored = pastTemplate(`${system}-daily-sync`, version);
				bad.apply(stored);
				const harmless = chosen.filter(
					({ at }) => !/renamed|between|title|wait/.test(EDITS[at]?.name ?? ''),
				);
				for (const { at, seed } of harmless) EDITS[at]?.apply(stored, seed);
				const refused = upgrade(stored);
				if (refused.kind !== 'refused') throw new Error(`${bad.name}: ${refused.kind}`);
				expect(refused.problems).toContainEqual(
					expect.objectContaining({ code: bad.code, node: bad.node }),
				);
				for (const unmerged of ['keepUnconnected', 'leaveOut'] as const) {
					expect(upgrade(stored, unmerged).kind).toBe(bad.optional ? 'upgrade' : 'refused');
				}
			},
		),
		{ numRuns: 25 },
	);
});
