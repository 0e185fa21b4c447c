import assert from 'node:assert/strict';
import type { Scenario } from '../run.mts';
import { decideWith, fromNow, plans, waitingPlan } from '../waitingPlan.mts';

/** A browser without any script, and a person without a mouse. */

export const scenarios: Record<string, Scenario> = {
	'everything works without script: search, filter, pages, leaving out, approving': async (
		context,
	) => {
		const waiting = await waitingPlan(context, plans.bigPlan(250, fromNow(60)), { language: 'en' });
		const page = await context.strangersPage({ javaScriptEnabled: false });
		await page.goto(waiting.link);
		const [first] = await page.locator('input[name="excluded"]').all();
		assert.ok(first);
		const left = (await first.getAttribute('value')) ?? '';
		await first.check();
		await page.fill(`input[name="reason:${left}"]`, 'Stays for now');
		await page.fill('#approver', 'Sanne Support');
		await page.getByRole('button', { name: 'Next' }).first().click();
		await page.getByText('101 to 200 of 250').first().waitFor();
		await page.fill('#q', 'visser');
		await page.keyboard.press('Enter');
		await page.getByText(/\d+ found/).waitFor();
		await page.locator('button.tile.create').click();
		await context.screenshot(page, 'filtered');
		await page.getByText('1 person is left out').waitFor();
		assert.equal(await page.inputValue('#approver'), 'Sanne Support');
		await decideWith(page, 'approve');
		await page.getByRole('heading', { name: 'Approved' }).waitFor();
		await context.screenshot(page, 'receipt', true);
		const [row] = await waiting.leftOn(1);
		assert.deepEqual((row?.['approval'] as { excluded: string[] }).excluded, [left]);
	},

	'by keyboard alone: Enter in a field never decides, Tab reaches every button': async (
		context,
	) => {
		const waiting = await waitingPlan(
			context,
			plans.makePlan(
				[
					{ action: 'deactivate', row_id: 'd1' },
					{ action: 'create', row_id: 'c1' },
				],
				fromNow(60),
			),
			{ language: 'en' },
		);
		const page = await context.strangersPage();
		await page.goto(waiting.link);
		await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
		await context.screenshot(page, 'skip link');
		await page.focus('#approver');
		await page.keyboard.type('Sanne Support');
		await page.keyboard.press('Enter');
		await page.waitForLoadState();
		assert.equal((await context.client.execution(waiting.execution.id)).status, 'waiting');
		const reached: string[] = [];
		await page.focus('#approver');
		for (let step = 0; step < 6; step++) {
			await page.keyboard.press('Tab');
			reached.push(
				await page.evaluate(
					() => (document.activeElement as HTMLButtonElement | null)?.value ?? '',
				),
			);
		}
		assert.deepEqual(
			reached.filter((value) => value.startsWith('approve') || value === 'reject'),
			['approve', 'approveWithoutOffboardings', 'reject'],
		);
		assert.equal(await page.inputValue('#approver'), 'Sanne Support');
		await page.focus('button[value="reject"]');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { name: 'Rejected' }).waitFor();
		assert.equal((await waiting.leftOn(0)).length, 2);
	},
};
