import { compareWithHistory } from '../../core/runLog/compare';
import { endRecord } from '../../core/runLog/record';
import type { Approval, PlanRow } from '../../core/model/plan';
import { budgetRun, MONTHLY, ONCE, worker } from '../support/budgetFile.mts';
import { account, approved } from '../support/filePlan.mts';
import { start } from '../support/runLog.mts';
import { evaluate as run } from '../support/evaluate.mts';
import { readWorkflow, SYSTEMS } from '../support/templates.mts';

/** What the desk gets of a plan of budgets. */

interface Called {
	workflowInputs: {
		value: Record<string, unknown>;
		schema: Array<{ id: string; removed: boolean }>;
	};
}

describe.each(SYSTEMS)('workflows/%s-budgets.json', (system) => {
	const { nodes } = readWorkflow(`${system}-budgets`);
	const called = (name: string): Called => {
		const found = nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found.parameters as unknown as Called;
	};

	test('no amount of a person reaches the desk', () => {
		const row = {
			row_hash: 'h',
			name: 'Anna',
			reason: { code: 'BUDGET_CHANGED' },
			changes: [{ field: 'alleo_monthly_all_budget', from: 25, to: 77 }],
			budgets: { alleo_monthly_all_budget: 77 },
			budget_line: { sent_before: { alleo_oneoff_all_budget: 77 }, otherwise: null },
			flex: {},
		};
		const bare = { row_hash: 'h', name: 'Anna', reason: row.reason, changes: [] };
		const summary = {
			plan: { dataset: 'budgets' },
			budgets: [{ monthly_eur: 77 }],
			report_markdown: 'Anna: 25 → 77',
			file: { left_out: [], previous: 'none', budgets: [{ new: 77 }], companies: [{ total: 77 }] },
		};
		const nodes = {
			'Compare with Alleo': [summary, row],
			'Review and approve': [row],
			'Build file': [{ outcome: 'applied' }],
		};
		for (const name of ['Desk: plan', 'Desk: done']) {
			const items = run(called(name).workflowInputs.value['items'], nodes) as object[];
			expect(items).toContainEqual(bare);
			// What the desk says of the plan: how many, and whether it is the first.
			const file = { left_out: [], previous: 'none', companies: [] };
			expect(items).toContainEqual({ plan: summary.plan, file });
			expect(JSON.stringify(items)).not.toContain('77');
		}
		const done = called('Desk: done').workflowInputs;
		expect(run(done.value['came'], {}, { $json: row })).toEqual(bare);
		expect(done.schema.filter(({ removed }) => removed).map(({ id }) => id)).toEqual([
			'flex',
			'budgets',
			'changes',
			'report_markdown',
		]);
	});

	test('whoever was left out up to a day is ticked again, though the desk has no amounts', () => {
		const given = { source: [worker(1, { [MONTHLY]: 25, [ONCE]: 100 })], alleo: [account(1)] };
		const { rows, summary } = budgetRun(given);
		const [{ row_id: id }] = rows as [PlanRow];
		const exclusions = [{ reason: 'had it by hand', row_ids: [id], until: '2027-03-31' }];
		const decided = approved(rows, [id]).map((row) => ({
			...row,
			approval: { ...(row['approval'] as object), exclusions },
		}));
		const items = run(called('Desk: done').workflowInputs.value['items'], {
			'Compare with Alleo': [{ ...summary }],
			'Review and approve': decided,
			'Build file': [],
		}) as Array<PlanRow & { approval?: Approval }>;
		const told = items.filter(({ row_id: of, approval }) => of === id && approval);
		const record = endRecord({
			start: start(),
			summary,
			rows: told.map((row) => ({ row, approval: row.approval ?? null })),
			outcomes: [],
			now: '2026-11-28T07:00:00.000Z',
		});
		const next = budgetRun(given).rows;
		const { workflow } = record;
		expect(compareWithHistory(next, [record], workflow, '2026-12-28').remembered).toEqual(
			new Map([[id, expect.objectContaining({ until: '2027-03-31' })]]),
		);
		expect(compareWithHistory(next, [record], workflow, '2027-04-28').remembered.size).toBe(0);
	});
});
