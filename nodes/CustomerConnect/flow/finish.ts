import { selectiveSyncOf } from '../../../core/connect/access';
import { CustomerCredentialType, type CredentialRef } from '../../../core/connect/connection';
import {
	readProgress,
	type ConnectProgress,
	type InvitationRow,
} from '../../../core/connect/invitation';
import { renderAfasFound } from '../../../core/connect/page/afas';
import { readAfasPay } from '../../../core/connect/payAnswers';
import { done } from '../../../core/model/result';
import { deleteMade } from '../../shared/connect/drop';
import { NOTHING_SEALED, readSealed, sealedText, type Secrets } from '../../shared/connect/sealed';
import type { CredentialData, N8nResult } from '../../shared/n8nApi';
import { oauthCredentialData } from '../nmbrs/app';
import { readNmbrsApp } from '../settings';
import { ticksAccess } from '../access';
import { severalAnswered } from '../filter';
import { connectionOf } from './connection';
import { byForm } from './gate';
import { formOf } from './forms';
import { givesPay, stationOf } from './path';
import {
	notReady,
	problem,
	showPage,
	stop,
	strangerProblem,
	type Or,
	type ConnectReply,
} from './reply';
import { credentialName, emptied, openSecrets } from './secrets';
import { anewAddress, languageOf, randomText, stepAddress, stepFrame, type Visit } from './visit';

/**
 * The end. Only here is anything written into n8n's credentials, by the browser that began:
 *
 * 1. one compare-and-set takes the step, so of two requests one goes on; nobody else takes the row for
 *    two minutes;
 * 2. new credentials are made without a secret, and the row remembers their ids;
 * 3. they are filled, or the one that is replaced is;
 * 4. the invitation is used up, and what was sealed is gone.
 *
 * Cut off anywhere, the same browser takes the last step again and makes nothing twice: it knows the ids.
 * Cut off between making and remembering (2), an empty credential without any secret can stay behind.
 */

type Data = Partial<Record<CustomerCredentialType, CredentialData>>;

/** The data of the credentials, from what was sealed for this browser. */
async function dataOf(visit: Visit, row: InvitationRow, secrets: Secrets): Promise<Or<Data>> {
	const { nmbrsOAuth2Api: tokens } = secrets;
	if (tokens === undefined) return { ok: true, value: secrets };
	const read = await readNmbrsApp(visit.context);
	if (read.ok) {
		return {
			ok: true,
			value: { ...secrets, nmbrsOAuth2Api: oauthCredentialData(read.value, tokens) },
		};
	}
	visit.context.logger.error(`Customer Connect: ${read.problem}`);
	return stop(problem(visit, row, languageOf(visit), 'CONNECT_NOT_READY', {}, 'step'));
}

/** The credential of this type: the replaced one, the one that was made before, or a new empty one. */
async function refOf(
	visit: Visit,
	row: InvitationRow,
	type: CustomerCredentialType,
	data: CredentialData,
): Promise<N8nResult<CredentialRef>> {
	if (row.replaces !== '' && row.replaces_type === type) {
		return { ok: true, value: { id: row.replaces, name: row.replaces_name } };
	}
	const known = readProgress(row.progress).credentials[type];
	if (known !== undefined) return { ok: true, value: known };
	const name = credentialName(row, type);
	const made = await visit.client.createCredential(name, type, emptied(data));
	return made.ok ? { ok: true, value: { id: made.value.id, name } } : made;
}

const entriesOf = (data: Data) =>
	CustomerCredentialType.options.flatMap((type) => {
		const values = data[type];
		return values === undefined ? [] : [[type, values] as const];
	});

/** Makes what is missing, remembers it, fills it. @returns the row as it is then */
async function store(visit: Visit, row: InvitationRow, data: Data): Promise<Or<InvitationRow>> {
	const progress = readProgress(row.progress);
	const credentials: ConnectProgress['credentials'] = {};
	const failed = (result: Extract<N8nResult<never>, { ok: false }>) =>
		stop(notReady(visit, result.problem, row));
	for (const [type, values] of entriesOf(data)) {
		const ref = await refOf(visit, row, type, values);
		if (!ref.ok) return failed(ref);
		credentials[type] = ref.value;
	}
	const change = { step: randomText(16), progress: JSON.stringify({ ...progress, credentials }) };
	const remembered = await visit.store.step(row, change);
	if (!remembered.ok) return failed(remembered);
	const known = { ...row, ...change };
	if (remembered.value === null) return await lost(visit, known);
	for (const [type, values] of entriesOf(data)) {
		const ref = credentials[type];
		if (ref === undefined) continue;
		const filled = await visit.client.replaceCredential(ref.id, { type, data: values });
		if (!filled.ok) return failed(filled);
	}
	return { ok: true, value: remembered.value };
}

/** Another request has the row now: what was made and is not remembered there goes again. */
async function lost(visit: Visit, row: InvitationRow): Promise<{ ok: false; reply: ConnectReply }> {
	const present = await visit.store.where([
		{ columnName: 'invitation', condition: 'eq', value: row.invitation },
	]);
	const kept = new Set(
		(present.ok ? present.value.rows : [row]).flatMap(({ progress }) =>
			Object.values(readProgress(progress).credentials).map(({ id }) => id),
		),
	);
	const { problems } = await deleteMade(visit.client, row, kept);
	for (const { code, detail } of problems) {
		visit.context.logger.error(`Customer Connect: a credential is left: ${code}: ${detail}`);
	}
	return stop(problem(visit, row, languageOf(visit), 'CONNECT_OUT_OF_DATE', {}, 'step'));
}

/** Ends the connection and gives it out. It is also kept with the invitation, in case n8n stops just then. */
export async function finish(
	visit: Visit,
	row: InvitationRow,
	progress: ConnectProgress,
	more: Partial<InvitationRow> = {},
): Promise<ConnectReply> {
	const { language } = progress;
	const secrets = openSecrets(visit, { ...row, ...more });
	if (secrets === null || progress.given.some((type) => secrets[type] === undefined)) {
		return strangerProblem(visit, 'CONNECT_OTHER_BROWSER');
	}
	const data = await dataOf(visit, row, secrets);
	if (!data.ok) return data.reply;
	const finishing = new Date(visit.now).toISOString();
	const taken = await visit.store.step(row, {
		...more,
		state: 'connecting',
		step: randomText(16),
		progress: JSON.stringify({ ...progress, finishing }),
	});
	if (!taken.ok) return notReady(visit, taken.problem, row);
	if (taken.value === null) {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	const stored = await store(visit, taken.value, data.value);
	if (!stored.ok) return stored.reply;
	const { left } = readSealed(stored.value.sealed);
	const connection = connectionOf(stored.value, readProgress(stored.value.progress), finishing);
	const used = await visit.store.step(stored.value, {
		state: 'used',
		step: randomText(16),
		used_at: finishing,
		sealed: sealedText({ ...NOTHING_SEALED, left }),
		connection: JSON.stringify(connection),
	});
	// Not known whether it counted: nothing is undone, and the same browser may try again.
	if (!used.ok) return notReady(visit, used.problem, row);
	if (used.value === null) return (await lost(visit, stored.value)).reply;
	return { kind: 'redirect', to: stepAddress(visit, row, language), connection };
}

/**
 * The button of the last page: with the answers about pay and the access field, or although something is missing
 * (AFAS), or after an end that was cut off.
 */
export async function finishStep(visit: Visit): Promise<ConnectReply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	const station = stationOf(row, progress);
	if (station !== 'afasFound' && station !== 'finish') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	if (station === 'finish') return await finish(visit, row, { ...progress, language });
	const { afasPay } = progress;
	const pay =
		afasPay === null || !givesPay(row, progress)
			? done(afasPay)
			: readAfasPay(afasPay, progress, visit.body);
	if (!pay.ok) {
		const page = renderAfasFound({
			frame: stepFrame(visit, row, language, station),
			form: formOf(visit, row, language),
			progress,
			again: anewAddress(visit, row, language),
			answered: visit.body,
			problem: pay.problem,
		});
		return showPage(page, 422);
	}
	return await finish(visit, row, {
		...progress,
		selectiveSync: selectiveSyncOf(progress.access, ticksAccess(visit.body)),
		severalCompanies: severalAnswered(progress.filter, visit.body),
		afasPay: pay.value,
		picked: true,
		language,
	});
}
