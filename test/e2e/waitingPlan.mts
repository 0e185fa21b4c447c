import { createServer } from 'node:http';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { outputOf } from '../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import type * as PlanModule from '../support/approvalPlan.mts';
import type { Plan } from '../support/approvalPlan.mts';
import type { Context } from './context.mts';

/** Any plan on the approval page of a real n8n: it comes in by HTTP, as rows and as a summary. */

/** A module of the project that is TypeScript without file endings, as jest and esbuild read it. */
export async function load<T>(file: string): Promise<T> {
	const { outputFiles } = buildSync({
		entryPoints: [path.join(ROOT, file)],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
	});
	const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
	return (await import(`data:text/javascript;base64,${code}`)) as T;
}

export const plans = await load<typeof PlanModule>('test/support/approvalPlan.mts');

/** Parts of a summary that make the plan one of this moment, to be decided within so many minutes. */
export function fromNow(minutes: number): { plan: Plan['summary']['plan'] } {
	const now = Date.now();
	const at = (instant: number): string => new Date(instant).toISOString();
	const ref = { id: '', hash: '', status: 'blocked' as const };
	return { plan: { ...ref, created_at: at(now), expires_at: at(now + minutes * 60_000) } };
}

async function serve(answers: Record<string, unknown>): Promise<{ url: string; stop: () => void }> {
	const server = createServer((request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answers[request.url ?? ''] ?? null));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return { url: `http://127.0.0.1:${address.port}`, stop: () => void server.close() };
}

const NODES = { start: 'Start', link: 'Message', approval: 'Sync Approval' } as const;

function workflow(url: string, parameters: Record<string, unknown>): Workflow {
	const node = (name: string, type: string, y: number, more: object) => ({
		id: `e2e-${name}`,
		name,
		type,
		position: [0, y] as [number, number],
		...more,
	});
	const request = (name: string) =>
		node(name, 'n8n-nodes-base.httpRequest', 0, {
			typeVersion: 4.2,
			parameters: { url: `${url}/${name.toLowerCase()}`, options: {} },
		});
	const assignments = [
		{ id: 'link', name: 'link', type: 'string', value: '={{ $execution.resumeUrl }}' },
	];
	const to = (...names: string[]) => names.map((name) => ({ node: name, type: 'main', index: 0 }));
	return {
		name: 'Approval page',
		nodes: [
			node(NODES.start, 'n8n-nodes-base.manualTrigger', 0, { typeVersion: 1, parameters: {} }),
			request('Summary'),
			request('Rows'),
			node(NODES.link, 'n8n-nodes-base.set', -200, {
				typeVersion: 3.4,
				executeOnce: true,
				parameters: { assignments: { assignments }, options: {} },
			}),
			node(NODES.approval, 'n8n-nodes-alleo.syncApproval', 200, {
				typeVersion: 1,
				parameters: { summary: "={{ $('Summary').first().json }}", ...parameters },
			}),
		],
		connections: {
			[NODES.start]: { main: [to('Summary')] },
			Summary: { main: [to('Rows')] },
			Rows: { main: [to(NODES.link, NODES.approval)] },
		},
		settings: {
			executionOrder: 'v1',
			timezone: 'Europe/Amsterdam',
			saveManualExecutions: true,
			saveDataSuccessExecution: 'all',
		},
	} as unknown as Workflow;
}

export interface WaitingPlan {
	execution: Execution;
	workflowId: string;
	link: string;
	/** The rows that left on an output (0 = Not Approved, 1 = Approved), once the run ended. */
	leftOn(output: 0 | 1): Promise<Array<Record<string, unknown>>>;
	/** Runs the workflow once more with the same or another plan. */
	again(plan: Plan): Promise<WaitingPlan>;
}

async function startPlan(
	context: Context,
	workflowId: string,
	answers: Record<string, unknown>,
	plan: Plan,
): Promise<WaitingPlan> {
	Object.assign(answers, { '/rows': plan.rows, '/summary': plan.summary });
	const id = await context.client.runFrom(workflowId, NODES.start);
	const execution = await context.client.settled(id);
	if (execution.status !== 'waiting')
		throw new Error(`The plan does not wait: ${execution.status}`);
	const { link } = outputOf(execution, NODES.link)[0] as { link: string };
	return {
		execution,
		workflowId,
		link,
		leftOn: async (output) => {
			const ended = await context.client.ended(id);
			return outputOf(ended, NODES.approval, output) as Array<Record<string, unknown>>;
		},
		again: (next) => startPlan(context, workflowId, answers, next),
	};
}

/** Brings the plan to Sync Approval in a workflow of its own, and waits until it waits. */
export async function waitingPlan(
	context: Context,
	plan: Plan,
	parameters: Record<string, unknown> = {},
): Promise<WaitingPlan> {
	const answers: Record<string, unknown> = {};
	const { url, stop } = await serve(answers);
	context.atEnd(stop);
	const shown = { title: 'Bakkerij Van Dijk', language: 'nl', ...parameters };
	const workflowId = await context.import(workflow(url, shown));
	return await startPlan(context, workflowId, answers, plan);
}

/** The number typed where a safety check gives a warning, else the tick; nothing where nobody is asked. */
export async function confirmOffboardings(page: Page, count: number): Promise<void> {
	const typed = page.locator('input[name="offboardings"]:not([type="checkbox"])');
	if ((await typed.count()) > 0) await typed.fill(String(count));
	const tick = page.locator('input[type="checkbox"][name="offboardings"]');
	if ((await tick.count()) > 0) await tick.check();
}

/**
 * Presses a button that decides and waits for the page that follows. Whoever approves ticks the
 * off-boardings too, where the page asks for no number.
 */
export async function decideWith(page: Page, decision: string): Promise<void> {
	const tick = page.locator('input[type="checkbox"][name="offboardings"]');
	if (decision === 'approve' && (await tick.count()) > 0) await tick.check();
	await Promise.all([
		page.waitForNavigation(),
		page.click(`button[name="decision"][value="${decision}"]`),
	]);
}
