import { isOffboarding } from '../support/offboarding.mts';
import { EMPTY_FORM } from '../../core/approval/form';
import { allowed, DEFAULT_LIMITS } from '../../core/plan/options';
import type { DiffOptions, LimitedGuard } from '../../core/plan/options';
import type { Plan } from '../../core/plan/finish';
import type { RunRecord } from '../../core/runLog/columns';
import { ListAlleo } from './listAlleo.mts';
import { runDay } from './firm/desk.mts';
import type { Answer, Today } from './firm/desk.mts';
import { plansOf } from './firm/plans.mts';
import { accountOf } from './firm/records.mts';
import type { Vendor } from './firm/records.mts';
import { DAY, dayAfter, staff } from './firm/staff.mts';
import type { Worker } from './firm/staff.mts';

/** Limits over time: what goes out day by day without a question, counted from the run log. */

const VENDORS: Vendor[] = ['nmbrs', 'afas'];
const FIRST = '2026-03-02';

type Pace = (day: number) => Worker[];

interface Kind {
	code: LimitedGuard;
	action: 'deactivate' | 'create' | 'reactivate';
	/** The staff on a day, and the accounts at the start. */
	pace: (perDay: number) => Pace;
	alleo: (vendor: Vendor) => ListAlleo;
}

/** 200 people in service at the start, and 400 who left long ago. */
const STAFF = staff(200, 1);
const GONE = staff(400, 1000, { end: '2024-12-31' });
const nth = (people: readonly Worker[], count: number, change: Partial<Worker>): Worker[] =>
	people.map((one, at) => (at < count ? { ...one, ...change } : one));

const inAlleo = (vendor: Vendor, active: readonly Worker[], gone: readonly Worker[] = []) =>
	new ListAlleo([
		...active.map((one) => accountOf(vendor, one)),
		...gone.map((one) => accountOf(vendor, one, { is_active: false })),
	]);

const KINDS: Kind[] = [
	{
		code: 'DEACTIVATION_LIMIT',
		action: 'deactivate',
		pace: (perDay) => (day) =>
			STAFF.map((one, at) =>
				at < perDay * day ? { ...one, end: dayAfter(FIRST, Math.floor(at / perDay) - 1) } : one,
			),
		alleo: (vendor) => inAlleo(vendor, STAFF),
	},
	{
		code: 'CREATE_LIMIT',
		action: 'create',
		pace: (perDay) => (day) => [
			...STAFF,
			...staff(perDay * day, 5000).map((one, at) => ({
				...one,
				start: dayAfter(FIRST, Math.floor(at / perDay)),
			})),
		],
		alleo: (vendor) => inAlleo(vendor, STAFF),
	},
	{
		code: 'REACTIVATION_LIMIT',
		action: 'reactivate',
		pace: (perDay) => (day) => [...STAFF, ...nth(GONE, perDay * day, { end: null })],
		alleo: (vendor) => inAlleo(vendor, STAFF, GONE),
	},
];

const approve: Answer = ({ rows, summary }: Plan) => ({
	...EMPTY_FORM,
	planHash: summary.plan.hash,
	decision: 'approve',
	approver: 'Sanne',
	offboardings: String(rows.filter(isOffboarding).length),
});

const nobody: Answer = () => null;

interface Lived {
	/** The first day, from 1, on which somebody was asked; null: never. */
	asked: number | null;
	/** What went out without a question, by day. */
	unasked: number[];
}

async function live(
	kind: Kind,
	vendor: Vendor,
	perDay: number,
	days: number,
	more: Partial<Today> = {},
): Promise<Lived> {
	const alleo = kind.alleo(vendor);
	const log: RunRecord[] = [];
	const lived: Lived = { asked: null, unasked: [] };
	for (let day = 1; day <= days; day++) {
		const ran = await runDay({
			vendor,
			day: dayAfter(FIRST, day - 1),
			staff: kind.pace(perDay)(day),
			alleo,
			log,
			answer: nobody,
			...more,
		});
		lived.unasked.push(
			ran.effects.filter(({ action, asked }) => action === kind.action && !asked).length,
		);
		if (ran.plans[0]?.summary.needs_approval === true) lived.asked ??= day;
		if (lived.asked !== null) break;
	}
	return lived;
}

const total = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0);

const daily = (code: LimitedGuard, base = STAFF.length): number =>
	allowed(DEFAULT_LIMITS[code], base);

describe.each(VENDORS)('%s', (vendor) => {
	test.each(KINDS)('$action at the daily limit every day: asked within the week', async (kind) => {
		// As the people become fewer, so does what is allowed: the limit of the third day.
		const limit = daily(kind.code, kind.action === 'deactivate' ? 182 : 200);
		const { asked, unasked } = await live(kind, vendor, limit, 8);
		expect(unasked[0]).toBe(limit);
		expect(asked).toBeLessThanOrEqual(7);
		expect(total(unasked)).toBeLessThanOrEqual(2 * daily(kind.code, 200 + 2 * limit));
	});

	test.each(KINDS)('$action at a pace below that: asked within the month', async (kind) => {
		const week = 2 * daily(kind.code);
		// As many as fit seven times below the limit of a week that shrinks with the people.
		const perDay = Math.max(1, Math.floor((week * 0.7) / 7));
		const { asked, unasked } = await live(kind, vendor, perDay, 31);
		expect(asked).toBeGreaterThan(7);
		expect(asked).toBeLessThanOrEqual(30);
		expect(total(unasked)).toBeLessThanOrEqual(3 * daily(kind.code, 300));
	});

	test.each(KINDS)(
		'$action: what somebody approved does not count against the next days',
		async (kind) => {
			const limit = daily(kind.code);
			const alleo = kind.alleo(vendor);
			const log: RunRecord[] = [];
			const results: boolean[] = [];
			for (const day of [1, 2, 3]) {
				const { plans } = await runDay({
					vendor,
					day: dayAfter(FIRST, day - 1),
					// Far over the limit on the first two days, which a person approves; one more on the third.
					staff: kind.pace(day === 3 ? 2 * (limit + 5) + 1 : day * (limit + 5))(1),
					alleo,
					log,
					answer: approve,
				});
				results.push(plans[0]?.summary.needs_approval === true);
			}
			expect(results).toEqual([true, true, false]);
			const { asked } = await live(kind, vendor, 1, 3);
			expect(asked).toBeNull();
		},
	);

	test.each(KINDS)('$action: not what was planned counts, but what went out', async (kind) => {
		const limit = daily(kind.code);
		const alleo = kind.alleo(vendor);
		const log: RunRecord[] = [];
		// Nobody answers on ten days: nothing goes out, so nothing counts.
		for (let day = 1; day <= 10; day++) {
			const { sent } = await runDay({
				vendor,
				day: dayAfter(FIRST, day - 1),
				staff: kind.pace(limit + 1)(1),
				alleo,
				log,
				answer: nobody,
			});
			expect(sent.filter(({ row }) => row.action === kind.action)).toEqual([]);
		}
		const day = dayAfter(FIRST, 10);
		const { plans } = await runDay({
			vendor,
			day,
			staff: kind.pace(limit)(1),
			alleo,
			log,
			answer: nobody,
		});
		expect(plans[0]?.summary.needs_approval).toBe(false);
	});

	test.each(
		KINDS.flatMap((kind) => [
			{ ...kind, goneAs: 'silent' as const },
			{ ...kind, goneAs: 'failed' as const },
		]),
	)('$action: what went out of runs that broke off counts ($goneAs)', async (kind) => {
		const limit = daily(kind.code);
		const alleo = kind.alleo(vendor);
		const log: RunRecord[] = [];
		const { goneAs } = kind;
		const common = { vendor, alleo, log, answer: nobody, goneAs };
		const sent: number[] = [];
		for (const day of [1, 2, 3]) {
			const { effects } = await runDay({
				...common,
				day: dayAfter(FIRST, day - 1),
				staff: kind.pace(limit - 1)(day),
				...(day < 3 ? { stopAfter: limit - 1 } : {}),
			});
			sent.push(effects.length);
		}
		expect(sent).toEqual([limit - 1, limit - 1, 0]);
	});

	describe('a log that cannot be read', () => {
		const planned = (leavers: number, log: 'read' | 'unreadable' | 'none', size = 200): Plan[] => {
			const people = staff(size, 1);
			const past: DiffOptions['past'] = {
				log,
				applied: [],
				seen: null,
				leftOut: new Set(),
				heldSince: new Map(),
				companies: new Map(),
			};
			return plansOf({
				vendor,
				staff: nth(people, leavers, { end: dayAfter(DAY, -1) }),
				alleo: inAlleo(vendor, people).accounts,
				options: { past },
			});
		};
		const asks = (plans: readonly Plan[]): boolean | undefined => plans[0]?.summary.needs_approval;
		const says = (plans: readonly Plan[]): boolean =>
			JSON.stringify(plans.map(({ summary }) => [summary.notices, summary.guards])).includes(
				'RUN_LOG_UNREADABLE',
			);

		test('is said, and the daily limit of 10 is 5', () => {
			expect([asks(planned(6, 'unreadable')), says(planned(6, 'unreadable'))]).toEqual([
				true,
				true,
			]);
			expect([asks(planned(5, 'unreadable')), says(planned(5, 'unreadable'))]).toEqual([
				false,
				true,
			]);
			expect(says(planned(0, 'unreadable'))).toBe(true);
		});

		test('no log at all is as before', () => {
			expect([asks(planned(10, 'none')), says(planned(10, 'none'))]).toEqual([false, false]);
			expect([asks(planned(10, 'read')), says(planned(10, 'read'))]).toEqual([false, false]);
		});

		test('in the smallest firm one person may still leave', () => {
			expect(asks(planned(1, 'unreadable', 3))).toBe(false);
		});
	});
});
