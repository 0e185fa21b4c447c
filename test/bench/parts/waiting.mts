import type { IRun } from 'n8n-workflow';
import { createRequire } from 'node:module';
import path from 'node:path';
import { outputOf } from '../../support/engine.mts';
import type { Scenario } from '../data/accounts.mts';
import { lists, ours } from '../data/steps.mts';
import { runSteps } from '../data/workflow.mts';
import { N8N } from '../tool/build.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** What n8n keeps in its database while a plan waits, as it writes it: flatted JSON of the run's data. */

export interface WaitingResult {
	people: number;
	scenario: Scenario;
	/** Bytes of the whole run, and by the node and output that gave the items. */
	whole: number;
	nodes: Record<string, { items: number; bytes: number }>;
	/** Bytes of the plan's rows, by action. */
	rows: Record<string, { items: number; bytes: number }>;
}

const { people, scenario } = argumentsOf<{ people: number; scenario: Scenario }>();

type Stringify = (value: unknown) => string;

function bytesBy(): (value: unknown) => number {
	const load = createRequire(path.join(N8N, 'flatted', 'package.json'));
	const { stringify } = load('flatted') as { stringify: Stringify };
	return (value) => Buffer.byteLength(stringify(value));
}

const OUTPUTS: ReadonlyArray<readonly [label: string, node: string, output: number]> = [
	['Read employees', 'Source', 0],
	['Read Alleo accounts', 'Accounts', 0],
	['Coverage', 'Coverage', 0],
	['Normalize employees', 'Employee Normalize', 0],
	['Compare: rows', 'Alleo Diff', 0],
	['Compare: summary', 'Alleo Diff', 2],
];

const itemsOf = (run: IRun, node: string, output: number): readonly unknown[] =>
	run.data.resultData.runData[node]?.[0]?.data?.['main']?.[output] ?? [];

async function main(): Promise<void> {
	const bytes = bytesBy();
	const { run } = await runSteps([...lists(people, scenario), ...ours()]);
	const nodes = OUTPUTS.map(([label, node, output]) => {
		const items = itemsOf(run, node, output);
		return [label, { items: items.length, bytes: bytes(items) }] as const;
	});
	const plan = itemsOf(run, 'Alleo Diff', 0);
	const actions = outputOf<{ action: string }>(run, 'Alleo Diff', 0).map(({ action }) => action);
	const rows = [...new Set(actions)].map((action) => {
		const items = plan.filter((_item, index) => actions[index] === action);
		return [action, { items: items.length, bytes: bytes(items) }] as const;
	});
	report({
		people,
		scenario,
		whole: bytes(run.data),
		nodes: Object.fromEntries(nodes),
		rows: Object.fromEntries(rows),
	} satisfies WaitingResult);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
