/** Installs the pinned n8n of the demo and the end-to-end tests into sandbox/n8n, once. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, rebuild } from './install.mjs';
import { main, ROOT, say } from './lib.mjs';

const FOLDER = path.join(ROOT, 'sandbox', 'n8n');
const SQLITE = path.join(FOLDER, 'node_modules/sqlite3/build/Release/node_sqlite3.node');

export async function installN8n() {
	await installPackages(FOLDER, 'n8n 2.41.1', 'about 2.8 GB, three to five minutes, only once');
	if (existsSync(SQLITE)) return;
	await rebuild(
		FOLDER,
		'sqlite3',
		"building n8n's database driver (about 90 seconds, only once)",
		'the driver is compiled on this machine: install a C++ compiler, make and Python 3 (Debian: apt-get install -y build-essential python3), then start the same command again',
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(async () => {
		await installN8n();
		say('n8n is installed.');
	});
}
