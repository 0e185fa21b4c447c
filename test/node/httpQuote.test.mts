import { redact, quoteLine, type ApiRequest } from '../../nodes/shared/http';
import { sentTexts } from '../../nodes/shared/http/sent';
import { connectN8n, type N8nClient } from '../../nodes/shared/n8nApi';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { fakeContext } from '../support/fakeContext.mts';
import { failureOf, READ, setup, track } from '../support/httpBench.mts';
import { json, startServer, type TestServer } from '../support/httpServer.mts';

/** An answer may repeat what it was sent. Whatever is shown or logged of it holds nothing of that. */

const TOKEN = 'Kx93/TQ+vbn7Lw=2mZr8Yp4Hd6Sg1Jf5Qc0Ua-Ei_Ok~Wt.Xl!Vy#Nq$Rz%Bs^4';

/** No six characters in a row of the secret are left. */
function expectNothingOf(secret: string, line: string): void {
	for (let at = 0; at + 8 <= secret.length; at++) {
		expect(line).not.toContain(secret.slice(at, at + 8));
	}
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const FORMS: ReadonlyArray<[string, (token: string) => string]> = [
	['as it is', (token) => token],
	['cut at its end', (token) => token.slice(0, 46)],
	['cut at its start', (token) => token.slice(18)],
	['in capitals', (token) => token.toUpperCase()],
	['in a URL', encodeURIComponent],
	['in JSON', (token) => JSON.stringify({ token })],
	['in XML', (token) => token.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
	['in base64', base64],
	['in base64 after a name', (token) => base64(`me:${token}`)],
	['in base64 after another', (token) => base64(`u:${token}`)],
];

test.each(FORMS)('a secret that comes back %s is taken out', (_name, form) => {
	const line = quoteLine(`The value ${form(TOKEN)} is refused`, [TOKEN]);
	expect(line).toMatch(/^The value .*\[redacted\]/);
	expectNothingOf(TOKEN, line);
	expectNothingOf(base64(TOKEN).replace(/.{4}$/, ''), line);
});

test('at whatever place the quote is cut, no part of the secret is in it', () => {
	for (let before = 150; before < 200; before++) {
		expectNothingOf(TOKEN, quoteLine(`${'w '.repeat(before / 2)}${TOKEN}`, [TOKEN]));
	}
	for (let before = 3900; before < 4010; before += 7) {
		const text = `${'[x] '.repeat(before / 4)}${TOKEN} and more`;
		expectNothingOf(TOKEN, redact(text, [TOKEN]));
	}
});

test('a short value is taken out as a word, and other words stay', () => {
	expect(quoteLine('Jan may not; January may', ['Jan'])).toBe('[redacted] may not; January may');
});

test('a text without a Unicode partner is no reason to fail', () => {
	expect(quoteLine('The value \ud800abc is refused', ['\ud800abc'])).toContain('is refused');
});

test('everything that was sent counts: body at any depth, form, query, own headers', () => {
	const request: ApiRequest = {
		...READ,
		query: 'filter=J%C3%A1n+de+Vries&skip=10',
		body: { name: 'credential name', data: { token: 'tok', list: [{ bsn: 123456782 }] } },
		headers: { 'X-Own': 'header secret', Accept: 'application/json' },
	};
	const texts = sentTexts(request, { 'X-Subscription-Key': 'subscription' });
	expect(texts).toEqual(
		expect.arrayContaining([
			'Ján de Vries',
			'credential name',
			'tok',
			'123456782',
			'header secret',
			'subscription',
		]),
	);
	expect(texts).not.toContain('application/json');
	expect(sentTexts({ ...READ, body: 'client_secret=a%26b' })).toContain('a&b');
});

/** Of any length a text is looked at for the same number of characters, so no pattern can be slow. */
test.each([
	['eyJ-', 'eyJ-'],
	['token=', 'token='],
	['<Token>', '<Token>'],
	['1 ', '1 '],
	['a@', 'a@'],
	['Bearer ', 'Bearer '],
])('%s, two hundred thousand times, is no more work than a few', (_name, piece) => {
	const line = redact(piece.repeat(200_000), [piece.repeat(1000)]);
	expect(line.length).toBeLessThanOrEqual(4000);
});

test('a JSON web token is taken out, also without its end', () => {
	expect(redact('sent eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. here')).toBe('sent [redacted] here');
	expect(redact('sent eyJhbGciOiJub25lIn0 here')).toBe('sent [redacted] here');
});

describe('the transport', () => {
	test.each([400, 429, 503])('a %i that repeats the request', async (status) => {
		const { transport, log } = track(
			await setup(
				(request, response) => {
					const { data } = JSON.parse(request.body) as { data: { token: string } };
					json(response, { message: `data.token "${data.token.slice(0, 46)}" unknown` }, status);
				},
				{ retryBudget: { attempts: 2, totalWaitMs: 10_000 } },
			),
		);
		const request = { ...READ, method: 'POST', body: { data: { token: TOKEN } } } as const;
		const sent = await transport.send(request);
		const line = sent.ok ? sent.response.quote(sent.response.text) : sent.failure.detail;
		expect(line).toContain('unknown');
		for (const text of [line, ...log]) expectNothingOf(TOKEN, text);
	});

	test('a 401 that repeats the token', async () => {
		const { transport } = track(
			await setup(
				(_request, response) => json(response, { message: `no such token ${TOKEN}` }, 401),
				{ secrets: [TOKEN] },
			),
		);
		const { detail } = await failureOf(transport, READ);
		expect(detail).toContain('401 no such token');
		expectNothingOf(TOKEN, detail);
	});
});

describe('n8n refuses a credential and repeats its value', () => {
	let server: TestServer;
	let message: string;
	beforeAll(async () => {
		server = await startServer((_request, response) => json(response, { message }, 400));
	});
	afterAll(async () => await server.close());

	const client = async (): Promise<N8nClient> => {
		const data = { baseUrl: server.url, apiKey: 'api-key-0123456789', signingKey: 's'.repeat(40) };
		const { context } = fakeContext({
			credentials: { alleoN8nApi: { data, type: new AlleoN8nApi() } },
		});
		const connected = await connectN8n(context);
		if (!connected.ok) throw new Error(connected.problem.code);
		return connected.value.client;
	};

	// The message that put 46 of 64 characters into the log: cut first, redacted after.
	test.each([0, 100, 130, 154, 190])('%i characters into its message', async (before) => {
		const token = 'A1b2C3d4'.repeat(8).replace(/C3/g, () => 'Zq');
		message = `${'x '.repeat(before / 2)}request/body/data/token must match "${token}"`;
		const made = await (
			await client()
		).createCredential('Bakkerij Van Dijk', 'afasTokenApi', {
			token,
			username: 'beheer@bakkerij.example',
		});
		if (made.ok) throw new Error('expected a refusal');
		expect(made.problem.code).toBe('N8N_REFUSED');
		expectNothingOf(token, made.problem.detail);
	});
});
