import type { ConnectAlert, CustomerConnection } from '../../../core/connect/connection';
import type { InvitationRow } from '../../../core/connect/invitation';
import { renderProblem } from '../../../core/connect/page/problem';
import type { Filling, IssueCode, Language, PlacesOf } from '../../../core/issues';
import type { N8nProblem } from '../../shared/n8nApi';
import { languageOf, linkAddress, linkFrame, stepAddress, type Visit } from './visit';

/** What a request is answered with. `connection` starts the workflow: once, when the customer is done. */
export type ConnectReply =
	| {
			kind: 'page';
			status: number;
			page: string;
			cookie?: string;
			/** Seconds. */
			retryAfter?: number;
			/** Starts the workflow on its second output: somebody of Alleo has to look at this. */
			alert?: ConnectAlert;
	  }
	| { kind: 'redirect'; to: string; cookie?: string; connection?: CustomerConnection };

export type PageReply = Extract<ConnectReply, { kind: 'page' }>;

export type Or<T> = { ok: true; value: T } | { ok: false; reply: ConnectReply };

export const stop = (reply: ConnectReply): { ok: false; reply: ConnectReply } => ({
	ok: false,
	reply,
});

export const showPage = (page: string, status = 200): PageReply => ({ kind: 'page', status, page });

/** Statuses by code; what is not here is 400. */
const STATUS: Partial<Record<IssueCode, number>> = {
	CONNECT_LINK_INVALID: 404,
	CONNECT_LINK_EXPIRED: 410,
	CONNECT_LINK_REVOKED: 410,
	CONNECT_LINK_USED: 410,
	CONNECT_OTHER_BROWSER: 403,
	POSTED_FROM_ELSEWHERE: 403,
	CONNECT_OUT_OF_DATE: 409,
	CONNECT_CONSENT_REFUSED: 403,
	CONNECT_NO_RIGHTS: 403,
	CONNECT_OTHER_DEBTORS: 409,
	CONNECT_ENVIRONMENT_CHANGED: 409,
	CONNECT_TOO_MANY: 429,
	CONNECT_SCOPE_INVALID: 502,
	CONNECT_NO_REFRESH: 502,
	CONNECT_VENDOR_UNREACHABLE: 502,
	CONNECT_VENDOR_FAILED: 502,
	CONNECT_NOT_READY: 503,
	CONNECT_BUSY: 503,
};

/** A page of its own for a code, before it is known whose invitation it is about. */
export const strangerProblem = <C extends IssueCode>(
	visit: Visit,
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): ConnectReply => {
	const frame = { language: languageOf(visit), customer: '', otherLanguage: null };
	return showPage(renderProblem(frame, { code, params }, null), STATUS[code] ?? 400);
};

/** A page of its own for a code; `again` leads back to the invitation, or to the present step. */
export function problem<C extends IssueCode>(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	code: C,
	...[params = {}, again = 'link']: Filling<PlacesOf<C>, [again?: 'link' | 'step' | 'none']>
): PageReply {
	const frame = { ...linkFrame(visit, row, language), otherLanguage: null };
	const to = {
		link: linkAddress(visit, row, language),
		step: stepAddress(visit, row, language),
		none: null,
	}[again];
	return showPage(renderProblem(frame, { code, params }, to), STATUS[code] ?? 400);
}

const BUSY: ReadonlySet<IssueCode> = new Set(['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED', 'NETWORK']);

/** What the customer reads when n8n's own API did not do it: later again, or that it is not theirs. */
export const troubleOf = (code: IssueCode): 'CONNECT_BUSY' | 'CONNECT_NOT_READY' =>
	BUSY.has(code) ? 'CONNECT_BUSY' : 'CONNECT_NOT_READY';

/** n8n's own API did not do it: the log says what it is. `row`: the page leads back to its present step. */
export function notReady(
	visit: Visit,
	{ code, detail }: N8nProblem,
	row: InvitationRow | null = null,
): ConnectReply {
	// In the text itself: n8n's console shows nothing else. Details are redacted where they are made.
	visit.context.logger.error(`Customer Connect: ${code}: ${detail}`);
	if (row === null) return strangerProblem(visit, troubleOf(code));
	return problem(visit, row, languageOf(visit), troubleOf(code), {}, 'step');
}
