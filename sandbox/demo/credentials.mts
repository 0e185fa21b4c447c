import { giveConsent } from '../nmbrs/consent.mts';
import { SANDBOX_CLIENT } from '../nmbrs/settings.mts';
import type { NmbrsClient } from '../nmbrs/settings.mts';
import type { Sandbox } from '../start.mts';
import type { System } from '../world/types.mts';
import type { N8nClient } from './n8nClient.mts';
import { StepFailed } from './process.mts';

export interface CredentialRef {
	id: string;
	name: string;
}

/** By credential type: what the nodes of the templates get. */
export type Bindings = Record<string, CredentialRef>;

/** Where n8n receives the answer of a consent. */
export const callbackUrl = (n8nUrl: string): string => `${n8nUrl}/rest/oauth2-credential/callback`;

/** Where the pages of Customer Connect are, and where NMBRS leads their visitors back to. */
export const connectUrl = (n8nUrl: string): string => `${n8nUrl}/webhook/alleo-connect`;

/** The app at NMBRS, as ops would have registered it for this n8n. */
export const nmbrsClientOf = (n8nUrl: string): NmbrsClient => ({
	...SANDBOX_CLIENT,
	redirectUris: [callbackUrl(n8nUrl), connectUrl(n8nUrl)],
});

/** Departments are the groups of Alleo, and leave is for the salary file: each takes a scope of its own. */
const NMBRS_SCOPES =
	'offline_access company.info.read employee.info.read employee.employment.read employee.payment.read employee.orgstructure.read company.leave.read';

/** The values that a person would type into n8n's credential forms, for the stand-ins. */
export function credentialData(sandbox: Sandbox): Record<string, object> {
	const { nmbrs, afas, alleo, credentials } = sandbox;
	return {
		nmbrsOAuth2Api: {
			clientId: credentials.nmbrs.clientId,
			clientSecret: credentials.nmbrs.clientSecret,
			subscriptionKey: credentials.nmbrs.subscriptionKey,
			baseUrl: nmbrs.url,
			authUrl: `${nmbrs.origin}/connect/authorize`,
			accessTokenUrl: `${nmbrs.origin}/connect/token`,
			scope: NMBRS_SCOPES,
		},
		nmbrsTokenApi: {
			domain: credentials.nmbrs.soapDomain,
			username: credentials.nmbrs.soapUsername,
			token: credentials.nmbrs.soapToken,
			soapBaseUrl: `${nmbrs.origin}/soap/v3`,
		},
		afasTokenApi: {
			environmentNumber: credentials.afas.environmentNumber,
			environment: 'production',
			token: credentials.afas.token,
			baseUrl: afas.url,
		},
		afasOAuth2Api: {
			environmentNumber: credentials.afas.environmentNumber,
			environment: 'production',
			clientId: credentials.afas.clientId,
			clientSecret: credentials.afas.clientSecret,
			baseUrl: afas.url,
		},
		alleoApi: {
			accessKey: credentials.alleo.accessKey,
			secretKey: credentials.alleo.secretKey,
			baseUrl: alleo.url,
		},
	};
}

export const CREDENTIAL_NAMES: Record<string, string> = {
	nmbrsOAuth2Api: 'NMBRS (stand-in)',
	nmbrsTokenApi: 'NMBRS SOAP (stand-in)',
	afasTokenApi: 'AFAS token (stand-in)',
	afasOAuth2Api: 'AFAS OAuth2 (stand-in)',
	alleoApi: 'Alleo (stand-in)',
};

/**
 * Presses "Connect my account" without a person: asks n8n for the authorize address, sends the form
 * of the stand-in's consent page, and opens n8n's callback with the owner's login.
 */
export async function connectOAuth2(client: N8nClient, credentialId: string): Promise<void> {
	const authorize = await client.rest<string>('GET', `/oauth2-credential/auth?id=${credentialId}`);
	const callback = await giveConsent(authorize);
	const response = await fetch(callback, { headers: { cookie: client.cookie } });
	const page = await response.text();
	if (!response.ok || /error/i.test(/<h[1-3][^>]*>([^<]*)/.exec(page)?.[1] ?? '')) {
		const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
		throw new StepFailed(
			`n8n did not accept the NMBRS consent (${response.status}): ${text.slice(0, 400)}`,
			'look for "OAuth2" in the log of n8n that is named above',
		);
	}
}

/**
 * Creates one credential for each way in, and connects NMBRS.
 * @param owner stands behind the name, where there are stand-ins of more than one customer
 */
export async function createCredentials(
	client: N8nClient,
	sandbox: Sandbox,
	owner: string | null = null,
): Promise<Bindings> {
	const bindings: Bindings = {};
	for (const [type, data] of Object.entries(credentialData(sandbox))) {
		const known = CREDENTIAL_NAMES[type] ?? type;
		const name = owner === null ? known : `${known} of ${owner}`;
		bindings[type] = { id: await client.createCredential(name, type, data), name };
	}
	const nmbrs = bindings['nmbrsOAuth2Api'];
	if (nmbrs !== undefined) await connectOAuth2(client, nmbrs.id);
	return bindings;
}

/** Credential types that a template of this system uses. */
export const TYPES_OF: Record<System, string[]> = {
	nmbrs: ['nmbrsOAuth2Api', 'nmbrsTokenApi', 'alleoApi'],
	afas: ['afasOAuth2Api', 'alleoApi'],
};
