import type { IHttpRequestOptions } from 'n8n-workflow';

import { classifyError, type SendError } from './classify';
import { decodeBody } from './decode';
import type {
	ApiRequest,
	ApiResponse,
	BodyReader,
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
		encoding: request.reader === undefined ? 'arraybuffer' : 'stream',
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
		const { reader } = request;
		const asked: Promise<unknown> = context.helpers.httpRequestWithAuthentication.call(
			context,
			options.credentialType,
			requestOptions(options, request, timeout),
		);
		const sending =
			reader === undefined ? asked : asked.then((full) => drain(full, reader, settled));
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

interface FullReply {
	statusCode?: unknown;
	headers?: unknown;
	body?: unknown;
	reader?: BodyReader;
}

const fullReply = (reply: unknown): FullReply =>
	typeof reply === 'object' && reply !== null ? reply : {};

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Closes a stream that nobody waits for any more; one that has ended does not mind. */
function close(body: object): void {
	if ('destroy' in body && typeof body.destroy === 'function') body.destroy();
}

/** Reads the body while it comes, until it ends or the deadline of the attempt has passed. */
async function drain(
	reply: unknown,
	open: NonNullable<ApiRequest['reader']>,
	{ signal }: AbortController,
): Promise<FullReply> {
	const full = fullReply(reply);
	const reader = open(lowerCaseHeaders(full.headers)['content-type'] ?? '');
	const { body } = full;
	if (isStream(body)) {
		signal.addEventListener('abort', () => close(body), { once: true });
		for await (const piece of body) reader.write(piece);
	} else if (body instanceof Uint8Array) reader.write(body);
	reader.end();
	return { statusCode: full.statusCode, headers: full.headers, reader };
}

function toResponse(reply: unknown, durationMs: number): ApiResponse {
	const { statusCode, headers: given, body, reader } = fullReply(reply);
	const headers = lowerCaseHeaders(given);
	const status = Number(statusCode ?? 0);
	if (reader !== undefined) {
		const { text, damaged } = reader;
		return { status, headers, text, damaged, durationMs, reader };
	}
	const { text, damaged } = decodeBody(body, headers['content-type'] ?? '');
	return { status, headers, text, damaged, durationMs };
}
