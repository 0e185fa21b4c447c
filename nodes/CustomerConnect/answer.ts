import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CONNECT_SHELL } from '../../core/connect/page/document';
import { renderProblem } from '../../core/connect/page/problem';
import { readFields } from '../SyncApproval/request';
import { isFromOwnPage } from '../shared/fromOwnPage';
import { connectN8n } from '../shared/n8nApi';
import { SHORTEST_SIGNING_KEY } from '../shared/n8nApi/credentialTest';
import { enterAlleoKey, showAlleoKey } from './alleo/enter';
import { afas } from './flow/afas';
import { callback } from './flow/callback';
import { choose } from './flow/choose';
import { finishStep } from './flow/finish';
import { showBare } from './flow/resume';
import { showPage, strangerProblem, troubleOf, type ConnectReply } from './flow/reply';
import { showLink, showStep } from './flow/show';
import { start } from './flow/start';
import { pick, skipToken, token } from './flow/token';
import { first, type Visit } from './flow/visit';
import { PAGE_BUDGET } from './nmbrs/oauth';
import { readCookies } from './cookies';
import { send } from './respond';
import { readSettings } from './settings';
import { PageStore } from './store';

const STEPS: Record<string, (visit: Visit) => Promise<ConnectReply>> = {
	start,
	choose,
	token,
	skipToken,
	pick,
	afas,
	finish: finishStep,
	alleoKey: enterAlleoKey,
};

async function route(visit: Visit, method: string): Promise<ConnectReply> {
	if (method === 'POST') {
		const { headers } = visit.context.getRequestObject();
		if (!isFromOwnPage(headers, visit.pageUrl)) {
			return strangerProblem(visit, 'POSTED_FROM_ELSEWHERE');
		}
		const name = first(visit.body, 'step');
		const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
		return step === undefined ? strangerProblem(visit, 'CONNECT_LINK_INVALID') : await step(visit);
	}
	if (visit.query.has('state')) return await callback(visit);
	if (visit.query.has('connection')) return await showStep(visit);
	if (visit.query.has('alleo')) return await showAlleoKey(visit);
	if (visit.query.has('invitation')) return await showLink(visit);
	return await showBare(visit);
}

/** A page for when not even the set-up can be read; the reason is for the log only. */
function broken(
	context: IWebhookFunctions,
	detail: string,
	code: 'CONNECT_BUSY' | 'CONNECT_NOT_READY' = 'CONNECT_NOT_READY',
): ConnectReply {
	context.logger.error(`Customer Connect could not answer a request: ${detail}`);
	const frame = { language: 'nl', customer: '', otherLanguage: null } as const;
	return showPage(renderProblem(frame, { code, params: {} }, null), 503);
}

async function answer(context: IWebhookFunctions): Promise<ConnectReply> {
	const request = context.getRequestObject();
	const connection = await connectN8n(context, { retryBudget: PAGE_BUDGET });
	if (!connection.ok) return broken(context, connection.problem.code);
	const { client, signingKey } = connection.value;
	if (signingKey.length < SHORTEST_SIGNING_KEY) return broken(context, 'CONNECT_KEY_SHORT');
	const settings = readSettings(context);
	const pageUrl = context.getNodeWebhookUrl('default');
	if (pageUrl === undefined) return broken(context, 'n8n gives no address for the pages');
	const store = await PageStore.open(connection.value, settings.dataTable, Date.now());
	if (!store.ok) {
		const { code, detail } = store.problem;
		return broken(context, `${code} ${detail}`, troubleOf(code));
	}
	if (store.value === null) return broken(context, 'there is no data table of this name yet');
	const visit: Visit = {
		context,
		settings,
		client,
		store: store.value,
		signingKey,
		now: Date.now(),
		pageUrl,
		query: readFields(context.getQueryData()),
		body: request.method === 'POST' ? readFields(context.getBodyData(), request) : new Map(),
		cookies: readCookies(request.headers.cookie),
		acceptLanguage: String(request.headers['accept-language'] ?? ''),
	};
	if (context.getMode() === 'manual') return strangerProblem(visit, 'CONNECT_TEST_MODE');
	return await route(visit, request.method);
}

/** Kinds of errors with which n8n's database gives up under load: it works again in a minute. */
const OF_DATABASE = /Query|Timeout|TypeORM|Driver|Connection|Operational/;

/**
 * One request. It must never throw: n8n would start the workflow with an empty item, as if a customer had
 * been connected, and keep the error with it.
 */
export async function answerRequest(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	let reply: ConnectReply;
	try {
		reply = await answer(context);
	} catch (error) {
		// The kind of error only: its text may hold what was typed.
		const kind = error instanceof Error ? error.constructor.name : 'unknown';
		reply = broken(context, kind, OF_DATABASE.test(kind) ? 'CONNECT_BUSY' : 'CONNECT_NOT_READY');
	}
	send(context, reply, CONNECT_SHELL.policy);
	const connection: IDataObject | undefined =
		reply.kind === 'redirect' && reply.connection !== undefined
			? { ...reply.connection }
			: undefined;
	const alert: IDataObject | undefined =
		reply.kind === 'page' && reply.alert !== undefined ? { ...reply.alert } : undefined;
	if (alert !== undefined) {
		// Also where the second output leads nowhere, as in a workflow that is older than it.
		context.logger.warn(`Customer Connect: ${alert['code']}: ${alert['invitation_id']}`);
	}
	if (connection === undefined && alert === undefined) return { noWebhookResponse: true };
	const items = (json?: IDataObject) => (json === undefined ? [] : [{ json }]);
	return { noWebhookResponse: true, workflowData: [items(connection), items(alert)] };
}
