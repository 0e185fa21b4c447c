const DAY_MS = 86_400_000;

/** Civil date plus a number of days; the arithmetic is in UTC, so no zone can shift it. */
export const addDays = (date: string, days: number): string =>
	new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from `from` to `to`. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Today as the calendar on a wall in Amsterdam shows it. */
export const todayInAmsterdam = (now: Date = new Date()): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);

/** Payroll year and month of a date. */
export const periodOf = (date: string): { year: number; period: number } => ({
	year: Number(date.slice(0, 4)),
	period: Number(date.slice(5, 7)),
});

/** The payroll month after the one of this date. */
export const nextPeriodOf = (date: string): { year: number; period: number } => {
	const { year, period } = periodOf(date);
	return period === 12 ? { year: year + 1, period: 1 } : { year, period: period + 1 };
};

/** The moment that a record was typed in, as NMBRS writes it. */
export const createdAt = (date: string): string => `${date}T09:00:00Z`;
