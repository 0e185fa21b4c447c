import type { IHttpRequestOptions } from 'n8n-workflow';

import { classifyError, type SendError } from './classify';
import { decodeBody } from './decode';
import type {
	ApiRequest,
	ApiResponse,
	HttpContext,
	TransportClock,
	TransportOptions,
} from './types';

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
		// As bytes: n8n would parse JSON (and hide a cut-off answer) or decode in the wrong encoding.
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout,
	};
}

const DEADLINE = Symbol('deadline');

/** Sends once. The deadline also ends an answer that drips in and never lets the socket idle. */
export async function attempt(
	context: HttpContext,
	options: TransportOptions,
	request: ApiRequest,
	clock: TransportClock,
	signal: AbortSignal | undefined,
): Promise<Attempt> {
	const started = clock.now();
	const timeout = request.timeoutMs ?? options.timeoutMs ?? 120_000;
	const settled = new AbortController();
	try {
		const sending: Promise<unknown> = context.helpers.httpRequestWithAuthentication.call(
			context,
			options.credentialType,
			requestOptions(options, request, timeout),
		);
		const reply = await Promise.race([
			sending,
			clock.sleep(timeout + 1000, settled.signal).then(() => DEADLINE),
		]);
		if (reply === DEADLINE) {
			sending.catch(() => undefined); // its late error has nobody to tell
			return {
				answered: false,
				error: {
					kind: 'timeout',
					status: null,
					cause: 'deadline',
					notSent: false,
					body: undefined,
				},
			};
		}
		return { answered: true, response: toResponse(reply, clock.now() - started) };
	} catch (error) {
		return { answered: false, error: classifyError(error, signal?.aborted === true) };
	} finally {
		settled.abort();
	}
}

function toResponse(reply: unknown, durationMs: number): ApiResponse {
	const full: { statusCode?: unknown; headers?: unknown; body?: unknown } =
		typeof reply === 'object' && reply !== null ? reply : {};
	const headers = lowerCaseHeaders(full.headers);
	const { text, damaged } = decodeBody(full.body, headers['content-type'] ?? '');
	return { status: Number(full.statusCode ?? 0), headers, text, damaged, durationMs };
}
