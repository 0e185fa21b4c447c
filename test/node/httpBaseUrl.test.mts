import { resolveBaseUrl } from '../../nodes/shared/baseUrl';

const OWN = 'https://api.nmbrs.nl';
const STRIP = [/\/soap(\/v3)?$/i];

describe('an accepted base URL', () => {
	test.each([
		['', OWN],
		['   ', OWN],
		[undefined, OWN],
		['https://api.nmbrs.nl', OWN],
		['https://api.nmbrs.nl/', OWN],
		['https://api.nmbrs.nl/soap/v3', OWN],
		['https://api.nmbrs.nl/soap/v3/', OWN],
		['https://api.nmbrs.nl/SOAP/v3//', OWN],
		['https://proxy.example.nl/nmbrs/soap/v3', 'https://proxy.example.nl/nmbrs'],
		['http://localhost:8080', 'http://localhost:8080'],
		['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
		['http://[::1]:8080/soap/v3', 'http://[::1]:8080'],
	])('%p becomes %s', (given, expected) => {
		expect(resolveBaseUrl(given, OWN, { strip: STRIP })).toEqual({ ok: true, value: expected });
	});
});

describe('a refused base URL', () => {
	test.each([
		['api.nmbrs.nl', 'full URL'],
		['http://api.nmbrs.nl', 'https'],
		['http://localhost.example.nl', 'https'],
		['http://127.0.0.1.example.nl', 'https'],
		['http://192.168.1.10', 'https'],
		['ftp://api.nmbrs.nl', 'https'],
		['https://user:pass@api.nmbrs.nl', 'user name'],
		['https://api.nmbrs.nl/?a=b', '"?"'],
		['https://api.nmbrs.nl/#x', '"#"'],
	])('%s', (given, problem) => {
		const result = resolveBaseUrl(given, OWN, { strip: STRIP });
		expect(result).toMatchObject({ ok: false, problem: { code: 'BASE_URL_INVALID' } });
		expect(JSON.stringify(result)).toContain(JSON.stringify(problem).slice(1, -1));
	});
});
