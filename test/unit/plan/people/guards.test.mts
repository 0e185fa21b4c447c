import { allowed, DEFAULT_LIMITS } from '../../../../core/plan/options';
import { account, held, person, range, run, tripped } from '../../../support/people.mts';

/** Guards, each from an incident that really happens. A company of 100 unless said otherwise. */

const everybody = range(1, 100).map((number) => person(number));
const accounts = range(1, 100).map((number) => account(number));
const ended = { status: 'ended' as const, end_date: '2026-11-01' };
const auto = { approval: 'whenGuardTrips' as const };

test('an ordinary day trips nothing and the plan is ready', () => {
	const today = everybody.map((who, index) => (index < 2 ? { ...who, ...ended } : who));
	const { rows, summary } = run([...today, person(101), person(102)], accounts, auto);
	expect(tripped(summary)).toEqual([]);
	expect(summary).toMatchObject({
		status: 'ready',
		needs_approval: false,
		needs_approval_because: [],
	});
	expect(rows).toHaveLength(4);
});

test('every guard that has a limit looks at every plan', () => {
	const { summary } = run(everybody, accounts, auto);
	const codes = summary.guards.map(({ code }) => code);
	expect(codes).toEqual(expect.arrayContaining(Object.keys(DEFAULT_LIMITS)));
});

test('EMPTY_SOURCE: an HR export that returned nobody plans nothing', () => {
	const { rows, summary } = run([], accounts, { ...auto, absentPolicy: 'deactivate' });
	expect(rows).toEqual([]);
	expect(tripped(summary)).toContain('EMPTY_SOURCE');
	expect(summary).toMatchObject({ status: 'blocked', needs_approval: true });
	expect(summary.counts).toMatchObject({ source: 0, absent: 100, absent_deactivate: 0 });
});

test('an absent account that a held person may own is reported, never deactivated', () => {
	const renumbered = person(201, { email: 'person1@example.nl' });
	const { rows, summary } = run([renumbered, ...everybody.slice(1)], accounts, {
		...auto,
		absentPolicy: 'deactivate',
	});
	expect(rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`)).toEqual([
		'hold nmbrs-201 EMAIL_TAKEN',
	]);
	expect(summary.counts).toMatchObject({ absent: 1, absent_deactivate: 0 });
	expect(summary.notices.map(({ code }) => code)).toEqual(['ABSENT_REPORTED']);
});

test('ACCESS_FIELD_IGNORED: one no that counts for nothing makes the whole plan wait', () => {
	const refused = person(101, {
		notices: [
			{ code: 'ACCESS_NO_IGNORED', field: 'alleo_access', message: '', action: '', params: {} },
		],
	});
	const { summary } = run([...everybody, refused, person(102)], accounts, auto);
	expect(tripped(summary)).toEqual(['ACCESS_FIELD_IGNORED']);
	expect(summary).toMatchObject({ needs_approval: true, status: 'blocked' });
	expect(summary.guards.find(({ code }) => code === 'ACCESS_FIELD_IGNORED')).toMatchObject({
		limit: 0,
		actual: 1,
	});
});

test('PARTITION_VANISHED: a company that dropped out of the consent', () => {
	const { summary } = run(everybody.slice(0, 80), accounts, auto);
	expect(tripped(summary)).toEqual(['PARTITION_VANISHED']);
	expect(summary.guards.find((guard) => guard.code === 'PARTITION_VANISHED')).toMatchObject({
		actual: 20,
		limit: 5,
	});
});

test('PARTITION_VANISHED: a partition that earlier runs knew is missing', () => {
	const { summary } = run(everybody, accounts, { ...auto, knownPartitions: ['c1', 'c7'] });
	expect(tripped(summary)).toEqual(['PARTITION_VANISHED']);
});

test('PARTITION_VANISHED also stops the absent policy when a known partition is missing', () => {
	const { rows } = run(everybody.slice(0, 99), accounts, {
		...auto,
		absentPolicy: 'deactivate',
		knownPartitions: ['c7'],
	});
	expect(rows).toEqual([]);
});

test('an overlapping run that saw half the data trips, and off-boards nobody', () => {
	const { rows, summary } = run(everybody.slice(0, 50), accounts, {
		...auto,
		absentPolicy: 'report',
	});
	expect(tripped(summary)).toContain('PARTITION_VANISHED');
	expect(rows).toEqual([]);
});

test('DEACTIVATION_LIMIT: end dates filled in bulk', () => {
	const { summary } = run(
		everybody.map((who, index) => (index < 6 ? { ...who, ...ended } : who)),
		accounts,
		auto,
	);
	expect(tripped(summary)).toEqual(['DEACTIVATION_LIMIT']);
	expect(summary.guards.find((guard) => guard.code === 'DEACTIVATION_LIMIT')).toMatchObject({
		limit: 5,
		actual: 6,
	});
});

test('DEACTIVATION_LIMIT counts the absent whom the policy deactivates', () => {
	const { summary } = run(everybody.slice(0, 92), accounts, {
		...auto,
		absentPolicy: 'deactivate',
	});
	expect(tripped(summary)).toContain('DEACTIVATION_LIMIT');
});

test('REACTIVATION_LIMIT: accounts deactivated by hand in Alleo', () => {
	const inactive = accounts.map((entry, index) =>
		index < 3 ? { ...entry, is_active: false } : entry,
	);
	expect(tripped(run(everybody, inactive, auto).summary)).toEqual(['REACTIVATION_LIMIT']);
});

test('CREATE_LIMIT: a first run onboards everybody', () => {
	expect(tripped(run(everybody, [], auto).summary)).toEqual(['CREATE_LIMIT']);
});

test('UPDATE_LIMIT: a changed mapping touches many', () => {
	const renamed = everybody.map((who, index) => (index < 21 ? { ...who, group: 'Magazijn' } : who));
	expect(tripped(run(renamed, accounts, auto).summary)).toEqual(['UPDATE_LIMIT']);
});

describe('FIELD_DRIFT', () => {
	const drift = (people: Parameters<typeof run>[0]): unknown =>
		run(people, accounts, auto).summary.guards.find((guard) => guard.code === 'FIELD_DRIFT');

	test('a column that went empty for many', () => {
		expect(
			drift(everybody.map((who, index) => (index < 30 ? { ...who, birthday: null } : who))),
		).toMatchObject({
			tripped: true,
			actual: 30,
			message: expect.stringContaining('"birthday"'),
		});
	});

	test('but not a field that the mapping leaves out', () => {
		expect(
			drift(everybody.map((who) => ({ ...who, birthday: null, unmapped: ['birthday'] }))),
		).toMatchObject({ tripped: false });
	});

	test('all birth dates collapsing to one value', () => {
		expect(drift(everybody.map((who) => ({ ...who, birthday: '1970-01-01' })))).toMatchObject({
			tripped: true,
			actual: 100,
			message: expect.stringContaining('the same value for everybody'),
		});
	});

	test('e-mails changing domain', () => {
		const moved = everybody.map((who, index) =>
			index < 15 ? { ...who, email: `p${index}@nieuw.example` } : who,
		);
		expect(drift(moved)).toMatchObject({
			tripped: true,
			actual: 15,
			message: expect.stringContaining('"email"'),
		});
	});

	test('an access flag whose spelling changed makes many undecidable', () => {
		const unreadable = everybody.map((_, index) =>
			index < 40 ? held(index + 1, 'ACCESS_UNREADABLE', 'alleo_access') : person(index + 1),
		);
		expect(drift(unreadable)).toMatchObject({
			tripped: true,
			actual: 40,
			message: expect.stringContaining('"alleo_access"'),
		});
	});
});

test('an access flag that now reads "no" for many is stopped by the off-boarding limit', () => {
	const no = { status: 'ineligible' as const, reason: { code: 'ACCESS_NO', text: '', params: {} } };
	expect(
		tripped(
			run(
				everybody.map((who, index) => (index < 40 ? { ...who, ...no } : who)),
				accounts,
				auto,
			).summary,
		),
	).toEqual(['DEACTIVATION_LIMIT']);
});

test('IDENTITY_KEYS_CHANGED: ids that switched from person number to employee number', () => {
	const rekeyed = everybody.map((who, index) =>
		index < 50 ? { ...who, external_id: `nmbrs-E${index}` } : who,
	);
	const { rows, summary } = run(rekeyed, accounts, auto);
	expect(tripped(summary)).toContain('IDENTITY_KEYS_CHANGED');
	expect(rows.every((row) => row.action === 'hold')).toBe(true);
});

test('DUPLICATES: a source that was read twice', () => {
	expect(tripped(run([...everybody, ...everybody], accounts, auto).summary)).toContain(
		'DUPLICATES',
	);
});

test('a tripped guard says the number, the limit and what to do', () => {
	const guard = run(everybody, [], auto).summary.guards.find((entry) => entry.tripped);
	expect(guard?.message).toMatch(/100 people would be onboarded; the limit is \d+/);
	expect(guard?.action.length).toBeGreaterThan(10);
	expect(`${guard?.message}${guard?.action}`).not.toMatch(/\{\w+\}/);
});

describe('small employers are neither blocked by one leaver nor unprotected', () => {
	test.each([
		[1, 1],
		[2, 1],
		[3, 1],
		[6, 3],
		[10, 3],
		[100, 5],
		[250, 12],
		[10_000, 50],
	])('of %i people at most %i leave without approval', (people, limit) => {
		expect(allowed(DEFAULT_LIMITS.DEACTIVATION_LIMIT, people)).toBe(limit);
	});
});
