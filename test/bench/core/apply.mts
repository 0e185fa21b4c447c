import type { ApplyResult } from '../parts/apply.mts';
import { table } from '../tool/document.mts';
import { runPart } from '../tool/part.mts';
import { countsOf, startServer } from '../tool/server.mts';
import { count, percent, say } from '../tool/show.mts';
import type { Chapter } from './compare.mts';

/** Writes per second against the rate that Alleo states in its headers. */

const LIMIT = 600;
const WINDOW = 10;
const LATENCY = 40;
const PEOPLE = 8_000;
const SCENARIO = '30 % changed';
const PACE = 0.9;
const REFUSED_PER_THOUSAND = 1;

export async function apply(file: string): Promise<Chapter> {
	const server = await startServer<{ url: string; origin: string }>('alleo', {
		people: PEOPLE,
		scenario: SCENARIO,
		rateLimit: LIMIT,
		rateWindowSeconds: WINDOW,
		latencyMs: LATENCY,
	});
	try {
		const { url, origin } = server.about;
		const args = { people: PEOPLE, scenario: SCENARIO, url };
		const result = await runPart<ApplyResult>(file, args);
		const counts = await countsOf(origin);
		const applied = result.outcomes['applied'] ?? 0;
		if (applied !== result.rows) {
			throw new Error(`${result.rows} rows, of which ${JSON.stringify(result.outcomes)}`);
		}
		const rate = LIMIT / WINDOW;
		const pace = counts.writes / result.seconds / rate;
		const refused = ((counts.byStatus['429'] ?? 0) / counts.calls) * 1000;
		const cells = [
			count(counts.writes),
			count(counts.calls),
			`${(counts.writes / rate).toFixed(1)} s`,
			`${result.seconds.toFixed(1)} s`,
			`${(counts.writes / result.seconds).toFixed(1)} /s`,
			`**${percent(pace)}**`,
			percent(counts.calls / result.seconds / rate),
			refused.toFixed(2),
		];
		const heads = [
			'Writes',
			'Calls in all',
			'Floor',
			'Time',
			'Writes',
			'Of the rate',
			'All calls, of the rate',
			'429 per 1,000 calls',
		];
		say(cells.join('  ').replaceAll('**', ''));
		return {
			section: `### Applying a plan

The Alleo node in n8n's engine against the Alleo stand-in, which states ${LIMIT} calls per ${WINDOW} s (${rate} a second) and answers after
${LATENCY} ms. The floor is writes / rate; reading the accounts again before the first write counts against the rate too.

${table(heads, [cells])}`,
			aims: [
				{
					what: `Writes at ${percent(PACE)} of the stated rate or more`,
					figure: percent(pace),
					held: pace >= PACE,
				},
				{
					what: 'At most one 429 in a thousand calls',
					figure: `${counts.byStatus['429'] ?? 0} in ${count(counts.calls)} calls`,
					held: refused <= REFUSED_PER_THOUSAND,
				},
			],
		};
	} finally {
		await server.stop();
	}
}
