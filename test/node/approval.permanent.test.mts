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

test('without script a form is sent there, with the view, so that a late one meets no page of n8n', () => {
	const { body } = waitingPage(MIXED, linked).get({ action: 'update' });
	const place = `${SHOWN}&amp;action=update`;
	expect(body).toContain(`action="${place}" data-permanent="${place}"`);
	const sent = [...body.matchAll(/formaction="([^"]*)"/g)].map(([, to]) => to);
	expect(new Set(sent)).toEqual(new Set([`${place}#people`, `${place}#problems`]));
	expect(waitingPage(MIXED).get().body).not.toContain('data-permanent="');
});

test('a newer plan is led to from the page that decides, and from the answer to a decision', () => {
	const newest = { newerAt: '2026-11-24T10:05:00.000Z', unknown: false };
	const link = `href="${SHOWN}&amp;newer=1"`;
	const page = waitingPage(MIXED, { ...linked, newest });
	expect(page.get().body).toContain(link);
	const refused = page.post(form(MIXED, 'approve', CONFIRMED));
	expect(refused.status).toBe(400);
	expect(refused.body).toContain(link);
	// Rejecting it is still possible, on the page that decides.
	expect(refused.body).not.toContain(`href="${SHOWN}"`);
	expect(refused.body).toMatch(/href="\?[^"]*"/);
	const altered = form(MIXED, 'approve', CONFIRMED).map(([name, value]): [string, string] => [
		name,
		name === 'plan_hash' ? 'f'.repeat(64) : value,
	]);
	expect(waitingPage(MIXED, linked).post(altered).body).toContain(`href="${SHOWN}"`);
	expect(waitingPage(MIXED, linked).get().body).not.toContain('newer=1');
	expect(waitingPage(MIXED, { newest }).get().body).not.toContain('newer=1');
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
