import { createTransport } from '../../shared/http/transport';
import type { ApiResponse, HttpContext, RetryBudget, Transport } from '../../shared/http/types';
import { classifyAnswer, type Reaction } from './classify';
import { failureProblem, supportLine } from './failure';
import { parseJson } from './json';
import { encode } from './query';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import { nameList } from './nameList';
import { ConnectorInfo, MetaInfo, rowsOfPage } from './schemas';

/** All that can ever be sent to AFAS by this package: three reads (SPEC I1). */
export const AFAS_ALLOW = [
	{ method: 'GET', template: '/metainfo' },
	{ method: 'GET', template: '/metainfo/get/{connector}' },
	{ method: 'GET', template: '/connectors/{connector}' },
] as const;

/** AFAS names 5 simultaneous calls in one place and 8 in another; docs.afas.help. */
const MOST_PARALLEL = 5;

export interface AfasClientOptions {
	credentialType: 'afasTokenApi' | 'afasOAuth2Api';
	baseUrl: string;
	parallel: number;
	timeoutMs: number;
	secrets: readonly string[];
	/** Most bytes of one answer; the transport's own where absent. */
	maxAnswerBytes?: number;
	/** How long to try again; the transport's own where absent. */
	retryBudget?: RetryBudget;
}

export type ConnectorPage =
	| { ok: true; rows: unknown[]; damaged: boolean }
	| { ok: false; problem: Problem; reaction: Reaction };

export interface AfasClient {
	/** The connectors that the credential may use. */
	metaInfo(): Promise<Result<MetaInfo>>;
	/** The columns of one GetConnector. */
	connector(name: string): Promise<Result<ConnectorInfo>>;
	/** One page of rows; `query` is encoded, without `?`. */
	page(name: string, query: string): Promise<ConnectorPage>;
	readonly stats: Transport['stats'];
}

type Sent =
	| { ok: true; response: ApiResponse }
	| { ok: false; problem: Problem; reaction: Reaction };

/** The reader of one AFAS environment. It holds no token: n8n adds it to each request. */
export function createAfasClient(context: HttpContext, options: AfasClientOptions): AfasClient {
	const transport = createTransport(context, {
		vendor: 'afas',
		baseUrl: options.baseUrl,
		credentialType: options.credentialType,
		allow: AFAS_ALLOW,
		concurrency: Math.min(Math.max(1, options.parallel), MOST_PARALLEL),
		timeoutMs: options.timeoutMs,
		secrets: [...options.secrets],
		...(options.maxAnswerBytes === undefined ? {} : { maxAnswerBytes: options.maxAnswerBytes }),
		...(options.retryBudget === undefined ? {} : { retryBudget: options.retryBudget }),
	});

	async function get(template: string, connector: string, query?: string): Promise<Sent> {
		const path = template.replace('{connector}', () => encode(connector));
		const result = await transport.send({
			method: 'GET',
			path,
			template,
			...(query === undefined ? {} : { query }),
			headers: { accept: 'application/json', 'accept-language': 'en-us' },
			retry: 'read',
			finalStatuses: [500], // the text decides: some must not be repeated within 15 minutes
			retryTimeouts: false,
			timeoutMs: options.timeoutMs,
		});
		if (!result.ok) return { ok: false, ...failureProblem(result.failure, connector) };
		const { response } = result;
		if (response.status >= 200 && response.status < 300) return { ok: true, response };
		const { code, params, reaction } = classifyAnswer(response.status, response.text, connector);
		const detail = supportLine(response);
		return { ok: false, problem: { code, params, detail }, reaction };
	}

	async function metaInfo(): Promise<Result<MetaInfo>> {
		const sent = await get('/metainfo', '/metainfo');
		if (!sent.ok) return { ok: false, problem: sent.problem };
		const json = parseJson(sent.response.text);
		if (!json.ok)
			return failed('AFAS_ANSWER_UNREADABLE', { connector: 'metainfo', cause: json.cause });
		const parsed = MetaInfo.safeParse(json.value);
		if (parsed.success) return done(parsed.data);
		return failed('AFAS_ANSWER_UNREADABLE', {
			connector: 'metainfo',
			cause: 'no list of connectors',
		});
	}

	/**
	 * AFAS answers 401 to a wrong credential and to a missing connector alike. The list of connectors
	 * tells them apart: if the credential can read it, the connector is the problem. Asked once, so it
	 * cannot loop.
	 */
	async function settle(connector: string, problem: Problem): Promise<Problem> {
		const info = await metaInfo();
		if (!info.ok) return info.problem;
		const names = info.value.getConnectors.map(({ id }) => id);
		const known = names.some((name) => name.toLowerCase() === connector.toLowerCase());
		if (known && problem.code === 'AFAS_NOT_FOUND') return problem;
		return {
			code: 'AFAS_CONNECTOR_NOT_AVAILABLE',
			params: { connector, available: nameList(names) },
			detail: problem.detail,
		};
	}

	async function settled(
		connector: string,
		sent: Sent & { ok: false },
	): Promise<Sent & { ok: false }> {
		if (sent.reaction !== 'settle') return sent;
		return { ok: false, problem: await settle(connector, sent.problem), reaction: 'stop' };
	}

	async function connector(name: string): Promise<Result<ConnectorInfo>> {
		const sent = await get('/metainfo/get/{connector}', name);
		if (!sent.ok) {
			// Which status an unknown name gets here is not documented: ask the list before judging.
			const asked = sent.reaction === 'again' ? { ...sent, reaction: 'settle' as const } : sent;
			const { problem } = await settled(name, asked);
			return { ok: false, problem };
		}
		const json = parseJson(sent.response.text);
		if (!json.ok) return failed('AFAS_ANSWER_UNREADABLE', { connector: name, cause: json.cause });
		const parsed = ConnectorInfo.safeParse(json.value);
		if (parsed.success) return done(parsed.data);
		return failed('AFAS_ANSWER_UNREADABLE', { connector: name, cause: 'no list of columns' });
	}

	async function pageOnce(name: string, query: string): Promise<ConnectorPage> {
		const sent = await get('/connectors/{connector}', name, query);
		if (!sent.ok) return sent;
		const json = parseJson(sent.response.text);
		const unreadable = (cause: string): ConnectorPage => ({
			...failed('AFAS_ANSWER_UNREADABLE', { connector: name, cause }),
			reaction: 'again',
		});
		if (!json.ok) return unreadable(json.cause);
		const rows = rowsOfPage(json.value);
		if (rows === null) return unreadable('no list of rows');
		return { ok: true, rows, damaged: sent.response.damaged };
	}

	async function page(name: string, query: string): Promise<ConnectorPage> {
		const first = await pageOnce(name, query);
		const answer = !first.ok && first.reaction === 'again' ? await pageOnce(name, query) : first;
		if (answer.ok || answer.reaction !== 'settle') return answer;
		return settled(name, answer);
	}

	return { metaInfo, connector, page, stats: transport.stats };
}
