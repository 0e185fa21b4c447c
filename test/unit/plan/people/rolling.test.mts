import type { GuardResult } from '../../../../core/model/summary';
import { NO_PAST } from '../../../../core/plan/past';
import type { AppliedBefore, Past } from '../../../../core/plan/past';
import type { DiffOptions } from '../../../../core/plan/options';
import {
	account,
	covered,
	held,
	person,
	range,
	run,
	TODAY,
	tripped,
} from '../../../support/people.mts';

/** Limits over time: what went out without anybody being asked counts with today's. */

const auto = { approval: 'whenGuardTrips' as const };
const ended = { status: 'ended' as const, end_date: '2026-11-01' };
const c2 = { source: { ...person(1).source, partition: 'c2' } };

const accounts = range(1, 200).map((number) => account(number));
const people = (leavers: number, more: object = {}) =>
	range(1, 200).map((number) =>
		person(number, { ...(number <= leavers ? ended : {}), ...(number <= 40 ? more : {}) }),
	);

const read = (applied: readonly AppliedBefore[]): Past => ({ ...NO_PAST, log: 'read', applied });
const before = (date: string, count: number, more: Partial<AppliedBefore> = {}): AppliedBefore => ({
	date,
	action: 'deactivate',
	partition: 'c1',
	alleo_company_id: 41,
	people: count,
	...more,
});

const plan = (leavers: number, past: Past, options: Partial<DiffOptions> = {}, more = {}) =>
	run(people(leavers, more), accounts, { ...auto, past, ...options }, [covered(), covered('c2')])
		.summary;

const scopes = ({ guards }: { guards: GuardResult[] }): string[] =>
	guards
		.filter((guard) => guard.tripped)
		.map(({ code, scope }) => `${code} ${scope.id ?? 'all'} ${scope.days ?? 'today'}`);

test('at the daily limit day after day: the third day of a week waits', () => {
	// Of 200 people 10 may go in a day, 20 in a week and 30 in a month.
	const first = read([before('2026-11-23', 10)]);
	expect(scopes(plan(10, first))).toEqual([]);
	const second = read([before('2026-11-23', 10), before('2026-11-22', 10)]);
	expect(scopes(plan(1, second))).toEqual(['DEACTIVATION_LIMIT all 7']);
	const summary = plan(1, second);
	expect(summary).toMatchObject({
		status: 'blocked',
		needs_approval_because: ['DEACTIVATION_LIMIT'],
	});
	expect(summary.guards.find((guard) => guard.tripped)).toMatchObject({
		limit: 20,
		actual: 21,
		message:
			'Together with those of the last 7 days whom nobody was asked about: 21 people would be off-boarded; the limit is 20.',
	});
});

test('the windows are the day itself and the 6 and 29 days before it', () => {
	expect(scopes(plan(1, read([before('2026-11-18', 20)])))).toEqual(['DEACTIVATION_LIMIT all 7']);
	expect(scopes(plan(1, read([before('2026-11-17', 20)])))).toEqual([]);
	expect(scopes(plan(1, read([before('2026-10-26', 30)])))).toEqual(['DEACTIVATION_LIMIT all 30']);
	expect(scopes(plan(1, read([before('2026-10-25', 30)])))).toEqual([]);
	expect(scopes(plan(1, read([before(TODAY, 20)])))).toEqual(['DEACTIVATION_LIMIT all 7']);
	expect(scopes(plan(1, read([before('2026-11-25', 30)])))).toEqual([]);
});

test('a company has windows of its own, and the smallest that is over is named', () => {
	const past = read([
		before('2026-11-23', 2, { partition: 'c2' }),
		before('2026-11-22', 3, { partition: 'c2' }),
	]);
	const summary = plan(2, past, {}, c2);
	expect(scopes(summary)).toEqual(['DEACTIVATION_LIMIT c2 7']);
	expect(summary.guards.find((guard) => guard.tripped)).toMatchObject({ limit: 6, actual: 7 });
	expect(summary.guards.find((guard) => guard.tripped)?.message).toMatch(
		/^c2 \(40 people\), together with those of the last 7 days/,
	);
	// The same people of the other company, or of nobody knows which.
	expect(scopes(plan(2, read([before('2026-11-23', 5)]), {}, c2))).toEqual([]);
	expect(scopes(plan(2, read([before('2026-11-23', 5, { partition: null })]), {}, c2))).toEqual([]);
});

test('each action has its own, and a plan without rows of it does not wait for what is past', () => {
	const creates = read([before('2026-11-23', 41, { action: 'create', partition: null })]);
	expect(scopes(plan(1, creates))).toEqual([]);
	const summary = run([...people(0), person(201)], accounts, { ...auto, past: creates }).summary;
	expect(scopes(summary)).toEqual(['CREATE_LIMIT all 7']);
	const inactive = accounts.map((one, index) => ({ ...one, is_active: index > 0 }));
	const back = read([before('2026-11-23', 6, { action: 'reactivate' })]);
	expect(scopes(run(people(0), inactive, { ...auto, past: back }).summary)).toEqual([
		'REACTIVATION_LIMIT all 7',
	]);
});

test('how many times is a setting', () => {
	const past = read([before('2026-11-23', 10), before('2026-11-22', 10)]);
	expect(scopes(plan(1, past, { weekTimes: 2.1 }))).toEqual([]);
	expect(scopes(plan(1, past, { weekTimes: 3, monthTimes: 2 }))).toEqual([
		'DEACTIVATION_LIMIT all 30',
	]);
});

describe('the run log', () => {
	const daily = (past: Past) =>
		plan(6, past).guards.filter(({ code }) => code === 'DEACTIVATION_LIMIT');

	test('without one nothing is said about earlier days', () => {
		expect(daily(NO_PAST)).toMatchObject([{ limit: 10, tripped: false, scope: { days: null } }]);
	});

	test('that was read has both windows, passed or not', () => {
		expect(daily(read([])).map(({ scope, limit }) => [scope.days, limit])).toEqual([
			[null, 10],
			[7, 20],
			[30, 30],
		]);
	});

	test('that cannot be read halves the daily limits, and a notice says so', () => {
		const unreadable: Past = { ...NO_PAST, log: 'unreadable' };
		expect(daily(unreadable)).toMatchObject([{ limit: 5, tripped: true }]);
		const summary = plan(5, unreadable);
		expect(tripped(summary)).toEqual([]);
		expect(summary.notices).toMatchObject([{ code: 'RUN_LOG_UNREADABLE', external_id: null }]);
		const limits = Object.fromEntries(summary.guards.map(({ code, limit }) => [code, limit]));
		expect(limits).toMatchObject({ REACTIVATION_LIMIT: 2, CREATE_LIMIT: 10, UPDATE_LIMIT: 40 });
		const one = run([person(1, ended), person(2)], [account(1), account(2)], {
			...auto,
			past: unreadable,
		});
		expect(tripped(one.summary)).toEqual([]);
	});
});

describe('a held person shows since when', () => {
	const source = [person(1), held(2, 'ACCESS_UNREADABLE', 'alleo_access'), held(3, 'NO', 'email')];
	const since = (past: Past) =>
		run(
			source,
			range(1, 3).map((number) => account(number)),
			{ past },
		).rows.map(({ evidence }) => evidence['held_since']);

	test('as the run log has it, from today for who is new', () => {
		const heldSince = new Map([['nmbrs-2', '2026-11-03']]);
		expect(since({ ...NO_PAST, log: 'read', heldSince })).toEqual(['2026-11-03', TODAY]);
	});

	test.each(['none', 'unreadable'] as const)('not where the log is %s', (log) => {
		const heldSince = new Map([['nmbrs-2', '2026-11-03']]);
		expect(since({ ...NO_PAST, log, heldSince })).toEqual([undefined, undefined]);
	});
});
