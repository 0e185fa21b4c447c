import { compareText } from '../model/collect';
import type { Coverage } from '../model/employee';
import { fileMarkOf } from '../model/fileMark';
import { canonicalJson, sha256 } from '../model/hash';
import type { InboxFacts } from '../model/inbox';
import type { FileDataset, PlanRef, PlanRow, PlanStatus } from '../model/plan';
import type {
	BudgetFileFacts,
	Counts,
	FileSummary,
	GuardResult,
	PartitionSummary,
	PlanNotice,
	SummaryFacts,
} from '../model/summary';
import type { PlanInput } from './inputs';
import { budgetTotals } from './budgetTotals';
import { almostNotices } from './almost';
import { countActions, countRows } from './count';
import { fieldChanges } from './fieldChanges';
import type { DiffOptions } from './options';
import { planHash, rowHasher } from './planHash';
import type { Draft, DraftRow } from './planHash';
import { partsSharer } from './share';
import { askingCodes } from './split';
import { unreadNotices } from './unread';

/**
 * The end of every plan, of people and of a file: numbers, hashes, status, and the summary that goes
 * with the rows. A planner makes drafts, guards and counts; nothing here decides about anybody.
 */

export interface PlanDraft {
	/** In the order of execution. */
	rows: readonly Draft[];
	guards: readonly GuardResult[];
	counts: Counts;
	coverage: readonly Coverage[];
	/** About people without a row. */
	notices: readonly PlanNotice[];
	/** Plans for a file only. */
	file?: FileSummary;
	/** Values that a person decides once. */
	inbox?: InboxFacts;
	/** Plans of people only: what goes to Alleo by the budget file. */
	budgetFile?: BudgetFileFacts;
}

/** The instants and the settings that are the same for every plan. */
export interface PlanFrame extends PlanInput {
	dataset?: FileDataset;
	options: Pick<DiffOptions, 'approval'> & Partial<Pick<DiffOptions, 'past'>>;
}

/** Without its text: that is made of it where it is shown (core/report/markdown.ts). */
export interface Plan {
	rows: PlanRow[];
	summary: SummaryFacts;
}

/** @throws where the counts do not add up (SPEC I9): a mistake in a planner, not in the data */
export function finish(draft: PlanDraft, frame: PlanFrame): Plan {
	checkCounts(draft.counts);
	return closePlan(numberRows(draft.rows), withCoverage(draft), frame);
}

/** With what the coverage says about nobody in particular among the notices. */
export function withCoverage<D extends Pick<PlanDraft, 'coverage' | 'notices'>>(draft: D): D {
	const { coverage, notices } = draft;
	return {
		...draft,
		notices: [...unreadNotices(coverage), ...almostNotices(coverage), ...notices],
	};
}

/** @param rows of this plan; the counts are those of the whole reading */
export function closePlan(
	rows: readonly DraftRow[],
	draft: Omit<PlanDraft, 'rows'>,
	frame: PlanFrame,
): Plan {
	const { counts, coverage, file, inbox, budgetFile } = draft;
	const guards = [...draft.guards];
	const because = reasonsForApproval(guards, rows, frame);
	const { plan, rows: sealed } = seal(rows, because, guards, frame);
	return {
		rows: sealed,
		summary: {
			plan,
			reference_date: frame.referenceDate,
			needs_approval: because.length > 0,
			needs_approval_because: because,
			status: plan.status,
			guards,
			rows: countActions(rows),
			kinds: countRows(rows),
			fields: fieldChanges(rows, frame.options.past?.seen ?? null),
			counts,
			partitions: summarizePartitions(coverage),
			notices: [...draft.notices],
			budgets: budgetTotals(rows.filter(({ action }) => action === 'create')),
			...(budgetFile === undefined ? {} : { budget_file: budgetFile }),
			companies: namedCompanies(rows, budgetFile, frame),
			...(file === undefined ? {} : { file }),
			...(inbox === undefined ? {} : { inbox }),
		},
	};
}

const SOURCE_PARTS = [
	'create',
	'update',
	'reactivate',
	'deactivate',
	'hold',
	'unchanged',
	'upcoming',
	'ended_unknown',
	'ineligible_unknown',
	'merged',
] as const;

/** Everybody of the source is counted once. */
export function checkCounts(counts: Counts): void {
	if (counts.source !== SOURCE_PARTS.reduce((sum, key) => sum + counts[key], 0)) {
		throw new Error('SPEC I9: the counts of the plan do not add up');
	}
}

/** The place of each row, and an id that no other row has, whatever the external ids look like. */
export function numberRows(drafts: readonly Draft[]): DraftRow[] {
	const taken = new Set(drafts.map((row) => row.row_id));
	// Nearly always; the second look is for ids that occur twice.
	if (taken.size === drafts.length) return drafts.map((row, position) => ({ ...row, position }));
	const used = new Map<string, number>();
	return drafts.map((row, position) => {
		let count = (used.get(row.row_id) ?? 0) + 1;
		// The id of somebody else may look like a number put behind this one: afas-1 and afas-1-2.
		while (count > 1 && taken.has(`${row.row_id}-${count}`)) count++;
		used.set(row.row_id, count);
		const row_id = count === 1 ? row.row_id : `${row.row_id}-${count}`;
		taken.add(row_id);
		return { ...row, row_id, position };
	});
}

/** Only those that the plan is about: a key may reach hundreds. */
function namedCompanies(
	rows: readonly DraftRow[],
	budgetFile: BudgetFileFacts | undefined,
	{ companyNames = [] }: PlanFrame,
): SummaryFacts['companies'] {
	const said = [...rows, ...(budgetFile?.companies ?? [])];
	const ids = new Set(said.map((one) => one.alleo_company_id));
	return companyNames.filter(({ id }) => ids.has(id));
}

const NOBODY: ReadonlySet<string> = new Set();

/** Why a person must look: tripped guards, what single rows ask for, or simply the setting. */
function reasonsForApproval(
	guards: readonly GuardResult[],
	rows: readonly DraftRow[],
	{ options }: PlanFrame,
): string[] {
	const tripped = guards.filter((guard) => guard.tripped).map((guard) => guard.code);
	const because = [...new Set(tripped), ...askingCodes(rows, options.past?.leftOut ?? NOBODY)];
	if (options.approval === 'always' && rows.length > 0) because.push('APPROVAL_ALWAYS');
	return because;
}

/** A plan is `ready` only when nobody has to approve it, so that a mis-wired approval writes nothing (I2). */
function statusOf(rows: readonly DraftRow[], because: readonly string[]): PlanStatus {
	if (because.length > 0) return 'blocked';
	return rows.length === 0 ? 'empty' : 'ready';
}

/** Gives the rows their hashes, and the plan the hash over them. */
function seal(
	rows: readonly DraftRow[],
	because: readonly string[],
	guards: readonly GuardResult[],
	{ referenceDate, createdAt, expiresAt, dataset }: PlanFrame,
): { plan: PlanRef; rows: PlanRow[] } {
	const hashes = rows.map(rowHasher());
	const kind = dataset === undefined ? {} : { dataset };
	const content = canonicalJson({
		created_at: createdAt,
		reference_date: referenceDate,
		rows: hashes,
		tripped: guards.filter((guard) => guard.tripped).map((guard) => guard.code),
		...kind,
	});
	const ref = {
		id: `plan-${referenceDate}-${sha256(content).slice(0, 12)}`,
		status: statusOf(rows, because),
		created_at: createdAt,
		expires_at: expiresAt,
		...kind,
	};
	const plan: PlanRef = { ...ref, hash: planHash(ref, hashes) };
	const share = partsSharer();
	return {
		plan,
		rows: rows.map((row, index) => {
			const sealed: PlanRow = { plan, ...row, row_hash: hashes[index] ?? '' };
			share(sealed);
			return sealed;
		}),
	};
}

const summarizePartitions = (coverage: readonly Coverage[]): PartitionSummary[] =>
	[...coverage]
		.sort((a, b) => compareText(a.partition, b.partition))
		.map((entry) => {
			const { partition, name, complete, employees, error } = entry;
			const file = fileMarkOf(entry);
			const said = { partition, name, complete, employees, error };
			return file === undefined ? said : { ...said, file };
		});
