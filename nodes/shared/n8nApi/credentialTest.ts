import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { resolveBaseUrl } from '../baseUrl';
import { sendTest } from '../http/direct';
import { testFailed } from '../outcome';
import { API_TAILS } from './connect';
import { NEEDED_SCOPES } from './operations';
import { N8nScopes } from './schemas';

const TIMEOUT_MS = 15_000;

/** Below this a key can be guessed; 32 characters of a password generator are far above. */
export const SHORTEST_SIGNING_KEY = 32;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Test of "Alleo N8n API": asks n8n which scopes the key has, and names those that are missing. */
export async function testN8n(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const given = text(data['baseUrl']);
	const base = resolveBaseUrl(given === '' ? 'empty' : given, '', { strip: API_TAILS });
	if (!base.ok) return testFailed(base.problem);
	if (text(data['signingKey']).length < SHORTEST_SIGNING_KEY)
		return testFailed({ code: 'CONNECT_KEY_SHORT' });
	const { helpers } = this;
	let status: number;
	let body: unknown;
	try {
		const answer = await sendTest(helpers, {
			method: 'GET',
			url: `${base.value}/api/v1/discover`,
			headers: { Accept: 'application/json', 'X-N8N-API-KEY': text(data['apiKey']) },
			timeoutMs: TIMEOUT_MS,
		});
		({ status } = answer);
		body = JSON.parse(answer.text);
	} catch (thrown) {
		return thrown instanceof SyntaxError
			? testFailed({ code: 'N8N_ANSWER_UNREADABLE' })
			: testFailed({ code: 'NETWORK', params: { system: 'n8n', attempts: 1 } });
	}
	if (status === 401) return testFailed({ code: 'N8N_KEY_REFUSED' });
	const scopes = N8nScopes.safeParse(body);
	if (!scopes.success) return testFailed({ code: 'N8N_ANSWER_UNREADABLE' });
	const has = new Set(scopes.data.data.scopes);
	const missing = NEEDED_SCOPES.filter((scope) => !has.has(scope));
	if (missing.length > 0)
		return testFailed({ code: 'N8N_SCOPE_MISSING', params: { scope: missing.join(', ') } });
	return { status: 'OK', message: 'The key may do everything that connecting customers needs.' };
}
