import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { nodeOf } from '../../sandbox/demo/template.mts';
import type { Context } from './context.mts';

/** The forms of the templates, as n8n publishes them: at addresses that n8n made up. */

/** Publishes the workflow. @returns the address of its form, once n8n answers there */
export async function publishedForm(
	context: Context,
	workflowId: string,
	form: string,
): Promise<string> {
	await context.client.publish(workflowId);
	const workflow = await context.client.rest<Workflow>('GET', `/workflows/${workflowId}`);
	const url = `${context.n8n.url}/form/${nodeOf(workflow, form).webhookId ?? ''}`;
	// Publishing answers before the address is known to n8n.
	for (let attempt = 0; attempt < 100; attempt++) {
		if ((await fetch(url, { redirect: 'manual' })).status !== 404) return url;
		await sleep(100);
	}
	throw new Error(`The form ${url} was not registered`);
}

/** Opens a form as somebody who is logged in. */
export async function openForm(page: Page, url: string, part: Locator): Promise<void> {
	await page.goto(url);
	await allowForm(page, part);
}

/** n8n asks once whether the form may know who somebody is. */
export async function allowForm(page: Page, part: Locator): Promise<void> {
	const consent = page.getByRole('button', { name: 'Allow access' });
	await consent.or(part).first().waitFor();
	if (await consent.isVisible()) await consent.click();
	await part.waitFor();
}
