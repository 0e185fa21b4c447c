import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { resolveBaseUrl } from '../../shared/baseUrl';
import { sendTest } from '../../shared/http/direct';
import { testFailed } from '../../shared/outcome';
import { loginOf } from '../api/soap/authHeader';
import { checkLogin, type SendSoap, type Uses } from '../api/soap/loginCheck';
import { NMBRS_SOAP_URL, SOAP_TAILS } from '../api/soap/services';

const TIMEOUT_MS = 30_000;

const sender =
	(helpers: ICredentialTestFunctions['helpers'], baseUrl: string): SendSoap =>
	async (path, headers, body) => {
		const request = { url: `${baseUrl}${path}`, headers, body, timeoutMs: TIMEOUT_MS };
		try {
			return (await sendTest(helpers, { method: 'POST', ...request })).text;
		} catch {
			return null;
		}
	};

/** Everything, unless the credential says what it is for. */
function usesOf(given: unknown): Uses {
	if (!Array.isArray(given)) return { extraFields: true, payroll: true };
	return { extraFields: given.includes('extraFields'), payroll: given.includes('payroll') };
}

const describe = ({ extraFields, payroll }: Uses): string =>
	[extraFields ? 'extra fields' : '', payroll ? 'payroll' : ''].filter(Boolean).join(' and ') ||
	'listing companies';

/** Test of "NMBRS Token API": what is wrong and what to do, or what the user can see. */
export async function testToken(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const given = typeof data['soapBaseUrl'] === 'string' ? data['soapBaseUrl'] : '';
	const base = resolveBaseUrl(given, NMBRS_SOAP_URL, { strip: SOAP_TAILS });
	const uses = usesOf(data['usedFor']);
	const year = new Date().getUTCFullYear();
	const result = base.ok
		? await checkLogin(sender(this.helpers, base.value), loginOf(data), uses, year)
		: base;
	if (!result.ok) return testFailed(result.problem);
	const { companies } = result.value;
	const domain = result.value.domain === null ? '' : ` Domain: ${result.value.domain}.`;
	return {
		status: 'OK',
		message: `The user sees ${companies} companies and may use what is needed for ${describe(uses)}.${domain} Nmbrs plans to end SOAP on 1 March 2027.`,
	};
}
