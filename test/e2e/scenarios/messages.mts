import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMailServer } from '../../../sandbox/demo/mailServer.mts';
import type { Mail } from '../../../sandbox/demo/mailServer.mts';
import type { Scenario } from '../run.mts';
import { allowForm } from '../forms.mts';
import {
	importStartHere,
	livingWorkflows,
	madeFrom,
	pressButton,
	pressSetUp,
} from '../startHere.mts';

/** Start here with e-mail chosen: n8n's own Send Email, an SMTP server on the loopback, and what arrives. */

export const freshN8n = true;

const PATIENT = 240_000;

async function arrived(mails: readonly Mail[], count: number): Promise<void> {
	for (let tries = 0; mails.length < count; tries += 1) {
		assert.ok(tries < 240, `${mails.length} of ${count} mails arrived`);
		await sleep(500);
	}
}

const unfolded = (data: string): string => data.replace(/=\n/g, '').replace(/\n[ \t]+/g, ' ');

export const scenarios: Record<string, Scenario> = {
	'messages: e-mail is chosen on the form, and the digest arrives': async (context) => {
		const { client } = context;
		const mail = await openMailServer();
		try {
			await client.rest('POST', '/credentials', {
				name: 'Mail of ops',
				type: 'smtp',
				data: {
					...{ user: '', password: '', host: '127.0.0.1', port: mail.port },
					...{ secure: false, disableStartTls: true, hostName: '' },
				},
			});
			const started = await importStartHere(context);
			const editor = await context.page();
			editor.setDefaultTimeout(PATIENT);
			await editor.goto(`${context.n8n.url}/workflow/${started.workflow}`);
			await editor.locator('[data-test-id="execute-workflow-button"]').waitFor();
			const popup = editor.waitForEvent('popup');
			await editor.locator('[data-test-id="execute-workflow-button"]').click();
			const page = await popup;
			page.setDefaultTimeout(PATIENT);
			await page.setViewportSize({ width: 1600, height: 1000 });
			const button = page.getByRole('button', { name: 'Set up / Richt in' });
			await allowForm(page, button);
			await page.locator('input[type=text], input:not([type])').nth(0).fill('ops@example.com');
			await page
				.locator('input[type=text], input:not([type])')
				.nth(1)
				.fill('Alleo <sync@example.com>');
			await context.screenshot(page, 'form', true);
			const text = await pressButton(page, 'Nederlands', 'E-mail');
			await context.screenshot(page, 'set-up', true);
			assert.doesNotMatch(text, /Niemand krijgt bericht/);
			assert.doesNotMatch(text, /credential waarmee berichten worden verstuurd/);

			const all = await livingWorkflows(client);
			const watchdog = madeFrom(all, 'watchdog');
			await client.settled(await client.runFrom(watchdog.id, 'Every Monday at 08:00'));
			await arrived(mail.mails, 1);
			const [digest] = mail.mails;
			assert.deepEqual(digest?.to, ['ops@example.com']);
			assert.equal(digest?.from, 'sync@example.com');
			assert.match(
				unfolded(digest?.data ?? ''),
				/Subject: Alleo-synchronisatie: de week tot en met/,
			);

			// Nobody there: the message is lost, and the workflow that had something to say goes on.
			mail.close();
			const ended = await client.settled(
				await client.runFrom(watchdog.id, 'Every Monday at 08:00'),
			);
			assert.equal(ended.status, 'success', 'a mail server that is away ends nothing');

			const again = await context.page();
			again.setDefaultTimeout(PATIENT);
			const none = await pressSetUp(
				again,
				started,
				'Nederlands',
				'Nobody is told / Niemand krijgt bericht',
			);
			await context.screenshot(again, 'nobody', true);
			assert.match(none, /Niemand krijgt bericht/);
			await again.close();
			await page.close();
			await editor.close();
		} finally {
			mail.close();
		}
	},
};
