import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';

/** How old a file may be. */

const HOUR_MS = 3_600_000;

/** A clock that is a little ahead is none of the file's business; a day in the future is no date. */
const MOST_AHEAD_HOURS = 26;

/** Midnight in the zone of the sender would be an hour off: a day without a time is its end. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

function instantOf(text: string): number {
	if (DAY.test(text)) return Date.parse(`${text}T23:59:59Z`);
	return INSTANT.test(text)
		? Date.parse(/[Z]$|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text}Z`)
		: NaN;
}

/**
 * @param changedAt ISO 8601, a day or an instant; empty: nobody says
 * @param now ISO 8601 UTC
 * @returns when it was changed, ISO 8601 UTC; null where nobody says
 */
export function checkAge(
	changedAt: string,
	newestWithin: number,
	now: string,
): Result<string | null> {
	if (changedAt === '') return done(null);
	const instant = instantOf(changedAt);
	if (Number.isNaN(instant)) return failed('FILE_DATE_UNREADABLE');
	const hours = (Date.parse(now) - instant) / HOUR_MS;
	if (hours < -MOST_AHEAD_HOURS) return failed('FILE_DATE_UNREADABLE');
	if (newestWithin > 0 && hours > newestWithin) {
		return failed('FILE_OLD', { hours: Math.floor(hours), limit: newestWithin });
	}
	return done(new Date(instant).toISOString());
}
