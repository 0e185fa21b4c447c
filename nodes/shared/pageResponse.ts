import type { IWebhookFunctions } from 'n8n-workflow';

/** What this package uses of the response of a webhook (express, in n8n). */
export interface PageResponse {
	setHeader(name: string, value: string): unknown;
	removeHeader(name: string): unknown;
	status(code: number): { send(body: string): unknown };
}

const HTML_TYPE = 'text/html; charset=utf-8';

/** Nothing of a page is stored, framed, indexed, or told to another site. */
const HEADERS: ReadonlyArray<readonly [string, string]> = [
	['Cache-Control', 'no-store'],
	['Pragma', 'no-cache'],
	['X-Frame-Options', 'DENY'],
	['X-Content-Type-Options', 'nosniff'],
	// Not `no-referrer`: a browser would then hide from us where our own forms come from.
	['Referrer-Policy', 'same-origin'],
	['X-Robots-Tag', 'noindex, nofollow, noarchive'],
	['Cross-Origin-Opener-Policy', 'same-origin'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
	['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
];

/** The response of a webhook that serves a page or a file of one, with every header but its status. */
export function pageResponse(
	context: IWebhookFunctions,
	policy: string,
	contentType = HTML_TYPE,
): PageResponse {
	const response: PageResponse = context.getResponseObject();
	for (const [name, value] of HEADERS) response.setHeader(name, value);
	// n8n lets any site read a webhook; these pages are for nobody but their reader.
	response.removeHeader('Access-Control-Allow-Origin');
	response.setHeader('Content-Security-Policy', policy);
	response.setHeader('Content-Type', contentType);
	return response;
}
