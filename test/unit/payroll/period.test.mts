import { addDays } from '../../../core/model/dates';
import { periodOf, periodOrder } from '../../../core/payroll/period';

describe('the payroll period of a day', () => {
	test.each([
		['2026-11-30', 'month', 2026, 11],
		['2026-12-01', 'month', 2026, 12],
		['2026-03-31', 'quarter', 2026, 1],
		['2026-04-01', 'quarter', 2026, 2],
		['2026-07-01', 'halfYear', 2026, 2],
		['2026-07-01', 'year', 2026, 1],
		// 29 December 2025 is the Monday of the week that 4 January 2026 is in.
		['2025-12-28', 'fourWeeks', 2025, 13],
		['2025-12-29', 'fourWeeks', 2026, 1],
		['2026-01-25', 'fourWeeks', 2026, 1],
		['2026-01-26', 'fourWeeks', 2026, 2],
		['2025-12-29', 'week', 2026, 1],
		['2027-01-03', 'week', 2026, 53],
		// The 53rd week belongs to the thirteenth period.
		['2027-01-03', 'fourWeeks', 2026, 13],
		['2027-01-04', 'fourWeeks', 2027, 1],
	] as const)('%s of a %s is %i-%i', (date, cycle, year, period) => {
		expect(periodOf(date, cycle)).toEqual({ year, period });
	});

	test('not known: no cycle, no day', () => {
		expect(periodOf('2026-11-30', null)).toBeNull();
		expect(periodOf('30-11-2026', 'month')).toBeNull();
	});

	test.each(['month', 'fourWeeks', 'week', 'quarter', 'halfYear', 'year'] as const)(
		'a later day is never in an earlier %s',
		(cycle) => {
			let before = -1;
			for (let at = 0, day = '2019-12-01'; at < 4000; at++, day = addDays(day, 1)) {
				const now = periodOrder(periodOf(day, cycle));
				expect(now).toBeGreaterThanOrEqual(before);
				before = now;
			}
		},
	);
});
