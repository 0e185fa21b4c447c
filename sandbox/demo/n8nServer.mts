import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
	createWriteStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { N8nClient } from './n8nClient.mts';
import { installPackage, packageName } from './package.mts';
import { freePort, N8N_SCRIPT, STATE } from './paths.mts';
import { StepFailed } from './process.mts';

/** The person who logs in; the instance listens on this machine only and lives for one demo. */
export const OWNER = { email: 'demo@example.nl', password: 'Alleo-demo-2026' } as const;
const OWNER_PASSWORD_HASH = '$2a$10$iJZANGjyiK/ultsR1HcgMuIQfsokbQI9pk5ZQT1zuos7c9h.ThW/G';

const READY_WITHIN_MS = 180_000;

export interface N8nServer {
	url: string;
	userFolder: string;
	logFile: string;
	client: N8nClient;
	stop(): Promise<void>;
}

export interface N8nOptions {
	/** Names the log, sandbox/.state/<name>.log. */
	name: string;
	tarball: string;
	port?: number;
	env?: Record<string, string>;
}

/** Settings for an n8n that calls nobody and keeps to itself. */
function environment(
	userFolder: string,
	url: string,
	port: number,
	brokerPort: number,
): Record<string, string> {
	const { PATH = '', HOME = userFolder, LANG = 'C.UTF-8' } = process.env;
	return {
		PATH,
		HOME,
		LANG,
		N8N_USER_FOLDER: userFolder,
		// What n8n puts into the folder for temporary files goes away with the rest.
		TMPDIR: path.join(userFolder, 'tmp'),
		N8N_ENCRYPTION_KEY: 'a-key-for-demo-data-only',
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: `${url}/`,
		WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'Europe/Amsterdam',
		N8N_LOG_LEVEL: 'info',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: OWNER.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Beheer',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: OWNER_PASSWORD_HASH,
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
	};
}

const logTail = (file: string): string =>
	existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-25).join('\n') : '(no log)';

async function waitUntilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new StepFailed(
				`n8n stopped while starting:\n${logTail(logFile)}`,
				'read the lines above, then start the same command again; it takes other ports each time',
			);
		}
		try {
			const ready = await fetch(`${url}/healthz/readiness`);
			const settings = ready.ok ? await fetch(`${url}/rest/settings`) : ready;
			if (settings.ok && settings.headers.get('content-type')?.includes('json')) return;
		} catch {
			// Nothing listens yet.
		}
		await sleep(250);
	}
	throw new StepFailed(
		`n8n was not ready after ${READY_WITHIN_MS / 1000} seconds:\n${logTail(logFile)}`,
		'close what else keeps this machine busy, then start the same command again',
	);
}

/** n8n skips a package that it cannot load, and says so only in its log. */
async function checkPackage(client: N8nClient, logFile: string): Promise<void> {
	const prefix = `${await packageName()}.`;
	const types = await client.nodeTypes();
	if (types.some((name) => name.startsWith(prefix))) return;
	throw new StepFailed(
		`n8n did not load the package:\n${logTail(logFile)}`,
		'run `npm test -- tarball`, which loads every built node, and read the first message',
	);
}

async function stopProcess(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	child.kill('SIGTERM');
	const late = sleep(15_000, 'late', { ref: false });
	if ((await Promise.race([closed, late])) === 'late') child.kill('SIGKILL');
	await closed;
}

/** Starts the pinned n8n in a folder of its own, with the package installed, and logs in. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	// Outside the project: inside it, the package would find the project's own n8n-workflow, and
	// errors of one copy are no errors of the other.
	const userFolder = mkdtempSync(path.join(tmpdir(), `n8n-nodes-alleo-${options.name}-`));
	const forget = (): void => rmSync(userFolder, { recursive: true, force: true });
	process.once('exit', forget);
	try {
		mkdirSync(path.join(userFolder, 'tmp'));
		await installPackage(userFolder, options.tarball);
	} catch (error) {
		forget();
		throw error;
	}
	mkdirSync(STATE, { recursive: true });

	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(STATE, `${options.name}.log`);
	const log = createWriteStream(logFile);
	const child = spawn(process.execPath, [N8N_SCRIPT, 'start'], {
		cwd: userFolder,
		env: { ...environment(userFolder, url, port, await freePort()), ...options.env },
		stdio: ['ignore', 'pipe', 'pipe'],
		// Own group: Ctrl-C reaches the demo, which then stops n8n in order.
		detached: true,
	});
	child.stdout.pipe(log);
	child.stderr.pipe(log);
	const lastResort = (): void => {
		child.kill('SIGKILL');
		forget();
	};
	process.off('exit', forget);
	process.once('exit', lastResort);
	try {
		await waitUntilReady(url, child, logFile);
		const client = new N8nClient(url);
		await client.login(OWNER.email, OWNER.password);
		await checkPackage(client, logFile);
		return {
			url,
			userFolder,
			logFile,
			client,
			async stop() {
				await stopProcess(child);
				process.off('exit', lastResort);
				log.end();
				forget();
			},
		};
	} catch (error) {
		await stopProcess(child);
		process.off('exit', lastResort);
		forget();
		throw error;
	}
}
