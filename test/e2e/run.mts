import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { STATE } from '../../sandbox/demo/paths.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { ARTIFACTS, startBrowser } from './context.mts';
import type { Context } from './context.mts';
import { finish, loadFresh, loadScenarios, runScenarios, say } from './runner.mts';

/**
 * `node test/e2e/run.mts [part of a name …]`: every scenario of test/e2e/scenarios against a real n8n
 * with the packed package. A scenario file exports `scenarios`, by name. They run one after another in
 * one n8n with one desk; a file that also exports `freshN8n = true` gets an n8n that nobody used.
 */

export type Scenario = (context: Context) => Promise<void>;

const FOLDER = path.join(import.meta.dirname, 'scenarios');

interface Group {
	/** Of n8n, and of its log. */
	name: string;
	fresh: boolean;
	scenarios: Array<[string, Scenario]>;
}

async function runGroup(
	{ name, fresh, scenarios }: Group,
	tarball: string,
	browser: Browser,
): Promise<string[]> {
	say(`\n== Starting n8n with the packed package${fresh ? `, for ${name} alone` : ''}`);
	const n8n = await startN8n({ name, tarball });
	try {
		return await runScenarios(scenarios, n8n, browser, fresh);
	} finally {
		await n8n.stop();
	}
}

async function main(): Promise<number> {
	leaveOnSignals();
	const chosen = process.argv.slice(2);
	const shared = await loadScenarios<Scenario>(FOLDER, chosen);
	const alone = await loadFresh<Scenario>(FOLDER, chosen);
	const groups: Group[] = [
		...(shared.length === 0 ? [] : [{ name: 'e2e', fresh: false, scenarios: shared }]),
		...alone.map(({ group, scenarios }) => ({ name: `e2e-${group}`, fresh: true, scenarios })),
	];
	rmSync(ARTIFACTS, { recursive: true, force: true });
	mkdirSync(ARTIFACTS, { recursive: true });
	const tarball = await packPackage();
	const browser = await startBrowser();
	const failed: string[] = [];
	try {
		for (const group of groups) failed.push(...(await runGroup(group, tarball, browser)));
	} finally {
		await browser.close();
	}
	const all = groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
	return finish('e2e', all, failed, path.join(STATE, 'e2e*.log'));
}

process.exitCode = await main();
