import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithThisProcess } from './keeper.mts';
import { freePort, N8N_SCRIPT, STATE } from './paths.mts';
import { StepFailed } from './process.mts';

/** One process of the pinned n8n: alone, or one of the several of queue mode. */

/** The person who logs in; the instance listens on this machine only and lives for one demo. */
export const OWNER = { email: 'demo@example.nl', password: 'Alleo-demo-2026' } as const;
const OWNER_PASSWORD_HASH = '$2a$10$iJZANGjyiK/ultsR1HcgMuIQfsokbQI9pk5ZQT1zuos7c9h.ThW/G';

const READY_WITHIN_MS = 300_000;
const STOPS_WITHIN_MS = 15_000;

/** What n8n's own command line calls it: everything, or only the editor's side; runs; pages and answers. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

export interface N8nProcessOptions {
	command: N8nCommand;
	/** Names the log, sandbox/.state/<name>.log. */
	name: string;
	/** Holds .n8n with the package installed; n8n writes nowhere else. */
	userFolder: string;
	port: number;
	/** Where a browser reaches n8n: the process itself, or what stands before several. */
	url: string;
	env?: Record<string, string>;
	/** Receives what the process prints as well. */
	alsoTo?: NodeJS.WritableStream;
}

/** Settings for an n8n that calls nobody and keeps to itself. */
async function environment(options: N8nProcessOptions): Promise<Record<string, string>> {
	const { command, userFolder, port, url } = options;
	const { PATH = '', HOME = userFolder, LANG = 'C.UTF-8' } = process.env;
	return {
		PATH,
		HOME,
		LANG,
		N8N_USER_FOLDER: userFolder,
		// What n8n puts into the folder for temporary files goes away with the rest.
		TMPDIR: path.join(userFolder, 'tmp'),
		N8N_ENCRYPTION_KEY: 'a-key-for-demo-data-only',
		...(command === 'worker'
			? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) }
			: { N8N_PORT: String(port) }),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: `${url}/`,
		WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
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
		...options.env,
	};
}

const hasEnded = (child: ChildProcess): boolean =>
	child.exitCode !== null || child.signalCode !== null;

/** The main process answers its health check before its own API is there. */
async function answers(command: N8nCommand, port: number): Promise<boolean> {
	const at = `http://127.0.0.1:${port}`;
	try {
		const ready = await fetch(`${at}/healthz/readiness`);
		if (!ready.ok || command !== 'start') return ready.ok;
		const settings = await fetch(`${at}/rest/settings`);
		return settings.ok && (settings.headers.get('content-type') ?? '').includes('json');
	} catch {
		// Nothing listens yet.
		return false;
	}
}

export class N8nProcess {
	readonly options: N8nProcessOptions;
	readonly logFile: string;
	readonly #child: ChildProcess;
	readonly #lastResort: () => void;
	readonly #closed: Promise<void>;

	constructor(options: N8nProcessOptions, env: Record<string, string>) {
		mkdirSync(STATE, { recursive: true });
		this.options = options;
		this.logFile = path.join(STATE, `${options.name}.log`);
		const child = spawn(process.execPath, [N8N_SCRIPT, options.command], {
			cwd: options.userFolder,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			// Own group: Ctrl-C reaches the demo, which then stops n8n in order.
			detached: true,
		});
		// A process that takes the place of one that was killed goes on in its log.
		const log = createWriteStream(this.logFile, { flags: 'a' });
		for (const stream of [child.stdout, child.stderr]) {
			stream.pipe(log, { end: false });
			if (options.alsoTo !== undefined) stream.pipe(options.alsoTo, { end: false });
		}
		this.#lastResort = () => void child.kill('SIGKILL');
		const letGo =
			child.pid === undefined ? () => undefined : endWithThisProcess(child.pid, options.userFolder);
		this.#closed = new Promise((resolve) => child.once('close', () => resolve()));
		void this.#closed.then(() => {
			process.off('exit', this.#lastResort);
			letGo();
			log.end();
		});
		// Before the folder is removed, which was there first.
		process.prependOnceListener('exit', this.#lastResort);
		this.#child = child;
	}

	get pid(): number {
		const { pid } = this.#child;
		if (pid === undefined) throw new Error(`${this.options.name} was not started`);
		return pid;
	}

	get ended(): boolean {
		return hasEnded(this.#child);
	}

	/** The end of what it printed. */
	tail(): string {
		const { logFile } = this;
		return existsSync(logFile)
			? readFileSync(logFile, 'utf8').split('\n').slice(-25).join('\n')
			: '(no log)';
	}

	/** Waits until it takes work. */
	async ready(): Promise<void> {
		const { command, port, name } = this.options;
		const deadline = Date.now() + READY_WITHIN_MS;
		while (Date.now() < deadline) {
			if (this.ended) {
				throw new StepFailed(
					`n8n (${name}) stopped while starting:\n${this.tail()}`,
					'read the lines above, then start the same command again; it takes other ports each time',
				);
			}
			if (await answers(command, port)) return;
			await sleep(250);
		}
		throw new StepFailed(
			`n8n (${name}) was not ready after ${READY_WITHIN_MS / 1000} seconds:\n${this.tail()}`,
			'close what else keeps this machine busy, then start the same command again',
		);
	}

	/** Asks it to stop, as a service manager does; ends it where it takes longer than that would wait. */
	async stop(withinMs = STOPS_WITHIN_MS): Promise<void> {
		if (this.ended) return;
		this.#child.kill('SIGTERM');
		const late = sleep(withinMs, 'late', { ref: false });
		if ((await Promise.race([this.#closed, late])) === 'late') this.#child.kill('SIGKILL');
		await this.#closed;
	}

	/** Ends it in the middle of what it does, as a machine that fails. */
	async kill(): Promise<void> {
		if (this.ended) return;
		this.#child.kill('SIGKILL');
		await this.#closed;
	}
}

/** Starts one process; it takes work once `ready()` has come back. */
export const startProcess = async (options: N8nProcessOptions): Promise<N8nProcess> =>
	new N8nProcess(options, await environment(options));
