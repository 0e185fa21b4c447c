import { toCents } from '../../../model/budget';
import type { Coverage } from '../../../model/employee';
import { WHOLE_PLAN } from '../../../model/summary';
import type { FileBudgets, GuardResult, GuardScope } from '../../../model/summary';
import { emptySource, guard, incompleteSource, scoped } from '../../guard';
import { allowed } from '../../options';
import { folderGuards } from '../folder';
import type { FilePlanInput } from '../input';
import { wasFetched } from './fetched';
import { isRunning } from './line';
import type { KnownLine } from './lines';
import { shareLimit } from './options';
import type { BudgetFileLimits } from './options';
import type { CountedLine } from './totals';

/** Guards of a plan of budgets: what makes the whole look wrong, though each line may look right. */

export interface BudgetGuardInput {
	/** People of the source. */
	people: number;
	coverage: readonly Coverage[];
	/** Every row, with what its account was given until now; those that are not in the plan included. */
	counted: readonly CountedLine[];
	/** Lines of the last file that nobody has any more. */
	gone: readonly KnownLine[];
	totals: { all: FileBudgets; companies: readonly FileBudgets[] };
	/** Whether a file is made at all: without a changed line the last one stays, and money is no question. */
	isSent: boolean;
	input: Pick<
		FilePlanInput,
		| 'lastBudgets'
		| 'lastWritten'
		| 'folder'
		| 'sentBefore'
		| 'companyNames'
		| 'createdAt'
		| 'options'
	>;
}

const inFile = ({ counted }: BudgetGuardInput): CountedLine[] =>
	counted.filter(({ row }) => row.action === 'update');

/** Whole EUR for a reader; what trips is the exact total. */
const money = (made: GuardResult, tripped: boolean): GuardResult => ({ ...made, tripped });

function rise(totals: FileBudgets, { risePercent }: BudgetFileLimits): GuardResult {
	const [before, after] = [toCents(totals.monthly_before), toCents(totals.monthly_after)];
	const most = Math.floor((before * (100 + risePercent)) / 100);
	const euros = (cents: number): number => Math.round(cents / 100);
	return money(
		guard('BUDGET_TOTAL_RISE', euros(most), euros(after), { before: euros(before) }),
		after > most,
	);
}

const above = (
	code: 'BUDGET_TOTAL_LIMIT' | 'BUDGET_ONEOFF_LIMIT',
	limit: number,
	total: number,
): GuardResult => money(guard(code, limit, Math.round(total)), total > limit);

function moneyGuards(given: BudgetGuardInput): GuardResult[] {
	const { totals, input } = given;
	const { limits } = input.options.budgetLines;
	const isCompared = input.lastBudgets.state === 'read';
	const names = new Map(input.companyNames?.map(({ id, name }) => [id, name]));
	const results = isCompared ? [rise(totals.all, limits)] : [];
	for (const own of totals.companies) {
		const id = own.alleo_company_id;
		const isOnly = totals.companies.length === 1;
		const scope: GuardScope = isOnly
			? WHOLE_PLAN
			: { kind: 'alleoCompany', id: String(id), name: names.get(id ?? 0) ?? null, days: null };
		const people = own.new + own.changed + own.stopped + own.unchanged;
		const found = [
			...(isCompared && !isOnly ? [rise(own, limits)] : []),
			above('BUDGET_TOTAL_LIMIT', limits.totalMonthly, own.monthly_after),
			above('BUDGET_ONEOFF_LIMIT', limits.totalOneoff, own.oneoff_new),
		];
		results.push(...found.map((one) => (isOnly ? one : scoped(one, scope, people))));
	}
	return results;
}

/** A one-off whose field is empty again takes nothing away. */
const falls = ({ row }: CountedLine): boolean =>
	row.action === 'update' &&
	row.changes.some(
		({ field, from, to }) =>
			typeof from === 'number' &&
			(to === null ? field.startsWith('alleo_monthly_') : Number(to) < from),
	);

function stops(given: BudgetGuardInput): GuardResult {
	const { counted, gone, input } = given;
	const running = counted.filter(({ before }) => isRunning(before)).length;
	const lost = gone.filter(({ given: amounts }) => isRunning(amounts)).length;
	const limit = allowed(shareLimit(input.options.budgetLines.limits.stopPercent), running + lost);
	return guard('BUDGET_STOP_LIMIT', limit, counted.filter(falls).length + lost);
}

function notCompared(given: BudgetGuardInput): GuardResult {
	const { input } = given;
	const lines = inFile(given);
	const unknown = lines.filter(({ row }) => row.budget_line?.otherwise === null).length;
	const share = shareLimit(input.options.budgetLines.limits.notComparedPercent);
	// Of the first file nothing is known, however few people are in it.
	const limit = input.lastBudgets.state === 'read' ? allowed(share, Math.max(lines.length, 1)) : 0;
	return guard('BUDGET_NOT_COMPARED', limit, unknown);
}

/** One-offs of the last file that are not in this one, though Alleo did not come by yet. */
function notFetched({ input }: BudgetGuardInput): GuardResult[] {
	const { lastBudgets: last, lastWritten, createdAt, options } = input;
	if (last.state !== 'read' || options.budgetLines.oneOff === 'everyFile') return [];
	if (lastWritten === null || wasFetched(lastWritten, createdAt)) return [];
	return [guard('BUDGET_NOT_FETCHED', 0, last.giving)];
}

function vanished({ counted }: BudgetGuardInput): GuardResult {
	const notices = counted.map(({ row }) =>
		row.notices.filter(({ code }) => code === 'BUDGET_FIELD_KEPT'),
	);
	const fields = [...new Set(notices.flat().map(({ field }) => field ?? ''))].sort().join(', ');
	const people = notices.filter(({ length }) => length > 0).length;
	return guard('BUDGET_FIELD_VANISHED', 0, people, { fields });
}

function heldShare({ counted, input }: BudgetGuardInput): GuardResult {
	const held = counted.filter(({ row }) => row.action === 'hold').length;
	const limit = allowed(input.options.limits.FLEX_HELD_LIMIT, Math.max(counted.length, 1));
	return guard('FLEX_HELD_LIMIT', limit, held);
}

export function budgetGuards(given: BudgetGuardInput): GuardResult[] {
	const { people, coverage, isSent, input } = given;
	const { lastBudgets: last } = input;
	return [
		emptySource(people),
		incompleteSource('FILE_SOURCE_INCOMPLETE', coverage),
		...folderGuards(input, last.state),
		...(last.state === 'failed' && input.folder === null
			? [guard('BUDGET_PREVIOUS_UNREADABLE', 0, 1, { problem: last.problem })]
			: []),
		vanished(given),
		...(isSent
			? [
					heldShare(given),
					...notFetched(given),
					...moneyGuards(given),
					stops(given),
					notCompared(given),
				]
			: []),
	];
}
