/**
 * `npm run bench`, `bench:sources`, `bench:payroll`, `bench:page` and `bench:fleet`: one of test/bench, by its name.
 * What follows the name goes to it.
 */
import path from 'node:path';
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { heading, main, ROOT, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';
import { installQueueServices } from './queueServices.mjs';

/** What a benchmark needs besides the packages: Chromium draws the page, n8n runs dist, in queue mode too. */
const PREPARE = {
	page: async () => {
		await build();
		return { CHROMIUM_PATH: await installChromium() };
	},
	fleet: async () => {
		await installN8n();
		const services = await installQueueServices();
		await build();
		return services;
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
