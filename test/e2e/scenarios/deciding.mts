import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Context } from '../context.mts';
import { expectAccessible, expectNoOverflow, watchPage } from '../look.mts';
import type { Scenario } from '../run.mts';
import { decideWith, fromNow, plans, waitingPlan } from '../waitingPlan.mts';
import type { WaitingPlan } from '../waitingPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';

/** Every way to decide, and every way in which a decision does not count, in a real n8n and Chromium. */

const ROWS = [
	{ action: 'deactivate', row_id: 'd1', external_id: 'nmbrs-1', name: 'Chaima El Amrani' },
	{ action: 'deactivate', row_id: 'd2', external_id: 'nmbrs-2', name: 'Daan Berg' },
	{ action: 'hold', row_id: 'h1', external_id: 'nmbrs-3', name: 'Hüseyin Öztürk' },
	{ action: 'update', row_id: 'u1', external_id: 'nmbrs-4', name: 'Esmée Jansen' },
	{ action: 'create', row_id: 'c1', external_id: 'nmbrs-5', name: 'Guusje Visser' },
] as const;

const plan = (guards: Plan['summary']['guards'] = [], minutes = 60): Plan =>
	plans.makePlan(ROWS, { guards: [...guards, ...plans.PASSING_GUARDS], ...fromNow(minutes) });

interface Approval {
	decision: string;
	approver: string;
	comment: string | null;
	excluded: string[];
	exclusions: Array<{ reason: string; row_ids: string[] }>;
	plan_hash: string;
}

/** What the decision says, after checking that every row carries it unaltered and on this output. */
async function approvalOn(waiting: WaitingPlan, output: 0 | 1): Promise<Approval> {
	const rows = await waiting.leftOn(output);
	assert.equal(rows.length, ROWS.length);
	const [first] = rows.map((row) => row['approval'] as Approval);
	assert.ok(first);
	for (const row of rows) assert.deepEqual(row['approval'], first);
	assert.deepEqual(await waiting.leftOn(output === 0 ? 1 : 0), []);
	return first;
}

async function open(context: Context, waiting: WaitingPlan, options = {}): Promise<Page> {
	const page = await context.strangersPage(options);
	await page.goto(waiting.link);
	return page;
}

async function stillWaits(context: Context, { execution }: WaitingPlan): Promise<void> {
	assert.equal((await context.client.execution(execution.id)).status, 'waiting');
}

const name = (page: Page): Promise<void> => page.fill('#approver', 'Sanne Support');

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
			await page.getByText('is niet het aantal in dit plan').waitFor();
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
		const error = { code: 'RATE_LIMITED', message: 'Nmbrs vroeg steeds om langzamer te gaan.' };
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
				await page.getByRole('heading', { name: 'Chaima El Amrani' }).waitFor();
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
		const waiting = await waitingPlan(context, plan([], 0.1));
		const page = await open(context, waiting);
		await name(page);
		await sleep(6500);
		await page.click('button[value="approve"]');
		// n8n ends the wait at once or within a minute; until then the node answers.
		const byNode = page.getByRole('heading', { name: 'Te laat' });
		await byNode.or(page.getByText('Dit plan wacht niet meer op een besluit')).waitFor();
		await context.screenshot(page, 'too late');
		assert.equal((await waiting.leftOn(0)).length, ROWS.length);
		assert.deepEqual(await waiting.leftOn(1), []);
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
		assert.match(csv.text, /^\ufeffActie,Naam/);
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
