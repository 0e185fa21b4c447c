import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const STATE = path.join(ROOT, 'sandbox', '.state');
export const N8N_SCRIPT = path.join(ROOT, 'sandbox/n8n/node_modules/n8n/bin/n8n');

const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/**
 * A port that nobody listens on, below those that Linux gives to outgoing connections (from 32768): one of
 * those may be taken between the look and the start of the process that is to have it.
 */
export async function freePort(): Promise<number> {
	for (let look = 0; look < 100; look++) {
		const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
		if (await isFree(port)) return port;
	}
	throw new Error(`No free port between ${FIRST_PORT} and ${LAST_PORT}`);
}
