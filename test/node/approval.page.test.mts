import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { planHash, rowHash, verifyPlan } from '../../core/diff/planHash';
import { ApprovedRow } from '../../core/plan';
import type { PlanRow } from '../../core/plan';
import { visibleText } from '../support/approvalPage.mts';
import { bigPlan, makePlan, trippedGuard } from '../support/approvalPlan.mts';
import type { Plan } from '../support/approvalPlan.mts';
import { waitingPage } from '../support/approvalWebhook.mts';

const SOON = new Date(Date.now() + 3_600_000).toISOString();
const PAST = '2020-01-01T00:00:00.000Z';

/** The plan again with another end: the page reads the real clock. */
function validUntil(plan: Plan, expires_at: string): Plan {
	const { id, status, created_at } = plan.summary.plan;
	const ref = { id, status, created_at, expires_at };
	const sealed = { ...ref, hash: planHash(ref, plan.rows.map(rowHash)) };
	return {
		rows: plan.rows.map((row) => ({ ...row, plan: sealed })),
		summary: { ...plan.summary, plan: sealed },
	};
}

const MIXED = validUntil(
	makePlan([
		{ action: 'deactivate', row_id: 'd1', name: 'Chaima El Amrani' },
		{ action: 'update', row_id: 'u1', name: 'Esmée Jansen' },
		{ action: 'create', row_id: 'c1', name: 'Guusje Visser' },
		{ action: 'hold', row_id: 'h1', name: 'Hüseyin Öztürk' },
	]),
	SOON,
);

const form = (
	plan: Plan,
	decision: string,
	more: Array<[string, string]> = [],
): Array<[string, string]> => [
	['plan_hash', plan.summary.plan.hash],
	['decision', decision],
	['approver', 'Sanne Support'],
	...more,
];

const json = (items: INodeExecutionData[] | undefined): IDataObject[] =>
	(items ?? []).map((item) => item.json);

const hidden = (page: string, name: string): string =>
	new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';

describe('GET shows and never decides', () => {
	const page = waitingPage(MIXED);

	test('as often as anybody likes, whatever the query asks for', () => {
		for (const query of [{}, {}, { decision: 'approve', approver: 'x' }, { go: 'approve' }]) {
			const reply = page.get({ ...query, plan_hash: MIXED.summary.plan.hash });
			expect(reply.status).toBe(200);
			expect(reply.resumed).toBeNull();
			expect(visibleText(reply.body)).toContain('Chaima El Amrani');
		}
	});

	test('nothing is stored, framed, sniffed, indexed or told to another site', () => {
		const { headers } = page.get();
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['x-frame-options']).toBe('DENY');
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['x-robots-tag']).toContain('noindex');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
	});

	test('search, filter and pages come from the query', () => {
		expect(visibleText(page.get({ q: 'esmee' }).body)).not.toContain('Guusje');
		expect(visibleText(page.get({ action: 'create' }).body)).not.toContain('Chaima');
		const many = waitingPage(validUntil(bigPlan(250), SOON));
		expect(visibleText(many.get({ page: '3' }).body)).toContain('201 to 250 of 250');
	});

	test('every link back keeps the token', () => {
		for (const [, href] of page.get({ q: 'a', page: '2' }).body.matchAll(/href="(\?[^"]*)"/g)) {
			expect(href).toContain('signature=token-1');
		}
	});

	test.each([
		['csv', 'text/csv; charset=utf-8', 'Guusje Visser'],
		['md', 'text/markdown; charset=utf-8', 'Guusje Visser'],
		['html', 'text/html; charset=utf-8', 'Guusje Visser'],
	])('the report as %s is a file to save', (format, type, content) => {
		const reply = page.get({ format });
		expect(reply.headers['content-type']).toBe(type);
		expect(reply.headers['content-disposition']).toBe(
			`attachment; filename="alleo-plan-2026-11-24.${format}"`,
		);
		expect(reply.body).toContain(content);
		expect(reply.headers['cache-control']).toBe('no-store');
		expect(reply.resumed).toBeNull();
	});

	test('the times are those of the workflow', () => {
		const { body } = page.get();
		expect(visibleText(body)).toContain('24 Nov 2026, 04:00 CET');
	});

	test('the language is the one of the node', () => {
		const { body } = waitingPage(MIXED, { parameters: { language: 'nl' } }).get();
		expect(body).toContain('<html lang="nl">');
		expect(visibleText(body)).toContain('Wacht op uw besluit');
	});

	test('an n8n that hides the items is asked by expression', () => {
		const { body } = waitingPage(MIXED, { byExpression: true }).get();
		expect(visibleText(body)).toContain('Chaima El Amrani');
	});

	test('a plan past its end is shown as expired, without buttons', () => {
		const reply = waitingPage(validUntil(MIXED, PAST)).get();
		expect(reply.resumed).toBeNull();
		expect(visibleText(reply.body)).toContain('This plan expired');
		expect(reply.body).not.toContain('name="decision"');
	});
});

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

	test('reject: all rows leave on Not Approved, saying so', () => {
		const reply = waitingPage(MIXED).post(form(MIXED, 'reject'));
		expect(reply.resumed?.map((items) => items.length)).toEqual([4, 0]);
		for (const row of json(reply.resumed?.[0])) {
			expect(row['approval']).toMatchObject({ decision: 'rejected' });
		}
		expect(visibleText(reply.body)).toContain('Rejected Nothing is changed in Alleo.');
	});

	test('too late: Not Approved with "expired", whatever button was pressed', () => {
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
		expect(keepsWaiting(form(MIXED, 'approve', [['excluded', 'create-nobody']])).status).toBe(400);
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
		expect(back.body).toMatch(new RegExp(`value="${first}"\\s+checked`));
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
