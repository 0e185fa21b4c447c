import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { countRows } from '../../core/plan/count';
import { planHash, rowHash } from '../../core/plan/planHash';
import { answerRequest } from '../../nodes/SyncApproval/answer';
import type { Newest } from '../../nodes/SyncApproval/newest';
import { makePlan } from './approvalPlan.mts';
import type { Plan } from './approvalPlan.mts';

/** What a browser sees, and what n8n does with the execution behind it. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string;
	/** The items per output with which the execution goes on; null while it keeps waiting. */
	resumed: INodeExecutionData[][] | null;
}

export interface WaitingPage {
	get(query?: Record<string, string>): Reply;
	post(
		fields: Array<[string, string]>,
		query?: Record<string, string>,
		from?: Record<string, string>,
	): Reply;
	postJson(body: unknown): Reply;
	logged: string[];
}

export interface WaitingOptions {
	parameters?: Record<string, unknown>;
	/** Items of the waiting execution; those of the plan when left out. */
	items?: INodeExecutionData[];
	/** n8n without the property that holds the items: the expression must do. */
	byExpression?: boolean;
	timezone?: string;
	/** What the run noted of its draft, in the context of the node. */
	draft?: unknown;
	/** What the run log knows of newer plans; nothing when left out. */
	newest?: Newest;
	/** How n8n runs the workflow: `manual` from the editor. */
	mode?: string;
	/** Another decision was faster: n8n refuses to resume the execution, with an error of its own. */
	claimed?: boolean;
}

/** The webhook context of n8n 2.41 as far as the node uses it, on a plan that waits. */
export function waitingPage(plan: Plan, options: WaitingOptions = {}): WaitingPage {
	const items =
		options.items ?? plan.rows.map((row) => ({ json: { ...row } }) as INodeExecutionData);
	const parameters: Record<string, unknown> = {
		title: 'Bakkerij Van Dijk',
		language: 'en',
		requireComment: false,
		summary: plan.summary,
		...options.parameters,
	};
	const logged: string[] = [];

	function answer(request: object, query: Record<string, string>, body: unknown): Reply {
		// n8n lets every site read a webhook before the node is asked.
		const headers = { 'access-control-allow-origin': '*' };
		const reply: Reply = { status: 0, headers, body: '', resumed: null };
		const response = {
			setHeader: (name: string, value: string) => void (reply.headers[name.toLowerCase()] = value),
			removeHeader: (name: string) =>
				void Reflect.deleteProperty(reply.headers, name.toLowerCase()),
			status: (code: number) => {
				reply.status = code;
				return { send: (text: string) => void (reply.body = text) };
			},
			json: (body: object) => void (reply.body = JSON.stringify(body)),
		};
		const context = {
			getResponseObject: () => response,
			getRequestObject: () => request,
			getQueryData: () => ({ signature: 'token-1', ...query }),
			getBodyData: () => body,
			getNodeParameter: (name: string, fallback: unknown) => {
				const value = name in parameters ? parameters[name] : fallback;
				if (value instanceof Error) throw value;
				return value;
			},
			getTimezone: () => options.timezone ?? 'Europe/Amsterdam',
			evaluateExpression: (text: string) => {
				if (text === '{{ $input.all() }}') return items;
				if (text !== '{{ $node["Review and approve"].context["draft"] }}') return undefined;
				if (options.draft instanceof Error) throw options.draft;
				return options.draft;
			},
			getNode: () => ({ name: 'Review and approve' }),
			getMode: () => options.mode ?? 'trigger',
			getWorkflow: () => ({ id: 'workflow-1' }),
			logger: {
				error: (message: string) => void logged.push(message),
				warn: (message: string) => void logged.push(message),
			},
			...(options.byExpression === true ? {} : { connectionInputData: items }),
		};
		const result = answerRequest(context as unknown as IWebhookFunctions, options.newest);
		if (result.workflowData !== undefined && options.claimed === true) {
			response.status(500);
			response.json({ code: 0, message: 'There was a problem', stacktrace: 'at executeWebhook' });
		} else if (result.workflowData !== undefined) {
			reply.resumed = result.workflowData;
			reply.status = 200;
			reply.body = String(result.webhookResponse);
		} else if (result.noWebhookResponse !== true) throw new Error('n8n would answer by itself');
		return reply;
	}

	return {
		logged,
		get: (query = {}) => answer({ method: 'GET', headers: {} }, query, {}),
		post: (fields, query = {}, from = {}) => {
			const rawBody = Buffer.from(new URLSearchParams(fields).toString());
			const type = 'application/x-www-form-urlencoded; charset=utf-8';
			const headers = { 'content-type': type, ...from };
			// As n8n's own parser gives it: cut off after 1,000 fields.
			const parsed: Record<string, string | string[]> = {};
			for (const [name, value] of fields.slice(0, 1000)) {
				const present = parsed[name];
				parsed[name] = present === undefined ? value : [present, value].flat();
			}
			return answer({ method: 'POST', headers, rawBody }, query, parsed);
		},
		postJson: (body) =>
			answer({ method: 'POST', headers: { 'content-type': 'application/json' } }, {}, body),
	};
}

export const SOON = new Date(Date.now() + 3_600_000).toISOString();
export const PAST = '2020-01-01T00:00:00.000Z';

/** The plan again with another end: the page reads the real clock. */
export function validUntil(plan: Plan, expires_at: string): Plan {
	const { id, status, created_at } = plan.summary.plan;
	const ref = { id, status, created_at, expires_at };
	const sealed = { ...ref, hash: planHash(ref, plan.rows.map(rowHash)) };
	return {
		rows: plan.rows.map((row) => ({ ...row, plan: sealed })),
		summary: { ...plan.summary, plan: sealed },
	};
}

/** One row of most actions, valid for an hour. */
export const MIXED = validUntil(
	makePlan([
		{ action: 'deactivate', row_id: 'd1', name: 'Chaima El Amrani' },
		{ action: 'update', row_id: 'u1', name: 'Esmée Jansen' },
		{ action: 'create', row_id: 'c1', name: 'Guusje Visser' },
		{ action: 'hold', row_id: 'h1', name: 'Hüseyin Öztürk' },
	]),
	SOON,
);

/** The fields that a decision posts. */
export const form = (
	plan: Plan,
	decision: string,
	more: Array<[string, string]> = [],
): Array<[string, string]> => [
	['plan_hash', plan.summary.plan.hash],
	['decision', decision],
	['approver', 'Sanne Support'],
	// The tick that is asked for where the plan off-boards anybody.
	...(plan.summary.guards.some(({ tripped }) => tripped) ||
	more.some(([name]) => name === 'offboardings')
		? []
		: [['offboardings', String(countRows(plan.rows).deactivate)] as [string, string]]),
	...more,
];

export const json = (items: INodeExecutionData[] | undefined): IDataObject[] =>
	(items ?? []).map((item) => item.json);
