import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock.mts';
import { retryAfterHeader } from './faults.mts';
import type { Fault, FaultKind, FaultSwitches } from './faults.mts';
import type { LogEntry, RequestLog } from './log.mts';
import { alterPage, pageKey } from './pageFaults.mts';
import type { PageMemory } from './pageFaults.mts';

/** Puts the request log and the fault switches around every route of a stand-in. */

export interface InjectOptions {
	log: RequestLog;
	faults: FaultSwitches;
	clock: Clock;
	/** The vendor's body for a status, as JSON text. */
	errorBody: (status: number) => string;
	expireTokens: () => void;
	/** Whether a call changes something at the vendor. */
	isWrite: (method: string, template: string) => boolean;
}

declare module 'fastify' {
	interface FastifyRequest {
		/** The entry of this call in the request log; absent on control calls. */
		sandbox: { entry: LogEntry; faults: Fault[] } | null;
	}
}

const STALL_MS = 600_000;
const PAGE_KINDS: ReadonlySet<FaultKind> = new Set<FaultKind>([
	'truncatedPage',
	'emptyPage',
	'repeatedPage',
	'shrunkTotals',
	'vanished',
]);

const HTML = '<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `/companies/:company_id` -> `/companies/{company_id}`. */
const templateOf = (request: FastifyRequest): string =>
	(request.routeOptions.url ?? request.url.split('?')[0] ?? '').replace(/:(\w+)/g, '{$1}');

const find = (request: FastifyRequest, kind: FaultKind): Fault | undefined =>
	request.sandbox?.faults.find((fault) => fault.kind === kind);

const cut = (reply: FastifyReply): FastifyReply => {
	reply.hijack();
	reply.raw.socket?.destroy();
	return reply;
};

function sendStatus(reply: FastifyReply, fault: Fault, options: InjectOptions): FastifyReply {
	const status = fault.status ?? 503;
	const retryAfter = retryAfterHeader(fault, options.clock.now());
	if (retryAfter !== null) void reply.header('retry-after', retryAfter);
	const body = fault.body ?? options.errorBody(status);
	const json = body.startsWith('{') || body.startsWith('[');
	void reply.header('content-type', json ? 'application/json' : 'text/html');
	return reply.code(status).send(body);
}

async function before(
	request: FastifyRequest,
	reply: FastifyReply,
	options: InjectOptions,
): Promise<FastifyReply | undefined> {
	const latency = find(request, 'latency');
	if (latency !== undefined) await wait(latency.ms ?? 100);
	const stall = find(request, 'stall');
	if (stall !== undefined) {
		reply.hijack();
		setTimeout(() => reply.raw.socket?.destroy(), stall.ms ?? STALL_MS).unref();
		return reply;
	}
	if (find(request, 'drop') !== undefined) return cut(reply);
	if (find(request, 'expiredToken') !== undefined) options.expireTokens();
	const status = find(request, 'status');
	if (status !== undefined) return sendStatus(reply, status, options);
	const html = find(request, 'html');
	if (html !== undefined) {
		return reply
			.code(html.status ?? 200)
			.header('content-type', 'text/html')
			.send(html.body ?? HTML);
	}
	const vanished = find(request, 'vanished');
	if (vanished !== undefined && request.url.includes(`/${vanished.value ?? ''}/`)) {
		return sendStatus(reply, { ...vanished, status: 404 }, options);
	}
	return undefined;
}

function after(
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
	memory: PageMemory,
	options: InjectOptions,
): unknown {
	if (request.sandbox === null) return payload;
	if (find(request, 'dropAfter') !== undefined) {
		reply.raw.socket?.destroy();
		return payload;
	}
	const late = find(request, 'statusAfter');
	if (late !== undefined) {
		reply.code(late.status ?? 500);
		const retryAfter = retryAfterHeader(late, options.clock.now());
		if (retryAfter !== null) void reply.header('retry-after', retryAfter);
		return late.body ?? options.errorBody(late.status ?? 500);
	}
	if (typeof payload !== 'string' || request.method !== 'GET' || reply.statusCode !== 200) {
		return payload;
	}
	const faults = request.sandbox.faults.filter((fault) => PAGE_KINDS.has(fault.kind));
	const altered = faults.length === 0 ? payload : alterPage(payload, request.url, faults, memory);
	memory.set(pageKey(request.url), payload);
	const truncated = find(request, 'truncatedJson');
	return truncated === undefined ? altered : altered.slice(0, Math.floor(altered.length / 2));
}

export function installFaults(app: FastifyInstance, options: InjectOptions): void {
	const memory: PageMemory = new Map();
	app.decorateRequest('sandbox', null);
	app.addHook('onRequest', async (request, reply) => {
		if (request.url.startsWith('/_control')) return undefined;
		const started = performance.now();
		const entry = options.log.begin(request.method, request.url);
		entry.template = templateOf(request);
		entry.write = options.isWrite(request.method, entry.template);
		const faults = options.faults.take(request.method, request.url);
		entry.faults = faults.map((fault) => fault.kind);
		request.sandbox = { entry, faults };
		reply.raw.once('close', () => {
			const status = reply.raw.writableFinished ? reply.raw.statusCode : null;
			options.log.end(entry, status, Math.round(performance.now() - started));
		});
		return before(request, reply, options);
	});
	app.addHook('onSend', async (request, reply, payload) =>
		after(request, reply, payload, memory, options),
	);
}
