import { form, MIXED, waitingPage } from '../support/approvalWebhook.mts';

/** The pages that end link to the permanent address of the plan, and to nothing that is none. */

const ADDRESS = 'https://n8n.example/webhook/p-1?plan=plan-1&sig=abc';
const SHOWN = ADDRESS.replace('&', '&amp;');
/** One person loses access: that is confirmed. */
const CONFIRMED: Array<[string, string]> = [['offboardings', '1']];
const linked = { parameters: { planAddress: ADDRESS } };

test('the receipt, the page of a decision that came too late, and the report', () => {
	const taken = waitingPage(MIXED, linked).post(form(MIXED, 'approve', CONFIRMED));
	expect(taken.status).toBe(200);
	expect(taken.body).toContain(`href="${SHOWN}"`);
	const late = waitingPage(MIXED, { ...linked, claimed: true }).post(
		form(MIXED, 'approve', CONFIRMED),
	);
	expect(late.status).toBe(409);
	expect(late.body).toContain(`href="${SHOWN}"`);
	expect(waitingPage(MIXED, linked).get({ format: 'html' }).body).toContain(`href="${SHOWN}"`);
	// Shown by the script when the plan was decided meanwhile.
	expect(waitingPage(MIXED, linked).get().body).toMatch(
		new RegExp(`id="gone"[^]*?href="${SHOWN.replace(/[?.]/g, '\\$&')}"`),
	);
});

test.each([
	['nothing', ''],
	[
		'the page that decides, as an older desk gives it',
		'https://n8n.example/webhook-waiting/1?signature=ff',
	],
	['a script', 'javascript:alert(1)//webhook/p?plan=a&sig=b'],
	['markup', 'https://n8n.example/"><b>/webhook/p?plan=a&sig=b'],
	['no signature', 'https://n8n.example/webhook/p?plan=a'],
	['two of them', `${ADDRESS} ${ADDRESS}`],
])('%s is no such address', (_what, planAddress) => {
	const { body } = waitingPage(MIXED, { parameters: { planAddress } }).post(
		form(MIXED, 'approve', CONFIRMED),
	);
	expect(body).not.toContain('class="button permanent"');
});
