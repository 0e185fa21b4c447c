import { verifyPlan } from '../../core/plan/planHash';
import { ApprovedRow } from '../../core/model/plan';
import { visibleText } from '../support/approvalPage.mts';
import { bigPlan } from '../support/approvalPlan.mts';
import {
	form,
	json,
	MIXED,
	PAST,
	SOON,
	validUntil,
	waitingPage,
} from '../support/approvalWebhook.mts';

describe('POST decides', () => {
	test('approve: all rows leave on Approved, unaltered, with one and the same approval', () => {
		const reply = waitingPage(MIXED).post(form(MIXED, 'approve', [['comment', 'Checked']]));
		expect(reply.resumed?.map((items) => items.length)).toEqual([0, 4]);
		const rows = json(reply.resumed?.[1]).map((row) => ApprovedRow.parse(row));
		expect(verifyPlan(rows)).toEqual({ ok: true, plan: MIXED.summary.plan });
		expect(rows[0]?.approval).toMatchObject({
			plan_id: MIXED.summary.plan.id,
			plan_hash: MIXED.summary.plan.hash,
			decision: 'approved',
			approver: 'Sanne Support',
			comment: 'Checked',
			excluded: [],
		});
		for (const row of rows) expect(row.approval).toEqual(rows[0]?.approval);
		expect(reply.resumed?.[1]?.map((item) => item.pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(reply.headers['cache-control']).toBe('no-store');
		expect(visibleText(reply.body)).toContain('Approved 3 changes are being applied');
	});

	test('approve without off-boardings and with one row left out', () => {
		const more: Array<[string, string]> = [
			['excluded', 'u1'],
			['reason:u1', 'Name is wrong'],
		];
		const reply = waitingPage(MIXED).post(form(MIXED, 'approveWithoutOffboardings', more));
		const [row] = json(reply.resumed?.[1]);
		expect(row?.['approval']).toMatchObject({
			decision: 'approved',
			excluded: ['d1', 'u1'],
			exclusions: [{ reason: 'Name is wrong', row_ids: ['u1'] }],
		});
	});

	test('the receipt gives every reason in the language of the page', () => {
		const waiting = waitingPage(MIXED, { parameters: { language: 'nl' } });
		const { body } = waiting.post(form(MIXED, 'approveWithoutOffboardings'));
		expect(visibleText(body)).toContain('Offboarden: Goedgekeurd zonder de offboardings.');
	});

	test('where a login proved who decides, a typed name counts for nothing', () => {
		const parameters = { knownApprover: ' Sanne Support (sanne@example.org) ' };
		const waiting = waitingPage(MIXED, { parameters });
		expect(waiting.get().body).not.toContain('name="approver"');
		const reply = waiting.post(form(MIXED, 'approve', [['approver', 'Somebody Else']]));
		expect(json(reply.resumed?.[1])[0]?.['approval']).toMatchObject({
			approver: 'Sanne Support (sanne@example.org)',
		});
	});

	test('reject: all rows leave on Not approved, saying so', () => {
		const reply = waitingPage(MIXED).post(form(MIXED, 'reject'));
		expect(reply.resumed?.map((items) => items.length)).toEqual([4, 0]);
		for (const row of json(reply.resumed?.[0])) {
			expect(row['approval']).toMatchObject({ decision: 'rejected' });
		}
		expect(visibleText(reply.body)).toContain('Rejected Nothing is changed in Alleo.');
	});

	test('too late: Not approved with "expired", whatever button was pressed', () => {
		const plan = validUntil(MIXED, PAST);
		const reply = waitingPage(plan).post(form(plan, 'approve'));
		expect(reply.resumed?.map((items) => items.length)).toEqual([4, 0]);
		expect(json(reply.resumed?.[0])[0]?.['approval']).toMatchObject({ decision: 'expired' });
		expect(visibleText(reply.body)).toContain('Too late');
	});

	test('ten thousand rows left out in one form', () => {
		const plan = validUntil(bigPlan(10_000), SOON);
		const chosen = plan.rows.filter((row) => row.action !== 'hold').map((row) => row.row_id);
		const more = chosen.map((rowId): [string, string] => ['excluded', rowId]);
		const reply = waitingPage(plan).post(form(plan, 'approve', [...more, ['reason', 'All later']]));
		const [row] = json(reply.resumed?.[1]);
		expect((row?.['approval'] as { excluded: string[] }).excluded).toHaveLength(chosen.length);
	});

	test('a form sent as JSON counts as well', () => {
		const body = Object.fromEntries(form(MIXED, 'approve'));
		const reply = waitingPage(MIXED).postJson({ ...body, excluded: ['u1'], reason: 'Later' });
		expect(json(reply.resumed?.[1])[0]?.['approval']).toMatchObject({ excluded: ['u1'] });
	});
});
