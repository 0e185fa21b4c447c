import { mustBeTicked, offersChoice } from '../../approval/choices';
import { compareText } from '../../model/collect';
import type { PlanRow } from '../../model/plan';
import type { RowKind } from '../../model/summary';
import { plain } from './plainText';
import type { Sort } from './view';

/** In which order the rows of one group stand. */

/** The day that a row is about: held since, last day, first day. '' where there is none. */
export function sinceOf({ action, evidence }: PlanRow): string {
	const keys = { hold: 'held_since', deactivate: 'end_date', update: '' } as const;
	const day = evidence[action in keys ? keys[action as keyof typeof keys] : 'start_date'];
	return typeof day === 'string' ? day : '';
}

/** Who has no name, no reason or no day stands at the end. */
const LAST = '\uffff';

const KEYS: Record<Sort['by'], (row: PlanRow) => string> = {
	name: ({ name }) => (name === null ? LAST : plain(name)),
	why: ({ reason }) => reason.code,
	since: (row) => sinceOf(row) || LAST,
};

/** In a plan of budgets what changes stands before what stays. */
const BUDGET_KINDS: readonly string[] = [
	'BUDGET_NEW',
	'BUDGET_CHANGED',
	'BUDGET_ONCE_CLEARED',
	'BUDGET_STOPPED',
];

const budgetKind = ({ reason }: PlanRow): number => {
	const at = BUDGET_KINDS.indexOf(reason.code);
	return at < 0 ? BUDGET_KINDS.length : at;
};

/** What asks for something stands first, and holds of one cause together; each by name. */
function defaultKey(kind: RowKind, row: PlanRow): string {
	const name = KEYS.name(row);
	if (kind === 'takeover') return `${mustBeTicked(row) ? 0 : 1} ${name}`;
	if (kind === 'hold') return `${offersChoice(row) ? 0 : 1} ${row.reason.code} ${name}`;
	if (row.plan.dataset === 'budgets') return `${budgetKind(row)} ${name}`;
	return name;
}

/** The rows of one group; equal ones in the order of the plan. */
export function inOrder(
	kind: RowKind,
	rows: readonly PlanRow[],
	sort: Sort | null = null,
): PlanRow[] {
	const keyOf = (row: PlanRow): string =>
		sort === null ? defaultKey(kind, row) : KEYS[sort.by](row);
	const turn = sort?.down === true ? -1 : 1;
	return rows
		.map((row) => ({ row, key: keyOf(row) }))
		.sort(
			(a, b) =>
				turn * compareText(a.key, b.key) ||
				(sort === null ? 0 : compareText(KEYS.name(a.row), KEYS.name(b.row))) ||
				a.row.position - b.row.position,
		)
		.map(({ row }) => row);
}
