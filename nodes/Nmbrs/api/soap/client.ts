import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { resolveBaseUrl } from '../../../shared/baseUrl';
import { answerLimit, createTransport, type TransportOptions } from '../../../shared/http';
import { systemClock } from '../../../shared/http/clock';
import { SOAP_ALLOWED } from '../allowed';
import { done, type Result } from '../../../../core/model/result';
import { loginOf } from './authHeader';
import { SoapReader } from './reader';
import { NMBRS_SOAP_URL, SOAP_ANSWER_MB, SOAP_TAILS } from './services';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

const TOKEN_CREDENTIAL = 'nmbrsTokenApi';

/**
 * Nmbrs delays everybody above 150 calls a second, other users of the environment included
 * (https://support.nmbrs.nl/hc/nl/articles/205903718): two thirds of it are ours.
 */
const CALLS_PER_SECOND = 100;
const CONCURRENCY = 8;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const hasTokenCredential = (context: Context): boolean =>
	context.getNode().credentials?.[TOKEN_CREDENTIAL] !== undefined;

/** The SOAP reader of one run, from the node's token credential. */
export async function createSoapReader(
	context: Context,
	options: { timeoutMs: number; clock?: TransportOptions['clock'] },
): Promise<Result<SoapReader>> {
	const credentials = await context.getCredentials(TOKEN_CREDENTIAL);
	const login = loginOf(credentials);
	const base = resolveBaseUrl(text(credentials['soapBaseUrl']), NMBRS_SOAP_URL, {
		strip: SOAP_TAILS,
	});
	if (!base.ok) return base;
	const clock = { ...systemClock, ...options.clock };
	const transport = createTransport(context, {
		vendor: 'nmbrs',
		baseUrl: base.value,
		credentialType: TOKEN_CREDENTIAL,
		allow: SOAP_ALLOWED,
		concurrency: CONCURRENCY,
		requestsPerSecond: CALLS_PER_SECOND,
		timeoutMs: options.timeoutMs,
		maxAnswerBytes: answerLimit(credentials['maxAnswerMb'], SOAP_ANSWER_MB),
		secrets: [login.token, login.username],
		clock,
	});
	return done(new SoapReader(transport, clock));
}
