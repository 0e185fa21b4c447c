import { isTakeover } from '../../approval/choices';
import type { PlanRow, RowAction } from '../../model/plan';

/** What a page keeps together: the rows of one action, and the takeovers apart from the updates. */
export type RowGroup = RowAction | 'takeover';

export const groupOf = (row: PlanRow): RowGroup => (isTakeover(row) ? 'takeover' : row.action);

/** Takeovers before all, as nobody asked for them; then off-boardings, which no next run undoes. */
export const GROUPS: readonly RowGroup[] = [
	'takeover',
	'deactivate',
	'hold',
	'reactivate',
	'create',
	'update',
];
