import { z } from 'zod';
import { seal, unseal } from '../../shared/connect/token';

/**
 * The link to the questions of one customer: signed, and over after a while. It says who answers where the
 * one who made it knows that, as the fleet page does from n8n's login.
 */

export const InboxLink = z.object({
	/** n8n's id of the customer's workflow. */
	w: z.string().min(1),
	/** The customer, as the page calls them. */
	c: z.string(),
	/** Who answers; empty: the page asks. */
	b: z.string(),
	l: z.enum(['en', 'nl']),
	/** Seconds since 1970. */
	e: z.number().int(),
});
export type InboxLink = z.infer<typeof InboxLink>;

/** Last part of the address, as the template has it. */
export const INBOX_PATH = 'alleo-inbox';

export const readInboxLink = (signingKey: string, token: string, now: number): InboxLink | null => {
	const link = unseal(signingKey, 'inbox', InboxLink, token);
	return link === null || link.e * 1000 <= now ? null : link;
};

/** @param page address of the page, without a query */
export const inboxUrl = (page: string, signingKey: string, link: InboxLink): string =>
	page === '' || signingKey === '' ? '' : `${page}?q=${seal(signingKey, 'inbox', link)}`;
