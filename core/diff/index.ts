import { isCivilDate } from '../dates';
import type { Coverage, SourceSystem } from '../employee';
import { canonicalJson, sha256 } from '../hash';
import type { IssueCode, IssueParams } from '../issues';
import type { GuardResult, PlanRef, PlanRow, PlanStatus, PlanSummary } from '../plan';
import { renderMarkdown } from '../report/markdown';
import { absentRow, externalIdPrefix, findAbsent, isOurs } from './absent';
import { indexAccounts } from './accounts';
import { settleClaims } from './claims';
import { evaluateGuards } from './guards';
import { createJudge } from './judge';
import type { Proposal } from './judge';
import type { Draft } from './rows';
import type { DiffOptions } from './options';
import { orderRows, sortInputs } from './order';
import { indexPeople } from './people';
import { planHash, rowHash } from './planHash';
import type { DraftRow } from './planHash';
import { readAccounts, readCoverage, readEmployees } from './read';
import { compileRoute, managedCompanies } from './route';
import {
	collectNotices,
	countPeople,
	countsAddUp,
	summarizePartitions,
	totalBudgets,
} from './summary';
import { findTransfers } from './transfer';

/** What comes in: the three inputs as they are, and what only the outside world knows (clock, settings). */
export interface DiffInput {
	source: readonly unknown[];
	alleo: readonly unknown[];
	coverage: readonly unknown[];
	options: DiffOptions;
	/** Today in the workflow's time zone, `YYYY-MM-DD`. */
	referenceDate: string;
	/** Instants, ISO 8601 UTC. */
	createdAt: string;
	expiresAt: string;
}

export type DiffResult =
	| { ok: true; rows: PlanRow[]; summary: PlanSummary }
	| { ok: false; code: IssueCode; params: IssueParams };

const SYSTEMS: readonly SourceSystem[] = ['nmbrs', 'afas', 'custom'];

const failure = (code: IssueCode, params: IssueParams): DiffResult => ({ ok: false, code, params });

const malformed = (input: string, item: number, problem: string): DiffResult =>
	failure('DIFF_ITEM_MALFORMED', { input, item, problem });

/** Reads nothing but its argument and gives the same bytes for the same content, in any order. */
export function diff(input: DiffInput): DiffResult {
	const { options, referenceDate } = input;
	if (!isCivilDate(referenceDate)) {
		return failure('DIFF_OPTION_INVALID', {
			setting: 'Reference Date',
			problem: 'not a date YYYY-MM-DD',
		});
	}
	const employees = readEmployees(input.source);
	if (!employees.ok) return malformed('Employees', employees.item, employees.problem);
	const alleo = readAccounts(input.alleo);
	if (!alleo.ok) return malformed('Alleo', alleo.item, alleo.problem);
	const coverage = readCoverage(input.coverage);
	if (!coverage.ok) return malformed('Coverage', coverage.item, coverage.problem);
	const sorted = sortInputs(employees.values, alleo.values);
	const indexed = indexAccounts(sorted.accounts, managedCompanies(options));
	if (!indexed.ok) return failure('ALLEO_LISTING_INCONSISTENT', { account: indexed.accountId });

	const { accounts } = indexed;
	const people = indexPeople(sorted.people);
	const route = compileRoute(options);
	const transfers = findTransfers({
		people,
		accounts,
		route,
		referenceDate,
		gapDays: options.gapDays,
	});
	const judge = createJudge({
		people,
		accounts,
		options,
		route,
		transfers,
		mayOffboard: provenPartitions(coverage.values),
		referenceDate,
	});
	const proposals = sorted.people.map(judge);
	settleClaims(proposals, accounts);

	const known = new Set(sorted.people.map((person) => person.external_id ?? ''));
	const systems = new Set(sorted.people.map((person) => person.source.system));
	const prefixes = (systems.size === 0 ? SYSTEMS : [...systems]).map(externalIdPrefix);
	const absent = findAbsent(
		accounts,
		known,
		prefixes,
		accountsOf(proposals, (row) => row.action !== 'hold'),
	);
	const mayDeactivateAbsent =
		options.absentPolicy === 'deactivate' &&
		sorted.people.length > 0 &&
		readCompletely(coverage.values, options);
	const drafts = proposals.flatMap((proposal) => proposal.rows);
	// An account that a held person may turn out to own is not off-boarded for being absent.
	const doubted = accountsOf(proposals, (row) => row.action === 'hold');
	const leaving = mayDeactivateAbsent ? absent.filter((account) => !doubted.has(account.id)) : [];
	for (const account of leaving) drafts.push(absentRow(account));
	const rows = orderRows(drafts);

	const counts = countPeople(proposals, absent.length, leaving.length);
	if (!countsAddUp(counts)) throw new Error('SPEC I9: the counts of the plan do not add up');
	const activeOurs = accounts.all.filter(
		(account) => account.is_active && isOurs(account, prefixes),
	).length;
	const guards = evaluateGuards({
		people: sorted.people,
		proposals,
		absent,
		absentDeactivated: leaving.length,
		coverage: coverage.values,
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
		partitions: summarizePartitions(coverage.values),
		notices: collectNotices(
			proposals,
			leaving.length === 0 ? absent : absent.filter((account) => doubted.has(account.id)),
		),
		budgets: totalBudgets(rows),
	};
	return {
		ok: true,
		rows: planRows,
		summary: {
			...unsummarized,
			report_markdown: renderMarkdown(unsummarized, planRows, options.language),
		},
	};
}

/**
 * Where somebody may be off-boarded on evidence: everywhere while nothing is incomplete; as soon as
 * something is, only in partitions that are proven complete.
 */
function provenPartitions(coverage: readonly Coverage[]): (partition: string | null) => boolean {
	if (coverage.every((entry) => entry.complete)) return () => true;
	const incomplete = new Set(
		coverage.filter((entry) => !entry.complete).map((entry) => entry.partition),
	);
	const complete = new Set(
		coverage.filter((entry) => entry.complete).map((entry) => entry.partition),
	);
	return (partition) => partition !== null && complete.has(partition) && !incomplete.has(partition);
}

/** The accounts that rows of one kind are about. */
const accountsOf = (
	proposals: readonly Proposal[],
	wanted: (row: Draft) => boolean,
): ReadonlySet<number> =>
	new Set(
		proposals.flatMap(({ rows }) =>
			rows.flatMap((row) => (row.alleo_id !== null && wanted(row) ? [row.alleo_id] : [])),
		),
	);

/** Every partition complete, at least one, and none that earlier runs knew is missing. */
function readCompletely(coverage: readonly Coverage[], options: DiffOptions): boolean {
	const read = new Set(coverage.map((entry) => entry.partition));
	return (
		coverage.length > 0 &&
		coverage.every((entry) => entry.complete) &&
		options.knownPartitions.every((partition) => read.has(partition))
	);
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
	input: DiffInput,
): { plan: PlanRef; planRows: PlanRow[] } {
	const hashes = rows.map(rowHash);
	const content = canonicalJson({
		created_at: input.createdAt,
		reference_date: input.referenceDate,
		rows: hashes,
		tripped: guards.filter((guard) => guard.tripped).map((guard) => guard.code),
	});
	const ref = {
		id: `plan-${input.referenceDate}-${sha256(content).slice(0, 12)}`,
		status: statusOf(rows, because),
		created_at: input.createdAt,
		expires_at: input.expiresAt,
	};
	const plan: PlanRef = { ...ref, hash: planHash(ref, hashes) };
	const planRows = rows.map((row, index) => ({ plan, ...row, row_hash: hashes[index] ?? '' }));
	return { plan, planRows };
}
