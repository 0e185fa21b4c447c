import type { Language } from '../../../core/issues';
import type { InvitationLink, InvitationRow } from '../../../core/connect/invitation';
import { resolveBaseUrl } from '../baseUrl';
import { DEFAULT_PATH } from './table';
import { seal } from './token';

/** What the link says follows from the row, so an altered row and its link no longer agree. */
export const linkOf = (row: InvitationRow, language: Language): InvitationLink => ({
	i: row.invitation,
	c: row.customer,
	s: row.system,
	e: Math.floor(Date.parse(row.expires_at) / 1000),
	l: language,
});

/** The link, null when the given address is none: https, or http for this machine. */
export function invitationUrl(
	pages: string,
	instance: string,
	signingKey: string,
	row: InvitationRow,
	language: Language,
): string | null {
	const base = resolveBaseUrl(pages, `${instance}/webhook/${DEFAULT_PATH}`);
	if (!base.ok) return null;
	return `${base.value}?invitation=${seal(signingKey, 'invitation', linkOf(row, language))}`;
}
