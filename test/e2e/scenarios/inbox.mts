import assert from 'node:assert/strict';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { bindCredentials, NODE, nodeOf, readWorkflow } from '../../../sandbox/demo/template.mts';
import { WORLD_SETTINGS } from '../../../sandbox/world/catalogue.mts';
import type { Context } from '../context.mts';
import { openForm, publishedForm } from '../forms.mts';
import { Hand } from '../hand.mts';
import { expectAccessible, expectNoOverflow } from '../look.mts';
import type { Scenario } from '../run.mts';
import { say } from '../runner.mts';

/** A new customer whose people name their Alleo company by a value that nobody has routed yet. */

const SYSTEM = 'afas';

/** What support may need for it: from the fleet page to the answers that were kept. */
const MOST_CLICKS = 5;

interface Row {
	action: string;
	external_id: string;
	alleo_company_id: number | null;
	reason: { code: string };
}

const rowsOf = (execution: Execution): Row[] =>
	outputOf(execution, NODE.compare, 0) as unknown as Row[];

const unrouted = (rows: readonly Row[]): Row[] =>
	rows.filter(({ reason }) => reason.code === 'FILTER_UNROUTED');

/** As the customer is set up on the first day: nobody has said which value is which company. */
function withoutRoutes(workflow: Workflow): void {
	nodeOf(workflow, NODE.settings).parameters['routing'] = { routes: [] };
}

const dryRun = async (context: Context, workflowId: string): Promise<Execution> =>
	await context.client.settled(await context.client.runFrom(workflowId, NODE.dryRun));

async function formOf(context: Context, template: string, trigger: string): Promise<string> {
	const workflow = await readWorkflow(template);
	// The links of one page are read by the other: the same key signs them.
	bindCredentials(workflow, { alleoN8nApi: context.desk.instance });
	return await publishedForm(context, await context.import(workflow), trigger);
}

export const scenarios: Record<string, Scenario> = {
	'a new customer’s unrouted people are a few questions, settled in at most five clicks': async (
		context,
	) => {
		await context.useWorld({ employees: 300, systems: [SYSTEM] });
		const bindings = await context.credentials(TYPES_OF[SYSTEM]);
		const name = `Nieuwe klant ${context.sandbox.alleo.origin.split(':').at(-1)}`;
		const workflowId = await context.customer(
			SYSTEM,
			bindings,
			{ customer_name: name },
			withoutRoutes,
		);
		await context.client.publish(workflowId);

		const first = await dryRun(context, workflowId);
		assert.equal(first.status, 'waiting');
		const before = unrouted(rowsOf(first));
		say(`        ${before.length} people are held, since no route leads anywhere`);
		assert.ok(before.length > 50, `only ${before.length} people are unrouted`);

		const held = await context.toldSoon(workflowId, 'held');
		assert.match(held.text, /Er wachten 3 vragen op een antwoord\..*\/webhook\/alleo-inbox\?q=/);

		const inbox = await readWorkflow('inbox');
		bindCredentials(inbox, { alleoN8nApi: context.desk.instance });
		await context.client.publish(await context.import(inbox));
		const fleet = await formOf(context, 'fleet', 'Open the fleet page');
		const page = await context.page();
		await openForm(page, fleet, page.getByLabel('Language / Taal'));
		await page.getByRole('button', { name: 'Show / Toon' }).click();
		const line = page.locator('.line', { hasText: name });
		await line.scrollIntoViewIfNeeded();
		await context.screenshot(page, 'fleet');

		const hand = new Hand();
		hand.now('questions');
		const opened = page.waitForEvent('popup');
		await hand.click(line.getByRole('link', { name: /vragen|vraag/ }));
		const questions = await opened;
		await questions.locator('fieldset.question').first().waitFor();
		await context.screenshot(questions, 'questions', true);
		await expectNoOverflow(questions);
		await expectAccessible(questions);
		await questions.setViewportSize({ width: 400, height: 900 });
		await expectNoOverflow(questions);
		await context.screenshot(questions, 'questions-400', true);
		await questions.setViewportSize({ width: 1280, height: 900 });
		const routes = WORLD_SETTINGS[SYSTEM].routing;
		const answer = async (value: string, given: string): Promise<void> => {
			const legend = questions.locator('legend', { hasText: value });
			const question = questions.locator('fieldset.question').filter({ has: legend });
			await hand.click(question.locator(`label:has(input[value="${given}"])`));
		};
		for (const { filter, companyId } of routes) await answer(filter, `map:${companyId}`);
		await answer('onbekend', 'hold');
		await context.screenshot(questions, 'answered', true);
		await hand.click(questions.getByRole('button', { name: 'Antwoorden bewaren' }));
		await questions.locator('.banner.good').waitFor();
		await context.screenshot(questions, 'kept', true);
		await questions.setViewportSize({ width: 400, height: 900 });
		await expectNoOverflow(questions);
		await context.screenshot(questions, 'kept-400', true);
		for (const told of hand.report()) say(`        ${told}`);
		assert.ok(hand.effort('questions').clicks <= MOST_CLICKS);
		assert.match(await questions.content(), /door /, 'who answered is kept');

		// The plan that waits was made before; nothing of it changes.
		await decide(approvalLink(first), { decision: 'reject', approver: 'Sanne Support' });
		await context.client.ended(first.id);
		const second = await dryRun(context, workflowId);
		assert.equal(second.status, 'waiting');
		const after = rowsOf(second);
		const answered = new Set(
			context.sandbox.world[SYSTEM].people
				.filter(({ extraFields }) =>
					routes.some(({ filter }) => filter === extraFields.alleo_filter),
				)
				.map(({ externalId }) => externalId),
		);
		const left = unrouted(after);
		say(`        ${left.length} wait on purpose`);
		assert.deepEqual(
			left.filter(({ external_id: id }) => answered.has(id)),
			[],
		);
		assert.deepEqual(
			left.map(({ external_id: id }) => id).sort(),
			before
				.map(({ external_id: id }) => id)
				.filter((id) => !answered.has(id))
				.sort(),
		);
		await page.close();
	},
};
