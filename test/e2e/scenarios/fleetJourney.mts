import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentialData } from '../../../sandbox/demo/credentials.mts';
import type { CredentialRef } from '../../../sandbox/demo/credentials.mts';
import { takeDesk } from '../../../sandbox/demo/desk.mts';
import type { Desk } from '../../../sandbox/demo/desk.mts';
import { KEY_SCOPES } from '../../../sandbox/demo/instanceKey.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import { startSandbox } from '../../../sandbox/start.mts';
import type { Sandbox } from '../../../sandbox/start.mts';
import { WORLD_SETTINGS } from '../../../sandbox/world/catalogue.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { executionWhere, settingOf, workflowOf } from '../connect.mts';
import type { Context } from '../context.mts';
import { openForm, publishedForm } from '../forms.mts';
import { Hand } from '../hand.mts';
import {
	approveAndEnable,
	connectAsCustomer,
	inviteInForm,
	pointAt,
	pressStartHere,
} from '../journey.mts';
import type { Installed } from '../journey.mts';
import type { Scenario } from '../run.mts';
import { tableRows } from '../runLog.mts';
import { say } from '../runner.mts';
import { importStartHere, START_FORM } from '../startHere.mts';

/**
 * A new n8n and this package: Start here, then two customers of NMBRS and two of AFAS, each invited,
 * connected by its own administrator, approved and enabled, without a node being opened for any of them.
 */

export const freshN8n = true;

interface Customer {
	name: string;
	system: System;
	/** Has an Alleo credential of its own; the others share the wide one. */
	own: boolean;
}

const CUSTOMERS: Customer[] = [
	{ name: 'Bakkerij Van Dijk', system: 'nmbrs', own: false },
	{ name: 'Slagerij De Boer', system: 'nmbrs', own: true },
	{ name: 'Zorggroep Noord', system: 'afas', own: false },
	{ name: 'Zorggroep Zuid', system: 'afas', own: true },
];

const TITLES = {
	desk: 'De balie',
	nmbrs: 'Klant uitnodigen: NMBRS',
	afas: 'Klant uitnodigen: AFAS',
	fleet: 'Alle klanten',
} as const;

interface Setup {
	installed: Installed;
	desk: Desk;
	hand: Hand;
	nmbrsAppApi: CredentialRef;
	alleo: { wide: CredentialRef; own: CredentialRef };
	/** Who shares the wide credential, and who does not: other people at other vendors. */
	worlds: { wide: Sandbox; own: Sandbox };
}

async function setUp(context: Context): Promise<Setup> {
	const { client } = context;
	const hand = new Hand();
	hand.now('set-up, once');
	const { workflow, credential: instance } = await importStartHere(context, KEY_SCOPES);
	const form = await publishedForm(context, workflow, START_FORM);
	const first = await pressStartHere(context, hand, form, 'start-here');
	assert.match(first.text, /gemaakt/);
	assert.match(first.text, /Niemand krijgt bericht/);

	const own = await startSandbox({
		employees: 60,
		seed: 2,
		nmbrs: { settings: { clients: context.sandbox.nmbrs.state.settings.clients } },
	});
	context.atEnd(() => void own.close());
	const worlds = { wide: context.sandbox, own };
	const made = async (type: string, name: string, world: Sandbox, of = type) => {
		const data = credentialData(world)[of] ?? {};
		return { id: await client.createCredential(name, type, data), name };
	};
	const nmbrsAppApi = await made('nmbrsAppApi', 'Nmbrs app', own, 'nmbrsOAuth2Api');
	const alleo = {
		wide: await made('alleoApi', 'Alleo', worlds.wide),
		own: await made('alleoApi', 'Alleo of one customer', own),
	};

	// Pressed again: the app is filled in, and nothing is made twice.
	const installed = await pressStartHere(context, hand, form, 'start-here-again');
	assert.match(installed.text, /credential ingevuld/);
	assert.equal(installed.workflowId(TITLES.desk), first.workflowId(TITLES.desk));
	const connect = await workflowOf(context, installed.workflowId(TITLES.nmbrs));
	const trigger = nodeOf(connect, 'When a customer connects');
	assert.equal(trigger.credentials?.['nmbrsAppApi']?.id, nmbrsAppApi.id);
	assert.ok((await client.activeWorkflows()).includes(installed.workflowId(TITLES.desk)));
	const desk = await takeDesk(client, installed.workflowId(TITLES.desk), instance);
	context.atEnd(() => desk.mailbox.close());
	return { installed, desk, hand, nmbrsAppApi, alleo, worlds };
}

/** From the invitation to a daily sync that is on. @returns the customer's workflow */
async function join(context: Context, set: Setup, customer: Customer): Promise<string> {
	const { installed, desk, hand, nmbrsAppApi } = set;
	const { name, system, own } = customer;
	const world = own ? set.worlds.own : set.worlds.wide;
	const alleoApi = own ? set.alleo.own : set.alleo.wide;
	const connect = installed.workflowId(TITLES[system]);
	await pointAt(context, world, system, { workflowId: connect, alleoApi, nmbrsAppApi });

	hand.now(`${name}, support`);
	const company = WORLD_SETTINGS[system].defaultCompanyId;
	const link = await inviteInForm(context, hand, installed.form(TITLES[system]), {
		name,
		company,
		system,
	});
	hand.now(`${name}, the customer`);
	await connectAsCustomer(context, hand, world, system, link);

	hand.now(`${name}, support`);
	const deadline = Date.now() + 120_000;
	const connected = () =>
		desk.told(connect, 'connected').filter((message) => message.customer === name);
	while (connected().length === 0) {
		assert.ok(Date.now() < deadline, 'support got no message in two minutes');
		await sleep(300);
	}
	const [message, ...others] = connected();
	assert.ok(message);
	assert.deepEqual(others, [], 'one message');
	const id = await workflowIdOf(context, name);
	const isWaiting = ({ status }: { status: string }): boolean => status === 'waiting';
	const waiting = await executionWhere(context, id, isWaiting, 'plan that waits');
	await approveAndEnable(context, hand, message.link, offboardings(waiting));
	return id;
}

async function workflowIdOf(context: Context, name: string): Promise<string> {
	const all = await context.client.api<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		'/workflows?limit=250',
	);
	const found = all.data.filter((one) => one.name.includes(name));
	assert.equal(found.length, 1, `${found.length} workflows of ${name}`);
	return found[0]?.id ?? '';
}

/** Its first plan was applied and told once, it is on, and it runs by itself at a minute of its own. */
async function expectEnabled(context: Context, set: Setup, customer: Customer, id: string) {
	const { client } = context;
	const deadline = Date.now() + 120_000;
	while (set.desk.told(id, 'enabled').length === 0) {
		const kinds = set.desk.told(id).map(({ kind }) => kind);
		assert.ok(Date.now() < deadline, `it is not on; told: ${kinds.join()}`);
		await sleep(300);
	}
	assert.equal(set.desk.told(id, 'enabled').length, 1);
	assert.equal(set.desk.told(id, 'planWaits').length <= 1, true, 'asked once');
	const [first] = await tableRows(context, id);
	assert.equal(first?.state, 'applied');
	assert.equal(first.approver, 'Sanne Support');
	assert.equal(first.customer, customer.name);
	const on = await workflowOf(context, id);
	assert.equal(on.active, true);
	assert.equal(settingOf(on, 'approval'), 'whenGuardTrips');
	const alleo = nodeOf(on, NODE.apply).credentials?.['alleoApi'];
	assert.equal(alleo?.id, (customer.own ? set.alleo.own : set.alleo.wide).id);

	// n8n keeps nothing of a run that went well; the run log does.
	const run = await client.runFrom(id, NODE.schedule);
	const logged = async () => (await tableRows(context, id)).find((row) => row.run === run);
	while (['started', 'applying', undefined].includes((await logged())?.state)) {
		assert.ok(Date.now() < deadline + 120_000, 'the daily run does not end');
		await sleep(500);
	}
	const daily = await logged();
	assert.equal(daily?.mode, 'daily');
	assert.ok(['applied', 'nothing'].includes(daily.state), daily.state);
	const rule = nodeOf(on, NODE.schedule).parameters['rule'] as {
		interval: Array<{ expression: string }>;
	};
	return rule.interval.map(({ expression }) => expression).join();
}

async function expectGreen(context: Context, { installed, hand }: Setup): Promise<void> {
	hand.now('fleet page');
	const page = await context.page();
	const button = page.getByRole('button', { name: 'Show / Toon' });
	await openForm(page, installed.form(TITLES.fleet), button);
	await hand.click(button);
	for (const { name } of CUSTOMERS) await page.getByText(name).first().waitFor();
	await context.screenshot(page, 'fleet', true);
	for (const { name } of CUSTOMERS) {
		const line = page.locator('li.line').filter({ has: page.getByRole('heading', { name }) });
		assert.match((await line.getAttribute('class')) ?? '', /\bgreen\b/, `${name} is not green`);
	}
	await page.close();
}

export const scenarios: Record<string, Scenario> = {
	'from a new n8n to four customers that run by themselves, without opening a node': async (
		context,
	) => {
		const set = await setUp(context);
		const times: string[] = [];
		for (const customer of CUSTOMERS) {
			const id = await join(context, set, customer);
			times.push(await expectEnabled(context, set, customer, id));
		}
		assert.equal(new Set(times).size, times.length, `each its own minute: ${times.join(' | ')}`);
		await expectGreen(context, set);
		for (const line of set.hand.report()) say(`        ${line}`);
		say(`        runs at: ${times.join(' | ')}`);
	},
};
