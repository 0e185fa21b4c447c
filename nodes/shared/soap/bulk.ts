/**
 * A document that travels as text inside a SOAP answer, such as a report of many megabytes. It is cut
 * out of the answer before that is parsed, and unescaped piece by piece: the whole text exists once.
 */

export interface BulkText {
	/** The answer it came in. Kept, so that nothing is copied. */
	text: string;
	from: number;
	to: number;
	/** Written as CDATA: nothing to unescape. */
	raw: boolean;
}

export interface WithoutBulk {
	/** The answer with the element emptied. */
	envelope: string;
	/** null: the answer has no such element, or an empty one. */
	bulk: BulkText | null;
}

const SPACE = /\s/;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** The element's inside without blanks around it, out of its CDATA where it is in one. */
function trimmed(text: string, start: number, end: number): BulkText | null {
	let [from, to] = [start, end];
	while (from < to && SPACE.test(text.charAt(from))) from += 1;
	while (to > from && SPACE.test(text.charAt(to - 1))) to -= 1;
	const raw = text.startsWith(CDATA, from) && text.startsWith(CDATA_END, to - CDATA_END.length);
	if (raw) {
		from += CDATA.length;
		to -= CDATA_END.length;
	}
	return from < to ? { text, from, to, raw } : null;
}

/** Takes the inside of the first element of that name out; an element that never ends stays in. */
export function takeBulk(text: string, name: string): WithoutBulk {
	const opening = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?(?<!/)>`).exec(text);
	if (opening === null) return { envelope: text, bulk: null };
	const from = opening.index + opening[0].length;
	const to = text.lastIndexOf('</');
	const closing = lastClosing(text, name, to);
	if (closing < from) return { envelope: text, bulk: null };
	return {
		envelope: text.slice(0, from) + text.slice(closing),
		bulk: trimmed(text, from, closing),
	};
}

/** Where the last closing tag of that name starts; looked for from the end, past the few that follow it. */
function lastClosing(text: string, name: string, last: number): number {
	const closing = new RegExp(`^</(?:[\\w.-]+:)?${name}\\s*>`);
	for (let at = last; at >= 0; at = text.lastIndexOf('</', at - 1)) {
		if (closing.test(text.slice(at, at + name.length + 80))) return at;
		if (at === 0) return -1;
	}
	return -1;
}

/** Characters that XML 1.0 allows; a reference to any other is dropped, as it says nothing. */
function characterOf(digits: string): string {
	const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
	if (code === 38) return '&amp;'; // unescaped with the others, at the end
	const allowed =
		code === 9 ||
		code === 10 ||
		code === 13 ||
		(code >= 32 && code < 0xd800) ||
		(code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
	return allowed ? String.fromCodePoint(code) : '';
}

/** The longest reference that is waited for at the end of a piece: `&#x10FFFF;`. */
const LONGEST = 10;

/** Unescapes text that comes in pieces; a reference may be cut by the border of two. */
export class Unescaper {
	#rest = '';

	push(piece: string): string {
		const text = this.#rest + piece;
		const amp = text.lastIndexOf('&');
		const cut = amp >= 0 && amp > text.length - LONGEST && !text.includes(';', amp);
		this.#rest = cut ? text.slice(amp) : '';
		return this.#unescape(cut ? text.slice(0, amp) : text);
	}

	end(): string {
		const rest = this.#rest;
		this.#rest = '';
		return this.#unescape(rest);
	}

	/** `&amp;` goes last, so that `&amp;lt;` becomes `&lt;` and no more. */
	#unescape(text: string): string {
		if (!text.includes('&')) return text;
		const named = text
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&apos;', "'");
		const numbered = named.includes('&#')
			? named.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_all, digits: string) =>
					characterOf(digits),
				)
			: named;
		return numbered.replaceAll('&amp;', '&');
	}
}

const PIECE = 65_536;

/** The document in pieces, unescaped once; once more where it is escaped twice. */
export function* piecesOf({ text, from, to, raw }: BulkText): Generator<string, void, undefined> {
	const once = new Unescaper();
	const twice = new Unescaper();
	let again: boolean | null = null;
	for (let at = from; at < to; at += PIECE) {
		const part = text.slice(at, Math.min(to, at + PIECE));
		const first = raw ? part : once.push(part) + (at + PIECE >= to ? once.end() : '');
		again ??= first.trimStart().startsWith('&lt;');
		if (first !== '') yield again ? twice.push(first) : first;
	}
	if (again === true) yield twice.end();
}
