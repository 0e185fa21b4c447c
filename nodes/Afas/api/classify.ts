import type { IssueCode, IssueParams } from '../../../core/issues';

/** What the reader does with an answer that is not a page. */
export type Reaction = 'stop' | 'halve' | 'again' | 'settle';

export interface Classified {
	code: IssueCode;
	params: IssueParams;
	reaction: Reaction;
}

/** The texts of an error body; the keys differ by version and by status. */
export function errorText(body: string): string {
	try {
		const parsed: unknown = JSON.parse(body);
		if (parsed === null || typeof parsed !== 'object') return '';
		const texts = Object.entries(parsed)
			.filter(([key]) => ['externalMessage', 'message', 'Message', 'detail'].includes(key))
			.map(([, value]) => (typeof value === 'string' ? value : ''));
		return texts.filter((text) => text !== '').join(' ');
	} catch {
		return /^\s*</.test(body) ? '' : body;
	}
}

/** `profitLogReference` of the body: the administrator finds the full text in Profit's log with it. */
export const logReference = (body: string): string | null =>
	/"profitLogReference"\s*:\s*"([0-9A-Fa-f]{8,64})"/.exec(body)?.[1] ?? null;

/** Texts in Dutch and English, from AFAS's own troubleshooting pages; the status alone misleads. */
const TEXTS: ReadonlyArray<{ pattern: RegExp; code: IssueCode; reaction: Reaction }> = [
	{
		pattern: /niet ondersteund voor deze app|not supported for this app/i,
		code: 'AFAS_CONNECTOR_NOT_AVAILABLE',
		reaction: 'settle',
	},
	{ pattern: /geblokkeerd|is blocked/i, code: 'AFAS_CONNECTOR_BLOCKED', reaction: 'stop' },
	{ pattern: /out of (memory|string space)/i, code: 'AFAS_PAGE_TOO_BIG', reaction: 'halve' },
	{
		pattern: /maximale tijdsduur|maximum duration|command timeout expired/i,
		code: 'AFAS_SERVER_TIMEOUT',
		reaction: 'stop',
	},
];

/** What AFAS says is in the first lines. */
const LOOKED_AT = 10_000;

const FIELD = /(?:connector-veld|connector field)\s*'([\p{L}\p{N}_ .-]{1,60})'/iu;

/**
 * What an answer with an error status means. Matches on status plus text in both languages; an
 * unknown text is shown as it is and not retried, but for AFAS's own "unexpected error".
 */
export function classifyAnswer(status: number, body: string, connector: string): Classified {
	const text = errorText(body).slice(0, LOOKED_AT);
	const field = FIELD.exec(text)?.[1];
	if (field !== undefined) {
		return { code: 'AFAS_FIELD_NOT_FOUND', params: { field, connector }, reaction: 'stop' };
	}
	const known = TEXTS.find(({ pattern }) => pattern.test(text));
	if (known !== undefined) {
		return { code: known.code, params: { connector }, reaction: known.reaction };
	}
	if (status === 401) return { code: 'AFAS_CREDENTIAL_REFUSED', params: {}, reaction: 'settle' };
	if (status === 403) return { code: 'AFAS_ADDRESS_REFUSED', params: {}, reaction: 'stop' };
	if (status === 404)
		return { code: 'AFAS_NOT_FOUND', params: { path: connector }, reaction: 'settle' };
	if (status === 413)
		return { code: 'AFAS_PAGE_TOO_BIG', params: { connector }, reaction: 'halve' };
	if (status === 429) return { code: 'AFAS_RATE_LIMITED', params: {}, reaction: 'stop' };
	if (status === 502 || status === 503 || status === 504) {
		return { code: 'AFAS_MAINTENANCE', params: { status }, reaction: 'stop' };
	}
	if (status >= 300 && status < 400) {
		return {
			code: 'AFAS_ANSWER_UNREADABLE',
			params: { connector, cause: 'a redirect to another address, which is never followed' },
			reaction: 'stop',
		};
	}
	const reaction = status === 500 ? 'again' : 'stop';
	return { code: 'AFAS_UNEXPECTED', params: { status, connector }, reaction };
}
