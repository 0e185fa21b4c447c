import { alleoKeyCell, readAlleoKey } from '../../../core/connect/alleoKey';
import { forgiveTry, type InvitationRow } from '../../../core/connect/invitation';
import { renderAlleoKey, renderAlleoKeyDone } from '../../../core/connect/page/alleoKey';
import type { PageProblem } from '../../../core/connect/page/customerWords';
import { readSecret } from '../../../core/connect/typed';
import { alleoKeyToken, readAlleoKeyToken } from '../../shared/connect/alleoKeyLink';
import { notReady, showPage, strangerProblem, type ConnectReply, type Or } from '../flow/reply';
import { counted } from '../flow/tries';
import { first, languageOf, type Visit } from '../flow/visit';
import { checkKeys } from './check';

/**
 * Support enters the Alleo keys of one customer here, and not in n8n's forms: a form's execution would keep
 * what was typed. The keys go into n8n's encrypted credentials, once; the row keeps the id.
 */

const ALLEO_TYPE = 'alleoApi';
/** n8n's own limit is 128 characters. */
const nameOf = ({ customer }: InvitationRow): string => `Alleo ${customer}`.slice(0, 128);

async function rowBy(visit: Visit, token: string): Promise<Or<InvitationRow>> {
	const link = readAlleoKeyToken(visit.signingKey, token, visit.now);
	if (link === null) return { ok: false, reply: strangerProblem(visit, 'CONNECT_LINK_INVALID') };
	const read = await visit.store.get(link.i);
	if (!read.ok) return { ok: false, reply: notReady(visit, read.problem) };
	const { value: row } = read;
	if (row === null) return { ok: false, reply: strangerProblem(visit, 'CONNECT_LINK_INVALID') };
	if (row.state === 'revoked' || row.state === 'ended') {
		return { ok: false, reply: strangerProblem(visit, 'CONNECT_LINK_REVOKED') };
	}
	// Once: keys that are in use are changed in n8n's credentials, by somebody who may.
	if (readAlleoKey(row.alleo_key).kind !== 'asked') {
		return { ok: false, reply: strangerProblem(visit, 'CONNECT_LINK_USED') };
	}
	return { ok: true, value: row };
}

const frameOf = (visit: Visit, row: InvitationRow) => ({
	language: languageOf(visit),
	customer: row.customer,
	otherLanguage: null,
});

const pageOf = (
	visit: Visit,
	row: InvitationRow,
	problem: PageProblem | null,
	missing: readonly string[] = [],
): string =>
	renderAlleoKey({
		frame: frameOf(visit, row),
		form: {
			action: visit.pageUrl,
			fields: {
				step: 'alleoKey',
				alleo: alleoKeyToken(visit.signingKey, row),
				language: languageOf(visit),
			},
		},
		company: row.alleo_company,
		problem,
		missing,
	});

export async function showAlleoKey(visit: Visit): Promise<ConnectReply> {
	const found = await rowBy(visit, first(visit.query, 'alleo'));
	return found.ok ? showPage(pageOf(visit, found.value, null)) : found.reply;
}

/** What was typed; the fields that are empty, or what is wrong with one. */
function typedKeys(visit: Visit) {
	const accessKey = readSecret(first(visit.body, 'accessKey'));
	const secretKey = readSecret(first(visit.body, 'secretKey'));
	const missing = Object.entries({ accessKey, secretKey }).flatMap(([name, read]) =>
		read.ok || read.problem !== 'missing' ? [] : [name],
	);
	const wrong: PageProblem | null =
		(accessKey.ok || accessKey.problem === 'missing') &&
		(secretKey.ok || secretKey.problem === 'missing')
			? null
			: { code: 'CONNECT_ALLEO_KEY_REFUSED', params: {} };
	const keys =
		accessKey.ok && secretKey.ok
			? { accessKey: accessKey.value, secretKey: secretKey.value }
			: null;
	return { missing, wrong, keys };
}

/** The form of that page: tested with Alleo first, then stored, then remembered by one step of the row. */
export async function enterAlleoKey(visit: Visit): Promise<ConnectReply> {
	const found = await rowBy(visit, first(visit.body, 'alleo'));
	if (!found.ok) return found.reply;
	const { missing, wrong, keys } = typedKeys(visit);
	if (keys === null) return showPage(pageOf(visit, found.value, wrong, missing), 422);
	const mine = await counted(visit, found.value, languageOf(visit), 'typed', 'link');
	if (!mine.ok) return mine.reply;
	const row = mine.value;
	const { alleoBaseUrl: baseUrl } = visit.settings;
	const problem = await checkKeys(visit.context, { ...keys, baseUrl }, row.alleo_company);
	if (problem !== null) return showPage(pageOf(visit, row, problem), 422);
	const made = await visit.client.createCredential(nameOf(row), ALLEO_TYPE, {
		...keys,
		baseUrl,
	});
	if (!made.ok) return notReady(visit, made.problem);
	const { id } = made.value;
	const kept = await visit.store.step(row, {
		alleo_key: alleoKeyCell({ kind: 'made', id }),
		tries: forgiveTry(row.tries, 'typed'),
	});
	if (kept.ok && kept.value !== null) return showPage(renderAlleoKeyDone(frameOf(visit, row)));
	// Somebody was first, or it is not known: nothing stays behind that nobody knows of.
	const deleted = await visit.client.deleteCredential(id);
	if (!deleted.ok) {
		visit.context.logger.error(`Customer Connect: a credential is left: ${deleted.problem.code}`);
	}
	return kept.ok ? strangerProblem(visit, 'CONNECT_OUT_OF_DATE') : notReady(visit, kept.problem);
}
