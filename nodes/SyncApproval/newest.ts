import type { IWebhookFunctions } from 'n8n-workflow';
import { isNewerPlan } from '../../core/approval/rules';
import type { PlanRef } from '../../core/model/plan';
import { readSummary } from '../../core/model/summary';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
import { N8N_CREDENTIAL, connectN8n } from '../shared/n8nApi';
import type { N8nProblem, N8nResult, N8nRow } from '../shared/n8nApi';
import { kindOf } from '../shared/outcome';

/**
 * Whether a newer plan of the same workflow was made, which leaves rejecting the older one: it shows what
 * was so then, and who left then may be back now. The run log says it, whatever process of n8n made
 * which plan; for that the node needs its Alleo N8n API credential. Besides, each process remembers
 * what it saw itself, which can only refuse more.
 */

export interface Newest {
	/** The instant of the newer plan; null when none is known. */
	newerAt: string | null;
	/** The run log could not be asked just now. Nobody approves without it. */
	unknown: boolean;
}

export const NOTHING_KNOWN: Newest = { newerAt: null, unknown: false };

/** Somebody looks at the page. */
const BUDGET = { attempts: 2, totalWaitMs: 3_000 };

const seen = new Map<string, PlanRef>();

export function notePlan(workflow: string, plan: PlanRef): void {
	const known = seen.get(workflow);
	if (workflow !== '' && (known === undefined || isNewerPlan(plan, known))) {
		seen.set(workflow, plan);
	}
}

/** @returns the instant at which a newer plan of the workflow was made here; null when none is known */
export function newerSeenHere(workflow: string, plan: PlanRef): string | null {
	const known = seen.get(workflow);
	return known !== undefined && isNewerPlan(known, plan) ? known.created_at : null;
}

/** Of the runs that began after this plan was made, the last that made a plan itself. */
function lastOf(rows: readonly N8nRow[], plan: PlanRef): string | null {
	let last: string | null = null;
	for (const { plan_hash: hash, started_at: at } of rows) {
		if (typeof hash !== 'string' || hash === '' || hash === plan.hash) continue;
		if (typeof at === 'string' && (last === null || at > last)) last = at;
	}
	return last;
}

async function newerRows(
	context: IWebhookFunctions,
	plan: PlanRef,
): Promise<N8nResult<readonly N8nRow[]>> {
	const connection = await connectN8n(context, { retryBudget: BUDGET });
	if (!connection.ok) return connection;
	const { client } = connection.value;
	const table = await client.dataTable(RUN_LOG_TABLE);
	if (!table.ok) return table;
	if (table.value === null) return { ok: true, value: [] };
	return await client.rows(table.value.id, [
		{ columnName: 'workflow', condition: 'eq', value: context.getWorkflow().id ?? '' },
		{ columnName: 'started_at', condition: 'gt', value: plan.created_at },
	]);
}

/** A key that may not read the log was given for something else, and worked without until now. */
const mayNot = ({ status }: N8nProblem): boolean => status === 401 || status === 403;

/** What the run log says; nothing where this node was given no key of n8n. */
export async function askRunLog(context: IWebhookFunctions, plan: PlanRef): Promise<Newest> {
	if (context.getNode().credentials?.[N8N_CREDENTIAL] === undefined) return NOTHING_KNOWN;
	try {
		const rows = await newerRows(context, plan);
		if (rows.ok) return { newerAt: lastOf(rows.value, plan), unknown: false };
		return { newerAt: null, unknown: !mayNot(rows.problem) };
	} catch (error) {
		context.logger.warn('Sync Approval could not ask the run log for a newer plan', {
			error: kindOf(error),
		});
		return { newerAt: null, unknown: true };
	}
}

/**
 * What is known of newer plans; without a readable plan the page says so itself. It must not throw.
 * @param isIdle whether the request neither shows nor decides anything
 */
export async function newestOf(
	context: IWebhookFunctions,
	isIdle: (context: IWebhookFunctions) => boolean,
): Promise<Newest> {
	try {
		if (isIdle(context)) return NOTHING_KNOWN;
		const read = readSummary(context.getNodeParameter('summary', ''));
		return read.ok ? await askRunLog(context, read.value.plan) : NOTHING_KNOWN;
	} catch {
		return { newerAt: null, unknown: true };
	}
}
