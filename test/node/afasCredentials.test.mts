import { readFileSync } from 'node:fs';
import { afasBaseUrl } from '../../nodes/Afas/api/baseUrl';
import { classicAuthorization, classicTokenXml } from '../../nodes/Afas/api/classicToken';
import { environmentNumber } from '../../nodes/Afas/api/environment';
import { readTokenAnswer } from '../../nodes/Afas/api/oauthToken';
import { attackOf } from '../support/hostileTexts.mts';
import { errorOf, runAfas, tokenCredential } from './afas.helper.mts';

const VECTOR: { token: string; authorization: string } = JSON.parse(
	readFileSync(new URL('../fixtures/afas/auth-classic-token.json', import.meta.url), 'utf8'),
);
const DATA = /<data>(.*)<\/data>/.exec(VECTOR.token)?.[1] ?? '';
const BASE64 = Buffer.from(VECTOR.token).toString('base64');

describe('classic token', () => {
	test.each([
		['the whole text', VECTOR.token],
		['with line breaks from copying', VECTOR.token.replace('<data>', '\n <data>\r\n')],
		['escaped by a mail program', VECTOR.token.replace(/</g, '&lt;').replace(/>/g, '&gt;')],
		['the bare value', DATA],
		['the bare value with spaces', ` ${DATA.slice(0, 32)}\n${DATA.slice(32)} `],
		['Base64 of the text', BASE64],
		['Base64 over lines', `${BASE64.slice(0, 76)}\n${BASE64.slice(76)}`],
		['Base64 without padding', BASE64.replace(/=+$/, '')],
		['encoded twice', Buffer.from(BASE64).toString('base64')],
		['the whole header', VECTOR.authorization],
		['with the name of the header', `Authorization: ${VECTOR.authorization}`],
	])('%s gives the header of the vendor', (_name, given) => {
		const xml = classicTokenXml(given);
		expect(xml).toBe(VECTOR.token);
		expect(classicAuthorization(xml ?? '')).toBe(VECTOR.authorization);
	});

	test.each([
		'',
		'geheim',
		DATA.slice(1),
		'<token><data></data></token>',
		'YWJj',
		`x${VECTOR.token}`,
		`${VECTOR.token}x`,
		`<x>${VECTOR.token}</x>`,
		`<data>${DATA}</data>`,
		VECTOR.token.replace(DATA, `${DATA}0`),
		VECTOR.token.replace(DATA, `${DATA.slice(1)}{`),
		VECTOR.token.replace('<version>', '<version>x'),
		attackOf(DATA),
		Buffer.from(attackOf(DATA)).toString('base64'),
		`={{ "${DATA}" }}`,
		`=${VECTOR.token}`,
		`${VECTOR.token}${' '.repeat(5000)}`,
		undefined,
		null,
		42,
	])('%p is refused', (given) => {
		expect(classicTokenXml(given)).toBeNull();
	});

	test('an unusable token stops before anything is sent', async () => {
		const { description } = await errorOf(
			runAfas({
				baseUrl: '',
				credential: { ...tokenCredential('http://127.0.0.1:9'), token: 'geheim' },
			}),
		);
		expect(description).toContain('AFAS_TOKEN_UNREADABLE');
		expect(description).not.toContain('geheim');
	});
});

describe('environment', () => {
	test.each([
		['12345', '12345'],
		['O12345AA', '12345'],
		['t12345aa', '12345'],
		[' 123456 ', '123456'],
		['A 12345 AB', '12345'],
		[12345, '12345'],
		['1234', null],
		['1234567', null],
		['12345-2', null],
		['=12345', null],
		['1a2b3c4d5', null],
		['O12345AA O12345AA', null],
		[`${' '.repeat(1_000_000)}12345`, null],
		['', null],
		[undefined, null],
	])('%p is %p', (given, expected) => {
		expect(environmentNumber(given)).toBe(expected);
	});

	const url = (credential: Record<string, string>) => {
		const result = afasBaseUrl(credential);
		return result.ok ? result.value : result.problem.code;
	};

	test.each([
		[
			{ environmentNumber: 'O12345AA', environment: 'production' },
			'https://12345.rest.afas.online/ProfitRestServices',
		],
		[
			{ environmentNumber: '12345', environment: 'test' },
			'https://12345.resttest.afas.online/ProfitRestServices',
		],
		[
			{ environmentNumber: '12345', environment: 'accept' },
			'https://12345.restaccept.afas.online/ProfitRestServices',
		],
		[{ environmentNumber: '', environment: 'test' }, 'AFAS_ENVIRONMENT_NUMBER_INVALID'],
		[{ environmentNumber: '12345', environment: 'cursus' }, 'SETTING_INVALID'],
		[
			{ environmentNumber: '12345', baseUrl: 'https://12345.rest.afas.online' },
			'https://12345.rest.afas.online/ProfitRestServices',
		],
		[
			{ environmentNumber: '12345', baseUrl: 'https://12345.rest.afas.online/profitrestservices/' },
			'https://12345.rest.afas.online/profitrestservices',
		],
		[
			{
				environmentNumber: '12345',
				baseUrl: 'https://12345.rest.afas.online/ProfitRestServices/metainfo',
			},
			'https://12345.rest.afas.online/ProfitRestServices',
		],
		[
			{
				environmentNumber: '12345',
				baseUrl: 'https://12345.rest.afas.online/ProfitRestServices/connectors/Profit_Employees',
			},
			'https://12345.rest.afas.online/ProfitRestServices',
		],
		[
			{ environmentNumber: '', baseUrl: 'http://localhost:3000/ProfitRestServices' },
			'http://localhost:3000/ProfitRestServices',
		],
		[{ environmentNumber: '12345', baseUrl: 'http://12345.rest.afas.online' }, 'BASE_URL_INVALID'],
		[{ environmentNumber: '12345', baseUrl: 'http://localhost.example.com' }, 'BASE_URL_INVALID'],
		[{ environmentNumber: '12345', baseUrl: 'ftp://x' }, 'BASE_URL_INVALID'],
	])('%o gives %s', (credential, expected) => {
		expect(url(credential as unknown as Record<string, string>)).toBe(expected);
	});
});

describe('answers of the token endpoint', () => {
	test.each([
		['expires_in as text', { access_token: 'x', expires_in: '3600', refresh_token: null }],
		['expires_in as number', { access_token: 'x', expires_in: 3600 }],
		['no expires_in', { access_token: 'x' }],
		['a useless expires_in', { access_token: 'x', expires_in: 'soon' }],
	])('%s', (_name, body) => {
		expect(readTokenAnswer(200, JSON.stringify(body))).toEqual({ ok: true, value: 'x' });
	});

	test.each([
		['invalid_client', 400, '{"error":"invalid_client"}', 'AFAS_OAUTH_REFUSED'],
		['401', 401, '', 'AFAS_OAUTH_REFUSED'],
		['DPoP', 400, '{"error":"use_dpop_nonce"}', 'AFAS_OAUTH_DPOP'],
		['a refused address', 403, '', 'AFAS_ADDRESS_REFUSED'],
		['success without a token', 200, '{}', 'AFAS_OAUTH_ANSWER'],
		['HTML', 200, '<html>', 'AFAS_OAUTH_ANSWER'],
		['a token that n8n would run', 200, '{"access_token":"={{ 1 }}"}', 'AFAS_OAUTH_ANSWER'],
		['a token with a line break', 200, '{"access_token":"a\\nb"}', 'AFAS_OAUTH_ANSWER'],
		['maintenance', 503, '{"retry_after":60}', 'AFAS_MAINTENANCE'],
		['throttling', 429, '', 'AFAS_RATE_LIMITED'],
		['a server error', 500, '{"externalMessage":"x"}', 'AFAS_OAUTH_ANSWER'],
	])('%s', (_name, status, text, code) => {
		expect(readTokenAnswer(status, text)).toMatchObject({ ok: false, problem: { code } });
	});
});
