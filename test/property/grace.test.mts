import { accountOf, externalId } from './firm/records.mts';
import type { Vendor } from './firm/records.mts';
import { outline, plansOf, rowsThat } from './firm/plans.mts';
import type { Plan } from '../../core/plan/finish';
import { dayAfter, staff, worker } from './firm/staff.mts';
import type { Worker } from './firm/staff.mts';

/** Days of grace: who ended keeps the account for a while, and coming back within it is nothing new. */

const VENDORS: Vendor[] = ['nmbrs', 'afas'];
const STAYING = staff(40, 100);
const ONE = worker(1);

interface Given {
	vendor: Vendor;
	day: string;
	grace: number;
	one?: Partial<Worker>;
	more?: readonly Worker[];
	active?: boolean;
}

const plansAt = ({ vendor, day, grace, one = {}, more = [], active = true }: Given): Plan[] =>
	plansOf({
		vendor,
		day,
		staff: [...STAYING, { ...ONE, ...one }, ...more],
		alleo: [...STAYING, ONE].map((who) =>
			accountOf(vendor, who, who === ONE ? { is_active: active } : {}),
		),
		options: { offboardAfterDays: grace },
	});

const rowsAt = (given: Given): string[] => outline(plansAt(given).flatMap(({ rows }) => rows));

/** The remark about the person, with its date. */
const remarks = (given: Given): Array<[string, string | null]> =>
	plansAt(given)
		.flatMap(({ summary }) => summary.notices)
		.filter(({ external_id: id }) => id === externalId(given.vendor, ONE))
		.map(({ code, date }) => [code, date]);

describe.each(VENDORS)('%s', (vendor) => {
	const off = [`deactivate ${externalId(vendor, ONE)}`];

	test.each([
		['an ordinary week', '2026-11-10', 5, '2026-11-16'],
		['over the end of a month', '2026-01-29', 5, '2026-02-04'],
		['over the last of February', '2027-02-26', 3, '2027-03-02'],
		['over the last of February in a leap year', '2028-02-26', 3, '2028-03-01'],
		['on a leap day', '2028-02-29', 1, '2028-03-02'],
		['over the start of summer time', '2026-03-27', 3, '2026-03-31'],
		['over the end of summer time', '2026-10-23', 3, '2026-10-27'],
		['over the year', '2026-12-30', 14, '2027-01-14'],
	])('%s: last day %s, %i days of grace, off on %s', (_name, end, grace, first) => {
		for (let day = dayAfter(end, 1); day < first; day = dayAfter(day, 1)) {
			const given = { vendor, day, grace, one: { end } };
			expect([day, rowsAt(given)]).toEqual([day, []]);
			expect(remarks(given)).toEqual([['LEAVES_ON', first]]);
			expect(plansAt(given)[0]?.summary.counts).toMatchObject({ unchanged: 41, deactivate: 0 });
		}
		for (const day of [first, dayAfter(first, 1), dayAfter(first, 40)]) {
			expect(rowsAt({ vendor, day, grace, one: { end } })).toEqual(off);
			expect(remarks({ vendor, day, grace, one: { end } })).toEqual([]);
		}
	});

	test('without grace the first day after the last one', () => {
		const one = { end: '2026-11-10' };
		expect(rowsAt({ vendor, day: '2026-11-10', grace: 0, one })).toEqual([]);
		expect(rowsAt({ vendor, day: '2026-11-11', grace: 0, one })).toEqual(off);
	});

	test('on the last day itself nobody is leaving yet', () => {
		const given = { vendor, day: '2026-11-10', grace: 5, one: { end: '2026-11-10' } };
		expect(rowsAt(given)).toEqual([]);
	});

	test('who comes back within it is unchanged: no re-activation, no question', () => {
		const one = { end: null };
		expect(rowsAt({ vendor, day: '2026-11-13', grace: 5, one })).toEqual([]);
		const changed = { end: null, group: 'Balie' };
		expect(rowsAt({ vendor, day: '2026-11-13', grace: 5, one: changed })).toEqual([
			`update ${externalId(vendor, ONE)}`,
		]);
	});

	test('who comes back after it is re-activated', () => {
		const given = { vendor, day: '2026-11-20', grace: 5, one: { end: null }, active: false };
		expect(rowsAt(given)).toEqual([`reactivate ${externalId(vendor, ONE)}`]);
	});

	test('an account that is off stays off within it', () => {
		const given = {
			vendor,
			day: '2026-11-13',
			grace: 5,
			one: { end: '2026-11-10' },
			active: false,
		};
		expect(rowsAt(given)).toEqual([]);
		expect(remarks(given)).toEqual([]);
	});

	test('nothing of the leaver is changed within it', () => {
		const one = { end: '2026-11-10', group: 'Balie', email: 'anders@example.nl' };
		expect(rowsAt({ vendor, day: '2026-11-13', grace: 5, one })).toEqual([]);
	});

	test('a transfer within it is a transfer', () => {
		const arrived = { ...ONE, id: '70001', company: 'c2', start: '2026-11-13' };
		const plans = plansAt({
			vendor,
			day: '2026-11-13',
			grace: 5,
			one: { end: '2026-11-10' },
			more: [arrived],
		});
		expect(
			plans.flatMap(({ rows }) => rows).map(({ action, reason }) => [action, reason.code]),
		).toEqual([['update', 'TRANSFER']]);
		expect(rowsThat(plans, true)).toHaveLength(1);
	});

	test('a newcomer who brings the address within it gets no second account', () => {
		const fresh = worker(5000, { start: '2026-11-13', email: ONE.email });
		const plans = plansAt({
			vendor,
			day: '2026-11-13',
			grace: 5,
			one: { end: '2026-11-10' },
			more: [fresh],
		});
		expect(outline(plans.flatMap(({ rows }) => rows))).toEqual([
			`hold ${externalId(vendor, fresh)}`,
		]);
	});

	test('access taken away is no end of an employment: no grace', () => {
		const one = { access: 'nee' as const };
		expect(rowsAt({ vendor, day: '2026-11-13', grace: 30, one })).toEqual(off);
	});

	test('absent people get none, and are not off-boarded for it', () => {
		const plans = plansOf({
			vendor,
			day: '2026-11-13',
			staff: STAYING,
			alleo: [...STAYING, ONE].map((who) => accountOf(vendor, who)),
			options: { offboardAfterDays: 5, absentPolicy: 'deactivate' },
		});
		expect(outline(plans.flatMap(({ rows }) => rows))).toEqual(off);
	});

	test('in an incomplete reading the leaver is held after the grace, and left alone within it', () => {
		const partition = vendor === 'nmbrs' ? 'c1' : 'Profit_Employees_Alleo';
		const at = (day: string): string[] =>
			outline(
				plansOf({
					vendor,
					day,
					staff: [...STAYING, { ...ONE, end: '2026-11-10' }],
					alleo: [...STAYING, ONE].map((who) => accountOf(vendor, who)),
					options: { offboardAfterDays: 5 },
					coverage: [
						{
							partition,
							name: partition,
							complete: false,
							employees: 1,
							pages: 1,
							checks: [],
							error: { code: 'NETWORK', message: 'The connection was lost.' },
						},
					],
				}).flatMap(({ rows }) => rows),
			);
		expect(at('2026-11-13').filter((row) => row.startsWith('deactivate'))).toEqual([]);
		expect(at('2026-11-16').filter((row) => row.startsWith('deactivate'))).toEqual([]);
	});
});

test('NMBRS: a former employee without any date has no grace', () => {
	const without = { start: '', end: null, former: true };
	expect(rowsAt({ vendor: 'nmbrs', day: '2026-11-13', grace: 30, one: without })).toEqual([
		'deactivate nmbrs-10001',
	]);
});
