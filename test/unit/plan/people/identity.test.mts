import { account, covered, held, outline, person, run, tripped } from '../../../support/people.mts';

/** Who is who: transfers, moves, duplicates, addresses that change hands. */

const bystanders = [person(51), person(52), person(53), person(54)];
const bystanderAccounts = [account(51), account(52), account(53), account(54)];
const same = {
	email: 'noor@example.nl',
	birthday: '1990-05-17',
	first_name: 'Noor',
	last_name: 'Testen',
};
const old = person(1, { ...same, status: 'ended', end_date: '2026-10-31' });
const next = person(2, { ...same, start_date: '2026-11-01' });
const oldAccount = account(1, same);

describe('transfer: an ended and an active record of one person', () => {
	test('is one update that writes the new external id on the existing account', () => {
		const { rows, summary } = run([old, next, ...bystanders], [oldAccount, ...bystanderAccounts], {
			approval: 'whenGuardTrips',
		});
		expect(outline(rows)).toEqual(['update nmbrs-2 TRANSFER']);
		expect(rows[0]).toMatchObject({
			alleo_id: 1001,
			after: { external_id: 'nmbrs-2' },
			before: { external_id: 'nmbrs-1' },
		});
		expect(summary.counts).toMatchObject({ merged: 1, update: 1, deactivate: 0, create: 0 });
		expect(summary.needs_approval_because).toEqual(['TRANSFER']);
		expect(summary.status).toBe('blocked');
	});

	test('in the next run the old record is simply ended and unknown', () => {
		const { rows, summary } = run([old, next], [account(1, { ...same, external_id: 'nmbrs-2' })]);
		expect(rows).toEqual([]);
		expect(summary.counts).toMatchObject({ ended_unknown: 1, unchanged: 1 });
	});

	test.each([
		['another birthday', { birthday: '1991-01-01' }],
		['another first name (a twin)', { first_name: 'Anna' }],
		['no birthday and other names', { birthday: null, first_name: 'Bram', last_name: 'Bakker' }],
		[
			'a placeholder and other names',
			{ birthday: '1900-01-01', first_name: 'Bram', last_name: 'Bak' },
		],
	])('%s: the leaver is deactivated and the newcomer held', (_name, birthday) => {
		const { rows } = run([old, { ...next, ...birthday }], [oldAccount]);
		expect(outline(rows)).toEqual([
			'deactivate nmbrs-1 IN_SERVICE',
			'hold nmbrs-2 EMAIL_OF_LEAVER',
		]);
	});

	test('old account inactive: possible re-hire, held', () => {
		const { rows } = run([old, next], [{ ...oldAccount, is_active: false }]);
		expect(outline(rows)).toEqual(['hold nmbrs-2 POSSIBLE_REHIRE']);
	});

	test('no old account: the newcomer is simply new', () => {
		const { rows, summary } = run([old, next], []);
		expect(outline(rows)).toEqual(['create nmbrs-2 NEW_IN_SERVICE']);
		expect(summary.counts).toMatchObject({ ended_unknown: 1, create: 1 });
	});

	test('a new record that starts within the gap keeps the account, with a notice', () => {
		const soon = { ...next, status: 'upcoming' as const, start_date: '2026-11-28' };
		const leaving = { ...old, end_date: '2026-11-23' };
		const { rows, summary } = run([leaving, soon], [oldAccount]);
		expect(rows).toEqual([]);
		expect(summary.counts).toMatchObject({ merged: 1, upcoming: 1 });
		expect(summary.notices.map((entry) => entry.code)).toEqual([
			'TRANSFER_PENDING',
			'UPCOMING_START',
		]);
	});

	test('a new record beyond the gap: the old account is deactivated', () => {
		const later = { ...next, status: 'upcoming' as const, start_date: '2027-03-01' };
		const { rows, summary } = run([old, later], [oldAccount]);
		expect(outline(rows)).toEqual(['deactivate nmbrs-1 IN_SERVICE']);
		expect(summary.counts).toMatchObject({ deactivate: 1, upcoming: 1 });
	});

	test('no address to match on, same birthday and full name: both held', () => {
		const { rows, summary } = run(
			[
				{ ...old, email: null },
				{ ...next, email: 'noor.nieuw@example.nl' },
			],
			[oldAccount],
		);
		expect(outline(rows)).toEqual([
			'hold nmbrs-1 POSSIBLE_TRANSFER',
			'hold nmbrs-2 POSSIBLE_TRANSFER',
		]);
		expect(summary.counts.hold).toBe(2);
	});

	test('a newcomer of another system is not the same person', () => {
		const elsewhere = {
			...next,
			source: { ...next.source, system: 'afas' as const },
			external_id: 'afas-2',
		};
		const { rows } = run([old, elsewhere], [oldAccount]);
		expect(outline(rows)).toEqual(['deactivate nmbrs-1 IN_SERVICE', 'hold afas-2 EMAIL_TAKEN']);
	});

	test('towards another Alleo company it is one move, with approval', () => {
		const routing = [{ filter: 'logistiek', companyId: 42 }];
		const { rows, summary } = run(
			[old, { ...next, alleo_filter: 'logistiek' }, ...bystanders],
			[oldAccount, ...bystanderAccounts],
			{ routing, approval: 'whenGuardTrips' },
		);
		expect(outline(rows)).toEqual(['create nmbrs-2 MOVE', 'deactivate nmbrs-1 MOVE']);
		expect(rows.map((row) => row.alleo_company_id)).toEqual([42, 41]);
		expect(rows[1]?.linked_row_id).toBe(rows[0]?.row_id);
		expect(summary.needs_approval_because).toEqual(['MOVE']);
		expect(summary.counts).toMatchObject({ create: 1, merged: 1, deactivate: 0, unchanged: 4 });
	});

	test('a move to an unread partition of the old record is held', () => {
		const routing = [{ filter: 'logistiek', companyId: 42 }];
		const leaving = { ...old, source: { ...old.source, partition: 'c2' } };
		const { rows } = run(
			[leaving, { ...next, alleo_filter: 'logistiek' }],
			[oldAccount],
			{ routing },
			[covered('c1'), covered('c2', 1, false)],
		);
		expect(outline(rows)).toEqual(['hold nmbrs-2 PARTITION_INCOMPLETE']);
	});

	test('a newcomer who cannot be decided keeps the leaver from being off-boarded', () => {
		const { rows } = run(
			[old, held(2, 'LAST_NAME_MISSING', 'last_name', { ...same, last_name: null })],
			[oldAccount],
		);
		expect(outline(rows)).toEqual([
			'hold nmbrs-1 POSSIBLE_TRANSFER',
			'hold nmbrs-2 LAST_NAME_MISSING',
		]);
	});
});

describe('move between two Alleo companies', () => {
	const routing = [
		{ filter: 'holding', companyId: 41 },
		{ filter: 'Logistiek', companyId: 42 },
	];
	const mover = person(1, { alleo_filter: ' logistiek ' });

	test('is two linked rows that always need approval', () => {
		const { rows, summary } = run([mover, ...bystanders], [account(1), ...bystanderAccounts], {
			routing,
			approval: 'whenGuardTrips',
		});
		expect(outline(rows)).toEqual(['create nmbrs-1 MOVE', 'deactivate nmbrs-1 MOVE']);
		expect(rows.map((row) => row.alleo_company_id)).toEqual([42, 41]);
		expect(rows[1]?.linked_row_id).toBe(rows[0]?.row_id);
		expect(summary.needs_approval_because).toEqual(['MOVE']);
		expect(summary.counts).toMatchObject({ source: 5, create: 1, deactivate: 0, unchanged: 4 });
	});

	test('afterwards the inactive account there is history', () => {
		const there = account(1, { is_active: false });
		const here = account(1, { id: 2001, company_id: 42 });
		expect(run([mover], [there, here], { routing }).rows).toEqual([]);
	});

	test('moving back re-activates the account that is there', () => {
		const there = account(1, { company_id: 42, id: 2001 });
		const here = account(1, { is_active: false });
		const { rows } = run([person(1)], [there, here], { routing });
		expect(outline(rows)).toEqual(['reactivate nmbrs-1 MOVE', 'deactivate nmbrs-1 MOVE']);
	});

	test('that stopped half way goes on: the old account is still to go, with approval', () => {
		const here = account(1, { company_id: 42, id: 2001 });
		const { rows, summary } = run(
			[mover, ...bystanders],
			[account(1), here, ...bystanderAccounts],
			{
				routing,
				approval: 'whenGuardTrips',
			},
		);
		expect(outline(rows)).toEqual(['deactivate nmbrs-1 MOVE']);
		expect(rows[0]).toMatchObject({ alleo_id: 1001, linked_row_id: null });
		expect(summary.needs_approval_because).toEqual(['MOVE']);
	});

	test('two active accounts, neither where the person belongs: nobody knows which to close', () => {
		const three = [{ filter: 'zuid', companyId: 43 }, ...routing];
		const there = account(1, { company_id: 43, id: 2001 });
		const { rows } = run([mover], [account(1), there], { routing: three });
		expect(outline(rows)).toEqual(['hold nmbrs-1 ALLEO_DUPLICATE']);
	});

	test('an unrouted value holds the person, and the account stays', () => {
		const { rows } = run([person(1, { alleo_filter: 'onbekend' })], [account(1)], { routing });
		expect(outline(rows)).toEqual(['hold nmbrs-1 FILTER_UNROUTED']);
		expect(rows[0]?.alleo_id).toBe(1001);
	});

	test('without a default company, people without a value are held', () => {
		const { rows } = run([person(1)], [], { routing, companyId: null });
		expect(outline(rows)).toEqual(['hold nmbrs-1 COMPANY_MISSING']);
	});

	test('accounts in companies that this workflow does not manage are left alone', () => {
		const foreign = account(1, { company_id: 99 });
		const { rows, summary } = run([person(2)], [foreign, account(2)], {
			absentPolicy: 'deactivate',
		});
		expect(rows).toEqual([]);
		expect(summary.counts.absent).toBe(0);
	});
});

describe('duplicates are held, on either side', () => {
	test('two records with one external id', () => {
		const { rows, summary } = run([person(1), person(1, { status: 'ended' })], [account(1)]);
		expect(outline(rows)).toEqual([
			'hold nmbrs-1 DUPLICATE_EXTERNAL_ID',
			'hold nmbrs-1 DUPLICATE_EXTERNAL_ID',
		]);
		expect(new Set(rows.map((row) => row.row_id)).size).toBe(2);
		expect(summary.counts).toMatchObject({ source: 2, hold: 2 });
	});

	test('two people in service with one address, whatever the case', () => {
		const { rows } = run(
			[person(1), person(2, { email: ' PERSON1@example.nl' })],
			[account(1), account(2)],
		);
		expect(outline(rows)).toEqual(['hold nmbrs-1 DUPLICATE_EMAIL', 'hold nmbrs-2 DUPLICATE_EMAIL']);
	});

	test('two Alleo accounts with one external id', () => {
		const { rows } = run(
			[person(1, { status: 'ended' })],
			[account(1), account(1, { id: 3001, email: 'b@example.nl' })],
		);
		expect(outline(rows)).toEqual(['hold nmbrs-1 ALLEO_DUPLICATE']);
	});

	test('two Alleo accounts with one address', () => {
		const twins = [account(1, { external_id: null }), account(1, { external_id: null, id: 3001 })];
		expect(outline(run([person(1)], twins).rows)).toEqual(['hold nmbrs-1 ALLEO_DUPLICATE']);
	});
});

test('a person without an external id is held', () => {
	expect(outline(run([person(1, { external_id: null })], []).rows)).toEqual([
		'hold null EXTERNAL_ID_MISSING',
	]);
});

test('nothing trips on an ordinary day', () => {
	const { summary } = run(bystanders, bystanderAccounts, { approval: 'whenGuardTrips' });
	expect(tripped(summary)).toEqual([]);
	expect(summary.status).toBe('empty');
	expect(summary.needs_approval).toBe(false);
});
