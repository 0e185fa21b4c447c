import type { ApiRequest } from './types';

/** What of a request an answer may repeat, so that it can be taken out of what is shown of the answer. */

/** Headers that say nothing of anybody. */
const PLAIN_HEADERS = new Set([
	'accept',
	'accept-language',
	'content-type',
	'soapaction',
	'user-agent',
]);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every text of a body, at any depth, and every number long enough to say something of a person. */
function textsIn(body: unknown): string[] {
	const texts: string[] = [];
	const open: unknown[] = [body];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === 'string') texts.push(value);
		else if (typeof value === 'number' && Math.abs(value) > 99_999) texts.push(String(value));
		else if (isObject(value)) for (const part of Object.values(value)) open.push(part);
	}
	return texts;
}

const valuesOf = (query: string): string[] => [...new URLSearchParams(query).values()];

/** The values that were sent in body, query and headers. */
export function sentTexts(
	{ body, query, headers }: ApiRequest,
	common: Readonly<Record<string, string>> = {},
): string[] {
	const ownHeaders = Object.entries({ ...common, ...headers })
		.filter(([name]) => !PLAIN_HEADERS.has(name.toLowerCase()))
		.map(([, value]) => value);
	const form = typeof body === 'string' && !body.startsWith('<') ? valuesOf(body) : [];
	return [...textsIn(body), ...form, ...valuesOf(query ?? ''), ...ownHeaders].filter(
		(text) => text.length > 1,
	);
}

/** Base64 of a text at each of the three places where it may start in something longer, without its edges. */
function base64Forms(text: string): string[] {
	return [0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
		const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
		const own = whole.slice(Math.ceil((before * 4) / 3));
		return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** Shorter than this a base64 form says too little to be looked for. */
const SHORTEST_BASE64 = 8;

/** The forms in which an answer may repeat a text: as it is, in a URL, in JSON, in XML, in base64. */
export function formsOf(text: string): string[] {
	const whole = text.replace(/\p{Cs}/gu, '\ufffd'); // half of a pair has no encoding
	const inUrl = encodeURIComponent(whole);
	const forms = new Set([
		text,
		text.trim().replace(/\s+/g, ' '),
		inUrl,
		inUrl.replaceAll('%20', '+'),
		JSON.stringify(text).slice(1, -1),
		text.replace(/[&<>"']/g, (character) => XML_ENTITIES[character] ?? ''),
		...base64Forms(text).filter((form) => form.length >= SHORTEST_BASE64),
	]);
	return [...forms].filter((form) => form.length > 1);
}
