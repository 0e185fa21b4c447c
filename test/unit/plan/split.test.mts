import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { RowAction } from '../../../core/model/plan';
import { DEFAULT_LIMITS } from '../../../core/plan/options';
import type { DiffOptions } from '../../../core/plan/options';
import { NO_PAST } from '../../../core/plan/past';
import { verifyPlan } from '../../../core/plan/planHash';
import { rowSignature } from '../../../core/plan/signature';
import { account, covered, held, person, range, run, runTwo } from '../../support/people.mts';

/** What waits and what goes on: one reading in two plans. */

const none = { percent: 0, minimum: 0, maximum: 0 };
const ended = { status: 'ended' as const, end_date: '2026-11-20' };
const auto = { approval: 'whenGuardTrips' as const };

const tight = (...codes: Array<keyof DiffOptions['limits']>): Partial<DiffOptions> => ({
	...auto,
	limits: { ...DEFAULT_LIMITS, ...Object.fromEntries(codes.map((code) => [code, none])) },
});

/** One of each action (1 new, 2 changed, 3 left, 4 back, 5 held) beside people in step. */
const source = (...more: Employee[]): Employee[] => [
	person(1),
	person(2, { last_name: 'Anders' }),
	person(3, ended),
	person(4),
	held(5, 'EMAIL_MISSING', 'email'),
	...range(10, 60).map((number) => person(number)),
	...more,
];
const alleo = (...more: AlleoEmployee[]): AlleoEmployee[] => [
	account(2),
	account(3),
	account(4, { is_active: false }),
	...range(10, 60).map((number) => account(number)),
	...more,
];

const ids = (rows: readonly PlanRow[]): string[] => rows.map((row) => row.row_id);

describe('a guard about one action holds back the rows of that action, and what is held', () => {
	test.each([
		['CREATE_LIMIT', ['create-nmbrs-1', 'hold-nmbrs-5']],
		['DEACTIVATION_LIMIT', ['deactivate-nmbrs-3', 'hold-nmbrs-5']],
		['REACTIVATION_LIMIT', ['reactivate-nmbrs-4', 'hold-nmbrs-5']],
		['UPDATE_LIMIT', ['update-nmbrs-2', 'hold-nmbrs-5']],
	] as const)('%s', (code, waits) => {
		const { waiting, ready } = runTwo(source(), alleo(), tight(code));
		expect(ids(waiting.rows)).toEqual(waits);
		expect([...ids(waiting.rows), ...ids(ready.rows)].sort()).toEqual(
			ids(run(source(), alleo(), { ...tight(code), splitPlan: false }).rows).sort(),
		);
		expect(waiting.summary).toMatchObject({
			status: 'blocked',
			needs_approval: true,
			needs_approval_because: [code],
		});
		expect(ready.summary).toMatchObject({
			status: 'ready',
			needs_approval: false,
			needs_approval_because: [],
		});
		expect(ready.summary.guards.filter(({ tripped }) => tripped)).toEqual([]);
		expect(waiting.summary.guards.length).toBeGreaterThan(ready.summary.guards.length);
	});

	test('several at once hold back the rows of each', () => {
		const { waiting, ready } = runTwo(source(), alleo(), tight('CREATE_LIMIT', 'UPDATE_LIMIT'));
		expect(ids(waiting.rows)).toEqual(['update-nmbrs-2', 'create-nmbrs-1', 'hold-nmbrs-5']);
		expect(ids(ready.rows)).toEqual(['deactivate-nmbrs-3', 'reactivate-nmbrs-4']);
	});

	test('all of the action wait, not only those of the part that trips', () => {
		const south = { source: { ...person(1).source, partition: 'c2' } };
		const people = [
			...range(1, 200).map((number) => person(number, number <= 2 ? ended : {})),
			...range(201, 212).map((number) => person(number, { ...south, ...ended })),
			person(300),
		];
		const accounts = range(1, 212).map((number) => account(number));
		const { waiting, ready } = runTwo(people, accounts, auto, [covered(), covered('c2')]);
		expect(waiting.summary.needs_approval_because).toContain('PART_EMPTIED');
		expect(waiting.rows.filter(({ action }) => action === 'deactivate')).toHaveLength(14);
		expect(ids(ready.rows)).toEqual(['create-nmbrs-300']);
	});

	test('an absent account that the policy off-boards is an off-boarding', () => {
		const options = { ...tight('DEACTIVATION_LIMIT'), absentPolicy: 'deactivate' as const };
		const { waiting } = runTwo(source(), alleo(account(99)), options);
		expect(ids(waiting.rows)).toContain('deactivate-nmbrs-99');
	});
});

describe('one plan', () => {
	const whole = (options: Partial<DiffOptions>, people = source(), coverage = [covered()]) =>
		run(people, alleo(), options, coverage);

	test('nothing asks: all is ready, what is held with it', () => {
		const { rows, summary } = whole(auto);
		expect(summary.status).toBe('ready');
		expect(rows).toHaveLength(5);
	});

	test('always asked, or the old way', () => {
		for (const more of [{ approval: 'always' as const }, { splitPlan: false }]) {
			const { rows, summary } = whole({ ...tight('CREATE_LIMIT'), ...more });
			expect([summary.status, rows.length]).toEqual(['blocked', 5]);
		}
	});

	test.each([
		['an incomplete part', whole(tight('CREATE_LIMIT'), source(), [covered('c1', 1, false)])],
		['a part that vanished', whole({ ...tight('CREATE_LIMIT'), knownPartitions: ['c1', 'c9'] })],
		[
			'duplicates',
			whole(
				tight('CREATE_LIMIT', 'DUPLICATES'),
				source(person(70), person(71, { email: 'person70@example.nl' })),
			),
		],
	])('%s is about the whole', (_name, { rows, summary }) => {
		expect([summary.status, summary.needs_approval]).toEqual(['blocked', true]);
		expect(rows.length).toBeGreaterThan(3);
	});

	test('nothing is left that could go on', () => {
		const people = [person(1), ...range(10, 60).map((number) => person(number))];
		const { rows, summary } = run(people, alleo().slice(3), tight('CREATE_LIMIT'));
		expect([summary.status, ids(rows)]).toEqual(['blocked', ['create-nmbrs-1']]);
	});
});

describe('what hangs together waits together', () => {
	const address = 'deel@example.nl';

	test('who takes an address that a row which waits must free, and who waits for them', () => {
		// 20 gives the address of 20 away to the new 80, and itself takes that of 21, who changes too.
		const people = [
			...source().filter(({ external_id: id }) => id !== 'nmbrs-20' && id !== 'nmbrs-21'),
			person(20, { email: 'person21@example.nl' }),
			person(21, { email: address }),
			person(80, { email: 'person20@example.nl' }),
		];
		const creates = runTwo(people, alleo(), tight('CREATE_LIMIT'));
		expect(ids(creates.waiting.rows)).toEqual([
			'update-nmbrs-21',
			'update-nmbrs-20',
			'create-nmbrs-1',
			'create-nmbrs-80',
			'hold-nmbrs-5',
		]);
		expect(ids(creates.ready.rows)).toEqual([
			'deactivate-nmbrs-3',
			'update-nmbrs-2',
			'reactivate-nmbrs-4',
		]);
		const updates = runTwo(people, alleo(), tight('UPDATE_LIMIT'));
		expect(ids(updates.waiting.rows)).toContain('create-nmbrs-80');
		expect(ids(updates.ready.rows)).toContain('create-nmbrs-1');
	});

	test('who takes an address that two accounts must free waits for the one that it is not linked to', () => {
		const routing = [{ filter: 'Zuid', companyId: 42 }];
		const shared = { email: address };
		const people = source(
			person(70, { email: 'zeventig@example.nl' }),
			person(71, { email: 'eenenzeventig@example.nl', alleo_filter: 'Zuid' }),
			person(80, shared),
		);
		const accounts = alleo(account(70, shared), account(71, { ...shared, company_id: 42 }));
		const rows = run(people, accounts, { ...auto, routing }).rows;
		const far = rows.find(({ row_id: id }) => id === 'update-nmbrs-71');
		expect(rows.find(({ row_id: id }) => id === 'create-nmbrs-80')).toMatchObject({
			linked_row_id: 'update-nmbrs-70',
		});
		const leftOut = new Set([rowSignature(far!) ?? '']);
		const past = { ...NO_PAST, log: 'read' as const, leftOut };
		const { waiting } = runTwo(people, accounts, { ...auto, routing, past });
		expect(ids(waiting.rows)).toEqual([
			'update-nmbrs-70',
			'update-nmbrs-71',
			'create-nmbrs-80',
			'hold-nmbrs-5',
		]);
	});

	test('both halves of a move, and a move waits by itself', () => {
		const routing = [{ filter: 'Zuid', companyId: 42 }];
		const people = source(person(70, { alleo_filter: 'Zuid' }));
		const { waiting, ready } = runTwo(people, alleo(account(70)), { ...auto, routing });
		expect(waiting.summary.needs_approval_because).toEqual(['MOVE']);
		expect(ids(waiting.rows)).toEqual(['create-nmbrs-70', 'deactivate-nmbrs-70', 'hold-nmbrs-5']);
		expect(waiting.summary.rows).toMatchObject({ update: 0, create: 1, deactivate: 0 });
		expect(ids(ready.rows)).toContain('create-nmbrs-1');
	});

	test('a transfer, an account adopted by nothing but its address, and a takeover', () => {
		const people = source(
			person(70, { ...ended, email: 'over@example.nl' }),
			person(71, {
				email: 'over@example.nl',
				birthday: person(70).birthday,
				first_name: 'First70',
				last_name: 'Last70',
			}),
			person(72),
			person(73),
		);
		const accounts = alleo(
			account(70, { email: 'over@example.nl' }),
			account(72, { external_id: null, first_name: null, last_name: null, birthday: null }),
			account(73, { external_id: 'hibob-73' }),
		);
		const { waiting, ready } = runTwo(people, accounts, auto);
		expect(waiting.rows.map(({ reason }) => reason.code).sort()).toEqual([
			'ADOPTED_BY_ADDRESS',
			'EMAIL_MISSING',
			'TAKEOVER',
			'TRANSFER',
		]);
		expect(ready.rows).toHaveLength(4);
	});
});

describe('rows left out before', () => {
	const [first] = run(source(), alleo(), auto).rows.filter(({ action }) => action === 'update');
	const leftOut = new Set([rowSignature(first!) ?? '']);
	const past = { ...NO_PAST, log: 'read' as const, leftOut };

	test('wait, and the rest goes on', () => {
		const { waiting, ready } = runTwo(source(), alleo(), { ...auto, past });
		expect(waiting.summary.needs_approval_because).toEqual(['LEFT_OUT_BEFORE']);
		expect(ids(waiting.rows)).toEqual(['update-nmbrs-2', 'hold-nmbrs-5']);
		expect(ready.rows).toHaveLength(3);
	});

	test('are asked about in the old way too, and never go out unasked', () => {
		const { summary } = run(source(), alleo(), { ...auto, past, splitPlan: false });
		expect(summary).toMatchObject({
			status: 'blocked',
			needs_approval_because: ['LEFT_OUT_BEFORE'],
		});
	});

	test('another change of the same person is another row', () => {
		const people = source().map((one) =>
			one.external_id === 'nmbrs-2' ? person(2, { last_name: 'Nog-Anders' }) : one,
		);
		expect(run(people, alleo(), { ...auto, past }).summary.status).toBe('ready');
	});
});

describe('the two plans of a reading', () => {
	const people = source(person(91, { status: 'upcoming', start_date: '2027-01-01' }));
	const { waiting, ready } = runTwo(people, alleo(), tight('CREATE_LIMIT'));
	const { summary } = run(people, alleo(), { ...tight('CREATE_LIMIT'), splitPlan: false });

	test('have ids and hashes of their own, each over its own rows', () => {
		expect(waiting.summary.plan.id).not.toBe(ready.summary.plan.id);
		expect(waiting.summary.plan.hash).not.toBe(ready.summary.plan.hash);
		for (const { rows, summary: own } of [waiting, ready]) {
			expect(verifyPlan(rows)).toEqual({ ok: true, plan: own.plan });
			expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index));
		}
	});

	test('count together what one plan counts, and say what concerns nobody in particular once', () => {
		expect(waiting.summary.counts).toEqual(summary.counts);
		expect(ready.summary.counts).toEqual(summary.counts);
		for (const action of RowAction.options) {
			expect(waiting.summary.rows[action] + ready.summary.rows[action]).toBe(summary.rows[action]);
		}
		expect(summary.notices).toHaveLength(1);
		expect(waiting.summary.notices).toEqual(summary.notices);
		expect(ready.summary.notices).toEqual([]);
	});

	test('no id stands for two rows, though both plans have some of one person', () => {
		const twice = [person(1), person(1), person(90), ...source().slice(1)];
		const options = tight('CREATE_LIMIT');
		const both = runTwo(twice, alleo(), options);
		const all = [...ids(both.waiting.rows), ...ids(both.ready.rows)];
		expect(new Set(all).size).toBe(all.length);
	});
});
