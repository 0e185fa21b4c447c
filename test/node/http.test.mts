import type { ApiRequest } from '../../nodes/shared/http';
import { failureOf, opened, READ, setup, textOf, track } from '../support/httpBench.mts';
import { quoteLine, redact } from '../../nodes/shared/http';
import { classifyError } from '../../nodes/shared/http/classify';
import { json, startServer } from '../support/httpServer.mts';

describe('answers', () => {
	test('the body arrives as raw text, with lower-case headers and the status', async () => {
		const { transport } = track(
			await setup((_request, response) =>
				json(response, '{"cut": [1, 2', 200, { 'X-Thing': 'Yes' }),
			),
		);
		const result = await transport.send(READ);
		expect(result).toMatchObject({
			ok: true,
			response: {
				status: 200,
				text: '{"cut": [1, 2',
				headers: { 'x-thing': 'Yes' },
				damaged: false,
			},
		});
	});

	test.each([
		['utf-8', 'application/json', Buffer.from('Zoë 😀 אבג', 'utf8'), 'Zoë 😀 אבג'],
		['utf-8 with a byte order mark', 'application/json', Buffer.from('\uFEFFZoë', 'utf8'), 'Zoë'],
		['windows-1252', 'text/xml; charset=windows-1252', Buffer.from('Zo\xeb', 'latin1'), 'Zoë'],
		['utf-16', 'application/json', Buffer.from('\uFEFFZoë', 'utf16le'), 'Zoë'],
		[
			'an XML declaration',
			'text/xml',
			Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>Zo\xeb</a>', 'latin1'),
			'<?xml version="1.0" encoding="iso-8859-1"?><a>Zoë</a>',
		],
	])('reads %s', async (_name, type, bytes, expected) => {
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(200, { 'content-type': type });
				response.end(bytes);
			}),
		);
		expect(await textOf(transport, READ)).toBe(expected);
	});

	test('bytes that do not fit the encoding are reported, not passed on silently', async () => {
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
				response.end(Buffer.from('{"name":"Zo\xeb"}', 'latin1'));
			}),
		);
		expect(await transport.send(READ)).toMatchObject({ ok: true, response: { damaged: true } });
	});

	test('a redirect is an answer, the token does not follow it', async () => {
		const elsewhere = await startServer((_request, response) => json(response, []));
		opened(elsewhere);
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(302, { location: `${elsewhere.url}/people` });
				response.end();
			}),
		);
		expect(await transport.send(READ)).toMatchObject({ ok: true, response: { status: 302 } });
		expect(elsewhere.seen).toEqual([]);
	});
});

describe('the allow-list', () => {
	const refused: Array<[string, ApiRequest]> = [
		['a method', { ...READ, method: 'PATCH' }],
		['a template', { ...READ, path: '/payslips', template: '/payslips' }],
		['a path under another template', { ...READ, path: '/payslips' }],
		['a deeper path', { ...READ, path: '/people/1/bank', template: '/people/{id}' }],
		['a path that climbs', { ...READ, path: '/people/..', template: '/people/{id}' }],
		['an encoded climb', { ...READ, path: '/people/%2e%2e', template: '/people/{id}' }],
		['an encoded slash', { ...READ, path: '/people/1%2Fbank', template: '/people/{id}' }],
		['a query in the path', { ...READ, path: '/people?x=1' }],
		[
			'a write under a read',
			{ ...READ, method: 'POST', path: '/people/1', template: '/people/{id}' },
		],
	];
	test.each(refused)('refuses %s before anything is sent', async (_name, request) => {
		const { transport, server } = track(await setup((_request, response) => json(response, [])));
		expect(await failureOf(transport, request)).toMatchObject({
			code: 'NOT_ALLOWED',
			attempts: 0,
			outcomeUnknown: false,
		});
		expect(server.seen).toEqual([]);
		expect(transport.stats.calls).toBe(0);
	});

	test('lets through what is listed', async () => {
		const { transport, server } = track(await setup((_request, response) => json(response, [])));
		await transport.send({
			...READ,
			path: '/people/7',
			template: '/people/{id}',
			query: 'a=b%20c',
		});
		expect(server.lines()).toEqual(['GET /people/7?a=b%20c']);
		expect(transport.stats).toEqual({ calls: 1, retries: 0, byTemplate: { '/people/{id}': 1 } });
	});
});

describe('pace', () => {
	test('no more requests at the same time than agreed', async () => {
		let now = 0;
		let most = 0;
		const { transport } = track(
			await setup(
				async (_request, response) => {
					now += 1;
					most = Math.max(most, now);
					await new Promise((resolve) => setTimeout(resolve, 5));
					now -= 1;
					json(response, {});
				},
				{ concurrency: 3 },
			),
		);
		await Promise.all(Array.from({ length: 20 }, async () => await transport.send(READ)));
		expect(most).toBe(3);
	});

	test('no more requests per second than agreed', async () => {
		const { transport, waits } = track(
			await setup((_request, response) => json(response, {}), {
				requestsPerSecond: 100,
				concurrency: 1,
			}),
		);
		for (let call = 0; call < 11; call += 1) await transport.send(READ);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(100, 5);
	});
});

describe('401', () => {
	test('n8n refreshes the token once and the request goes on', async () => {
		const refresh = jest.fn(async () => 'new-token');
		const { transport } = track(
			await setup(
				(request, response) =>
					request.headers.authorization === 'Bearer new-token'
						? json(response, { fine: true })
						: json(response, {}, 401),
				{},
				{
					credentials: { testApi: { data: { oauthTokenData: { access_token: 'old' } }, refresh } },
				},
			),
		);
		expect(await textOf(transport, READ)).toBe('{"fine":true}');
		expect(refresh).toHaveBeenCalledTimes(1);
	});

	test('a refused credential names what the vendor said, without the secret', async () => {
		const { transport } = track(
			await setup(
				(_request, response) =>
					json(response, { externalMessage: 'Key abc-secret-1 unknown' }, 401),
				{
					secrets: ['abc-secret-1'],
				},
			),
		);
		expect(await failureOf(transport, READ)).toMatchObject({
			code: 'UNAUTHORIZED',
			reason: 'rejected',
			status: 401,
			detail: 'GET /people: 401 Key [redacted] unknown',
		});
	});

	test('a spent refresh token is told apart from a wrong one', async () => {
		const { transport } = track(
			await setup(
				(_request, response) => json(response, {}, 401),
				{},
				{
					credentials: {
						testApi: {
							data: { oauthTokenData: { access_token: 'old' } },
							refresh: async () => {
								throw new Error('The credential "x" needs to be reconnected.');
							},
						},
					},
				},
			),
		);
		expect(await failureOf(transport, READ)).toMatchObject({
			code: 'UNAUTHORIZED',
			reason: 'reconnect',
		});
	});
});

describe('what never left', () => {
	test("the system's own limit for connecting: not sent, so even AFAS is asked again", () => {
		const cause = Object.assign(new Error('connect ETIMEDOUT 185.46.182.150:443'), {
			code: 'ETIMEDOUT',
			syscall: 'connect',
		});
		const sorted = classifyError(Object.assign(new Error('no'), { cause }), false);
		expect(sorted).toMatchObject({ kind: 'network', notSent: true });
	});
});

describe('what is told', () => {
	test('no token, e-mail address, account or service number in a detail or a log line', async () => {
		const body = {
			title: 'Refused for jan.jansen@example.nl',
			detail:
				'token=abcdef123456 Bearer abcdefghijkl NL91ABNA0417164300 BSN 123456782 at 06-12345678',
		};
		const { transport, log } = track(
			await setup((_request, response) => json(response, body, 503)),
		);
		const { detail } = await failureOf(transport, READ);
		for (const text of [detail, ...log]) {
			expect(text).not.toMatch(/jansen|abcdef|NL91|123456782|12345678/);
		}
		expect(detail).toContain('[e-mail]');
	});

	test('of a message of a megabyte only the beginning is looked at, without its last word', () => {
		expect(redact('word '.repeat(200_000)).length).toBeLessThan(4001);
		expect(quoteLine('word '.repeat(200_000), [])).toBe('word '.repeat(40).slice(0, 200));
		// Its beginning may be that of a token, which the rest would have told.
		expect(quoteLine('a'.repeat(1_000_000), [])).toBe('');
	});

	test('addresses in every position of a line', () => {
		const line = redact('x@example.nl;(y.z@sub.example.org) "q@w.nl",1@2.nl');
		expect(line).toBe('[e-mail];([e-mail]) "[e-mail]",[e-mail]');
	});

	test('an HTML page is not repeated', async () => {
		const { transport } = track(
			await setup((_request, response) => json(response, '<html>secret page</html>', 502)),
		);
		expect((await failureOf(transport, READ)).detail).toBe('GET /people: 502');
	});
});
