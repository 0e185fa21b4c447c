import fc from 'fast-check';
import { dayAfter, worker } from './staff.mts';
import type { Worker } from './staff.mts';

/** What happens to the staff of a firm in sixty days, and to the runs that follow it. */

export type Happening =
	| { kind: 'hire'; company: string; count: number; inDays: number }
	| { kind: 'leave'; who: number; count: number; inDays: number }
	| { kind: 'undoLeave'; who: number }
	| { kind: 'return'; who: number; count: number }
	| { kind: 'access'; who: number }
	| { kind: 'newAddress'; who: number }
	| { kind: 'group'; who: number }
	| { kind: 'filter'; who: number }
	| { kind: 'damage'; who: number }
	| { kind: 'close'; company: string };

export type Manner =
	| 'approves'
	| 'leavesOut'
	| 'leavesOutUntil'
	| 'withoutOffboardings'
	| 'rejects'
	| 'nobody';

export type Weather = 'fine' | 'half read' | 'log unreadable' | 'gone' | 'failed';

export interface LifeDay {
	happenings: Happening[];
	manner: Manner;
	weather: Weather;
	/** Place in the plan, or of the write after which the run is gone. */
	at: number;
}

const who = fc.nat({ max: 40 });
const company = fc.constantFrom('c1', 'c1', 'c2', 'c3');
const one = { weight: 3, arbitrary: fc.constant(1) };

const happening: fc.Arbitrary<Happening> = fc.oneof(
	{
		weight: 20,
		arbitrary: fc.record({
			kind: fc.constant('hire' as const),
			company,
			count: fc.oneof(one, { weight: 1, arbitrary: fc.integer({ min: 2, max: 7 }) }),
			inDays: fc.integer({ min: -2, max: 4 }),
		}),
	},
	{
		weight: 20,
		arbitrary: fc.record({
			kind: fc.constant('leave' as const),
			who,
			count: fc.oneof(one, { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) }),
			inDays: fc.integer({ min: -3, max: 4 }),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('undoLeave' as const), who }) },
	{
		weight: 12,
		arbitrary: fc.record({
			kind: fc.constant('return' as const),
			who,
			count: fc.integer({ min: 1, max: 3 }),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('access' as const), who }) },
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('newAddress' as const), who }) },
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('group' as const), who }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('filter' as const), who }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('damage' as const), who }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), company }) },
);

export const lifeDays = (count: number): fc.Arbitrary<LifeDay[]> =>
	fc.array(
		fc.record({
			happenings: fc.array(happening, { maxLength: 3 }),
			manner: fc.constantFrom<Manner>(
				'approves',
				'approves',
				'leavesOut',
				'leavesOutUntil',
				'leavesOutUntil',
				'withoutOffboardings',
				'rejects',
				'nobody',
			),
			weather: fc.oneof(
				{ weight: 12, arbitrary: fc.constant<Weather>('fine') },
				{
					weight: 2,
					arbitrary: fc.constantFrom<Weather>('half read', 'log unreadable', 'gone', 'failed'),
				},
			),
			at: fc.nat({ max: 9 }),
		}),
		{ minLength: count, maxLength: count },
	);

export const startingStaff = (): Worker[] =>
	Array.from({ length: 44 }, (_, at) =>
		worker(at, {
			company: at < 26 ? 'c1' : at < 38 ? 'c2' : 'c3',
			group: at % 3 === 0 ? 'Balie' : 'Kantoor',
			filter: at % 7 === 0 ? 'zuid' : null,
		}),
	);

const inService = ({ start, end }: Worker, today: string): boolean =>
	start <= today && (end === null || end >= today);

/** Changes the staff after the run of `today`; what makes no sense for somebody changes nothing. */
export function happen(staff: Worker[], event: Happening, today: string): Worker[] {
	const changed: Worker[] = [];
	const some = (first: number, count: number, wanted: (one: Worker) => boolean): Worker[] => {
		const list = staff.filter(wanted);
		return Array.from(
			new Set(Array.from({ length: count }, (_, at) => list[(first + at) % list.length])),
		).filter((one): one is Worker => one !== undefined);
	};
	const change = (people: readonly Worker[], how: (one: Worker) => Partial<Worker>): void => {
		for (const one of people) {
			Object.assign(one, how(one));
			changed.push(one);
		}
	};
	const serving = (one: Worker): boolean => inService(one, today);
	switch (event.kind) {
		case 'hire':
			for (let at = 0; at < event.count; at++) {
				const start = dayAfter(today, event.inDays);
				const fresh = worker(staff.length, { company: event.company, start });
				staff.push(fresh);
				changed.push(fresh);
			}
			break;
		case 'leave': {
			const end = dayAfter(today, event.inDays);
			const leaves = (one: Worker): boolean => serving(one) && one.end === null && one.start < end;
			change(some(event.who, event.count, leaves), () => ({ end }));
			break;
		}
		case 'undoLeave':
			change(
				some(event.who, 1, (one) => one.end !== null && serving(one)),
				() => ({ end: null }),
			);
			break;
		case 'return':
			change(
				some(event.who, event.count, ({ end }) => end !== null && end < today),
				() => ({ end: null }),
			);
			break;
		case 'access':
			change(
				some(event.who, 1, () => true),
				({ access }) => ({
					access: access === 'ja' ? 'nee' : 'ja',
				}),
			);
			break;
		case 'newAddress':
			change(
				some(event.who, 1, () => true),
				({ id }) => ({ email: `p${id}.${today}@example.nl` }),
			);
			break;
		case 'group':
			change(
				some(event.who, 1, () => true),
				({ group }) => ({
					group: group === 'Kantoor' ? 'Winkel' : 'Kantoor',
				}),
			);
			break;
		case 'filter':
			change(some(event.who, 1, serving), ({ filter }) => ({
				filter: filter === null ? 'zuid' : null,
			}));
			break;
		case 'damage':
			change(
				some(event.who, 1, () => true),
				({ damaged }) => ({ damaged: !damaged }),
			);
			break;
		case 'close': {
			const left = (one: Worker): boolean => one.company === event.company && serving(one);
			change(staff.filter(left), () => ({ end: today }));
		}
	}
	return changed;
}
