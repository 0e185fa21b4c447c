import path from 'node:path';
import { startDesk } from '../../sandbox/demo/desk.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { leaveOnSignals } from '../../sandbox/demo/process.mts';
import { startBrowser } from '../e2e/context.mts';
import type { Context } from '../e2e/context.mts';
import type { Scenario } from '../e2e/run.mts';
import { finish, loadScenarios, runScenarios, say } from '../e2e/runner.mts';
import { Cluster } from './harness/cluster.mts';

/**
 * `node test/queue/run.mts [part of a name …]`: n8n in queue mode. First scenarios of test/e2e that hold
 * for one n8n process and have to hold for several, then those of test/queue/scenarios, which look
 * at where the work runs and end processes.
 */

export type QueueScenario = (context: Context, cluster: Cluster) => Promise<void>;

/** Parts of the names of e2e's scenarios that run here as they are. */
const AS_IN_E2E = [
	'atOnce: twenty decide in the same moment: one counts, the others read that (nl)',
	'connectCustomer: NMBRS: the same',
	'daily: ',
	'dryRunForm: support starts a dry run in a form',
	'explain: AFAS: support asks in a form and reads the answer',
	'runLog: every run has one row',
	'salaryLeave: AFAS: the file that arrives is right to the cent',
];

/** A worker that is gone is missed within half a minute here; n8n's own values take a minute and a half. */
const SOON_STALLED = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** In seconds; n8n waits 30 for what a process does when it is asked to stop. */
const SOON_STOPPED = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '4' };

const FOLDER = path.join(import.meta.dirname, 'scenarios');
const E2E = path.join(import.meta.dirname, '../e2e/scenarios');

async function allScenarios(
	chosen: string[],
	cluster: Cluster,
): Promise<Array<[string, Scenario]>> {
	const shared = await loadScenarios<Scenario>(E2E, AS_IN_E2E);
	const own = (await loadScenarios<QueueScenario>(FOLDER, [])).map(
		([name, scenario]): [string, Scenario] => [
			`queue ${name}`,
			(context) => scenario(context, cluster),
		],
	);
	return [...shared, ...own].filter(
		([name]) => chosen.length === 0 || chosen.some((part) => name.includes(part)),
	);
}

async function main(): Promise<number> {
	leaveOnSignals();
	say('\n== Starting PostgreSQL, Redis, n8n in queue mode with the packed package, and Chromium');
	const startedAt = Date.now();
	const cluster = new Cluster({
		tarball: await packPackage(),
		env: { ...SOON_STALLED, ...SOON_STOPPED },
	});
	let scenarios: Array<[string, Scenario]> = [];
	let failed: string[] = [];
	try {
		const n8n = await cluster.start();
		say(`   ${n8n.url} after ${Math.round((Date.now() - startedAt) / 1000)} s`);
		scenarios = await allScenarios(process.argv.slice(2), cluster);
		const browser = await startBrowser();
		try {
			const desk = await startDesk(n8n.client);
			failed = await runScenarios(scenarios, n8n, browser, desk);
			desk.mailbox.close();
		} finally {
			await browser.close();
		}
	} finally {
		await cluster.stop();
	}
	return finish('queue', scenarios.length, failed, cluster.logFile);
}

process.exitCode = await main();
