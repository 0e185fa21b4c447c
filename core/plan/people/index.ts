import type { IssueCode, IssueParams } from '../../issues';
import type { PlanRow } from '../../model/plan';
import type { GuardResult, PlanSummary } from '../../model/summary';
import { renderMarkdown } from '../../report/markdown';
import { absentRow, isOurs } from './absent';
import { examine } from './examine';
import type { DiffInput, Examined } from './examine';
import { evaluateGuards } from './guards';
import type { DiffOptions } from '../options';
import { orderRows } from '../order';
import type { DraftRow } from '../planHash';
import { seal } from '../seal';
import {
	collectNotices,
	countPeople,
	countsAddUp,
	summarizePartitions,
	totalBudgets,
} from '../summary';

export type { DiffInput, Examined } from './examine';

export type DiffResult =
	| { ok: true; rows: PlanRow[]; summary: PlanSummary }
	| { ok: false; code: IssueCode; params: IssueParams };

/** Reads nothing but its argument and gives the same bytes for the same content, in any order. */
export function diff(input: DiffInput): DiffResult {
	const examined = examine(input);
	return examined.ok ? { ok: true, ...planOf(examined.value, input) } : examined;
}

/** The plan that follows from what was examined; `input` adds the settings and the instants. */
export function planOf(
	examined: Examined,
	input: DiffInput,
): { rows: PlanRow[]; summary: PlanSummary } {
	const { options, referenceDate } = input;
	const { people, accounts, coverage, proposals, waits, prefixes, absent, leaving, doubted } =
		examined;
	const drafts = proposals.flatMap((proposal) => proposal.rows);
	for (const account of leaving) drafts.push(absentRow(account));
	const rows = orderRows(drafts, waits);

	const counts = countPeople(proposals, absent.length, leaving.length);
	if (!countsAddUp(counts)) throw new Error('SPEC I9: the counts of the plan do not add up');
	const activeOurs = accounts.all.filter(
		(account) => account.is_active && isOurs(account, prefixes),
	).length;
	const guards = evaluateGuards({
		people: people.all,
		proposals,
		absent,
		absentDeactivated: leaving.length,
		coverage,
		accounts,
		activeOurs,
		options,
	});
	const because = reasonsForApproval(guards, rows, options);
	const { plan, planRows } = seal(rows, because, guards, input);
	const unsummarized: Omit<PlanSummary, 'report_markdown'> = {
		plan,
		reference_date: referenceDate,
		needs_approval: because.length > 0,
		needs_approval_because: because,
		status: plan.status,
		guards,
		counts,
		partitions: summarizePartitions(coverage),
		notices: collectNotices(
			proposals,
			leaving.length === 0 ? absent : absent.filter((account) => doubted.has(account.id)),
		),
		budgets: totalBudgets(rows),
	};
	return {
		rows: planRows,
		summary: {
			...unsummarized,
			report_markdown: renderMarkdown(unsummarized, planRows, options.language),
		},
	};
}

/** Why a person must look: tripped guards, identity changes, or simply the setting. */
function reasonsForApproval(
	guards: readonly GuardResult[],
	rows: readonly DraftRow[],
	options: DiffOptions,
): string[] {
	const because = guards.filter((guard) => guard.tripped).map((guard) => guard.code);
	for (const code of ['TRANSFER', 'MOVE']) {
		if (rows.some((row) => row.reason.code === code)) because.push(code);
	}
	if (options.approval === 'always' && rows.length > 0) because.push('APPROVAL_ALWAYS');
	return because;
}
