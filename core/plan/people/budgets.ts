import { itemIssue, resolveIssue } from '../../issues';
import type { ResolvedIssue } from '../../issues';
import { compareText, groupBy } from '../../model/collect';
import { displayName } from '../../model/employee';
import type { AlleoEmployee, Employee } from '../../model/employee';
import type { BudgetFileFacts, PlanNotice } from '../../model/summary';
import { accountKey, indexAccounts } from '../accounts';
import type { Accounts } from '../accounts';
import { budgetDifferences, budgetParams } from '../budgetsDiffer';
import type { BudgetDifference, BudgetsSent } from '../budgetsDiffer';
import { budgetTotals } from '../budgetTotals';
import type { Budgeted } from '../budgetTotals';
import { budgetRows } from '../file/budgets';
import { DEFAULT_BUDGET_FILE_OPTIONS } from '../file/budgets/options';
import type { Draft } from '../planHash';
import type { DiffInput, Examined } from './examine';
import type { Proposal } from './proposal';

/**
 * What the plan of people says of budgets, which it does not write: how they go to Alleo, and whose line of the
 * budget file would be another one than last time, by the rules of that file. Only remarks: none of them makes
 * a plan wait, or counts as a change. Of whom the file leaves as they were nothing is said.
 */

export interface BudgetsTold {
	notices: PlanNotice[];
	facts?: BudgetFileFacts;
}

const isHeld = ({ count, rows }: Proposal): boolean =>
	count === 'hold' || rows.some(({ action }) => action === 'hold');

/** What the file would do with the line of one account. */
interface OfAccount {
	differences: BudgetDifference[];
	/** It leaves the line as it was, though the person is in service, because not all is known. */
	isUnsure: boolean;
	/** Fields that nobody has any more; their amounts stay. */
	kept: string[];
}

const KEPT = 'BUDGET_FIELD_KEPT';
const UNSURE: ReadonlySet<string> = new Set([
	KEPT,
	'BUDGET_PARTITION_INCOMPLETE',
	'BUDGET_UNSURE_KEPT',
]);

function ofRow({ action, changes, notices }: Draft): OfAccount {
	return {
		differences: action === 'update' ? budgetDifferences(changes) : [],
		isUnsure: action === 'hold' || notices.some(({ code }) => UNSURE.has(code)),
		kept: notices.flatMap(({ code, field }) => (code === KEPT && field !== null ? [field] : [])),
	};
}

/**
 * The accounts as this plan leaves them, with which the next file is made: switched on or off, and under their
 * new external id. Addresses stay, because the lines of the last file stand under those.
 */
function accountsAfter({ accounts, proposals }: Examined): Accounts {
	const after = new Map<string, Partial<AlleoEmployee>>();
	for (const { rows } of proposals) {
		for (const { action, alleo_id: id, alleo_company_id: company, after: written } of rows) {
			if (id === null || action === 'hold' || action === 'create') continue;
			const externalId = written['external_id'];
			after.set(accountKey(company, id), {
				...(action === 'update' ? {} : { is_active: action === 'reactivate' }),
				...(typeof externalId === 'string' ? { external_id: externalId } : {}),
			});
		}
	}
	if (after.size === 0) return accounts;
	const all = accounts.all.map((account) => ({
		...account,
		...after.get(accountKey(account.company_id, account.id)),
	}));
	const indexed = indexAccounts(all, null);
	return indexed.ok ? indexed.value : accounts;
}

/** By account. Who is held for a budget alone is no fault of the account, and waits in the file. */
function linesByAccount(
	examined: Examined,
	lastBudgets: BudgetsSent['last'],
	{ options: { budgetLimits }, referenceDate }: DiffInput,
): ReadonlyMap<string, OfAccount> {
	if (lastBudgets?.state !== 'read') return new Map();
	const { people, coverage } = examined;
	const asRead = people.all.map(
		(person): Employee => (person.budget_only === true ? { ...person, status: 'held' } : person),
	);
	const known = { accounts: accountsAfter(examined), allAccounts: examined.allAccounts };
	const rows = budgetRows(asRead, known, coverage, {
		lastBudgets,
		referenceDate,
		options: { budgetLimits, budgetLines: DEFAULT_BUDGET_FILE_OPTIONS },
	});
	return new Map(
		rows.map((row) => [accountKey(row.alleo_company_id, row.alleo_id), ofRow(row)] as const),
	);
}

/** The account whose line is the person's; null where it may be another's, and where a row makes a new one. */
function accountOf({ person, account, rows, count }: Proposal): AlleoEmployee | null {
	if (account === null || count === 'merged') return null;
	if (rows.some(({ action }) => action === 'create')) return null;
	const isOwn = account.external_id === person.external_id;
	return isOwn || person.status === 'active' ? account : null;
}

/** The row on which it is said: not the end of an account that a move leaves. */
const rowOf = ({ rows }: Proposal): Draft | undefined =>
	rows.filter(({ action, reason }) => action !== 'deactivate' || reason.code !== 'MOVE').at(-1);

const SEVERAL = { external_id: null, name: null };

/** What is about no person at all. */
const NOBODY = { ...SEVERAL, people: [] };

const saying = (
	{ code, message, action, params }: ResolvedIssue,
	who: Pick<PlanNotice, 'external_id' | 'name' | 'people'>,
): PlanNotice => ({ ...who, code, message, action, params, date: null });

interface Found {
	person: Employee;
	differences: BudgetDifference[];
}

/** People whose budgets differ alike are one sentence, with everybody whom it is about. */
function noticesOf(found: readonly Found[]): PlanNotice[] {
	const alike = groupBy(found, ({ differences }) => JSON.stringify(differences));
	return [...alike.values()].map((group) => {
		const [first] = group as [Found];
		const issue = resolveIssue('BUDGET_NOT_AS_SENT', budgetParams(first.differences));
		const names = group.map(({ person }) => displayName(person));
		if (group.length === 1) {
			return saying(issue, { external_id: first.person.external_id, name: names[0] ?? null });
		}
		const people = group.map(({ person }, at) => names[at] ?? person.external_id ?? '?');
		return saying(issue, { ...SEVERAL, people: people.sort(compareText) });
	});
}

function goneFields(gone: ReadonlyMap<string, number>): PlanNotice[] {
	return [...gone]
		.sort(([a], [b]) => compareText(a, b))
		.map(([field, count]) => saying(resolveIssue('BUDGET_FIELD_GONE', { field, count }), NOBODY));
}

const unreadable = (last: BudgetsSent['last']): PlanNotice[] =>
	last?.state === 'failed'
		? [saying(resolveIssue('LAST_BUDGETS_UNREADABLE', { problem: last.problem }), NOBODY)]
		: [];

/** Adds to the rows what is to be said on them; gives what is said of the others, and the totals. */
export function tellBudgets(
	examined: Examined,
	{ way, last }: BudgetsSent,
	input: DiffInput,
): BudgetsTold {
	const lines = linesByAccount(examined, last, input);
	const gone = new Map<string, number>();
	const without: Found[] = [];
	const inService: Budgeted[] = [];
	const counted = { differing: 0, held: 0, unsure: 0 };
	for (const proposal of examined.proposals) {
		const { person } = proposal;
		if (isHeld(proposal)) {
			counted.held++;
			continue;
		}
		const row = rowOf(proposal);
		if (person.status === 'active') {
			const company = row?.alleo_company_id ?? proposal.account?.company_id ?? null;
			inService.push({ alleo_company_id: company, budgets: person.budgets });
		}
		const account = accountOf(proposal);
		const line =
			account === null ? undefined : lines.get(accountKey(account.company_id, account.id));
		if (line === undefined) continue;
		const { differences, isUnsure, kept } = line;
		for (const field of kept) gone.set(field, (gone.get(field) ?? 0) + 1);
		if (isUnsure) counted.unsure++;
		if (differences.length === 0) continue;
		counted.differing++;
		if (row === undefined) without.push({ person, differences });
		else {
			const issue = itemIssue('BUDGET_NOT_AS_SENT', null, budgetParams(differences));
			row.notices = [...row.notices, issue];
		}
	}
	const companies = budgetTotals(inService);
	const found = last?.state ?? 'notAsked';
	if (companies.length === 0 && (found === 'none' || found === 'notAsked')) return { notices: [] };
	return {
		notices: [...unreadable(last), ...goneFields(gone), ...noticesOf(without)],
		facts: { way, last: found, companies, ...counted },
	};
}
