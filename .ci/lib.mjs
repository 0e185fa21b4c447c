/**
 * What the scripts behind `npm test`, `npm run demo` and their kind share. Runs under Node 20, before
 * anything is installed: only Node's own modules here.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const BIN = path.join(ROOT, 'node_modules', '.bin');
export const NODE_24 = path.join(ROOT, 'node_modules', 'node', 'bin', 'node');
export const STATE = path.join(ROOT, 'sandbox', '.state');

/** A step that could not be done: what happened, and how to go on. */
export class StepFailed extends Error {
	constructor(what, howToGoOn) {
		super(what);
		this.howToGoOn = howToGoOn;
	}
}

/** Somebody pressed Ctrl-C, or the terminal was closed. */
class Interrupted extends StepFailed {
	constructor() {
		super('you asked for it', 'start the same command again; what was complete is kept');
	}
}

/** npm finishes what it unpacks before it listens to Ctrl-C, which takes minutes with n8n. */
const PATIENCE_MS = 3000;

export const say = (text) => console.log(text);
export const heading = (text) => console.log(`\n== ${text}`);

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * A Node that is not in node_modules, which `npm ci` takes away while it works: in an npm script
 * `node` is that one. By its bare name the system finds the next `node` of PATH that exists.
 */
function outerNode() {
	const given = [process.env.npm_node_execpath, process.execPath];
	return given.find((node) => node !== undefined && !node.startsWith(ROOT)) ?? 'node';
}

/** npm under its own Node, whatever Node runs this script. */
export function npm(args) {
	const script = process.env.npm_execpath;
	return script !== undefined && script.endsWith('.js')
		? { command: outerNode(), args: [script, ...args] }
		: { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
}

const LOOK_MS = 500;

const isThere = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

/** npm starts a shell that starts this script; that shell stays when npm is killed. */
function parents() {
	const asked = spawnSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8' });
	const npm = Number(asked.stdout?.trim());
	return process.env.npm_lifecycle_event !== undefined && npm > 1
		? [process.ppid, npm]
		: [process.ppid];
}

/** Ends this script as SIGTERM would when what started it is gone, however that went. */
function endWithParents() {
	const [parent, ...others] = parents();
	setInterval(() => {
		if (process.ppid === parent && others.every(isThere)) return;
		process.kill(process.pid, 'SIGTERM');
	}, LOOK_MS).unref();
}

/** Environment in which `node` is Node 24, for everything that starts processes of its own. */
export function env24(extra = {}) {
	return { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/**
 * Runs a command to its end. With `quiet` its output is kept back and a line every 15 seconds shows
 * that it still works; the end of the output is printed when it fails. `tied` is for what serves until it
 * is stopped: it stops with whoever started this script, also when that is killed.
 * @returns the exit status (with `allowFailure`), otherwise a failing command throws StepFailed
 */
export function run(command, args, options = {}) {
	const {
		cwd = ROOT,
		env = process.env,
		quiet = null,
		allowFailure = false,
		hint = null,
		tied = false,
	} = options;
	const startedAt = Date.now();
	// `tied`: a channel whose end tells the child that this process is gone, also by `kill -9`.
	const shared = tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
	if (tied) endWithParents();
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env,
			stdio: quiet === null ? shared : ['ignore', 'pipe', 'pipe'],
		});
		let tail = '';
		const keep = (chunk) => {
			tail = (tail + chunk.toString()).slice(-6000);
		};
		child.stdout?.on('data', keep);
		child.stderr?.on('data', keep);
		const beat =
			quiet === null ? null : setInterval(() => say(`   ${quiet} (${seconds(startedAt)})`), 15_000);
		// Ctrl-C reaches the child by itself (same terminal); wait for it instead of leaving it behind.
		let interrupted = false;
		let patience;
		const wait = () => {
			interrupted = true;
			if (quiet !== null) patience ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
		};
		const pass = () => {
			child.kill('SIGTERM');
			wait();
		};
		process.on('SIGINT', wait);
		process.on('SIGTERM', pass);
		process.on('SIGHUP', pass);
		const done = () => {
			if (beat !== null) clearInterval(beat);
			clearTimeout(patience);
			process.off('SIGINT', wait);
			process.off('SIGTERM', pass);
			process.off('SIGHUP', pass);
		};
		child.on('error', (error) => {
			done();
			reject(new StepFailed(`${command} could not be started: ${error.message}`, hint));
		});
		child.on('close', (status, signal) => {
			done();
			if (interrupted && quiet !== null) {
				reject(new Interrupted());
				return;
			}
			const code = status ?? (signal === 'SIGINT' ? 130 : 1);
			if (code === 0 || allowFailure) {
				if (quiet !== null && code === 0) say(`   done in ${seconds(startedAt)}`);
				resolve(code);
				return;
			}
			if (tail !== '') say(tail.trimEnd());
			const shown = [path.basename(command), ...args.map((arg) => path.basename(arg))].join(' ');
			reject(new StepFailed(`\`${shown}\` ended with status ${code}`, hint));
		});
	});
}

/** Runs a script of this project under Node 24. */
export function runNode24(args, options = {}) {
	return run(NODE_24, args, { env: env24(options.extraEnv), ...options });
}

/** Body of a script: prints a failing step with the way to go on, and sets the exit status. */
export async function main(body) {
	try {
		process.exitCode = (await body()) ?? 0;
	} catch (error) {
		if (!(error instanceof StepFailed)) throw error;
		console.error(`\nStopped: ${error.message}`);
		if (error.howToGoOn) console.error(`To go on: ${error.howToGoOn}`);
		process.exitCode = error instanceof Interrupted ? 130 : 1;
	}
}

/** Counts of one suite for `.ci/run`, which adds them up. */
export function writeResult(name, result) {
	const folder = path.join(STATE, 'results');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(result)}\n`);
}

export function readResult(name) {
	const file = path.join(STATE, 'results', `${name}.json`);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

export function clearResults() {
	rmSync(path.join(STATE, 'results'), { recursive: true, force: true });
}
