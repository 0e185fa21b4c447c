import { done, failed, type Result } from '../../core/model/result';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const refuse = (problem: string) => failed('BASE_URL_INVALID', { problem });

function withoutFinalSlashes(text: string): string {
	let end = text.length;
	while (text[end - 1] === '/') end -= 1;
	return text.slice(0, end);
}

const NOT_ENCRYPTED = 'it must start with https:// (http:// only for localhost)';

const isEncrypted = (url: URL): boolean =>
	url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));

/**
 * The one rule about where a secret may go: https, or http to this very machine, and no login in the
 * address itself. Every way to a vendor asks it: base URLs, the URLs of OAuth2, the credentials when they
 * sign a request, their tests, and the transport before it sends. Null when the URL is fine.
 */
export function urlProblem(given: string): string | null {
	const text = given.trim();
	if (!URL.canParse(text)) return 'it is not a full URL such as https://example.com';
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') return 'it contains a user name or password';
	return isEncrypted(url) ? null : NOT_ENCRYPTED;
}

/**
 * Another URL of a credential, to which n8n itself sends secrets: the one that gives tokens. `field` is
 * its label.
 */
export function checkUrl(field: string, given: string): Result<string> {
	const text = given.trim();
	if (text === '') return done(''); // n8n says itself that it is required
	const problem = urlProblem(text);
	return problem === null ? done(text) : refuse(`${field}: ${problem}`);
}

/**
 * The base URL to which request paths are joined, without a final slash. Empty means the vendor's
 * own. `strip` takes off a tail that people copy along, such as `/soap/v3` or `/api`. Only https,
 * and http for this very machine: a token must not travel in the clear.
 */
export function resolveBaseUrl(
	given: string | undefined,
	vendorDefault: string,
	{ strip = [] }: { strip?: readonly RegExp[] } = {},
): Result<string> {
	const text = (given ?? '').trim();
	if (text === '') return done(withoutFinalSlashes(vendorDefault));
	const problem = urlProblem(text);
	if (problem !== null) return refuse(problem);
	const url = new URL(text);
	if (url.search !== '' || url.hash !== '') return refuse('it contains a "?" or "#" part');

	let path = withoutFinalSlashes(url.pathname);
	for (const tail of strip) path = withoutFinalSlashes(path.replace(tail, ''));
	return done(`${url.origin}${path}`);
}
