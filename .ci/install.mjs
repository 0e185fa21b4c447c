/** Installs the development dependencies and Node 24 when they are missing or the lockfile changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { heading, main, npm, NODE_24, ROOT, run, say, StepFailed } from './lib.mjs';

const RETRY =
	'check the network and the npm registry that `npm config get registry` names, then start the same command again; it goes on where it stopped';

const mayBeMissing = (entry) =>
	entry.optional || entry.devOptional || entry.peer || entry.extraneous || entry.os || entry.cpu;

/**
 * Whether node_modules holds what the lockfile names. npm keeps its own copy of what it installed in
 * node_modules/.package-lock.json; what is optional or for another platform may be left out there.
 */
export function isInstalled(folder) {
	const wanted = path.join(folder, 'package-lock.json');
	const present = path.join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(present)) return false;
	const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	const [lock, installed] = [read(wanted), read(present)];
	const missing = Object.entries(lock).some(([name, entry]) => {
		if (name === '' || entry.link) return false;
		const found = installed[name];
		if (found === undefined) return !mayBeMissing(entry);
		return found.version !== entry.version;
	});
	return !missing && Object.keys(installed).every((name) => lock[name] !== undefined);
}

/** `npm ci` without install scripts (one dependency's script would call another package manager). */
export async function installPackages(folder, title, size) {
	if (isInstalled(folder)) return;
	heading(`${title}: installing packages (${size})`);
	const command = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
	await run(command.command, command.args, {
		cwd: folder,
		quiet: 'npm ci is working',
		hint: RETRY,
	});
}

/** Runs the install script of one package that cannot work without it. */
export async function rebuild(folder, name, why, hint = RETRY) {
	heading(`${name}: ${why}`);
	const command = npm(['rebuild', name]);
	await run(command.command, command.args, {
		cwd: folder,
		quiet: `npm rebuild ${name} is working`,
		hint,
	});
}

export async function install() {
	await installPackages(ROOT, 'This project', 'about 350 MB, one to three minutes');
	const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).devDependencies
		.node;
	const works = () => spawnSync(NODE_24, ['--version']).status === 0;
	if (!works()) await rebuild(ROOT, 'node', `fetching Node ${wanted}`);
	if (!works()) throw new StepFailed(`Node ${wanted} does not start on this machine`, RETRY);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(async () => {
		await install();
		say('Everything is installed.');
	});
}
