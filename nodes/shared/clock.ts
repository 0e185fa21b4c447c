import { DateTime } from 'n8n-workflow';

/**
 * The only clock of the package: core never reads the time, the nodes hand it in.
 */

/** Where Alleo's customers are; used when an instance has no readable time zone. */
const FALLBACK_ZONE = 'Europe/Amsterdam';

/**
 * The civil date of this moment in a time zone (IANA name, such as that of the workflow), as
 * `YYYY-MM-DD`. An unknown zone falls back to Europe/Amsterdam, never to that of the machine.
 */
export function civilToday(timezone: string): string {
	const there = DateTime.now().setZone(timezone);
	const now = there.isValid ? there : DateTime.now().setZone(FALLBACK_ZONE);
	return now.toFormat('yyyy-MM-dd', { locale: 'en', numberingSystem: 'latn' });
}

/** This moment as an ISO 8601 instant in UTC, such as `2026-11-24T03:00:00.000Z`. */
export const instantNow = (): string => DateTime.utc().toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
