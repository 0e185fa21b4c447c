import assert from 'node:assert/strict';
import { readForm } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { answer, ask, publishExplain } from './explain.mts';
import { tableRows } from '../runLog.mts';
import { confirmOffboardings, decideWith } from '../waitingPlan.mts';

const deactivated = (execution: Execution): string => {
	const rows = outputOf(execution, NODE.compare) as Array<{ action: string; row_id: string }>;
	return rows.find(({ action }) => action === 'deactivate')?.row_id ?? '';
};

const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const scenarios: Record<string, Scenario> = {
	'every run has one row; the next plan marks what was seen and ticks what is remembered': async (
		context,
	) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.customer('afas', bindings);
		const first = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.dryRun),
		);
		assert.equal(first.status, 'waiting');
		const [waiting, ...others] = await tableRows(context, workflowId);
		assert.equal(others.length, 0);
		assert.equal(waiting?.state, 'waiting');
		assert.equal(waiting?.run, first.id);

		const left = deactivated(first);
		const link = approvalLink(first);
		const browser = await context.strangersPage();
		await browser.goto(link);
		await browser.locator(`input[name="excluded"][value="${left}"]`).check();
		await browser.locator(`input[name="reason:${left}"]`).fill('Blijft nog even');
		await browser.locator(`input[name="until:${left}"]`).fill(inDays(5));
		await context.screenshot(browser, 'remember');
		await browser.locator('input[name="approver"]').fill('Anke Voorbeeld');
		await confirmOffboardings(browser, offboardings(first));
		await decideWith(browser, 'approve');
		expectSuccess(await context.client.ended(first.id));
		const [approved] = await tableRows(context, workflowId);
		assert.equal(approved?.state, 'applied');
		assert.equal(approved?.approver, 'Anke Voorbeeld');
		assert.match(approved?.exclusions ?? '', /Blijft nog even/);

		const second = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.dryRun),
		);
		await browser.goto(approvalLink(second));
		await context.screenshot(browser, 'remembered', true);
		const html = await browser.content();
		assert.match(html, /Eerder gezien/);
		const { values } = readForm(html);
		assert.deepEqual(
			values.filter(([name]) => name === 'excluded').map(([, value]) => value),
			[deactivated(second)],
		);
		assert.equal(await browser.locator(`input[name="until:${left}"]`).inputValue(), inDays(5));
		await browser.locator('input[name="approver"]').fill('Anke Voorbeeld');
		await decideWith(browser, 'reject');
		expectSuccess(await context.client.ended(second.id));
		const states = (await tableRows(context, workflowId)).map(({ state }) => state);
		assert.deepEqual(states, ['applied', 'rejected']);

		// Who asks about the person reads who left them out, and until when.
		const rows = outputOf(second, NODE.compare) as Array<{ external_id: string; action: string }>;
		const { external_id: person = '' } = rows.find(({ action }) => action === 'deactivate') ?? {};
		const { url } = await publishExplain(context);
		const page = await context.page();
		await ask(page, url, { person, customer: workflowId });
		await answer(page).waitFor();
		await context.screenshot(page, 'explained', true);
		const said = await answer(page).innerText();
		assert.match(said, /Anke Voorbeeld slaat deze wijziging over tot en met/);
		assert.match(said, /Reden: Blijft nog even/);
	},
};
