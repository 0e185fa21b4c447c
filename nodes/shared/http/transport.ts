import { urlProblem } from '../baseUrl';
import { isAllowed } from './allowList';
import { attempt, quoterOf, type Attempt } from './attempt';
import type { SendError } from './classify';
import { systemClock } from './clock';
import { Pace } from './pace';
import { messageOf, redact } from './redact';
import { parseRetryAfter, retryDelay } from './retryAfter';
import { Semaphore } from './semaphore';
import type {
	ApiFailure,
	ApiFailureCode,
	ApiRequest,
	ApiResponse,
	ApiResult,
	HttpContext,
	RetryBudget,
	Transport,
	TransportOptions,
	TransportStats,
} from './types';

const DEFAULT_BUDGET: RetryBudget = { attempts: 5, totalWaitMs: 120_000 };

/** All requests of one transport together wait no longer than this; an outage must end a run. */
const OVERALL_WAIT_FACTOR = 8;

/** What each answer gives back of that: a vendor that throttles now and then is not an outage. */
const GIVEN_BACK_MS = 100;

/** Why an attempt is worth another one; null = it is final. */
type Retry = { code: ApiFailureCode; askedMs: number | null } | null;

/** Trouble of the token endpoint: too many questions, or not there. */
const signInCode = ({ status }: SendError): 'RATE_LIMITED' | 'UNAVAILABLE' =>
	status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE';

/**
 * The only way out to a vendor. Refuses what is not on the allow-list before anything is sent, keeps
 * the vendor's concurrency and rate, retries by the request's mode within a budget, stops when the
 * execution is cancelled and never follows a redirect. Errors are data, redacted.
 */
export function createTransport(context: HttpContext, options: TransportOptions): Transport {
	const clock = { ...systemClock, ...options.clock };
	const budget = options.retryBudget ?? DEFAULT_BUDGET;
	const { pacing } = options;
	const slots = pacing === undefined ? new Semaphore(options.concurrency) : null;
	const pace = pacing?.(clock) ?? new Pace(clock, options.requestsPerSecond);
	const stats: TransportStats = { calls: 0, retries: 0, byTemplate: {} };
	const signal = context.getExecutionCancelSignal?.();
	const stop = options.stop ?? signal;
	let waitedMs = 0;

	const fail = (
		request: ApiRequest,
		code: ApiFailureCode,
		attempts: number,
		more: {
			status?: number | null;
			note?: string;
			outcomeUnknown?: boolean;
			reason?: ApiFailure['reason'];
			limitMb?: number | undefined;
			response?: ApiResponse;
		},
	): ApiResult => {
		const line = `${request.method} ${request.template}: ${more.note ?? code}`;
		return {
			ok: false,
			failure: {
				code,
				status: more.status ?? null,
				detail: redact(line, options.secrets),
				attempts,
				outcomeUnknown: more.outcomeUnknown ?? false,
				...(more.reason === undefined ? {} : { reason: more.reason }),
				...(more.limitMb === undefined ? {} : { limitMb: more.limitMb }),
				...(more.response === undefined ? {} : { response: more.response }),
			},
		};
	};

	const retryOf = (request: ApiRequest, tried: Attempt): Retry => {
		if (!tried.answered) {
			const { kind, notSent } = tried.error;
			if (request.retry === 'never' || (request.retry === 'throttle' && !notSent)) return null;
			if (kind === 'network') return { code: 'NETWORK', askedMs: null };
			if (kind === 'signInDown') return { code: signInCode(tried.error), askedMs: null };
			const again = kind === 'timeout' && request.retryTimeouts !== false;
			return again ? { code: 'TIMEOUT', askedMs: null } : null;
		}
		const { status, headers, text } = tried.response;
		if (request.finalStatuses?.includes(status) === true || request.retry === 'never') return null;
		const askedMs = parseRetryAfter(headers['retry-after'], text, clock.now());
		if (status === 429) return { code: 'RATE_LIMITED', askedMs };
		return status >= 500 && request.retry === 'read' ? { code: 'UNAVAILABLE', askedMs } : null;
	};

	const finish = (request: ApiRequest, tried: Attempt, attempts: number): ApiResult =>
		tried.answered
			? { ok: true, response: tried.response }
			: failed(request, tried.error, attempts);

	const failed = (request: ApiRequest, error: SendError, attempts: number): ApiResult => {
		const { kind, status, cause, notSent } = error;
		const outcomeUnknown = !notSent;
		if (kind === 'cancelled') return fail(request, 'CANCELLED', attempts, { outcomeUnknown });
		if (kind === 'timeout') {
			return fail(request, 'TIMEOUT', attempts, {
				note: `no answer in time (${cause})`,
				outcomeUnknown,
			});
		}
		if (kind === 'reconnect' || kind === 'noRefresh' || kind === 'notConnected') {
			return fail(request, 'UNAUTHORIZED', attempts, { status, note: cause, reason: kind });
		}
		if (kind === 'clientRefused') {
			return fail(request, 'UNAUTHORIZED', attempts, { note: cause, reason: 'client' });
		}
		if (kind === 'signInDown') {
			return fail(request, signInCode(error), attempts, { status, note: cause });
		}
		if (kind === 'unauthorized') {
			const body = typeof error.body === 'string' ? error.body : '';
			const said = quoterOf(options, request)(messageOf(body));
			const note = said === '' ? '401' : `401 ${said}`;
			return fail(request, 'UNAUTHORIZED', attempts, { status: 401, note, reason: 'rejected' });
		}
		if (kind === 'tooBig') {
			const { limitMb } = error;
			return fail(request, 'ANSWER_TOO_BIG', attempts, { note: cause, outcomeUnknown, limitMb });
		}
		return fail(request, 'NETWORK', attempts, { status, note: cause, outcomeUnknown });
	};

	const exhausted = (
		request: ApiRequest,
		retry: NonNullable<Retry>,
		tried: Attempt,
		attempts: number,
	): ApiResult => {
		if (!tried.answered) return failed(request, tried.error, attempts);
		const { status, text, quote } = tried.response;
		const asked =
			retry.askedMs === null ? '' : `, asked to wait ${Math.ceil(retry.askedMs / 1000)} s`;
		const said = quote(messageOf(text));
		const note = `${status}${said === '' ? '' : ` ${said}`}${asked}`;
		return fail(request, retry.code, attempts, {
			status,
			note,
			outcomeUnknown: status >= 500,
			response: tried.response,
		});
	};

	const sendWithRetries = async (request: ApiRequest): Promise<ApiResult> => {
		let waitedHereMs = 0;
		let outcomeUnknown = false;
		const until = request.finishes === true ? undefined : stop;
		for (let attempts = 1; ; attempts += 1) {
			if (!(await pace.turn(until)))
				return fail(request, 'CANCELLED', attempts - 1, { outcomeUnknown });
			stats.calls += 1;
			stats.byTemplate[request.template] = (stats.byTemplate[request.template] ?? 0) + 1;
			const tried = await attempt(context, options, request, signal);
			pace.finished(tried.answered ? tried.response : null);
			const retry = retryOf(request, tried);
			if (retry === null) {
				if (tried.answered) waitedMs = Math.max(0, waitedMs - GIVEN_BACK_MS);
				return finish(request, tried, attempts);
			}
			const wait = retryDelay(attempts, retry.askedMs, clock.random());
			const spent =
				attempts >= budget.attempts ||
				wait > (budget.longestWaitMs ?? Infinity) ||
				waitedHereMs + wait > budget.totalWaitMs ||
				waitedMs + wait > budget.totalWaitMs * OVERALL_WAIT_FACTOR;
			const held = tried.answered && pace.holdsAll(tried.response, wait, spent);
			if (spent) return exhausted(request, retry, tried, attempts);

			context.logger.debug(
				`${options.vendor}: ${request.method} ${request.template}: ${retry.code}, next try in ${wait} ms (${attempts} of ${budget.attempts})`,
			);
			stats.retries += 1;
			waitedHereMs += wait;
			waitedMs += wait;
			outcomeUnknown ||= tried.answered ? tried.response.status >= 500 : !tried.error.notSent;
			if (!held) await clock.sleep(wait, until);
		}
	};

	return {
		stats,
		async send(request) {
			if (!isAllowed(request, options.allow)) {
				return fail(request, 'NOT_ALLOWED', 0, { note: 'not on the list of allowed operations' });
			}
			if (urlProblem(`${options.baseUrl}${request.path}`) !== null) {
				return fail(request, 'NOT_ALLOWED', 0, { note: 'not an address to which a secret may go' });
			}
			if (slots === null) return await sendWithRetries(request);
			return await slots.run(async () => await sendWithRetries(request));
		},
	};
}
