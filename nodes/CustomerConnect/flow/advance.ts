import type { Language } from '../../../core/issues';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';
import { finish } from './finish';
import { stationOf } from './path';
import { notReady, problem, type ConnectReply } from './reply';
import { randomText, stepAddress, type Visit } from './visit';

/**
 * Saves what was done and goes on: to the next page, or to the end. One compare-and-set on the row as it
 * was read: where another request was first, nothing of this one is kept.
 */
export async function advance(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	progress: ConnectProgress,
	more: Partial<InvitationRow> = {},
): Promise<ConnectReply> {
	const said = { ...progress, language };
	if (stationOf(row, said) === 'finish') return await finish(visit, row, said, more);
	const saved = await visit.store.step(row, {
		...more,
		state: 'connecting',
		step: randomText(16),
		progress: JSON.stringify(said),
	});
	if (!saved.ok) return notReady(visit, saved.problem);
	if (saved.value === null) {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	return { kind: 'redirect', to: stepAddress(visit, row, language) };
}
