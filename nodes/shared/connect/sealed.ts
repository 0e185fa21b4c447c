import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CustomerCredentialType } from '../../../core/connect/connection';

/**
 * What a customer gave, while the connection is not finished: encrypted in the invitation's row, in no
 * credential of n8n yet. The key follows from the signing key and from the cookie of the browser that
 * began, which the server does not keep, so nobody but that browser can finish with it. Only to give a
 * consent back, the NMBRS refresh token is there a second time, under a key of the signing key alone.
 *
 * AES-256-GCM; keys by HKDF-SHA256 (RFC 5869); the id of the invitation is authenticated along, so that
 * no text passes for one of another invitation. Each text: nonce, tag, cipher text, as base64url.
 */

/** By type: the data of the credential, as far as the customer gave it. */
export const Secrets = z.record(CustomerCredentialType, z.record(z.unknown()));
export type Secrets = z.infer<typeof Secrets>;

const Sealed = z.object({
	/** `Secrets`, for the browser that began. */
	own: z.string().default(''),
	/** The refresh token among them. */
	revocation: z.string().default(''),
	/** Refresh tokens of attempts that were dropped and could not be given back yet. */
	left: z.array(z.string()).default([]),
});
export type Sealed = z.infer<typeof Sealed>;

export const NOTHING_SEALED: Sealed = { own: '', revocation: '', left: [] };

/** The row is signed, so what cannot be read was never written by us; the caller's row is at fault. */
export const readSealed = (column: string): Sealed =>
	column === '' ? NOTHING_SEALED : Sealed.parse(JSON.parse(column));

export const sealedText = (sealed: Sealed): string =>
	sealed.own === '' && sealed.revocation === '' && sealed.left.length === 0
		? ''
		: JSON.stringify(sealed);

type Purpose = 'own' | 'revocation';

const NONCE = 12;
const TAG = 16;

const keyOf = (purpose: Purpose, signingKey: string, cookie: string): Buffer =>
	Buffer.from(hkdfSync('sha256', signingKey, cookie, `alleo-connect/v1/sealed-${purpose}`, 32));

function encrypt(key: Buffer, invitation: string, text: string): string {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
	cipher.setAAD(Buffer.from(invitation));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Null for any other key or invitation, and for any change. */
function decrypt(key: Buffer, invitation: string, sealed: string): string | null {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length < NONCE + TAG) return null;
	const nonce = bytes.subarray(0, NONCE);
	const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
	decipher.setAAD(Buffer.from(invitation));
	decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
	try {
		const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
		return text.toString('utf8');
	} catch {
		return null;
	}
}

export interface SealKey {
	signingKey: string;
	invitation: string;
	/** Of the browser that began. */
	cookie: string;
}

export const sealSecrets = (
	{ signingKey, invitation, cookie }: SealKey,
	secrets: Secrets,
): string => encrypt(keyOf('own', signingKey, cookie), invitation, JSON.stringify(secrets));

/** Null when it was sealed for another browser or invitation. */
export function unsealSecrets(
	{ signingKey, invitation, cookie }: SealKey,
	own: string,
): Secrets | null {
	const text = decrypt(keyOf('own', signingKey, cookie), invitation, own);
	if (text === null) return null;
	const parsed = Secrets.safeParse(JSON.parse(text));
	return parsed.success ? parsed.data : null;
}

type RevocationKey = Omit<SealKey, 'cookie'>;

export const sealRevocation = ({ signingKey, invitation }: RevocationKey, token: string): string =>
	encrypt(keyOf('revocation', signingKey, ''), invitation, token);

/** The refresh token; null when it is none of this invitation or this signing key. */
export const unsealRevocation = (
	{ signingKey, invitation }: RevocationKey,
	sealed: string,
): string | null => decrypt(keyOf('revocation', signingKey, ''), invitation, sealed);
