import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { renderBegun } from '../../../core/connect/page/begun';
import { stationOf } from './path';
import { notReady, showPage, strangerProblem, type ConnectReply } from './reply';
import { begunHere, isBrowserOf, languageOf, stepAddress, type Visit } from './visit';

/**
 * Coming back: what one browser began only that one goes on with, by the link or by the bare address,
 * which is what a phone reloads when it had dropped a page that came of a form.
 */

/** Whether this browser is beyond the first step of an invitation. */
export const isUnderWay = (visit: Visit, row: InvitationRow): boolean =>
	isBrowserOf(visit, row) && stationOf(row, readProgress(row.progress)) !== 'landing';

/** Whether another browser is; starting here drops what it has. */
export const isElsewhere = (visit: Visit, row: InvitationRow): boolean =>
	!isBrowserOf(visit, row) && stationOf(row, readProgress(row.progress)) !== 'landing';

/** A cookie is only a claim, and each costs a look-up. */
const MOST_COOKIES = 4;

const isOpen = (visit: Visit, { state, expires_at: until }: InvitationRow): boolean =>
	(state === 'open' || state === 'connecting') && Date.parse(until) > visit.now;

/** The bare address: to the one thing that this browser has begun, or a page to choose which. */
export async function showBare(visit: Visit): Promise<ConnectReply> {
	const mine: InvitationRow[] = [];
	for (const invitation of begunHere(visit).slice(0, MOST_COOKIES)) {
		const read = await visit.store.get(invitation);
		if (!read.ok) return notReady(visit, read.problem);
		if (read.value !== null && isBrowserOf(visit, read.value)) mine.push(read.value);
	}
	const open = mine.filter((row) => isOpen(visit, row));
	const ended = mine.filter(({ state }) => state === 'used');
	const [one, ...others] = open.length > 0 ? open : ended.slice(0, 1);
	if (one === undefined) return strangerProblem(visit, 'CONNECT_LINK_INVALID');
	if (others.length === 0) {
		const language = languageOf(visit, readProgress(one.progress).language);
		return { kind: 'redirect', to: stepAddress(visit, one, language) };
	}
	const language = languageOf(visit);
	const choices = open.map((row) => ({
		customer: row.customer,
		url: stepAddress(visit, row, language),
	}));
	return showPage(renderBegun({ language, customer: '', otherLanguage: null }, choices));
}
