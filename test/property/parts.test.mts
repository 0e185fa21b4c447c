import { accountOf, externalId } from './firm/records.mts';
import type { Vendor } from './firm/records.mts';
import { named, outline, plansOf, rowsThat, trippedOf } from './firm/plans.mts';
import type { Reading } from './firm/plans.mts';
import { companyName, DAY, dayAfter, staff, worker } from './firm/staff.mts';
import type { Worker } from './firm/staff.mts';

/**
 * Limits where they count: what happens to one part of the people is measured by that part, from the
 * records of the source on.
 */

const YESTERDAY = dayAfter(DAY, -1);
const VENDORS: Vendor[] = ['nmbrs', 'afas'];

/** A thousand others, of four companies, none of them the part that ends. */
const others = (changes: (number: number) => Partial<Worker> = () => ({})): Worker[] =>
	Array.from({ length: 1000 }, (_, index) =>
		worker(2000 + index, {
			company: `c${2 + (index % 4)}`,
			group: `Groep ${index % 3}`,
			...changes(index),
		}),
	);

const ended = (people: readonly Worker[]): Worker[] =>
	people.map((one) => ({ ...one, end: YESTERDAY }));

const inAlleo = (vendor: Vendor, people: readonly Worker[]): Reading['alleo'] =>
	people.map((one) => accountOf(vendor, one));

const reading = (
	vendor: Vendor,
	before: readonly Worker[],
	now: readonly Worker[],
	options: Reading['options'] = {},
): Reading => ({ vendor, staff: now, alleo: inAlleo(vendor, before), options });

const leaving = (vendor: Vendor, people: readonly Worker[]): string[] =>
	people.map((one) => `deactivate ${externalId(vendor, one)}`).sort();

/** What is true of a plan whose off-boardings of a part are unusual, and which guard says so. */
function expectAsked(read: Reading, codes: readonly string[], kind: string, name: string): void {
	const plans = plansOf(read);
	expect(rowsThat(plans, false).filter(({ action }) => action === 'deactivate')).toEqual([]);
	expect(rowsThat(plans, true).some(({ action }) => action === 'deactivate')).toBe(true);
	for (const code of codes) {
		const found = trippedOf(plans).filter(
			({ scope, code: own }) => own === code && scope.days === null,
		);
		expect(found.map(({ scope }) => [code, scope.kind, scope.name])).toEqual([[code, kind, name]]);
		expect(found[0]?.message).toContain(name);
		expect(found[0]?.limit).toBeLessThan(found[0]?.actual ?? 0);
	}
}

describe.each(VENDORS)(
	'%s: everybody of one company ends on one day, beside 1,000 others',
	(vendor) => {
		const rest = others();
		const c1 = staff(30, 1);
		const before = [...c1, ...rest];

		test('in step, nothing is planned', () => {
			expect(plansOf(reading(vendor, before, before)).map(({ rows }) => rows)).toEqual([[]]);
		});

		test('it waits, and the guard names the company', () => {
			const read = reading(vendor, before, [...ended(c1), ...rest]);
			expectAsked(read, ['DEACTIVATION_LIMIT', 'PART_EMPTIED'], 'partition', companyName('c1'));
			expect(outline(rowsThat(plansOf(read), true))).toEqual(leaving(vendor, c1));
		});

		test('three newcomers elsewhere are not kept waiting', () => {
			const fresh = staff(3, 5000, { company: 'c2', start: DAY });
			const plans = plansOf(reading(vendor, before, [...ended(c1), ...rest, ...fresh]));
			expect(outline(rowsThat(plans, true))).toEqual(leaving(vendor, c1));
			expect(rowsThat(plans, false).map(({ action }) => action)).toEqual([
				'create',
				'create',
				'create',
			]);
		});

		test('three of the thirty are no reason to ask', () => {
			const now = [...ended(c1.slice(0, 3)), ...c1.slice(3), ...rest];
			const plans = plansOf(reading(vendor, before, now));
			expect(named(plans)).toEqual([]);
			expect(outline(rowsThat(plans, false))).toEqual(leaving(vendor, c1.slice(0, 3)));
		});

		test('four of the thirty are', () => {
			const read = reading(vendor, before, [...ended(c1.slice(0, 4)), ...c1.slice(4), ...rest]);
			expectAsked(read, ['DEACTIVATION_LIMIT'], 'partition', companyName('c1'));
		});

		test.each<[string, (all: Worker[]) => Worker[], string[]]>([
			[
				'one cannot be read',
				(all) => all.map((one, at) => (at === 7 ? { ...one, damaged: true } : one)),
				['DEACTIVATION_LIMIT'],
			],
			[
				'one loses access instead',
				(all) => all.map((one, at) => (at === 7 ? { ...one, end: null, access: 'nee' } : one)),
				['DEACTIVATION_LIMIT', 'PART_EMPTIED'],
			],
			[
				'one goes on in another company',
				(all) => [...all, { ...c1[7]!, id: '77777', company: 'c2', start: DAY, end: null }],
				['DEACTIVATION_LIMIT'],
			],
			[
				'one is not in the source at all',
				(all) => all.slice(1),
				['DEACTIVATION_LIMIT', 'PART_EMPTIED'],
			],
			[
				'one stays',
				(all) => all.map((one, at) => (at === 7 ? { ...one, end: null } : one)),
				['DEACTIVATION_LIMIT'],
			],
		])('also where %s', (_name, change, codes) => {
			const read = reading(vendor, before, [...change(ended(c1)), ...rest]);
			expectAsked(read, codes, 'partition', companyName('c1'));
		});
	},
);

describe.each(VENDORS)('%s: other parts', (vendor) => {
	test('the 30 of one Alleo company, spread over four companies', () => {
		const rest = others();
		const south = Array.from({ length: 30 }, (_, at) =>
			worker(1 + at, { company: `c${2 + (at % 4)}`, group: `Klein ${at % 8}`, filter: 'zuid' }),
		);
		const read = reading(vendor, [...south, ...rest], [...ended(south), ...rest]);
		const plans = plansOf(read);
		expect(outline(rowsThat(plans, true))).toEqual(leaving(vendor, south));
		const scopes = trippedOf(plans)
			.filter(({ scope }) => scope.days === null)
			.map(({ code, scope }) => [code, scope.kind, scope.id]);
		expect(scopes).toEqual(
			expect.arrayContaining([
				['DEACTIVATION_LIMIT', 'alleoCompany', '42'],
				['PART_EMPTIED', 'alleoCompany', '42'],
			]),
		);
	});

	test('a group of 12 within a company of 250', () => {
		const rest = others();
		const group = staff(12, 1, { company: 'c2', group: 'Magazijn' });
		expectAsked(
			reading(vendor, [...group, ...rest], [...ended(group), ...rest]),
			['DEACTIVATION_LIMIT', 'PART_EMPTIED'],
			'group',
			'Magazijn',
		);
	});

	test.each([2, 3, 8])('a company of %i ends as a whole', (size) => {
		const small = staff(size, 1);
		const rest = others();
		expectAsked(
			reading(vendor, [...small, ...rest], [...ended(small), ...rest]),
			['PART_EMPTIED'],
			'partition',
			companyName('c1'),
		);
	});

	test.each([2, 3])('all but one of a company of %i is no reason to ask', (size) => {
		const small = staff(size, 1);
		const rest = others();
		const now = [...ended(small.slice(1)), ...small.slice(0, 1), ...rest];
		expect(named(plansOf(reading(vendor, [...small, ...rest], now)))).toEqual([]);
	});

	test('a company of one person ends without a question', () => {
		const rest = others();
		const plans = plansOf(reading(vendor, [worker(1), ...rest], [...ended([worker(1)]), ...rest]));
		expect(named(plans)).toEqual([]);
		expect(rowsThat(plans, false)).toHaveLength(1);
	});

	test('a company of 3 does not end as a whole where a newcomer arrives', () => {
		const small = staff(3, 1);
		const rest = others();
		const now = [...ended(small), worker(6000, { start: DAY }), ...rest];
		const plans = plansOf(reading(vendor, [...small, ...rest], now));
		expect(trippedOf(plans).map(({ code }) => code)).not.toContain('PART_EMPTIED');
	});

	test('a company of 3 of which one cannot be read ends as a whole all the same', () => {
		const small = staff(3, 1);
		const rest = others();
		const now = ended(small).map((one, at) => (at === 1 ? { ...one, damaged: true } : one));
		const plans = plansOf(reading(vendor, [...small, ...rest], [...now, ...rest]));
		expect(trippedOf(plans).map(({ code }) => code)).toContain('PART_EMPTIED');
		expect(rowsThat(plans, true)).toHaveLength(3);
	});

	test.each([
		[5, true],
		[8, true],
		[4, false],
	])('a group of %i within a company ends as a whole: asked %s', (size, asked) => {
		const rest = others();
		const group = staff(size, 1, { company: 'c2', group: 'Magazijn' });
		const plans = plansOf(reading(vendor, [...group, ...rest], [...ended(group), ...rest]));
		expect(named(plans).includes('PART_EMPTIED group Magazijn')).toBe(asked);
		expect(rowsThat(plans, true)).toHaveLength(asked ? size : 0);
	});

	test('a company whose people all move to another one does not end', () => {
		const rest = others();
		const small = staff(3, 1);
		const moved = small.map((one, at) => ({
			...one,
			id: `7000${at}`,
			company: 'c2',
			start: DAY,
		}));
		const plans = plansOf(
			reading(vendor, [...small, ...rest], [...ended(small), ...moved, ...rest]),
		);
		expect(rowsThat(plans, true).map(({ reason }) => reason.code)).toEqual([
			'TRANSFER',
			'TRANSFER',
			'TRANSFER',
		]);
		expect(named(plans)).toEqual([]);
	});

	test('creates and re-activations have limits of a part too', () => {
		const rest = others();
		const base = staff(30, 1);
		const fresh = staff(6, 6000, { start: DAY });
		const creates = plansOf(reading(vendor, [...base, ...rest], [...base, ...fresh, ...rest]));
		expect(named(creates)).toEqual([`CREATE_LIMIT partition ${companyName('c1')}`]);
		const back = staff(3, 7000);
		const plans = plansOf({
			vendor,
			staff: [...base, ...back, ...rest],
			alleo: [
				...inAlleo(vendor, [...base, ...rest]),
				...back.map((one) => accountOf(vendor, one, { is_active: false })),
			],
		});
		expect(named(plans)).toEqual([`REACTIVATION_LIMIT partition ${companyName('c1')}`]);
	});

	test('with splitPlan off all of it waits, as before', () => {
		const rest = others();
		const c1 = staff(30, 1);
		const fresh = staff(3, 5000, { company: 'c2', start: DAY });
		const now = [...ended(c1), ...rest, ...fresh];
		const plans = plansOf(reading(vendor, [...c1, ...rest], now, { splitPlan: false }));
		expect(plans.map(({ rows, summary }) => [rows.length, summary.needs_approval])).toEqual([
			[33, true],
		]);
	});
});
