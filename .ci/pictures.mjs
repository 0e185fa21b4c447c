/** `npm run docs:pictures`: the pictures of docs/support.md, from a real n8n with made-up people. */
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';

await main(async () => {
	await install();
	await installN8n();
	const chromium = await installChromium();
	await build();
	return await runNode24(['test/e2e/pictures.mts'], {
		allowFailure: true,
		extraEnv: { CHROMIUM_PATH: chromium },
	});
});
