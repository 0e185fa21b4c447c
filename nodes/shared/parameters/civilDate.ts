import { isCivilDate } from '../../../core/model/dates';
import { done } from '../../../core/model/result';
import { civilToday } from '../clock';
import { parameter } from './parameter';
import type { About, Parameter } from './parameter';
import { withoutDateTime } from './values';

/** A day, alone or with a time behind it: what n8n's date fields, `$now` and `$today` give as text. */
const WRITTEN =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The day that a text says itself; null where it is none, or in another order, such as `24-11-2026`. */
function dayOf(text: string): string | null {
	const day = WRITTEN.exec(text.trim())?.[1];
	return day !== undefined && isCivilDate(day) ? day : null;
}

/**
 * A civil date as `YYYY-MM-DD`: written so, or a date-time of n8n (ISO, or a DateTime of an expression),
 * which is the day that it says itself. Empty is today in the time zone of the workflow. Whatever else
 * is refused with SETTING_INVALID, in every node alike: a day that was guessed would decide about
 * everybody, and one node that reads it otherwise than the next would compare two days.
 */
export function civilDate(about: About): Parameter<string> {
	const one = parameter({ ...about, type: 'string', default: '' }, (given, refuse) => {
		if (given === undefined || given === null) return done('');
		const written = withoutDateTime(given);
		if (typeof written === 'string' && written.trim() === '') return done('');
		const date = typeof written === 'string' ? dayOf(written) : null;
		return date === null ? refuse('it must be a date such as 2026-11-24, or empty') : done(date);
	});
	return {
		...one,
		read(context, item = 0) {
			const read = one.read(context, item);
			return read.ok && read.value === '' ? done(civilToday(context.getTimezone())) : read;
		},
	};
}

/** The day that a run is about: the same in every node of a workflow. */
export const referenceDate = (about: Omit<About, 'displayName' | 'name'>): Parameter<string> =>
	civilDate({ displayName: 'Reference Date', name: 'referenceDate', ...about });
