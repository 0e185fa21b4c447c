import type { IHttpRequestHelper, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { PageProblem } from '../../../core/connect/page/customerWords';
import { COMPANIES, DEFAULT_BASE_URL } from '../../Alleo/api/operations';
import { fetchToken } from '../../Alleo/api/token';
import { resolveBaseUrl } from '../../shared/baseUrl';
import { sendDirectly } from '../../shared/http/direct';

/** Asks Alleo whether keys work, and whether they reach the customer's company, before anything is stored. */

export interface AlleoKeys {
	accessKey: string;
	secretKey: string;
	/** As given: empty means Alleo's own address. */
	baseUrl: string;
}

const TIMEOUT_MS = 20_000;
const Companies = z.array(z.object({ id: z.number() }));
const Refusal = z.object({ response: z.object({ status: z.number() }) });

const unreachable: PageProblem = {
	code: 'CONNECT_VENDOR_UNREACHABLE',
	params: { system: 'Alleo' },
};

function companiesIn(text: string): number[] | null {
	try {
		const parsed = Companies.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data.map(({ id }) => id) : null;
	} catch {
		return null;
	}
}

/** @param company the Alleo company that must be among those that the keys reach; empty for any */
export async function checkKeys(
	{ helpers }: IWebhookFunctions,
	keys: AlleoKeys,
	company: string,
): Promise<PageProblem | null> {
	const base = resolveBaseUrl(keys.baseUrl, DEFAULT_BASE_URL);
	if (!base.ok) return { code: 'CONNECT_NOT_READY', params: {} };
	let token: string;
	try {
		const helper: IHttpRequestHelper = { helpers };
		token = (await fetchToken(helper, { ...keys })).accessToken;
	} catch (error) {
		const refused = Refusal.safeParse(error);
		return refused.success && refused.data.response.status === 401
			? { code: 'CONNECT_ALLEO_KEY_REFUSED', params: {} }
			: unreachable;
	}
	try {
		const answer = await sendDirectly(helpers, {
			method: 'GET',
			url: `${base.value}${COMPANIES}`,
			headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
			timeoutMs: TIMEOUT_MS,
		});
		if (answer.status === 401 || answer.status === 403) {
			return { code: 'CONNECT_ALLEO_KEY_REFUSED', params: {} };
		}
		const reached = answer.status === 200 ? companiesIn(answer.text) : null;
		if (reached === null) return unreachable;
		const isThere = company === '' ? reached.length > 0 : reached.includes(Number(company));
		const params = { company: company === '' ? '?' : company };
		return isThere ? null : { code: 'CONNECT_ALLEO_COMPANY_UNSEEN', params };
	} catch {
		// The error may carry the request, and with it the token.
		return unreachable;
	}
}
