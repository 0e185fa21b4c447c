import type { IWebhookFunctions } from 'n8n-workflow';
import { pageResponse } from '../shared/pageResponse';
import type { Reply } from './flow/reply';

/** Sends a page or a redirect. 303: the browser follows with GET, and a reload sends nothing again. */
export function send(context: IWebhookFunctions, reply: Reply, policy: string): void {
	const response = pageResponse(context, policy);
	if (reply.cookie !== undefined) response.setHeader('Set-Cookie', reply.cookie);
	if (reply.kind === 'page') {
		if (reply.status === 503) response.setHeader('Retry-After', '60');
		response.status(reply.status).send(reply.page);
		return;
	}
	response.setHeader('Location', reply.to);
	response.status(303).send('');
}
