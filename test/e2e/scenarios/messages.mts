import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { credentialData, TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { openMailServer } from '../../../sandbox/demo/mailServer.mts';
import type { Mail, MailServer } from '../../../sandbox/demo/mailServer.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import {
	chooseDesk,
	customerWorkflow,
	fillSettings,
	keepExecutions,
	NODE,
} from '../../../sandbox/demo/template.mts';
import type { SettingValues } from '../../../sandbox/demo/template.mts';
import type * as BundleModule from '../../../core/connect/installation/bundle';
import { ARTIFACTS } from '../context.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';
import { allowForm } from '../forms.mts';
import { arrived, readMail } from '../mail.mts';
import type { ReadMail } from '../mail.mts';
import { load } from '../waitingPlan.mts';
import {
	dataTables,
	importStartHere,
	livingWorkflows,
	madeFrom,
	pressButton,
	pressSetUp,
} from '../startHere.mts';

/** Start here with e-mail chosen: n8n's own Send Email, an SMTP server on the loopback, and what arrives. */

export const freshN8n = true;

const { DESK } = await load<typeof BundleModule>('core/connect/installation/bundle.ts');

const PATIENT = 240_000;

/** All mail, to be read. */
const keep = (mails: readonly Mail[]): void =>
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

const set = async ({ context, id }: Play, values: SettingValues): Promise<void> =>
	await context.client.changeWorkflow(id, (workflow) => fillSettings(workflow, values));

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
	await mailOf(play, 'the daily sync is still off', [/SYNC_NOT_ENABLED_FAILURES/]);

	await set(play, { language: 'nl', approval: 'whenGuardTrips' });
	await daily(play);
	await mailOf(play, 'de synchronisatie werkt weer', [/Doorgevoerd: 1/, PLAN]);

	const [account] = state.store.accounts.filter(
		({ external_id: person, is_active: active }) => person?.startsWith('afas-') === true && active,
	);
	assert.ok(account);
	state.store.update(account, { last_name: 'Anders' });
	await approve(play);
	await mailOf(play, 'een plan van AFAS naar Alleo wacht op een besluit', [PLAN, TIME.nl]);
	await mailOf(play, '1 wijziging doorgevoerd in Alleo', [
		/Goedgekeurd door Sanne Support op/,
		TIME.nl,
		PLAN,
	]);
	await mailOf(play, 'de dagelijkse synchronisatie staat aan', []);

	await set(play, { language: 'en' });
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

export const scenarios: Record<string, Scenario> = {
	'e-mail is chosen on the form, and every kind of message arrives': async (context) => {
		const { client } = context;
		const mail = await openMailServer();
		try {
			await client.rest('POST', '/credentials', {
				name: 'Mail of ops',
				type: 'smtp',
				data: {
					...{ user: '', password: '', host: '127.0.0.1', port: mail.port },
					...{ secure: false, disableStartTls: true, hostName: '' },
				},
			});
			const started = await importStartHere(context);
			const editor = await context.page();
			editor.setDefaultTimeout(PATIENT);
			await editor.goto(`${context.n8n.url}/workflow/${started.workflow}`);
			await editor.locator('[data-test-id="execute-workflow-button"]').waitFor();
			const popup = editor.waitForEvent('popup');
			await editor.locator('[data-test-id="execute-workflow-button"]').click();
			const page = await popup;
			page.setDefaultTimeout(PATIENT);
			await page.setViewportSize({ width: 1600, height: 1000 });
			const button = page.getByRole('button', { name: 'Set up / Richt in' });
			await allowForm(page, button);
			await page.locator('input[type=text], input:not([type])').nth(0).fill('ops@example.com');
			await page
				.locator('input[type=text], input:not([type])')
				.nth(1)
				.fill('Alleo <sync@example.com>');
			await context.screenshot(page, 'form', true);
			const text = await pressButton(page, 'Nederlands', 'E-mail');
			await context.screenshot(page, 'set-up', true);
			assert.doesNotMatch(text, /Niemand krijgt bericht/);
			assert.doesNotMatch(text, /credential waarmee berichten worden verstuurd/);

			const all = await livingWorkflows(client);
			const bindings = await context.credentials(TYPES_OF.afas);
			const workflow = await customerWorkflow('afas', bindings, {
				...{ customer_name: CUSTOMER, language: 'en', recipients: HR, offer_enable: true },
			});
			chooseDesk(workflow, madeFrom(all, DESK).id);
			const id = await context.importAsIs(keepExecutions(workflow));
			await everyKind({ context, mail, id, bindings });

			const watchdog = madeFrom(all, 'watchdog');
			await client.settled(await client.runFrom(watchdog.id, 'Every Monday at 08:00'));
			const digest = await arrived(mail.mails, /^Alleo-synchronisatie: de week tot en met/);
			assert.deepEqual(digest.to, ['ops@example.com']);
			assert.ok(digest.text.includes(CUSTOMER), digest.text);
			assert.ok(mail.mails.every(({ from }) => from === 'sync@example.com'));

			// Nobody there: the message is lost, and the workflow that had something to say goes on.
			mail.close();
			const ended = await client.settled(
				await client.runFrom(watchdog.id, 'Every Monday at 08:00'),
			);
			assert.equal(ended.status, 'success', 'a mail server that is away ends nothing');

			const again = await context.page();
			again.setDefaultTimeout(PATIENT);
			const none = await pressSetUp(
				again,
				started,
				'Nederlands',
				'Nobody is told / Niemand krijgt bericht',
			);
			await context.screenshot(again, 'nobody', true);
			assert.match(none, /Niemand krijgt bericht/);
			const words = again.locator('li.urgent strong', { hasText: 'Niemand krijgt bericht' });
			const [red = 0, green = 0, blue = 0] = (
				(await words.evaluate((one) => getComputedStyle(one).color)).match(/\d+/g) ?? []
			).map(Number);
			assert.ok(red > 2 * Math.max(green, blue), `rgb(${red}, ${green}, ${blue}) is not red`);
			await again.close();
			await page.close();
			await editor.close();
		} finally {
			keep(mail.mails);
			mail.close();
		}
	},
};
