import type { AlleoEmployee, Coverage } from '../model/employee';
import { resolveIssue } from '../issues';
import type { IssueCode } from '../issues';
import { Counts } from '../model/summary';
import type { BudgetTotal, PartitionSummary, PlanNotice } from '../model/summary';
import type { Proposal } from './people/proposal';
import { displayName } from './people/people';
import type { DraftRow } from './planHash';

/** The numbers of a plan. They add up to the people of the source, or the run stops (I9). */
export function countPeople(
	proposals: readonly Proposal[],
	absent: number,
	absentDeactivated: number,
): Counts {
	const counts = Counts.parse({});
	for (const proposal of proposals) {
		counts[proposal.count]++;
		if (proposal.person.status === 'held') counts.held++;
	}
	counts.source = proposals.length;
	counts.absent = absent;
	counts.absent_deactivate = absentDeactivated;
	return counts;
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

export const countsAddUp = (counts: Counts): boolean =>
	counts.source === SOURCE_PARTS.reduce((sum, key) => sum + counts[key], 0);

export const summarizePartitions = (coverage: readonly Coverage[]): PartitionSummary[] =>
	[...coverage]
		.sort((a, b) => (a.partition < b.partition ? -1 : a.partition > b.partition ? 1 : 0))
		.map(({ partition, name, complete, employees, error }) => ({
			partition,
			name,
			complete,
			employees,
			error,
		}));

function notice(
	code: IssueCode,
	params: Record<string, string | number>,
	who: { external_id: string | null; name: string | null },
	date: string | null,
): PlanNotice {
	const { message, action } = resolveIssue(code, params);
	return { ...who, code, message, action, params, date };
}

/** Remarks of people without a row; those of people with one travel on the row. */
export function collectNotices(
	proposals: readonly Proposal[],
	reported: readonly AlleoEmployee[],
): PlanNotice[] {
	const notices: PlanNotice[] = [];
	for (const { person, remarks, rows } of proposals) {
		const who = { external_id: person.external_id, name: displayName(person) };
		for (const { code, params, date } of remarks) notices.push(notice(code, params, who, date));
		if (rows.length > 0) continue;
		for (const { code, message, action, params } of person.notices) {
			notices.push({ ...who, code, message, action, params, date: null });
		}
	}
	for (const account of reported) {
		const who = { external_id: account.external_id, name: displayName(account) };
		notices.push(notice('ABSENT_REPORTED', {}, who, null));
	}
	const key = (entry: PlanNotice): string =>
		`${entry.code}|${entry.date ?? ''}|${entry.external_id ?? ''}|${entry.name ?? ''}|${entry.message}`;
	return notices.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Money in whole cents while adding, so that 0.1 + 0.2 stays 0.3. */
const cents = (amount: number): number => Math.round(amount * 100);

/** Budgets that the creates would release, per Alleo company. */
export function totalBudgets(rows: readonly DraftRow[]): BudgetTotal[] {
	const totals = new Map<number, { people: number; monthly: number; oneoff: number }>();
	for (const row of rows) {
		const amounts = Object.entries(row.budgets);
		if (row.action !== 'create' || row.alleo_company_id === null || amounts.length === 0) continue;
		const total = totals.get(row.alleo_company_id) ?? { people: 0, monthly: 0, oneoff: 0 };
		total.people++;
		for (const [field, amount] of amounts) {
			if (field.includes('_monthly_')) total.monthly += cents(amount);
			else if (field.includes('_oneoff_')) total.oneoff += cents(amount);
		}
		totals.set(row.alleo_company_id, total);
	}
	return [...totals]
		.sort(([a], [b]) => a - b)
		.map(([alleo_company_id, { people, monthly, oneoff }]) => ({
			alleo_company_id,
			people,
			monthly_eur: monthly / 100,
			oneoff_eur: oneoff / 100,
		}));
}
