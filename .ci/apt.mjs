/** A program of the system that the end-to-end tests need: found, or installed where apt-get and root are at hand. */
import { existsSync } from 'node:fs';
import { heading, run, StepFailed } from './lib.mjs';

/**
 * @param {{ name: string, variable: string, places: string[], packages: string[], size: string }} program
 * `variable` is the environment variable in which a person names it
 * @returns {string | null} the path of the program
 */
export function find({ name, variable, places }) {
	const given = process.env[variable];
	if (given !== undefined && given !== '') {
		if (existsSync(given)) return given;
		throw new StepFailed(
			`${variable} names a file that does not exist: ${given}`,
			`correct it, or leave it out, so that ${name} is looked for`,
		);
	}
	return places.find((place) => existsSync(place)) ?? null;
}

/** @returns {Promise<string>} the path of the program */
export async function findOrInstall(program) {
	const { name, variable, packages, size } = program;
	const found = find(program);
	if (found !== null) return found;
	const byHand = `install ${name} (Debian: sudo apt-get install -y ${packages.join(' ')}) or set ${variable} to one that is installed, then start the same command again`;
	if (!existsSync('/usr/bin/apt-get')) {
		throw new StepFailed(`${name} is missing, and this system has no apt-get`, byHand);
	}
	if (process.getuid?.() !== 0) {
		throw new StepFailed(`${name} is missing, and installing it takes root`, byHand);
	}
	heading(`${name}: installing (${size})`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { env, quiet: 'apt-get is working', hint: byHand };
	await run('apt-get', ['update'], options);
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
	const installed = find(program);
	if (installed === null) throw new StepFailed(`${name} is not where apt-get puts it`, byHand);
	return installed;
}
