import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { APPROVAL_SHELL } from '../../core/report/page/shell';
import { pageResponse } from '../shared/pageResponse';

const prepare = (context: IWebhookFunctions, contentType?: string) =>
	pageResponse(context, APPROVAL_SHELL.policy, contentType);

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

/** The pages of a decision: n8n alone knows which one is true. */
export interface DecisionPages {
	/** n8n took the decision. */
	taken: string;
	/** Another decision, or the end of the wait, was faster. */
	late: string;
}

/**
 * Resumes the execution. n8n claims the waiting execution for one of several decisions, in its database,
 * and only then sends that one its page, as text. The others get an error, as JSON with a stack trace:
 * in its place goes the page that says so. What n8n claims stays n8n's to decide, in any process.
 */
export function resumeWith(
	context: IWebhookFunctions,
	{ taken, late }: DecisionPages,
	workflowData: NonNullable<IWebhookResponseData['workflowData']>,
): IWebhookResponseData {
	const response = prepare(context);
	Object.assign(response, { json: () => response.status(409).send(late) });
	return { webhookResponse: taken, workflowData };
}
