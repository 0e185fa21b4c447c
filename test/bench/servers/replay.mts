import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * In front of a stand-in: remembers its answers and gives them again after a fixed time, so that what
 * is measured is the reader and not how fast a stand-in can make up a page.
 */

interface Answer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

export interface Calls {
	/** Calls by path without ids: lists of NMBRS, connectors of AFAS. */
	byPath: Record<string, number>;
	calls: number;
	mostOverlapping: number;
	/** Every address that was asked for, in the order of the first time. */
	urls: string[];
}

const GUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const SENT_ON = ['authorization', 'x-subscription-key', 'content-type', 'accept'];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Replay {
	readonly #origin: string;
	readonly #answers = new Map<string, Answer>();
	#calls: Calls = { byPath: {}, calls: 0, mostOverlapping: 0, urls: [] };
	#open = 0;
	#latencyMs = 0;
	#remember = true;

	constructor(origin: string) {
		this.#origin = origin;
	}

	async listen(): Promise<string> {
		const server = createServer((request, response) => {
			this.#handle(request, response).catch((error: unknown) => {
				response.writeHead(502).end(String(error));
			});
		});
		server.keepAliveTimeout = 60_000;
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = request.url ?? '/';
		if (url.startsWith('/_bench/')) {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(this.#control(new URL(url, this.#origin))));
			return;
		}
		this.#open += 1;
		this.#count(url);
		const asked = performance.now();
		const { status, headers, body } = await this.#answer(request, url);
		await wait(Math.max(0, this.#latencyMs - (performance.now() - asked)));
		this.#open -= 1;
		response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
	}

	#count(url: string): void {
		const calls = this.#calls;
		const [path = ''] = url.split('?');
		const shown = path.replace(GUID, '{id}');
		calls.calls += 1;
		calls.byPath[shown] = (calls.byPath[shown] ?? 0) + 1;
		calls.mostOverlapping = Math.max(calls.mostOverlapping, this.#open);
		calls.urls.push(url);
	}

	async #answer(request: IncomingMessage, url: string): Promise<Answer> {
		const known = this.#answers.get(url);
		if (known !== undefined) return known;
		const headers = Object.fromEntries(
			SENT_ON.flatMap((name) => {
				const value = request.headers[name];
				return typeof value === 'string' ? [[name, value]] : [];
			}),
		);
		const reply = await fetch(this.#origin + url, { headers });
		const answer = {
			status: reply.status,
			headers: { 'content-type': reply.headers.get('content-type') ?? 'application/json' },
			body: Buffer.from(await reply.arrayBuffer()),
		};
		if (this.#remember && reply.ok) this.#answers.set(url, answer);
		return answer;
	}

	/** `/_bench/start?latency=40&remember=1`: from now on; `/_bench/calls`: what was asked since. */
	#control(url: URL): Calls {
		const { searchParams } = url;
		if (url.pathname === '/_bench/start') {
			this.#latencyMs = Number(searchParams.get('latency') ?? 0);
			this.#remember = searchParams.get('remember') !== '0';
			this.#calls = { byPath: {}, calls: 0, mostOverlapping: 0, urls: [] };
		}
		return this.#calls;
	}
}
