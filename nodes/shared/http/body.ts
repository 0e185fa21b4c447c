import { decodeBody } from './decode';
import type { BodyReader } from './types';

/** Reads the body of an answer while it comes in, and no further than a limit. */

const MB = 1024 * 1024;

/** Far above what any vendor sends; a page of a list is a few MB at most. */
export const DEFAULT_ANSWER_MB = 128;

/** What is read piece by piece, such as a report, and never held may be so many times as big. */
export const STREAMED_FACTOR = 16;

export const ANSWER_TOO_BIG = 'ANSWER_TOO_BIG';

/** An answer went on beyond its limit, and was left there. */
class AnswerTooBigError extends Error {
	readonly code = ANSWER_TOO_BIG;

	readonly limitMb: number;

	constructor(limitBytes: number) {
		super(ANSWER_TOO_BIG);
		this.limitMb = Math.max(1, Math.round(limitBytes / MB));
	}
}

/** The limit that a credential sets, in bytes; absent or not a number means the default. */
export function answerLimit(given: unknown, defaultMb = DEFAULT_ANSWER_MB): number {
	const megabytes = Number(given ?? 0);
	return (Number.isFinite(megabytes) && megabytes >= 1 ? megabytes : defaultMb) * MB;
}

/** Keeps the whole body, and makes it text at its end. */
export class WholeBody implements BodyReader {
	text = '';

	damaged = false;

	readonly #pieces: Uint8Array[] = [];

	constructor(private readonly contentType: string) {}

	write(bytes: Uint8Array): void {
		this.#pieces.push(bytes);
	}

	end(): void {
		({ text: this.text, damaged: this.damaged } = decodeBody(
			Buffer.concat(this.#pieces),
			this.contentType,
		));
	}
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Closes a stream that nobody waits for any more; one that has ended does not mind. */
function close(body: object): void {
	if ('destroy' in body && typeof body.destroy === 'function') body.destroy();
}

/**
 * Hands a body to a reader. The bytes are counted as they come out of the unpacking, so a small answer
 * that unpacks to gigabytes is left at the limit.
 * @param kept most characters that the reader may keep of it
 * @throws AnswerTooBigError
 */
export async function readBody(
	body: unknown,
	reader: BodyReader,
	limitBytes: number,
	signal: AbortSignal,
	kept = limitBytes,
): Promise<void> {
	const take = (piece: Uint8Array, before: number): number => {
		if (before + piece.byteLength > limitBytes) throw new AnswerTooBigError(limitBytes);
		reader.write(piece);
		if (reader.text.length > kept) throw new AnswerTooBigError(kept);
		return before + piece.byteLength;
	};
	if (isStream(body)) {
		signal.addEventListener('abort', () => close(body), { once: true });
		let read = 0;
		try {
			for await (const piece of body) read = take(piece, read);
		} finally {
			close(body);
		}
	} else if (body instanceof Uint8Array) take(body, 0);
	else if (body instanceof ArrayBuffer) take(new Uint8Array(body), 0);
	else if (body !== undefined && body !== null) {
		// From a helper that has read it already.
		take(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8'), 0);
	}
	reader.end();
}
