/** `npm run demo [-- --once]`: a daily sync from NMBRS and from AFAS inside a real n8n. */
import { build } from './build.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';

await main(async () => {
	await install();
	await installN8n();
	await build();
	return await runNode24(['sandbox/demo/main.mts', ...process.argv.slice(2)], {
		allowFailure: true,
		tied: true,
	});
});
