import type { AlleoEmployee } from '../../../core/model/employee';
import type { RawEmployee } from '../../../nodes/Nmbrs/employee/rawEmployee';
import { accounts } from '../data/accounts.mts';
import type { Scenario } from '../data/accounts.mts';
import { plainJoin, rowsOf } from '../data/floor.mts';
import { rawEmployee } from '../data/people.mts';
import { measureSync } from '../data/sync.mts';
import { Best } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** Normalize and diff of n people beside the floor: parsing the same rows and a plain join. */

export interface CompareResult {
	people: number;
	scenario: Scenario;
	/** Best times in milliseconds. */
	parse: number;
	join: number;
	normalize: number;
	diff: number;
	megabytes: number;
	/** Rows of the plan, and what the plain join found: both must see the same differences. */
	rows: number;
	joined: number;
}

const { people, scenarios, rounds } = argumentsOf<{
	people: number;
	scenarios: Scenario[];
	rounds: number;
}>();

const sourceText = JSON.stringify(Array.from({ length: people }, (_, index) => rawEmployee(index)));

async function compare(scenario: Scenario): Promise<CompareResult> {
	const alleoText = JSON.stringify(accounts(people, scenario));
	const best = new Best<'parse' | 'join' | 'normalize' | 'diff'>();
	let rows = 0;
	let joined = 0;
	for (let round = 0; round < rounds; round++) {
		const [source, alleo] = best.run('parse', () => [
			JSON.parse(sourceText) as RawEmployee[],
			JSON.parse(alleoText) as AlleoEmployee[],
		]);
		const found = best.run('join', () => plainJoin(source, alleo));
		const measured = await measureSync(source as never, alleo);
		best.note('normalize', measured.ms.normalize ?? 0);
		best.note('diff', (measured.ms.diff ?? 0) + (measured.ms.report ?? 0));
		rows = measured.rows;
		joined = rowsOf(found);
	}
	return {
		people,
		scenario,
		parse: best.get('parse'),
		join: best.get('join'),
		normalize: best.get('normalize'),
		diff: best.get('diff'),
		megabytes: (sourceText.length + alleoText.length) / 1e6,
		rows,
		joined,
	};
}

async function main(): Promise<void> {
	const results: CompareResult[] = [];
	for (const scenario of scenarios) results.push(await compare(scenario));
	report(results);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
