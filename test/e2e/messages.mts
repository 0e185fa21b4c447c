import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { decide } from '../../sandbox/demo/approvalPage.mts';
import { credentialData, TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import { RUN_LOG } from '../../sandbox/demo/desk.mts';
import { openMailServer } from '../../sandbox/demo/mailServer.mts';
import type { Mail, MailServer } from '../../sandbox/demo/mailServer.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../sandbox/demo/run.mts';
import {
	chooseDesk,
	customerWorkflow,
	fillSettings,
	keepExecutions,
	NODE,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import { ARTIFACTS } from './context.mts';
import type { Context } from './context.mts';
import { arrived, readMail } from './mail.mts';
import type { ReadMail } from './mail.mts';
import { dataTables } from './startHere.mts';

/** What people are told about a customer: each kind of message as it really happens, sent by n8n's own Send Email. */

/** All mail, to be read. */
export const keepMail = (mails: readonly Mail[]): void =>
	writeFileSync(
		path.join(ARTIFACTS, 'messages.txt'),
		mails
			.map(readMail)
			.map(({ to, subject, text }) => `To: ${to.join()}\n${subject}\n\n${text}`)
			.join('\n\n----\n\n'),
	);

const HR = 'hr@klant.example';
const CUSTOMER = 'Zorggroep Noord & Zn';

/** `28 november 2026 20:25` and its English twin. */
const TIME = {
	nl: /\b\d{1,2} (november|december|januari|februari) 20\d\d \d\d:\d\d\b/,
	en: /\b\d{1,2} (November|December|January|February) 20\d\d \d\d:\d\d\b/,
};
const PLAN = /\/webhook\/[0-9a-f-]{36}\?plan=plan-[^&\s]+&sig=[\w-]{43}/;
const RUN = /\/workflow\/\w+\/executions\/\d+/;
const EXPLAIN = /\/form\/[0-9a-f-]{36}\?customer=Zorggroep%20Noord%20%26%20Zn&person=afas-/;

interface Play {
	context: Context;
	mail: MailServer;
	id: string;
	bindings: Bindings;
}

/** The mail of this kind about the customer, to whom Sync Settings say, with what it has to have. */
async function mailOf(
	{ mail }: Play,
	subject: string,
	parts: readonly RegExp[],
): Promise<ReadMail> {
	const found = await arrived(mail.mails, new RegExp(`^${CUSTOMER}: ${subject}`));
	assert.deepEqual(found.to, [HR], found.subject);
	for (const part of parts) assert.match(found.text, part, found.subject);
	assert.doesNotMatch(found.text, /undefined|null|\[object|\d{4}-\d\d-\d\dT/, found.subject);
	return found;
}

/** In the editor; the workflow is not published by it. */
async function set({ context, id }: Play, values: SettingValues): Promise<void> {
	const saved = await context.client.rest<Workflow & { versionId: string }>(
		'GET',
		`/workflows/${id}`,
	);
	fillSettings(saved, values);
	const { nodes, connections, settings, name, versionId } = saved;
	const body = { nodes, connections, settings, name, versionId };
	await context.client.rest('PATCH', `/workflows/${id}`, body);
}

async function changeCredential(
	{ context, bindings }: Play,
	type: string,
	changes: object,
): Promise<void> {
	const { id, name } = bindings[type] ?? {};
	const data = { ...credentialData(context.sandbox)[type], ...changes };
	await context.client.rest('PATCH', `/credentials/${String(id)}`, { name, type, data });
}

const daily = async ({ context, id }: Play): Promise<Execution> =>
	await context.client.settled(await context.client.runFrom(id, NODE.schedule));

async function approve({ context, id }: Play): Promise<Execution> {
	const run = await context.client.settled(await context.client.runFrom(id, NODE.dryRun));
	assert.equal(run.status, 'waiting');
	await decide(approvalLink(run), {
		decision: 'approveAndEnable',
		approver: 'Sanne Support',
		comment: 'Met de klant bekeken',
		offboardings: offboardings(run),
	});
	return await context.client.ended(run.id);
}

/** A run that began yesterday and of which nothing more was heard. */
async function addCut({ context, id }: Play): Promise<void> {
	const log = (await dataTables(context.client)).find(({ name }) => name === RUN_LOG);
	const started = new Date(Date.now() - 86_400_000).toISOString();
	const row = { run: '987654', workflow: id, state: 'applying', mode: 'daily' };
	await context.client.api('POST', `/data-tables/${log?.id ?? ''}/rows`, {
		data: [{ ...row, started_at: started }],
		returnType: 'all',
	});
}

/** Every kind of message about a customer, as it really happens, in its own language. */
async function everyKind(play: Play): Promise<void> {
	const { context } = play;
	const { faults, state } = context.sandbox.alleo;
	const body = JSON.stringify({ message: 'The given data was invalid.' });
	faults.add({ kind: 'status', method: 'PATCH', status: 422, times: 1, body });
	await approve(play);
	const held = await mailOf(play, '\\d+ employees wait for a correction in AFAS', [EXPLAIN, PLAN]);
	assert.match(held.text, /The whole plan: http/);
	await mailOf(play, 'a plan from AFAS to Alleo waits for a decision', [PLAN, TIME.en]);
	await mailOf(play, '1 change in Alleo failed', [/Approved by Sanne Support on/, TIME.en, PLAN]);
	await mailOf(play, 'the daily sync is still off', [/SYNC_NOT_ENABLED_FAILURES/, PLAN]);

	await set(play, { language: 'nl', approval: 'whenGuardTrips' });
	await daily(play);
	await mailOf(play, 'de synchronisatie werkt weer', [/Doorgevoerd: 1 bijgewerkt/, PLAN]);

	const [account] = state.store.accounts.filter(
		({ external_id: person, is_active: active }) => person?.startsWith('afas-') === true && active,
	);
	assert.ok(account);
	state.store.update(account, { last_name: 'Anders' });
	await set(play, { approval: 'always' });
	await approve(play);
	await mailOf(play, 'een plan van AFAS naar Alleo wacht op een besluit', [PLAN, TIME.nl]);
	await mailOf(play, '1 wijziging doorgevoerd in Alleo', [
		/Goedgekeurd door Sanne Support op/,
		TIME.nl,
		PLAN,
	]);
	await mailOf(play, 'de dagelijkse synchronisatie staat aan', [/\/workflow\/\w+/]);

	await set(play, { language: 'en', approval: 'whenGuardTrips' });
	await changeCredential(play, 'alleoApi', { secretKey: 'SK-WRONG' });
	await daily(play);
	const stopped = await mailOf(play, 'the run stopped', [RUN, /ALLEO_/]);
	assert.doesNotMatch(stopped.text, /SK-WRONG/);
	await changeCredential(play, 'alleoApi', {});

	await set(play, { language: 'nl' });
	await changeCredential(play, 'afasOAuth2Api', { clientSecret: 'wrong' });
	await daily(play);
	await mailOf(play, 'de toegang tot AFAS is beëindigd', [
		/\/webhook\/alleo-connect[^ ]*\?invitation=/,
	]);
	await changeCredential(play, 'afasOAuth2Api', {});

	await addCut(play);
	await daily(play);
	await mailOf(play, 'een eerdere run is afgebroken', [TIME.nl, /RUN_CUT/]);
}

/** The mail server of ops, in the one SMTP credential of this n8n. */
export async function openOpsMail({ client }: Context): Promise<MailServer> {
	const mail = await openMailServer();
	await client.rest('POST', '/credentials', {
		name: 'Mail of ops',
		type: 'smtp',
		data: {
			...{ user: '', password: '', host: '127.0.0.1', port: mail.port },
			...{ secure: false, disableStartTls: true, hostName: '' },
		},
	});
	return mail;
}

/** Every message about a customer of this desk, read as it arrives by SMTP. */
export async function readEveryKind(
	context: Context,
	mail: MailServer,
	desk: string,
): Promise<void> {
	const bindings = await context.credentials(TYPES_OF.afas);
	const workflow = await customerWorkflow('afas', bindings, {
		...{ customer_name: CUSTOMER, language: 'en', recipients: HR, offer_enable: true },
	});
	chooseDesk(workflow, desk);
	const id = await context.importAsIs(keepExecutions(workflow));
	await everyKind({ context, mail, id, bindings });
}

/** The week of all customers goes to who looks after this n8n. */
export async function readDigest(mail: MailServer, operator: string): Promise<void> {
	const digest = await arrived(mail.mails, /^Alleo-synchronisatie: de week tot en met/);
	assert.deepEqual(digest.to, [operator]);
	assert.ok(digest.text.includes(CUSTOMER), digest.text);
}
