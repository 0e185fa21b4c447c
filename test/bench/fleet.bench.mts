import { packPackage } from '../../sandbox/demo/package.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { LATENCY_MS } from './fleet/customer.mts';
import { startEngine } from './fleet/engine.mts';
import type { Engine } from './fleet/engine.mts';
import { large } from './fleet/large.mts';
import type { Large } from './fleet/large.mts';
import { night } from './fleet/night.mts';
import type { Night } from './fleet/night.mts';
import { readOptions } from './fleet/options.mts';
import type { EngineKind } from './fleet/options.mts';
import { aimTable, table, writePart } from './tool/document.mts';
import type { Aim } from './tool/document.mts';
import { machine } from './tool/machine.mts';
import { count, gb, ms, percent, say } from './tool/show.mts';

/** `npm run bench:fleet`: many customers on two workers, and one large one, through a real n8n; docs/benchmarks.md. */

/** Two workers with n8n's usual ten runs each. */
const RUNS_AT_ONCE = 20;
const NIGHT_MS = 2 * 60 * 60_000;
const MOST_MB = 3000;
const FAILED = ['failed', 'partly', 'missing', 'started', 'applying'];

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
const highest = (peaks: Record<string, number>): number => Math.max(...Object.values(peaks));
const peakText = (peaks: Record<string, number>): string =>
	Object.entries(peaks)
		.map(([name, peak]) => `${name} ${gb(peak)}`)
		.join(', ');
const failures = ({ states }: Night): number =>
	FAILED.reduce((sum, state) => sum + (states[state] ?? 0), 0);
const floorOf = ({ calls }: Night): number => (calls * LATENCY_MS) / RUNS_AT_ONCE;

const NIGHT_HEADS = [
	'Customers',
	'People',
	'Starts',
	'Time',
	'Floor',
	'Runs',
	'Calls',
	'429',
	'Memory at most',
	'Database per run',
];
const nightRow = (one: Night): string[] => [
	count(one.customers),
	count(one.people),
	one.starts === 'staggered' ? 'staggered' : 'all at once',
	ms(one.wall),
	ms(floorOf(one)),
	Object.entries(one.states)
		.map(([state, runs]) => `${runs} ${state}`)
		.join(', '),
	count(one.calls),
	count(one.refused),
	peakText(one.peaks),
	mb(one.growth),
];

const KIND: Record<EngineKind, string> = { queue: 'queue mode', sqlite: 'SQLite alone' };
const LARGE_HEADS = [
	'n8n',
	'People',
	'Until it waits',
	'Calls',
	'Memory at most',
	'Waiting execution',
	'End',
];
const largeRow = (one: Large): string[] => [
	KIND[one.kind],
	count(one.people),
	ms(one.time),
	count(one.calls),
	peakText(one.peaks),
	mb(one.waiting),
	one.end,
];

function nightAims(nights: readonly Night[]): Aim[] {
	const failed = nights.reduce((sum, one) => sum + failures(one), 0);
	const calls = nights.reduce((sum, one) => sum + one.calls, 0);
	const refused = nights.reduce((sum, one) => sum + one.refused, 0);
	const most = nights.filter(({ customers }) => customers >= 200);
	const longest = Math.max(0, ...most.map(({ wall }) => wall));
	return [
		{ what: 'no failed run', figure: count(failed), held: failed === 0 },
		{
			what: 'at most one answer 429 in a thousand calls',
			figure: percent(calls === 0 ? 0 : refused / calls),
			held: calls === 0 ? null : refused * 1000 <= calls,
		},
		{
			what: '200 customers within the two hours of the night',
			figure: most.length === 0 ? '-' : ms(longest),
			held: most.length === 0 ? null : longest <= NIGHT_MS,
		},
	];
}

const largeAims = (larges: readonly Large[]): Aim[] =>
	(['queue', 'sqlite'] as const).map((kind) => {
		const huge = larges.filter((one) => one.people >= 100_000 && one.kind === kind);
		const memory = Math.max(0, ...huge.map(({ peaks }) => highest(peaks)));
		const fits = memory < MOST_MB && huge.every(({ end }) => end === 'waiting');
		return {
			what: `100,000 people in under 3 GB for each process, ${KIND[kind]}`,
			figure: huge.length === 0 ? '-' : gb(memory),
			held: huge.length === 0 ? null : fits,
		};
	});

async function withEngine<T>(
	kind: EngineKind,
	tarball: string,
	measure: (engine: Engine) => Promise<T>,
): Promise<T> {
	const engine = await startEngine(kind, tarball);
	try {
		return await measure(engine);
	} finally {
		await engine.stop();
	}
}

leaveOnSignals();
const options = readOptions();
const measuredOn = machine();
say(measuredOn);
const tarball = await packPackage();
const nights: Night[] = [];
const larges: Large[] = [];
for (const size of options.engines.includes('queue') ? options.customers : []) {
	for (const starts of options.starts) {
		say(`\n${size} customers, ${starts}`);
		const one = await withEngine('queue', tarball, (engine) =>
			night(engine, size, starts, options.apart),
		);
		nights.push(one);
		say(nightRow(one).join('  '));
	}
}
for (const people of options.people) {
	for (const kind of options.engines) {
		say(`\n${count(people)} people, ${kind}`);
		const one = await withEngine(kind, tarball, (engine) => large(engine, kind, people));
		larges.push(one);
		say(largeRow(one).join('  '));
	}
}
const reached = [
	...(nights.length > 0 ? nightAims(nights) : []),
	...(larges.length > 0 ? largeAims(larges) : []),
];
for (const { what, figure, held } of reached) {
	say(
		`${held === true ? 'held    ' : held === null ? 'not seen' : 'NOT held'}  ${what}: ${figure}`,
	);
}
if (!options.isPart && nights.length > 0) {
	const head = '## A night of a fleet (`npm run bench:fleet -- --customers`)';
	const file = writePart('fleet', [head, measuredOn, aimTable(nightAims(nights))].join('\n\n'), [
		`Customers of 250 to 1,000 people on AFAS, each with its own keys and stand-ins that answer after ${LATENCY_MS} ms; one main process, two
workers with ten runs each, one webhook process, PostgreSQL and Redis; the stand-ins share the processors with them. Staggered: a start
every ${options.apart} s. The time is from the first start to the last end in the run log; a plan that waits for a person counts as done.
Floor: calls × ${LATENCY_MS} ms, ${RUNS_AT_ONCE} runs at once. As shipped, n8n keeps no data of good runs.

${table(NIGHT_HEADS, nights.map(nightRow))}`,
	]);
	say(`\nWritten to ${file}.`);
}
if (!options.isPart && larges.length > 0) {
	const head = '## One large customer (`npm run bench:fleet -- --people`)';
	const file = writePart('large', [head, measuredOn, aimTable(largeAims(larges))].join('\n\n'), [
		`A dry run of the AFAS template until its plan waits. The waiting execution: its bytes in n8n's database.

${table(LARGE_HEADS, larges.map(largeRow))}`,
	]);
	say(`\nWritten to ${file}.`);
}
process.exitCode = reached.some(({ held }) => held === false) ? 1 : 0;
