import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { credentialData } from '../../sandbox/demo/credentials.mts';
import type { CredentialRef } from '../../sandbox/demo/credentials.mts';
import { nodeOf } from '../../sandbox/demo/template.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';
import { openForm } from './forms.mts';
import type { Hand } from './hand.mts';
import { MESSAGES_AS_THEY_ARE } from './startHere.mts';

/** What ops, support and a customer do from a new n8n to a customer that runs by itself. */

/** Addresses on the page of Start here: each workflow's form and the workflow itself, by what it is called. */
export interface Installed {
	form(title: string): string;
	workflowId(title: string): string;
	text: string;
}

/** Presses the button of Start here, and reads the page that follows. */
export async function pressStartHere(
	context: Context,
	hand: Hand,
	form: string,
	picture: string,
): Promise<Installed> {
	const page = await context.page();
	const button = page.getByRole('button', { name: 'Set up / Richt in' });
	await openForm(page, form, button);
	await page.locator('select').nth(1).selectOption({ label: MESSAGES_AS_THEY_ARE });
	await context.screenshot(page, `${picture}-form`);
	await hand.click(button);
	await page.getByRole('heading', { name: /Alleo is ingericht/ }).waitFor({ timeout: 180_000 });
	await context.screenshot(page, `${picture}-all`, true);
	// What is still to do: as much as a guide shows of it (docs/pictures).
	const whole = page.viewportSize();
	await page.setViewportSize({ width: 1040, height: 830 });
	await context.screenshot(page, picture);
	if (whole !== null) await page.setViewportSize(whole);
	const rows = await page.locator('table tr').all();
	const links = new Map<string, string[]>();
	for (const row of rows) {
		const title = ((await row.locator('th').first().textContent()) ?? '').trim();
		const urls = await row
			.locator('td a')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
		links.set(title, urls);
	}
	const text = await page.locator('main').innerText();
	await page.close();
	const linkOf = (title: string, part: string): string => {
		const [, urls = []] = [...links].find(([name]) => name.startsWith(title)) ?? [];
		const found = urls.find((url) => url.includes(part));
		assert.ok(found, `no ${part} of "${title}" on the page: ${text}`);
		return found;
	};
	return {
		text,
		form: (title) => linkOf(title, '/form/'),
		workflowId: (title) => linkOf(title, '/workflow/').split('/workflow/')[1] ?? '',
	};
}

/** The vendors of the next customer: stand-ins are at other addresses than NMBRS and AFAS themselves. */
export async function pointAt(
	context: Context,
	world: Sandbox,
	system: System,
	connect: { workflowId: string; alleoApi: CredentialRef; nmbrsAppApi: CredentialRef },
): Promise<void> {
	const { client, n8n } = context;
	const { nmbrsAppApi, alleoApi, workflowId } = connect;
	if (system === 'nmbrs') {
		const data = credentialData(world)['nmbrsOAuth2Api'] ?? {};
		await client.rest('PATCH', `/credentials/${nmbrsAppApi.id}`, {
			name: nmbrsAppApi.name,
			type: 'nmbrsAppApi',
			data,
		});
	}
	await client.changeWorkflow(workflowId, (workflow) => {
		const trigger = nodeOf(workflow, 'When a customer connects');
		world.nmbrs.state.registerRedirect(`${n8n.url}/webhook/${String(trigger.parameters['path'])}`);
		trigger.parameters['options'] = {
			afasBaseUrl: world.afas.url,
			soapBaseUrl: `${world.nmbrs.origin}/soap/v3`,
		};
		const create = nodeOf(workflow, 'Create the daily sync');
		create.credentials = { ...create.credentials, alleoApi };
	});
}

interface Invited {
	name: string;
	company: number;
	system: System;
	/** Salary and leave too, and budgets, by this delivery. */
	files?: { delivery: string; budgets: string };
}

/** Support makes the link in the form. @returns the link, for the customer */
export async function inviteInForm(
	context: Context,
	hand: Hand,
	form: string,
	{ name, company, system, files }: Invited,
): Promise<string> {
	const page = await context.page();
	const field = page.getByLabel('Customer / Klant');
	await openForm(page, form, field);
	await hand.fill(field, name);
	await hand.fill(page.getByLabel('Alleo company ID / Alleo-bedrijf-ID'), String(company));
	if (system === 'nmbrs') {
		await hand.choose(page.getByLabel('Also ask for the NMBRS API token'), 'Yes / Ja');
	}
	if (files !== undefined) {
		await hand.choose(page.getByLabel('Also salary and leave'), 'Yes / Ja');
		await hand.choose(page.getByLabel('Budgets to Alleo by a file?'), files.budgets);
		await hand.fill(page.getByLabel('workflow Send a file'), files.delivery);
	}
	await context.screenshot(page, `invite-${name}`, true);
	await hand.click(page.getByRole('button', { name: 'Make the link / Maak de link' }));
	const link = page.locator('a[href*="invitation="]');
	await link.waitFor({ timeout: 60_000 });
	const href = await link.getAttribute('href');
	await page.close();
	assert.ok(href);
	return href;
}

/** The customer's own part, in a browser that knows nothing of n8n. */
export async function connectAsCustomer(
	context: Context,
	hand: Hand,
	world: Sandbox,
	system: System,
	link: string,
): Promise<void> {
	const page = await context.strangersPage();
	await page.goto(link);
	await (system === 'nmbrs' ? nmbrsPages(page, hand, world) : afasPages(page, hand, world));
	await page.getByText('Gefeliciteerd').waitFor({ timeout: 60_000 });
	await page.close();
}

async function nmbrsPages(page: Page, hand: Hand, world: Sandbox): Promise<void> {
	const { soapDomain, soapUsername, soapToken } = world.credentials.nmbrs;
	await hand.click(page.getByRole('button', { name: 'Ga naar NMBRS' }));
	await page.waitForURL(/connect\/authorize/);
	await hand.fill(page.locator('[name="email"]'), `beheer@${soapDomain}.example`);
	await hand.click(page.getByRole('button', { name: 'Allow' }));
	await page.waitForURL(/connection=/);
	await hand.click(page.getByRole('button', { name: 'Ga verder' }));
	await page.locator('[name="token"]').waitFor();
	await hand.fill(page.locator('[name="domain"]'), soapDomain);
	await hand.fill(page.locator('[name="username"]'), soapUsername);
	await hand.fill(page.locator('[name="token"]'), soapToken);
	await hand.click(page.locator('button[value="token"]'));
	const pick = page.locator('button[value="pick"]');
	const anyway = page.locator('button[value="skipToken"]');
	await pick.or(anyway).first().waitFor();
	await hand.click((await pick.isVisible()) ? pick : anyway);
}

async function afasPages(page: Page, hand: Hand, world: Sandbox): Promise<void> {
	const { environmentNumber, clientId, clientSecret } = world.credentials.afas;
	await hand.fill(page.locator('[name="environmentNumber"]'), environmentNumber);
	await hand.check(page.locator('#way-oauth'));
	await hand.fill(page.locator('[name="clientId"]'), clientId);
	await hand.fill(page.locator('[name="clientSecret"]'), clientSecret);
	await hand.click(page.locator('button[value="afas"]'));
	const finish = page.locator('button[value="finish"]');
	await finish.or(page.getByText('Gefeliciteerd')).first().waitFor();
	if (await finish.isVisible()) await hand.click(finish);
}

/** Support opens the link of the message, looks, and presses the button. */
export async function approveAndEnable(
	context: Context,
	hand: Hand,
	link: string,
	offboardings: number,
): Promise<void> {
	const page = await context.strangersPage();
	hand.opened();
	await page.goto(link);
	await hand.fill(page.locator('[name="approver"]'), 'Sanne Support');
	const typed = page.locator('[name="offboardings"]');
	const tick = page.locator('input[type="checkbox"][name="offboardings"]');
	if ((await tick.count()) > 0) await hand.check(tick);
	else if ((await typed.count()) > 0) await hand.fill(typed, String(offboardings));
	await hand.click(page.getByRole('button', { name: 'Goedkeuren en inschakelen' }));
	await page.getByRole('heading', { name: 'Goedgekeurd', exact: true }).waitFor();
	await page.close();
}
