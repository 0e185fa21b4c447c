/**
 * `npm run bench`, `bench:sources` and `bench:payroll`: one benchmark of test/bench, by its name. What follows
 * the name goes to it.
 */
import path from 'node:path';
import { install } from './install.mjs';
import { heading, main, ROOT, runNode24 } from './lib.mjs';

await main(async () => {
	await install();
	const [name = 'core', ...rest] = process.argv.slice(2);
	heading(`Benchmark: ${name}`);
	const file = path.join(ROOT, 'test', 'bench', `${name}.bench.mts`);
	return await runNode24([file, ...rest], { allowFailure: true });
});
