import fc from 'fast-check';
import { evaluatedIn } from '../../core/connect/evaluated';
import type { Browser, Site } from '../support/connectSite.mts';
import { HOSTILE } from '../support/hostileTexts.mts';
import { LOOT } from '../support/n8nEvaluates.mts';
import { replayable } from './world.mts';

/** What the property tests of the pages share: what is typed, and what must never come of it. */

/** Each run is a customer from invitation to end, so there are fewer of them. */
export const runs = (usual: number): fc.Parameters<unknown> => ({
	...replayable(),
	numRuns: Number(process.env['FC_RUNS'] ?? usual),
});

const MEGABYTE = 'x'.repeat(1_000_000);

const piece = fc.constantFrom(
	'=',
	'={{',
	'{{',
	'}}',
	'${',
	'"',
	"'",
	'`',
	'\\',
	'\n',
	'\0',
	'\u202e',
	'\u2028',
	' ',
);

/** With "=" in front and otherwise what a password generator makes. */
const honest = fc.stringMatching(/^={1,2}[!-~]{1,60}$/);

export const hostile = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
	{ weight: 1, arbitrary: fc.constantFrom(MEGABYTE, `=${MEGABYTE}`, `={{ 1 }}${MEGABYTE}`) },
	{
		weight: 3,
		arbitrary: fc
			.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
			.map((all) => `=${all.join('')}`),
	},
	{ weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 3, arbitrary: honest },
);

/** The next customer: as if nobody had connected before. */
export function fresh({ n8n, started, log }: Site): void {
	n8n.credentials.clear();
	for (const { rows } of n8n.tables.values()) rows.length = 0;
	started.length = 0;
	log.length = 0;
}

/** Nothing that n8n would run is anywhere in it, and nothing of another customer came out. */
export function expectHarmless({ n8n, log }: Site, { page }: Browser): void {
	expect(evaluatedIn([...n8n.credentials.values()])).toEqual([]);
	expect(page.html).not.toContain(LOOT);
	expect(page.status).toBeLessThan(500);
	expect(page.heading).not.toBe('');
	expect(log.join('\n')).not.toContain('could not answer');
}
