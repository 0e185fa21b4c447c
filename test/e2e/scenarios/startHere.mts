import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { KEY_SCOPES } from '../../../sandbox/demo/instanceKey.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';
import {
	dataTables,
	importStartHere,
	livingWorkflows,
	madeFrom,
	pressInEditor,
	pressSetUp,
	setScopes,
} from '../startHere.mts';
import type { Kept } from '../startHere.mts';
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

export const scenarios: Record<string, Scenario> = {
	'one button in an empty n8n; again; and after things were broken': async (context) => {
		const { client } = context;
		const started = await importStartHere(context);
		const first = await pressInEditor(context, started);
		await context.screenshot(first.page, 'first', true);
		assert.match(first.text, /Alleo is ingericht in deze n8n/);
		assert.match(first.text, /Niemand krijgt bericht/);
		const made = await everythingIsThere(context);

		// The message step is one click away.
		const desk = madeFrom(made, DESK);
		await first.page.getByRole('link', { name: 'Send message' }).click();
		const late = { timeout: 120_000 };
		await first.page.waitForURL(new RegExp(`/workflow/${desk.id}$`), late);
		await first.page.locator('.vue-flow__node').first().waitFor(late);
		await context.screenshot(first.page, 'message-step');
		await first.page.close();

		const page = await context.page();
		page.setDefaultTimeout(120_000);
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
		other.setDefaultTimeout(120_000);
		await remove(context, madeFrom(await livingWorkflows(client), 'watchdog'));
		await Promise.all([pressSetUp(page, started), pressSetUp(other, started)]);
		await everythingIsThere(context);
	},
};
