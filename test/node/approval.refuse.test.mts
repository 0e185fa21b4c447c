import type { INodeExecutionData } from 'n8n-workflow';
import type { PlanRow } from '../../core/model/plan';
import { visibleText } from '../support/approvalPage.mts';
import { bigPlan, makePlan, trippedGuard } from '../support/approvalPlan.mts';
import { form, MIXED, SOON, validUntil, waitingPage } from '../support/approvalWebhook.mts';

const hidden = (page: string, name: string): string =>
	new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';

describe('POST that must not decide keeps waiting', () => {
	const keepsWaiting = (fields: Array<[string, string]>, plan = MIXED, parameters = {}) => {
		const reply = waitingPage(plan, { parameters }).post(fields);
		expect(reply.resumed).toBeNull();
		return reply;
	};

	test('an empty form, or one of another plan, is refused with a clear page', () => {
		for (const fields of [[], form(MIXED, 'approve').slice(1)] as Array<Array<[string, string]>>) {
			const reply = keepsWaiting(fields);
			expect(reply.status).toBe(400);
			expect(visibleText(reply.body)).toContain('This form was not accepted');
		}
		const other = form(MIXED, 'approve').map(([name, value]): [string, string] =>
			name === 'plan_hash' ? [name, 'f'.repeat(64)] : [name, value],
		);
		expect(keepsWaiting(other).status).toBe(400);
	});

	test('a row that is not in the plan', () => {
		const foreign: [string, string] = ['excluded', 'create-nobody'];
		expect(keepsWaiting(form(MIXED, 'approve', [foreign])).status).toBe(400);
		const among = keepsWaiting(
			form(MIXED, 'approve', [['excluded', 'u1'], foreign, ['reason', 'x']]),
		);
		expect(among.status).toBe(400);
	});

	test('no name; no comment where one is required', () => {
		const nameless = form(MIXED, 'approve').map(([name, value]): [string, string] =>
			name === 'approver' ? [name, '  '] : [name, value],
		);
		expect(keepsWaiting(nameless).status).toBe(422);
		const reply = keepsWaiting(form(MIXED, 'reject'), MIXED, { requireComment: true });
		expect(visibleText(reply.body)).toContain('A comment is required.');
	});

	test('a blocked plan without the typed number', () => {
		const plan = validUntil(
			makePlan([{ action: 'deactivate' }], { guards: [trippedGuard('UPDATE_LIMIT')] }),
			SOON,
		);
		expect(keepsWaiting(form(plan, 'approve'), plan).status).toBe(422);
		const typed = waitingPage(plan).post(form(plan, 'approve', [['offboardings', '1']]));
		expect(typed.resumed?.[1]).toHaveLength(1);
	});

	test('a guard that cannot be overridden', () => {
		const plan = validUntil(
			makePlan([{ action: 'create' }], { guards: [trippedGuard('IDENTITY_KEYS_CHANGED')] }),
			SOON,
		);
		const reply = keepsWaiting(form(plan, 'approve', [['offboardings', '0']]), plan);
		expect(reply.status).toBe(422);
		expect(waitingPage(plan).post(form(plan, 'reject')).resumed?.[0]).toHaveLength(1);
	});

	test('turning a page, searching and filtering keep what was chosen and typed', () => {
		const plan = validUntil(bigPlan(250), SOON);
		const page = waitingPage(plan);
		const [first] = page.get().body.match(/(?<=name="excluded"\s+value=")[^"]+/) ?? [];
		const second = page.post([
			['plan_hash', plan.summary.plan.hash],
			['approver', 'Sanne'],
			['view_page', '1'],
			['view_q', ''],
			['view_action', ''],
			['carried', ''],
			['excluded', first ?? ''],
			[`reason:${first}`, 'Stays'],
			['go', 'page:2'],
		]);
		expect(second.resumed).toBeNull();
		expect(visibleText(second.body)).toContain('101 to 200 of 250');
		expect(second.body).toMatch(/id="approver"[^>]*value="Sanne"/);
		expect(JSON.parse(hidden(second.body, 'carried'))).toEqual([[first, 'Stays']]);
		const back = page.post([
			['plan_hash', plan.summary.plan.hash],
			['view_page', '2'],
			['view_q', ''],
			['view_action', ''],
			['carried', hidden(second.body, 'carried')],
			['go', 'page:1'],
		]);
		expect(back.body).toMatch(new RegExp(`value="${first}"[^>]*\\schecked`));
		const third = page.post([
			['view_page', '1'],
			['carried', hidden(second.body, 'carried')],
			['go', 'page:2'],
		]);
		expect(hidden(third.body, 'carried')).toBe(''); // its box was empty on page 1
	});

	test('a button that both turns the page and decides only turns the page', () => {
		expect(keepsWaiting([...form(MIXED, 'approve'), ['go', 'search']]).status).toBe(200);
	});
});

describe('what is broken is said, and decides nothing', () => {
	const altered = (change: (rows: PlanRow[]) => PlanRow[]): INodeExecutionData[] =>
		change(MIXED.rows.map((row) => ({ ...row }))).map((row) => ({ json: { ...row } }));

	test.each<[string, (rows: PlanRow[]) => PlanRow[]]>([
		['an altered row', (rows) => rows.map((row) => ({ ...row, email: 'evil@x.example' }))],
		['a missing row', (rows) => rows.slice(1)],
		['a doubled row', (rows) => [...rows, ...rows.slice(0, 1)]],
	])('%s', (_case, change) => {
		const reply = waitingPage(MIXED, { items: altered(change) }).post(form(MIXED, 'approve'));
		expect(reply.resumed).toBeNull();
		expect(reply.status).toBe(500);
		expect(visibleText(reply.body)).toContain('altered while it waited');
	});

	test.each([
		['no items', { items: [] }],
		['no summary', { parameters: { summary: '' } }],
		['an expression that fails', { parameters: { summary: new Error('not executed') } }],
	])('%s: an exception would resume the execution, so there is none', (_case, options) => {
		const page = waitingPage(MIXED, options);
		for (const reply of [page.get(), page.post(form(MIXED, 'approve'))]) {
			expect(reply.resumed).toBeNull();
			expect(reply.status).toBe(500);
		}
	});

	test('a language that fails is English', () => {
		const page = waitingPage(MIXED, { parameters: { language: new Error('broken') } });
		expect(visibleText(page.get().body)).toContain('Waiting for your decision');
	});
});
