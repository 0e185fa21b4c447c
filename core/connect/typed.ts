/**
 * What a customer may type on the pages, field by field: the value in its one spelling, or what is wrong
 * with it. Nothing is cut, guessed or passed on as it came; what is tested with the vendor and stored in
 * n8n is the value that is read here.
 */

export type TypedProblem = 'missing' | 'long' | 'characters' | 'form';
export type Typed = { ok: true; value: string } | { ok: false; problem: TypedProblem };

/** Characters of the longest value that is real, with room: a token in Base64 that was encoded twice. */
export const LONGEST_TYPED = 2000;

const LONGEST_NAME = 254;

/**
 * Control and format characters (line breaks, NUL, marks that turn text around, zero width), half pairs,
 * unassigned ones, and the sign for what could not be decoded. They come from copying, or from malice.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\ufffd]/u;

const refused = (problem: TypedProblem): Typed => ({ ok: false, problem });

/** One line of readable text, spaces around it left out. */
function readLine(given: string, longest: number): Typed {
	// Before anything else looks at it: a megabyte is no more work than its length.
	if (given.length > longest * 2) return refused('long');
	const text = given.trim();
	if (text === '') return refused('missing');
	if (text.length > longest) return refused('long');
	return UNSEEN.test(text) ? refused('characters') : { ok: true, value: text };
}

function readAs(given: string, longest: number, form: RegExp): Typed {
	const line = readLine(given, longest);
	return line.ok && !form.test(line.value) ? refused('form') : line;
}

/** A secret or token of a vendor: whatever can be printed, also one that begins with "=". */
export const readSecret = (given: string): Typed => readLine(given, LONGEST_TYPED);

/** The user of an NMBRS API token: an e-mail address (RFC 5321: 254 characters) or a name. */
export const readUserName = (given: string): Typed => readLine(given, LONGEST_NAME);

/** An OAuth client id: printable ASCII without spaces (RFC 6749, A.1). */
export const readClientId = (given: string): Typed => readAs(given, LONGEST_NAME, /^[\x21-\x7e]+$/);

/** One label of a host name, as the sub domain of an NMBRS environment is. */
export const readDomain = (given: string): Typed =>
	readAs(given, LONGEST_NAME, /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/);

/** Characters of a code, such as that of a leave type. */
const LONGEST_CODE = 60;

/** Codes with commas between them, each once; null where one of them cannot be a code. */
export function readCodes(given: string): string[] | null {
	const line = readLine(given, LONGEST_TYPED);
	if (!line.ok) return line.problem === 'missing' ? [] : null;
	const codes = line.value
		.split(',')
		.map((code) => code.trim())
		.filter((code) => code !== '');
	return codes.some(({ length }) => length > LONGEST_CODE) ? null : [...new Set(codes)];
}

/** The name of a GetConnector; empty where the customer has none. */
export function readConnector(given: string): Typed {
	const read = readLine(given, LONGEST_NAME);
	return !read.ok && read.problem === 'missing' ? { ok: true, value: '' } : read;
}

/** One of the values that a form offers; nothing else, and no default. */
export const readChoice = <T extends string>(given: string, offered: readonly T[]): T | null =>
	offered.find((value) => value === given.trim()) ?? null;

/** What may stand in a field again after it was refused: nothing that is long, or that does not show. */
export const shownAgain = (given: string): string => {
	const line = readLine(given, LONGEST_NAME);
	return line.ok ? line.value : '';
};
