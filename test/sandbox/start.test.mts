import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/start.mts';

const ROOT = join(__dirname, '../..');
const NODE_24 = join(ROOT, 'node_modules/node/bin/node');

interface Ended {
	code: number | null;
	output: string;
}

/** Runs the sandbox as a person does; `until` stops it with Ctrl-C once that text was printed. */
function run(args: string[], until?: RegExp): Promise<Ended> {
	const child = spawn(NODE_24, ['sandbox/main.mts', ...args], { cwd: ROOT });
	let output = '';
	const collect = (chunk: Buffer): void => {
		output += chunk.toString();
		if (until?.test(output) === true) child.kill('SIGINT');
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('the three stand-ins share one world and stop together', async () => {
	const sandbox = await startSandbox({ employees: 60, seed: 2, referenceDate: '2026-10-05' });
	const origins = [sandbox.nmbrs.origin, sandbox.afas.origin, sandbox.alleo.origin];
	expect(new Set(origins).size).toBe(3);
	for (const origin of origins) expect((await fetch(`${origin}/_control/counts`)).status).toBe(200);
	await sandbox.close();
	for (const origin of origins) await expect(fetch(origin)).rejects.toThrow();
});

test('cases can be left out, with their accounts', async () => {
	const without = ['move', 'transfer-old', 'transfer-new', 'absent'] as const;
	const sandbox = await startSandbox({ employees: 60, without });
	const { nmbrs, afas, alleo } = sandbox.world;
	const cases = [...nmbrs.people, ...afas.people, ...alleo.onlyInAlleo].map((one) => one.case);
	expect(cases.filter((name) => without.some((one) => one === name))).toEqual([]);
	expect(alleo.accounts.some((account) => account.last_name === 'Verdwenen')).toBe(false);
	await sandbox.close();
});

test('a port that is taken stops what was started already', async () => {
	const first = await startSandbox({ employees: 0 });
	const taken = Number(new URL(first.nmbrs.origin).port);
	await expect(startSandbox({ employees: 0, ports: { nmbrs: taken } })).rejects.toThrow(
		'EADDRINUSE',
	);
	await first.close();
});

test('on the command line it prints addresses and credentials and stops on Ctrl-C', async () => {
	const { code, output } = await run(['--employees', '50', '--ports', '0,0,0'], /Ctrl-C stops/);
	expect(code).toBe(0);
	expect(output).toMatch(/NMBRS {3}http:\/\/127\.0\.0\.1:\d+/);
	expect(output).toMatch(/AFAS {4}http:\/\/127\.0\.0\.1:\d+\/ProfitRestServices/);
	expect(output).toMatch(/Alleo {3}http:\/\/127\.0\.0\.1:\d+\/customer_api\/v1/);
	expect(output).toContain('AK-DEMO-VOORBEELD');
});

test.each([
	[['--ports', '1'], '--ports needs three numbers'],
	[['--employees', 'veel'], '--employees must be a whole number'],
	[['--reference-date', 'vandaag'], '--reference-date must be YYYY-MM-DD'],
	[['--iets'], "Unknown option '--iets'"],
])('%j ends with what is wrong and how to do it', async (args, text) => {
	const { code, output } = await run(args);
	expect(code).toBe(1);
	expect(output).toContain(text);
	expect(output).toContain('Usage:');
});

test('a taken port on the command line says which one and what to do', async () => {
	const sandbox = await startSandbox({ employees: 0 });
	const { port } = new URL(sandbox.alleo.origin);
	const { code, output } = await run(['--employees', '0', '--ports', `0,0,${port}`]);
	expect(code).toBe(1);
	expect(output).toContain(`Port ${port} is in use`);
	await sandbox.close();
});
