import type { Language } from '../../../core/issues';
import { countTry, type InvitationRow, type TryKind } from '../../../core/connect/invitation';
import { notReady, problem, stop, type Or } from './reply';
import { timeFormatter, type Visit } from './visit';

/** Going to NMBRS and back costs the vendor less than a guess, and honest people do it more often. */
const CONSENTS_PER_TRY = 4;

/**
 * Counts a try in the row, before the vendor is asked; a page that says when to come back where there were
 * too many. In the row, under its signature, so it holds over processes and for whoever has the link.
 */
export async function counted(
	visit: Visit,
	row: InvitationRow,
	language: Language,
	kind: TryKind,
	again: 'link' | 'step',
): Promise<Or<InvitationRow>> {
	const { now, settings } = visit;
	const limit = settings.triesPerHour * (kind === 'consent' ? CONSENTS_PER_TRY : 1);
	const count = countTry(row.tries, kind, { now, limit });
	if (!count.ok) {
		const time = timeFormatter(visit, language)(count.again);
		const page = problem(visit, row, language, 'CONNECT_TOO_MANY', { time }, again);
		return stop({ ...page, retryAfter: Math.ceil((count.again - now) / 1000) });
	}
	const saved = await visit.store.step(row, { tries: count.tries });
	if (!saved.ok) return stop(notReady(visit, saved.problem));
	if (saved.value !== null) return { ok: true, value: saved.value };
	return stop(problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, again));
}
