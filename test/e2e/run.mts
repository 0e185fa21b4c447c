import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startDesk } from '../../sandbox/demo/desk.mts';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { STATE } from '../../sandbox/demo/paths.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { ARTIFACTS, startBrowser, startContext } from './context.mts';
import type { Context } from './context.mts';

/**
 * `node test/e2e/run.mts [part of a name …]`: every scenario of test/e2e/scenarios against a real n8n
 * with the packed package. A scenario file exports `scenarios`, by name. They run one after another,
 * in one n8n with one desk; a file that also exports `freshN8n = true` gets an n8n that nobody used.
 */

export type Scenario = (context: Context) => Promise<void>;

const FOLDER = path.join(import.meta.dirname, 'scenarios');

interface Group {
	/** Of a file with an n8n of its own; null for all the others together. */
	fresh: string | null;
	scenarios: Array<[string, Scenario]>;
}

async function loadGroups(chosen: string[]): Promise<Group[]> {
	const shared: Group = { fresh: null, scenarios: [] };
	const groups = [shared];
	for (const file of readdirSync(FOLDER).sort()) {
		if (!file.endsWith('.mts')) continue;
		const module = (await import(path.join(FOLDER, file))) as {
			scenarios: Record<string, Scenario>;
			freshN8n?: true;
		};
		const name = file.replace(/\.mts$/, '');
		const wanted = Object.entries(module.scenarios)
			.map(([title, scenario]): [string, Scenario] => [`${name}: ${title}`, scenario])
			.filter(([title]) => chosen.length === 0 || chosen.some((part) => title.includes(part)));
		if (module.freshN8n === true) groups.push({ fresh: name, scenarios: wanted });
		else shared.scenarios.push(...wanted);
	}
	return groups.filter(({ scenarios }) => scenarios.length > 0);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs the scenarios of one n8n. @returns names of those that failed */
async function runGroup(
	{ fresh, scenarios }: Group,
	tarball: string,
	browser: Browser,
): Promise<string[]> {
	say(`\n== Starting n8n with the packed package${fresh === null ? '' : `, for ${fresh} alone`}`);
	const n8n = await startN8n({ name: fresh === null ? 'e2e' : `e2e-${fresh}`, tarball });
	const failed: string[] = [];
	try {
		const desk = fresh === null ? await startDesk(n8n.client) : null;
		for (const [name, scenario] of scenarios) {
			const startedAt = Date.now();
			const context = await startContext(n8n, desk, browser, name);
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
		desk?.mailbox.close();
	} finally {
		await n8n.stop();
	}
	if (failed.length > 0) say(`Log of n8n: ${n8n.logFile}`);
	return failed;
}

async function main(): Promise<number> {
	leaveOnSignals();
	const groups = await loadGroups(process.argv.slice(2));
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
	const passed = all - failed.length;
	mkdirSync(path.join(STATE, 'results'), { recursive: true });
	writeFileSync(
		path.join(STATE, 'results', 'e2e.json'),
		`${JSON.stringify({ passed, failed: failed.length })}\n`,
	);
	say(`\nnpm run test:e2e: ${passed} passed, ${failed.length} failed`);
	if (failed.length > 0) say(`Failed: ${failed.join('; ')}`);
	return failed.length === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = await main();
