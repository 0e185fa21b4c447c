import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { answerLimit, createTransport } from '../../shared/http';
import type { TransportClock } from '../../shared/http';
import { resolveBaseUrl } from '../../shared/baseUrl';
import { systemClock } from '../../shared/http/clock';
import { toError } from '../../shared/outcome';
import { AlleoClient } from './client';
import { ALLOWED, DEFAULT_BASE_URL } from './operations';
import { LONGEST_WAIT_MS, Turns } from './turns';

const CREDENTIAL = 'alleoApi';

/** The vendor SDK's own limit per request. */
const TIMEOUT_MS = 30_000;

export interface ConnectOptions {
	/** Most calls in flight; the rate limit headers may allow fewer. */
	concurrency: number;
	timeoutMs?: number;
	/** For the waits between calls; a call's own time limit is always real. */
	clock?: TransportClock;
}

export interface Connection {
	client: AlleoClient;
	clock: TransportClock;
	signal: AbortSignal | undefined;
}

/**
 * n8n tears a call off when an execution is stopped; of a write nobody would then know the outcome.
 * This context looks the same but never tells of the stop: the channel stops between the calls.
 */
const finishingCalls = <T extends IExecuteFunctions | ILoadOptionsFunctions>(context: T): T =>
	'getExecutionCancelSignal' in context
		? (Object.create(context, { getExecutionCancelSignal: { value: () => undefined } }) as T)
		: context;

/** A client on the node's credential. Throws when the base URL cannot be used. */
export async function connect(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ concurrency, timeoutMs = TIMEOUT_MS, clock = systemClock }: ConnectOptions,
): Promise<Connection> {
	const { baseUrl, accessKey, secretKey, accessToken, maxAnswerMb } = await context.getCredentials<{
		baseUrl?: string;
		accessKey?: string;
		secretKey?: string;
		accessToken?: string;
		maxAnswerMb?: number;
	}>(CREDENTIAL);
	const base = resolveBaseUrl(baseUrl, DEFAULT_BASE_URL);
	if (!base.ok) throw toError(context, base.problem);
	const secrets = [accessKey, secretKey, accessToken].filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const transport = createTransport(finishingCalls(context), {
		vendor: 'alleo',
		baseUrl: base.value,
		credentialType: CREDENTIAL,
		allow: ALLOWED,
		concurrency,
		pacing: (waits) => new Turns(waits, concurrency),
		retryBudget: { attempts: 4, totalWaitMs: Infinity, longestWaitMs: LONGEST_WAIT_MS },
		stop: signal,
		clock,
		timeoutMs,
		maxAnswerBytes: answerLimit(maxAnswerMb),
		secrets,
	});
	return { client: new AlleoClient(transport), clock, signal };
}
