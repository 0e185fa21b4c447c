import { z } from 'zod';
import { resolveBaseUrl } from '../baseUrl';
import { createTransport } from '../http';
import { basicAuthorization } from '../http/basic';
import { carrying, type PlainContext } from '../http/carried';
import type { RetryBudget } from '../http/types';

/** Takes a token of NMBRS back at the identity server (RFC 7009). Nothing of the HR system is touched. */

const Credential = z.object({
	clientId: z.string(),
	clientSecret: z.string(),
	accessTokenUrl: z.string(),
	authentication: z.string().optional(),
	oauthTokenData: z
		.object({ refresh_token: z.string().optional(), access_token: z.string().optional() })
		.optional(),
});
export type NmbrsGrant = z.infer<typeof Credential>;

export const readGrant = (data: unknown): NmbrsGrant | null => {
	const parsed = Credential.safeParse(data);
	return parsed.success ? parsed.data : null;
};

export type Revocation =
	| { outcome: 'done' }
	/** Nothing to take back. */
	| { outcome: 'none' }
	| { outcome: 'refused'; problem: string };

/** The identity server's addresses stand side by side: …/token, …/revocation (its discovery document). */
const REVOCATION = /^(\/[A-Za-z0-9_-]+)*\/revocation$/;

function addressOf(tokenUrl: string): { base: string; path: string } | null {
	const url = resolveBaseUrl(tokenUrl, '');
	if (!url.ok || url.value === '') return null;
	const { origin, pathname } = new URL(url.value);
	const path = pathname.replace(/\/token$/, '/revocation');
	return REVOCATION.test(path) ? { base: origin, path } : null;
}

/** How long to go on trying. */
export interface Patience {
	timeoutMs: number;
	retryBudget: RetryBudget;
}

const PATIENT: Patience = { timeoutMs: 30_000, retryBudget: { attempts: 3, totalWaitMs: 10_000 } };

/** Somebody looks at a page that does not come before this is over. */
export const HURRIED: Patience = {
	timeoutMs: 8_000,
	retryBudget: { attempts: 1, totalWaitMs: 0 },
};

/** n8n has no credential type for this call: the client's secret goes along here, and nowhere else. */
export async function revokeGrant(
	context: PlainContext,
	grant: NmbrsGrant,
	{ timeoutMs, retryBudget }: Patience = PATIENT,
): Promise<Revocation> {
	const { clientId, clientSecret, authentication, accessTokenUrl, oauthTokenData } = grant;
	const refresh = oauthTokenData?.refresh_token;
	const token = refresh ?? oauthTokenData?.access_token;
	if (token === undefined || token === '') return { outcome: 'none' };
	const address = addressOf(accessTokenUrl);
	if (address === null)
		return { outcome: 'refused', problem: 'the access token URL is not usable' };
	const byHeader = authentication === 'header';
	const body = new URLSearchParams({
		token,
		token_type_hint: refresh === undefined ? 'access_token' : 'refresh_token',
		...(byHeader ? {} : { client_id: clientId, client_secret: clientSecret }),
	});
	const transport = createTransport(
		carrying(context, (request) => request),
		{
			vendor: 'nmbrs',
			baseUrl: address.base,
			credentialType: 'none',
			allow: [{ method: 'POST', template: REVOCATION }],
			concurrency: 1,
			timeoutMs,
			retryBudget,
			secrets: [token, clientSecret],
		},
	);
	const sent = await transport.send({
		method: 'POST',
		path: address.path,
		template: address.path,
		body: body.toString(),
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			...(byHeader ? { Authorization: basicAuthorization(clientId, clientSecret) } : {}),
		},
		// Taking back twice is taking back once.
		retry: 'read',
	});
	if (!sent.ok) return { outcome: 'refused', problem: sent.failure.detail };
	const { status } = sent.response;
	return status >= 200 && status < 300
		? { outcome: 'done' }
		: { outcome: 'refused', problem: `HTTP ${status}` };
}
