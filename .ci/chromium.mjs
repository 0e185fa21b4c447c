/** Finds Chromium for the end-to-end tests, or installs it where apt-get and root are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { heading, main, run, say, StepFailed } from './lib.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const BY_HAND =
	'install Chromium (Debian: sudo apt-get install -y chromium) or set CHROMIUM_PATH to a Chromium or Chrome that is installed, then start the same command again';

export function findChromium() {
	const given = process.env.CHROMIUM_PATH;
	if (given !== undefined && given !== '') {
		if (existsSync(given)) return given;
		throw new StepFailed(`CHROMIUM_PATH names a file that does not exist: ${given}`, BY_HAND);
	}
	return PLACES.find((place) => existsSync(place)) ?? null;
}

export async function installChromium() {
	const found = findChromium();
	if (found !== null) return found;
	if (!existsSync('/usr/bin/apt-get')) {
		throw new StepFailed('Chromium is missing, and this system has no apt-get', BY_HAND);
	}
	if (process.getuid?.() !== 0) {
		throw new StepFailed('Chromium is missing, and installing it takes root', BY_HAND);
	}
	heading('Chromium: installing (about 300 MB)');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { env, quiet: 'apt-get is working', hint: BY_HAND };
	await run('apt-get', ['update'], options);
	await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
	const installed = findChromium();
	if (installed === null) throw new StepFailed('Chromium is not where apt-get puts it', BY_HAND);
	return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(async () => {
		say(`Chromium: ${await installChromium()}`);
	});
}
