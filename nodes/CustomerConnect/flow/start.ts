import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import { renderGoing } from '../../../core/connect/page/nmbrs';
import { seal, sign } from '../../shared/connect/token';
import { authorizeUrl, preflight } from '../nmbrs/oauth';
import { readNmbrsApp } from '../settings';
import { byLink } from './gate';
import { asksConsent } from './path';
import { notReady, problem, showPage, strangerProblem, type Or, type Reply } from './reply';
import {
	cookieHeader,
	first,
	hashOf,
	languageOf,
	linkFrame,
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

/** This browser takes the invitation over: from now on its cookie counts, and no other. */
export async function claim(
	visit: Visit,
	row: InvitationRow,
	change: Partial<InvitationRow> = {},
): Promise<Or<{ row: InvitationRow; cookie: string; attempt: string }>> {
	const attempt = randomText(16);
	const cookie = randomText(32);
	const claimed = await visit.store.step(
		row.invitation,
		{ state: row.state, step: row.step },
		{ ...change, step: attempt, browser: hashOf(cookie) },
	);
	if (!claimed.ok) return { ok: false, reply: notReady(visit, claimed.problem) };
	if (claimed.value === null) {
		const language = languageOf(visit);
		return { ok: false, reply: problem(visit, row, language, 'CONNECT_OUT_OF_DATE') };
	}
	return { ok: true, value: { row: claimed.value, cookie, attempt } };
}

/** The button of the NMBRS landing page. */
export async function start(visit: Visit): Promise<Reply> {
	const gate = await byLink(visit, first(visit.body, 'invitation'));
	if (!gate.ok) return gate.reply;
	const { row, link } = gate.value;
	if (row.system !== 'nmbrs') return strangerProblem(visit, 'CONNECT_LINK_INVALID');
	const language = languageOf(visit, link.l);
	const progress = JSON.stringify({ ...readProgress(row.progress), chosen: false, language });
	if (!asksConsent(row)) {
		const claimed = await claim(visit, row, { progress, state: 'connecting' });
		if (!claimed.ok) return claimed.reply;
		const cookie = cookieHeader(visit, row.invitation, claimed.value.cookie);
		return { kind: 'redirect', to: stepAddress(visit, row, language), cookie };
	}
	const read = await readNmbrsApp(visit.context);
	if (!read.ok) {
		visit.context.logger.error(`Customer Connect: ${read.detail}`);
		return problem(visit, row, language, 'CONNECT_NOT_READY');
	}
	const request = { redirectUri: visit.pageUrl, state: 'check', verifier: randomText(32) };
	const accepted = await preflight(visit.context, read.app, authorizeUrl(read.app, request));
	if (accepted !== 'fine') {
		visit.context.logger.error(`Customer Connect: NMBRS ${accepted} the authorize request`, {
			redirectUri: visit.pageUrl,
			scope: read.app.scope,
		});
		return accepted === 'refused'
			? problem(visit, row, language, 'CONNECT_SCOPE_INVALID')
			: problem(visit, row, language, 'CONNECT_VENDOR_UNREACHABLE', { system: 'NMBRS' });
	}
	const claimed = await claim(visit, row, { progress });
	if (!claimed.ok) return claimed.reply;
	const { attempt, cookie } = claimed.value;
	const url = authorizeUrl(read.app, {
		redirectUri: visit.pageUrl,
		state: stateOf(visit, row.invitation, attempt),
		verifier: verifierOf(visit, row.invitation, attempt),
	});
	return {
		...showPage(renderGoing(linkFrame(visit, row, language), url)),
		cookie: cookieHeader(visit, row.invitation, cookie),
	};
}
