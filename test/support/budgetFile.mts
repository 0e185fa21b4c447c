import Papa from 'papaparse';
import { admitForFile } from '../../core/apply/admit';
import { fileOfPlan } from '../../core/apply/file/fromPlan';
import { Employee } from '../../core/model/employee';
import { DEFAULT_BUDGET_FILE_OPTIONS } from '../../core/plan/file/budgets/options';
import type { BudgetFileOptions } from '../../core/plan/file/budgets/options';
import type { FilePlanInput } from '../../core/plan/file';
import { readLastBudgets } from '../../core/plan/file/lastBudgets';
import type { LastBudgets } from '../../core/plan/file/lastBudgets';
import type { PlanRow } from '../../core/model/plan';
import type { PlanSummary } from '../../core/model/summary';
import { approved, plan, planInput } from './filePlan.mts';
import type { Raw } from './filePlan.mts';

/** Budget files one after the other: each plan is compared with the file that the one before it made. */

export const MONTHLY = 'alleo_monthly_all_budget';
export const HEALTH = 'alleo_monthly_health_budget';
export const ONCE = 'alleo_oneoff_all_budget';

export const worker = (
	number: number,
	budgets: Record<string, number>,
	changes: Raw = {},
): Employee =>
	Employee.parse({
		external_id: `nmbrs-${number}`,
		status: 'active',
		start_date: '2019-03-01',
		email: `mens${number}@example.nl`,
		first_name: 'Mens',
		last_name: `Nummer${number}`,
		birthday: '1990-01-31',
		source: { system: 'nmbrs', partition: 'company-1' },
		budgets,
		...changes,
	});

export interface BudgetRun {
	rows: PlanRow[];
	summary: PlanSummary;
	/** null: none is sent, and the last one stays. */
	content: string | null;
	/** The file that lies there after this run. */
	last: LastBudgets;
	/** By external id: the code of the row. */
	codes: Record<string, string>;
}

export interface BudgetMonth extends Partial<Omit<FilePlanInput, 'options'>> {
	source: Employee[];
	alleo: Raw[];
	sent?: Partial<BudgetFileOptions>;
	companyId?: number;
	/** Whom the approver leaves out. */
	leaveOut?: (row: PlanRow) => boolean;
}

const NONE: LastBudgets = { state: 'none' };

export function budgetRun(
	{ sent = {}, leaveOut = () => false, companyId, ...given }: BudgetMonth,
	last: LastBudgets = NONE,
): BudgetRun {
	const base = planInput(0);
	const { rows, summary } = plan({
		...base,
		dataset: 'budgets',
		lastBudgets: last,
		options: {
			...base.options,
			companyId: companyId ?? null,
			budgetLines: { ...DEFAULT_BUDGET_FILE_OPTIONS, ...sent },
		},
		...given,
	});
	const content = rows.length === 0 ? null : build(rows, rows.filter(leaveOut));
	return {
		rows,
		summary,
		content,
		last: content === null ? last : readLastBudgets(content),
		codes: Object.fromEntries(rows.map(({ external_id: id, reason }) => [id, reason.code])),
	};
}

function build(rows: readonly PlanRow[], leftOut: readonly PlanRow[]): string | null {
	const ids = leftOut.map(({ row_id: id }) => id);
	const admission = admitForFile(approved(rows, ids), {
		accept: 'approved',
		now: '2026-11-28T07:00:00.000Z',
		dataset: 'budgets',
	});
	if (!admission.ok) throw new Error(`${admission.code} ${JSON.stringify(admission)}`);
	const built = fileOfPlan('budgets', admission.rows);
	if (built.outcomes.length !== rows.length) throw new Error('a row has no outcome');
	return built.content;
}

/** The lines of a file by address, as another parser reads them: only what is filled. */
export function linesOf(content: string | null): Record<string, Record<string, string>> {
	if (content === null) return {};
	const { data, errors } = Papa.parse<Record<string, string>>(content, {
		header: true,
		skipEmptyLines: true,
	});
	if (errors.length > 0) throw new Error(JSON.stringify(errors));
	return Object.fromEntries(
		data.map(({ Email: email = '', 'Alleo ID': _id, ...cells }) => [
			email,
			Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')),
		]),
	);
}

export const guardOf = ({ summary }: BudgetRun, code: string) =>
	summary.guards.find((guard) => guard.code === code);

export const tripped = ({ summary }: BudgetRun): string[] =>
	summary.guards.filter((guard) => guard.tripped).map(({ code }) => code);
