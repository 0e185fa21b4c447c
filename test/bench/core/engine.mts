import type { EngineResult, EngineSide } from '../parts/engine.mts';
import { table } from '../tool/document.mts';
import { runPart } from '../tool/part.mts';
import { count, gb, ms, say, times } from '../tool/show.mts';
import type { Chapter } from './compare.mts';

/** The nodes in n8n's own engine, beside n8n's own nodes for the same work. */

const SCENARIO = '2 % changed';
const FASTER = 200;
const MOST_SECONDS = 20;
const MOST_MB = 1500;

const nodeTime = (side: EngineSide): number =>
	Object.values(side.nodes).reduce((sum, value) => sum + value, 0);

const EVALUATORS: Record<string, string> = { vm: 'vm (default)', legacy: 'legacy' };

const row = (people: number, name: string, side: EngineSide, ours: EngineSide): string[] => {
	const [first = 0, second = 0] = Object.values(side.nodes);
	const faster = nodeTime(side) / nodeTime(ours);
	return [
		count(people),
		name,
		ms(first),
		ms(second),
		ms(nodeTime(side)),
		ms(side.wall),
		side === ours ? '' : `**${times(faster)}**`,
	];
};

const lines = (result: EngineResult): string[][] => [
	row(result.people, 'Employee Normalize + Alleo Diff', result.ours, result.ours),
	...Object.entries(result.n8n).map(([engine, side]) =>
		row(
			result.people,
			`Edit Fields + Compare Datasets, ${EVALUATORS[engine] ?? engine}`,
			side,
			result.ours,
		),
	),
];

const HEADS = ['People', 'Nodes', 'First', 'Second', 'Both', 'Whole run', 'Ours is faster by'];

async function beside(file: string): Promise<{ rows: string[][]; faster: number }> {
	const rows: string[][] = [];
	let faster = 0;
	for (const people of [1_000, 10_000]) {
		const args = { people, scenario: SCENARIO, rounds: 5, legacy: [false, true] };
		const result = await runPart<EngineResult>(file, args, { heap: 8000 });
		for (const cells of lines(result)) {
			rows.push(cells);
			say(cells.join('  ').replaceAll('**', ''));
		}
		const [standard] = Object.values(result.n8n);
		if (standard !== undefined) faster = nodeTime(standard) / nodeTime(result.ours);
	}
	return { rows, faster };
}

export async function engine(file: string, hasN8n: boolean): Promise<Chapter> {
	if (!hasN8n) {
		return {
			section: `### In n8n's engine

Not measured: n8n is not installed in sandbox/n8n (\`npm run test:e2e\` installs it).`,
			aims: [{ what: "Figures in n8n's engine", figure: '', held: null }],
		};
	}
	const { rows, faster } = await beside(file);
	const args = { people: 100_000, scenario: SCENARIO, rounds: 1, legacy: [] };
	const large = await runPart<EngineResult>(file, args);
	const [cells = []] = lines(large);
	say(`${cells.join('  ')}${gb(large.peakMb)}`);
	return {
		section: `### In n8n's engine

n8n's own engine and nodes, in process, one round for n8n's nodes; ${SCENARIO}. Edit Fields maps 15 plain paths, Compare
Datasets matches by e-mail. n8n's default evaluator of expressions is \`vm\`; \`legacy\` is the older one. The nodes' times
are those that n8n shows; the whole run adds what the engine does around them.

${table(HEADS, [...rows, cells])}

100,000 people through Employee Normalize and Alleo Diff: ${ms(large.ours.wall)}, ${gb(large.peakMb)} of memory at most, the people
themselves included.`,
		aims: [
			{
				what: `At least ${FASTER} times faster than Edit Fields + Compare Datasets at 10,000 people`,
				figure: times(faster),
				held: faster >= FASTER,
			},
			{
				what: `100,000 people through both nodes in under ${MOST_SECONDS} s and ${gb(MOST_MB)}`,
				figure: `${ms(large.ours.wall)}, ${gb(large.peakMb)}`,
				held: large.ours.wall < MOST_SECONDS * 1000 && large.peakMb < MOST_MB,
			},
		],
	};
}
