import type { IExecuteFunctions } from 'n8n-workflow';
import { isNewerPlan } from '../../core/approval/rules';
import { planHash, rowHash } from '../../core/plan/planHash';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import { visibleText } from '../support/approvalPage.mts';
import { makePlan } from '../support/approvalPlan.mts';
import type { Plan } from '../support/approvalPlan.mts';
import { form, SOON, waitingPage } from '../support/approvalWebhook.mts';
import { fakeContext } from '../support/fakeContext.mts';

/** A plan made so many minutes after ten o'clock, that is still to be decided. */
function planAt(minute: number): Plan {
	const plan = makePlan([
		{ action: 'deactivate', row_id: 'd1', name: 'Chaima El Amrani' },
		{ action: 'create', row_id: 'c1' },
	]);
	const ref = {
		id: `plan-${minute}`,
		status: plan.summary.plan.status,
		created_at: new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString(),
		expires_at: SOON,
	};
	const sealed = { ...ref, hash: planHash(ref, plan.rows.map(rowHash)) };
	return {
		rows: plan.rows.map((row) => ({ ...row, plan: sealed })),
		summary: { ...plan.summary, plan: sealed },
	};
}

/** The plan reaches the node, which starts to wait for a decision. */
async function arrives(plan: Plan): Promise<void> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.syncApproval',
		input: plan.rows.map((row) => ({ json: { ...row } })),
		parameters: { limitWaitHours: 24, summary: plan.summary },
	});
	await new SyncApproval().execute.call(
		Object.assign(context, { putExecutionToWait: async () => undefined }) as IExecuteFunctions,
	);
}

const older = planAt(0);
const newer = planAt(5);

beforeAll(async () => {
	await arrives(older);
	await arrives(newer);
	await arrives(older); // tried again: that makes it no newer
});

test('the page of the older plan says that there is a newer one, and offers only to reject', () => {
	const { body } = waitingPage(older).get();
	expect(visibleText(body)).toContain(
		'There is a newer plan It was made on 24 November 2026 11:05.',
	);
	expect([...body.matchAll(/name="decision"\s+value="(\w+)"/g)].map(([, value]) => value)).toEqual([
		'reject',
	]);
	expect(visibleText(body)).toContain('Chaima El Amrani');
});

test.each(['approve', 'approveWithoutOffboardings'])(
	'%s on the older plan is refused with a clear page, and the plan keeps waiting',
	(decision) => {
		const reply = waitingPage(older).post(form(older, decision));
		expect(reply.resumed).toBeNull();
		expect(reply.status).toBe(400);
		expect(visibleText(reply.body)).toContain('A newer plan of this workflow was made.');
	},
);

test('the older plan can be rejected', () => {
	const reply = waitingPage(older).post(form(older, 'reject'));
	expect(reply.resumed?.[0]).toHaveLength(2);
});

test('the newest plan is decided on as ever', () => {
	expect(visibleText(waitingPage(newer).get().body)).not.toContain('There is a newer plan');
	expect(waitingPage(newer).post(form(newer, 'approve')).resumed?.[1]).toHaveLength(2);
});

test('a plan is not newer than itself, nor than one of the same moment', () => {
	const { plan } = older.summary;
	expect(isNewerPlan(plan, plan)).toBe(false);
	expect(isNewerPlan({ ...plan, hash: 'other' }, plan)).toBe(false);
});
