import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';

/**
 * Bytes to text, in the encoding that a person chose and in no other: an encoding that is guessed wrong
 * makes other names of the same people.
 */

export const ENCODINGS = {
	utf8: 'UTF-8',
	utf16: 'UTF-16',
	windows1252: 'Windows-1252',
} as const;
export type FileEncoding = keyof typeof ENCODINGS;

type Bytes = Uint8Array;

const startsWith = (bytes: Bytes, ...start: number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

/** What is no text at all, by its first bytes. */
const KINDS: ReadonlyArray<readonly [name: string, start: readonly number[]]> = [
	['Excel (xlsx) or a zip', [0x50, 0x4b, 0x03, 0x04]],
	['an empty zip', [0x50, 0x4b, 0x05, 0x06]],
	['Excel (xls)', [0xd0, 0xcf, 0x11, 0xe0]],
	['gzip', [0x1f, 0x8b]],
	['PDF', [0x25, 0x50, 0x44, 0x46]],
];

/** Marked-up text that some systems send under the name of a CSV, often with an error in it. */
const MARKUP = /^\s*(?:<(?:!doctype|html|\?xml)|[{[]\s*["{[])/i;

type Width = 'utf16le' | 'utf16be' | null;

/** UTF-16 by its mark, or by the zero beside every letter of a header in Latin script. */
function utf16Of(bytes: Bytes): Width {
	if (startsWith(bytes, 0xff, 0xfe)) return 'utf16le';
	if (startsWith(bytes, 0xfe, 0xff)) return 'utf16be';
	const head = bytes.subarray(0, 200);
	if (!head.includes(0)) return null;
	const zeros = [0, 1].map(
		(rest) => head.filter((byte, at) => byte === 0 && at % 2 === rest).length,
	);
	const [even = 0, odd = 0] = zeros;
	return even > odd ? 'utf16be' : 'utf16le';
}

const decodeAs = (label: string, bytes: Bytes): string | null => {
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
};

const LABELS = { utf16le: 'utf-16le', utf16be: 'utf-16be' } as const;

const BEYOND_ASCII = (byte: number): boolean => byte >= 0x80;

/** The bytes of a character of UTF-8 that begins at the very end and is not finished. */
const endsInCharacter = (bytes: Bytes): boolean =>
	[1, 2, 3].some((cut) => {
		const rest = bytes.subarray(0, bytes.length - cut);
		return (bytes[bytes.length - cut] ?? 0) >= 0xc2 && decodeAs('utf-8', rest) !== null;
	});

function seemsToBe(bytes: Bytes, text: string | null, chosen: FileEncoding): FileEncoding | null {
	if (utf16Of(bytes) !== null) return chosen === 'utf16' ? null : 'utf16';
	if (chosen === 'utf16') return text === null ? 'windows1252' : 'utf8';
	if (chosen === 'utf8') return text === null ? 'windows1252' : null;
	// Bytes above 127 that are UTF-8 by chance: no text of any length in Windows-1252 does that.
	return text !== null && bytes.some(BEYOND_ASCII) ? 'utf8' : null;
}

/** @returns the text without a byte order mark, or why the bytes are not what was chosen */
export function decode(bytes: Bytes, chosen: FileEncoding): Result<string> {
	const kind = KINDS.find(([, start]) => startsWith(bytes, ...start));
	if (kind !== undefined) return failed('FILE_KIND', { found: kind[0] });
	if (bytes.length === 0) return failed('FILE_EMPTY');
	const utf8 = decodeAs('utf-8', bytes);
	if (chosen === 'utf8' && utf8 === null && utf16Of(bytes) === null && endsInCharacter(bytes)) {
		return failed('FILE_CUT', { line: linesOf(bytes) });
	}
	const found = seemsToBe(bytes, utf8, chosen);
	if (found !== null) {
		return failed('FILE_ENCODING', { expected: ENCODINGS[chosen], found: ENCODINGS[found] });
	}
	const width = utf16Of(bytes);
	const text =
		width !== null
			? decodeAs(LABELS[width], bytes)
			: chosen === 'utf8'
				? utf8
				: decodeAs('windows-1252', bytes);
	// Half a character of UTF-16 at the end.
	if (text === null) return failed('FILE_CUT', { line: linesOf(bytes) });
	if (MARKUP.test(text.slice(0, 500))) return failed('FILE_KIND', { found: 'HTML, XML or JSON' });
	return done(text);
}

const LINE_FEED = 10;

function linesOf(bytes: Bytes): number {
	let lines = 1;
	for (const byte of bytes) if (byte === LINE_FEED) lines += 1;
	return lines;
}

/**
 * Letters that were lost on the way: the sign that stands for one, and UTF-8 that was read as Windows-1252
 * and written again (`José` as `JosÃ©`, also twice).
 */
const LOST = /\ufffd|Ã[\u0080-\u00bfƒ‚„…†‡‰‹‘’“”•–—™š›œžŸŠŒŽ€ˆ˜]|Â[\u00a0-\u00bf]|â€|ï»¿/;

export const hasLostLetters = (text: string): boolean => LOST.test(text);
