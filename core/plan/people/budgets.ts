import { itemIssue, resolveIssue } from '../../issues';
import type { ResolvedIssue } from '../../issues';
import { budgetAboveLimit } from '../../model/budget';
import { compareText, groupBy } from '../../model/collect';
import { displayName } from '../../model/employee';
import type { Employee } from '../../model/employee';
import { presentFields } from '../../model/fieldsPresent';
import type { BudgetFileFacts, PlanNotice } from '../../model/summary';
import { budgetDifferences, budgetParams } from '../budgetsDiffer';
import type { Amounts, BudgetDifference, BudgetsSent } from '../budgetsDiffer';
import { budgetTotals } from '../budgetTotals';
import type { Budgeted } from '../budgetTotals';
import { budgetsBefore } from '../file/lastBudgets';
import type { DiffOptions } from '../options';
import type { Draft } from '../planHash';
import type { Examined } from './examine';
import type { Proposal } from './proposal';

/**
 * What the plan of people says of budgets, which it does not write: how they go to Alleo, and who has others
 * than the last budget file says. Only remarks: none of them makes a plan wait, or counts as a change. Of
 * whom the file leaves as they were (on hold, not read, unreadable) nothing is said.
 */

export interface BudgetsTold {
	notices: PlanNotice[];
	facts?: BudgetFileFacts;
}

const isHeld = ({ count, rows }: Proposal): boolean =>
	count === 'hold' || rows.some(({ action }) => action === 'hold');

/** The account of which the file has, or would have, a line; null where there is none, or it may be another's. */
function accountOf({ person, account, rows }: Proposal): Proposal['account'] {
	if (account === null || rows.some(({ action }) => action === 'create')) return null;
	// Of somebody who left, an account that only has the same address may be anybody's.
	if (person.status === 'ended' && account.external_id !== person.external_id) return null;
	return account;
}

/** Fields that somebody of the partition has, or that the source says are there; of another nobody knows. */
function knownFields({
	people,
	coverage,
}: Examined): (partition: string | null, field: string) => boolean {
	const used = new Map<string | null, Set<string>>();
	const usedIn = (partition: string | null): Set<string> => {
		const known = used.get(partition) ?? new Set();
		used.set(partition, known);
		return known;
	};
	for (const part of coverage) {
		for (const field of presentFields(part) ?? []) usedIn(part.partition).add(field);
	}
	for (const { source, status, budgets } of people.all) {
		if (status !== 'active') continue;
		for (const field in budgets) usedIn(source.partition).add(field);
	}
	return (partition, field) => used.get(partition)?.has(field) === true;
}

/** What the next file gives this person; null where it leaves their line as it was. */
function budgetsNow(
	{ person, rows }: Proposal,
	{ coverage, isWhole }: Examined,
	{ budgetLimits }: DiffOptions,
): Amounts | null {
	if (person.status === 'active') {
		const isSure =
			person.budget_only !== true &&
			isWhole(person.source.partition) &&
			budgetAboveLimit(person.budgets, budgetLimits) === null;
		return isSure ? person.budgets : null;
	}
	// Who left here may go on in a part that was not read.
	if (person.status === 'ended') return coverage.every(({ complete }) => complete) ? {} : null;
	const leaves = rows.some(({ action }) => action === 'deactivate');
	return person.status === 'ineligible' && leaves ? {} : null;
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

function unknownFields(gone: ReadonlyMap<string, number>): PlanNotice[] {
	return [...gone]
		.sort(([a], [b]) => compareText(a, b))
		.map(([field, count]) => saying(resolveIssue('BUDGET_FIELD_GONE', { field, count }), NOBODY));
}

const unreadable = (problem: string): PlanNotice =>
	saying(resolveIssue('LAST_BUDGETS_UNREADABLE', { problem }), NOBODY);

/** Adds to the rows what is to be said on them; gives what is said of the others, and the totals. */
export function tellBudgets(
	examined: Examined,
	{ way, last }: BudgetsSent,
	options: DiffOptions,
): BudgetsTold {
	const isKnown = knownFields(examined);
	const gone = new Map<string, number>();
	const unsure = new Set<Proposal>();
	const without: Found[] = [];
	const inService: Budgeted[] = [];
	let held = 0;
	let differing = 0;
	for (const proposal of examined.proposals) {
		const { person } = proposal;
		if (isHeld(proposal)) held++;
		if (isHeld(proposal) || proposal.count === 'merged') continue;
		const row = rowOf(proposal);
		if (person.status === 'active') {
			const company = row?.alleo_company_id ?? proposal.account?.company_id ?? null;
			inService.push({ alleo_company_id: company, budgets: person.budgets });
		}
		const account = accountOf(proposal);
		const now = budgetsNow(proposal, examined, options);
		if (now === null && person.status !== 'upcoming' && account !== null) unsure.add(proposal);
		if (account === null || account.email === null || now === null) continue;
		const before = budgetsBefore(last, account.email, account.id);
		const differences = budgetDifferences(before, now).filter(({ field, to }) => {
			if (last.state !== 'read') return false;
			if (to !== null || person.status !== 'active') return true;
			const known = isKnown(person.source.partition, field);
			if (known) return true;
			unsure.add(proposal);
			gone.set(field, (gone.get(field) ?? 0) + 1);
			return false;
		});
		if (differences.length === 0) continue;
		differing++;
		if (row === undefined) without.push({ person, differences });
		else {
			const issue = itemIssue('BUDGET_NOT_AS_SENT', null, budgetParams(differences));
			row.notices = [...row.notices, issue];
		}
	}
	const companies = budgetTotals(inService);
	if (companies.length === 0 && last.state === 'none') return { notices: [] };
	return {
		notices: [
			...(last.state === 'failed' ? [unreadable(last.problem)] : []),
			...unknownFields(gone),
			...noticesOf(without),
		],
		facts: { way, last: last.state, companies, differing, held, unsure: unsure.size },
	};
}
