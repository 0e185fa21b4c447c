import { callbackUrl, connectUrl } from './demo/credentials.mts';

/** Where the stand-in of NMBRS leads a browser back to, for an n8n that somebody started by hand. */

export const DEFAULT_N8N = 'http://localhost:5678';

/** The same n8n, as it prints its own address where it is told to listen on one. */
const ALSO_LOCAL = 'http://127.0.0.1:5678';

/**
 * n8n's own credentials and the pages of Customer Connect. NMBRS knows five addresses of an app at most.
 * @param n8n its address, without a path
 * @returns null for anything else, such as an address with a path, a login or a query
 */
export function redirectsOf(n8n: string): string[] | null {
	const url = URL.canParse(n8n) ? new URL(n8n) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) return null;
	if (url.href !== `${url.origin}/`) return null;
	const origins = url.origin === DEFAULT_N8N ? [DEFAULT_N8N, ALSO_LOCAL] : [url.origin];
	return origins.flatMap((origin) => [callbackUrl(origin), connectUrl(origin)]);
}
