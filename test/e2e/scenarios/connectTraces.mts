import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { allow } from '../connectBrowser.mts';
import { connections, invite, publish, setUpConnect } from '../connectPages.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

/** What customers gave is nowhere on n8n's disk but in its encrypted credentials. */

/** Every file that n8n wrote, its database and log among them; not the programs that it runs. */
function* written(folder: string): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const full = path.join(folder, entry.name);
		if (entry.isDirectory() && entry.name !== 'node_modules') yield* written(full);
		else if (entry.isFile()) yield full;
	}
}

async function traces(context: Context): Promise<void> {
	const { nmbrs, afas } = context.sandbox.credentials;
	const set = await setUpConnect(context);
	const whole = await invite(context, set, 'Spoorzoeker BV', 'nmbrs', { askApiToken: true });
	const begun = await invite(context, set, 'Halverwege BV', 'nmbrs');
	const classic = await invite(context, set, 'Profiteur BV', 'afas');
	await publish(context, set);
	const page = await context.strangersPage({ locale: 'nl-NL' });
	for (const { invitation_url } of [whole, begun]) {
		await page.goto(invitation_url);
		await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
		await allow(page, 'beheer@spoor.example');
		if (invitation_url === begun.invitation_url) break;
		await page.getByRole('button', { name: 'Ga verder' }).click();
		await page.fill('[name="domain"]', nmbrs.soapDomain);
		await page.fill('[name="username"]', nmbrs.soapUsername);
		await page.fill('[name="token"]', `${nmbrs.soapToken}-wrong-canary`);
		await page.locator('button[value="token"]').click();
		await page.getByRole('alert').waitFor();
		await page.fill('[name="token"]', nmbrs.soapToken);
		await page.locator('button[value="token"]').click();
		await page.locator('button[value="pick"]').click();
		await page.getByText('Gefeliciteerd').waitFor();
	}
	await page.goto(classic.invitation_url);
	await page.fill('[name="environmentNumber"]', afas.environmentNumber);
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', afas.token);
	await page.locator('button[value="afas"]').click();
	await page.waitForURL(/connection=/);
	const finish = page.locator('button[value="finish"]');
	if (await finish.isVisible()) await finish.click();
	await connections(context, set, 2);

	const cookies = (await page.context().cookies(set.pageUrl)).map(({ value }) => value);
	const data = /<data>(.*)<\/data>/.exec(afas.token)?.[1] ?? '';
	const secrets = [
		...context.sandbox.nmbrs.state.grants.tokens(),
		...cookies,
		`${nmbrs.soapToken}-wrong-canary`,
		nmbrs.soapToken,
		nmbrs.clientSecret,
		nmbrs.subscriptionKey,
		data,
		Buffer.from(afas.token).toString('base64'),
	];
	assert.ok(cookies.length >= 3 && data.length === 64);
	const files = [...written(context.n8n.userFolder), context.n8n.logFile];
	const sizes = files.map((file) => statSync(file).size);
	assert.ok(files.some((file) => file.includes('sqlite')) && sizes.some((size) => size > 100_000));
	let known = 0;
	for (const file of files) {
		const text = readFileSync(file);
		if (text.includes(begun.invitation_id)) known += 1;
		for (const secret of secrets) {
			assert.ok(!text.includes(secret), `${path.basename(file)} holds a secret`);
		}
	}
	assert.ok(known > 0, 'the rows of the invitations are among what was read');
}

export const scenarios: Record<string, Scenario> = {
	'no secret on the disk of n8n': traces,
};
