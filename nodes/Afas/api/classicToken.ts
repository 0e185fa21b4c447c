/** Profit's own spelling: one XML string with 64 characters of data; docs.afas.help, authentication. */
const toXml = (data: string, version: string): string =>
	`<token><version>${version}</version><data>${data}</data></token>`;

/** Base64 of the XML, encoded twice, is below 300 characters; the rest is room for spaces. */
const LONGEST = 2000;

const BARE = /^[0-9A-Za-z]{64}$/;
const XML = /^<token><version>(\d{1,3})<\/version><data>([0-9A-Za-z]{64})<\/data><\/token>$/i;

/** The token made anew from what was read; null when the text is anything more, or less. */
function read(text: string): string | null {
	if (BARE.test(text)) return toXml(text, '1');
	const [, version, data] = XML.exec(text) ?? [];
	return version === undefined || data === undefined ? null : toXml(data, version);
}

/** Base64 of readable text, or null. Base64 has no spaces here: they were removed before. */
function decodeBase64(text: string): string | null {
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
	const decoded = Buffer.from(text, 'base64').toString('utf8');
	return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded.replace(/\s+/g, '') : null;
}

/**
 * The classic token as Profit's XML, from any of the spellings that people paste: the XML (also
 * with line breaks or escaped), the bare 64 characters, the Base64 of either (also encoded twice,
 * or with the word `AfasToken` in front). Null when it is none of these, or has anything around it.
 */
export function classicTokenXml(given: unknown): string | null {
	const pasted = String(given ?? '');
	if (pasted.length > LONGEST) return null;
	const text = pasted
		.replace(/^\s*(Authorization\s*:)?\s*AfasToken\s+/i, '')
		.replace(/\s+/g, '')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/^["']|["']$/g, '');
	let candidate: string | null = text;
	for (let depth = 0; candidate !== null && depth < 3; depth++) {
		const xml = read(candidate);
		if (xml !== null) return xml;
		candidate = decodeBase64(candidate);
	}
	return null;
}

/** The value of the Authorization header for a token in XML: encoded exactly once, with padding. */
export const classicAuthorization = (xml: string): string =>
	`AfasToken ${Buffer.from(xml, 'utf8').toString('base64')}`;
