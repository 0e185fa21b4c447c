import { DECISIONS } from '../../../../core/plan/people/decide';
import type { SourceState, TargetState } from '../../../../core/plan/people/decide';
import type { AlleoEmployee, Employee } from '../../../../core/model/employee';
import { account, covered, held, person, run, TODAY } from '../../../support/people.mts';

/** Every cell of the design's decision table, seen from outside: what the plan says and counts. */

const SOURCES: Record<Exclude<SourceState, 'absent'>, Employee> = {
	active: person(1),
	upcoming: person(1, { status: 'upcoming', start_date: '2027-01-01' }),
	ended: person(1, { status: 'ended', end_date: '2026-10-31' }),
	ineligible: person(1, {
		status: 'ineligible',
		reason: { code: 'ACCESS_NO', text: '', params: {} },
	}),
	undecided: person(1, {
		status: 'ineligible',
		reason: { code: 'ACCESS_EMPTY', text: '', params: {} },
	}),
	held: held(1, 'EMAIL_MISSING', 'email', { email: 'person1@example.nl' }),
};

/** By birthday and both names. */
const somebodyElse = { first_name: 'Anders', last_name: 'Iemand', birthday: '1955-05-05' };

const TARGETS: Record<TargetState, AlleoEmployee[]> = {
	none: [],
	active: [account(1)],
	inactive: [account(1, { is_active: false })],
	reused: [account(1, somebodyElse)],
	reused_inactive: [account(1, { ...somebodyElse, is_active: false })],
	adoptable: [account(1, { external_id: null })],
	doubtful: [account(1, { ...somebodyElse, external_id: null })],
	foreign: [account(1, { external_id: 'hibob-9' })],
	inactive_same_email: [account(1, { is_active: false, external_id: 'nmbrs-other' })],
	email_taken: [account(1, { ...somebodyElse, external_id: 'hibob-9' })],
};

type Expected = { action: string | null; reason?: string; count: string };

const unchanged: Expected = { action: null, count: 'unchanged' };
const wait: Expected = { action: null, count: 'upcoming' };
const holds = (reason: string): Expected => ({ action: 'hold', reason, count: 'hold' });
const ownIssue = holds('EMAIL_MISSING');

const EXPECTED: Record<Exclude<SourceState, 'absent'>, Record<TargetState, Expected>> = {
	active: {
		none: { action: 'create', reason: 'NEW_IN_SERVICE', count: 'create' },
		active: unchanged,
		inactive: { action: 'reactivate', reason: 'BACK_IN_SERVICE', count: 'reactivate' },
		reused: holds('IDENTITY_CHANGED'),
		reused_inactive: holds('IDENTITY_CHANGED'),
		adoptable: { action: 'update', reason: 'ADOPTED', count: 'update' },
		doubtful: holds('ADOPT_DOUBTFUL'),
		foreign: { action: 'update', reason: 'TAKEOVER', count: 'update' },
		inactive_same_email: holds('POSSIBLE_REHIRE'),
		email_taken: holds('EMAIL_TAKEN'),
	},
	upcoming: {
		none: wait,
		active: unchanged,
		inactive: wait,
		reused: wait,
		reused_inactive: wait,
		adoptable: wait,
		doubtful: wait,
		foreign: wait,
		inactive_same_email: wait,
		email_taken: wait,
	},
	ended: {
		none: { action: null, count: 'ended_unknown' },
		active: { action: 'deactivate', reason: 'IN_SERVICE', count: 'deactivate' },
		inactive: unchanged,
		reused: holds('IDENTITY_CHANGED'),
		reused_inactive: unchanged,
		adoptable: holds('ENDED_NOT_LINKED'),
		doubtful: { action: null, count: 'ended_unknown' },
		foreign: { action: null, count: 'ended_unknown' },
		inactive_same_email: unchanged,
		email_taken: { action: null, count: 'ended_unknown' },
	},
	ineligible: {
		none: { action: null, count: 'ineligible_unknown' },
		active: { action: 'deactivate', reason: 'ACCESS_NO', count: 'deactivate' },
		inactive: unchanged,
		reused: holds('IDENTITY_CHANGED'),
		reused_inactive: unchanged,
		adoptable: holds('INELIGIBLE_NOT_LINKED'),
		doubtful: { action: null, count: 'ineligible_unknown' },
		foreign: { action: null, count: 'ineligible_unknown' },
		inactive_same_email: unchanged,
		email_taken: { action: null, count: 'ineligible_unknown' },
	},
	undecided: {
		none: { action: null, count: 'ineligible_unknown' },
		active: holds('ACCESS_EMPTY_ACTIVE'),
		inactive: unchanged,
		reused: holds('ACCESS_EMPTY_ACTIVE'),
		reused_inactive: unchanged,
		adoptable: holds('INELIGIBLE_NOT_LINKED'),
		doubtful: { action: null, count: 'ineligible_unknown' },
		foreign: { action: null, count: 'ineligible_unknown' },
		inactive_same_email: unchanged,
		email_taken: { action: null, count: 'ineligible_unknown' },
	},
	held: {
		none: ownIssue,
		active: ownIssue,
		inactive: ownIssue,
		reused: ownIssue,
		reused_inactive: ownIssue,
		adoptable: ownIssue,
		doubtful: ownIssue,
		foreign: ownIssue,
		inactive_same_email: ownIssue,
		email_taken: ownIssue,
	},
};

const cells = (Object.keys(EXPECTED) as Array<keyof typeof EXPECTED>).flatMap((source) =>
	(Object.keys(TARGETS) as TargetState[]).map((target) => ({ source, target })),
);

test.each(cells)('$source in the source, $target in Alleo', ({ source, target }) => {
	const expected = EXPECTED[source][target];
	const { rows, summary } = run([SOURCES[source]], TARGETS[target]);
	expect(rows.map((row) => row.action)).toEqual(expected.action === null ? [] : [expected.action]);
	if (expected.reason !== undefined) expect(rows[0]?.reason.code).toBe(expected.reason);
	expect(summary.counts).toMatchObject({ source: 1, [expected.count]: 1 });
	const total = Object.entries(summary.counts)
		.filter(([key]) => !['source', 'held', 'absent', 'absent_deactivate'].includes(key))
		.reduce((sum, [, value]) => sum + value, 0);
	expect(total).toBe(1);
});

test('active against active with another value is one update', () => {
	const { rows, summary } = run([person(1, { last_name: 'Nieuwnaam' })], [account(1)]);
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatchObject({
		action: 'update',
		alleo_id: 1001,
		changes: [{ field: 'last_name', from: 'Last1', to: 'Nieuwnaam' }],
		before: {
			last_name: 'Last1',
			is_active: true,
			external_id: 'nmbrs-1',
			email: 'person1@example.nl',
		},
		after: { last_name: 'Nieuwnaam' },
	});
	expect(summary.counts.update).toBe(1);
});

test('ineligible with the policy "report" is shown and left alone', () => {
	const { rows, summary } = run([SOURCES.ineligible], TARGETS.active, {
		ineligiblePolicy: 'report',
	});
	expect(rows).toEqual([]);
	expect(summary.counts.unchanged).toBe(1);
	expect(summary.notices.map((entry) => entry.code)).toEqual(['INELIGIBLE_REPORTED']);
});

describe("absent: in Alleo with this source's external id, not in the source", () => {
	const others = [person(2), person(3), person(4), person(5)];
	const accounts = [account(2), account(3), account(4), account(5)];

	test('active is reported and never deactivated by default', () => {
		const { rows, summary } = run(others, [...accounts, account(1)]);
		expect(rows).toEqual([]);
		expect(summary.counts).toMatchObject({
			absent: 1,
			absent_deactivate: 0,
			source: 4,
			unchanged: 4,
		});
		expect(summary.notices.map((entry) => entry.code)).toEqual(['ABSENT_REPORTED']);
	});

	test('active is deactivated where the policy says so and everything was read', () => {
		const { rows, summary } = run(others, [...accounts, account(1)], {
			absentPolicy: 'deactivate',
		});
		expect(rows.map((row) => [row.action, row.alleo_id, row.reason.code])).toEqual([
			['deactivate', 1001, 'ABSENT_DEACTIVATED'],
		]);
		expect(summary.counts).toMatchObject({ absent: 1, absent_deactivate: 1, deactivate: 0 });
	});

	test.each([
		['one partition is incomplete', [covered('c1'), covered('c2', 3, false)]],
		['there is no coverage at all', []],
	])('the policy deactivates nobody while %s', (_name, coverage) => {
		const { rows, summary } = run(
			others,
			[...accounts, account(1)],
			{ absentPolicy: 'deactivate' },
			coverage,
		);
		expect(rows).toEqual([]);
		expect(summary.counts).toMatchObject({ absent: 1, absent_deactivate: 0 });
	});

	test('inactive is left alone', () => {
		const { rows, summary } = run(others, [...accounts, account(1, { is_active: false })], {
			absentPolicy: 'deactivate',
		});
		expect(rows).toEqual([]);
		expect(summary.counts.absent).toBe(0);
	});

	test.each([
		['no external id', null],
		['an external id of another system', 'hibob-1'],
	])('an account with %s is not ours', (_name, externalId) => {
		const { rows, summary } = run(others, [...accounts, account(1, { external_id: externalId })], {
			absentPolicy: 'deactivate',
		});
		expect(rows).toEqual([]);
		expect(summary.counts.absent).toBe(0);
	});
});

test('cells that cannot occur are named as such', () => {
	const unreachable = Object.entries(DECISIONS).flatMap(([source, row]) =>
		Object.entries(row)
			.filter(([, decision]) => decision.do === 'unreachable')
			.map(([target]) => `${source}/${target}`),
	);
	expect(unreachable).toEqual([
		'absent/none',
		'absent/reused',
		'absent/reused_inactive',
		'absent/adoptable',
		'absent/doubtful',
		'absent/foreign',
		'absent/inactive_same_email',
		'absent/email_taken',
	]);
});

test('the reference date is the one given in', () => {
	expect(run([person(1)], []).summary.reference_date).toBe(TODAY);
});
