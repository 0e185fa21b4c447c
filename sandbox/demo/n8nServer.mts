import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { N8nClient } from './n8nClient.mts';
import { OWNER, startProcess } from './n8nProcess.mts';
import type { N8nProcess } from './n8nProcess.mts';
import { installPackage, packageName } from './package.mts';
import { freePort, STATE } from './paths.mts';
import { StepFailed } from './process.mts';

export interface N8nServer {
	url: string;
	userFolder: string;
	logFile: string;
	client: N8nClient;
	/** Its processes, by what they are. */
	pids(): Record<string, number>;
	stop(): Promise<void>;
}

export interface N8nOptions {
	/** Names the log, sandbox/.state/<name>.log. */
	name: string;
	tarball: string;
	port?: number;
	env?: Record<string, string>;
}

export interface UserFolder {
	path: string;
	forget(): void;
}

/** An empty folder that goes away with this process. */
export function temporaryFolder(name: string): UserFolder {
	// Outside the project: inside it, the package would find the project's own n8n-workflow, and
	// errors of one copy are no errors of the other.
	const folder = mkdtempSync(path.join(tmpdir(), `n8n-nodes-alleo-${name}-`));
	const remove = (): void => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	return {
		path: folder,
		forget: () => {
			process.off('exit', remove);
			remove();
		},
	};
}

/** n8n skips a package that it cannot load, and says so only in its log. */
async function checkPackage(client: N8nClient, main: N8nProcess): Promise<void> {
	const prefix = `${await packageName()}.`;
	const types = await client.nodeTypes();
	if (types.some((name) => name.startsWith(prefix))) return;
	throw new StepFailed(
		`n8n did not load the package:\n${main.tail()}`,
		'run `npm test -- tarball`, which loads every built node, and read the first message',
	);
}

/** Waits for a main process that serves the editor, and logs in. */
export async function logIn(main: N8nProcess): Promise<N8nClient> {
	await main.ready();
	const client = new N8nClient(main.options.url);
	await client.login(OWNER.email, OWNER.password);
	await checkPackage(client, main);
	return client;
}

/** Starts the pinned n8n in a folder of its own, with the package installed, and logs in. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const folder = temporaryFolder(options.name);
	const userFolder = folder.path;
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	rmSync(path.join(STATE, `${options.name}.log`), { force: true });
	let main: N8nProcess | null = null;
	const stop = async (): Promise<void> => {
		await main?.stop();
		folder.forget();
	};
	try {
		mkdirSync(path.join(userFolder, 'tmp'));
		await installPackage(userFolder, options.tarball);
		const { name, env = {} } = options;
		const started = await startProcess({ command: 'start', name, userFolder, port, url, env });
		main = started;
		const { logFile } = started;
		const pids = (): Record<string, number> => ({ n8n: started.pid });
		return { url, userFolder, logFile, client: await logIn(started), pids, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
