import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentialData } from '../../sandbox/demo/credentials.mts';
import type { CredentialRef } from '../../sandbox/demo/credentials.mts';
import { sendingWorkflow, sftpCredential } from '../../sandbox/demo/delivery.mts';
import { takeDesk } from '../../sandbox/demo/desk.mts';
import type { Desk } from '../../sandbox/demo/desk.mts';
import { KEY_SCOPES } from '../../sandbox/demo/instanceKey.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { approvalLink, errorOf } from '../../sandbox/demo/run.mts';
import { fillSettings } from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import { startSftp } from '../../sandbox/sftp/server.mts';
import type { SftpStandIn } from '../../sandbox/sftp/server.mts';
import { WORLD_SETTINGS } from '../../sandbox/world/catalogue.mts';
import type { System } from '../../sandbox/world/types.mts';
import { connectWithPay } from './connectPay.mts';
import type { Context } from './context.mts';
import { publishedForm } from './forms.mts';
import { Hand } from './hand.mts';
import { expectNothingOnDisk } from './kept.mts';
import { inviteInForm, pointAt, pressStartHere } from './journey.mts';
import type { Installed } from './journey.mts';
import { expectNoFigures, press } from './salaryLeave.mts';
import { importStartHere, START_FORM } from './startHere.mts';

/** A customer with pay and budgets, from the invitation to the files, everything as it ships. */

export const CUSTOMERS: Record<System, string> = {
	nmbrs: 'Transportgroep De Haan',
	afas: 'Zorggroep De Linde',
};

const TITLES: Record<System, string> = {
	nmbrs: 'Klant uitnodigen: NMBRS',
	afas: 'Klant uitnodigen: AFAS',
};

export interface Ops {
	installed: Installed;
	desk: Desk;
	nmbrsAppApi: CredentialRef;
	alleoApi: CredentialRef;
}

/** What ops do once for a new n8n. */
export async function setUpOps(context: Context): Promise<Ops> {
	const { client, sandbox } = context;
	const made = async (type: string, name: string, of = type): Promise<CredentialRef> => {
		const data = credentialData(sandbox)[of] ?? {};
		return { id: await client.createCredential(name, type, data), name };
	};
	const nmbrsAppApi = await made('nmbrsAppApi', 'Nmbrs app', 'nmbrsOAuth2Api');
	const alleoApi = await made('alleoApi', 'Alleo');
	const { workflow, credential: instance } = await importStartHere(context, KEY_SCOPES);
	const form = await publishedForm(context, workflow, START_FORM);
	const installed = await pressStartHere(context, new Hand(), form, 'start-here');
	const desk = await takeDesk(client, installed.workflowId('De balie'), instance);
	context.atEnd(() => desk.mailbox.close());
	return { installed, desk, nmbrsAppApi, alleoApi };
}

export interface PayCustomer {
	system: System;
	/** The one Alleo company that the invitation names. */
	companyId: number;
	sftp: SftpStandIn;
	/** n8n's ids of its workflows. */
	delivery: string;
	daily: string;
	salary: string;
	budgets: string;
	/** Every page that the customer saw while connecting. */
	seen: string[];
}

interface Listed {
	id: string;
	name: string;
	active: boolean;
}

/** The one workflow of this customer in whose name one of these words is. */
async function workflowOf(context: Context, customer: string, words: RegExp): Promise<Listed> {
	const all = await context.client.api<{ data: Listed[] }>('GET', '/workflows?limit=250');
	const found = all.data.filter(({ name }) => name.includes(customer) && words.test(name));
	const names = all.data.map(({ name }) => name).join(' | ');
	assert.equal(found.length, 1, `${words} of ${customer}: ${found.length} of ${names}`);
	return found[0] as Listed;
}

/** Where this customer's files go, as ops set it up before the customer is invited. */
async function makeDelivery(context: Context, deskId: string, sftp: SftpStandIn): Promise<string> {
	const credential = await sftpCredential(context.client, sftp);
	const id = await context.importAsIs(await sendingWorkflow(deskId, credential));
	await context.client.publish(id);
	return id;
}

/** From the invitation to the workflows that wait for their first run. */
export async function join(context: Context, ops: Ops, system: System): Promise<PayCustomer> {
	const { sandbox } = context;
	const { installed, desk, nmbrsAppApi, alleoApi } = ops;
	const name = CUSTOMERS[system];
	const companyId = WORLD_SETTINGS[system].defaultCompanyId;
	const sftp = await startSftp();
	context.atEnd(() => void sftp.close());
	const delivery = await makeDelivery(context, desk.id, sftp);
	const connect = installed.workflowId(TITLES[system]);
	await pointAt(context, sandbox, system, { workflowId: connect, alleoApi, nmbrsAppApi });
	const link = await inviteInForm(context, new Hand(), installed.form(TITLES[system]), {
		name,
		company: companyId,
		system,
		files: { delivery, budgets: 'Every day / Elke dag' },
	});
	const seen = await connectWithPay(context, sandbox, system, link);
	const deadline = Date.now() + 120_000;
	while (!desk.told(connect, 'connected').some(({ customer }) => customer === name)) {
		assert.ok(Date.now() < deadline, 'support got no message in two minutes');
		await sleep(300);
	}
	const daily = await workflowOf(context, name, /daily|employees/i);
	const salary = await workflowOf(context, name, /salary/i);
	const budgets = await workflowOf(context, name, /budget/i);
	for (const one of [daily, salary, budgets]) assert.equal(one.active, false, one.name);
	return {
		system,
		companyId,
		sftp,
		delivery,
		daily: daily.id,
		salary: salary.id,
		budgets: budgets.id,
		seen,
	};
}

/** Types values into the settings of a workflow; it stays off. */
export async function set(context: Context, id: string, values: SettingValues): Promise<void> {
	const { nodes, connections, settings, name, versionId } = await context.client.rest<
		Workflow & { versionId: string }
	>('GET', `/workflows/${id}`);
	const workflow = { name, nodes, connections, settings };
	fillSettings(workflow, values);
	await context.client.rest('PATCH', `/workflows/${id}`, { ...workflow, versionId });
}

export interface Planned {
	email: string | null;
	external_id: string | null;
	action: string;
	reason: { code: string; params: Record<string, string | number> };
	changes: Array<{ field: string; from: unknown; to: unknown }>;
}

export interface Decided {
	waiting: Execution;
	/** The page, what can be downloaded from it, and the receipt. */
	texts: Array<[where: string, text: string]>;
}

/** n8n knows the run no more: as it ships, nothing of it is kept. */
async function forgotten(context: Context, id: string): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const known = await context.client.execution(id).catch((error: Error) => error);
		if (known instanceof Error) return assert.match(known.message, /404/);
		assert.notEqual(known.status, 'error', 'the run failed');
		assert.ok(Date.now() < deadline, `the run is still there: ${known.status}`);
		await sleep(200);
	}
}

/** A run that waits, looked at and approved by support, to its end. */
export async function approve(
	context: Context,
	{ workflowId, trigger }: { workflowId: string; trigger: string },
	picture: string,
): Promise<Decided> {
	const { client } = context;
	const waiting = await client.settled(await client.runFrom(workflowId, trigger));
	assert.equal(waiting.status, 'waiting', errorOf(waiting));
	const link = approvalLink(waiting);
	const page = await context.strangersPage();
	await page.goto(link);
	await context.screenshot(page, picture, true);
	const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
	assert.ok(wide <= 1280, `${picture} is ${wide} wide on a screen of 1280`);
	const texts: Decided['texts'] = [[`page ${picture}`, await page.content()]];
	for (const format of ['html', 'csv', 'md']) {
		const address = `${page.url()}${page.url().includes('?') ? '&' : '?'}format=${format}`;
		texts.push([`download ${format} of ${picture}`, await (await fetch(address)).text()]);
	}
	await press(page, 'approve');
	texts.push([`receipt of ${picture}`, await page.content()]);
	await page.close();
	await forgotten(context, waiting.id);
	return { waiting, texts };
}

/** Everything that n8n keeps: its log, its tables, and the runs of all workflows, with their items. */
export async function expectNothingKept(
	context: Context,
	{ desk }: Ops,
	figures: readonly string[],
): Promise<void> {
	assert.ok(figures.length > 50, `only ${figures.length} figures to look for`);
	expectNoFigures('the log of n8n', readFileSync(context.n8n.logFile, 'utf8'), figures);
	expectNoFigures('the messages', JSON.stringify(desk.mailbox.messages), figures);
	const { client } = context;
	const tables = await client.api<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		'/data-tables?limit=250',
	);
	assert.ok(tables.data.length > 2, 'the tables of the desk');
	for (const { name } of tables.data) {
		expectNoFigures(`the table ${name}`, JSON.stringify(await client.tableRows(name)), figures);
	}
	let kept = 0;
	for (let cursor: string | null = ''; cursor !== null; ) {
		const page: { data: Array<{ id: string }>; nextCursor: string | null } = await client.api(
			'GET',
			`/executions?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
		);
		for (const { id } of page.data) {
			const execution = await client.execution(id);
			expectNoFigures(`execution ${id}`, JSON.stringify(execution), figures);
			kept += 1;
		}
		cursor = page.nextCursor;
	}
	const disk = await expectNothingOnDisk(context, figures);
	process.stdout.write(
		`        ${figures.length} figures in none of ${kept} runs that n8n shows, ${disk}\n`,
	);
}
