import type { PlansResult } from '../parts/plans.mts';
import { table } from '../tool/document.mts';
import { runPart } from '../tool/part.mts';
import { count, ms, say, times } from '../tool/show.mts';
import type { Chapter } from './compare.mts';

/** Limits per part, two plans and changes by field, beside the floor of the same people. */

const SIZES = [
	{ people: 10_000, rounds: 4 },
	{ people: 100_000, rounds: 2 },
];
const AIM = 3;

const HEADS = ['People', 'Plan', 'Parts', 'Plans', 'Floor', 'Normalize', 'Diff', 'Times the floor'];

const ratioOf = (result: PlansResult, diff: number): number =>
	(result.normalize + diff) / result.floor;

const lines = (result: PlansResult): string[][] =>
	result.variants.map(({ name, diff, plans, parts }) => [
		count(result.people),
		name,
		count(parts),
		count(plans),
		ms(result.floor),
		ms(result.normalize),
		ms(diff),
		`**${times(ratioOf(result, diff))}**`,
	]);

export async function plans(file: string): Promise<Chapter> {
	const rows: string[][] = [];
	let worst = 0;
	for (const args of SIZES) {
		const result = await runPart<PlansResult>(file, args, { heap: 8000 });
		for (const cells of lines(result)) {
			rows.push(cells);
			say(cells.join('  ').replaceAll('**', ''));
		}
		worst = Math.max(...result.variants.map(({ diff }) => ratioOf(result, diff)));
	}
	return {
		section: `### Limits per part, two plans and changes by field

30 % changed, 50 people in each company and six groups: every company and every group has limits of its own. Without
limits per part, with them, with what no guard is about in a plan of its own, and with the changes that are new since
an earlier plan told from the others. The floor is that of the comparison above.

${table(HEADS, rows)}`,
		aims: [
			{
				what: `Limits per part, two plans and changes by field within ${AIM} times the floor at 100,000 people`,
				figure: times(worst),
				held: worst <= AIM,
			},
		],
	};
}
