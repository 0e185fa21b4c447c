import { dayOfTime } from '../../../core/model/dates';
import { done } from '../../../core/model/result';
import { civilToday } from '../clock';
import { parameter } from './parameter';
import type { About, Parameter } from './parameter';
import { withoutDateTime } from './values';

/**
 * A civil date as `YYYY-MM-DD`: in the spellings of `dayOfTime`, or a DateTime of an expression,
 * which is the day that it says itself. Empty is today in the time zone of the workflow. Whatever
 * else is refused: a day that was guessed would decide about everybody.
 */
export function civilDate(about: About): Parameter<string> {
	const one = parameter({ ...about, type: 'string', default: '' }, (given, refuse) => {
		if (given === undefined || given === null) return done('');
		const written = withoutDateTime(given);
		if (typeof written === 'string' && written.trim() === '') return done('');
		const date = typeof written === 'string' ? dayOfTime(written) : null;
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
