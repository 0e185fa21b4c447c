import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, createWriteStream, mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { STATE } from '../../../sandbox/demo/paths.mts';
import { StepFailed } from '../../../sandbox/demo/process.mts';

/** A program of Debian's packages in a folder and on a port of its own; nothing of the distribution's service. */

/** Whom PostgreSQL and Redis run as: root may not, and Debian's package of PostgreSQL made this user. */
const UNPRIVILEGED = 'postgres';
const STARTS_WITHIN_MS = 60_000;

interface Account {
	uid?: number;
	gid?: number;
}

function account(): Account {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string): number =>
		Number(execFileSync('id', [flag, UNPRIVILEGED], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** A folder that the service may write to. */
export function serviceFolder(parent: string, name: string): string {
	const folder = path.join(parent, name);
	mkdirSync(folder, { mode: 0o700 });
	const { uid, gid } = account();
	if (uid === undefined || gid === undefined) return folder;
	chownSync(folder, uid, gid);
	// Another user's folder lies in ours: it may be passed through, not read.
	chmodSync(parent, 0o711);
	return folder;
}

/** Runs a program to its end as the service's user. */
export function runAsService(program: string, args: string[], folder: string): void {
	execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...account() });
}

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection({ host: '127.0.0.1', port });
		const answer = (yes: boolean) => (): void => {
			socket.destroy();
			resolve(yes);
		};
		socket.once('connect', answer(true));
		socket.once('error', answer(false));
	});
}

export interface ServiceOptions {
	name: string;
	program: string;
	args: string[];
	folder: string;
	port: number;
	/** The signal by which it stops in order. */
	stopsBy: NodeJS.Signals;
}

export class Service {
	readonly options: ServiceOptions;
	readonly logFile: string;
	#child: ChildProcess | null = null;
	#closed: Promise<void> = Promise.resolve();

	constructor(options: ServiceOptions) {
		this.options = options;
		this.logFile = path.join(STATE, `queue-${options.name}.log`);
	}

	/** Its process, while it runs. */
	get pid(): number | null {
		return this.#child?.pid ?? null;
	}

	/** Starts it and waits until it takes connections. */
	async start(): Promise<void> {
		const deadline = Date.now() + STARTS_WITHIN_MS;
		for (;;) {
			const child = this.#spawn();
			while (child.exitCode === null && child.signalCode === null) {
				if (await listens(this.options.port)) return;
				if (Date.now() > deadline) break;
				await sleep(100);
			}
			// What a killed PostgreSQL leaves behind (its children, its shared memory) is gone a moment later.
			if (Date.now() > deadline) {
				throw new StepFailed(
					`${this.options.name} does not start`,
					`read ${this.logFile}, then start the same command again`,
				);
			}
			await sleep(500);
		}
	}

	#spawn(): ChildProcess {
		const { program, args, folder } = this.options;
		const child = spawn(program, args, {
			cwd: folder,
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
			...account(),
		});
		const log = createWriteStream(this.logFile, { flags: 'a' });
		child.stdout.pipe(log, { end: false });
		child.stderr.pipe(log, { end: false });
		const lastResort = (): void => void child.kill('SIGKILL');
		process.prependOnceListener('exit', lastResort);
		this.#closed = new Promise((resolve) => {
			child.once('close', () => {
				process.off('exit', lastResort);
				log.end();
				this.#child = null;
				resolve();
			});
		});
		this.#child = child;
		return child;
	}

	async stop(): Promise<void> {
		this.#child?.kill(this.options.stopsBy);
		await this.#closed;
	}

	/** Ends it in the middle of what it does. */
	async kill(): Promise<void> {
		this.#child?.kill('SIGKILL');
		await this.#closed;
	}
}
