import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startDesk } from '../../../sandbox/demo/desk.mts';
import { startN8n } from '../../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../../sandbox/demo/package.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import { startContext } from '../../e2e/context.mts';
import type { Context } from '../../e2e/context.mts';
import { waitingPlan } from '../../e2e/waitingPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';
import { firstPaint } from './paint.mts';
import { storedExecution } from './stored.mts';
import type { Stored } from './stored.mts';

/** The same page through a real n8n, and what stands in its database while a person has to decide. */

export interface Through {
	/** Milliseconds from the question to the first byte, the best of several. */
	firstByte: number;
	/** Milliseconds from the question to something on the screen, the best of several. */
	painted: number;
}

export interface Waiting extends Stored {
	what: string;
	people: number;
	rows: number;
}

async function show(browser: Browser, link: string, rounds: number): Promise<Through> {
	const best: Through = { firstByte: Infinity, painted: Infinity };
	for (let round = 0; round < rounds; round++) {
		const from = performance.now();
		const response = await fetch(link);
		best.firstByte = Math.min(best.firstByte, performance.now() - from);
		if (response.status !== 200) throw new Error(`n8n answered ${response.status}`);
		await response.text();
		best.painted = Math.min(best.painted, (await firstPaint(browser, link)).sinceAsked);
	}
	return best;
}

const PEOPLE = 1000;

/** A dry run by the template, with or without accounts in Alleo, up to where it waits. */
async function dailyRun(context: Context, isNew: boolean, folder: string): Promise<Waiting> {
	await context.useWorld({ employees: PEOPLE });
	const { world, alleo } = context.sandbox;
	if (isNew) {
		world.alleo.accounts.length = 0;
		alleo.state.store.reset();
	}
	const credentials = await context.credentials(['afasTokenApi', 'alleoApi']);
	const workflow = await context.customer('afas', credentials);
	const id = await context.client.runFrom(workflow, NODE.dryRun);
	const { status, data } = await context.client.settled(id);
	if (status !== 'waiting') throw new Error(`The dry run does not wait: ${status}`);
	const [rows] = data?.resultData.runData[NODE.compare]?.[0]?.data?.main ?? [];
	const what = isNew ? 'everybody is new' : 'an ordinary day';
	return { what, people: PEOPLE, rows: rows?.length ?? 0, ...storedExecution(folder, id) };
}

export async function inN8n(
	browser: Browser,
	plans: readonly string[],
	rounds: number,
): Promise<{ shown: Through[]; waiting: Waiting[] }> {
	const n8n = await startN8n({ name: 'bench-page', tarball: await packPackage() });
	const desk = await startDesk(n8n.client);
	const context = await startContext(n8n, desk, browser, 'bench page');
	try {
		const shown: Through[] = [];
		for (const file of plans) {
			const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan;
			const { link } = await waitingPlan(context, plan);
			shown.push(await show(browser, link, rounds));
		}
		const waiting: Waiting[] = [];
		for (const isNew of [false, true]) {
			waiting.push(await dailyRun(context, isNew, n8n.userFolder));
		}
		return { shown, waiting };
	} finally {
		await context.close();
		desk.mailbox.close();
		await n8n.stop();
	}
}
