import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What stands before the processes in queue mode, as n8n's own guide tells to set up a proxy: addresses of
 * webhooks and forms go to the processes that serve them, in turn; everything else goes to the main one.
 * So two requests of one person nearly always reach two processes.
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

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** @returns false when nobody listens there: another process may be asked, nothing was sent */
async function forward(
	port: number,
	incoming: IncomingMessage,
	body: Buffer,
	answer: ServerResponse,
): Promise<boolean> {
	const { method, url } = incoming;
	const headers = { ...incoming.headers, connection: 'close' };
	return await new Promise((resolve) => {
		// A connection of its own: one that is kept could be closed by n8n in the moment of its next use.
		const options = { host: '127.0.0.1', port, method, path: url, headers, agent: false };
		const onward = request(options, (response) => {
			answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
			response.pipe(answer);
			resolve(true);
		});
		onward.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'ECONNREFUSED') return resolve(false);
			answer.destroy();
			resolve(true);
		});
		onward.end(body);
	});
}

/** The editor's push channel is a web socket. */
function upgrade(ports: Ports, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
	const onward = connect(ports.main, '127.0.0.1', () => {
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
	const processes = [ports.webhook, ports.main];
	let asked = 0;
	const serve = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
		const body = await bodyOf(incoming);
		const isProduction = PRODUCTION.test(incoming.url ?? '');
		const turn = isProduction ? asked++ % processes.length : 0;
		const order = isProduction
			? [...processes.slice(turn), ...processes.slice(0, turn)]
			: [ports.main];
		for (const port of order) if (await forward(port, incoming, body, answer)) return;
		answer.writeHead(502).end();
	};
	const server: Server = createServer((incoming, answer) => {
		serve(incoming, answer).catch(() => answer.destroy());
	});
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
