import { isCivilDate } from '../../model/dates';
import { Counts } from '../../model/summary';
import type { PlanSummary } from '../../model/summary';
import { indexAccounts } from '../accounts';
import type { Accounts } from '../accounts';
import type { GuardLimit } from '../options';
import { readAccounts, readCoverage, readEmployees } from '../read';
import { seal } from '../seal';
import { countsAddUp, summarizePartitions } from '../summary';
import type { Coverage } from '../../model/employee';
import { FlexRecord } from '../../payroll/record';
import type { FlexLimits } from '../../payroll/options';
import type { Filling, IssueCode, IssueParams, Language, PlacesOf } from '../../issues';
import type { FileDataset, PlanRow } from '../../model/plan';
import { renderMarkdown } from '../../report/markdown';
import { proposeBudgets } from './budgets';
import { fileGuards } from './guards';
import type { FileGuard } from './guards';
import { placeRows } from './place';
import { previousLine } from './previous';
import type { PreviousFile } from './previous';
import type { FileProposal } from './proposal';
import { proposeSalaryLeave } from './salaryLeave';
import { countRemarks, leftOutCounts } from './counts';
import { totalCompanies } from './totals';

export interface FilePlanOptions {
	/** Only accounts of this Alleo company; null takes every account that came in. */
	companyId: number | null;
	approval: 'always' | 'whenGuardTrips';
	plausibility: FlexLimits;
	limits: Record<FileGuard, GuardLimit>;
	reviewed: readonly string[];
	language: Language;
}

/** What comes in: the inputs as they are, and what only the outside world knows. */
export interface FilePlanInput {
	dataset: FileDataset;
	source: readonly unknown[];
	alleo: readonly unknown[];
	coverage: readonly unknown[];
	previous: PreviousFile;
	options: FilePlanOptions;
	referenceDate: string;
	/** Instants, ISO 8601 UTC. */
	createdAt: string;
	expiresAt: string;
	nonce: string;
}

export type FilePlanResult =
	| { ok: true; rows: PlanRow[]; summary: PlanSummary }
	| { ok: false; code: IssueCode; params: IssueParams };

const failure = <C extends IssueCode>(
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): FilePlanResult => ({
	ok: false,
	code,
	params,
});

function readRecords(items: readonly unknown[]): FlexRecord[] | number {
	const records: FlexRecord[] = [];
	for (const [index, item] of items.entries()) {
		const parsed = FlexRecord.safeParse(item);
		if (!parsed.success) return index;
		records.push(parsed.data);
	}
	return records;
}

function propose(
	input: FilePlanInput,
	accounts: Accounts,
): { ok: true; value: FileProposal[] } | { ok: false; item: number; problem: string } {
	if (input.dataset === 'budgets') {
		const people = readEmployees(input.source);
		return people.ok ? { ok: true, value: proposeBudgets(people.values, accounts) } : people;
	}
	const records = readRecords(input.source);
	if (typeof records === 'number') {
		return { ok: false, item: records, problem: 'it is no salary and leave record' };
	}
	const { previous, nonce, options } = input;
	const reviewed = new Set(options.reviewed);
	const limits = options.plausibility;
	return {
		ok: true,
		value: proposeSalaryLeave({ records, accounts, previous, limits, reviewed, nonce }),
	};
}

/**
 * The plan of a file: one row for each line and each held person. Reads nothing but its argument and
 * gives the same bytes for the same content, in any order.
 */
export function planFile(input: FilePlanInput): FilePlanResult {
	const { options, referenceDate } = input;
	if (!isCivilDate(referenceDate)) {
		const problem = 'not a date YYYY-MM-DD';
		return failure('SETTING_INVALID', { setting: 'Reference Date', problem });
	}
	const alleo = readAccounts(input.alleo);
	if (!alleo.ok) {
		return failure('DIFF_ITEM_MALFORMED', {
			input: 'Alleo',
			item: alleo.item,
			problem: alleo.problem,
		});
	}
	const coverage = readCoverage(input.coverage);
	if (!coverage.ok) {
		const { item, problem } = coverage;
		return failure('DIFF_ITEM_MALFORMED', { input: 'Coverage', item, problem });
	}
	const companies =
		options.companyId === null
			? new Set(alleo.values.map(({ company_id: id }) => id))
			: new Set([options.companyId]);
	const indexed = indexAccounts(alleo.values, companies);
	if (!indexed.ok) return failure('ALLEO_LISTING_INCONSISTENT', { account: indexed.accountId });
	const proposals = propose(input, indexed.accounts);
	if (!proposals.ok) {
		const { item, problem } = proposals;
		return failure('DIFF_ITEM_MALFORMED', { input: 'Employees', item, problem });
	}
	return { ok: true, ...sealed(proposals.value, coverage.values, input) };
}

/** Everybody of the source is counted once: in the file, held, or left out (I9). */
function countPeople(rows: ReadonlyArray<{ action: string }>, people: number): Counts {
	const counts = Counts.parse({});
	counts.source = people;
	counts.update = rows.filter(({ action }) => action === 'update').length;
	counts.hold = rows.filter(({ action }) => action === 'hold').length;
	counts.held = counts.hold;
	counts.unchanged = people - rows.length;
	if (!countsAddUp(counts)) throw new Error('SPEC I9: the counts of the plan do not add up');
	return counts;
}

function comparedPeople(rows: readonly FileRow[], input: FilePlanInput): number {
	const told = new Set(
		input.source.flatMap((item) => {
			const { external_id: id, earlier_hourly_wage: wage } = item as Partial<FlexRecord>;
			return typeof wage === 'number' && typeof id === 'string' ? [id] : [];
		}),
	);
	return rows.filter(
		({ action, email, external_id: id }) =>
			action === 'update' &&
			((email !== null && previousLine(input.previous, email)?.gross_hourly_wage != null) ||
				told.has(id ?? '')),
	).length;
}

type FileRow = ReturnType<typeof placeRows>[number];

function sealed(
	proposals: readonly FileProposal[],
	coverage: readonly Coverage[],
	input: FilePlanInput,
): { rows: PlanRow[]; summary: PlanSummary } {
	const { dataset, options, previous } = input;
	const rows = placeRows(proposals);
	const compared = dataset === 'budgets' ? 0 : comparedPeople(rows, input);
	const people = proposals.length;
	const guards = fileGuards({
		dataset,
		people,
		rows,
		coverage,
		previous,
		compared,
		limits: options.limits,
	});
	const because = guards.filter(({ tripped }) => tripped).map(({ code }) => code);
	if (options.approval === 'always' && rows.length > 0) because.push('APPROVAL_ALWAYS');
	const { plan, planRows } = seal(rows, because, guards, input);
	const unsummarized: Omit<PlanSummary, 'report_markdown'> = {
		plan,
		reference_date: input.referenceDate,
		needs_approval: because.length > 0,
		needs_approval_because: because,
		status: plan.status,
		guards,
		counts: countPeople(rows, people),
		partitions: summarizePartitions(coverage),
		notices: [],
		budgets: [],
		file: {
			left_out: leftOutCounts(proposals),
			remarks: countRemarks(rows),
			compared: dataset === 'budgets' ? null : compared,
			companies: totalCompanies(rows, dataset),
		},
	};
	const report = renderMarkdown(unsummarized, planRows, options.language);
	return { rows: planRows, summary: { ...unsummarized, report_markdown: report } };
}
