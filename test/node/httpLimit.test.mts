import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sendDirectly, sendTest } from '../../nodes/shared/http/direct';
import type { BodyReader } from '../../nodes/shared/http';
import { PayslipScanner } from '../../nodes/Nmbrs/payroll/payslipScanner';
import { BulkReader } from '../../nodes/shared/soap';
import { failureOf, opened, READ, setup, track } from '../support/httpBench.mts';
import { startServer } from '../support/httpServer.mts';
import { credentialTestContext, errorOf, oauthCredential, runAfas } from './afas.helper.mts';
import { runNode } from './alleo.helper.mts';
import { fakeContext } from '../support/fakeContext.mts';

/** An answer is read to a limit, counted as it comes out of the unpacking, and no further. */

const MB = 1024 * 1024;

let written = 0;
let closed = 0;
beforeEach(() => {
	written = 0;
	closed = 0;
});

/** Goes on for as long as somebody reads: without a limit a request for it never ends. */
function* endless(): Generator<Buffer> {
	const piece = Buffer.alloc(64 * 1024, ' ');
	for (;;) {
		written += piece.length;
		yield piece;
	}
}

async function flood(response: ServerResponse, status = 200, packed = true): Promise<void> {
	response.on('close', () => void (closed += 1));
	response.writeHead(status, {
		'content-type': 'application/json',
		...(packed ? { 'content-encoding': 'gzip' } : {}),
	});
	const from = Readable.from(endless());
	await (packed ? pipeline(from, createGzip(), response) : pipeline(from, response)).catch(
		() => undefined, // hung up on, as it should be
	);
}

describe('the transport', () => {
	test.each([
		['as it is', false],
		['packed a thousand times smaller', true],
	])(
		'an endless answer, %s, ends at the limit and is not asked for again',
		async (_name, packed) => {
			const { transport, server } = track(
				await setup(async (_request, response) => await flood(response, 200, packed), {
					maxAnswerBytes: MB,
				}),
			);
			expect(await failureOf(transport, READ)).toMatchObject({
				code: 'ANSWER_TOO_BIG',
				limitMb: 1,
				attempts: 1,
				detail: 'GET /people: more than 1 MB',
			});
			expect(server.seen).toHaveLength(1);
			await new Promise((resolve) => setTimeout(resolve, 200));
			expect(closed).toBe(1);
		},
	);

	test('up to the limit it is an answer', async () => {
		const text = `[${' '.repeat(MB - 2)}]`;
		const { transport } = track(
			await setup((_request, response) => void response.end(text), { maxAnswerBytes: MB }),
		);
		const result = await transport.send(READ);
		expect(result.ok && result.response.text.length).toBe(MB);
	});

	test('what is read piece by piece may be more, but not without end, and nothing of it is kept', async () => {
		let read = 0;
		const reader = (): BodyReader => ({
			text: '',
			damaged: false,
			write: (bytes) => void (read += bytes.length),
			end: () => undefined,
		});
		const { transport } = track(
			await setup(async (_request, response) => await flood(response), { maxAnswerBytes: MB }),
		);
		const { code } = await failureOf(transport, { ...READ, reader });
		expect(code).toBe('ANSWER_TOO_BIG');
		expect(read).toBeGreaterThan(8 * MB);
		expect(read).toBeLessThanOrEqual(16 * MB);
	});

	test('a report that never begins is held to the limit of what is kept', async () => {
		const sink = { write: () => true, end: () => undefined };
		const reader = (type: string): BulkReader => new BulkReader(type, 'Content', sink);
		const { transport } = track(
			await setup(async (_request, response) => await flood(response), { maxAnswerBytes: MB }),
		);
		expect((await failureOf(transport, { ...READ, reader })).limitMb).toBe(1);
	});

	test('a refusal that never ends is a refusal all the same', async () => {
		const { transport } = track(
			await setup(async (_request, response) => await flood(response, 401)),
		);
		const failure = await failureOf(transport, READ);
		expect(failure).toMatchObject({ code: 'UNAUTHORIZED', detail: 'GET /people: 401' });
		expect(written).toBeLessThan(200 * MB);
	});
});

describe('beside the transport', () => {
	const request = async () => {
		const server = await startServer(async (_request, response) => await flood(response));
		opened(server);
		return { method: 'GET', url: server.url, headers: {}, timeoutMs: 20_000 } as const;
	};

	test('a token request', async () => {
		const { context } = fakeContext();
		const sent = sendDirectly(context.helpers, await request());
		await expect(sent).rejects.toMatchObject({ code: 'ANSWER_TOO_BIG' });
	});

	test('a credential test', async () => {
		const sent = sendTest(credentialTestContext().helpers, await request());
		await expect(sent).rejects.toMatchObject({ code: 'ANSWER_TOO_BIG' });
	});
});

test('the credential sets the limit, and the error says what to do', async () => {
	const server = await startServer(async (request, response) => {
		if (!request.url.includes('token')) return await flood(response);
		response.setHeader('content-type', 'application/json');
		response.end('{"access_token":"token-0123456789","expires_in":60}');
	});
	opened(server);
	const credential = { ...oauthCredential(server.url), maxAnswerMb: 2 };
	const afas = await errorOf(runAfas({ baseUrl: server.url, oauth: true, credential }));
	expect(afas.message).toBe('AFAS Profit sent an answer of more than 2 MB; the rest was not read.');
	expect(afas.description).toContain('Largest Answer (MB)');
	const parameters = { resource: 'company', operation: 'getAll' };
	const alleo = await errorOf(runNode({ baseUrl: server.url, parameters }));
	expect(alleo.message).toBe('Alleo sent an answer of more than 128 MB; the rest was not read.');
}, 60_000);

describe('a report in which one thing never ends', () => {
	const scan = (start: string, piece: string): PayslipScanner => {
		const scanner = new PayslipScanner({ line: () => true, reservation: () => true });
		let pieces = 0;
		for (let more = scanner.write(start); more && pieces < 2000; pieces++) {
			more = scanner.write(piece);
		}
		expect(pieces).toBeLessThan(2000);
		return scanner;
	};

	test.each([
		['a text', '<r><payslip><value>', 'x'.repeat(10_000)],
		['a text in pieces', '<r><payslip><value>', `<![CDATA[${'x'.repeat(10_000)}]]>`],
		['an attribute', '<r a="', 'x'.repeat(10_000)],
		['a comment', '<r><!--', 'x'.repeat(10_000)],
		['the name of an element', '<', 'x'.repeat(10_000)],
	])('%s', (_name, start, piece) => {
		expect(scan(start, piece).problem).toBe('one text of more than a million characters');
	});

	test('payslips', () => {
		expect(scan('<r>', '<payslip/>'.repeat(1000)).problem).toContain('more than a million');
	});
});
