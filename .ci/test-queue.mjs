/** `npm run test:queue`: n8n in queue mode with PostgreSQL and Redis. Arguments choose scenarios by name. */
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';
import { installQueueServices } from './queueServices.mjs';

await main(async () => {
	await install();
	await installN8n();
	const chromium = await installChromium();
	const services = await installQueueServices();
	await build();
	return await runNode24(['test/queue/run.mts', ...process.argv.slice(2)], {
		allowFailure: true,
		extraEnv: { CHROMIUM_PATH: chromium, ...services },
	});
});
