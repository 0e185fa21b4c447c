import { spawn } from 'node:child_process';

/** A part runs alone in its process, so that neither its memory nor its garbage is another's. */

export const MARK = '@@result ';

/** In the part: hands the figures to the process that started it. */
export const report = (result: unknown): void =>
	void process.stdout.write(`${MARK}${JSON.stringify(result)}\n`);

/** In the part: the arguments that it was started with. */
export const argumentsOf = <T,>(): T => JSON.parse(process.argv[2] ?? '{}') as T;

export interface PartOptions {
	/** Limit of the JavaScript heap in MB; Node's own when left out. */
	heap?: number;
	/** Flags for Node, such as --cpu-prof. */
	flags?: readonly string[];
}

/** Starts a part and waits for its figures; whatever else it prints goes to the terminal. */
export function runPart<T>(file: string, args: object, options: PartOptions = {}): Promise<T> {
	const heap = options.heap === undefined ? [] : [`--max-old-space-size=${options.heap}`];
	const flags = [...heap, '--expose-gc', '--enable-source-maps', ...(options.flags ?? [])];
	const env = { ...process.env, N8N_LOG_LEVEL: 'silent', NODE_ENV: 'production' };
	const profile = process.env['BENCH_PROFILE'];
	if (profile !== undefined) flags.push('--cpu-prof', `--cpu-prof-dir=${profile}`);
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...flags, file, JSON.stringify(args)], {
			env,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let rest = '';
		let result: T | null = null;
		const line = (text: string): void => {
			if (text.startsWith(MARK)) result = JSON.parse(text.slice(MARK.length)) as T;
			else process.stdout.write(`${text}\n`);
		};
		child.stdout.setEncoding('utf8');
		child.stdout.on('data', (chunk: string) => {
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			lines.forEach(line);
		});
		child.on('error', reject);
		child.on('close', (status) => {
			if (rest !== '') line(rest);
			if (status === 0 && result !== null) resolve(result);
			else reject(new Error(`${file} ended with status ${status ?? 'signal'}`));
		});
	});
}
