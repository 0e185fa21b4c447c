import { visibleText } from '../support/approvalPage.mts';
import { form, MIXED, waitingPage } from '../support/approvalWebhook.mts';

/** n8n lets one of several decisions resume the execution; it answers the others with an error. */

describe('a decision that n8n did not take', () => {
	test.each([
		['en', 'This plan was decided already.', 'Approved'],
		['nl', 'Over dit plan is al beslist.', 'Goedgekeurd'],
	])('is answered with a page (%s), not with an error of n8n', (language, said, approved) => {
		const page = waitingPage(MIXED, { parameters: { language }, claimed: true });
		for (const decision of ['approve', 'approveWithoutOffboardings', 'reject']) {
			const reply = page.post(form(MIXED, decision));
			expect(reply.status).toBe(409);
			expect(reply.resumed).toBeNull();
			expect(visibleText(reply.body)).toContain(said);
			expect(visibleText(reply.body)).not.toContain(approved);
			expect(reply.body).not.toMatch(/stacktrace|executeWebhook|<form|<script/);
			expect(reply.body).toContain(`<html lang="${language}">`);
			expect(reply.headers).toMatchObject({
				'content-type': 'text/html; charset=utf-8',
				'cache-control': 'no-store',
			});
			expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
		}
	});

	test('is no decision for a form with something to correct: that page comes first', () => {
		const page = waitingPage(MIXED, { claimed: true });
		const reply = page.post(form(MIXED, 'approve').filter(([name]) => name !== 'approver'));
		expect(reply.status).toBe(422);
	});
});
