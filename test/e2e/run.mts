import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startDesk } from '../../sandbox/demo/desk.mts';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { STATE } from '../../sandbox/demo/paths.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { ARTIFACTS, startBrowser } from './context.mts';
import type { Context } from './context.mts';
import { finish, loadFilesOf, runScenarios, say } from './runner.mts';
import type { Loaded } from './runner.mts';

/**
 * `node test/e2e/run.mts [part of a name …]`: every scenario of test/e2e/scenarios against a real n8n
 * with the packed package. A scenario file exports `scenarios`, by name. Files are taken by two lanes, each
 * with an n8n and a desk of its own, in which they run one after another: one lane waits while the other
 * works. A file that also exports `freshN8n = true` gets an n8n that nobody used, with the settings of its `n8nEnv`.
 */

export type Scenario = (context: Context) => Promise<void>;

const FOLDER = path.join(import.meta.dirname, 'scenarios');
const LANES = 2;

interface Suite {
	/** Not yet taken by a lane. */
	files: Array<Loaded<Scenario>>;
	tarball: string;
	browser: Browser;
	failed: string[];
}

async function runFresh({ group, env, scenarios }: Loaded<Scenario>, suite: Suite): Promise<void> {
	const { tarball, browser, failed } = suite;
	say(`\n== Starting n8n with the packed package, for ${group} alone`);
	const n8n = await startN8n({ name: `e2e-${group}`, tarball, env });
	try {
		failed.push(...(await runScenarios(scenarios, n8n, browser, null)));
	} finally {
		await n8n.stop();
	}
}

async function runLane(lane: number, suite: Suite): Promise<void> {
	const { files, tarball, browser, failed } = suite;
	while (files[0]?.fresh === true) await runFresh(files.shift()!, suite);
	if (files.length === 0) return;
	say(`\n== Starting n8n with the packed package, lane ${lane}`);
	const n8n = await startN8n({ name: `e2e-${lane}`, tarball });
	try {
		const desk = await startDesk(n8n.client);
		for (let file = files.shift(); file !== undefined; file = files.shift()) {
			failed.push(...(await runScenarios(file.scenarios, n8n, browser, desk)));
		}
		desk.mailbox.close();
	} finally {
		await n8n.stop();
	}
}

async function main(): Promise<number> {
	leaveOnSignals();
	const files = await loadFilesOf<Scenario>(FOLDER, process.argv.slice(2));
	const all = files.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
	rmSync(ARTIFACTS, { recursive: true, force: true });
	mkdirSync(ARTIFACTS, { recursive: true });
	const tarball = await packPackage();
	const browser = await startBrowser();
	const failed: string[] = [];
	const suite: Suite = { files, tarball, browser, failed };
	const lanes = Array.from({ length: Math.min(LANES, files.length) }, (_, at) => at + 1);
	try {
		const ends = await Promise.allSettled(lanes.map(async (lane) => await runLane(lane, suite)));
		for (const end of ends) if (end.status === 'rejected') throw end.reason;
	} finally {
		await browser.close();
	}
	return finish('e2e', all, failed, path.join(STATE, 'e2e*.log'));
}

process.exitCode = await main();
