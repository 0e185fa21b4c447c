import type { Language } from '../../../core/issues';
import { z } from 'zod';
import type { ConnectTest } from '../../../core/connect/connection';
import {
	readProgress,
	type ConnectProgress,
	type InvitationRow,
} from '../../../core/connect/invitation';
import { unseal } from '../../shared/connect/token';
import type { NmbrsApp } from '../nmbrs/app';
import { exchangeCode, subjectOf, type TokenReply } from '../nmbrs/oauth';
import { readConsent, type Seen } from '../nmbrs/read';
import { readNmbrsApp } from '../settings';
import { advance } from './advance';
import { dropConsent, giveBackNow } from './claim';
import { byBrowser } from './gate';
import { asksConsent } from './path';
import { notReady, problem, stop, strangerProblem, type Or, type ConnectReply } from './reply';
import { withRevocation, withSecrets } from './secrets';
import { findOthers, loginHash, partitionText } from './shared';
import { verifierOf } from './start';
import { first, languageOf, randomText, type Visit } from './visit';

const State = z.object({ i: z.string(), n: z.string() });

/** Errors of OAuth2 that concern our app, not the customer (RFC 6749, 4.1.2.1). */
const APP_ERRORS = new Set([
	'invalid_scope',
	'unauthorized_client',
	'invalid_request',
	'unsupported_response_type',
]);

/** Back from NMBRS: which attempt this is, spent by this request alone. */
async function attemptOf(visit: Visit): Promise<Or<{ row: InvitationRow; attempt: string }>> {
	const state = unseal(visit.signingKey, 'state', State, first(visit.query, 'state'));
	if (state === null) return stop(strangerProblem(visit, 'CONNECT_STATE_INVALID'));
	const gate = await byBrowser(visit, state.i);
	if (!gate.ok) return gate;
	const row = gate.value;
	const language = languageOf(visit, readProgress(row.progress).language);
	// The step of the row is the latest attempt: an earlier one, or a second use, no longer counts.
	if (row.step !== state.n || !asksConsent(row)) {
		return stop(problem(visit, row, language, 'CONNECT_STATE_INVALID'));
	}
	const spent = await visit.store.step(row, { step: randomText(16) });
	if (!spent.ok) return stop(notReady(visit, spent.problem));
	if (spent.value === null) {
		return stop(problem(visit, row, language, 'CONNECT_STATE_INVALID'));
	}
	return { ok: true, value: { row: spent.value, attempt: state.n } };
}

async function tokensOf(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	attempt: string,
	app: NmbrsApp,
): Promise<Or<TokenReply & { refresh_token: string }>> {
	const exchanged = await exchangeCode(visit.context, app, {
		code: first(visit.query, 'code'),
		redirectUri: visit.pageUrl,
		verifier: verifierOf(visit, row.invitation, attempt),
	});
	if (exchanged.ok) {
		const { refresh_token } = exchanged.value;
		return refresh_token === undefined
			? stop(problem(visit, row, language, 'CONNECT_NO_REFRESH'))
			: { ok: true, value: { ...exchanged.value, refresh_token } };
	}
	const { kind, detail } = exchanged.problem;
	if (kind === 'code') return stop(problem(visit, row, language, 'CONNECT_CODE_EXPIRED'));
	visit.context.logger.error(`Customer Connect: NMBRS gave no tokens: ${detail}`);
	return kind === 'client'
		? stop(problem(visit, row, language, 'CONNECT_SCOPE_INVALID'))
		: stop(problem(visit, row, language, 'CONNECT_VENDOR_UNREACHABLE', { system: 'NMBRS' }));
}

function unseen(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	seen: Extract<Seen, { ok: false }>,
): ConnectReply {
	if (seen.kind === 'noRights') return problem(visit, row, language, 'CONNECT_NO_RIGHTS');
	const code = seen.problem?.code ?? 'CONNECT_VENDOR_FAILED';
	visit.context.logger.error(`Customer Connect: ${code}: ${seen.problem?.detail ?? ''}`);
	return problem(visit, row, language, 'CONNECT_VENDOR_FAILED', { system: 'NMBRS', code });
}

const testsOf = ({ debtors, companies }: Extract<Seen, { ok: true }>): ConnectTest[] => [
	{ code: 'CONNECT_TEST_DEBTORS', ok: true, params: { count: debtors.length } },
	...(companies.length === 0
		? []
		: [{ code: 'CONNECT_TEST_COMPANIES', ok: true, params: { count: companies.length } }]),
];

/** What the consent covers, compared with what is connected already: the progress it makes, or a page. */
async function examine(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	app: NmbrsApp,
	tokens: TokenReply,
): Promise<Or<{ progress: ConnectProgress; more: Partial<InvitationRow> }>> {
	const seen = await readConsent(visit.context, app, tokens.access_token);
	if (!seen.ok) return stop(unseen(visit, row, language, seen));
	const ids = seen.debtors.map(({ id }) => id);
	const login = loginHash(visit, 'nmbrs', subjectOf(tokens.access_token));
	const others = await findOthers(visit, row, login, ids);
	if (!others.ok) return stop(notReady(visit, others.problem));
	const { before, sameLogin, samePartitions, unread } = others.value;
	const replaces = row.replaces !== '';
	if (before !== null && !before.some((id) => ids.includes(id))) {
		const params = { customer: row.customer };
		return stop(problem(visit, row, language, 'CONNECT_OTHER_DEBTORS', params));
	}
	const sealed = withSecrets(visit, row, 'nmbrsOAuth2Api', tokens);
	if (sealed === null) return stop(strangerProblem(visit, 'CONNECT_OTHER_BROWSER'));
	const progress = readProgress(row.progress);
	return {
		ok: true,
		value: {
			progress: {
				...progress,
				// RFC 6749, 5.1: an answer without a scope grants what was asked for.
				scopes: (tokens.scope ?? app.scope).split(/\s+/).filter((one) => one !== ''),
				given: ['nmbrsOAuth2Api'],
				debtors: seen.debtors,
				companies: seen.companies,
				leaveChoices: seen.leaveGroups,
				chosen: false,
				sharedLogin: sameLogin,
				sharedPartitions: samePartitions.filter((customer) => !sameLogin.includes(customer)),
				unread,
				replacedUnknown: replaces && before === null,
				tests: testsOf(seen),
				testedAt: new Date(visit.now).toISOString(),
			},
			more: { login, partitions: partitionText(ids), sealed },
		},
	};
}

/**
 * What NMBRS leads the browser back to. The code is spent before anything else. What it is exchanged for
 * is sealed at once, so that it can be given back whatever happens next; no credential is made of it yet.
 */
export async function callback(visit: Visit): Promise<ConnectReply> {
	const found = await attemptOf(visit);
	if (!found.ok) return found.reply;
	const { row, attempt } = found.value;
	const language = languageOf(visit, readProgress(row.progress).language);
	const error = first(visit.query, 'error');
	if (APP_ERRORS.has(error)) return problem(visit, row, language, 'CONNECT_SCOPE_INVALID');
	if (error !== '' || first(visit.query, 'code') === '') {
		return problem(visit, row, language, 'CONNECT_CONSENT_REFUSED');
	}
	const read = await readNmbrsApp(visit.context);
	if (!read.ok) return problem(visit, row, language, 'CONNECT_NOT_READY');
	const tokens = await tokensOf(visit, row, language, attempt, read.value);
	if (!tokens.ok) return tokens.reply;
	const change = { sealed: withRevocation(visit, row, tokens.value.refresh_token) };
	const kept = await visit.store.step(row, change);
	if (!kept.ok || kept.value === null) {
		// The row does not hold it, so nobody else will give it back.
		await giveBackNow(visit, { ...row, ...change });
		return kept.ok
			? problem(visit, row, language, 'CONNECT_OUT_OF_DATE')
			: notReady(visit, kept.problem);
	}
	const examined = await examine(visit, kept.value, language, read.value, tokens.value);
	if (!examined.ok) {
		await dropConsent(visit, kept.value);
		return examined.reply;
	}
	const { progress, more } = examined.value;
	return await advance(visit, kept.value, language, progress, more);
}
