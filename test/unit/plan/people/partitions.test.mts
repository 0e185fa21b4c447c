import { account, covered, person, range, run, tripped } from '../../../support/people.mts';

/** What was not read to its end: nothing is decided about accounts there, and who left waits everywhere. */

const everybody = range(1, 100).map((number) => person(number));
const accounts = range(1, 100).map((number) => account(number));
const ended = { status: 'ended' as const, end_date: '2026-11-01' };
const auto = { approval: 'whenGuardTrips' as const };

/** Of another company than the hundred. */
const elsewhere = (number: number, overrides: Parameters<typeof person>[1] = {}) =>
	person(number, { ...overrides, source: { ...person(number).source, partition: 'c2' } });

const outlines = (rows: ReturnType<typeof run>['rows']): string[] =>
	rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`);

const halfRead = [covered('c1', 99), covered('c2', 1, false)];

test('INCOMPLETE_PARTITION: nobody of that part is onboarded, re-activated, linked or taken over', () => {
	const inactive = account(1, { is_active: false });
	const unlinked = account(2, { external_id: null });
	const foreign = account(3, { external_id: 'old-3' });
	const { rows, summary } = run(
		[
			elsewhere(1),
			elsewhere(2),
			elsewhere(3),
			elsewhere(4, { last_name: 'Anders' }),
			elsewhere(201),
		],
		[inactive, unlinked, foreign, account(4)],
		auto,
		halfRead,
	);
	expect(outlines(rows)).toEqual([
		'update nmbrs-4 FIELDS_CHANGED',
		'hold nmbrs-1 PARTITION_INCOMPLETE',
		'hold nmbrs-2 PARTITION_INCOMPLETE',
		'hold nmbrs-201 PARTITION_INCOMPLETE',
		'hold nmbrs-3 PARTITION_INCOMPLETE',
	]);
	expect(summary.counts).toMatchObject({ source: 5, update: 1, hold: 4 });
});

test('INCOMPLETE_PARTITION: in the parts that were read, only leavers wait', () => {
	const refused = person(2, {
		status: 'ineligible',
		reason: { code: 'ACCESS_NO', text: '', params: {} },
	});
	const people = [person(1, ended), refused, ...everybody.slice(2), person(101)];
	const { rows } = run(people, accounts, auto, halfRead);
	expect(outlines(rows)).toEqual([
		'deactivate nmbrs-2 ACCESS_NO',
		'create nmbrs-101 NEW_IN_SERVICE',
		'hold nmbrs-1 LEAVER_PART_UNREAD',
	]);
	expect(rows[2]?.notices[0]?.message).toContain('"c2"');
});

test('a company that is new and not read holds who left beside it, and the absent', () => {
	const unread = (id: string): object => ({
		...covered('c1', 100),
		checks: [{ code: 'COMPANIES_NOT_CHOSEN', ok: true, detail: `${id}|Nieuw | BV` }],
	});
	const leaver = [person(1, ended), ...everybody.slice(1, 99)];
	const outcome = (id: string, knownUnread: string[] | null) =>
		outlines(
			run(leaver, accounts, { ...auto, absentPolicy: 'deactivate', knownUnread }, [
				covered('c2', 1),
				unread(id),
			]).rows,
		);
	const gone = 'deactivate nmbrs-100 ABSENT_DEACTIVATED';
	expect(outcome('c9', ['c8'])).toEqual(['hold nmbrs-1 LEAVER_COMPANY_UNREAD']);
	expect(outcome('c9', ['c9'])).toEqual(['deactivate nmbrs-1 IN_SERVICE', gone]);
	expect(outcome('c9', null)).toEqual(['deactivate nmbrs-1 IN_SERVICE', gone]);
	const { rows } = run([elsewhere(1, ended)], [account(1)], { ...auto, knownUnread: [] }, [
		covered('c2', 1),
		unread('c9'),
	]);
	expect(outlines(rows)).toEqual(['deactivate nmbrs-1 IN_SERVICE']);
});

test('INCOMPLETE_PARTITION: leavers of a part that was not read completely are held', () => {
	const there = {
		system: 'nmbrs' as const,
		partition: 'c2',
		employee_id: '1',
		employee_number: '1',
	};
	const people = [
		{ ...person(1, ended), source: there },
		{ ...person(2, ended) },
		...everybody.slice(2),
	];
	const { rows, summary } = run(people, accounts, auto, [
		covered('c1', 99),
		covered('c2', 1, false),
	]);
	expect(rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`)).toEqual([
		'hold nmbrs-1 PARTITION_INCOMPLETE',
		'hold nmbrs-2 LEAVER_PART_UNREAD',
	]);
	expect(tripped(summary)).toEqual(['INCOMPLETE_PARTITION']);
});

test('INCOMPLETE_PARTITION: a move takes an account away too, so it is held', () => {
	const there = { ...person(1).source, partition: 'c2' };
	const mover = person(1, { alleo_filter: 'logistiek', source: there });
	const { rows } = run(
		[mover, ...everybody.slice(1)],
		accounts,
		{ ...auto, routing: [{ filter: 'logistiek', companyId: 42 }] },
		[covered('c1', 99), covered('c2', 1, false)],
	);
	expect(rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`)).toEqual([
		'hold nmbrs-1 PARTITION_INCOMPLETE',
	]);
});
