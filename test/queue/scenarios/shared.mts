import assert from 'node:assert/strict';
import { openPage } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { instanceCredential } from '../../../sandbox/demo/instanceKey.mts';
import { approvalLink, errorOf } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import { allow } from '../../e2e/connectBrowser.mts';
import { connections, invite, publish, setUpConnect } from '../../e2e/connectPages.mts';
import type { Context } from '../../e2e/context.mts';
import { callersOf } from '../harness/callers.mts';
import type { Cluster, ProcessName } from '../harness/cluster.mts';
import type { QueueScenario } from '../run.mts';

/** What decides is the same in every process: the newest plan, one use of a link, the one refresh token. */

const PAGES: ProcessName[] = ['main', 'webhook'];

/** The same page as one process serves it. */
const at = (cluster: Cluster, name: ProcessName, link: string): string =>
	link.replace(new URL(link).origin, cluster.urlOf(name));

const buttons = (html: string): string[] =>
	[...html.matchAll(/name="decision"\s+value="(\w+)"/g)].map(([, value = '']) => value);

/** Plans of two runs of one workflow, the older first. */
async function twoPlans(context: Context): Promise<[string, string]> {
	const bindings = await context.credentials(TYPES_OF.afas);
	const alleoN8nApi = await instanceCredential(context.client);
	const id = await context.customer('afas', bindings, {}, (workflow) => {
		nodeOf(workflow, NODE.approval).credentials = { alleoN8nApi };
	});
	const plan = async (): Promise<string> =>
		approvalLink(await context.client.settled(await context.client.runFrom(id, NODE.dryRun)));
	return [await plan(), await plan()];
}

/** A customer who gave the consent: the form that comes next, and the browser's cookie. */
async function atTheChoice(context: Context, link: string): Promise<RequestInit> {
	const page = await context.strangersPage();
	await page.goto(link);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(page, 'beheer@bakkerij.example');
	const body = new URLSearchParams(
		await page.evaluate<Array<[string, string]>>(
			`[...new FormData(document.querySelector('form'))].concat([['step', 'choose']])`,
		),
	);
	const cookies = await page.context().cookies();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	return { method: 'POST', body, headers: { cookie }, redirect: 'manual' };
}

/** What the NMBRS stand-in counted of tokens. */
const refreshes = (context: Context): number =>
	context.sandbox.nmbrs.state.grants.counters.refreshes;

export const scenarios: Record<string, QueueScenario> = {
	'every process knows that there is a newer plan, which leaves rejecting the older': async (
		context,
		cluster,
	) => {
		const [older, newer] = await twoPlans(context);
		for (const name of PAGES) {
			const { html } = await openPage(at(cluster, name, older));
			assert.deepEqual(buttons(html), ['reject'], `the older plan on ${name}`);
			const newest = await openPage(at(cluster, name, newer));
			assert.ok(buttons(newest.html).includes('approve'), `the newer plan on ${name}`);
		}
		const body = new URLSearchParams((await openPage(older)).values);
		body.set('decision', 'approve');
		body.set('approver', 'Anke Voorbeeld');
		const answer = await fetch(at(cluster, 'webhook', older), { method: 'POST', body });
		assert.equal(answer.status, 400);
		assert.match(await answer.text(), /nieuwer plan/);
	},

	'a link that is used on two processes at once makes one connection': async (context, cluster) => {
		const set = await setUpConnect(context);
		const { invitation_url } = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs');
		await publish(context, set);
		// The front door sends what follows to the processes in turn, the answer of NMBRS too.
		const request = await atTheChoice(context, invitation_url);
		const statuses = await Promise.all(
			[...PAGES, ...PAGES].map(
				async (name) => (await fetch(at(cluster, name, set.pageUrl), request)).status,
			),
		);
		assert.equal(statuses.filter((status) => status === 303).length, 1, statuses.join(' '));
		assert.ok(
			statuses.every((status) => [303, 409, 410, 503].includes(status)),
			statuses.join(' '),
		);
		await connections(context, set, 1);
	},

	'two workers refresh one refresh token at the same second: once, and both read on': async (
		context,
		cluster,
	) => {
		const bindings = await context.credentials(TYPES_OF.nmbrs);
		const ids = [
			await context.customer('nmbrs', bindings),
			await context.customer('nmbrs', bindings),
		];
		const { nmbrs } = context.sandbox;
		nmbrs.faults.add({ kind: 'latency', ms: 40 });
		for (let attempt = 1; ; attempt++) {
			const before = refreshes(context);
			await fetch(`${nmbrs.origin}/_control/expire-tokens`, { method: 'POST' });
			const { callers, result } = await callersOf(cluster, nmbrs.origin, async () => {
				const runs = await Promise.all(ids.map((id) => context.client.runFrom(id, NODE.dryRun)));
				return await Promise.all(runs.map((run) => context.client.settled(run)));
			});
			for (const run of result) assert.equal(run.status, 'waiting', errorOf(run));
			assert.equal(refreshes(context) - before, 1, 'one refresh');
			// n8n gives work to whoever asks first: once in a while to one worker twice.
			if (callers.includes('worker1') && callers.includes('worker2')) return;
			assert.ok(attempt < 5, `never on two workers: ${callers.join(', ')}`);
		}
	},
};
