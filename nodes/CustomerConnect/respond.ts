import type { IWebhookFunctions } from 'n8n-workflow';
import type { Reply } from './flow/reply';

interface PageResponse {
	setHeader(name: string, value: string): unknown;
	removeHeader(name: string): unknown;
	status(code: number): { send(body: string): unknown };
}

/** Nothing of a page is stored, framed, indexed, or told to another site. */
const HEADERS: ReadonlyArray<readonly [string, string]> = [
	['Cache-Control', 'no-store'],
	['Pragma', 'no-cache'],
	['X-Frame-Options', 'DENY'],
	['X-Content-Type-Options', 'nosniff'],
	['Referrer-Policy', 'no-referrer'],
	['X-Robots-Tag', 'noindex, nofollow, noarchive'],
	['Cross-Origin-Opener-Policy', 'same-origin'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
	['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
];

/** Sends a page or a redirect. 303: the browser follows with GET, and a reload sends nothing again. */
export function send(context: IWebhookFunctions, reply: Reply, policy: string): void {
	const response: PageResponse = context.getResponseObject();
	for (const [name, value] of HEADERS) response.setHeader(name, value);
	// n8n lets any site read a webhook; these pages are for nobody but their reader.
	response.removeHeader('Access-Control-Allow-Origin');
	response.setHeader('Content-Security-Policy', policy);
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	if (reply.cookie !== undefined) response.setHeader('Set-Cookie', reply.cookie);
	if (reply.kind === 'page') {
		if (reply.status === 503) response.setHeader('Retry-After', '60');
		response.status(reply.status).send(reply.page);
		return;
	}
	response.setHeader('Location', reply.to);
	response.status(303).send('');
}
