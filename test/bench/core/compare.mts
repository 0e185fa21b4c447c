import type { CompareResult } from '../parts/compare.mts';
import type { MillionResult } from '../parts/million.mts';
import { table } from '../tool/document.mts';
import type { Aim } from '../tool/document.mts';
import { runPart } from '../tool/part.mts';
import { count, gb, ms, say, times } from '../tool/show.mts';

/** Normalize + diff beside the floor, and a million people. */

export interface Chapter {
	section: string;
	aims: Aim[];
}

const SIZES = [
	{ people: 1_000, rounds: 15 },
	{ people: 10_000, rounds: 4 },
	{ people: 100_000, rounds: 2 },
];
const AIM = 3;

/** Where everybody is new each person has a row, with its hash. */
const EVERYONE_NEW = 'everyone new';
const SCENARIOS = ['no change', '2 % changed', '30 % changed', EVERYONE_NEW];
const AIMS_NEW = [
	{ people: 100_000, aim: 2 },
	{ people: 10_000, aim: 3 },
];

const floorOf = (result: { parse: number; join: number }): number => result.parse + result.join;
const workOf = (result: { normalize: number; diff: number }): number =>
	result.normalize + result.diff;
export const ratioOf = (result: CompareResult | MillionResult): number =>
	workOf(result) / floorOf(result);

/** A plan that is fast and wrong is worth nothing: the plain join must see as many differences. */
function check({ people, scenario, rows, joined }: CompareResult | MillionResult): void {
	if (rows === joined) return;
	throw new Error(
		`${people} people, ${scenario}: the plan has ${rows} rows, a join finds ${joined}`,
	);
}

const HEADS = [
	'People',
	'Scenario',
	'JSON.parse',
	'Map join',
	'Floor',
	'Normalize',
	'Diff',
	'Together',
	'Times the floor',
	'With parsing',
];

const line = (result: CompareResult | MillionResult): string[] => [
	count(result.people),
	result.scenario,
	ms(result.parse),
	ms(result.join),
	ms(floorOf(result)),
	ms(result.normalize),
	ms(result.diff),
	ms(workOf(result)),
	`**${times(ratioOf(result))}**`,
	times((result.parse + workOf(result)) / floorOf(result)),
];

export async function compare(file: string): Promise<Chapter> {
	const results: CompareResult[] = [];
	for (const { people, rounds } of SIZES) {
		for (const scenario of SCENARIOS) {
			const args = { people, rounds, scenarios: [scenario] };
			for (const result of await runPart<CompareResult[]>(file, args, { heap: 8000 })) {
				check(result);
				results.push(result);
				say(`${line(result).join('  ').replaceAll('**', '')}`);
			}
		}
	}
	const large = results.filter(({ people }) => people === 100_000);
	const worst = Math.max(...large.map(ratioOf));
	const size = (large[0]?.megabytes ?? 0) / 100;
	return {
		section: `### Normalize and diff, beside parsing and joining the same rows

Raw records as the NMBRS node gives them, about ${size.toFixed(1)} kB each with their histories, and all Alleo accounts. The floor is
\`JSON.parse\` of both lists plus a Map join that compares eight fields, without a rule, a check or a plan. "With
parsing" sets parsing, normalizing and diffing together against that floor.

${table(HEADS, results.map(line))}`,
		aims: [
			{
				what: `Normalize + diff within ${AIM} times the floor at 100,000 people`,
				figure: `${times(Math.min(...large.map(ratioOf)))} to ${times(worst)}`,
				held: worst <= AIM,
			},
			...AIMS_NEW.map(({ people, aim }) => {
				const ratios = results
					.filter((result) => result.people === people && result.scenario === EVERYONE_NEW)
					.map(ratioOf);
				const ratio = Math.max(...ratios);
				return {
					what: `Everyone new: within ${aim} times the floor at ${count(people)} people`,
					figure: times(ratio),
					held: ratio <= aim,
				};
			}),
		],
	};
}

const NEEDED = 7e9;

export async function million(file: string): Promise<Chapter> {
	const title = '### A million people, streamed, outside n8n';
	if (process.availableMemory() < NEEDED) {
		return { section: `${title}\n\nNot measured: less than 7 GB of memory was free.`, aims: [] };
	}
	const args = { people: 1_000_000, scenario: '2 % changed' };
	const result = await runPart<MillionResult>(file, args, { heap: 8000 });
	check(result);
	say(line(result).join('  ').replaceAll('**', ''));
	return {
		section: `${title}

${count(result.megabytes)} MB of rows in chunks of 10,000, each dropped once normalized; one round. The process held ${gb(result.peakMb)} at most.

${table(HEADS, [line(result)])}`,
		aims: [],
	};
}
