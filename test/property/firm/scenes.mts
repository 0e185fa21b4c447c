import fc from 'fast-check';
import type { AlleoEmployee } from '../../../core/model/employee';
import { DEFAULT_LIMITS } from '../../../core/plan/options';
import type { DiffOptions, GuardLimit, LimitedGuard } from '../../../core/plan/options';
import { accountOf, coverageOf } from './records.mts';
import type { Vendor } from './records.mts';
import type { Reading } from './plans.mts';
import { DAY, dayAfter, worker } from './staff.mts';
import type { Worker } from './staff.mts';

/**
 * Random readings of a small firm on a busy day, in which all kinds of rows come together: addresses
 * that change hands, moves, transfers, takeovers, leavers, newcomers, and limits that trip or do not.
 */

const STORIES = [
	'stays',
	'ends',
	'endsLongAgo',
	'noAccess',
	'unreadable',
	'arrives',
	'comesBack',
	'moves',
	'transfers',
	'takesAddress',
	'newAddress',
	'heir',
	'changes',
	'adopted',
	'adoptedByAddress',
	'takeover',
	'absent',
] as const;
type Story = (typeof STORIES)[number];

interface Person {
	story: Story;
	company: string;
	group: string;
	filter: string | null;
}

const person: fc.Arbitrary<Person> = fc.record({
	story: fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom<Story>('stays', 'ends', 'arrives', 'changes') },
		{ weight: 2, arbitrary: fc.constantFrom<Story>('takesAddress', 'newAddress', 'heir') },
		{ weight: 4, arbitrary: fc.constantFrom<Story>(...STORIES) },
	),
	company: fc.constantFrom('c1', 'c1', 'c2', 'c3'),
	group: fc.constantFrom('Kantoor', 'Balie'),
	filter: fc.constantFrom(null, null, null, 'zuid'),
});

interface Made {
	records: Worker[];
	accounts: AlleoEmployee[];
}

const BEFORE = dayAfter(DAY, -1);

/** The records and the account of one person; `next` is whose address somebody may bring. */
function make(vendor: Vendor, { story, ...where }: Person, number: number, next: Worker): Made {
	const one = worker(number, where);
	const account = (changes: Partial<AlleoEmployee> = {}): AlleoEmployee[] => [
		accountOf(vendor, one, changes),
	];
	const kept = (changes: Partial<Worker>): Made => ({
		records: [{ ...one, ...changes }],
		accounts: account(),
	});
	switch (story) {
		case 'stays':
			return kept({});
		case 'ends':
			return kept({ end: BEFORE });
		case 'endsLongAgo':
			return kept({ end: dayAfter(DAY, -20) });
		case 'noAccess':
			return kept({ access: 'nee' });
		case 'unreadable':
			return kept({ damaged: true });
		case 'arrives':
			return { records: [{ ...one, start: DAY }], accounts: [] };
		case 'heir':
			return { records: [{ ...one, start: DAY, email: next.email }], accounts: [] };
		case 'comesBack':
			return { records: [one], accounts: account({ is_active: false }) };
		case 'moves':
			return kept({ filter: where.filter === null ? 'zuid' : null });
		case 'transfers': {
			const arrived = { ...one, id: `7${one.id}`, company: 'c9', start: DAY };
			return { records: [{ ...one, end: BEFORE }, arrived], accounts: account() };
		}
		case 'takesAddress':
			return kept({ email: next.email });
		case 'newAddress':
			return kept({ email: `nieuw${number}@example.nl` });
		case 'changes':
			return kept({ group: where.group === 'Balie' ? 'Winkel' : 'Balie' });
		case 'adopted':
			return { records: [one], accounts: account({ external_id: null }) };
		case 'adoptedByAddress':
			return {
				records: [one],
				accounts: account({
					external_id: null,
					birthday: null,
					first_name: null,
					last_name: null,
				}),
			};
		case 'takeover':
			return { records: [one], accounts: account({ external_id: `hibob-${number}` }) };
		case 'absent':
			return { records: [], accounts: account() };
	}
}

const HUGE: GuardLimit = { percent: 1e9, minimum: 1e9, maximum: 1e9 };
/** One person may; the second asks. */
const TIGHT: GuardLimit = { percent: 0, minimum: 1, maximum: 1 };

/** About actions any limit may trip; about the whole seldom, or nothing would ever be split. */
const ABOUT_WHOLE: ReadonlySet<string> = new Set<LimitedGuard>([
	'PARTITION_VANISHED',
	'FIELD_DRIFT',
	'IDENTITY_KEYS_CHANGED',
	'DUPLICATES',
]);

const limits: fc.Arbitrary<DiffOptions['limits']> = fc.record(
	Object.fromEntries(
		Object.keys(DEFAULT_LIMITS).map((code) => [
			code,
			fc.oneof(
				{ weight: ABOUT_WHOLE.has(code) ? 40 : 4, arbitrary: fc.constant(HUGE) },
				{ weight: 1, arbitrary: fc.constant(TIGHT) },
				{ weight: 1, arbitrary: fc.constant({ percent: 10, minimum: 2, maximum: 3 }) },
			),
		]),
	) as Record<LimitedGuard, fc.Arbitrary<GuardLimit>>,
);

export interface Scene extends Reading {
	options: Partial<DiffOptions>;
	coverage: readonly object[];
	/** Which of the rows somebody left out before, by their place modulo this; 0: none. */
	leftOutEach: number;
	/** Where a run may be stopped. */
	stop: number;
}

export const scenes = (): fc.Arbitrary<Scene> =>
	fc
		.record({
			vendor: fc.constantFrom<Vendor>('nmbrs', 'afas'),
			people: fc.array(person, { minLength: 3, maxLength: 16 }),
			options: fc.record({
				limits,
				partSize: fc.constantFrom(3, 10),
				absentPolicy: fc.constantFrom('report' as const, 'deactivate' as const),
				offboardAfterDays: fc.constantFrom(0, 0, 5),
				moveOrder: fc.constantFrom('createFirst' as const, 'deactivateFirst' as const),
			}),
			leftOutEach: fc.constantFrom(0, 0, 4, 9),
			stop: fc.nat({ max: 12 }),
		})
		.map(({ vendor, people, options, leftOutEach, stop }) => {
			const made = people.map((one, at) =>
				make(vendor, one, at, worker(at + 1 < people.length ? at + 1 : 0)),
			);
			const everybody = made.flatMap(({ records }) => records);
			return {
				vendor,
				staff: everybody,
				alleo: made.flatMap(({ accounts }) => accounts),
				coverage: coverageOf(vendor, everybody),
				options,
				leftOutEach,
				stop,
			};
		});
