import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport, PieceDecoder, type BodyReader } from '../../nodes/shared/http';
import { fakeContext } from '../support/fakeContext.mts';
import { startServer, type TestServer } from '../support/httpServer.mts';

/** Answers that are read while they come. */

let server: TestServer;
let answer: (response: ServerResponse, call: number) => void;
let closed = 0;
let call = 0;
beforeAll(async () => {
	server = await startServer((_request, response) => {
		response.on('close', () => void (closed += response.writableFinished ? 0 : 1));
		answer(response, call++);
	});
});
afterAll(async () => await server.close());
beforeEach(() => {
	closed = 0;
	call = 0;
});

/** Keeps the text and how many pieces it came in. */
class Kept implements BodyReader {
	text = '';
	pieces = 0;
	ended = 0;
	readonly #decoder: PieceDecoder;

	constructor(contentType: string) {
		this.#decoder = new PieceDecoder(contentType);
	}

	get damaged(): boolean {
		return this.#decoder.damaged;
	}

	write(bytes: Uint8Array): void {
		this.pieces += 1;
		this.text += this.#decoder.push(bytes);
	}

	end(): void {
		this.ended += 1;
		this.text += this.#decoder.end();
	}
}

/** A wait that ends when nobody waits for it any more. */
const sleep = async (ms: number, signal?: AbortSignal): Promise<void> =>
	await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);

const read = async (timeoutMs = 30_000) => {
	const { context } = fakeContext({ credentials: { testApi: { data: {} } } });
	const readers: Kept[] = [];
	const transport = createTransport(context, {
		vendor: 'nmbrs',
		baseUrl: server.url,
		credentialType: 'testApi',
		allow: [{ method: 'GET', template: '/big' }],
		concurrency: 1,
		timeoutMs,
		clock: { sleep: async (ms, signal) => await sleep(Math.min(ms, timeoutMs), signal) },
	});
	const result = await transport.send({
		method: 'GET',
		path: '/big',
		template: '/big',
		retry: 'read',
		retryTimeouts: false,
		reader: (contentType) => {
			const reader = new Kept(contentType);
			readers.push(reader);
			return reader;
		},
	});
	return { result, readers };
};

test('what comes in pieces is read in pieces, letters that are cut in two included', async () => {
	const text = 'é€🎉'.repeat(20_000);
	answer = (response) => {
		response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' });
		const bytes = Buffer.from(text);
		response.write(bytes.subarray(0, 100_001));
		setTimeout(() => response.end(bytes.subarray(100_001)), 20);
	};
	const { result, readers } = await read();
	expect(result.ok && result.response.text === text).toBe(true);
	expect(readers).toHaveLength(1);
	expect(readers[0]?.pieces).toBeGreaterThan(1);
	expect(readers[0]).toMatchObject({ ended: 1, damaged: false });
});

test('an answer that is dropped half way is asked for again, by a fresh reader', async () => {
	answer = (response, at) => {
		response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 10 });
		if (at > 0) response.end('0123456789');
		else response.write('01234', () => response.destroy());
	};
	const { result, readers } = await read();
	expect(result).toMatchObject({ ok: true, response: { text: '0123456789' } });
	expect(readers).toHaveLength(2);
	expect(readers[0]?.ended).toBe(0);
});

test('an error status keeps its text', async () => {
	answer = (response) => {
		response.writeHead(404, { 'content-type': 'text/plain' });
		response.end('no such thing');
	};
	const { result } = await read();
	expect(result).toMatchObject({ ok: true, response: { status: 404, text: 'no such thing' } });
});

test('bytes that are not of the declared encoding are noticed', async () => {
	answer = (response) => {
		response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
		response.end(Buffer.from([0x61, 0xff, 0x62]));
	};
	const { result } = await read();
	expect(result).toMatchObject({ ok: true, response: { damaged: true } });
});

test('an answer that stops half way ends at the deadline, and its connection is closed', async () => {
	answer = (response) => {
		response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 10 });
		response.write('01234');
	};
	const { result, readers } = await read(300);
	expect(result).toMatchObject({ ok: false, failure: { code: 'TIMEOUT' } });
	expect(readers[0]?.ended).toBe(0);
	for (let tries = 0; tries < 50 && closed === 0; tries += 1) await wait(20);
	expect(closed).toBe(1);
});
