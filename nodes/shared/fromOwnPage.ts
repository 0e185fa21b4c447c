/** Headers of a request as n8n (express) gives them: names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const one = (headers: RequestHeaders, name: string): string => {
	const value = headers[name];
	return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().toLowerCase();
};

const hostOf = (address: string): string | null => {
	try {
		return new URL(address).host;
	} catch {
		return null;
	}
};

/**
 * Whether a POST may have come from one of our own pages: no other site may make a visitor's browser
 * take a step or decide. A browser says where a request began and no page can alter that:
 *
 * 1. `Sec-Fetch-Site`, which browsers send to https and to localhost, decides where it is there.
 * 2. Else `Origin` has to name the host that was asked: `address` (ours by n8n's own settings), or the
 *    `Host` of the request. `null` is no origin of ours: our pages say `Referrer-Policy: same-origin`,
 *    because under `no-referrer` a browser hides the origin of their forms.
 * 3. With neither, no browser sent it, and a request that is no browser's carries nobody's cookies.
 *
 * https://www.w3.org/TR/fetch-metadata/ and https://fetch.spec.whatwg.org/#origin-header
 */
export function isFromOwnPage(headers: RequestHeaders, address?: string): boolean {
	const site = one(headers, 'sec-fetch-site');
	if (site !== '') return site === 'same-origin' || site === 'none';
	const origin = one(headers, 'origin');
	if (origin === '') return true;
	const from = hostOf(origin);
	const own = [one(headers, 'host'), address === undefined ? null : hostOf(address)];
	return from !== null && from !== '' && own.includes(from);
}
