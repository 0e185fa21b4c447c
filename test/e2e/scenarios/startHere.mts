import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { KEY_SCOPES } from '../../../sandbox/demo/instanceKey.mts';
import { keepExecutions } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { openForm } from '../forms.mts';
import { keepMail, openOpsMail, readDigest, readEveryKind } from '../messages.mts';
import type { Scenario } from '../run.mts';
import {
	BUTTON,
	dataTables,
	importStartHere,
	livingWorkflows,
	madeFrom,
	pressButton,
	pressInEditor,
	pressSetUp,
	setScopes,
} from '../startHere.mts';
import type { Kept, Started } from '../startHere.mts';
import { load } from '../waitingPlan.mts';
import type * as BundleModule from '../../../core/connect/installation/bundle';

/** Start here in an n8n that nobody used: one button, pressed again, and after things were broken. */

export const freshN8n = true;

const { DESK, INSTALLED, TAG } = await load<typeof BundleModule>(
	'core/connect/installation/bundle.ts',
);

/** What must not change of a workflow that nobody had to touch. */
const standOf = (workflows: readonly Kept[]): string[] =>
	workflows
		.map(({ id, name, active, versionId, activeVersionId, updatedAt, tags = [] }) =>
			[
				id,
				name,
				active,
				versionId,
				activeVersionId,
				updatedAt,
				...tags.map((tag) => tag.name).sort(),
			].join(' '),
		)
		.sort();

async function everythingIsThere(context: Context): Promise<Kept[]> {
	const all = await livingWorkflows(context.client);
	const desk = madeFrom(all, DESK);
	for (const name of [...INSTALLED, 'start-here']) {
		const { active, tags = [], settings, nodes } = madeFrom(all, name);
		assert.equal(active, true, `${name} is off`);
		assert.ok(
			tags.some((tag) => tag.name === TAG),
			`${name} has no tag`,
		);
		const calls = nodes.filter(
			({ type, name: node }) => /executeWorkflow$/.test(type) && /^Desk:/.test(node),
		);
		for (const { parameters } of calls) {
			assert.equal((parameters['workflowId'] as { value: string }).value, desk.id);
			assert.equal(settings['errorWorkflow'], desk.id);
		}
		for (const node of nodes.filter(({ type }) => type.endsWith('.customerConnect'))) {
			assert.ok(node.credentials?.['alleoN8nApi']?.id, `${name}: ${node.name} has no credential`);
		}
	}
	assert.equal(all.length, INSTALLED.length + 1, all.map(({ name }) => name).join(', '));
	const tables = (await dataTables(context.client)).map(({ name }) => name);
	for (const name of ['Alleo run log', 'Alleo watchdog', 'alleo_invitations']) {
		assert.equal(tables.filter((one) => one === name).length, 1, `${name}: ${tables.join(', ')}`);
	}
	return all;
}

/** n8n deletes a workflow once it is no longer published anywhere, some moments after it was archived. */
async function remove({ client }: Context, { id }: Kept): Promise<void> {
	await client.rest('POST', `/workflows/${id}/archive`, {});
	for (let tries = 0; ; tries += 1) {
		try {
			await client.rest('DELETE', `/workflows/${id}`);
			return;
		} catch (error) {
			if (tries > 60 || !String(error).includes('still being unpublished')) throw error;
			await sleep(1000);
		}
	}
}

/** Of this n8n: the second scenario goes on with what the first one made. */
let pressed: Started | null = null;

async function startedHere(context: Context): Promise<Started> {
	if (pressed !== null) return pressed;
	pressed = await importStartHere(context);
	const { page } = await pressInEditor(context, pressed);
	await page.close();
	return pressed;
}

const OPS = 'ops@example.com';

/** Nobody is told, in red. */
async function expectRed(page: Page): Promise<void> {
	const words = page.locator('li.urgent strong', { hasText: 'Niemand krijgt bericht' });
	const colour = await words.evaluate((one) => getComputedStyle(one).color);
	const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
	assert.ok(red > 2 * Math.max(green, blue), `${colour} is not red`);
}

async function pressFor(context: Context, started: Started, how: string): Promise<Page> {
	const page = await context.page();
	page.setDefaultTimeout(300_000);
	await openForm(page, started.form, page.getByRole('button', { name: BUTTON }));
	const texts = page.locator('input[type=text], input:not([type])');
	if (how === 'E-mail') {
		await texts.nth(0).fill(OPS);
		await texts.nth(1).fill('Alleo <sync@example.com>');
	}
	await pressButton(page, 'Nederlands', how);
	await context.screenshot(page, how, true);
	return page;
}

export const scenarios: Record<string, Scenario> = {
	'one button in an empty n8n; again; and after things were broken': async (context) => {
		const { client } = context;
		const started = await importStartHere(context);
		pressed = started;
		const first = await pressInEditor(context, started);
		await context.screenshot(first.page, 'first', true);
		assert.match(first.text, /Alleo is ingericht in deze n8n/);
		assert.match(first.text, /Niemand krijgt bericht/);
		const made = await everythingIsThere(context);

		// The message step is one click away.
		const desk = madeFrom(made, DESK);
		await first.page.getByRole('link', { name: 'Send message' }).click();
		const late = { timeout: 300_000 };
		await first.page.waitForURL(new RegExp(`/workflow/${desk.id}$`), late);
		await first.page.locator('.vue-flow__node').first().waitFor(late);
		await context.screenshot(first.page, 'message-step');
		await first.page.close();

		const page = await context.page();
		page.setDefaultTimeout(300_000);
		const again = await pressSetUp(page, started, 'English');
		await context.screenshot(page, 'again', true);
		assert.match(again, /Everything was there already; nothing was changed/);
		assert.deepEqual(standOf(await livingWorkflows(client)), standOf(made));

		// A person's own, then things break.
		const connect = madeFrom(made, 'connect-afas-customer');
		await client.rest('PATCH', `/workflows/${connect.id}`, {
			name: 'Onze uitnodigingen',
			versionId: connect.versionId,
		});
		await client.publish(connect.id);
		await remove(context, madeFrom(made, 'watchdog'));
		await client.unpublish(desk.id);
		const log = (await dataTables(client)).find(({ name }) => name === 'Alleo run log');
		assert.ok(log);
		await client.api('PATCH', `/data-tables/${log.id}`, { name: 'Old log' });
		const untouched = (await livingWorkflows(client)).filter(({ id }) => id !== desk.id);
		await setScopes(
			client,
			started,
			KEY_SCOPES.filter((scope) => !scope.startsWith('workflowTags')),
		);

		const repaired = await pressSetUp(page, started);
		await context.screenshot(page, 'repaired', true);
		assert.match(repaired, /workflowTags:update ontbreekt/);
		const after = await livingWorkflows(client);
		assert.equal(madeFrom(after, DESK).active, true, 'the desk is on again');
		assert.equal(madeFrom(after, 'connect-afas-customer').name, 'Onze uitnodigingen');
		const ids = new Set(untouched.map(({ id }) => id));
		assert.deepEqual(standOf(after.filter(({ id }) => ids.has(id))), standOf(untouched));
		await setScopes(client, started, KEY_SCOPES);
		await pressSetUp(page, started);
		await everythingIsThere(context);

		// Both press at once: one does it, or both in turn; nothing is there twice.
		const other = await context.page();
		other.setDefaultTimeout(300_000);
		await remove(context, madeFrom(await livingWorkflows(client), 'watchdog'));
		await Promise.all([pressSetUp(page, started), pressSetUp(other, started)]);
		await everythingIsThere(context);
	},

	'e-mail is chosen on the form, and every kind of message arrives': async (context) => {
		const { client } = context;
		const started = await startedHere(context);
		const mail = await openOpsMail(context);
		try {
			const page = await pressFor(context, started, 'E-mail');
			const text = await page.locator('body').innerText();
			assert.doesNotMatch(text, /Niemand krijgt bericht/);
			assert.doesNotMatch(text, /credential waarmee berichten worden verstuurd/);
			await page.close();

			const all = await livingWorkflows(client);
			await readEveryKind(context, mail, madeFrom(all, DESK).id);
			const watchdog = madeFrom(all, 'watchdog').id;
			// As it ships, n8n keeps nothing of what went well.
			await client.changeWorkflow(watchdog, (one) => void keepExecutions(one));
			const digest = async () =>
				await client.settled(await client.runFrom(watchdog, 'Every Monday at 08:00'));
			await digest();
			await readDigest(mail, OPS);
			assert.ok(mail.mails.every(({ from }) => from === 'sync@example.com'));

			// Nobody there: the message is lost, and the workflow that had something to say goes on.
			mail.close();
			assert.equal((await digest()).status, 'success', 'a mail server that is away ends nothing');
		} finally {
			keepMail(mail.mails);
			mail.close();
		}
		const none = await pressFor(context, started, 'Nobody is told / Niemand krijgt bericht');
		await expectRed(none);
		await none.close();
	},
};
