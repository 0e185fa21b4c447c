import { outputOf } from '../../support/engine.mts';
import type { Scenario } from '../data/accounts.mts';
import { startExpressionEngine, stopExpressionEngine } from '../data/expressions.mts';
import { lists, n8ns, ours } from '../data/steps.mts';
import { runSteps } from '../data/workflow.mts';
import type { EngineTimes } from '../data/workflow.mts';
import { peakMb } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** The two nodes of this package in n8n's own engine, alone or beside n8n's own two nodes. */

export interface EngineSide {
	wall: number;
	nodes: Record<string, number>;
	/** What came out, by output. */
	found: Record<string, number>;
}

export interface EngineResult {
	people: number;
	scenario: Scenario;
	ours: EngineSide;
	/** By n8n's evaluator of expressions: its default, and the older one. */
	n8n: Record<string, EngineSide>;
	peakMb: number;
}

const { people, scenario, rounds, legacy } = argumentsOf<{
	people: number;
	scenario: Scenario;
	rounds: number;
	/** Which of n8n's evaluators the other side runs with; none: only our own side. */
	legacy: boolean[];
}>();

function side(best: EngineTimes, found: Record<string, number>): EngineSide {
	const nodes = Object.entries(best.nodes).filter(([name]) => / /.test(name));
	return { wall: best.wall, nodes: Object.fromEntries(nodes), found };
}

async function runOurs(): Promise<EngineSide> {
	let best: EngineSide | null = null;
	for (let round = 0; round < rounds; round++) {
		const times = await runSteps([...lists(people, scenario), ...ours()]);
		const [summary] = outputOf<{ counts: Record<string, number> }>(times.run, 'Alleo Diff', 2);
		if (summary === undefined) throw new Error('Alleo Diff gave no summary');
		if (best === null || times.wall < best.wall) best = side(times, summary.counts);
	}
	if (best === null) throw new Error('no rounds');
	return best;
}

/** Once: it takes a minute where the other side takes a part of a second. */
async function runN8n(): Promise<EngineSide> {
	const times = await runSteps([...lists(people, scenario), ...n8ns()]);
	const names = ['In A only', 'Same', 'Different', 'In B only'];
	const found = names.map((name, output) => [
		name,
		outputOf(times.run, 'Compare Datasets', output).length,
	]);
	return side(times, Object.fromEntries(found) as Record<string, number>);
}

async function main(): Promise<void> {
	const n8n: EngineResult['n8n'] = {};
	// Under n8n's default evaluator, though our nodes ask it nothing but the settings.
	await startExpressionEngine(false);
	const own = await runOurs();
	const peak = peakMb();
	await stopExpressionEngine();
	for (const old of legacy) {
		const engine = await startExpressionEngine(old);
		n8n[engine] = await runN8n();
		await stopExpressionEngine();
	}
	report({ people, scenario, ours: own, n8n, peakMb: peak } satisfies EngineResult);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
