import assert from 'node:assert/strict';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { confirmOffboardings, decideWith } from '../waitingPlan.mts';
import { tableRows } from '../runLog.mts';

interface Row {
	row_id: string;
	action: string;
	external_id: string;
	alleo_id: number | null;
}

const rowsOn = (execution: Execution, output: 0 | 1): Row[] =>
	outputOf(execution, NODE.compare, output) as unknown as Row[];

const actionsOf = (rows: readonly Row[]): string[] =>
	rows.map(({ action }) => action).filter((action) => action !== 'hold');

const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A world in step with Alleo, but for leavers who still have an account and joiners who have none. */
async function leaversAndJoiners(
	context: Context,
	leavers: number,
	joiners: number,
): Promise<void> {
	const changing = context.sandbox.world.afas.people.filter(
		({ expected }) => expected.action !== 'unchanged',
	);
	const without = [...new Set(changing.map((person) => person.case))];
	await context.useWorld({ employees: 300, systems: ['afas'], without });
	const { store } = context.sandbox.alleo.state;
	const accountOf = new Map(store.accounts.map((account) => [account.external_id, account]));
	const some = (name: string, most: number) =>
		context.sandbox.world.afas.people
			.filter((person) => person.case === name)
			.flatMap(({ externalId }) => accountOf.get(externalId) ?? [])
			.slice(-most);
	const gone = some('former-inactive', leavers);
	assert.equal(gone.length, leavers, 'the world has enough people who left');
	for (const account of gone) store.update(account, { is_active: true, offboarding_date: null });
	for (const account of some('unchanged', joiners)) {
		const email = `elsewhere.${account.id}@example.org`;
		store.update(account, { external_id: `other-${account.id}`, email, is_active: false });
	}
}

const isActive = (context: Context, { alleo_id: id }: Row): boolean =>
	context.sandbox.alleo.state.store.accounts.find((account) => account.id === id)?.is_active ===
	true;

export const scenarios: Record<string, Scenario> = {
	'12 leavers wait for a person, and 4 joiners do not wait for them': async (context) => {
		await leaversAndJoiners(context, 12, 4);
		const bindings = await context.credentials(TYPES_OF.afas);
		const settings = { approval: 'whenGuardTrips' };
		const workflowId = await context.customer('afas', bindings, settings);
		const first = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.schedule),
		);
		assert.equal(first.status, 'waiting');
		const leavers = rowsOn(first, 0);
		assert.deepEqual(
			actionsOf(leavers),
			Array.from({ length: 12 }, () => 'deactivate'),
		);
		assert.deepEqual(
			actionsOf(rowsOn(first, 1)),
			Array.from({ length: 4 }, () => 'create'),
		);

		// The four are there before anybody opens the page; nobody was off-boarded.
		const { log } = context.sandbox.alleo;
		assert.equal(log.counts.writes, 4);
		assert.ok(leavers.every((row) => isActive(context, row)));
		const waiting = await tableRows(context, workflowId);
		assert.deepEqual(
			waiting.map(({ run, state, applied }) => [run, state, applied]),
			[
				[first.id, 'waiting', null],
				[`${first.id}:ready`, 'applied', 4],
			],
		);

		const browser = await context.strangersPage();
		await browser.goto(approvalLink(first));
		await context.screenshot(browser, 'waiting', true);
		const left = leavers.slice(0, 2);
		for (const { row_id: id } of left) {
			await browser.locator(`input[name="excluded"][value="${id}"]`).check();
			await browser.locator(`input[name="reason:${id}"]`).fill('Blijft nog even');
			await browser.locator(`input[name="until:${id}"]`).fill(inDays(5));
		}
		await browser.locator('input[name="approver"]').fill('Anke Voorbeeld');
		await confirmOffboardings(browser, 12);
		await decideWith(browser, 'approve');
		expectSuccess(await context.client.ended(first.id));
		assert.equal(log.counts.writes, 14);
		assert.deepEqual(
			leavers.map((row) => isActive(context, row)),
			leavers.map((row) => left.includes(row)),
		);
		const [approved, ready, ...more] = await tableRows(context, workflowId);
		assert.deepEqual(more, []);
		assert.equal(approved?.state, 'applied');
		assert.equal(approved?.decision, 'approved');
		assert.equal(approved?.applied, 10);
		assert.deepEqual(ready, waiting[1]);

		// The next run: the two that were left out are asked about, and nothing else comes back.
		const second = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.schedule),
		);
		assert.equal(second.status, 'waiting');
		assert.deepEqual(
			rowsOn(second, 0).map(({ external_id: id }) => id),
			left.map(({ external_id: id }) => id),
		);
		assert.deepEqual(rowsOn(second, 1), []);
		await browser.goto(approvalLink(second));
		await context.screenshot(browser, 'next', true);
		assert.match(await browser.content(), /Blijft nog even/);
		await browser.locator('input[name="approver"]').fill('Anke Voorbeeld');
		await decideWith(browser, 'reject');
		expectSuccess(await context.client.ended(second.id));
		assert.equal(log.counts.writes, 14);
		const states = (await tableRows(context, workflowId)).map(({ state }) => state);
		assert.deepEqual(states, ['applied', 'applied', 'rejected']);
	},
};
