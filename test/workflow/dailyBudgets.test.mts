import { emailKey } from '../../core/identity/keys';
import type { AlleoEmployee } from '../../core/model/employee';
import type { PlanNotice, PlanSummary } from '../../core/model/summary';
import { NODE } from '../../sandbox/demo/template.mts';
import { nodeOf } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import { outputOf } from '../support/engine.mts';
import { syncFor } from '../support/sync.mts';
import { SYSTEMS } from '../support/templates.mts';

/** The daily templates with a budget file beside them, through n8n's own engine, against the stand-ins. */

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60 });
});

afterEach(async () => {
	await sandbox.close();
});

const HEAD = 'Email,Alleo ID,alleo_monthly_all_budget';

const delivery = {
	ok: true,
	code: null,
	folder: '/alleo',
	file_name: 'alleo_budgets.csv',
	one_off_budgets: 'once',
	stopped_budgets: 'zero',
};

/** The item that the step "Last budget file" gives, written where its expression stands. */
const itemWith = (content: string): string => {
	const data = Buffer.from(content).toString('base64');
	const item = { json: { delivery }, binary: { data: { data, mimeType: 'text/csv' } } };
	// Two closing braces would end the expression.
	return `={{ (${JSON.stringify(item).replaceAll('}', '} ')}) }}`;
};

async function planned(system: System, budget_file: string, content: string | null) {
	const { engine } = await syncFor(sandbox, system, { budget_file }, (workflow) => {
		if (content === null) return;
		nodeOf(workflow, NODE.compare).parameters['previousFile'] = itemWith(content);
	});
	const run = await engine.start(NODE.dryRun);
	expect(run.status).toBe('waiting');
	const [summary] = outputOf<PlanSummary>(run, NODE.compare, 2);
	return { rows: outputOf(run, NODE.compare), summary: summary as PlanSummary };
}

const told = ({ notices }: { notices: readonly { code: string }[] }): boolean =>
	notices.some(({ code }) => code === 'BUDGET_NOT_AS_SENT');

const namesIn = (notices: readonly PlanNotice[]): string[] =>
	notices.flatMap(({ code, people, name }) =>
		code === 'BUDGET_NOT_AS_SENT' ? (people ?? [name ?? '']) : [],
	);

describe.each(SYSTEMS)('the %s template', (system) => {
	test('tells whose budgets are not those of the last file, and plans the same without it', async () => {
		const without = await planned(system, 'none', null);
		expect(without.summary.budget_file).toMatchObject({ way: 'none', last: 'notAsked' });
		expect(told(without.summary)).toBe(false);

		const { rows, summary } = await planned(system, 'daily', `${HEAD}\n`);
		expect(summary.budget_file).toMatchObject({ way: 'daily', last: 'read' });
		const said = namesIn(summary.notices).length + rows.filter((row) => told(row as never)).length;
		expect(said).toBe(summary.budget_file?.differing);
		expect(said).toBeGreaterThan(0);
		expect(summary.counts).toEqual(without.summary.counts);
		expect(summary.rows).toEqual(without.summary.rows);
		expect(summary.needs_approval_because).toEqual(without.summary.needs_approval_because);
	});

	test('without a workflow at "Last budget file" it says that nothing is compared, and goes on', async () => {
		const { summary } = await planned(system, 'daily', null);
		expect(summary.budget_file?.last).toBe('failed');
		expect(summary.notices.filter(({ code }) => code === 'LAST_BUDGETS_UNREADABLE')).toHaveLength(
			1,
		);
		expect(told(summary)).toBe(false);
	});

	test('what the last file says of an account is compared to the cent', async () => {
		const accounts = sandbox.world.alleo.accounts as unknown as AlleoEmployee[];
		const first = await planned(system, 'daily', `${HEAD}\n`);
		const [name] = namesIn(first.summary.notices);
		const line = accounts.find(
			({ first_name: given, last_name: last, is_active: active }) =>
				active && name?.startsWith(`${given} `) === true && name.endsWith(last ?? '?'),
		);
		const file = `${HEAD}\n${emailKey(line?.email ?? '')},${line?.id},0.01\n`;
		const { summary } = await planned(system, 'monthly', file);
		expect(summary.report_markdown).toMatch(/0[.,]01 → /);
	});
});
