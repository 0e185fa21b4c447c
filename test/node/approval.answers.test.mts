import { admit } from '../../core/apply/admit';
import { wantedSkip } from '../../core/apply/prepare';
import { endRecord } from '../../core/runLog/record';
import { ApprovedRow } from '../../core/model/plan';
import { visibleText } from '../support/approvalPage.mts';
import { form, json, validUntil, SOON, waitingPage } from '../support/approvalWebhook.mts';
import { QUESTIONS } from '../support/identityPlan.mts';
import { start as logStart, viewOf } from '../support/runLog.mts';
import { account, person, range, run } from '../support/people.mts';

/** From plans of the real Diff through the page to what apply goes by. */

const rehire = run(
	[person(1), person(2), person(3, { birthday: null }), ...range(4, 60).map((n) => person(n))],
	[
		account(1, { external_id: 'HiBob-1', is_active: false }),
		account(2, { external_id: 'HiBob-2' }),
		account(3, {
			external_id: 'HiBob-3',
			birthday: null,
			first_name: null,
			prefix: null,
			last_name: null,
		}),
		...range(4, 60).map((n) => account(n)),
	],
);
const REAL = validUntil(rehire, SOON);
const idOf = (number: number): string =>
	REAL.rows.find(({ external_id: id }) => id === `nmbrs-${number}`)?.row_id ?? '?';

describe('answers on a plan of the Diff', () => {
	test('the Diff asks about the re-hire, and takes over with the address alone only by a tick', () => {
		const { body } = waitingPage(REAL).get();
		expect(body).toContain(`name="answer:${idOf(1)}"`);
		expect(body).toMatch(new RegExp(`name="excluded"\\s+value="${idOf(2)}"`));
		expect(body).toMatch(new RegExp(`name="taken"\\s+value="${idOf(3)}"`));
	});

	test('the same person: apply goes by the row that was shown, and by nothing else', () => {
		// A takeover trips its guard, so whoever approves says how many people lose access.
		const reply = waitingPage(REAL).post(
			form(REAL, 'approve', [
				[`answer:${idOf(1)}`, 'same'],
				['offboardings', '0'],
			]),
		);
		expect(reply.status).toBe(200);
		const rows = json(reply.resumed?.[1]).map((row) => ApprovedRow.parse(row));
		expect(rows[0]?.approval).toMatchObject({ chosen: [idOf(1)], excluded: [idOf(3)] });
		const now = new Date().toISOString();
		const admission = admit(rows, { accept: 'approved', now, companies: [] });
		if (!admission.ok) throw new Error(admission.code);
		const rowsOf = admission.plans.flatMap((plan) => plan.rows);
		const written = rowsOf.filter((row) => wantedSkip(row) === null);
		expect(written.map(({ row }) => row.row_id).sort()).toEqual([idOf(1), idOf(2)].sort());
		const [hold] = REAL.rows.filter(({ row_id: id }) => id === idOf(1));
		const chosen = written.find(({ row }) => row.row_id === idOf(1))?.row;
		expect(chosen).toMatchObject({ ...hold?.choice });
	});

	test('what the plan did not offer decides nothing', () => {
		const reply = waitingPage(REAL).post(form(REAL, 'approve', [[`answer:${idOf(2)}`, 'same']]));
		expect(reply.status).toBe(400);
		expect(reply.resumed).toBeNull();
		expect(visibleText(reply.body)).toContain('a question that this plan does not ask');
	});

	test('answers and ticks survive a search, and decide afterwards', () => {
		const plan = validUntil(QUESTIONS, SOON);
		const page = waitingPage(plan);
		const shown = page.post([
			['plan_hash', plan.summary.plan.hash],
			['go', 'search'],
			['q', 'Esmée'],
			['view_page', '1'],
			['answer:h71', 'other'],
			['answer:h51', 'same'],
			['taken', 't32'],
		]);
		expect(shown.resumed).toBeNull();
		const carried = /name="answers" value="([^"]*)"/.exec(shown.body)?.[1] ?? '';
		const reply = page.post(
			form(plan, 'approve', [['answers', carried.replaceAll('&quot;', '"')]]),
		);
		const [row] = json(reply.resumed?.[1]);
		expect(row?.['approval']).toMatchObject({
			chosen: ['h51'],
			others: ['h71', 'h70'],
			excluded: [],
		});
	});

	test('what was answered in an earlier run is answered already, with who and when', () => {
		const plan = validUntil(QUESTIONS, SOON);
		const first = waitingPage(plan).post(form(plan, 'approve', [['answer:h71', 'other']]));
		const decided = json(first.resumed?.[1]).map((item) => ApprovedRow.parse(item));
		const { start, summary } = {
			start: { ...logStart(), workflow: 'workflow-1' },
			summary: viewOf(plan),
		};
		const rows = decided.map(({ approval, ...row }) => ({ row, approval }));
		const now = '2026-11-24T10:00:00.000Z';
		const history = [endRecord({ start, summary, rows, outcomes: [], now })];
		const { body } = waitingPage(plan, { parameters: { history } }).get();
		expect(visibleText(body)).toContain('Answered: somebody else, by Sanne Support on');
		expect(body).toMatch(/name="answer:h71"\s+value="other"[^>]* checked/);
		expect(body).toMatch(/name="answer:h51"\s+value="later"[^>]* checked/);
	});
});
