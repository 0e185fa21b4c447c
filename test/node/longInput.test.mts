import { say } from '../../core/explain/text';
import { bareDomain } from '../../nodes/Nmbrs/api/soap/authHeader';
import { resolveBaseUrl } from '../../nodes/shared/baseUrl';
import { items, parseXml } from '../../nodes/shared/soap';
import { opened } from '../support/httpBench.mts';
import { startServer } from '../support/httpServer.mts';
import { errorOf, oauthCredential, runAfas } from './afas.helper.mts';

/**
 * Outside text of a million characters is gone through once. Where each character was looked at again
 * from every other one, these take hours, so jest's own limit of a test is the sign.
 */

const LONG = 1_000_000;

test('an address that ends in slashes', () => {
	const address = `https://x.example${'/'.repeat(LONG)}`;
	expect(resolveBaseUrl(address, '')).toEqual({ ok: true, value: 'https://x.example' });
	expect(resolveBaseUrl(`${address}a`, '').ok).toBe(true);
});

test('a domain of marks and line breaks', () => {
	expect(bareDomain(`voorbeeld${'/'.repeat(LONG)}\nx`)).toBe('voorbeeld');
	expect(bareDomain(`voorbeeld${'/\n'.repeat(LONG / 2)}`)).toBe('voorbeeld');
});

test('a name of spaces in an explanation', () => {
	const params = { date: `a${' '.repeat(LONG)}b\nc` };
	expect(say('en')('offboarded', params)).toBe(`Off-boarded on a${' '.repeat(LONG)}b c.`);
	expect(say('en')('offboarded', { date: '\n \n'.repeat(LONG / 10) })).toBe('Off-boarded on  .');
});

test.each([
	['elements in each other', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
	['tags that never end', '<a '.repeat(100_000)],
	['an entity of entities', '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&d;&d;">]><a>&b;</a>'],
])('XML of %s is refused', (_name, xml) => {
	expect(parseXml(xml).ok).toBe(false);
});

test.each([
	['one text', `<a>${'x'.repeat(30 * LONG)}</a>`, 'one text of more than a million characters'],
	['entities', `<a>${'&amp;'.repeat(6 * LONG)}</a>`, 'one text of more than a million characters'],
	[
		'one attribute',
		`<a b="${'x'.repeat(30 * LONG)}"/>`,
		'one text of more than a million characters',
	],
	['a tail', `<a/>${' '.repeat(30 * LONG)}<b/>`, 'one text of more than a million characters'],
	['empty elements', `<a>${'<b/>'.repeat(7 * LONG)}</a>`, 'more than six million tags'],
])(
	'XML of %s, as much as an answer may be, is refused before it is gone through',
	(_n, xml, why) => {
		expect(parseXml(xml)).toEqual({ ok: false, problem: why });
	},
);

test('a list of twenty thousand people is none of that', () => {
	const one =
		'<Employee><Id>700012</Id><Number>12</Number><DisplayName>N. Testen</DisplayName></Employee>';
	const read = parseXml(`<List>${one.repeat(20_000)}</List>`, ['Employee']);
	expect(read.ok && items(read.value['List'], 'Employee').length).toBe(20_000);
});

test('JSON of a hundred thousand levels is an answer that cannot be read', async () => {
	const deep = '['.repeat(100_000) + ']'.repeat(100_000);
	const server = await startServer((request, response) => {
		response.setHeader('content-type', 'application/json');
		if (request.url.includes('token')) {
			response.end('{"access_token":"token-0123456789","expires_in":60}');
		} else if (request.url.includes('/connectors/')) {
			response.end(`{"skip":0,"take":100,"rows":[{"EmployeeId":"1","Name":${deep}}]}`);
		} else response.end(deep);
	});
	opened(server);
	const credential = oauthCredential(server.url);
	const { message } = await errorOf(runAfas({ baseUrl: server.url, oauth: true, credential }));
	expect(message).not.toMatch(/stack|RangeError/i);
});
