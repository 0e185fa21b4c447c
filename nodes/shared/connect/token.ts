import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/**
 * Signed texts that travel in a link, a form or the state of OAuth2: `payload.signature`, both
 * base64url. The payload is readable on purpose; the signature (HMAC-SHA256) says that this instance
 * made it and that nobody changed it. Each kind has a key of its own, derived from the signing key, so
 * that one kind never passes for another.
 */
export type SignedKind =
	| 'invitation'
	| 'state'
	| 'form'
	| 'verifier'
	| 'login'
	| 'row'
	| 'alleoKey'
	| 'inbox'
	| 'plan';

const subkey = (key: string, kind: SignedKind): Buffer =>
	createHmac('sha256', key).update(`alleo-connect/v1/${kind}`).digest();

/** HMAC of a text under the key of its kind, base64url (43 characters). */
export const sign = (key: string, kind: SignedKind, text: string): string =>
	createHmac('sha256', subkey(key, kind)).update(text).digest('base64url');

export function sameText(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function seal(key: string, kind: SignedKind, payload: object): string {
	const text = encode(payload);
	return `${text}.${sign(key, kind, text)}`;
}

/** The payload when the signature is right and the shape is known; else null. Length first: no long work. */
export function unseal<T>(
	key: string,
	kind: SignedKind,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	token: string,
): T | null {
	const [text = '', signature = '', ...rest] = token.split('.');
	if (token.length > 4096 || rest.length > 0 || text === '') return null;
	if (!sameText(signature, sign(key, kind, text))) return null;
	try {
		const parsed = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
