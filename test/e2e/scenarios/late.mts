import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectAccessible, watchPage } from '../look.mts';
import type { Scenario } from '../run.mts';
import { approvalOn, name, open, plan, ROWS, stillWaits } from '../smallPlan.mts';
import { decideWith, waitingPlan } from '../waitingPlan.mts';

/** Decisions that do not count: tampered with, second, about an older plan, or after its end. */

export const scenarios: Record<string, Scenario> = {
	'a tampered form is refused': async (context) => {
		const waiting = await waitingPlan(context, plan());
		for (const [field, value] of [
			['plan_hash', 'f'.repeat(64)],
			['carried', '[["somebody else","x"]]'],
			['carried', 'no JSON'],
		] as const) {
			const page = await open(context, waiting);
			await page
				.locator(`input[name="${field}"]`)
				.evaluate((input, given) => input.setAttribute('value', given), value);
			await name(page);
			await decideWith(page, 'approve');
			await page.getByRole('heading', { name: 'Dit formulier is niet geaccepteerd' }).waitFor();
			await stillWaits(context, waiting);
			if (field === 'plan_hash') {
				await expectAccessible(page);
				await context.screenshot(page, 'refused');
				await page.getByRole('link', { name: 'Toon het plan opnieuw' }).click();
				await page.getByText('Chaima El Amrani').first().waitFor();
			}
		}
	},

	'a second decision on an open page is told that it came too late': async (context) => {
		const waiting = await waitingPlan(context, plan());
		const [first, second] = [await open(context, waiting), await open(context, waiting)];
		await name(first);
		await name(second);
		await decideWith(first, 'reject');
		await waiting.leftOn(0);
		const seen = watchPage(second, context.n8n.url);
		await second.click('button[value="approve"]');
		await second.getByText('Dit plan wacht niet meer op een besluit').waitFor();
		assert.equal(await second.evaluate(() => document.activeElement?.id), 'gone');
		await expectAccessible(second);
		await context.screenshot(second, 'too late');
		assert.ok(
			seen.every((entry) => /409|404/.test(entry)),
			seen.join(),
		);
		assert.equal((await approvalOn(waiting, 0)).decision, 'rejected');
	},

	'an older plan says that there is a newer one': async (context) => {
		const older = await waitingPlan(context, plan());
		const page = await open(context, older);
		await name(page);
		await sleep(5);
		const newer = await older.again(plan());
		await decideWith(page, 'approve');
		await page.getByText('Er is een nieuwer plan van deze workflow gemaakt').waitFor();
		await context.screenshot(page, 'refused');
		await stillWaits(context, older);
		await page.getByRole('link', { name: 'Toon het plan opnieuw' }).click();
		await page.getByText('Er is een nieuwer plan').first().waitFor();
		await expectAccessible(page);
		await context.screenshot(page, 'older');
		await name(page);
		await decideWith(page, 'reject');
		assert.equal((await approvalOn(older, 0)).decision, 'rejected');
		const next = await open(context, newer);
		await name(next);
		await decideWith(next, 'approve');
		assert.equal((await approvalOn(newer, 1)).decision, 'approved');
	},

	'a button pressed after the end of the plan decides nothing, and the page says so': async (
		context,
	) => {
		// Long enough to open the page on a machine that is busy.
		const soon = plan([], 0.25);
		const waiting = await waitingPlan(context, soon);
		const page = await open(context, waiting);
		await name(page);
		await sleep(Math.max(0, Date.parse(soon.summary.plan.expires_at) - Date.now()) + 500);
		await page.click('button[value="approve"]');
		// n8n ends the wait at once or within a minute; until then the node answers.
		const byNode = page.getByRole('heading', { name: 'Te laat' });
		await byNode.or(page.getByText('Dit plan wacht niet meer op een besluit')).waitFor();
		await context.screenshot(page, 'too late');
		assert.equal((await waiting.leftOn(0)).length, ROWS.length);
		assert.deepEqual(await waiting.leftOn(1), []);
	},
};
