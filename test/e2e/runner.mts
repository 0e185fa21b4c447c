import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Desk } from '../../sandbox/demo/desk.mts';
import type { N8nServer } from '../../sandbox/demo/n8nServer.mts';
import { STATE } from '../../sandbox/demo/paths.mts';
import { startContext } from './context.mts';
import type { Scenario } from './run.mts';

/** Runs scenarios one after another, each with a world of its own, and counts. */

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

export interface Loaded<T> {
	/** Of the file, without its ending. */
	group: string;
	/** The file exports `freshN8n = true`: its scenarios need an n8n that nobody used. */
	fresh: boolean;
	/** Settings of that n8n, beside the usual ones. */
	env: Record<string, string>;
	scenarios: Array<[string, T]>;
}

async function loadFiles<T>(folder: string, chosen: string[]): Promise<Array<Loaded<T>>> {
	const found: Array<Loaded<T>> = [];
	for (const file of readdirSync(folder).sort()) {
		if (!file.endsWith('.mts')) continue;
		const module = (await import(path.join(folder, file))) as {
			scenarios: Record<string, T>;
			freshN8n?: true;
			n8nEnv?: Record<string, string>;
		};
		const group = file.replace(/\.mts$/, '');
		const scenarios = Object.entries(module.scenarios)
			.map(([name, scenario]): [string, T] => [`${group}: ${name}`, scenario])
			.filter(([name]) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
		const { freshN8n, n8nEnv: env = {} } = module;
		found.push({ group, fresh: freshN8n === true, env, scenarios });
	}
	return found;
}

/** Files that have scenarios whose name has one of the parts, those that need an n8n that nobody used first. */
export async function loadFilesOf<T>(folder: string, chosen: string[]): Promise<Array<Loaded<T>>> {
	const files = await loadFiles<T>(folder, chosen);
	const some = files.filter(({ scenarios }) => scenarios.length > 0);
	return [...some.filter(({ fresh }) => fresh), ...some.filter(({ fresh }) => !fresh)];
}

/** The scenarios of a folder's files, named `<file>: <scenario>`, or those whose name has one of the parts. */
export async function loadScenarios<T>(
	folder: string,
	chosen: string[],
): Promise<Array<[string, T]>> {
	const files = await loadFiles<T>(folder, chosen);
	return files.flatMap(({ fresh, scenarios }) => (fresh ? [] : scenarios));
}

/** @param desk of this n8n; null where nobody made one. @returns the names of those that failed */
export async function runScenarios(
	scenarios: Array<[string, Scenario]>,
	n8n: N8nServer,
	browser: Browser,
	desk: Desk | null,
): Promise<string[]> {
	const failed: string[] = [];
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
	return failed;
}

/** Leaves the counts for `.ci/run`, and says them. @returns the exit status */
export function finish(suite: string, all: number, failed: string[], logs: string): number {
	const passed = all - failed.length;
	mkdirSync(path.join(STATE, 'results'), { recursive: true });
	writeFileSync(
		path.join(STATE, 'results', `${suite}.json`),
		`${JSON.stringify({ passed, failed: failed.length })}\n`,
	);
	say(`\nnpm run test:${suite}: ${passed} passed, ${failed.length} failed`);
	if (failed.length > 0) say(`Failed: ${failed.join('; ')}\nLog of n8n: ${logs}`);
	return failed.length === 0 && passed > 0 ? 0 : 1;
}
