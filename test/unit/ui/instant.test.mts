import { formatInstant } from '../../../core/ui/instant.ts';

/** Times for people: the time of a place, the month written out. */

test.each([
	['2026-11-28T19:25:00.000Z', 'Europe/Amsterdam', 'nl', '28 november 2026 20:25'],
	['2026-11-28T19:25:00.000Z', 'Europe/Amsterdam', 'en', '28 November 2026 20:25'],
	// Summer time; a day that is another one there; midnight is 00, not 24.
	['2026-06-30T22:00:00.000Z', 'Europe/Amsterdam', 'nl', '1 juli 2026 00:00'],
	['2027-01-01T01:30:00.000Z', 'America/New_York', 'en', '31 December 2026 20:30'],
	[Date.UTC(2026, 2, 1, 8, 5), 'UTC', 'nl', '1 maart 2026 08:05'],
] as const)('%s in %s (%s) is %s', (instant, zone, language, said) => {
	expect(formatInstant(instant, zone, language)).toBe(said);
});

test('a zone that nobody knows is that of Amsterdam, never that of the machine', () => {
	expect(formatInstant('2026-11-28T19:25:00.000Z', 'Mars/Base', 'nl')).toBe(
		'28 november 2026 20:25',
	);
});

test('what is no instant stays as it is', () => {
	expect(formatInstant('', 'Europe/Amsterdam', 'nl')).toBe('');
	expect(formatInstant('soon', 'Europe/Amsterdam', 'nl')).toBe('soon');
});
