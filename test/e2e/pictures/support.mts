import type { Locator, Page } from 'playwright-core';
import { offboardings } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { publishForm, startForm } from '../scenarios/dryRunForm.mts';
import { answer, ask, open, publishForm as publishExplain } from '../scenarios/explain.mts';
import type { Album } from './album.mts';
import { confirmOffboardings } from '../waitingPlan.mts';

/** What support and HR see: the forms, the plan, the decision, the explanation. */

const WIDTH = 1100;
/** Each run of its own customer: the form finds a customer by name, and refuses where there are two. */
const CUSTOMERS = { en: 'Zorggroep De Linde', nl: 'Zorggroep De Meent' } as const;
const GUARDED = 'Zorggroep De Wilg';

const LINK = /Look at the plan|Bekijk het plan/;

const WORDS = {
	en: { reason: 'The customer corrects this address first', comment: 'Checked with the customer' },
	nl: { reason: 'De klant verbetert eerst dit adres', comment: 'Nagekeken met de klant' },
} as const;

async function size(page: Page, height: number): Promise<void> {
	await page.setViewportSize({ width: WIDTH, height });
}

/** The first person of a group, with everything that unfolds below the line. */
async function unfolded(page: Page, group: string, which = ''): Promise<Locator> {
	const row = page.locator(`.group.${group} .row${which}`).first();
	const isOpen = await row.locator('details.line[open]').count();
	if (isOpen === 0) await row.locator('details.line > summary').click();
	return row;
}

/** From the form to the receipt. */
export async function dryRun(context: Context, album: Album): Promise<void> {
	const { language } = album;
	const customer = CUSTOMERS[language];
	const settings = { language, customer_name: customer };
	const { url, workflowId } = await publishForm(context, settings);
	const page = await context.page();
	await size(page, 640);
	await startForm(page, url, customer, () => album.keep('form', page));
	const link = page.getByRole('link', { name: LINK });
	await link.waitFor({ timeout: 240_000 });
	await size(page, 230);
	await album.keep('form-link', page);
	const { id } = await context.client.newestOf(workflowId);
	const waiting = await context.client.settled(id);
	await page.goto((await link.getAttribute('href')) ?? '');
	await size(page, 640);
	await page.locator('#decision').waitFor();
	await album.keep('plan', page);
	await album.keep('plan-off-boarding', await unfolded(page, 'deactivate'));
	await album.keep('plan-held', await unfolded(page, 'hold', ':not(.question)'));
	const update = await unfolded(page, 'update');
	await album.keep('plan-update', update);
	await update.locator('input[name="excluded"]').check();
	await update.locator('.leave-reason').fill(WORDS[language].reason);
	await album.keep('plan-leave-out', update);
	await confirmOffboardings(page, offboardings(waiting));
	await page.locator('#comment').fill(WORDS[language].comment);
	await album.keep('decision', page.locator('#decision'));
	await page.locator('button[value="approve"]').click();
	await page.locator('main.result').waitFor();
	await size(page, 560);
	await album.keep('receipt', page);
}

/** A guard that tripped, and the number that has to be typed. */
export async function guard(context: Context, album: Album): Promise<void> {
	const settings = { language: album.language, customer_name: GUARDED };
	const { url, workflowId } = await publishForm(context, settings, (workflow) => {
		const { parameters } = nodeOf(workflow, NODE.compare);
		parameters['guards'] = { deactivationMaximum: 1, deactivationMinimum: 1 };
	});
	const page = await context.page();
	await startForm(page, url, workflowId);
	const link = page.getByRole('link', { name: LINK });
	await link.waitFor({ timeout: 240_000 });
	await page.goto((await link.getAttribute('href')) ?? '');
	await size(page, 900);
	await page.locator('#decision').waitFor();
	await album.keep('guard', page.locator('section.guards'));
	await page.fill('#offboardings', '1');
	await page.locator('button[value="approve"]').click();
	await page.locator('#problems').waitFor();
	await album.keep('guard-count', page.locator('#problems'));
}

export async function explain(context: Context, album: Album): Promise<void> {
	const { url, customer } = await publishExplain(context, 'afas');
	const page = await context.page();
	await size(page, 620);
	await open(page, url);
	await album.keep('explain-form', page);
	const refused = context.sandbox.world.afas.people.find((person) => person.case === 'access-no');
	await ask(page, url, {
		person: refused?.externalId ?? '',
		customer,
		language: album.language === 'en' ? 'English' : 'Nederlands',
	});
	await answer(page).waitFor();
	await page.setViewportSize({ width: 860, height: 760 });
	await album.keep('explain-answer', page);
}
