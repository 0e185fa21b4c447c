import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Plan } from '../support/approvalPlan.mts';
import type { Context } from './context.mts';
import { fromNow, plans } from './waitingPlan.mts';
import type { WaitingPlan } from './waitingPlan.mts';

/** A plan with one of nearly everything, and what the scenarios about deciding do with it. */

export const ROWS = [
	{ action: 'deactivate', row_id: 'd1', external_id: 'nmbrs-1', name: 'Chaima El Amrani' },
	{ action: 'deactivate', row_id: 'd2', external_id: 'nmbrs-2', name: 'Daan Berg' },
	{ action: 'hold', row_id: 'h1', external_id: 'nmbrs-3', name: 'Hüseyin Öztürk' },
	{ action: 'update', row_id: 'u1', external_id: 'nmbrs-4', name: 'Esmée Jansen' },
	{ action: 'create', row_id: 'c1', external_id: 'nmbrs-5', name: 'Guusje Visser' },
] as const;

export const plan = (guards: Plan['summary']['guards'] = [], minutes = 60): Plan =>
	plans.makePlan(ROWS, { guards: [...guards, ...plans.PASSING_GUARDS], ...fromNow(minutes) });

interface Approval {
	decision: string;
	approver: string;
	comment: string | null;
	excluded: string[];
	exclusions: Array<{ reason: string; row_ids: string[] }>;
	plan_hash: string;
}

/** What the decision says, after checking that every row carries it unaltered and on this output. */
export async function approvalOn(waiting: WaitingPlan, output: 0 | 1): Promise<Approval> {
	const rows = await waiting.leftOn(output);
	assert.equal(rows.length, ROWS.length);
	const [first] = rows.map((row) => row['approval'] as Approval);
	assert.ok(first);
	for (const row of rows) assert.deepEqual(row['approval'], first);
	assert.deepEqual(await waiting.leftOn(output === 0 ? 1 : 0), []);
	return first;
}

export async function open(context: Context, waiting: WaitingPlan, options = {}): Promise<Page> {
	const page = await context.strangersPage(options);
	await page.goto(waiting.link);
	return page;
}

export async function stillWaits(context: Context, { execution }: WaitingPlan): Promise<void> {
	assert.equal((await context.client.execution(execution.id)).status, 'waiting');
}

export const name = (page: Page): Promise<void> => page.fill('#approver', 'Sanne Support');
