/** `npm run docs:pictures`: the pictures of the guides, from a real n8n with made-up people. */
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { CONNECT_SCENARIOS, copyConnectPictures } from './connectPictures.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';

await main(async () => {
	await install();
	await installN8n();
	const chromium = await installChromium();
	await build();
	const options = { allowFailure: true, extraEnv: { CHROMIUM_PATH: chromium } };
	const connected = await runNode24(['test/e2e/run.mts', ...CONNECT_SCENARIOS], options);
	if (connected !== 0) return connected;
	copyConnectPictures();
	return await runNode24(['test/e2e/pictures.mts'], options);
});
