import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What stands before the processes in queue mode, as n8n's own guide tells to set up a proxy: addresses
 * of webhooks and forms go to a webhook process, everything else to the main one.
 */

const PRODUCTION = /^\/(webhook|webhook-waiting|form|form-waiting|mcp)\//;

export interface Ports {
	main: number;
	webhook: number;
}

export interface FrontDoor {
	port: number;
	url: string;
	close(): void;
}

const portFor = (ports: Ports, url: string | undefined): number =>
	PRODUCTION.test(url ?? '') ? ports.webhook : ports.main;

function forward(ports: Ports, incoming: IncomingMessage, answer: ServerResponse): void {
	const onward = request(
		{
			host: '127.0.0.1',
			port: portFor(ports, incoming.url),
			method: incoming.method,
			path: incoming.url,
			headers: incoming.headers,
		},
		(response) => {
			answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
			response.pipe(answer);
		},
	);
	onward.on('error', () => {
		if (answer.headersSent) answer.destroy();
		else answer.writeHead(502).end();
	});
	incoming.pipe(onward);
}

/** The editor's push channel is a web socket. */
function upgrade(ports: Ports, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
	const onward = connect(portFor(ports, incoming.url), '127.0.0.1', () => {
		const { rawHeaders, method, url } = incoming;
		const lines = rawHeaders.flatMap((name, at) =>
			at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ''}`] : [],
		);
		onward.write(`${method ?? 'GET'} ${url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
		onward.write(head);
		onward.pipe(socket);
		socket.pipe(onward);
	});
	onward.on('error', () => socket.destroy());
	socket.on('error', () => onward.destroy());
}

export async function openFrontDoor(ports: Ports): Promise<FrontDoor> {
	const server: Server = createServer((incoming, answer) => forward(ports, incoming, answer));
	server.on('upgrade', (incoming, socket, head) => upgrade(ports, incoming, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return {
		port: address.port,
		url: `http://127.0.0.1:${address.port}`,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
