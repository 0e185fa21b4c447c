/** `npm run test:e2e`: a real n8n, the stand-ins, Chromium and LibreOffice. Arguments choose scenarios by name. */
import { build } from './build.mjs';
import { installChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';
import { installN8n } from './n8n.mjs';
import { installSpreadsheet } from './spreadsheet.mjs';

await main(async () => {
	await install();
	await installN8n();
	const chromium = await installChromium();
	const soffice = await installSpreadsheet();
	await build();
	return await runNode24(['test/e2e/run.mts', ...process.argv.slice(2)], {
		allowFailure: true,
		extraEnv: { CHROMIUM_PATH: chromium, SOFFICE_PATH: soffice },
	});
});
