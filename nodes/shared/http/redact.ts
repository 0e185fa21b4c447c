import { formsOf } from './sent';

const PATTERNS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\b(Bearer|Basic|AfasToken|Token)\s+[A-Za-z0-9._~+/=-]{8,}/gi, '$1 [redacted]'],
	// From the start of a word only, and to its end, with or without a point: each is looked at once.
	[/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9._-]+/g, '[redacted]'],
	[/<(\w{0,40}:?(?:Token|Password|Username|data))>[^<]*(?=<|$)/gi, '<$1>[redacted]'],
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

/** Of a text that comes from outside only so much is looked at: a line never shows more than a part. */
const LOOKED_AT = 4000;

const SHOWN = 200;

/**
 * The beginning of a long text. The last word goes with the rest: what the cut left of it would not be
 * recognised as a token or an address any more.
 */
function beginning(text: string): string {
	if (text.length <= LOOKED_AT) return text;
	const start = text.slice(0, LOOKED_AT);
	return start.slice(0, Math.max(...[' ', '\n', '\t'].map((space) => start.lastIndexOf(space)), 0));
}

/** So many characters in a row that also stand in a secret are taken for a piece of it. */
const PIECE = 8;

const isWordCharacter = (character: string | undefined): boolean =>
	character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Marks a short secret where it stands as a word of its own. */
function markWord(text: string, word: string, marked: boolean[]): void {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
		const alone = !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + word.length]);
		if (alone) marked.fill(true, at, at + word.length);
	}
}

/** Lower case where that keeps every character in its place. */
const folded = (text: string): string => {
	const lower = text.toLowerCase();
	return lower.length === text.length ? lower : text;
};

/**
 * Takes out whatever of the text also stands in a secret, whole or cut off at either end, in any of the
 * forms in which an answer may repeat it. One pass over the text, one over each secret.
 */
function withoutSecrets(given: string, secrets: readonly string[]): string {
	const text = folded(given);
	const pieces = new Map<string, number[]>();
	for (let at = 0; at + PIECE <= text.length; at++) {
		const piece = text.slice(at, at + PIECE);
		const places = pieces.get(piece);
		if (places === undefined) pieces.set(piece, [at]);
		else places.push(at);
	}
	const marked = Array.from({ length: text.length }, () => false);
	for (const secret of secrets) {
		for (const form of formsOf(secret).map(folded)) {
			if (form.length < PIECE) markWord(text, form, marked);
			for (let at = 0; at + PIECE <= form.length; at++) {
				const piece = form.slice(at, at + PIECE);
				for (const place of pieces.get(piece) ?? []) marked.fill(true, place, place + PIECE);
				pieces.delete(piece); // marked for good: each piece costs its places once
			}
		}
	}
	let clean = '';
	for (let at = 0; at < given.length; at++) {
		if (marked[at] !== true) clean += given[at] ?? '';
		else if (at === 0 || marked[at - 1] !== true) clean += '[redacted]';
	}
	return clean;
}

/**
 * Takes secrets and personal data out of the beginning of a text that goes into an error or a log: what
 * stands in the given values first, then what looks like a token, an e-mail address, an account, a phone
 * or service number.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	let clean = withoutSecrets(beginning(text), secrets);
	for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
	return clean;
}

/** What an answer says, as one line of at most 200 characters, redacted before it is cut. */
export const quoteLine = (text: string, secrets: readonly string[]): string =>
	redact(text, secrets).replace(/\s+/g, ' ').trim().slice(0, SHOWN);

const MESSAGE_KEYS = [
	'title',
	'detail',
	'externalMessage',
	'message',
	'error',
	'error_description',
];

/** What a vendor's error body says; empty for HTML and for anything that is not JSON, since a page may repeat the request. */
export function messageOf(text: string): string {
	const parsed = parseObject(text);
	if (parsed === null) return '';
	const parts = MESSAGE_KEYS.map((key) => parsed[key]).filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
	return [...new Set(parts)].join(': ');
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
