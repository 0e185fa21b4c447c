/** `npm run bench`: every benchmark under test/bench, each of which prints its figure and its floor. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { heading, main, ROOT, runNode24, say } from './lib.mjs';

await main(async () => {
	await install();
	const folder = path.join(ROOT, 'test', 'bench');
	const names = existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith('.bench.mts'))
				.sort()
		: [];
	if (names.length === 0) {
		say('There is no benchmark yet: test/bench holds no *.bench.mts file.');
		return 0;
	}
	let worst = 0;
	for (const name of names) {
		heading(name.replace(/\.bench\.mts$/, ''));
		worst = Math.max(worst, await runNode24([path.join(folder, name)], { allowFailure: true }));
	}
	return worst;
});
