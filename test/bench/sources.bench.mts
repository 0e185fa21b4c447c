import type { SourceResult } from './parts/source.mts';
import { COMPANIES, LATENCY, memory, SETUPS, speed } from './source/measure.mts';
import type { Setup, Speed } from './source/measure.mts';
import { buildParts } from './tool/build.mts';
import { aimTable, table, writePart } from './tool/document.mts';
import type { Aim } from './tool/document.mts';
import { machine } from './tool/machine.mts';
import { count, gb, ms, say, times } from './tool/show.mts';

/** `npm run bench:sources`: the source nodes against the stand-ins, into docs/benchmarks.md. */

const PEOPLE = 10_000;
const MANY = 100_000;
const MOST_MB = 1500;

/** Nothing may be lost for speed: the stand-ins have one applicant, who is not in scope. */
function checkPeople(setup: Setup, people: number, result: SourceResult): void {
	if (result.people >= people - 1) return;
	throw new Error(`${setup.title}: ${result.people} of ${people} people were read`);
}

const SPEED_HEADS = [
	'Source',
	'At a time',
	'Calls',
	'JSON',
	'Parse',
	'Floor',
	'Bare client',
	'Node',
	'Times the floor',
	'Pages alone',
];

const speedRow = ({ setup, concurrency, result, floor, ratio, pagesRatio }: Speed): string[] => [
	setup.title,
	String(concurrency),
	count(result.calls.calls),
	`${result.megabytes.toFixed(1)} MB`,
	ms(result.parse),
	ms(floor),
	ms(result.bare),
	ms(result.time),
	`**${times(ratio)}**`,
	times(pagesRatio),
];

const callRows = ({ setup, result }: Speed): string[][] =>
	Object.entries(result.calls.byPath).map(([path, calls]) => [
		`${setup.title} \`${path}\``,
		count(calls),
	]);

const MEMORY_HEADS = ['Source', 'People', 'At a time', 'Calls', 'Time', 'Memory at most'];

const memoryRow = (setup: Setup, result: SourceResult): string[] => [
	setup.title,
	count(result.people),
	String(setup.most),
	count(result.calls.calls),
	ms(result.time),
	gb(result.peakMb),
];

/** NMBRS: at most one call more per company page than there are lists; AFAS: pages and four proofs. */
function callAims({ setup, result }: Speed): Aim[] {
	const { byPath, calls } = result.calls;
	const lists = Object.entries(byPath).filter(([path]) => setup.pages.test(path));
	const pages = lists.reduce((sum, [, one]) => sum + one, 0);
	if (setup.system === 'nmbrs') {
		const companyPages = Math.min(...lists.map(([, one]) => one));
		const limit = companyPages * (1 + lists.length);
		return [
			{
				what: `NMBRS: at most 1 + ${lists.length} lists calls per company page (${count(companyPages)} pages)`,
				figure: `${count(calls)} of at most ${count(limit)}`,
				held: calls <= limit,
			},
		];
	}
	return [
		{
			what: 'AFAS: pages, and the columns of each connector once',
			figure: `${count(pages)} pages, ${count(calls - pages)} others`,
			held: calls - pages <= lists.length,
		},
	];
}

const measuredOn = machine();
say(measuredOn);
const { source = '' } = await buildParts(['source']);
const speeds: Speed[] = [];
for (const setup of SETUPS) {
	for (const concurrency of [setup.usual, setup.most]) {
		const found = await speed(source, setup, PEOPLE, concurrency);
		checkPeople(setup, PEOPLE, found.result);
		speeds.push(found);
		say(speedRow(found).join('  ').replaceAll('**', ''));
	}
}
const usual = speeds.filter(({ setup, concurrency }) => concurrency === setup.usual);
const calls = usual.flatMap(callRows);
for (const row of calls) say(row.join('  ').replaceAll('`', ''));
const large: Array<{ setup: Setup; result: SourceResult }> = [];
for (const setup of SETUPS) {
	const result = await memory(source, setup, MANY);
	checkPeople(setup, MANY, result);
	large.push({ setup, result });
	say(memoryRow(setup, result).join('  '));
}

const aims: Aim[] = [
	...speeds.map(({ setup, concurrency, ratio }) => {
		const aim = concurrency === setup.usual ? setup.aim.usual : setup.aim.most;
		return {
			what: `${setup.title}: ${count(PEOPLE)} people, ${concurrency} at a time, within ${aim} times the floor`,
			figure: times(ratio),
			held: ratio <= aim,
		};
	}),
	...usual.flatMap(callAims),
	...large.map(({ setup, result }) => ({
		what: `${setup.title}: ${count(MANY)} people in under ${gb(MOST_MB)}`,
		figure: gb(result.peakMb),
		held: result.peakMb < MOST_MB,
	})),
];
for (const { what, figure, held } of aims)
	say(`${held ? 'held    ' : 'NOT held'}  ${what}: ${figure}`);

const head = '## Reading the sources (`npm run bench:sources`)';
const sections = [
	`### Speed

${count(PEOPLE)} people: NMBRS in ${COMPANIES} companies with contracts, department, function and manager besides personal info and
employments; AFAS with the contracts connector. The nodes run in n8n's engine over real HTTP; every answer takes ${LATENCY} ms. The
floor is calls x latency / calls at a time, plus \`JSON.parse\` of every answer once. The calls include the few that prove the
reading: the columns, the period, what follows the last row, the first page again. "Pages
alone" leaves these out of the floor. "Bare client" makes the same calls and does nothing but parse. First as the node is when nobody changes it, then with the most calls at a time that it allows.

${table(SPEED_HEADS, speeds.map(speedRow))}`,
	`### Calls

${table(['List', 'Calls'], calls)}`,
	`### Memory

As fast as the stand-in answers, in n8n's engine; the time holds the stand-in's own work.

${table(
	MEMORY_HEADS,
	large.map(({ setup, result }) => memoryRow(setup, result)),
)}`,
];
say(
	`\nWritten to ${writePart('sources', [head, measuredOn, aimTable(aims)].join('\n\n'), sections)}.`,
);
