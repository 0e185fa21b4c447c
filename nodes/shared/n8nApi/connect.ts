import type { IExecuteFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';
import { done } from '../../../core/model/result';
import { resolveBaseUrl } from '../baseUrl';
import { createTransport, Semaphore, type Transport, type TransportOptions } from '../http';
import { N8nChannel } from './channel';
import { N8nClient } from './client';
import { N8N_ALLOWED } from './operations';
import { refused, type N8nResult } from './result';

export const N8N_CREDENTIAL = 'alleoN8nApi';

/** The public API's own path, which people copy along. */
export const API_TAILS = [/\/api\/v1$/i, /\/api$/i];

/**
 * Calls to n8n's own API at the same time, of all requests of this process together: n8n answers them
 * beside everything else that it does, from the same database.
 */
const SLOTS = new Semaphore(6);

/** n8n answers itself; a page that a customer looks at must not hang on it. */
const TIMEOUT_MS = 30_000;

export interface N8nConnection {
	client: N8nClient;
	/** Address of the instance without a final slash. */
	baseUrl: string;
	/** Key of the links' signature; never leaves the node. */
	signingKey: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The client on the node's Alleo N8n API credential. */
export async function connectN8n(
	context: IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions,
	options: Partial<Pick<TransportOptions, 'clock' | 'retryBudget'>> = {},
): Promise<N8nResult<N8nConnection>> {
	if (context.getNode().credentials?.[N8N_CREDENTIAL] === undefined) {
		return refused('N8N_CREDENTIAL_MISSING');
	}
	const credential = await context.getCredentials(N8N_CREDENTIAL);
	const given = text(credential['baseUrl']);
	// Empty is no default here: the vendor's own address would be somebody else's instance.
	const base = resolveBaseUrl(given === '' ? 'empty' : given, '', { strip: API_TAILS });
	if (!base.ok)
		return { ok: false, problem: { ...base.problem, status: null, outcomeUnknown: false } };
	const signingKey = text(credential['signingKey']);
	const secrets = [text(credential['apiKey']), signingKey].filter((secret) => secret !== '');
	const transport = createTransport(context, {
		vendor: 'n8n',
		baseUrl: base.value,
		credentialType: N8N_CREDENTIAL,
		allow: N8N_ALLOWED,
		concurrency: 4,
		timeoutMs: TIMEOUT_MS,
		secrets,
		...options,
	});
	const limited: Transport = {
		stats: transport.stats,
		send: async (request) => await SLOTS.run(async () => await transport.send(request)),
	};
	const client = new N8nClient(new N8nChannel(limited));
	return done({ client, baseUrl: base.value, signingKey });
}
