import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { basicAuthorization } from '../../shared/http/basic';
import { sendTest } from '../../shared/http/direct';
import { readApp, type NmbrsApp } from './app';

const TIMEOUT_MS = 20_000;

type Helpers = ICredentialTestFunctions['helpers'];

const result = (status: 'OK' | 'Error', message: string): INodeCredentialTestResult => ({
	status,
	message,
});

/** A code that nobody gave: a known client is told `invalid_grant`, an unknown one `invalid_client`. */
async function askToken(helpers: Helpers, app: NmbrsApp): Promise<string> {
	const byHeader = app.authentication === 'header';
	const { text } = await sendTest(helpers, {
		method: 'POST',
		url: app.accessTokenUrl,
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			Accept: 'application/json',
			...(byHeader ? { Authorization: basicAuthorization(app.clientId, app.clientSecret) } : {}),
		},
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code: 'test',
			redirect_uri: 'https://localhost/test',
			...(byHeader ? {} : { client_id: app.clientId, client_secret: app.clientSecret }),
		}).toString(),
		timeoutMs: TIMEOUT_MS,
	});
	return text;
}

/** Test of "Nmbrs App API": whether NMBRS knows the client and its secret. Asks for nothing. */
export async function testApp(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { helpers } = this;
	const read = readApp(credential.data ?? {});
	if (!read.ok) return result('Error', `Fill in or correct the field ${read.problem}.`);
	if (!read.value.scope.split(' ').includes('offline_access')) {
		return result(
			'Error',
			'Add offline_access to the scope: without it a connection ends within the hour.',
		);
	}
	try {
		const said = await askToken(helpers, read.value);
		if (said.includes('invalid_grant')) {
			return result(
				'OK',
				'Nmbrs knows the client and its secret. The subscription key, the scopes and the redirect address show at the first connection.',
			);
		}
		return result(
			'Error',
			said.includes('invalid_client')
				? 'Nmbrs does not know this client ID with this client secret. Copy both from the developer portal; the app works once its dialog is saved there.'
				: 'The access token URL does not answer as an identity server does. Restore its default.',
		);
	} catch {
		return result(
			'Error',
			'The access token URL could not be reached. Check it, and the firewall.',
		);
	}
}
