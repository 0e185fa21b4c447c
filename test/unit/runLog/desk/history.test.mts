import fc from 'fast-check';
import { condense } from '../../../../core/runLog/desk/history';
import { readMemory } from '../../../../core/runLog/compare';
import { readPast } from '../../../../core/runLog/past';

/** What a run takes along of the log says to a new plan what the whole log says. */

const day = fc.integer({ min: 0, max: 120 }).map((back) => {
	const at = Date.UTC(2026, 10, 24) - back * 86_400_000;
	return new Date(at).toISOString();
});

const maybe = <T,>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const company = fc.constantFrom(null, 41, 42);
const part = fc.record({
	action: fc.constantFrom('create', 'update', 'reactivate', 'deactivate'),
	partition: fc.constantFrom(null, 'p1'),
	alleo_company_id: company,
	people: fc.nat(20),
});
const hold = fc.record({
	external_id: fc.constantFrom('nmbrs-1', 'nmbrs-2'),
	since: day.map((at) => at.slice(0, 10)),
	partition: fc.constant(null),
	code: fc.constant('EMAIL_MISSING'),
});
const counts = fc
	.record(
		{ source: fc.nat(9), applied: fc.array(part), holds: fc.array(hold) },
		{ requiredKeys: [] },
	)
	.map((details) => JSON.stringify(details));

const signature = fc.constantFrom('aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc');
const exclusions = fc
	.array(
		fc.record({
			reason: maybe(fc.constant('later')),
			until: maybe(fc.constantFrom('2026-11-01', '2027-02-01')),
			rows: fc.array(fc.tuple(fc.constant('nmbrs-1'), signature)),
		}),
	)
	.map((entries) => JSON.stringify(entries));

const row = fc.record({
	run: fc.constantFrom('1', '1:ready', '2', '3', '4'),
	workflow: fc.constantFrom('w1', 'w1', 'w1', 'other'),
	state: fc.constantFrom(
		'started',
		'waiting',
		'applying',
		'applied',
		'partly',
		'failed',
		'nothing',
	),
	decision: fc.constantFrom(null, 'approved', 'rejected', 'expired'),
	decided_at: day,
	approver: maybe(fc.constant('Anke Voorbeeld')),
	plan_status: fc.constantFrom(null, 'ready', 'blocked'),
	reference_date: maybe(day.map((at) => at.slice(0, 10))),
	started_at: maybe(day),
	finished_at: maybe(day),
	createdAt: day,
	to_create: maybe(fc.nat(9)),
	to_reactivate: maybe(fc.nat(9)),
	to_deactivate: maybe(fc.nat(9)),
	counts: maybe(fc.oneof(counts, fc.constant('no JSON'))),
	applied: maybe(fc.nat(9)),
	signatures: maybe(fc.array(signature).map((all) => all.join(' '))),
	exclusions: maybe(exclusions),
	comment: fc.constant('left out'),
});

const DATE = '2026-11-24';

test('a plan knows the same of the earlier runs', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(row, { selector: (one) => `${one.workflow} ${one.run}` }),
			(rows) => {
				const short = condense(rows, 'w1', DATE);
				expect(readPast(short, 'w1', DATE)).toEqual(readPast(rows, 'w1', DATE));
				expect(readMemory(short ?? [], 'w1', DATE)).toEqual(readMemory(rows, 'w1', DATE));
				for (const one of short ?? []) expect(one).not.toHaveProperty('comment');
			},
		),
		{ numRuns: 500 },
	);
});

test('what cannot be read is no empty log', () => {
	expect(condense(null, 'w1', DATE)).toBeNull();
	expect(condense([{ some: 'thing' }], 'w1', DATE)).toBeNull();
	expect(condense([], 'w1', DATE)).toEqual([]);
	expect(condense([{ run: '1', workflow: 'other' }], 'w1', DATE)).toEqual([]);
});
