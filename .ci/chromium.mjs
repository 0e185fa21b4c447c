/** Finds Chromium for the end-to-end tests, or installs it where apt-get and root are at hand. */
import { fileURLToPath } from 'node:url';
import { find, findOrInstall } from './apt.mjs';
import { main, say } from './lib.mjs';

const CHROMIUM = {
	name: 'Chromium',
	variable: 'CHROMIUM_PATH',
	places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
	packages: ['chromium'],
	size: 'about 300 MB',
};

export const findChromium = () => find(CHROMIUM);

export const installChromium = async () => await findOrInstall(CHROMIUM);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(async () => {
		say(`Chromium: ${await installChromium()}`);
	});
}
