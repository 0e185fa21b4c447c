import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './build.mts';
import { MARK } from './part.mts';

/** A stand-in in a process of its own, as a vendor's server is on another machine. */
export interface Server<T> {
	about: T;
	stop(): Promise<void>;
}

/** Starts `servers/<name>.mts` and waits until it says where it listens. */
export function startServer<T>(name: string, args: object): Promise<Server<T>> {
	const file = path.join(ROOT, 'test', 'bench', 'servers', `${name}.mts`);
	const child = spawn(process.execPath, [file, JSON.stringify(args)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	const stop = async (): Promise<void> => {
		child.kill('SIGTERM');
		await ended;
	};
	return new Promise((resolve, reject) => {
		let text = '';
		child.stdout.setEncoding('utf8');
		child.stdout.on('data', (chunk: string) => {
			text += chunk;
			const line = text.split('\n').find((one) => one.startsWith(MARK) && text.endsWith('\n'));
			if (line !== undefined) resolve({ about: JSON.parse(line.slice(MARK.length)) as T, stop });
		});
		child.on('error', reject);
		child.on('close', () => reject(new Error(`the stand-in ${name} ended before it was ready`)));
	});
}

/** What a stand-in counted since it was last asked to forget (sandbox/README.md, control API). */
export interface StandInCounts {
	calls: number;
	writes: number;
	mostOverlapping: number;
	byOperation: Record<string, number>;
	byStatus: Record<string, number>;
}

export const countsOf = async (origin: string): Promise<StandInCounts> =>
	(await (await fetch(`${origin}/_control/counts`)).json()) as StandInCounts;
