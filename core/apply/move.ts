import type { PlanRow } from '../model/plan';
import type { Move } from '../plan/moves';
import type { RowResult } from './outcome';
import type { AlleoPort, CallFault } from './port';
import { isDone } from './prepare';

/**
 * A move to another Alleo company is one thing: nobody is left without any account because Alleo
 * refuses the second one. Whether it does is not known beforehand (design section 6, "Evidence").
 */

type PlannedMove = Move<PlanRow> | undefined;

/** What the refusal of the new account is called, where no account of that company has the address. */
export function moveResult(
	move: PlannedMove,
	rowId: string,
	result: RowResult,
	fault: CallFault | null,
): RowResult {
	const refused =
		move?.arrive.row_id === rowId &&
		fault?.conflict === true &&
		result.code !== 'EMAIL_HELD_IN_ALLEO';
	return refused ? { ...result, code: 'MOVE_REFUSED', params: {} } : result;
}

/**
 * The old account went first and the new one was not made: the old one is active again at once. Where
 * the new one may have been made all the same, the next run looks first.
 */
export async function undo<F extends CallFault>(
	port: AlleoPort<F>,
	results: Map<string, RowResult>,
	move: PlannedMove,
): Promise<void> {
	if (move === undefined || move.order === 'createFirst') return;
	const { leave, arrive } = move;
	const made = results.get(arrive.row_id);
	if (made === undefined || isDone(made) || made.code === 'OUTCOME_UNKNOWN') return;
	if (results.get(leave.row_id)?.kind !== 'applied') return;
	if (leave.alleo_company_id === null || leave.alleo_id === null) return;
	const written = await port.row().setActive(leave.alleo_company_id, leave.alleo_id, true);
	const back = written.ok && written.notTaken.length === 0;
	results.set(
		leave.row_id,
		back ? { kind: 'skipped', code: 'MOVE_UNDONE' } : { kind: 'failed', code: 'MOVE_NOT_UNDONE' },
	);
}
