import { NO_DAYS, daysBetween } from '../model/dates';
import { UNREADABLE_DATE, toDate, toEnd } from './dates';
import type { CivilDate } from '../model/dates';

/** One employment; a null end is open, a null start unknown. Both days are in service. */
export interface Period {
	start: CivilDate | null;
	end: CivilDate | null;
}

/** The employments of one person, seen from the reference date. */
export interface Service {
	/** All employments that have a date, by start. */
	periods: readonly Period[];
	/** In service on the reference date; of several the one that started last. */
	present: Period | null;
	/** The nearest one that starts later. */
	next: Period | null;
	/** Of those that ended, the one that ended last. */
	last: Period | null;
	/** The last day over all employments; null while one of them is open. */
	end: CivilDate | null;
	/** An open employment that has started, or whose start is not known. */
	open: boolean;
	/** No start date, and an end that is still to come: in service or not cannot be told. */
	startMissing: boolean;
	/** An employment that ends before it starts, or on a day that a database writes for "no date". */
	reversed: boolean;
}

const isEntry = (value: unknown): value is { startDate?: unknown; endDate?: unknown } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The employments that a source node lists (`employments: [{startDate, endDate}]`), without those
 * that have no date at all. Returns the mark when an entry or one of its dates cannot be read.
 */
export function listedPeriods(list: unknown): Period[] | typeof UNREADABLE_DATE {
	if (!Array.isArray(list)) return [];
	const periods: Period[] = [];
	for (const entry of list as readonly unknown[]) {
		if (!isEntry(entry)) return UNREADABLE_DATE;
		const start = toDate(entry.startDate);
		const ending = toEnd(entry.endDate);
		if (start === UNREADABLE_DATE || ending === UNREADABLE_DATE) return UNREADABLE_DATE;
		if (start !== null || ending.given) periods.push({ start, end: ending.end });
	}
	return periods;
}

/**
 * An end that says nothing: before the start, or the day of an empty field. Whatever it was meant to
 * say, it is no evidence that somebody left.
 */
const isReversed = ({ start, end }: Period): boolean =>
	end !== null && (end < (start ?? end) || NO_DAYS.has(end));

const byStart = (a: Period, b: Period): number =>
	(a.start ?? '') < (b.start ?? '') ? -1 : (a.start ?? '') > (b.start ?? '') ? 1 : 0;

const later = (a: Period | null, b: Period, key: 'start' | 'end'): Period =>
	a === null || (b[key] ?? '') > (a[key] ?? '') ? b : a;

/** Sorts out the employments against the reference date; the last day counts as in service. */
export function serviceOf(given: readonly Period[], reference: CivilDate): Service {
	const periods = given.length > 1 ? [...given].sort(byStart) : given;
	let present: Period | null = null;
	let next: Period | null = null;
	let last: Period | null = null;
	let end: CivilDate | null = null;
	let open = false;
	let anyOpen = false;
	let startMissing = false;
	let reversed = false;
	for (const period of periods) {
		if (period.end === null) anyOpen = true;
		else if (end === null || period.end > end) end = period.end;
		if (isReversed(period)) reversed = true;
		const started = period.start === null || period.start <= reference;
		if (!started) {
			next ??= period;
		} else if (period.end !== null && period.end < reference) {
			last = later(last, period, 'end');
		} else if (period.start === null) {
			startMissing = true;
			if (period.end === null) open = true;
		} else {
			if (period.end === null) open = true;
			present = later(present, period, 'start');
		}
	}
	return {
		periods,
		present,
		next,
		last,
		end: anyOpen ? null : end,
		open,
		startMissing,
		reversed,
	};
}

/** The first day of the service that `of` belongs to: employments that follow on without a gap. */
export function serviceStart(service: Service, of: Period, gapDays: number): CivilDate | null {
	let start = of.start;
	if (service.periods.length < 2) return start;
	const ended = [...service.periods].sort((a, b) => ((a.end ?? '9') < (b.end ?? '9') ? 1 : -1));
	for (const period of ended) {
		if (start === null) return null;
		if (period.start === null || period.start >= start) continue;
		if (period.end !== null && daysBetween(period.end, start) > gapDays) continue;
		start = period.start;
	}
	return start;
}
