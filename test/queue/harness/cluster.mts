import { cpSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import path from 'node:path';
import { startProcess } from '../../../sandbox/demo/n8nProcess.mts';
import type { N8nCommand, N8nProcess } from '../../../sandbox/demo/n8nProcess.mts';
import { logIn, temporaryFolder } from '../../../sandbox/demo/n8nServer.mts';
import type { N8nServer } from '../../../sandbox/demo/n8nServer.mts';
import { installPackage } from '../../../sandbox/demo/package.mts';
import { freePort, STATE } from '../../../sandbox/demo/paths.mts';
import { openFrontDoor } from './frontDoor.mts';
import type { FrontDoor, Ports } from './frontDoor.mts';
import { postgres, queueSettings, redis } from './services.mts';
import type { Service } from './service.mts';

/** n8n in queue mode: PostgreSQL, Redis, one main, workers, one webhook process, and what stands before. */

export type ProcessName = 'main' | 'webhook' | 'worker1' | 'worker2';

const COMMANDS: Record<ProcessName, N8nCommand> = {
	main: 'start',
	webhook: 'webhook',
	worker1: 'worker',
	worker2: 'worker',
};
export const PROCESSES = Object.keys(COMMANDS) as ProcessName[];

/** In the order in which they leave: nobody makes work any more, then nobody does any. */
const STOP_ORDER: ProcessName[] = ['main', 'webhook', 'worker1', 'worker2'];

export interface ClusterOptions {
	tarball: string;
	/** For every process, over docs/scale.md's settings. */
	env?: Record<string, string>;
}

export class Cluster {
	readonly folder = temporaryFolder('queue');
	readonly logFile = path.join(STATE, 'queue.log');
	readonly #options: ClusterOptions;
	readonly #log: WriteStream;
	readonly #processes = new Map<ProcessName, N8nProcess>();
	readonly #ports = new Map<ProcessName, number>();
	#door: FrontDoor | null = null;
	#database: Service | null = null;
	#queue: Service | null = null;

	constructor(options: ClusterOptions) {
		this.#options = options;
		for (const name of ['', '-postgres', '-redis', ...PROCESSES.map((one) => `-${one}`)]) {
			rmSync(path.join(STATE, `queue${name}.log`), { force: true });
		}
		mkdirSync(STATE, { recursive: true });
		this.#log = createWriteStream(this.logFile);
	}

	get database(): Service {
		return present(this.#database, 'PostgreSQL');
	}

	get queue(): Service {
		return present(this.#queue, 'Redis');
	}

	get url(): string {
		return present(this.#door, 'The front door').url;
	}

	process(name: ProcessName): N8nProcess {
		return present(this.#processes.get(name) ?? null, name);
	}

	/** The process itself, past what stands before. */
	urlOf(name: ProcessName): string {
		return `http://127.0.0.1:${this.process(name).options.port}`;
	}

	async #install(): Promise<void> {
		const [first, ...others] = PROCESSES.map((name) => path.join(this.folder.path, name));
		for (const name of PROCESSES) {
			mkdirSync(path.join(this.folder.path, name, 'tmp'), { recursive: true });
		}
		if (first === undefined) throw new Error('No process');
		await installPackage(first, this.#options.tarball);
		for (const other of others) {
			cpSync(path.join(first, '.n8n'), path.join(other, '.n8n'), { recursive: true });
		}
	}

	/** Starts one of n8n's processes, again if it was ended; it takes work when this comes back. */
	async launch(name: ProcessName): Promise<N8nProcess> {
		const port = this.#ports.get(name);
		if (port === undefined) throw new Error(`${name} has no port`);
		const started = await startProcess({
			command: COMMANDS[name],
			name: `queue-${name}`,
			userFolder: path.join(this.folder.path, name),
			port,
			url: this.url,
			alsoTo: this.#log,
			env: { ...queueSettings(this.database, this.queue), ...this.#options.env },
		});
		this.#processes.set(name, started);
		await started.ready();
		return started;
	}

	/** Starts again what ended, as whoever looks after the processes does. @returns their names */
	async revive(): Promise<string[]> {
		const ended = PROCESSES.filter((name) => this.process(name).ended);
		const services = [this.database, this.queue].filter(({ pid }) => pid === null);
		await Promise.all(services.map((service) => service.start()));
		await Promise.all(ended.map((name) => this.launch(name)));
		return [...services.map(({ options }) => options.name), ...ended];
	}

	async start(): Promise<N8nServer> {
		const ports: Ports = { main: await freePort(), webhook: await freePort() };
		this.#ports.set('main', ports.main).set('webhook', ports.webhook);
		for (const name of ['worker1', 'worker2'] as const) this.#ports.set(name, await freePort());
		this.#door = await openFrontDoor(ports);
		this.#database = await postgres(this.folder.path);
		this.#queue = await redis(this.folder.path);
		await Promise.all([this.#install(), this.database.start(), this.queue.start()]);
		// The main process makes the tables that the others wait for.
		const main = await this.launch('main');
		await Promise.all(PROCESSES.filter((name) => name !== 'main').map((name) => this.launch(name)));
		return {
			url: this.url,
			userFolder: this.folder.path,
			logFile: this.logFile,
			client: await logIn(main),
			pids: () => Object.fromEntries(PROCESSES.map((name) => [name, this.process(name).pid])),
			stop: () => this.stop(),
		};
	}

	async stop(): Promise<void> {
		for (const name of STOP_ORDER) await this.#processes.get(name)?.stop();
		await this.#queue?.stop();
		await this.#database?.stop();
		this.#door?.close();
		this.#log.end();
		this.folder.forget();
	}
}

function present<T>(value: T | null, what: string): T {
	if (value === null) throw new Error(`${what} is not there yet`);
	return value;
}
