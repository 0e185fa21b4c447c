import { emailKey } from '../../identity/keys';
import type { BudgetLimits } from '../../model/budget';
import type { Coverage } from '../../model/employee';
import type { FileDataset } from '../../model/plan';
import { done } from '../../model/result';
import type { Result } from '../../model/result';
import { Counts } from '../../model/summary';
import type { PlausibilityLimits } from '../../payroll/options';
import { NormalizedPayroll } from '../../payroll/normalized';
import { itemReason } from '../../issues';
import { finish } from '../finish';
import type { Plan } from '../finish';
import { readInputs } from '../inputs';
import type { PlanInput } from '../inputs';
import type { GuardLimit } from '../options';
import { orderRows } from '../order';
import type { Draft } from '../planHash';
import { countQuestions } from '../people/questions';
import { readEmployees } from '../read';
import type { ReadResult } from '../read';
import { proposeBudgets } from './budgets';
import { countRemarks, leftOutCounts } from './counts';
import { fileGuards } from './guards';
import type { FileGuard } from './guards';
import { previousLine } from './previous';
import type { PreviousFile } from './previous';
import type { FileProposal } from './proposal';
import { proposePay } from './pay';
import { totalCompanies } from './totals';

export interface FilePlanOptions {
	/** Only accounts of this Alleo company; null takes every account that came in. */
	companyId: number | null;
	approval: 'always' | 'whenGuardTrips';
	plausibility: PlausibilityLimits;
	limits: Record<FileGuard, GuardLimit>;
	reviewed: readonly string[];
	budgetLimits: BudgetLimits;
}

export interface FilePlanInput extends PlanInput {
	dataset: FileDataset;
	previous: PreviousFile;
	options: FilePlanOptions;
	nonce: string;
}

/**
 * The plan of a file: one row for each line and each held person. Reads nothing but its argument and
 * gives the same bytes for the same content, in any order.
 */
export const planOfFile = (input: FilePlanInput): Result<Plan> =>
	input.dataset === 'budgets' ? planBudgets(input) : planSalaryLeave(input);

const companiesOf = ({ companyId }: FilePlanOptions): ReadonlySet<number> | null =>
	companyId === null ? null : new Set([companyId]);

function planBudgets(input: FilePlanInput): Result<Plan> {
	const read = readInputs(input, readEmployees, companiesOf(input.options));
	if (!read.ok) return read;
	const { people, accounts, coverage } = read.value;
	return done(
		planOf(proposeBudgets(people, accounts, input.options.budgetLimits), coverage, null, input),
	);
}

function planSalaryLeave(input: FilePlanInput): Result<Plan> {
	const { previous, nonce, options } = input;
	const read = readInputs(input, readRecords, companiesOf(options));
	if (!read.ok) return read;
	const { people: records, accounts, coverage } = read.value;
	const reviewed = new Set(options.reviewed);
	const limits = options.plausibility;
	const proposals = proposePay({ records, accounts, previous, limits, reviewed, nonce });
	return done(planOf(proposals, coverage, records, input));
}

function readRecords(items: readonly unknown[]): ReadResult<NormalizedPayroll> {
	const values: NormalizedPayroll[] = [];
	for (const [item, given] of items.entries()) {
		const parsed = NormalizedPayroll.safeParse(given);
		if (!parsed.success) {
			return { ok: false, problem: { item, problem: 'it is no salary and leave record' } };
		}
		values.push(parsed.data);
	}
	return done(values);
}

/** @param records null where no wages are compared */
function planOf(
	proposals: readonly FileProposal[],
	coverage: readonly Coverage[],
	records: readonly NormalizedPayroll[] | null,
	input: FilePlanInput,
): Plan {
	const { dataset, options, previous } = input;
	const drafts = holdTwins(proposals.flatMap(({ row }) => (row === null ? [] : [row])));
	const rows = orderRows(drafts, new Map());
	const people = proposals.length;
	const compared = records === null ? null : comparedPeople(rows, records, previous);
	const { limits } = options;
	const { questions } = countQuestions((records ?? []).flatMap(({ asks = [] }) => asks));
	return finish(
		{
			rows,
			guards: fileGuards({ people, rows, coverage, previous, compared, limits }),
			counts: countPeople(rows, people),
			coverage,
			notices: [],
			file: {
				left_out: leftOutCounts(proposals),
				remarks: countRemarks(rows),
				compared,
				...(compared === null ? {} : { previous: previous.state }),
				companies: totalCompanies(rows, dataset),
			},
			...(questions.length === 0 ? {} : { inbox: { questions, groups: [] } }),
		},
		input,
	);
}

/** Two lines with one address would be one account's figures or the other's: both wait. */
function holdTwins(rows: readonly Draft[]): Draft[] {
	const owners = new Map<string, number>();
	for (const { action, email } of rows) {
		if (action !== 'update' || email === null) continue;
		owners.set(emailKey(email), (owners.get(emailKey(email)) ?? 0) + 1);
	}
	return rows.map((row) => {
		if (row.action !== 'update' || (owners.get(emailKey(row.email ?? '')) ?? 0) < 2) return row;
		const without: Draft = { ...row };
		delete without.flex;
		return {
			...without,
			row_id: row.row_id.replace(/^update-/, 'hold-'),
			action: 'hold',
			reason: itemReason('FILE_EMAIL_TWICE'),
			budgets: {},
		};
	});
}

const countOf = (rows: readonly Draft[], action: Draft['action']): number =>
	rows.filter((row) => row.action === action).length;

/** Everybody of the source is counted once: in the file, held, or left out. */
function countPeople(rows: readonly Draft[], people: number): Counts {
	const hold = countOf(rows, 'hold');
	return {
		...Counts.parse({}),
		source: people,
		held: hold,
		unchanged: people - rows.length,
		update: countOf(rows, 'update'),
		hold,
	};
}

/** People of the file whose wage the previous file or an earlier period tells. */
function comparedPeople(
	rows: readonly Draft[],
	records: readonly NormalizedPayroll[],
	previous: PreviousFile,
): number {
	const told = new Set(
		records.flatMap(({ external_id: id, earlier_hourly_wage: wage }) =>
			wage === null ? [] : [id],
		),
	);
	return rows.filter(
		({ action, email, external_id: id }) =>
			action === 'update' &&
			(told.has(id) ||
				(email !== null && previousLine(previous, email)?.gross_hourly_wage != null)),
	).length;
}
