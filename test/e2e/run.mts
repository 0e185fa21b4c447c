import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { ARTIFACTS, startBrowser } from './context.mts';
import type { Context } from './context.mts';
import { finish, loadScenarios, runScenarios, say } from './runner.mts';

/**
 * `node test/e2e/run.mts [part of a name …]`: every scenario of test/e2e/scenarios against a real n8n
 * with the packed package. A scenario file exports `scenarios`, by name. They run one after another.
 */

export type Scenario = (context: Context) => Promise<void>;

const FOLDER = path.join(import.meta.dirname, 'scenarios');

async function main(): Promise<number> {
	leaveOnSignals();
	const scenarios = await loadScenarios<Scenario>(FOLDER, process.argv.slice(2));
	rmSync(ARTIFACTS, { recursive: true, force: true });
	mkdirSync(ARTIFACTS, { recursive: true });
	say('\n== Starting n8n with the packed package, and Chromium');
	const n8n = await startN8n({ name: 'e2e', tarball: await packPackage() });
	const browser = await startBrowser();
	let failed: string[];
	try {
		failed = await runScenarios(scenarios, n8n, browser);
	} finally {
		await browser.close();
		await n8n.stop();
	}
	return finish('e2e', scenarios.length, failed, n8n.logFile);
}

process.exitCode = await main();
