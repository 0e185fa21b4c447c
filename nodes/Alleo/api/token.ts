import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import { resolveCarried, resolveIssue, type ResolvedIssue } from '../../../core/issues';
import { resolveBaseUrl } from '../../shared/baseUrl';
import { isBearerToken } from '../../shared/http/bearer';
import { sendDirectly, type DirectAnswer } from '../../shared/http/direct';
import { SIGN_IN_DOWN } from '../../shared/http/classify';
import { parseRetryAfter, retryDelay } from '../../shared/http/retryAfter';
import { DEFAULT_BASE_URL } from './operations';

/**
 * The token of the Customer API: client credentials with the keys in the form body, no Basic header,
 * no scope (vendor SDK, src/alleo/_auth.py). Only status 200 with a token is a success.
 */

const TokenAnswer = z.object({
	access_token: z.string().refine(isBearerToken),
	expires_in: z.coerce.number().positive(),
});

/**
 * n8n shows `response.statusText` as the result of a credential test, and reads `response.status` to
 * tell a refused credential from an outage.
 */
class AlleoCredentialError extends Error {
	readonly response: { status: number; statusText: string };

	/** What the transport reads: the system's name of a lost connection, SIGN_IN_DOWN, or our own code. */
	readonly code: string;

	constructor(issue: ResolvedIssue, status: number, code: string = issue.code) {
		const { message, action } = issue;
		super(`${message} ${action}`);
		this.name = 'AlleoCredentialError';
		this.response = { status, statusText: this.message };
		this.code = code;
	}
}

const MAX_RETRIES = 3;
const BACK_OFF_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const TIMEOUT_MS = 30_000;

/** No answer: n8n's test treats a status below 199 as a failure and shows our text. */
const NO_ANSWER = 0;

const UNAUTHORIZED = 401;

const codeOf = (error: unknown): string =>
	typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
		? error.code
		: 'no answer';

async function ask(
	helper: IHttpRequestHelper,
	base: string,
	accessKey: string,
	secretKey: string,
): Promise<DirectAnswer | { failed: string }> {
	try {
		return await sendDirectly(helper.helpers, {
			method: 'POST',
			url: `${base}/oauth/token`,
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: accessKey,
				client_secret: secretKey,
			}).toString(),
			timeoutMs: TIMEOUT_MS,
		});
	} catch (error) {
		// The error itself carries the form body, and with it the secret key.
		return { failed: codeOf(error) };
	}
}

function tokenIn(text: string): string | null {
	try {
		const parsed = TokenAnswer.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data.access_token : null;
	} catch {
		return null;
	}
}

/** What an answer without a token means. */
function problem(answer: DirectAnswer | { failed: string }): AlleoCredentialError {
	if ('failed' in answer) {
		const params = { system: `Alleo (${answer.failed})`, attempts: MAX_RETRIES + 1 };
		return new AlleoCredentialError(resolveIssue('NETWORK', params), NO_ANSWER, answer.failed);
	}
	const { status: statusCode } = answer;
	const call = 'POST /oauth/token';
	if (statusCode === 400 || statusCode === 401 || statusCode === 403 || statusCode === 422) {
		return new AlleoCredentialError(resolveIssue('ALLEO_UNAUTHORIZED'), UNAUTHORIZED);
	}
	if (statusCode === 200) {
		return new AlleoCredentialError(resolveIssue('ALLEO_ANSWER_UNREADABLE', { call }), NO_ANSWER);
	}
	if (statusCode === 429) {
		return new AlleoCredentialError(
			resolveIssue('RATE_LIMITED', { system: 'Alleo', attempts: MAX_RETRIES + 1 }),
			429,
			SIGN_IN_DOWN,
		);
	}
	return statusCode >= 500
		? new AlleoCredentialError(
				resolveIssue('UNAVAILABLE', { system: 'Alleo' }),
				statusCode,
				SIGN_IN_DOWN,
			)
		: new AlleoCredentialError(
				resolveIssue('ALLEO_UNEXPECTED', { status: statusCode, call }),
				NO_ANSWER,
			);
}

const isTemporary = (answer: DirectAnswer | { failed: string }): boolean =>
	'failed' in answer || answer.status === 429 || answer.status >= 500;

const askedWait = (answer: DirectAnswer | { failed: string }): number | null =>
	'failed' in answer
		? null
		: parseRetryAfter(String(answer.headers['retry-after'] ?? ''), answer.text, Date.now());

/** Fetches a token; throws an error that says what is wrong and what to do, without any secret. */
export async function fetchToken(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<{ accessToken: string }> {
	const text = (key: string): string => String(credentials[key] ?? '').trim();
	const base = resolveBaseUrl(text('baseUrl'), DEFAULT_BASE_URL);
	if (!base.ok) throw new AlleoCredentialError(resolveCarried(base.problem), NO_ANSWER);
	for (let attempt = 1; ; attempt++) {
		const answer = await ask(helper, base.value, text('accessKey'), text('secretKey'));
		const token = 'failed' in answer || answer.status !== 200 ? null : tokenIn(answer.text);
		if (token !== null) return { accessToken: token };
		const wait = retryDelay(
			1,
			askedWait(answer) ?? BACK_OFF_MS * 2 ** (attempt - 1),
			Math.random(),
		);
		if (!isTemporary(answer) || attempt > MAX_RETRIES || wait > LONGEST_WAIT_MS)
			throw problem(answer);
		await sleep(wait);
	}
}
