import { emailKey } from '../identity/keys';
import type { PlanRow } from '../model/plan';
import type { DiffOptions } from './options';

/**
 * The two rows of a move to another Alleo company: the account there, and the end of the one here. The
 * row that is linked goes second.
 */

type Half = Pick<
	PlanRow,
	'row_id' | 'action' | 'reason' | 'linked_row_id' | 'external_id' | 'alleo_company_id' | 'email'
>;

export interface Move<R extends Half = Half> {
	arrive: R;
	leave: R;
	order: DiffOptions['moveOrder'];
}

/** Every move among the rows, by the ids of both of its rows. */
export function movesOf<R extends Half>(rows: readonly R[]): ReadonlyMap<string, Move<R>> {
	const halves = rows.filter(({ reason }) => reason.code === 'MOVE');
	const byId = new Map(halves.map((row) => [row.row_id, row]));
	const moves = new Map<string, Move<R>>();
	for (const second of halves) {
		const first = byId.get(second.linked_row_id ?? '');
		if (first === undefined) continue;
		const move: Move<R> =
			second.action === 'deactivate'
				? { arrive: first, leave: second, order: 'createFirst' }
				: { arrive: second, leave: first, order: 'deactivateFirst' };
		moves.set(first.row_id, move).set(second.row_id, move);
	}
	return moves;
}

/** Who moves from where to where, under which address and in which order: another one may be tried again. */
export const moveKey = ({ arrive, leave, order }: Move): string =>
	[
		arrive.external_id ?? '',
		leave.alleo_company_id,
		arrive.alleo_company_id,
		arrive.email === null ? '' : emailKey(arrive.email),
		order,
	].join('|');

interface Linkable {
	row_id: string;
	action: PlanRow['action'];
	reason: PlanRow['reason'];
	linked_row_id: string | null;
}

/** Links the two rows of a move, so that they are written in this order. */
export function linkMove(rows: readonly Linkable[], order: DiffOptions['moveOrder']): void {
	if (rows.length < 2) return;
	const halves = rows.filter(({ reason }) => reason.code === 'MOVE');
	const leave = halves.find(({ action }) => action === 'deactivate');
	const arrive = halves.find(({ action }) => action !== 'deactivate');
	if (leave === undefined || arrive === undefined) return;
	const [first, second] = order === 'createFirst' ? [arrive, leave] : [leave, arrive];
	first.linked_row_id = null;
	second.linked_row_id = first.row_id;
}
