import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import type { Context } from '../context.mts';
import { expectAccessible, expectNoOverflow, watchPage, WIDTHS } from '../look.mts';
import { withPlanPage } from '../planPage.mts';
import type { WithPlanPage } from '../planPage.mts';
import type { Scenario } from '../run.mts';
import { decideWith } from '../waitingPlan.mts';

/** One address of a plan, from the message to the result, whatever became of the run. */

const dryRun = async ({ client }: Context, { workflowId }: WithPlanPage): Promise<Execution> => {
	const run = await client.settled(await client.runFrom(workflowId, NODE.dryRun));
	assert.equal(run.status, 'waiting');
	return run;
};

/** The link of the newest message that asks for a decision. */
function toldLink({ desk, workflowId }: WithPlanPage): string {
	const message = desk.told(workflowId, 'planWaits').at(-1);
	assert.ok(message, 'nobody was told');
	assert.ok(message.text.includes(message.link));
	return message.link;
}

const answer = async (link: string): Promise<{ status: number; text: string; type: string }> => {
	const response = await fetch(link, { redirect: 'manual' });
	const type = response.headers.get('content-type') ?? '';
	return { status: response.status, text: await response.text(), type };
};

const COUNTS = /\d+ (?:offboarden|overnemen|overplaatsen)(?:, [\d.]+ [a-z]+)+/;

/** Message, tiles, button, reports: one count. @returns it, as the message says it */
async function sameNumbers(
	{ desk, workflowId }: WithPlanPage,
	page: Page,
	waiting: string,
): Promise<string> {
	const [numbers = ''] = COUNTS.exec(desk.told(workflowId, 'planWaits').at(-1)?.text ?? '') ?? [];
	const changes = numbers.replace(/, [\d.]+ wach(?:t|ten)$/, '');
	assert.match(changes, /overplaatsen/, `no move in: ${numbers}`);
	const words = (text: string): string => text.replace(/\s+/g, ' ');
	const button = await page.locator('button[value="approve"]').innerText();
	assert.equal(words(button), `Goedkeuren: ${changes}`);
	const tiles = await page
		.locator('.tile')
		.evaluateAll((all) => all.map((tile) => tile.querySelector('strong')?.textContent ?? ''));
	const told = (numbers.match(/\d+/g) ?? []).sort();
	assert.deepEqual(tiles.filter((count) => count !== '0').sort(), told);
	const report = await fetch(`${waiting}&format=md`);
	assert.ok(words(await report.text()).includes(numbers), 'the report has other numbers');
	return numbers;
}

/** The page of n8n that an address leads on to. */
async function leadsTo(link: string): Promise<string> {
	const { status, headers } = await fetch(link, { redirect: 'manual' });
	assert.equal(status, 303);
	return headers.get('location') ?? '';
}

export const scenarios: Record<string, Scenario> = {
	'the address of a plan leads to the decision, and shows the result for good': async (context) => {
		const customer = await withPlanPage(context);
		const run = await dryRun(context, customer);
		const link = toldLink(customer);
		assert.match(link, /\/webhook\/[0-9a-f-]{36}\?plan=plan-[^&]+&sig=[\w-]{43}$/);
		const [logged] = await context.client.tableRows<{ counts: string }>(RUN_LOG, { run: run.id });
		assert.doesNotMatch(logged?.counts ?? '', /webhook|sig/, 'the run log keeps a link');

		const waiting = await leadsTo(link);
		assert.match(waiting, /\/webhook-waiting\//);
		const page = await context.strangersPage();
		await page.goto(link);
		// The address bar keeps the address that stays, with what was chosen to look at.
		assert.equal(page.url(), link);
		await page.locator('button[value="action:hold"]').first().click();
		await page.waitForURL(/&action=hold/);
		await page.reload();
		assert.ok(page.url().startsWith(`${link}&action=hold`), page.url());
		assert.equal(await page.locator('button[value="action:hold"][aria-pressed="true"]').count(), 1);
		const numbers = await sameNumbers(customer, page, waiting);
		const slow = await context.strangersPage({ javaScriptEnabled: false });
		await slow.goto(link);
		await slow.fill('#approver', 'Te Laat');
		await page.fill('#approver', 'Sanne Support');
		await page.fill('#comment', 'Besproken met de klant');
		const count = page.locator('input[name="offboardings"]');
		if ((await count.count()) > 0) await count.fill(String(offboardings(run)));
		await decideWith(page, 'approve');
		await context.client.ended(run.id);

		// Whoever decides after that, without script too, reads what became of it: no JSON anywhere.
		await slow.click('button[value="reject"]');
		await slow.getByRole('heading', { level: 1, name: /Dit plan is/ }).waitFor();
		assert.equal(new URL(slow.url()).pathname, new URL(link).pathname);
		await context.screenshot(slow, 'too late without script');
		// n8n's own address answers with its JSON from now on; the permanent one does not.
		assert.equal((await answer(waiting)).status, 409);
		const seen = watchPage(page, context.n8n.url);
		await page.goto(link);
		await page.getByRole('heading', { level: 1, name: /Dit plan is/ }).waitFor();
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 1000 });
			await expectNoOverflow(page);
			await context.screenshot(page, `result ${width}`, true);
		}
		await expectAccessible(page);
		const text = await page.locator('main').innerText();
		for (const said of ['Sanne Support', 'Besproken met de klant', 'Onboarden', numbers]) {
			assert.ok(text.includes(said), `${said} is missing in\n${text}`);
		}
		assert.deepEqual(
			seen.filter((line) => !/sandbox/i.test(line)),
			[],
		);
		const { headers } = await fetch(link);
		assert.equal(headers.get('cache-control'), 'no-store');
		assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
	},

	'a rejected plan, and an older one, say so; the older one links to the newer': async (
		context,
	) => {
		const customer = await withPlanPage(context);
		await dryRun(context, customer);
		const older = toldLink(customer);
		const open = await context.strangersPage();
		await open.goto(older);
		const second = await dryRun(context, customer);
		const newer = toldLink(customer);
		assert.notEqual(newer, older);
		// On a page that was open already, the answer to a decision leads on too.
		await open.fill('#approver', 'Sanne Support');
		await open.click('button[value="approveWithoutOffboardings"]');
		await open.getByRole('heading', { name: 'Dit formulier is niet geaccepteerd' }).waitFor();
		await context.screenshot(open, 'refused');
		await open.getByRole('link', { name: 'Open het nieuwere plan' }).click();
		await open.locator('#approver').waitFor();
		assert.equal(open.url(), newer);
		const page = await context.strangersPage();
		await page.goto(older);
		await page.getByRole('heading', { name: 'Er is een nieuwer plan' }).waitFor();
		await context.screenshot(page, 'older');
		await page.getByRole('link', { name: 'Open het nieuwere plan' }).click();
		await page.fill('#approver', 'Sanne Support');
		await decideWith(page, 'reject');
		await context.client.ended(second.id);
		await page.goto(newer);
		await page.getByRole('heading', { name: 'Dit plan is afgewezen' }).waitFor();
		await context.screenshot(page, 'rejected');
		await expectAccessible(page);
	},

	'without its whole signature nobody learns anything of a plan': async (context) => {
		const customer = await withPlanPage(context);
		await dryRun(context, customer);
		const link = new URL(toldLink(customer));
		const plan = link.searchParams.get('plan') ?? '';
		const sig = link.searchParams.get('sig') ?? '';
		const changed = (values: Record<string, string>): string => {
			const url = new URL(link.origin + link.pathname);
			for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
			return url.href;
		};
		for (const url of [
			changed({}),
			changed({ plan }),
			changed({ plan, sig: '' }),
			changed({ plan, sig: `${sig.slice(0, -1)}${sig.endsWith('A') ? 'B' : 'A'}` }),
			changed({ plan: `${plan}0`, sig }),
			`${changed({ plan, sig })}&plan=${plan}`,
			`${changed({ plan, sig })}&sig=${sig}`,
		]) {
			const { status, text, type } = await answer(url);
			assert.equal(status, 404, url);
			assert.match(type, /^text\/html/);
			assert.match(text, /Deze link is niet geldig/);
			assert.doesNotMatch(text, /Voorbeeld Zorg|webhook-waiting/);
		}
		// Neither a query of its own nor a header leads anywhere else.
		const response = await fetch(`${link.href}&ownAddress=https://evil.example/webhook-waiting/1`, {
			redirect: 'manual',
			headers: { 'x-forwarded-host': 'evil.example' },
		});
		assert.equal(response.status, 303);
		const location = response.headers.get('location') ?? '';
		assert.ok(location.startsWith(`${context.n8n.url}/webhook-waiting/`), location);
		// A decision that is sent here is asked for again at the page that decides, and decides nothing itself.
		const post = { method: 'POST', body: 'decision=approve', redirect: 'manual' } as const;
		const posted = await fetch(link.href, post);
		assert.equal(posted.status, 307);
		assert.equal(posted.headers.get('location'), location);
		const wrong = await fetch(changed({ plan, sig: 'no' }), post);
		assert.deepEqual([wrong.status, wrong.headers.get('location')], [404, null]);
	},
};
