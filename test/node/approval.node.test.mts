import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import { makePlan } from '../support/approvalPlan.mts';
import type { Plan } from '../support/approvalPlan.mts';
import { fakeContext } from '../support/fakeContext.mts';
import type { FakeContextOptions } from '../support/fakeContext.mts';
import { ROOT } from '../support/paths.mts';
import { planHash, rowHash } from '../../core/plan/planHash';

const HOUR = 3_600_000;
const node = new SyncApproval();

/** A plan that ends in so many hours from now. */
function planFor(hours: number): Plan {
	const plan = makePlan([
		{ action: 'deactivate', row_id: 'd1' },
		{ action: 'create', row_id: 'c1' },
	]);
	const { id, status, created_at } = plan.summary.plan;
	const expires_at = new Date(Date.now() + hours * HOUR).toISOString();
	const ref = { id, status, created_at, expires_at };
	const sealed = { ...ref, hash: planHash(ref, plan.rows.map(rowHash)) };
	return {
		rows: plan.rows.map((row) => ({ ...row, plan: sealed })),
		summary: { ...plan.summary, plan: sealed },
	};
}

const itemsOf = (plan: Plan): INodeExecutionData[] =>
	plan.rows.map((row) => ({ json: { ...row } }));

async function run(plan: Plan, options: FakeContextOptions = {}, items = itemsOf(plan)) {
	const waits: Date[] = [];
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.syncApproval',
		input: items,
		...options,
		parameters: { limitWaitHours: 24, summary: plan.summary, ...options.parameters },
	});
	const waiting = Object.assign(context, {
		putExecutionToWait: async (until: Date) => void waits.push(until),
	}) as IExecuteFunctions;
	const output = await node.execute.call(waiting);
	return { output, waits };
}

/** What stops the node, as a user reads it. */
async function refusal(...given: Parameters<typeof run>): Promise<string> {
	try {
		await run(...given);
	} catch (error) {
		const { message, description } = error as Error & { description: string };
		return `${message} ${description}`;
	}
	throw new Error('nothing was refused');
}

describe('waiting', () => {
	test('until the limit, with nothing on an output before the decision', async () => {
		const plan = planFor(48);
		const { output, waits } = await run(plan, { parameters: { limitWaitHours: 2 } });
		expect(output).toEqual([[], []]);
		const hours = ((waits[0]?.getTime() ?? 0) - Date.now()) / HOUR;
		expect(hours).toBeGreaterThan(1.9);
		expect(hours).toBeLessThanOrEqual(2);
	});

	test('never longer than the plan is valid', async () => {
		const plan = planFor(3);
		const { waits } = await run(plan, { parameters: { limitWaitHours: 24 } });
		expect(waits[0]?.toISOString()).toBe(plan.summary.plan.expires_at);
	});

	test('the summary may also come as JSON text', async () => {
		const plan = planFor(3);
		const summary = JSON.stringify(plan.summary);
		expect((await run(plan, { parameters: { summary } })).waits).toHaveLength(1);
	});

	test('the rows may come in another order', async () => {
		const plan = planFor(3);
		expect((await run(plan, {}, itemsOf(plan).reverse())).waits).toHaveLength(1);
	});
});

describe('refusing', () => {
	test.each<[string, (items: INodeExecutionData[]) => INodeExecutionData[], string]>([
		['an empty item', () => [{ json: {} }], 'APPROVAL_ROWS_EXPECTED'],
		[
			'an employee',
			() => [{ json: { external_id: 'nmbrs-1', status: 'active' } }],
			'APPROVAL_ROWS_EXPECTED',
		],
		['a missing row', (items) => items.slice(1), 'APPROVAL_PLAN_INCOMPLETE'],
		[
			'a doubled row',
			(items) => [...items.slice(0, 1), ...items.slice(0, 1)],
			'APPROVAL_PLAN_INCOMPLETE',
		],
		[
			'an altered row',
			(items) => items.map(({ json }) => ({ json: { ...json, email: 'other@x.example' } })),
			'APPROVAL_PLAN_ALTERED',
		],
		[
			'a row with something added',
			(items) => items.map(({ json }) => ({ json: { ...json, extra: 1 } })),
			'APPROVAL_ROWS_EXPECTED',
		],
		[
			'rows of two plans',
			(items) => [...items.slice(0, 1), ...itemsOf(planFor(9)).slice(1)],
			'APPROVAL_PLAN_MIXED',
		],
		['no items', () => [], 'APPROVAL_ROWS_EXPECTED'],
	])('%s', async (_case, change, code) => {
		const plan = planFor(3);
		expect(await refusal(plan, {}, change(itemsOf(plan)))).toContain(`(${code})`);
	});

	test('an expired plan', async () => {
		expect(await refusal(planFor(-1))).toContain('Start a new dry run. (APPROVAL_PLAN_EXPIRED)');
	});

	test('a summary that is missing, of another kind or of another plan', async () => {
		const plan = planFor(3);
		for (const summary of ['', '{', '[]', {}, { plan: plan.summary.plan }]) {
			expect(await refusal(plan, { parameters: { summary } })).toContain(
				"{{ $('Alleo Diff').first(2).json }}",
			);
		}
		const { summary } = planFor(7);
		expect(await refusal(plan, { parameters: { summary } })).toContain(
			'APPROVAL_SUMMARY_OTHER_PLAN',
		);
	});

	test.each([0, -1, 745, Number.NaN, 'soon'])('a limit of %p hours', async (limitWaitHours) => {
		expect(await refusal(planFor(3), { parameters: { limitWaitHours } })).toContain(
			'SETTING_INVALID',
		);
	});

	test('an AI agent', async () => {
		expect(await refusal(planFor(3), { toolExecution: true })).toContain('APPROVAL_NOT_BY_TOOL');
	});

	test('no message tells an address of a person', async () => {
		const plan = planFor(3);
		const items = itemsOf(plan).map(({ json }) => ({ json: { ...json, email: 12345 } }));
		expect(await refusal(plan, {}, items)).not.toMatch(/12345|@/);
	});

	test('with "continue on fail", one error item on the safe output and nothing waits', async () => {
		const { output, waits } = await run(planFor(-1), { continueOnFail: true });
		expect(waits).toEqual([]);
		expect(output[0]).toHaveLength(1);
		expect(output[0]?.[0]?.json['error']).toContain('expired');
		expect(output[1] ?? []).toEqual([]);
	});
});

describe('the description', () => {
	const { description } = node;

	test('the safe output comes first, because n8n sends an expired wait there', () => {
		expect(description.outputNames).toEqual(['Not approved', 'Approved']);
		expect(description.outputs).toHaveLength(2);
	});

	test('one page for GET and POST on the resume URL, and no operation that would sign the link otherwise', () => {
		expect(
			description.webhooks?.map(({ httpMethod, path: suffix, restartWebhook }) => [
				httpMethod,
				suffix,
				restartWebhook,
			]),
		).toEqual([
			['GET', '', true],
			['POST', '', true],
		]);
		const names = description.properties.map((property) => property.name);
		expect(names).toEqual(
			expect.arrayContaining(['title', 'language', 'limitWaitHours', 'requireComment', 'summary']),
		);
		expect(names).not.toContain('operation');
		// Of n8n only, and only wanted where a draft is to be compared with what is published.
		expect(description.credentials).toEqual([
			{ name: 'alleoN8nApi', required: false, testedBy: 'testN8n' },
		]);
	});

	test('icons for light and dark are there, and the codex names the node', () => {
		const { icon } = description;
		const files = typeof icon === 'object' ? [icon.light, icon.dark] : [];
		const svgs = files.map((file) =>
			path.join(ROOT, 'nodes/SyncApproval', file.replace('file:', '')),
		);
		expect(svgs.map((file) => existsSync(file))).toEqual([true, true]);
		expect(readFileSync(svgs[0]!, 'utf8')).not.toBe(readFileSync(svgs[1]!, 'utf8'));
		const codex = readFileSync(
			path.join(ROOT, 'nodes/SyncApproval/SyncApproval.node.json'),
			'utf8',
		);
		expect(JSON.parse(codex)).toMatchObject({ node: 'n8n-nodes-alleo.syncApproval' });
	});
});
