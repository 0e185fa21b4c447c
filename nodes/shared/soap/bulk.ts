import { PieceDecoder, type BodyReader } from '../http';

/**
 * A document that travels as text inside a SOAP answer, such as a report of many megabytes. It is taken
 * out of the answer and unescaped while the answer comes in: neither is ever held as a whole.
 */

/** Takes the document in, piece by piece. */
export interface DocumentSink {
	/** False as soon as nothing more can come of it. */
	write(piece: string): boolean;
	end(): void;
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

const ESCAPED = '&lt;';

/** Unescapes a document once, and once more where it is escaped twice; hands it on in pieces. */
class DocumentText {
	readonly #once = new Unescaper();

	readonly #twice = new Unescaper();

	#again: boolean | null = null;

	#start = '';

	constructor(private readonly sink: DocumentSink) {}

	/** `raw`: from CDATA, where nothing is escaped. */
	write(piece: string, raw: boolean): void {
		this.#hand(raw ? piece : this.#once.push(piece));
	}

	end(): void {
		this.#hand(this.#once.end());
		if (this.#again === null) this.#decide();
		if (this.#again === true) this.#pass(this.#twice.end());
		this.sink.end();
	}

	/** The first characters tell whether it is escaped twice; until there are enough they wait. */
	#hand(text: string): void {
		if (this.#again !== null) {
			this.#forward(text, this.#again);
			return;
		}
		this.#start += text;
		if (this.#start.trimStart().length >= ESCAPED.length) this.#decide();
	}

	#decide(): void {
		this.#again = this.#start.trimStart().startsWith(ESCAPED);
		this.#forward(this.#start, this.#again);
		this.#start = '';
	}

	#forward(text: string, again: boolean): void {
		this.#pass(again ? this.#twice.push(text) : text);
	}

	#pass(text: string): void {
		if (text !== '') this.sink.write(text);
	}
}

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

type State = 'before' | 'inside' | 'cdata' | 'after';

/** More than this before the document is no answer that we know; it is kept, as it may be a fault. */
const LONGEST_TAG = 512;

/**
 * Reads a SOAP answer while it comes: what is inside the element goes to the sink, the rest stays as
 * text. Escaped text holds no `<`, so the first one that is no CDATA ends the element.
 */
export class BulkReader implements BodyReader {
	readonly #decoder: PieceDecoder;

	readonly #document: DocumentText;

	readonly #opening: RegExp;

	#state: State = 'before';

	#kept = '';

	/** Not yet looked at: a tag or a mark that the border of two pieces cuts. */
	#rest = '';

	#ended = false;

	constructor(contentType: string, element: string, sink: DocumentSink) {
		this.#decoder = new PieceDecoder(contentType);
		this.#document = new DocumentText(sink);
		this.#opening = new RegExp(`<(?:[\\w.-]+:)?${element}(?:\\s[^<>]*)?>`);
	}

	get text(): string {
		return this.#kept;
	}

	get damaged(): boolean {
		return this.#decoder.damaged;
	}

	write(bytes: Uint8Array): void {
		this.#take(this.#decoder.push(bytes));
	}

	end(): void {
		this.#take(this.#decoder.end());
		if (this.#state === 'before' || this.#state === 'after') this.#kept += this.#rest;
		this.#rest = '';
		if (!this.#ended) this.#document.end();
		this.#ended = true;
	}

	#take(text: string): void {
		this.#rest += text;
		let more = this.#rest !== '';
		while (more) more = this.#step();
	}

	/** Goes as far as the text allows; true when there is more to do at once. */
	#step(): boolean {
		if (this.#state === 'before') return this.#before();
		if (this.#state === 'inside') return this.#inside();
		if (this.#state === 'cdata') return this.#cdata();
		this.#kept += this.#rest;
		this.#rest = '';
		return false;
	}

	#before(): boolean {
		const opening = this.#opening.exec(this.#rest);
		if (opening === null) {
			// The start of the tag may be at the end; everything before it is of the envelope.
			const from = Math.max(0, this.#rest.length - LONGEST_TAG);
			const cut = Math.max(this.#rest.lastIndexOf('<'), from);
			this.#kept += this.#rest.slice(0, cut);
			this.#rest = this.#rest.slice(cut);
			return false;
		}
		const end = opening.index + opening[0].length;
		this.#kept += this.#rest.slice(0, end);
		this.#rest = this.#rest.slice(end);
		this.#state = opening[0].endsWith('/>') ? 'after' : 'inside';
		return this.#rest !== '';
	}

	#inside(): boolean {
		const tag = this.#rest.indexOf('<');
		const text = tag < 0 ? this.#rest : this.#rest.slice(0, tag);
		if (text !== '') this.#document.write(text, false);
		this.#rest = tag < 0 ? '' : this.#rest.slice(tag);
		if (tag < 0) return false;
		if (this.#rest.length < CDATA.length && CDATA.startsWith(this.#rest)) return false;
		if (this.#rest.startsWith(CDATA)) {
			this.#rest = this.#rest.slice(CDATA.length);
			this.#state = 'cdata';
		} else {
			this.#state = 'after';
		}
		return this.#rest !== '';
	}

	#cdata(): boolean {
		const end = this.#rest.indexOf(CDATA_END);
		const safe = end < 0 ? Math.max(0, this.#rest.length - CDATA_END.length + 1) : end;
		if (safe > 0) this.#document.write(this.#rest.slice(0, safe), true);
		this.#rest = this.#rest.slice(end < 0 ? safe : safe + CDATA_END.length);
		if (end < 0) return false;
		this.#state = 'inside';
		return this.#rest !== '';
	}
}
