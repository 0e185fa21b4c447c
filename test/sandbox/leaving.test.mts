import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_N8N, redirectsOf } from '../../sandbox/redirects.mts';

/** Whatever is started stops with who started it, also where that is killed and can clean up nothing. */

const ROOT = join(__dirname, '../..');
const NODE_24 = join(ROOT, 'node_modules/node/bin/node');

const started: ChildProcess[] = [];
const folders: string[] = [];
const pids: number[] = [];

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'n8n-nodes-alleo-leaving-'));
	folders.push(made);
	return made;
}

const isThere = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
	for (const pid of pids.splice(0)) if (isThere(pid)) process.kill(pid, 'SIGKILL');
	for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** Starts a process and waits for the process id that it prints. */
async function start(command: string, args: string[], env = {}): Promise<[ChildProcess, number]> {
	const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env } });
	started.push(child);
	let output = '';
	const keep = (chunk: Buffer): void => void (output += chunk.toString());
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	for (let at = 0; at < 600; at += 1) {
		const pid = Number(/pid (\d+)/.exec(output)?.[1] ?? 0);
		if (pid > 0) {
			pids.push(pid);
			return [child, pid];
		}
		await sleep(100);
	}
	throw new Error(`No process id was printed: ${output}`);
}

async function gone(pid: number): Promise<boolean> {
	for (let at = 0; at < 200; at += 1) {
		if (!isThere(pid)) return true;
		await sleep(100);
	}
	return false;
}

function script(name: string, text: string): string {
	const file = join(folder(), name);
	writeFileSync(file, text);
	return file;
}

test('what the demo started ends with it, and its folder goes, also when the demo is killed', async () => {
	const own = folder();
	const demo = script(
		'demo.mjs',
		`import { spawn } from 'node:child_process';
		import { endWithThisProcess } from '${ROOT}/sandbox/demo/keeper.mts';
		const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
		endWithThisProcess(child.pid, '${own}');
		console.log('pid ' + child.pid);
		setTimeout(() => undefined, 600_000);`,
	);
	const [parent, pid] = await start(NODE_24, [demo]);
	expect(isThere(pid)).toBe(true);
	parent.kill('SIGKILL');
	expect(await gone(pid)).toBe(true);
	for (let at = 0; at < 100 && existsSync(own); at += 1) await sleep(100);
	expect(existsSync(own)).toBe(false);
});

test('who ended it already lets go: nothing is taken away later, and no other folder ever is', async () => {
	const own = folder();
	const other = mkdtempSync(join(tmpdir(), 'somebody-else-'));
	folders.push(other);
	for (const [kept, letsGo] of [
		[own, true],
		[other, false],
	] as const) {
		const demo = script(
			'demo.mjs',
			`import { spawn } from 'node:child_process';
			import { endWithThisProcess } from '${ROOT}/sandbox/demo/keeper.mts';
			const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
			const letGo = endWithThisProcess(child.pid, '${kept}');
			if (${letsGo}) letGo();
			console.log('pid ' + child.pid);
			setTimeout(() => undefined, 600_000);`,
		);
		const [parent, pid] = await start(NODE_24, [demo]);
		parent.kill('SIGKILL');
		if (letsGo) await sleep(2000);
		else expect(await gone(pid)).toBe(true);
		expect(isThere(pid)).toBe(letsGo);
		await sleep(500);
		expect(existsSync(kept)).toBe(true);
	}
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
	'the stand-ins stop when the npm, or the script, that started them gets %s',
	async (signal) => {
		const serving = script(
			'serving.mjs',
			`import { leaveWithParent } from '${ROOT}/sandbox/demo/process.mts';
			leaveWithParent();
			console.log('pid ' + process.pid);
			setTimeout(() => undefined, 600_000);`,
		);
		const starting = script(
			'starting.mjs',
			`import { main, run, NODE_24 } from '${ROOT}/.ci/lib.mjs';
			await main(() => run(NODE_24, ['${serving}'], { tied: true, allowFailure: true }));`,
		);
		const [script1, first] = await start(NODE_24, [starting]);
		script1.kill(signal);
		expect(await gone(first)).toBe(true);
		// As npm does it: a shell of its own in between, which stays when npm is killed.
		const npm = script(
			'npm.mjs',
			`import { spawn } from 'node:child_process';
			spawn('sh', ['-c', '"${NODE_24}" "${starting}"; true'], { stdio: 'inherit' });`,
		);
		const [asNpm, second] = await start(NODE_24, [npm], { npm_lifecycle_event: 'demo' });
		asNpm.kill(signal);
		expect(await gone(second)).toBe(true);
	},
);

test('an n8n of one’s own is led back to: its credentials and the pages of Customer Connect', () => {
	expect(redirectsOf('https://n8n.example')).toEqual([
		'https://n8n.example/rest/oauth2-credential/callback',
		'https://n8n.example/webhook/alleo-connect',
	]);
	expect(redirectsOf(DEFAULT_N8N)).toHaveLength(4);
	for (const wrong of ['n8n.example', 'https://n8n.example/x', 'ftp://a', 'https://a:b@c.d', '']) {
		expect(redirectsOf(wrong)).toBeNull();
	}
});
