import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { STATE } from '../../sandbox/demo/paths.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { ARTIFACTS, startBrowser, startContext } from './context.mts';
import type { Context } from './context.mts';

/**
 * `node test/e2e/run.mts [part of a name …]`: every scenario of test/e2e/scenarios against a real n8n
 * with the packed package. A scenario file exports `scenarios`, by name. They run one after another.
 */

export type Scenario = (context: Context) => Promise<void>;

const FOLDER = path.join(import.meta.dirname, 'scenarios');

async function loadScenarios(chosen: string[]): Promise<Array<[string, Scenario]>> {
	const found: Array<[string, Scenario]> = [];
	for (const file of readdirSync(FOLDER).sort()) {
		if (!file.endsWith('.mts')) continue;
		const module = (await import(path.join(FOLDER, file))) as {
			scenarios: Record<string, Scenario>;
		};
		const group = file.replace(/\.mts$/, '');
		for (const [name, scenario] of Object.entries(module.scenarios)) {
			found.push([`${group}: ${name}`, scenario]);
		}
	}
	return chosen.length === 0
		? found
		: found.filter(([name]) => chosen.some((part) => name.includes(part)));
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<number> {
	leaveOnSignals();
	const scenarios = await loadScenarios(process.argv.slice(2));
	rmSync(ARTIFACTS, { recursive: true, force: true });
	mkdirSync(ARTIFACTS, { recursive: true });
	say('\n== Starting n8n with the packed package, and Chromium');
	const n8n = await startN8n({ name: 'e2e', tarball: await packPackage() });
	const browser = await startBrowser();
	const failed: string[] = [];
	try {
		for (const [name, scenario] of scenarios) {
			const startedAt = Date.now();
			const context = await startContext(n8n, browser, name);
			try {
				await scenario(context);
				say(`ok      ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
			} catch (error) {
				failed.push(name);
				say(
					`FAILED  ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
				);
			} finally {
				await context.close();
			}
		}
	} finally {
		await browser.close();
		await n8n.stop();
	}
	const passed = scenarios.length - failed.length;
	mkdirSync(path.join(STATE, 'results'), { recursive: true });
	writeFileSync(
		path.join(STATE, 'results', 'e2e.json'),
		`${JSON.stringify({ passed, failed: failed.length })}\n`,
	);
	say(`\nnpm run test:e2e: ${passed} passed, ${failed.length} failed`);
	if (failed.length > 0) say(`Failed: ${failed.join('; ')}\nLog of n8n: ${n8n.logFile}`);
	return failed.length === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = await main();
