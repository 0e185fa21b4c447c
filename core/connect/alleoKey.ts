import { z } from 'zod';

/**
 * The Alleo credential of one customer, as its invitation keeps it under the signature: by id only. Without
 * one, the wide credential of the node that creates the daily sync is used.
 */
export type AlleoKey =
	| { kind: 'none' }
	/** It is still to be entered on the page of Alleo's support. */
	| { kind: 'asked' }
	/** A credential that was there, or one that was made from what was entered. */
	| { kind: 'chosen' | 'made'; id: string };

export function readAlleoKey(cell: string): AlleoKey {
	if (cell === 'asked') return { kind: 'asked' };
	const [, kind, id] = /^(chosen|made) (\S+)$/.exec(cell) ?? [];
	if (id === undefined) return { kind: 'none' };
	return { kind: kind === 'made' ? 'made' : 'chosen', id };
}

export const alleoKeyCell = (key: AlleoKey): string =>
	key.kind === 'none' ? '' : key.kind === 'asked' ? 'asked' : `${key.kind} ${key.id}`;

/** What the link to enter a key says; short names, as in `InvitationLink`. */
export const AlleoKeyLink = z.object({
	i: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
	/** Expires at, in seconds since 1970. */
	e: z.number().int().positive(),
});
export type AlleoKeyLink = z.infer<typeof AlleoKeyLink>;
