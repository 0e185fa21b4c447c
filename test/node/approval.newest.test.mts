import type { IWebhookFunctions } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { askRunLog } from '../../nodes/SyncApproval/newest';
import type { Newest } from '../../nodes/SyncApproval/newest';
import { visibleText } from '../support/approvalPage.mts';
import { MIXED, form, waitingPage } from '../support/approvalWebhook.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { json, startServer } from '../support/httpServer.mts';
import type { TestServer } from '../support/httpServer.mts';

/** The run log of n8n knows the newest plan, whatever process made it: the page asks it. */

const PLAN = MIXED.summary.plan;

const rowAt = (started_at: string, plan_hash: string | null) => ({
	id: 1,
	run: '12',
	workflow: 'workflow-1',
	started_at,
	plan_hash,
});

let rows: object[];
let status: number;
let tables: object[];
let n8n: TestServer;
beforeEach(async () => {
	rows = [];
	status = 200;
	tables = [{ id: 't1', name: 'Alleo run log', columns: [] }];
	n8n = await startServer(({ url }, response) => {
		const data = url.includes('/rows') ? rows : tables;
		json(response, status === 200 ? { data, nextCursor: null } : { message: 'No' }, status);
	});
});
afterEach(async () => await n8n.close());

async function ask(credential = true): Promise<Newest> {
	const data = { baseUrl: n8n.url, apiKey: 'the-api-key', signingKey: 's'.repeat(40) };
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.syncApproval',
		...(credential ? { credentials: { alleoN8nApi: { data, type: new AlleoN8nApi() } } } : {}),
	});
	return await askRunLog(context as unknown as IWebhookFunctions, PLAN);
}

describe('what the run log is asked', () => {
	test('a run that began later and made a plan is the newer one', async () => {
		rows = [
			rowAt('2026-11-24T12:00:00.000Z', 'a'.repeat(64)),
			rowAt('2026-11-24T13:00:00.000Z', 'b'.repeat(64)),
		];
		expect(await ask()).toEqual({ newerAt: '2026-11-24T13:00:00.000Z', unknown: false });
		const { searchParams } = new URL(n8n.seen[1]?.url ?? '', n8n.url);
		expect(JSON.parse(searchParams.get('filter') ?? '')).toMatchObject({
			type: 'and',
			filters: [
				{ columnName: 'workflow', condition: 'eq', value: 'workflow-1' },
				{ columnName: 'started_at', condition: 'gt', value: PLAN.created_at },
			],
		});
	});

	test('a run that made no plan, or this very one, makes nothing older', async () => {
		rows = [
			rowAt('2026-11-24T12:00:00.000Z', null),
			rowAt('2026-11-24T12:00:00.000Z', ''),
			rowAt('2026-11-24T12:00:00.000Z', PLAN.hash),
		];
		expect(await ask()).toEqual({ newerAt: null, unknown: false });
	});

	test('without a run log nothing is known', async () => {
		tables = [];
		expect(await ask()).toEqual({ newerAt: null, unknown: false });
	});

	test('without a key n8n is not asked', async () => {
		expect(await ask(false)).toEqual({ newerAt: null, unknown: false });
		expect(n8n.seen).toEqual([]);
	});

	test.each([401, 403])('a key that may not read it (%i) was enough until now', async (refused) => {
		status = refused;
		expect(await ask()).toEqual({ newerAt: null, unknown: false });
	});

	test('an n8n that fails leaves it unknown', async () => {
		status = 500;
		expect(await ask()).toEqual({ newerAt: null, unknown: true });
	});

	test('an n8n that is not there leaves it unknown', async () => {
		await n8n.close();
		expect(await ask()).toEqual({ newerAt: null, unknown: true });
	});
});

describe('what the page makes of it', () => {
	const LATER = { newerAt: '2026-11-24T10:05:00.000Z', unknown: false };
	const UNKNOWN = { newerAt: null, unknown: true };

	test('a newer plan leaves rejecting', () => {
		const { body } = waitingPage(MIXED, { newest: LATER }).get();
		expect(visibleText(body)).toContain('There is a newer plan');
		expect(
			[...body.matchAll(/name="decision"\s+value="(\w+)"/g)].map(([, value]) => value),
		).toEqual(['reject']);
		const approved = waitingPage(MIXED, { newest: LATER }).post(form(MIXED, 'approve'));
		expect([approved.status, approved.resumed]).toEqual([400, null]);
	});

	test.each(['approve', 'approveWithoutOffboardings', 'approveAndEnable', 'nonsense'])(
		'where it cannot be known, %s is refused for now and the plan keeps waiting',
		(decision) => {
			const reply = waitingPage(MIXED, { newest: UNKNOWN }).post(form(MIXED, decision));
			expect([reply.status, reply.resumed]).toEqual([503, null]);
			expect(visibleText(reply.body)).toContain('could not be checked just now');
		},
	);

	test('where it cannot be known, the plan is shown and can be rejected', () => {
		const page = waitingPage(MIXED, { newest: UNKNOWN });
		expect(page.get().status).toBe(200);
		expect(page.post(form(MIXED, 'reject')).resumed?.[0]?.length).toBeGreaterThan(0);
	});
});
