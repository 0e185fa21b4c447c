import { z } from 'zod';
import type { ConnectTest } from '../../../core/connect/connection';
import { readProgress, type InvitationRow } from '../../../core/connect/invitation';
import type { PageLanguage } from '../../../core/connect/page/text';
import { unseal } from '../../shared/connect/token';
import { oauthCredentialData, type NmbrsApp } from '../nmbrs/app';
import { exchangeCode, subjectOf, type TokenReply } from '../nmbrs/oauth';
import { readConsent, type Seen } from '../nmbrs/read';
import { readNmbrsApp } from '../settings';
import { advance } from './advance';
import { byBrowser } from './gate';
import { asksConsent } from './path';
import { notReady, problem, stop, strangerProblem, type Or, type Reply } from './reply';
import { storeSecrets, undo } from './secrets';
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
	const spent = await visit.store.step(
		row.invitation,
		{ state: row.state, step: state.n },
		{ step: randomText(16) },
	);
	if (!spent.ok) return stop(notReady(visit, spent.problem));
	if (spent.value === null || !asksConsent(row)) {
		return stop(problem(visit, row, language, 'CONNECT_STATE_INVALID'));
	}
	return { ok: true, value: { row: spent.value, attempt: state.n } };
}

async function tokensOf(
	visit: Visit,
	row: InvitationRow,
	language: PageLanguage,
	attempt: string,
	app: NmbrsApp,
): Promise<Or<TokenReply>> {
	const exchanged = await exchangeCode(visit.context, app, {
		code: first(visit.query, 'code'),
		redirectUri: visit.pageUrl,
		verifier: verifierOf(visit, row.invitation, attempt),
	});
	if (exchanged.ok) {
		return exchanged.tokens.refresh_token === undefined
			? stop(problem(visit, row, language, 'CONNECT_NO_REFRESH'))
			: { ok: true, value: exchanged.tokens };
	}
	if (exchanged.kind === 'code') return stop(problem(visit, row, language, 'CONNECT_CODE_EXPIRED'));
	visit.context.logger.error(`Customer Connect: NMBRS gave no tokens: ${exchanged.detail}`);
	return exchanged.kind === 'client'
		? stop(problem(visit, row, language, 'CONNECT_SCOPE_INVALID'))
		: stop(problem(visit, row, language, 'CONNECT_VENDOR_UNREACHABLE', { system: 'NMBRS' }));
}

function unseen(
	visit: Visit,
	row: InvitationRow,
	language: PageLanguage,
	seen: Extract<Seen, { ok: false }>,
): Reply {
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

/**
 * What NMBRS leads the browser back to. The code is spent before anything else; the consent is read, and
 * compared with what is connected already, before a credential is written.
 */
export async function callback(visit: Visit): Promise<Reply> {
	const found = await attemptOf(visit);
	if (!found.ok) return found.reply;
	const { row, attempt } = found.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	const error = first(visit.query, 'error');
	if (APP_ERRORS.has(error)) return problem(visit, row, language, 'CONNECT_SCOPE_INVALID');
	if (error !== '' || first(visit.query, 'code') === '') {
		return problem(visit, row, language, 'CONNECT_CONSENT_REFUSED');
	}
	const read = await readNmbrsApp(visit.context);
	if (!read.ok) return problem(visit, row, language, 'CONNECT_NOT_READY');
	const tokens = await tokensOf(visit, row, language, attempt, read.app);
	if (!tokens.ok) return tokens.reply;
	const seen = await readConsent(visit.context, read.app, tokens.value.access_token);
	if (!seen.ok) return unseen(visit, row, language, seen);

	const ids = seen.debtors.map(({ id }) => id);
	const login = loginHash(visit, 'nmbrs', subjectOf(tokens.value.access_token));
	const others = await findOthers(visit, row, login, ids);
	if (!others.ok) return notReady(visit, others.problem);
	const { before, sameLogin, samePartitions } = others.value;
	const replaces = row.replaces !== '';
	if (replaces && before !== null && !before.some((id) => ids.includes(id))) {
		return problem(visit, row, language, 'CONNECT_OTHER_DEBTORS', { customer: row.customer });
	}
	const data = oauthCredentialData(read.app, tokens.value);
	const stored = await storeSecrets(visit, row, progress, 'nmbrsOAuth2Api', data);
	if (!stored.ok) return notReady(visit, stored.problem);
	const { taken, reply } = await advance(
		visit,
		row,
		language,
		{
			...progress,
			// RFC 6749, 5.1: an answer without a scope grants what was asked for.
			scopes: (tokens.value.scope ?? read.app.scope).split(/\s+/).filter((one) => one !== ''),
			credentials: { ...progress.credentials, nmbrsOAuth2Api: stored.value.ref },
			debtors: seen.debtors,
			companies: seen.companies,
			leaveChoices: seen.leaveGroups,
			chosen: false,
			sharedLogin: sameLogin,
			sharedPartitions: samePartitions.filter((customer) => !sameLogin.includes(customer)),
			replacedUnknown: replaces && before === null,
			tests: testsOf(seen),
			testedAt: new Date(visit.now).toISOString(),
		},
		{ login, partitions: partitionText(ids) },
	);
	if (!taken) await undo(visit, stored.value);
	return reply;
}
