import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveConsent } from '../../../sandbox/nmbrs/consent.mts';
import { allow, heading, look } from '../connectBrowser.mts';
import { connections, invite, publish, runSetup, setUpConnect } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectClearError } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** Against n8n's own database: the compare-and-set holds, and nothing is started twice. */
async function manyAtOnce(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs');
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(page, 'beheer@bakkerij.example');
	const form = new URLSearchParams(
		await page.evaluate<Array<[string, string]>>(
			`[...new FormData(document.querySelector('form'))].concat([['step', 'choose']])`,
		),
	);
	const cookie = (await page.context().cookies())
		.map(({ name, value }) => `${name}=${value}`)
		.join('; ');
	const send = async (): Promise<number> => {
		const options = {
			method: 'POST',
			body: form,
			headers: { cookie },
			redirect: 'manual',
		} as const;
		return (await fetch(set.pageUrl, options)).status;
	};
	// 503: n8n gives up on its database for a moment when this many come at once. Nothing is lost by it.
	const statuses = await Promise.all(Array.from({ length: 200 }, send));
	const taken = (): number => statuses.filter((status) => status === 303).length;
	assert.ok(
		statuses.every((status) => [303, 409, 410, 503].includes(status)),
		statuses.join(' '),
	);
	for (let attempt = 0; attempt < 30 && !statuses.includes(410); attempt++) {
		await sleep(1000);
		statuses.push(await send());
	}
	assert.ok(taken() <= 1, statuses.join(' '));
	if (taken() === 0) {
		// n8n gave up on the one that was first, at its end: who comes back takes it again by one button.
		await page.goto(set.pageUrl);
		await page.locator('button[value="finish"]').click();
		await page.getByRole('heading', { name: 'Gefeliciteerd' }).waitFor();
	}
	await connections(context, set, 1);

	const other = await invite(context, set, 'Another', 'nmbrs');
	const open = async (): Promise<number> => {
		const response = await fetch(other.invitation_url);
		const page = await response.text();
		const { status } = response;
		// Anything but the page tells nothing of the customer. 500: n8n's own, when its database gave up.
		assert.equal(page.includes('Another'), status === 200, `${status}: ${page.slice(0, 300)}`);
		return status;
	};
	const opened = new Set(await Promise.all(Array.from({ length: 1000 }, open)));
	assert.deepEqual(
		[...opened].filter((status) => ![200, 500, 503].includes(status)),
		[],
	);
	let status = 0;
	for (let attempt = 0; attempt < 30 && status !== 200; attempt++) {
		await sleep(1000);
		status = await open();
	}
	assert.equal(status, 200, 'afterwards the page is there as before');
	await connections(context, set, 1);
}

async function revoked(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url, invitation_id } = await invite(
		context,
		set,
		'Bakkerij Van Dijk',
		'nmbrs',
	);
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await page.waitForURL(/connect\/authorize/);
	const back = await giveConsent(page.url());
	await runSetup(context, set, { operation: 'revoke', invitationId: invitation_id });
	await page.goto(back);
	assert.equal(await heading(page), 'Deze link is ingetrokken.');
	await look(context, page, 'revoked-nl');
	const altered = await page.goto(`${invitation_url}x`);
	assert.equal(altered?.status(), 404);
	await look(context, page, 'invalid-nl');
	await connections(context, set, 0);
	expectClearError(
		await runSetup(context, set, { operation: 'revoke', invitationId: 'nobody-knows-it' }),
		/CONNECT_INVITATION_UNKNOWN/,
		'Customer Setup',
	);
}

export const scenarios: Record<string, Scenario> = {
	'many requests at once': manyAtOnce,
	'an invitation that was revoked or altered': revoked,
};
