import { AlleoKeyLink } from '../../../core/connect/alleoKey';
import type { InvitationRow } from '../../../core/connect/invitation';
import { resolveBaseUrl } from '../baseUrl';
import { DEFAULT_PATH } from './table';
import { seal, unseal } from './token';

/** The link on which support enters the Alleo keys of a customer: signed, and never sent to the customer. */

export const alleoKeyToken = (
	signingKey: string,
	{ invitation, expires_at: expires }: Pick<InvitationRow, 'invitation' | 'expires_at'>,
): string => {
	const link: AlleoKeyLink = { i: invitation, e: Math.floor(Date.parse(expires) / 1000) };
	return seal(signingKey, 'alleoKey', link);
};

/** Null when it is none of ours, or over. */
export function readAlleoKeyToken(
	signingKey: string,
	token: string,
	now: number,
): AlleoKeyLink | null {
	const link = unseal(signingKey, 'alleoKey', AlleoKeyLink, token);
	return link === null || link.e * 1000 <= now ? null : link;
}

export function alleoKeyUrl(
	pages: string,
	instance: string,
	signingKey: string,
	row: InvitationRow,
): string | null {
	const base = resolveBaseUrl(pages, `${instance}/webhook/${DEFAULT_PATH}`);
	return base.ok ? `${base.value}?alleo=${alleoKeyToken(signingKey, row)}` : null;
}
