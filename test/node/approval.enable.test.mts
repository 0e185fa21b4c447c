import { planHash } from '../../core/plan/planHash';
import { ApprovedRow } from '../../core/model/plan';
import { checkApproval } from '../../core/apply/approval';
import { visibleText } from '../support/approvalPage.mts';
import { makePlan, trippedGuard } from '../support/approvalPlan.mts';
import {
	form,
	json,
	MIXED,
	PAST,
	SOON,
	validUntil,
	waitingPage,
} from '../support/approvalWebhook.mts';

const OFFERED = { parameters: { offerEnable: true } };
const BUTTON = 'value="approveAndEnable"';

describe('"Approve and enable" is offered', () => {
	test('on a first run, beside Approve, in both languages and without any script', () => {
		const dutch = waitingPage(MIXED, { parameters: { offerEnable: true, language: 'nl' } }).get();
		expect(dutch.body).toContain(BUTTON);
		expect(visibleText(dutch.body)).toContain('Goedkeuren en inschakelen');
		expect(visibleText(dutch.body)).toContain('De dagelijkse synchronisatie blijft uit.');
		const english = waitingPage(MIXED, OFFERED).get();
		expect(visibleText(english.body)).toContain('Approve and enable');
		expect(english.body).toMatch(/<button[^>]*name="decision"[^>]*value="approveAndEnable"/);
	});

	test.each([
		['the node does not offer it', {}],
		['what the node says cannot be read', { offerEnable: new Error('no such node') }],
		['the node says something else', { offerEnable: 'true' }],
	])('not when %s', (_case, parameters) => {
		const page = waitingPage(MIXED, { parameters });
		expect(page.get().body).not.toContain(BUTTON);
		const reply = page.post(form(MIXED, 'approveAndEnable'));
		expect(reply.resumed).toBeNull();
		expect(visibleText(reply.body)).toContain('cannot be switched on from this page');
	});

	test.each([
		['cannot be approved at all', 'EMPTY_SOURCE'],
		['was made from an incomplete read', 'INCOMPLETE_PARTITION'],
	] as const)('not for a plan that %s', (_case, code) => {
		const rows = [{ action: 'create' as const, row_id: 'c1' }];
		const plan = validUntil(makePlan(rows, { guards: [trippedGuard(code)] }), SOON);
		const page = waitingPage(plan, OFFERED);
		expect(page.get().body).not.toContain(BUTTON);
		const more: Array<[string, string]> = [['offboardings', '0']];
		expect(page.post(form(plan, 'approveAndEnable', more)).resumed).toBeNull();
	});

	test('not for a plan that expired', () => {
		const plan = validUntil(MIXED, PAST);
		expect(waitingPage(plan, OFFERED).get().body).not.toContain(BUTTON);
		const reply = waitingPage(plan, OFFERED).post(form(plan, 'approveAndEnable'));
		expect(json(reply.resumed?.[0])[0]?.['approval']).toMatchObject({ decision: 'expired' });
		expect(JSON.stringify(reply.resumed)).not.toContain('"enable"');
	});
});

describe('pressing it', () => {
	test('approves the plan and carries the wish on every row; apply accepts that approval', () => {
		const reply = waitingPage(MIXED, OFFERED).post(form(MIXED, 'approveAndEnable'));
		expect(reply.resumed?.map((items) => items.length)).toEqual([0, 4]);
		const rows = json(reply.resumed?.[1]).map((row) => ApprovedRow.parse(row));
		for (const row of rows) {
			expect(row.approval).toMatchObject({ decision: 'approved', enable: true, excluded: [] });
		}
		const { plan } = MIXED.summary;
		expect(plan.hash).toBe(
			planHash(
				plan,
				MIXED.rows.map((row) => row.row_hash),
			),
		);
		expect(checkApproval(json(reply.resumed?.[1]), rows, plan, 'approved')).toMatchObject({
			ok: true,
			approval: { enable: true },
		});
		expect(visibleText(reply.body)).toContain('the daily sync is switched on');
		expect(visibleText(reply.body)).toContain('If a change fails, it stays off');
	});

	test('Approve alone enables nothing', () => {
		const reply = waitingPage(MIXED, OFFERED).post(form(MIXED, 'approve'));
		expect(JSON.stringify(reply.resumed)).not.toContain('"enable"');
		expect(visibleText(reply.body)).not.toContain('switched on');
	});

	test('with somebody left out for this time only it asks for a day: tomorrow would undo it', () => {
		const left: Array<[string, string]> = [
			['excluded', 'u1'],
			['reason:u1', 'Not yet'],
		];
		const page = waitingPage(MIXED, OFFERED);
		const asked = page.post(form(MIXED, 'approveAndEnable', left));
		expect(asked.resumed).toBeNull();
		expect(visibleText(asked.body)).toContain('Left out without a day: 1');
		const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
		const decided = page.post(form(MIXED, 'approveAndEnable', [...left, ['until:u1', day]]));
		expect(json(decided.resumed?.[1])[0]?.['approval']).toMatchObject({
			enable: true,
			excluded: ['u1'],
			exclusions: [{ reason: 'Not yet', row_ids: ['u1'], until: day }],
		});
	});

	test('a tripped guard still asks for the number of off-boardings', () => {
		const guards = [trippedGuard('CREATE_LIMIT')];
		const plan = validUntil(makePlan([{ action: 'create', row_id: 'c1' }], { guards }), SOON);
		const page = waitingPage(plan, OFFERED);
		expect(page.post(form(plan, 'approveAndEnable')).resumed).toBeNull();
		const more: Array<[string, string]> = [['offboardings', '0']];
		expect(page.post(form(plan, 'approveAndEnable', more)).resumed).not.toBeNull();
	});
});
