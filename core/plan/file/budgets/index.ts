import type { Coverage, Employee } from '../../../model/employee';
import { done } from '../../../model/result';
import type { Result } from '../../../model/result';
import { Counts } from '../../../model/summary';
import type { FileSummary } from '../../../model/summary';
import { accountKey } from '../../accounts';
import type { Accounts } from '../../accounts';
import { finish } from '../../finish';
import type { Plan } from '../../finish';
import { readInputs } from '../../inputs';
import type { PlanReading } from '../../inputs';
import { orderRows } from '../../order';
import type { Draft } from '../../planHash';
import { readEmployees } from '../../read';
import { countRemarks, leftOutCounts } from '../counts';
import { previousFound } from '../folder';
import { companiesOf } from '../input';
import type { FilePlanInput } from '../input';
import type { FileProposal } from '../proposal';
import { totalCompanies } from '../totals';
import { holdTwins } from '../twins';
import { carryHeld } from './carry';
import { budgetGuards } from './guards';
import { knownLines } from './lines';
import type { KnownLines } from './lines';
import { proposeBudgets } from './people';
import { restOfLines } from './rest';
import type { Rest } from './rest';
import { isChangedLine } from './rows';
import { totalBudgetLines, totalsByCompany } from './totals';
import type { CountedLine } from './totals';

/**
 * The plan of the budget file: what is new, what changes and what stops since the last one. The file says the
 * state of everybody, so a plan has all its lines, or, where no line changes, none: then the last file stays.
 */

export function planBudgets(input: FilePlanInput): Result<Plan> {
	const read = readInputs(input, readEmployees, companiesOf(input.options));
	if (!read.ok) return read;
	const { people, accounts, allAccounts, coverage } = read.value;
	const lines = knownLines(input.lastBudgets, accounts, allAccounts);
	const { proposals, rest } = allRows(people, accounts, coverage, lines, input);
	return done(planOf(proposals, rest, accounts, coverage, lines, input));
}

/** Of the plan of people: how each account's line would be now. */
export interface BudgetRows extends Pick<FilePlanInput, 'lastBudgets' | 'referenceDate'> {
	options: Pick<FilePlanInput['options'], 'budgetLines' | 'budgetLimits'>;
}

/** Accounts that are asked about, and those of every company that was read. */
type Known = Pick<PlanReading<Employee>, 'accounts' | 'allAccounts'>;

export function budgetRows(
	people: readonly Employee[],
	{ accounts, allAccounts }: Known,
	coverage: readonly Coverage[],
	input: BudgetRows,
): Draft[] {
	const lines = knownLines(input.lastBudgets, accounts, allAccounts);
	const { proposals, rest } = allRows(people, accounts, coverage, lines, input);
	return [...proposals.flatMap(({ row }) => row ?? []), ...rest.rows.map(({ row }) => row)];
}

interface AllRows {
	/** One for each person of the source, in their order. */
	proposals: FileProposal[];
	rest: Rest;
}

function allRows(
	people: readonly Employee[],
	accounts: Accounts,
	coverage: readonly Coverage[],
	lines: KnownLines,
	{ options: { budgetLines: options, budgetLimits: limits }, referenceDate }: BudgetRows,
): AllRows {
	const first = proposeBudgets({ people, accounts, coverage, lines, limits, options });
	const rows = carryHeld(
		holdTwins(first.flatMap(({ row }) => row ?? [])),
		accounts,
		lines,
		options,
	);
	const written = rows.filter(({ action, budget_line: line }) => action === 'update' || line);
	const rest = restOfLines({ people, accounts, coverage, lines, written, options, referenceDate });
	// A person whose line is one of the rest is told by it, whatever left them out.
	const told = new Map<Employee, Draft>();
	const others: Rest['rows'] = [];
	for (const one of rest.rows) {
		if (one.person === null || told.has(one.person)) others.push(one);
		else told.set(one.person, one.row);
	}
	let next = 0;
	const proposals = first.map((proposal, at): FileProposal => {
		const person = people[at];
		const late = person === undefined ? undefined : told.get(person);
		if (proposal.row !== null) {
			// A held person keeps that row; the line of another account of theirs is one more.
			if (late !== undefined) others.push({ row: late, person: null });
			const row = rows[next++];
			return row === undefined ? proposal : { row, leftOut: null };
		}
		return late === undefined ? proposal : { row: late, leftOut: null };
	});
	return { proposals, rest: { rows: others, ended: rest.ended } };
}

function countedRows(rows: readonly Draft[], accounts: Accounts, lines: KnownLines): CountedLine[] {
	const given = new Map(
		accounts.all.map((account) => [
			accountKey(account.company_id, account.id),
			lines.ofAccount.get(account)?.given ?? {},
		]),
	);
	const seen = new Set<string>();
	return rows.map((row) => {
		const key = accountKey(row.alleo_company_id, row.alleo_id);
		// A line without an account stays as it was.
		const before = seen.has(key) ? {} : (given.get(key) ?? row.budgets);
		seen.add(key);
		return { row, before };
	});
}

function planOf(
	proposals: readonly FileProposal[],
	rest: Rest,
	accounts: Accounts,
	coverage: readonly Coverage[],
	lines: KnownLines,
	input: FilePlanInput,
): Plan {
	const own = proposals.flatMap(({ row }) => row ?? []);
	const all = orderRows([...own, ...rest.rows.map(({ row }) => row)]);
	const isSent = all.some(isChangedLine);
	const rows = isSent ? all : all.filter(({ action }) => action === 'hold');
	const counted = countedRows(all, accounts, lines);
	const gone = lines.nobody;
	const whole = totalBudgetLines(counted, null, [...gone, ...rest.ended]);
	const companies = totalsByCompany(counted);
	const inPlan = isSent ? proposals : proposals.map(withoutLine);
	const people = proposals.length;
	return finish(
		{
			rows,
			guards: budgetGuards({
				people,
				coverage,
				counted,
				gone,
				totals: { all: whole, companies },
				isSent,
				input,
			}),
			counts: {
				...Counts.parse({}),
				source: people,
				held: countOf(inPlan, 'hold'),
				hold: countOf(inPlan, 'hold'),
				update: countOf(inPlan, 'update'),
				unchanged: inPlan.filter(({ row }) => row === null).length,
				absent: rest.rows.length,
			},
			coverage,
			notices: [],
			file: {
				left_out: leftOutCounts(inPlan),
				remarks: isSent ? [...countRemarks(rows), ...lineRemarks(lines, rest)] : [],
				compared: null,
				...previousFound(input, input.lastBudgets.state),
				companies: totalCompanies(rows, 'budgets'),
				budgets: companies.length > 1 ? [whole, ...companies] : [whole],
			},
		},
		input,
	);
}

const withoutLine = (proposal: FileProposal): FileProposal =>
	proposal.row?.action === 'update' ? { row: null, leftOut: 'BUDGET_UNCHANGED' } : proposal;

const countOf = (proposals: readonly FileProposal[], action: Draft['action']): number =>
	proposals.filter(({ row }) => row?.action === action).length;

/** Lines of the last file that are in no file any more: never silently. */
function lineRemarks({ nobody }: KnownLines, { ended }: Rest): FileSummary['remarks'] {
	const counts = [
		['BUDGET_LINE_ENDED', ended.length],
		['BUDGET_LINE_NOBODY', nobody.length],
	] as const;
	return counts.flatMap(([code, people]) => (people === 0 ? [] : [{ code, params: {}, people }]));
}
