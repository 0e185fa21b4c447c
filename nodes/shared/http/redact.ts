const PATTERNS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\b(Bearer|Basic|AfasToken|Token)\s+[A-Za-z0-9._~+/=-]{8,}/gi, '$1 [redacted]'],
	[/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9._-]+/g, '[redacted]'],
	[/<(\w*:?(?:Token|Password|Username|data))>[^<]*</gi, '<$1>[redacted]<'],
	[
		/((?:access|refresh|id)_token|client_secret|password|secret|token|apikey|signature)(["']?\s*[=:]\s*["']?)[^\s"'&,;}<]{4,}/gi,
		'$1$2[redacted]',
	],
	[/([?&](?:code|key|sig|state)=)[^&\s]+/gi, '$1[redacted]'],
	// With bounds (RFC 5321, 4.5.3.1), since without them a long text without @ takes minutes.
	[/[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}\.[^\s@<>"'(),;:]{1,63}/g, '[e-mail]'],
	[/\b[A-Z]{2}\d{2}[A-Z]{4}[0-9 ]{10,14}\b/g, '[account]'],
	[/\+?\d(?:[\s.-]?\d){7,}/g, '[number]'],
];

/**
 * Takes secrets and personal data out of a line that goes into an error or a log: the given values
 * first, then what looks like a token, an e-mail address, an account, a phone or service number.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length < 4) continue;
		clean = clean.split(secret).join('[redacted]');
		const encoded = encodeURIComponent(secret);
		if (encoded !== secret) clean = clean.split(encoded).join('[redacted]');
	}
	for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
	return clean;
}

const MESSAGE_KEYS = [
	'title',
	'detail',
	'externalMessage',
	'message',
	'error',
	'error_description',
];

/**
 * What a vendor's error body says, on one line of at most 200 characters and redacted; empty for
 * HTML and for anything that is not JSON, since a page may repeat the request.
 */
export function describeBody(text: string, secrets: readonly string[] = []): string {
	const parsed = parseObject(text);
	if (parsed === null) return '';
	const parts = MESSAGE_KEYS.map((key) => parsed[key]).filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
	const line = [...new Set(parts)].join(': ').replace(/\s+/g, ' ');
	return redact(line, secrets).slice(0, 200);
}

function parseObject(text: string): Record<string, unknown> | null {
	if (!text.trimStart().startsWith('{')) return null;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value))
			: null;
	} catch {
		return null;
	}
}
