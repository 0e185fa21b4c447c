import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, STATE } from './paths.mts';
import { runCommand, StepFailed } from './process.mts';

/** Packs dist/ as npm would publish it. @returns the tarball, which goes away with this process */
export async function packPackage(): Promise<string> {
	if (!existsSync(path.join(ROOT, 'dist', 'nodes'))) {
		throw new StepFailed('dist/ holds no nodes', 'run `npm run build`, then start this again');
	}
	const folder = path.join(STATE, 'pack', String(process.pid));
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const packed = await runCommand(
		'npm',
		['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
		{ cwd: ROOT },
	);
	const name = /"filename":\s*"([^"]+)"/.exec(packed.output)?.[1];
	if (packed.status !== 0 || name === undefined) {
		throw new StepFailed(
			`npm pack ended with status ${packed.status}\n${packed.output}`,
			'run `npm pack` by hand in the project folder and read its message',
		);
	}
	return path.join(folder, path.basename(name));
}

/** Installs the tarball where n8n looks for community packages: <user folder>/.n8n/nodes. */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	mkdirSync(folder, { recursive: true });
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	// The peer dependency n8n-workflow is n8n's own copy; npm must not fetch another one.
	const installed = await runCommand(
		'npm',
		['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', tarball],
		{ cwd: folder },
	);
	if (installed.status !== 0) {
		throw new StepFailed(
			`The package could not be installed into n8n\n${installed.output}`,
			'run `npm pack` in the project folder and look at the file with `tar tzf`; its package.json must have no dependencies',
		);
	}
}

export async function packageName(): Promise<string> {
	const manifest: unknown = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
	return (manifest as { name: string }).name;
}
