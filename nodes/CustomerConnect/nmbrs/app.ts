import { done, type Result } from '../../../core/model/result';
import { isEvaluated } from '../../../core/connect/evaluated';
import { resolveBaseUrl } from '../../shared/baseUrl';
import { NMBRS_REST_URL, REST_TAILS } from '../../Nmbrs/api/soap/services';

export const APP_CREDENTIAL = 'nmbrsAppApi';

/** Our app at NMBRS, from its credential, checked. */
export interface NmbrsApp {
	clientId: string;
	clientSecret: string;
	subscriptionKey: string;
	scope: string;
	authUrl: string;
	accessTokenUrl: string;
	authentication: 'body' | 'header';
	/** As given: empty means the vendor's own. */
	baseUrl: string;
	/** Where to read, without a final slash. */
	restUrl: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The app; the name of the field when the credential cannot work. */
export function readApp(credential: Readonly<Record<string, unknown>>): Result<NmbrsApp, string> {
	const rest = resolveBaseUrl(text(credential['baseUrl']), NMBRS_REST_URL, { strip: REST_TAILS });
	const [auth, token] = ['authUrl', 'accessTokenUrl'].map((name) =>
		resolveBaseUrl(text(credential[name]) || 'empty', ''),
	);
	if (!rest.ok) return { ok: false, problem: 'Base URL' };
	if (auth?.ok !== true) return { ok: false, problem: 'Authorization URL' };
	if (token?.ok !== true) return { ok: false, problem: 'Access Token URL' };
	const scope = text(credential['scope']).split(/\s+/).join(' ');
	for (const [name, field] of [
		['clientId', 'Client ID'],
		['clientSecret', 'Client Secret'],
		['subscriptionKey', 'Subscription Key'],
		['scope', 'Scope'],
	] as const) {
		const given = text(credential[name]);
		// It is copied into customers' credentials, which n8n itself reads: there one with a "=" in front would run.
		if (given === '' || isEvaluated(given)) return { ok: false, problem: field };
	}
	return done({
		clientId: text(credential['clientId']),
		clientSecret: text(credential['clientSecret']),
		subscriptionKey: text(credential['subscriptionKey']),
		scope,
		authUrl: auth.value,
		accessTokenUrl: token.value,
		authentication: credential['authentication'] === 'header' ? 'header' : 'body',
		baseUrl: text(credential['baseUrl']),
		restUrl: rest.value,
	});
}

/** The data of a customer's Nmbrs OAuth2 API credential, with its tokens. */
export const oauthCredentialData = (
	app: NmbrsApp,
	tokens: Record<string, unknown>,
): Record<string, unknown> => ({
	clientId: app.clientId,
	clientSecret: app.clientSecret,
	subscriptionKey: app.subscriptionKey,
	scope: app.scope,
	authUrl: app.authUrl,
	accessTokenUrl: app.accessTokenUrl,
	authentication: app.authentication,
	baseUrl: app.baseUrl,
	oauthTokenData: tokens,
});
