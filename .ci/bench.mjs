/**
 * `npm run bench`, `bench:sources`, `bench:payroll` and `bench:page`: one benchmark of test/bench, by its name.
 * What follows the name goes to it.
 */
import path from 'node:path';
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { heading, main, ROOT, runNode24 } from './lib.mjs';

/** What a benchmark needs besides the packages: the page is drawn by Chromium, and shown by n8n from dist. */
const PREPARE = {
	page: async () => {
		await build();
		return { CHROMIUM_PATH: await installChromium() };
	},
};

await main(async () => {
	await install();
	const [name = 'core', ...rest] = process.argv.slice(2);
	const extraEnv = (await PREPARE[name]?.()) ?? {};
	heading(`Benchmark: ${name}`);
	const file = path.join(ROOT, 'test', 'bench', `${name}.bench.mts`);
	return await runNode24([file, ...rest], { allowFailure: true, extraEnv });
});
