import { readProgress } from '../../../core/connect/invitation';
import { renderGoing } from '../../../core/connect/page/nmbrs';
import { seal, sign } from '../../shared/connect/token';
import { authorizeUrl, preflight } from '../nmbrs/oauth';
import { readNmbrsApp } from '../settings';
import { claim } from './claim';
import { byLink } from './gate';
import { asksConsent } from './path';
import { problem, showPage, strangerProblem, type ConnectReply } from './reply';
import { counted } from './tries';
import {
	cookieHeader,
	first,
	landingFrame,
	languageOf,
	randomText,
	stepAddress,
	type Visit,
} from './visit';

/** What comes back from NMBRS with the code: which invitation, which attempt. */
export const stateOf = (visit: Visit, invitation: string, attempt: string): string =>
	seal(visit.signingKey, 'state', { i: invitation, n: attempt });

/** Follows from the attempt and the signing key: nothing to keep, and no browser ever sees it. */
export const verifierOf = (visit: Visit, invitation: string, attempt: string): string =>
	sign(visit.signingKey, 'verifier', `${invitation}.${attempt}`);

/** The button of the NMBRS landing page. */
export async function start(visit: Visit): Promise<ConnectReply> {
	const gate = await byLink(visit, first(visit.body, 'invitation'));
	if (!gate.ok) return gate.reply;
	const { row, link } = gate.value;
	if (row.system !== 'nmbrs') return strangerProblem(visit, 'CONNECT_LINK_INVALID');
	const language = languageOf(visit, link.l);
	if (!asksConsent(row)) {
		const claimed = await claim(visit, row, language, { state: 'connecting' });
		if (!claimed.ok) return claimed.reply;
		const cookie = cookieHeader(visit, row.invitation, claimed.value.cookie);
		return { kind: 'redirect', to: stepAddress(visit, row, language), cookie };
	}
	const read = await readNmbrsApp(visit.context);
	if (!read.ok) {
		visit.context.logger.error(`Customer Connect: ${read.problem}`);
		return problem(visit, row, language, 'CONNECT_NOT_READY');
	}
	const mine = await counted(visit, row, language, 'consent', 'link');
	if (!mine.ok) return mine.reply;
	const request = { redirectUri: visit.pageUrl, state: 'check', verifier: randomText(32) };
	const accepted = await preflight(visit.context, read.value, authorizeUrl(read.value, request));
	if (accepted !== 'fine') {
		visit.context.logger.error(`Customer Connect: NMBRS ${accepted} the authorize request`, {
			redirectUri: visit.pageUrl,
			scope: read.value.scope,
		});
		return accepted === 'refused'
			? problem(visit, row, language, 'CONNECT_SCOPE_INVALID')
			: problem(visit, row, language, 'CONNECT_VENDOR_UNREACHABLE', { system: 'NMBRS' });
	}
	const claimed = await claim(visit, mine.value, language);
	if (!claimed.ok) return claimed.reply;
	const { attempt, cookie, row: claimedRow } = claimed.value;
	const { dropped } = readProgress(claimedRow.progress);
	const url = authorizeUrl(read.value, {
		redirectUri: visit.pageUrl,
		state: stateOf(visit, row.invitation, attempt),
		verifier: verifierOf(visit, row.invitation, attempt),
	});
	return {
		...showPage(renderGoing(landingFrame(visit, row, language), url, dropped)),
		cookie: cookieHeader(visit, row.invitation, cookie),
	};
}
