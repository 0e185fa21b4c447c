import { createServer } from 'node:http';
import { z } from 'zod';
import type { WorkflowNode } from './n8nTypes.mts';

/** Where the desk's messages arrive in the demo and the tests: what ops would have as a mail or chat node. */

const Message = z.object({
	/** n8n's id of the workflow that the message is about. */
	workflow: z.string(),
	kind: z.string(),
	subject: z.string(),
	text: z.string(),
	link: z.string(),
	customer: z.string(),
	language: z.string(),
});
export type Message = z.infer<typeof Message>;

export interface Mailbox {
	url: string;
	/** The oldest first. */
	messages: Message[];
	close(): void;
}

export async function openMailbox(): Promise<Mailbox> {
	const messages: Message[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', (text: string) => (body += text));
		request.on('end', () => {
			const read = Message.safeParse(JSON.parse(body === '' ? '{}' : body));
			if (read.success) messages.push(read.data);
			response.writeHead(read.success ? 200 : 400, { 'content-type': 'application/json' });
			response.end(JSON.stringify(read.success ? {} : { message: read.error.message }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return {
		url: `http://127.0.0.1:${address.port}/messages`,
		messages,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** The node that takes the place of "Send message". @param workflow expression for the id of the workflow */
export function sendTo(mailbox: Mailbox, node: WorkflowNode, workflow: string): WorkflowNode {
	return {
		...node,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: mailbox.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ ...$json, workflow: ${workflow} }) }}`,
			options: {},
		},
	};
}
