import { spawn } from 'node:child_process';

/** A step of the demo that could not be done: what happened, and how to go on. */
export class StepFailed extends Error {
	readonly howToGoOn: string;

	constructor(what: string, howToGoOn: string) {
		super(what);
		this.name = 'StepFailed';
		this.howToGoOn = howToGoOn;
	}
}

export interface Finished {
	status: number;
	output: string;
}

/** Runs a command to its end and keeps what it prints. */
export function runCommand(
	command: string,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Finished> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: options.cwd,
			env: options.env ?? process.env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		const keep = (chunk: Buffer): void => {
			output += chunk.toString();
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (status) => resolve({ status: status ?? 1, output }));
	});
}

/** Exit statuses of a process that a signal ended, as shells count them. */
const STATUS_OF = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Stop = keyof typeof STATUS_OF;
const STOPS = Object.keys(STATUS_OF) as Stop[];

/**
 * Ctrl-C, `kill` and a closed terminal leave through `exit`, where whoever started something ends it.
 * Without this a closed terminal would leave n8n running, which has a process group of its own.
 * @returns waits for the next such signal instead of leaving
 */
export function leaveOnSignals(): () => Promise<void> {
	const leave = (signal: Stop): void => process.exit(STATUS_OF[signal]);
	for (const signal of STOPS) process.on(signal, leave);
	return () =>
		new Promise<void>((resolve) => {
			for (const signal of STOPS) {
				process.off(signal, leave);
				process.once(signal, () => {
					// Once more while n8n is stopped in order: leave at once.
					for (const other of STOPS) process.on(other, leave);
					resolve();
				});
			}
		});
}

/**
 * Leaves as on SIGTERM when whoever started this process is gone, also by `kill -9`: the channel to it closes.
 * Without such a channel (started by hand) nothing happens.
 */
export function leaveWithParent(): void {
	const { channel } = process;
	if (channel === undefined || channel === null) return;
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
	// To listen for it keeps no process alive.
	channel.unref();
}
