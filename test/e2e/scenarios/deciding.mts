import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { expectAccessible, expectNoOverflow, watchPage } from '../look.mts';
import type { Scenario } from '../run.mts';
import { approvalOn, name, open, plan, ROWS, stillWaits } from '../smallPlan.mts';
import { decideWith, fromNow, plans, waitingPlan } from '../waitingPlan.mts';

/** Every way to decide on a plan, in a real n8n and Chromium. */

export const scenarios: Record<string, Scenario> = {
	'without the off-boardings, on a phone': async (context) => {
		const waiting = await waitingPlan(context, plan());
		const page = await open(context, waiting, { viewport: { width: 400, height: 800 } });
		await page.getByRole('link', { name: 'Naar het besluit' }).click();
		await name(page);
		await context.screenshot(page, 'decision');
		await decideWith(page, 'approveWithoutOffboardings');
		await expectNoOverflow(page);
		await expectAccessible(page);
		await context.screenshot(page, 'receipt', true);
		const { decision, excluded, plan_hash } = await approvalOn(waiting, 1);
		assert.equal(decision, 'approved');
		assert.deepEqual(excluded.sort(), ['d1', 'd2']);
		assert.match(plan_hash, /^[0-9a-f]{64}$/);
	},

	'one row left out: a reason is asked for, kept and shown': async (context) => {
		const waiting = await waitingPlan(context, plan());
		const page = await open(context, waiting);
		await page.locator('input[name="excluded"][value="u1"]').check();
		await name(page);
		await decideWith(page, 'approve');
		await page.getByText('Er is nog niets besloten').waitFor();
		await expectAccessible(page);
		await context.screenshot(page, 'reason missing', true);
		await stillWaits(context, waiting);
		assert.equal(await page.inputValue('#approver'), 'Sanne Support');
		await page.fill('input[name="reason:u1"]', 'Naam klopt niet');
		await context.screenshot(page, 'reason', true);
		await decideWith(page, 'approve');
		await page.getByText('Naam klopt niet').waitFor();
		await context.screenshot(page, 'receipt', true);
		const { excluded, exclusions } = await approvalOn(waiting, 1);
		assert.deepEqual(excluded, ['u1']);
		assert.deepEqual(exclusions, [{ reason: 'Naam klopt niet', row_ids: ['u1'] }]);
	},

	'no name, no comment where one is required; then rejected with a comment': async (context) => {
		const waiting = await waitingPlan(context, plan(), { requireComment: true });
		const page = await open(context, waiting);
		await page.click('button[value="reject"]');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'approver');
		// A browser that does not check the form leaves it to the server.
		await page.evaluate(() => document.querySelector('form')?.setAttribute('novalidate', ''));
		await decideWith(page, 'reject');
		assert.equal(await page.locator('#problems li').count(), 2);
		await context.screenshot(page, 'name and comment missing');
		await stillWaits(context, waiting);
		await name(page);
		await page.fill('#comment', 'Einddatums kloppen niet');
		await decideWith(page, 'reject');
		await page.getByRole('heading', { name: 'Afgewezen' }).waitFor();
		await context.screenshot(page, 'receipt');
		const { decision, comment, approver } = await approvalOn(waiting, 0);
		assert.deepEqual(
			{ decision, comment, approver },
			{ decision: 'rejected', comment: 'Einddatums kloppen niet', approver: 'Sanne Support' },
		);
	},

	'a blocked plan asks for the number of off-boardings': async (context) => {
		const waiting = await waitingPlan(
			context,
			plan([plans.trippedGuard('DEACTIVATION_LIMIT', 2, 1)]),
		);
		const page = await open(context, waiting);
		await name(page);
		for (const typed of ['', '3']) {
			await page.fill('#offboardings', typed);
			await decideWith(page, 'approve');
			await page
				.getByText('Het getypte aantal is niet het aantal mensen dat dit plan offboardt')
				.waitFor();
			await stillWaits(context, waiting);
		}
		await expectAccessible(page);
		await context.screenshot(page, 'wrong number', true);
		await page.fill('#offboardings', '2');
		await decideWith(page, 'approve');
		assert.deepEqual((await approvalOn(waiting, 1)).excluded, []);
	},

	'a check that cannot be overridden leaves only rejecting, whatever is posted': async (
		context,
	) => {
		const waiting = await waitingPlan(context, plan([plans.trippedGuard('EMPTY_SOURCE', 0, 1)]));
		const page = await open(context, waiting);
		assert.deepEqual(
			await page
				.locator('button[name="decision"]')
				.evaluateAll((all) => all.map((button) => button.getAttribute('value'))),
			['reject'],
		);
		await context.screenshot(page, 'locked', true);
		await page
			.locator('button[name="decision"]')
			.evaluate((button) => button.setAttribute('value', 'approve'));
		await name(page);
		await decideWith(page, 'approve');
		await page.getByText('Dit plan kan niet worden goedgekeurd: EMPTY_SOURCE').waitFor();
		await stillWaits(context, waiting);
		await decideWith(page, 'reject');
		assert.equal((await approvalOn(waiting, 0)).decision, 'rejected');
	},

	'a part that was not read keeps its off-boardings out of every approval': async (context) => {
		const part = { partition: 'company-1', name: 'Bakkerij BV', employees: 12 };
		const message = 'Nmbrs vroeg steeds om langzamer te gaan.';
		const error = { code: 'RATE_LIMITED', message, action: 'Start later opnieuw.' };
		const incomplete = plans.makePlan(ROWS, {
			guards: [plans.trippedGuard('INCOMPLETE_PARTITION', 1, 0)],
			partitions: [{ ...part, complete: false, error }],
			...fromNow(60),
		});
		const waiting = await waitingPlan(context, incomplete);
		const page = await open(context, waiting);
		assert.equal(await page.locator('input[name="excluded"][value="d1"]').count(), 0);
		await context.screenshot(page, 'incomplete', true);
		await name(page);
		await page.fill('#offboardings', '2');
		await decideWith(page, 'approve');
		assert.deepEqual((await approvalOn(waiting, 1)).excluded.sort(), ['d1', 'd2']);
	},

	'the reports: HTML that opens alone, CSV without formulas, markdown': async (context) => {
		const hostile = plans.makePlan(
			plans.HOSTILE_NAMES.map((text, index) => ({
				action: 'create',
				name: text,
				row_id: `c${index}`,
				external_id: `nmbrs-${index}`,
			})),
			fromNow(60),
		);
		const page = await open(context, await waitingPlan(context, hostile));
		const save = async (label: string): Promise<{ file: string; text: string }> => {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('link', { name: label }).click(),
			]);
			const file = await download.path();
			return { file, text: await readFile(file, 'utf8') };
		};
		const csv = await save('Tabel (CSV)');
		assert.match(csv.text, /^\ufeff"Actie";"Naam"/);
		assert.match(csv.text, /"'=HYPERLINK/);
		assert.match((await save('Tekst (Markdown)')).text, /^# Proefrun – Bakkerij Van Dijk/);
		const report = await save('Rapport (HTML)');
		assert.doesNotMatch(report.text, /signature=|<form|<script/);
		const alone = await context.strangersPage();
		const seen = watchPage(alone, 'about:blank');
		await alone.setContent(report.text);
		await expectAccessible(alone);
		await context.screenshot(alone, 'report', true);
		assert.deepEqual(seen, []);
	},
};
