const BYTE_ORDER_MARKS: ReadonlyArray<readonly [number[], string]> = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be'],
];

/** The encoding by byte order mark, then Content-Type, then XML declaration; else UTF-8. */
function encodingOf(bytes: Uint8Array, contentType: string): string {
	for (const [mark, encoding] of BYTE_ORDER_MARKS) {
		if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
	}
	const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
	if (declared !== undefined) return declared;
	const head = String.fromCharCode(...bytes.subarray(0, 100));
	return /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
}

function decoderFor(encoding: string, fatal: boolean): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(encoding, { fatal });
	} catch {
		return new TextDecoder('utf-8', { fatal });
	}
}

/**
 * UTF-8 that fits; null where a character stands for bytes that do not, or came as one. Many times as
 * fast as a decoder, of which each answer would need its own.
 */
function plainUtf8(bytes: Uint8Array): string | null {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
	if (text.includes('\uFFFD')) return null;
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * The body of an answer as text. `damaged` tells that bytes did not fit the declared encoding: the
 * caller decides whether a name with a replacement character may pass (for people it may not).
 */
export function decodeBody(body: unknown, contentType: string): { text: string; damaged: boolean } {
	if (typeof body === 'string') return { text: body, damaged: false };
	if (body === undefined || body === null) return { text: '', damaged: false };
	if (!(body instanceof Uint8Array || body instanceof ArrayBuffer)) {
		return { text: JSON.stringify(body), damaged: false };
	}
	const bytes = body instanceof Uint8Array ? body : new Uint8Array(body);
	const encoding = encodingOf(bytes, contentType);
	const plain = /^utf-?8$/i.test(encoding) ? plainUtf8(bytes) : null;
	if (plain !== null) return { text: plain, damaged: false };
	try {
		return { text: decoderFor(encoding, true).decode(bytes), damaged: false };
	} catch {
		return { text: decoderFor(encoding, false).decode(bytes), damaged: true };
	}
}

/** A body that comes in pieces, as text in the encoding that its first piece or the header declares. */
export class PieceDecoder {
	/** Bytes did not fit the encoding: replacement characters stand for them. */
	damaged = false;

	#decoder: InstanceType<typeof TextDecoder> | null = null;

	#encoding = 'utf-8';

	constructor(private readonly contentType: string) {}

	push(bytes: Uint8Array): string {
		if (this.#decoder === null) {
			this.#encoding = encodingOf(bytes, this.contentType);
			this.#decoder = decoderFor(this.#encoding, true);
		}
		return this.#decode(this.#decoder, bytes);
	}

	end(): string {
		return this.#decoder === null ? '' : this.#decode(this.#decoder, null);
	}

	#decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string {
		try {
			return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
		} catch {
			this.damaged = true;
			this.#decoder = decoderFor(this.#encoding, false);
			return bytes === null ? '\uFFFD' : this.#decoder.decode(bytes, { stream: true });
		}
	}
}
