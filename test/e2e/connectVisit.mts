import type { Page } from 'playwright-core';
import type { Context } from './context.mts';

/** What a customer does on the pages of a connection, in a browser of its own. */

export async function consent(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await page.waitForURL(/connect\/authorize/);
	await page.fill('[name="email"]', 'beheer@voorbeeld.example');
	await page.getByRole('button', { name: 'Allow' }).click();
	await page.waitForURL(/connection=/);
	await page.getByRole('button', { name: 'Ga verder' }).click();
}

export async function connectNmbrs(context: Context, link: string): Promise<void> {
	const { soapDomain, soapUsername, soapToken } = context.sandbox.credentials.nmbrs;
	const page = await context.strangersPage();
	await consent(page, link);
	await page.locator('[name="token"]').waitFor();
	await page.fill('[name="domain"]', soapDomain);
	await page.fill('[name="username"]', soapUsername);
	await page.fill('[name="token"]', soapToken);
	await page.locator('button[value="token"]').click();
	const pick = page.locator('button[value="pick"]');
	const anyway = page.locator('button[value="skipToken"]');
	await pick.or(anyway).first().waitFor();
	await context.screenshot(page, 'token', true);
	if (await pick.isVisible()) await pick.click();
	else await anyway.click();
	await page.getByText('Gefeliciteerd').waitFor();
	await context.screenshot(page, 'congratulations', true);
	await page.close();
}

export async function connectAfas(context: Context, link: string): Promise<void> {
	const { environmentNumber, clientId, clientSecret } = context.sandbox.credentials.afas;
	const page = await context.strangersPage();
	await page.goto(link);
	await page.fill('[name="environmentNumber"]', environmentNumber);
	await page.locator('#way-oauth').check();
	await page.fill('[name="clientId"]', clientId);
	await page.fill('[name="clientSecret"]', clientSecret);
	await page.locator('button[value="afas"]').click();
	const finish = page.locator('button[value="finish"]');
	await finish.or(page.getByText('Gefeliciteerd')).first().waitFor();
	await context.screenshot(page, 'afas-tested', true);
	if (await finish.isVisible()) await finish.click();
	await page.getByText('Gefeliciteerd').waitFor();
	await context.screenshot(page, 'congratulations', true);
	await page.close();
}
