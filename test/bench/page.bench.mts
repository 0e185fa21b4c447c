import path from 'node:path';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { startBrowser } from '../e2e/context.mts';
import { inN8n } from './page/inN8n.mts';
import type { Through, Waiting } from './page/inN8n.mts';
import { bestPaint } from './page/paint.mts';
import type { FleetResult } from './parts/fleetPage.mts';
import type { PageResult } from './parts/page.mts';
import { BUILD, buildParts, hasN8n } from './tool/build.mts';
import { aimTable, table, writePart } from './tool/document.mts';
import type { Aim } from './tool/document.mts';
import { machine } from './tool/machine.mts';
import { runPart } from './tool/part.mts';
import { count, ms, say } from './tool/show.mts';

/**
 * `npm run bench:page`: the approval page from a plan to the screen, and what waits in n8n's database, into
 * docs/benchmarks.md. `-- alone` leaves the real n8n out and writes nothing.
 */

const SIZES = [40, 1_000, 10_000];
/** Of so many people each hundred gives ninety-two rows: the others have nothing to change. */
const ROWS_PER_PERSON = 0.92;
const ROUNDS = 6;
const MOST_MS = 1000;

/** Customers on the fleet page. */
const FLEET = 1_000;

interface Measured extends PageResult {
	size: number;
	paint: number;
	through: Through | null;
}

leaveOnSignals();
const alone = process.argv.includes('alone') || !hasN8n();
const measuredOn = machine();
say(measuredOn);
const files = await buildParts(['page', 'fleetPage']);
const fileOf = (size: number, ending: string): string => path.join(BUILD, `page-${size}.${ending}`);

const browser = await startBrowser();
const found: Measured[] = [];
let waiting: Waiting[] = [];
let fleet: FleetResult & { paint: number };
try {
	for (const size of SIZES) {
		const args = {
			people: Math.ceil(size / ROWS_PER_PERSON),
			rounds: ROUNDS,
			page: fileOf(size, 'html'),
			plan: fileOf(size, 'json'),
		};
		const result = await runPart<PageResult>(files['page'] ?? '', args);
		const paint = await bestPaint(browser, args.page, ROUNDS);
		found.push({ ...result, size, paint, through: null });
		say(`${count(result.rows)} rows: ${ms(result.first)} + ${ms(paint)}`);
	}
	const page = path.join(BUILD, 'fleet.html');
	const drawn = { customers: FLEET, rounds: ROUNDS, page };
	const result = await runPart<FleetResult>(files['fleetPage'] ?? '', drawn);
	fleet = { ...result, paint: await bestPaint(browser, page, ROUNDS) };
	if (!alone) {
		const plans = SIZES.map((size) => fileOf(size, 'json'));
		const real = await inN8n(browser, plans, ROUNDS);
		for (const [index, through] of real.shown.entries()) {
			const own = found[index];
			if (own !== undefined) own.through = through;
		}
		waiting = real.waiting;
	}
} finally {
	await browser.close();
}

const kb = (bytes: number): string => `${count(bytes / 1000)} kB`;
const pages = found.map(({ rows, first, best, bytes, paint, through }) => [
	count(rows),
	ms(first),
	ms(best),
	kb(bytes),
	ms(paint),
	`**${ms(first + paint)}**`,
	through === null ? '' : ms(Math.max(0, through.firstByte - best)),
	through === null ? '' : ms(through.painted),
]);
const heads = [
	'Rows',
	'First answer',
	'Best answer',
	'Page',
	'To first paint',
	'Own time',
	"n8n's part",
	'Through n8n',
];

const outputs = [...new Set(waiting.flatMap(({ byOutput }) => [...byOutput.keys()]))]
	.map((name) => [name, ...waiting.map(({ byOutput }) => byOutput.get(name) ?? 0)] as const)
	.filter(([, ...bytes]) => bytes.some((one) => one > 5000));
const stored = [
	...outputs.map(([name, ...bytes]) => [name, ...bytes.map(kb)]),
	['all', ...waiting.map(({ bytes }) => `**${kb(bytes)}**`)],
	['rows of the plan', ...waiting.map(({ rows }) => count(rows))],
];

const fleetRows = [fleet].map(({ customers, read, judge, draw, best, bytes, answers, paint }) => [
	count(customers),
	kb(answers),
	ms(read),
	ms(judge),
	ms(draw),
	ms(best),
	kb(bytes),
	ms(paint),
	`**${ms(best + paint)}**`,
]);
const fleetHeads = [
	'Customers',
	"n8n's answers",
	'Read',
	'Judge',
	'Draw',
	'Best of all three',
	'Page',
	'To first paint',
	'Own time',
];

const largest = found.at(-1);
const own = (largest?.first ?? Infinity) + (largest?.paint ?? Infinity);
const aims: Aim[] = [
	{
		what: `A page of ${count(SIZES.at(-1) ?? 0)} rows paints first in under 1 s of our own time`,
		figure: ms(own),
		held: own < MOST_MS,
	},
	{
		what: `The fleet page of ${count(FLEET)} customers takes under 1 s of our own time`,
		figure: ms(fleet.best + fleet.paint),
		held: fleet.best + fleet.paint < MOST_MS,
	},
];
say(
	`\n${table(heads, pages)}\n\n${table(fleetHeads, fleetRows)}\n\n${table(['', ...waiting.map(({ what }) => what)], stored)}\n`,
);
for (const { what, figure, held } of aims)
	say(`${held === true ? 'held    ' : 'NOT held'}  ${what}: ${figure}`);

const head = '## The approval page (`npm run bench:page`)';
const sections = [
	`### From the plan to the screen

The answer of Sync Approval to somebody who opens the page: the rows are compared with an earlier decision, a hundred of them are
shown. "First answer" is of a fresh process, "best" of ${ROUNDS} more. The paint is Chromium's first contentful one, counted from the first
byte. Own time is the first answer and the paint; n8n's part is what a real n8n needs besides to load the waiting execution and to
answer.

${table(heads, pages)}`,
	`### The fleet page

Nine runs of each customer, people held in each. Reading is everything from n8n's answers as text to what is known of the
customers; judging and drawing is what Sync Run Log does. Of a fresh process, then the best of ${ROUNDS} more, of all three together.

${table(fleetHeads, fleetRows)}`,
	`### What waits in n8n's database

A dry run of the AFAS template over 1,000 people while a person has to decide: bytes in \`execution_data\`, by node and output. n8n
keeps what every node gave.

${table(['Node, output', ...waiting.map(({ what }) => what)], stored)}`,
];
if (!alone)
	say(
		`\nWritten to ${writePart('page', [head, measuredOn, aimTable(aims)].join('\n\n'), sections)}.`,
	);
