import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { approvalLink, offboardings, planRows } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type * as IdentityModule from '../../support/identityPlan.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import { expectAccessible, expectNoOverflow, SCHEMES, watchPage } from '../look.mts';
import type { Scenario } from '../run.mts';
import { fromNow, load, waitingPlan } from '../waitingPlan.mts';

/** Who is who, as a person settles it: side by side, by keyboard alone, and a whole takeover. */

const { questions } = await load<typeof IdentityModule>('test/support/identityPlan.mts');

const WIDTHS = [400, 1600] as const;

async function looks(context: Context, language: 'en' | 'nl'): Promise<void> {
	const { link } = await waitingPlan(context, questions(fromNow(60)), { language });
	for (const colorScheme of SCHEMES) {
		const page = await context.strangersPage({ colorScheme });
		const seen = watchPage(page, context.n8n.url);
		await page.goto(link);
		// One line each, until somebody opens it.
		assert.equal(await page.locator('.question details.line[open]').count(), 0);
		for (const line of await page.locator('.question details.line > summary').all())
			await line.click();
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 1000 });
			await expectNoOverflow(page);
			await context.screenshot(page, `${language}-${width}-${colorScheme}`, true);
			await expectAccessible(page);
		}
		assert.equal(await page.locator('fieldset.answers').count(), 3);
		assert.deepEqual(seen, []);
	}
}

/** Tab until the focus is on it; a group of radios is one stop. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 200; presses++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => document.activeElement?.getAttribute('name'));
		if (at === name) return;
	}
	assert.fail(`Tab does not reach ${name}`);
}

/** Tab to the line of the next question that is folded, and unfold it. */
async function unfoldQuestion(page: Page): Promise<void> {
	for (let presses = 0; presses < 200; presses++) {
		await page.keyboard.press('Tab');
		const isIt = await page.evaluate(
			() =>
				document.activeElement?.matches('.question details.line:not([open]) > summary') === true,
		);
		if (isIt) return await page.keyboard.press('Enter');
	}
	assert.fail('Tab does not reach a question');
}

export const scenarios: Record<string, Scenario> = {
	'both records side by side, in English': (context) => looks(context, 'en'),

	'both records side by side, in Dutch': (context) => looks(context, 'nl'),

	'questions are answered by keyboard alone': async (context) => {
		const waiting = await waitingPlan(context, questions(fromNow(60)), { language: 'en' });
		const page = await context.strangersPage();
		await page.goto(waiting.link);
		await tabTo(page, 'taken');
		await page.keyboard.press('Space');
		await unfoldQuestion(page);
		await tabTo(page, 'answer:h51');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		// The one between them stays as it is.
		await unfoldQuestion(page);
		await unfoldQuestion(page);
		await tabTo(page, 'answer:h71');
		await page.keyboard.press('ArrowUp');
		await context.screenshot(page, 'answered', true);
		await tabTo(page, 'approver');
		await page.keyboard.type('Sanne Support');
		await tabTo(page, 'decision');
		await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
		await page.getByRole('heading', { name: 'Approved' }).waitFor();
		await context.screenshot(page, 'receipt', true);
		const [row] = await waiting.leftOn(1);
		const { chosen, others, excluded } = row?.['approval'] as Record<string, string[]>;
		assert.deepEqual(
			{ chosen, others, excluded },
			{
				chosen: ['h51'],
				others: ['h71', 'h70'],
				excluded: [],
			},
		);
	},

	'250 people of another integration are taken over in one approval': async (context) => {
		await context.useWorld({ employees: 250, systems: ['afas'] });
		const { store } = context.sandbox.alleo.state;
		const foreign = new Set<number>();
		for (const account of store.accounts) {
			if (account.is_active && account.external_id?.startsWith('afas-') === true) {
				account.external_id = `HiBob-${account.id}`;
				foreign.add(account.id);
			}
		}
		const before = new Map(store.accounts.map((account) => [account.id, account.is_active]));
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.customer('afas', bindings);
		const first = await context.client.runFrom(workflowId, NODE.dryRun);
		const waiting = await context.client.settled(first);
		const plan = planRows(waiting);
		const rows = plan.filter(({ reason }) => reason.code === 'TAKEOVER');
		assert.ok(rows.length > 150, `${rows.length} takeovers`);
		await decide(approvalLink(waiting), {
			decision: 'approve',
			approver: 'Anke Voorbeeld',
			comment: 'Overname',
			offboardings: offboardings(waiting),
		});
		expectSuccess(await context.client.ended(first));
		const created = store.accounts.filter(({ id }) => !before.has(id));
		assert.equal(created.length, plan.filter(({ action }) => action === 'create').length);
		assert.deepEqual(
			store.accounts.filter(({ id, is_active }) => foreign.has(id) && !is_active),
			[],
			'no account of the other integration is cancelled',
		);
		const byId = new Map(store.accounts.map((account) => [account.id, account]));
		for (const { alleo_id: id, external_id: externalId } of rows) {
			const account = byId.get(id ?? 0);
			assert.deepEqual([account?.is_active, account?.external_id], [true, externalId]);
		}
		const addresses = store.accounts.map(({ email }) => email.toLowerCase());
		assert.equal(new Set(addresses).size, addresses.length, 'nobody has two accounts');

		const second = await context.client.runFrom(workflowId, NODE.dryRun);
		const next = planRows(await context.client.settled(second));
		assert.deepEqual(
			next.filter(({ action }) => action !== 'hold'),
			[],
		);
	},
};
