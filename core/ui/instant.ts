import type { Language } from '../issues';

/**
 * An instant as people read it: in the time of a place, the month written out, `28 november 2026 20:25`.
 * Only the names of zones come from the machine; no locale of it is used, and no clock.
 */

/** Where Alleo's customers are, for who has no readable zone. */
export const HOME_ZONE = 'Europe/Amsterdam';

const MONTHS: Record<Language, readonly string[]> = {
	en: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
	nl: [
		'januari',
		'februari',
		'maart',
		'april',
		'mei',
		'juni',
		'juli',
		'augustus',
		'september',
		'oktober',
		'november',
		'december',
	],
};

function formatIn(zone: string): Intl.DateTimeFormat | null {
	try {
		return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
			timeZone: zone,
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		});
	} catch {
		return null;
	}
}

/**
 * @param instant ISO 8601, such as 2026-11-28T19:25:00.000Z, or milliseconds since 1970
 * @param zone IANA name, such as Europe/Amsterdam; one that is not known counts as that
 * @returns what is no instant as it was given
 */
export function formatInstant(instant: string | number, zone: string, language: Language): string {
	const moment = new Date(instant);
	if (Number.isNaN(moment.getTime())) return String(instant);
	const parts = (formatIn(zone) ?? formatIn(HOME_ZONE))?.formatToParts(moment) ?? [];
	const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
	const month = MONTHS[language][Number(part('month')) - 1] ?? '';
	return `${part('day')} ${month} ${part('year')} ${part('hour')}:${part('minute')}`;
}
