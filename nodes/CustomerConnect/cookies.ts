/** The cookies of a request; the first of a name counts, as browsers send the most specific first. */
export function readCookies(header: unknown): Map<string, string> {
	const cookies = new Map<string, string>();
	const text = Array.isArray(header) ? header.join(';') : String(header ?? '');
	for (const part of text.slice(0, 16_384).split(';')) {
		const at = part.indexOf('=');
		const name = part.slice(0, at).trim();
		if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
	}
	return cookies;
}
