import { newest } from '../../shared/source/rows';
import { isCivilDate } from '../../../core/model/dates';
import type { PayPeriod } from '../api/fields';

interface PeriodRow {
	period: PayPeriod | null;
	createdAt: string | null;
}

interface DatedRow {
	startDate: string | null;
	createdAt?: string | null;
}

const rank = (period: PayPeriod | null): number =>
	period === null ? 0 : period.year * 100 + period.period;

const periodKey = (row: PeriodRow): string =>
	`${String(rank(row.period)).padStart(8, '0')} ${row.createdAt ?? ''}`;

/**
 * The row in force: valid from a year and period that are not after the company's current one,
 * newest first, then by creation (design, "Period rows"). Future rows are not current.
 */
export const inForceByPeriod = <T extends PeriodRow>(
	rows: readonly T[],
	current: PayPeriod,
): T | null => newest(rows, (row) => (rank(row.period) <= rank(current) ? periodKey(row) : null));

/** The row that comes into force first, for somebody who has only future rows. */
export const firstByPeriod = <T extends PeriodRow>(rows: readonly T[]): T | null =>
	rows.reduce<T | null>(
		(first, row) => (first === null || rank(row.period) < rank(first.period) ? row : first),
		null,
	);

/** The row in force on a day: newest start not after it, then by creation. */
export const inForceByDate = <T extends DatedRow>(rows: readonly T[], day: string): T | null =>
	newest(rows, (row) => {
		const start = row.startDate ?? '0000-00-00';
		const readable = row.startDate === null || isCivilDate(row.startDate);
		return readable && start <= day ? `${start} ${row.createdAt ?? ''}` : null;
	});

interface Service {
	startDate: string | null;
	endDate: string | null;
}

const started = ({ startDate }: Service, day: string): boolean =>
	startDate === null || !isCivilDate(startDate) || startDate <= day;

/** An unreadable end keeps the employment open: Normalize holds the person for it. */
const ended = ({ endDate }: Service, day: string): boolean =>
	endDate !== null && isCivilDate(endDate) && endDate < day;

const OPEN = '9999-12-31';

/**
 * The employment that the flat dates of a person are taken from: the present one (of several, the
 * one that ends last), else the next one to come, else the last one that ended. The last day counts
 * as in service.
 */
export function presentEmployment<T extends Service>(rows: readonly T[], day: string): T | null {
	const present = rows.filter((row) => started(row, day) && !ended(row, day));
	if (present.length > 0) return newest(present, (row) => row.endDate ?? OPEN);
	const coming = rows.filter((row) => !started(row, day));
	if (coming.length > 0) {
		return coming.reduce((first, row) =>
			(row.startDate ?? '') < (first.startDate ?? '') ? row : first,
		);
	}
	return newest(rows, (row) => row.endDate ?? OPEN);
}

/** True when at least one employment is known and every one of them is over. */
export const allEnded = (rows: readonly Service[], day: string): boolean =>
	rows.length > 0 && rows.every((row) => ended(row, day));
