import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CONTENT_SECURITY_POLICY } from '../../core/report/page/document';

interface PageResponse {
	setHeader(name: string, value: string): unknown;
	removeHeader(name: string): unknown;
	status(code: number): { send(body: string): unknown };
}

/** Nothing of the page is stored, framed, indexed or told to another site. */
const HEADERS: ReadonlyArray<readonly [string, string]> = [
	['Cache-Control', 'no-store'],
	['Pragma', 'no-cache'],
	['X-Frame-Options', 'DENY'],
	['X-Content-Type-Options', 'nosniff'],
	['Referrer-Policy', 'no-referrer'],
	['X-Robots-Tag', 'noindex, nofollow, noarchive'],
	['Cross-Origin-Opener-Policy', 'same-origin'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
];

function prepare(context: IWebhookFunctions, contentType: string): PageResponse {
	const response: PageResponse = context.getResponseObject();
	for (const [name, value] of HEADERS) response.setHeader(name, value);
	// n8n lets any site read a waiting webhook; this page is for nobody but its reader.
	response.removeHeader('Access-Control-Allow-Origin');
	response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
	response.setHeader('Content-Type', contentType);
	return response;
}

const HTML_TYPE = 'text/html; charset=utf-8';

/** Answers with a page; the execution keeps waiting. */
export function showPage(
	context: IWebhookFunctions,
	page: string,
	status = 200,
): IWebhookResponseData {
	prepare(context, HTML_TYPE).status(status).send(page);
	return { noWebhookResponse: true };
}

/** Answers with a file to save; the execution keeps waiting. */
export function sendFile(
	context: IWebhookFunctions,
	file: { name: string; type: string; content: string },
): IWebhookResponseData {
	const response = prepare(context, file.type);
	response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
	response.status(200).send(file.content);
	return { noWebhookResponse: true };
}

/**
 * Resumes the execution. n8n sends the page itself, after it has claimed the execution, so a page
 * never says "approved" for a decision that did not count.
 */
export function resumeWith(
	context: IWebhookFunctions,
	page: string,
	workflowData: NonNullable<IWebhookResponseData['workflowData']>,
): IWebhookResponseData {
	prepare(context, HTML_TYPE);
	return { webhookResponse: page, workflowData };
}
