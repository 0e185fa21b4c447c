import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { EarlierFile } from '../../../core/runLog/files';
import type { Remark } from '../../shared/source/source';

/** What earlier files say about this one: the same again, an older one, a shorter one. */

/** Which file it is, as text for people: the day of the run. */
const dayOf = (instant: string): string => instant.slice(0, 10);

/**
 * A file that was replaced by another one and comes back would undo what changed since; so would one that
 * was changed before the last one was. The same as the last time is none: nothing may have changed. One
 * that says that it was written since is new, whatever stands in it.
 *
 * @param changedAt ISO 8601 UTC; null: nobody says
 */
export function seenBefore(
	hash: string,
	changedAt: string | null,
	earlier: readonly EarlierFile[],
): Problem | null {
	const [last] = earlier;
	if (last === undefined || last.hash === hash) return null;
	if (changedAt !== null && last.changed_at !== null) {
		return changedAt < last.changed_at
			? problem('FILE_OLDER', { day: dayOf(last.changed_at) })
			: null;
	}
	const before = earlier.find((one) => one.hash === hash);
	return before === undefined ? null : problem('FILE_SEEN_BEFORE', { day: dayOf(before.read_at) });
}

/** Since when the very same file comes, without a break; null: it is another one than the last. */
export function sameSince(hash: string, earlier: readonly EarlierFile[]): string | null {
	let since: string | null = null;
	for (const one of earlier) {
		if (one.hash !== hash) break;
		since = one.read_at;
	}
	return since;
}

export function unchangedRemark(hash: string, earlier: readonly EarlierFile[]): Remark[] {
	const since = sameSince(hash, earlier);
	if (since === null) return [];
	return [{ code: 'FILE_UNCHANGED', params: { day: dayOf(since) }, type: 'info' }];
}

/** A shorter list than the last good one is taken for half a list. @param share percent */
export function shareProblem(
	read: number,
	earlier: readonly EarlierFile[],
	share: number,
): Problem | null {
	const [last] = earlier;
	if (last === undefined || read >= (last.people * share) / 100) return null;
	return problem('FILE_SHARE_LOW', { read, before: last.people, share });
}
