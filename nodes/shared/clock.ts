/**
 * The only clock of the package: core never reads the time, the nodes hand it in.
 */

/** Where Alleo's customers are; used when an instance has no readable time zone. */
const FALLBACK_ZONE = 'Europe/Amsterdam';

const partsIn = (moment: Date, timeZone: string): Intl.DateTimeFormatPart[] =>
	new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).formatToParts(moment);

/** True for a time zone name that this machine knows, such as `Europe/Amsterdam`. */
export function isTimezone(timezone: string): boolean {
	try {
		return partsIn(new Date(0), timezone).length > 0;
	} catch {
		return false;
	}
}

/**
 * The civil date of this moment in a time zone (IANA name, such as that of the workflow), as
 * `YYYY-MM-DD`. An unknown zone falls back to Europe/Amsterdam, never to that of the machine.
 */
export function civilToday(timezone: string): string {
	const parts = partsIn(new Date(), isTimezone(timezone) ? timezone : FALLBACK_ZONE);
	const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '';
	return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** This moment as an ISO 8601 instant in UTC, such as `2026-11-24T03:00:00.000Z`. */
export const instantNow = (): string => new Date().toISOString();
