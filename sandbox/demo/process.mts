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
