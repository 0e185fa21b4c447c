import type { IHttpRequestOptions } from 'n8n-workflow';

import { answerLimit, readBody, STREAMED_FACTOR, WholeBody } from './body';
import { systemClock } from './clock';
import { classifyError, type SendError } from './classify';
import { quoteLine } from './redact';
import { sentTexts } from './sent';
import type { ApiRequest, ApiResponse, HttpContext, TransportOptions } from './types';

export type Attempt =
	| { answered: true; response: ApiResponse }
	| { answered: false; error: SendError };

const headerText = (value: unknown): string =>
	Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : String(value ?? '');

function lowerCaseHeaders(headers: unknown): Record<string, string> {
	if (typeof headers !== 'object' || headers === null) return {};
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)]),
	);
}

/**
 * The options of one attempt, made anew each time because n8n's helper writes into them. 401 stays
 * an exception so that n8n refreshes the token and sends once more; every other status is an answer.
 */
function requestOptions(
	options: TransportOptions,
	request: ApiRequest,
	timeout: number,
): IHttpRequestOptions {
	const query = request.query === undefined || request.query === '' ? '' : `?${request.query}`;
	return {
		url: `${options.baseUrl}${request.path}${query}`,
		method: request.method,
		headers: {
			Accept: 'application/json',
			...(typeof request.body === 'object' ? { 'Content-Type': 'application/json' } : {}),
			...options.headers,
			...request.headers,
		},
		...(request.body === undefined ? {} : { body: request.body }),
		// n8n would parse JSON (and hide a cut-off answer), decode in the wrong encoding, and unpack an
		// answer of any size before it says anything of it.
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout,
	};
}

const DEADLINE = Symbol('deadline');

/** Why the wait for the deadline ends; given, since each call would make an error of its own otherwise. */
const SETTLED = new Error('settled');

/** Of the body of a refusal only the beginning says why. */
const REFUSAL_BYTES = 64 * 1024;

/** Sends once; its time limit is always real. The deadline also ends an answer that drips in and never lets the socket idle. */
export async function attempt(
	context: HttpContext,
	options: TransportOptions,
	request: ApiRequest,
	signal: AbortSignal | undefined,
): Promise<Attempt> {
	const started = systemClock.now();
	const timeout = request.timeoutMs ?? options.timeoutMs ?? 120_000;
	const settled = new AbortController();
	const exchange = async (): Promise<Attempt> => {
		try {
			const full: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				options.credentialType,
				requestOptions(options, request, timeout),
			);
			const response = await toResponse(fullReply(full), options, request, settled.signal);
			return { answered: true, response: { ...response, durationMs: systemClock.now() - started } };
		} catch (thrown) {
			const error = classifyError(thrown, signal?.aborted === true);
			return {
				answered: false,
				error: { ...error, body: await refusal(error.body, settled.signal) },
			};
		}
	};
	try {
		const tried = await Promise.race([
			exchange(),
			systemClock.sleep(timeout + 1000, settled.signal).then(() => DEADLINE),
		]);
		if (typeof tried !== 'symbol') return tried;
		const error = { kind: 'timeout', status: null, cause: 'deadline', notSent: false } as const;
		return { answered: false, error: { ...error, body: undefined } };
	} finally {
		settled.abort(SETTLED);
	}
}

interface FullReply {
	statusCode?: unknown;
	headers?: unknown;
	body?: unknown;
}

const fullReply = (reply: unknown): FullReply =>
	typeof reply === 'object' && reply !== null ? reply : {};

/** The beginning of the body that came with a refusal, as text. */
async function refusal(body: unknown, signal: AbortSignal): Promise<unknown> {
	if (body === undefined) return undefined;
	const reader = new WholeBody('');
	try {
		await readBody(body, reader, REFUSAL_BYTES, signal);
	} catch {
		return ''; // too long, or cut off: it says nothing then
	}
	return reader.text;
}

/** Takes what was sent, and what must stay secret anyway, out of a text of the answer. */
export const quoterOf =
	(options: TransportOptions, request: ApiRequest) =>
	(text: string): string =>
		quoteLine(text, [...(options.secrets ?? []), ...sentTexts(request, options.headers)]);

/** Reads the body while it comes, until it ends, is too big, or the deadline of the attempt has passed. */
async function toResponse(
	{ statusCode, headers: given, body }: FullReply,
	options: TransportOptions,
	request: ApiRequest,
	signal: AbortSignal,
): Promise<Omit<ApiResponse, 'durationMs'>> {
	const headers = lowerCaseHeaders(given);
	const contentType = headers['content-type'] ?? '';
	const own = request.reader?.(contentType);
	const reader = own ?? new WholeBody(contentType);
	const limit = options.maxAnswerBytes ?? answerLimit(undefined);
	await readBody(body, reader, limit * (own === undefined ? 1 : STREAMED_FACTOR), signal, limit);
	const { text, damaged } = reader;
	return {
		status: Number(statusCode ?? 0),
		headers,
		text,
		damaged,
		quote: quoterOf(options, request),
		...(own === undefined ? {} : { reader: own }),
	};
}
