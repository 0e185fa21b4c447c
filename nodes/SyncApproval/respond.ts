import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CONTENT_SECURITY_POLICY } from '../../core/report/page/document';
import { pageResponse } from '../shared/pageResponse';

const prepare = (context: IWebhookFunctions, contentType?: string) =>
	pageResponse(context, CONTENT_SECURITY_POLICY, contentType);

/** Answers with a page; the execution keeps waiting. */
export function showPage(
	context: IWebhookFunctions,
	page: string,
	status = 200,
): IWebhookResponseData {
	prepare(context).status(status).send(page);
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
	prepare(context);
	return { webhookResponse: page, workflowData };
}
