import type { Language } from '../../../core/issues';
import { InvitationLink, readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { sameText, unseal } from '../../shared/connect/token';
import { linkOf } from '../../shared/connect/link';
import { notReady, problem, stop, strangerProblem, type Or } from './reply';
import { formProof, first, isBrowserOf, isId, languageOf, type Visit } from './visit';

/** Who may come in, and with what. Every request passes one of these. */

/** The row of an invitation that can still be used; a page for one that cannot. */
async function openRow(
	visit: Visit,
	invitation: string,
	before?: Language,
): Promise<Or<InvitationRow>> {
	const read = await visit.store.get(invitation);
	if (!read.ok) return stop(notReady(visit, read.problem));
	const row = read.value;
	if (row === null) return stop(strangerProblem(visit, 'CONNECT_LINK_INVALID'));
	const language = languageOf(visit, before ?? readProgress(row.progress).language);
	const closed = (code: 'CONNECT_LINK_REVOKED' | 'CONNECT_LINK_USED' | 'CONNECT_LINK_EXPIRED') =>
		stop(problem(visit, row, language, code, {}, 'none'));
	if (row.state === 'revoked') return closed('CONNECT_LINK_REVOKED');
	if (row.state === 'used' || row.state === 'ended') return closed('CONNECT_LINK_USED');
	if (!(Date.parse(row.expires_at) > visit.now)) return closed('CONNECT_LINK_EXPIRED');
	return { ok: true, value: row };
}

/** What a link says; null for one that this n8n did not sign. */
export const readLink = (visit: Visit, token: string): InvitationLink | null =>
	unseal(visit.signingKey, 'invitation', InvitationLink, token);

/** By the link itself: its signature first, so that a made-up one costs no look-up. */
export async function byLink(
	visit: Visit,
	token: string,
): Promise<Or<{ row: InvitationRow; link: InvitationLink }>> {
	const link = readLink(visit, token);
	if (link === null) return stop(strangerProblem(visit, 'CONNECT_LINK_INVALID'));
	const row = await openRow(visit, link.i, link.l);
	if (!row.ok) return row;
	// A row that says something else than its link was changed by hand: neither is believed.
	const said = linkOf(row.value, link.l);
	const agrees = said.c === link.c && said.s === link.s && said.e === link.e;
	if (!agrees) return stop(strangerProblem(visit, 'CONNECT_LINK_INVALID'));
	return { ok: true, value: { row: row.value, link } };
}

/** By id, for the browser that began: its cookie must be the one that the row remembers. */
export async function byBrowser(visit: Visit, invitation: string): Promise<Or<InvitationRow>> {
	if (!isId(invitation)) return stop(strangerProblem(visit, 'CONNECT_LINK_INVALID'));
	const row = await openRow(visit, invitation);
	if (!row.ok) return row;
	// The same page whether the browser is another or the id is: nothing to learn from guessing.
	if (!isBrowserOf(visit, row.value)) {
		return stop(strangerProblem(visit, 'CONNECT_OTHER_BROWSER'));
	}
	return row;
}

/** By a form of the present step: sent by the browser that got it, and for nothing later or earlier. */
export async function byForm(visit: Visit): Promise<Or<InvitationRow>> {
	const row = await byBrowser(visit, first(visit.body, 'connection'));
	if (!row.ok) return row;
	if (sameText(first(visit.body, 'proof'), formProof(visit, row.value))) return row;
	const language = languageOf(visit, readProgress(row.value.progress).language);
	return stop(problem(visit, row.value, language, 'CONNECT_OUT_OF_DATE', {}, 'step'));
}
