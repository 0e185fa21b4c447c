import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { resolveIssue } from '../../../core/issues';
import { sendTest, type DirectAnswer } from '../../shared/http/direct';
import { testFailed } from '../../shared/outcome';
import { afasBaseUrl } from '../api/baseUrl';
import { classicAuthorization, classicTokenXml } from '../api/classicToken';
import { classifyAnswer } from '../api/classify';
import { environmentMismatch, environmentNumber, isEnvironmentType } from '../api/environment';
import { parseJson } from '../api/json';
import { readTokenAnswer, tokenRequestBody } from '../api/oauthToken';
import { MetaInfo } from '../api/schemas';

/** The connectors of the defaults; anything that looks like one of them helps as well. */
const NEEDED = ['Profit_Employees_Alleo', 'Profit_Contract'];

const TIMEOUT_MS = 30_000;

type Helpers = ICredentialTestFunctions['helpers'];

/** The system's name of what went wrong, never the vendor's text or the URL. */
function causeOf(thrown: unknown): string {
	if (typeof thrown !== 'object' || thrown === null) return 'no connection';
	const { code, cause } = { code: undefined, cause: undefined, ...thrown };
	if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return code;
	return cause === undefined ? 'no connection' : causeOf(cause);
}

async function send(
	helpers: Helpers,
	url: string,
	authorization: string | null,
	body: string | null,
	integrationId: string,
): Promise<DirectAnswer> {
	return await sendTest(helpers, {
		method: body === null ? 'GET' : 'POST',
		url,
		headers: {
			Accept: 'application/json',
			'Accept-Language': 'en-us',
			...(authorization === null ? {} : { Authorization: authorization }),
			...(body === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
			...(integrationId === '' ? {} : { IntegrationId: integrationId }),
		},
		...(body === null ? {} : { body }),
		timeoutMs: TIMEOUT_MS,
	});
}

/** The environment that was reached, and what of the needed connectors the credential can see. */
function report(
	credential: ICredentialDataDecryptedObject,
	info: MetaInfo,
): INodeCredentialTestResult {
	const type = credential['environment'];
	const mismatch = environmentMismatch(
		info.info.envid,
		environmentNumber(credential['environmentNumber']),
		isEnvironmentType(type) ? type : 'production',
	);
	const names = info.getConnectors.map(({ id }) => id);
	const lower = new Set(names.map((name) => name.toLowerCase()));
	const seen = NEEDED.filter((name) => lower.has(name.toLowerCase()));
	const missing = NEEDED.filter((name) => !lower.has(name.toLowerCase()));
	const reached = `Reached AFAS environment ${info.info.envid || '(unnamed)'}${info.info.appName === '' ? '' : ` as ${info.info.appName}`}.`;
	if (mismatch !== null) {
		return {
			status: 'Error',
			message: `${reached} But ${mismatch}. Correct the environment number or the environment in this credential.`,
		};
	}
	if (names.length === 0) {
		return {
			status: 'Error',
			message: `${reached} But it can see no GetConnector at all. In Profit, add the connectors to the app connector (tab GetConnectors) and clear the box Blocked.`,
		};
	}
	const visible = seen.length === 0 ? '' : ` It can see ${seen.join(' and ')}.`;
	const absent =
		missing.length === 0
			? ''
			: ` It cannot see ${missing.join(' and ')}; if yours have other names, choose them in the node. It can see ${names.length} connectors: ${names.slice(0, 12).join(', ')}.`;
	return { status: 'OK', message: `${reached}${visible}${absent}` };
}

async function test(
	helpers: Helpers,
	credential: ICredentialDataDecryptedObject,
	authorize: (base: string) => Promise<string | INodeCredentialTestResult>,
): Promise<INodeCredentialTestResult> {
	const base = afasBaseUrl(credential);
	if (!base.ok) return testFailed(base.problem);
	try {
		const authorization = await authorize(base.value);
		if (typeof authorization !== 'string') return authorization;
		const integrationId = String(credential['integrationId'] ?? '').trim();
		const answer = await send(
			helpers,
			`${base.value}/metainfo`,
			authorization,
			null,
			integrationId,
		);
		if (answer.status < 200 || answer.status > 299) {
			return testFailed(classifyAnswer(answer.status, answer.text, '/metainfo'));
		}
		const json = parseJson(answer.text);
		const parsed = MetaInfo.safeParse(json.ok ? json.value : null);
		if (parsed.success) return report(credential, parsed.data);
		const cause = json.ok ? 'no list of connectors' : json.cause;
		return testFailed({ code: 'AFAS_ANSWER_UNREADABLE', params: { connector: 'metainfo', cause } });
	} catch (thrown) {
		return testFailed({ code: 'AFAS_NOT_REACHED', params: { cause: causeOf(thrown) } });
	}
}

/** Test of a classic token: GET metainfo, which every valid credential may do. */
export async function testToken(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const xml = classicTokenXml(data['token']);
	if (xml === null) return testFailed({ code: 'AFAS_TOKEN_UNREADABLE' });
	const result = await test(this.helpers, data, async () => classicAuthorization(xml));
	if (result.status !== 'OK') return result;
	return { ...result, message: `${result.message} ${resolveIssue('AFAS_TOKEN_ENDS').message}` };
}

/** Test of client credentials: a fresh token, then GET metainfo with it. */
export async function testOAuth2(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const { helpers } = this;
	return await test(helpers, data, async (base) => {
		const clientId = String(data['clientId'] ?? '').trim();
		const clientSecret = String(data['clientSecret'] ?? '').trim();
		const body = tokenRequestBody(clientId, clientSecret);
		const answer = await send(helpers, `${base}/oauth/token`, null, body, '');
		const token = readTokenAnswer(answer.status, answer.text);
		return token.ok ? `Bearer ${token.value}` : testFailed(token.problem);
	});
}
