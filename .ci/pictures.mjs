/** `npm run docs:pictures [-- connect dryRun]`: every picture of the guides and README, from a real n8n with made-up people. */
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';

/** Scenarios that see on their way what some of the pictures show; see test/e2e/pictures/run.mts. */
const SCENARIOS = ['connectCustomer: NMBRS', 'fleetJourney'];

await main(async () => {
	await install();
	await installN8n();
	const chromium = await installChromium();
	await build();
	const options = { allowFailure: true, extraEnv: { CHROMIUM_PATH: chromium } };
	const only = process.argv.slice(2);
	const seen = only.length > 0 ? 0 : await runNode24(['test/e2e/run.mts', ...SCENARIOS], options);
	if (seen !== 0) return seen;
	return await runNode24(['test/e2e/pictures/run.mts', ...only], options);
});
