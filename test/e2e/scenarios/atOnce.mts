import assert from 'node:assert/strict';
import { readForm } from '../../../sandbox/demo/approvalPage.mts';
import type { Context } from '../context.mts';
import { expectAccessible } from '../look.mts';
import type { Scenario } from '../run.mts';
import { approvalOn, plan, ROWS } from '../smallPlan.mts';
import { waitingPlan } from '../waitingPlan.mts';
import type { WaitingPlan } from '../waitingPlan.mts';

/** Several people decide on one plan in the same moment: exactly one decision counts. */

interface Answer {
	decision: 'approve' | 'reject';
	status: number;
	body: string;
	type: string;
	/** Which site may read the answer. */
	allowed: string | null;
}

const POSTS = 20;
const LEAVING = ROWS.filter(({ action }) => action === 'deactivate').length;

/** As the page's own form sends it; another site's browser would say another origin. */
const from = (link: string): Record<string, string> => ({
	origin: new URL(link).origin,
	'sec-fetch-site': 'same-origin',
});

async function answerOf(response: Response, decision: Answer['decision']): Promise<Answer> {
	const { status, headers } = response;
	return {
		decision,
		status,
		body: await response.text(),
		type: headers.get('content-type') ?? '',
		allowed: headers.get('access-control-allow-origin'),
	};
}

async function decideAtOnce({ link }: WaitingPlan): Promise<Answer[]> {
	const { values } = readForm(await (await fetch(link)).text());
	return await Promise.all(
		Array.from({ length: POSTS }, async (_, at) => {
			const decision = at % 2 === 0 ? 'approve' : 'reject';
			const body = new URLSearchParams(values);
			body.set('decision', decision);
			body.set('approver', `Person ${at}`);
			// The tick above the buttons: people lose access.
			body.set('offboardings', String(LEAVING));
			const response = await fetch(link, { method: 'POST', body, headers: from(link) });
			return await answerOf(response, decision);
		}),
	);
}

async function oneCounts(context: Context, language: 'nl' | 'en', said: string): Promise<void> {
	const waiting = await waitingPlan(context, plan(), { language });
	const answers = await decideAtOnce(waiting);
	const seen = answers.map(({ status, body }) => `${status} ${body.slice(0, 90)}`).join('\n');
	const [winner, ...others] = answers.filter(({ status }) => status === 200);
	assert.ok(winner, `nobody decided\n${seen}`);
	assert.deepEqual(others, [], `more than one decision counted\n${seen}`);
	const { approver } = await approvalOn(waiting, winner.decision === 'approve' ? 1 : 0);
	assert.equal(approver, `Person ${answers.indexOf(winner)}`);

	const losers = answers.filter((answer) => answer !== winner);
	for (const { status, body, type } of losers) {
		assert.equal(status, 409, seen);
		assert.match(type, /^text\/html/, seen);
		assert.ok(body.includes(said), seen);
		assert.doesNotMatch(body, /stacktrace|node_modules|executeWebhook/);
	}
	for (const { allowed } of answers) assert.equal(allowed, null, 'another site may read it');
	const page = await context.strangersPage();
	await page.setContent(losers[0]?.body ?? '');
	await expectAccessible(page);
	await context.screenshot(page, 'late');
}

export const scenarios: Record<string, Scenario> = {
	'twenty decide in the same moment: one counts, the others read that (nl)': (context) =>
		oneCounts(context, 'nl', 'Over dit plan is al beslist'),
	'twenty decide in the same moment: one counts, the others read that (en)': (context) =>
		oneCounts(context, 'en', 'This plan was decided already'),

	'the button pressed twice decides once': async (context) => {
		const waiting = await waitingPlan(context, plan());
		const page = await context.strangersPage({ javaScriptEnabled: false });
		await page.goto(waiting.link);
		await page.fill('#approver', 'Sanne Support');
		await page.check('#offboardings');
		await page.dblclick('button[name="decision"][value="approve"]', { delay: 20 });
		await page.getByRole('heading').first().waitFor();
		await context.screenshot(page, 'twice');
		assert.doesNotMatch(await page.content(), /stacktrace|"code":/);
		assert.equal((await approvalOn(waiting, 1)).approver, 'Sanne Support');
	},

	'no page of a plan may be read by another site': async (context) => {
		const waiting = await waitingPlan(context, plan());
		const { link } = waiting;
		const { values } = readForm(await (await fetch(link)).text());
		const body = new URLSearchParams(values);
		body.set('decision', 'approve');
		const asked: Array<[string, RequestInit]> = [
			[link, {}],
			...['state', 'csv', 'md', 'html'].map((format): [string, RequestInit] => [
				`${link}&format=${format}`,
				{},
			]),
			[link, { method: 'POST', body }],
			[link, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }) }],
			[link, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
		];
		for (const [url, init] of asked) {
			for (const origin of [null, 'null', 'https://evil.example', new URL(link).origin]) {
				const headers = { ...init.headers, ...(origin === null ? {} : { origin }) };
				const answer = await fetch(url, { ...init, headers });
				const where = `${init.method ?? 'GET'} ${url.slice(-30)} from ${String(origin)}`;
				assert.equal(answer.headers.get('access-control-allow-origin'), null, where);
				assert.match(answer.headers.get('content-security-policy') ?? '', /./, where);
			}
		}
		assert.equal((await context.client.execution(waiting.execution.id)).status, 'waiting');
	},
};
