import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

/**
 * What may call a vendor: a running node, a picker that loads its options, a page that a node serves, or
 * a stand-in for one of them that signs the requests with a secret that is no credential of n8n yet.
 */
export interface HttpContext {
	helpers: {
		httpRequestWithAuthentication(
			this: unknown,
			credentialType: string,
			request: IHttpRequestOptions,
		): Promise<unknown>;
	};
	logger: Pick<IExecuteFunctions['logger'], 'debug'>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
}

/** `n8n` is the instance itself, by its public API. */
export type Vendor = 'nmbrs' | 'afas' | 'alleo' | 'n8n';

/**
 * `read`: 429, every 5xx and dropped connections are tried again (the call changes nothing, or gives the
 * same end state). `throttle`: only where nothing was done: a 429, and what cannot have arrived. `never`:
 * no retry.
 */
export type RetryMode = 'read' | 'throttle' | 'never';

export interface ApiRequest {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** Joined to the base URL; starts with a slash, carries no query. */
	path: string;
	/**
	 * The path with `{name}` for ids: `/api/companies/{company}/employees`. The allow-list, errors and
	 * statistics use it. A part after `#` names an operation (SOAP) and is no part of the path.
	 */
	template: string;
	/** Ready encoded, without `?`. */
	query?: string;
	body?: string | object;
	headers?: Record<string, string>;
	retry: RetryMode;
	/** Limit of one attempt, from sending to the last byte of the answer. */
	timeoutMs?: number;
	/** Statuses that are an answer, never retried: a SOAP fault arrives as 500. */
	finalStatuses?: readonly number[];
	/** Goes on what is half done already: a stopped execution does not keep it from being tried again. */
	finishes?: boolean;
	/** False where a vendor goes on working after we gave up: a repeat would only add to its load. */
	retryTimeouts?: boolean;
	/**
	 * Reads the body as it comes, for answers that are too big to be held. Such an answer may be
	 * STREAMED_FACTOR times as big as another; what the reader keeps of it may not.
	 */
	reader?: (contentType: string) => BodyReader;
}

/**
 * Reads the body of one answer piece by piece, so that a report of many megabytes is never held as a
 * whole. Made anew for each attempt.
 */
export interface BodyReader {
	write(bytes: Uint8Array): void;
	end(): void;
	/** What of the answer was kept as text. */
	readonly text: string;
	readonly damaged: boolean;
}

export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The body as text in the encoding that the answer declares. */
	text: string;
	durationMs: number;
	/** Bytes that the declared encoding does not allow: `text` holds replacement characters. */
	damaged: boolean;
	/** The reader of this answer, where the request came with one. */
	reader?: BodyReader;
	/**
	 * A text of this answer as one short line that may be shown or logged: nothing of what was sent with
	 * the request, no secret, no personal data. The only way in which an answer may be quoted.
	 */
	quote: (text: string) => string;
}

export type ApiFailureCode =
	| 'NETWORK'
	| 'TIMEOUT'
	| 'RATE_LIMITED'
	| 'UNAVAILABLE'
	| 'UNAUTHORIZED'
	| 'CANCELLED'
	| 'NOT_ALLOWED'
	| 'ANSWER_TOO_BIG';

export interface ApiFailure {
	code: ApiFailureCode;
	status: number | null;
	/** One line for a log or an error: method, template, status. Redacted. */
	detail: string;
	attempts: number;
	/**
	 * UNAUTHORIZED only: `rejected` = the vendor refused token or key; `reconnect` = the refresh token
	 * is spent or revoked; `noRefresh` = the consent never gave one; `notConnected` = nobody completed the OAuth2 consent yet; `client` = the
	 * token endpoint refuses client ID or secret.
	 */
	reason?: 'rejected' | 'reconnect' | 'noRefresh' | 'notConnected' | 'client';
	/** True when the vendor may have carried the request out although no answer came. */
	outcomeUnknown: boolean;
	/** The last answer, where all retries could not get past it. */
	response?: ApiResponse;
	/** ANSWER_TOO_BIG only: the limit, in MB. */
	limitMb?: number;
}

/** ok: an answer arrived, with any status except those that all retries could not get past, and 401. */
export type ApiResult = { ok: true; response: ApiResponse } | { ok: false; failure: ApiFailure };

/** One thing that may be sent. A string is compared whole; a pattern must match the whole template. */
export interface AllowedOperation {
	method: string;
	template: RegExp | string;
}

export interface RetryBudget {
	/** Including the first one. */
	attempts: number;
	/** Longest waiting between the attempts of one request, together. */
	totalWaitMs: number;
	/** Who asks for a longer wait is taken at its word: the request is given up. */
	longestWaitMs?: number;
}

/** When requests may start. One for all requests of a transport, so that every parallel one keeps to it. */
export interface Pacing {
	/** Waits for a turn, and takes it; false where `signal` ended the waiting. */
	turn(signal: AbortSignal | undefined): Promise<boolean>;
	/** After each attempt, which was a turn; null = no answer came. */
	finished(response: ApiResponse | null): void;
	/**
	 * An answer asks for a wait, or did for the last time (`final`). True: it holds back all requests,
	 * false: only its own.
	 */
	holdsAll(response: ApiResponse, waitMs: number, final: boolean): boolean;
}

/** Time and chance, replaced in tests. */
export interface TransportClock {
	now(): number;
	/** 0 inclusive to 1 exclusive: spreads retries. */
	random(): number;
	sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export interface TransportOptions {
	vendor: Vendor;
	/** From resolveBaseUrl: no final slash. */
	baseUrl: string;
	credentialType: string;
	allow: readonly AllowedOperation[];
	/** Requests in flight at the same time. */
	concurrency: number;
	/** Most requests started per second; absent = no limit. */
	requestsPerSecond?: number;
	/** Instead of those two, for a vendor that states its own limits. */
	pacing?: (clock: TransportClock) => Pacing;
	/** Ends waits between attempts; the execution's own where absent. */
	stop?: AbortSignal | undefined;
	retryBudget?: RetryBudget;
	/** Default limit of one attempt; 120 s when absent. */
	timeoutMs?: number;
	/** Most bytes of one answer, after unpacking; DEFAULT_ANSWER_MB when absent. */
	maxAnswerBytes?: number;
	/** Headers of every request, such as a subscription key. */
	headers?: Record<string, string>;
	/** Values that must never show up in a detail or a log line; those of each request come to them. */
	secrets?: readonly string[];
	clock?: Partial<TransportClock>;
}

export interface TransportStats {
	/** Requests sent, retries included. */
	calls: number;
	retries: number;
	byTemplate: Record<string, number>;
}

export interface Transport {
	send(request: ApiRequest): Promise<ApiResult>;
	readonly stats: TransportStats;
}
