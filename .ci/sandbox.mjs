/** `npm run sandbox [-- --employees 250 --seed 1]`: the stand-ins of NMBRS, AFAS and Alleo alone. */
import { install } from './install.mjs';
import { main, runNode24 } from './lib.mjs';

await main(async () => {
	await install();
	return await runNode24(['sandbox/main.mts', ...process.argv.slice(2)], {
		allowFailure: true,
		tied: true,
	});
});
