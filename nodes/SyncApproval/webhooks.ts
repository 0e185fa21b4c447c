import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The waiting page. Reached through the execution's own resume URL (`$execution.resumeUrl`), whose
 * token every node before this one already has, so a message can carry the link. GET shows, POST
 * decides. With `onReceived`, n8n first claims the waiting execution and answers then: of two posts at
 * once, one resumes it and n8n refuses the other (see `resumeWith`).
 */
const entry = (httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '',
	restartWebhook: true,
	isFullPath: true,
});

export const APPROVAL_WEBHOOKS: IWebhookDescription[] = [entry('GET'), entry('POST')];
