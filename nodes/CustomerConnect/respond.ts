import type { IWebhookFunctions } from 'n8n-workflow';
import { pageResponse } from '../shared/pageResponse';
import type { ConnectReply } from './flow/reply';

/** Sends a page or a redirect. 303: the browser follows with GET, and a reload sends nothing again. */
export function send(context: IWebhookFunctions, reply: ConnectReply, policy: string): void {
	const response = pageResponse(context, policy);
	if (reply.cookie !== undefined) response.setHeader('Set-Cookie', reply.cookie);
	if (reply.kind === 'page') {
		const after = reply.retryAfter ?? (reply.status === 503 ? 60 : null);
		if (after !== null) response.setHeader('Retry-After', String(after));
		response.status(reply.status).send(reply.page);
		return;
	}
	response.setHeader('Location', reply.to);
	response.status(303).send('');
}
