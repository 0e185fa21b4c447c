import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import type { Plan } from '../../../core/plan/finish';
import type { DiffOptions } from '../../../core/plan/options';
import { diff } from '../../../core/plan/people';
import { verifyPlan } from '../../../core/plan/planHash';
import { account, inputOf, onlyPlan, person, range } from '../../support/people.mts';

/** A plan of one person out of a reading of everybody. */

const ended = { status: 'ended' as const, end_date: '2026-11-20' };
const auto = { approval: 'whenGuardTrips' as const };

const planFor = (
	only: string,
	source: readonly Employee[],
	alleo: readonly AlleoEmployee[],
	options: Partial<DiffOptions> = auto,
): Plan => onlyPlan(diff({ ...inputOf(source, alleo, options), only }));

const ids = (rows: readonly PlanRow[]): string[] => rows.map((row) => row.row_id);

const many = range(10, 60);
const source = (...more: Employee[]): Employee[] => [
	person(1),
	person(2, { last_name: 'Anders' }),
	person(3, ended),
	...many.map((number) => person(number)),
	...more,
];
const alleo = (...more: AlleoEmployee[]): AlleoEmployee[] => [
	account(2),
	account(3),
	...many.map((number) => account(number)),
	...more,
];

test('holds the row of that person alone, whole and sealed, and always waits', () => {
	const { rows, summary } = planFor('nmbrs-3', source(), alleo());
	expect(ids(rows)).toEqual(['deactivate-nmbrs-3']);
	expect(verifyPlan(rows)).toMatchObject({ ok: true });
	expect(summary).toMatchObject({
		status: 'blocked',
		needs_approval: true,
		needs_approval_because: ['APPROVAL_ALWAYS'],
		rows: { create: 0, update: 0, reactivate: 0, deactivate: 1, hold: 0 },
		// The reading as a whole.
		counts: { source: 54, create: 1, update: 1, deactivate: 1 },
	});
	expect(summary.notices.map(({ code }) => code)).toContain('PLAN_OF_ONE');
});

test('guards look at everybody, not at the one', () => {
	const leavers = many.map((number) => person(number, ended));
	const { rows, summary } = planFor('nmbrs-1', [person(1), ...leavers], alleo());
	expect(ids(rows)).toEqual(['create-nmbrs-1']);
	expect(summary.needs_approval_because).toContain('DEACTIVATION_LIMIT');
	const none = planFor('nmbrs-1', [], alleo());
	expect(none.rows).toEqual([]);
	expect(none.summary.needs_approval_because).toContain('EMPTY_SOURCE');
});

test('both halves of a move', () => {
	const routing = [{ filter: 'Zuid', companyId: 42 }];
	const people = source(person(70, { alleo_filter: 'Zuid' }));
	const { rows } = planFor('nmbrs-70', people, alleo(account(70)), { ...auto, routing });
	expect(ids(rows)).toEqual(['create-nmbrs-70', 'deactivate-nmbrs-70']);
});

test('a transfer is the row of the new record', () => {
	const people = source(
		person(70, { ...ended, email: 'over@example.nl' }),
		person(71, {
			email: 'over@example.nl',
			birthday: person(70).birthday,
			first_name: 'First70',
			last_name: 'Last70',
		}),
	);
	const accounts = alleo(account(70, { email: 'over@example.nl' }));
	const { rows } = planFor('nmbrs-71', people, accounts);
	expect(rows.map(({ reason }) => reason.code)).toEqual(['TRANSFER']);
	// The account that it is about is in it under either id.
	expect(ids(planFor('nmbrs-70', people, accounts).rows)).toEqual([]);
});

test('what has to be written first goes along; what only waits for it does not', () => {
	// 70 gives up the address that 80 takes.
	const people = source(
		person(70, { email: 'new70@example.nl' }),
		person(80, { email: 'old70@example.nl' }),
	);
	const accounts = alleo(account(70, { email: 'old70@example.nl' }));
	const order = ['update-nmbrs-70', 'create-nmbrs-80'];
	expect(ids(planFor('nmbrs-80', people, accounts).rows)).toEqual(order);
	expect(ids(planFor('nmbrs-70', people, accounts).rows)).toEqual(['update-nmbrs-70']);
});

test('an address that two accounts give up needs both rows', () => {
	const routing = [{ filter: 'Zuid', companyId: 42 }];
	const people = source(
		person(70, { email: 'new70@example.nl' }),
		person(71, { email: 'new71@example.nl', alleo_filter: 'Zuid' }),
		person(80, { email: 'old@example.nl' }),
	);
	const accounts = alleo(
		account(70, { email: 'old@example.nl' }),
		account(71, { email: 'old@example.nl', company_id: 42 }),
	);
	const { rows } = planFor('nmbrs-80', people, accounts, { ...auto, routing });
	expect(ids(rows).sort()).toEqual(['create-nmbrs-80', 'update-nmbrs-70', 'update-nmbrs-71']);
});

test('the row is the same, to its hash, as in the plan of everybody', () => {
	const whole = onlyPlan(diff(inputOf(source(), alleo(), { approval: 'always' })));
	const { rows } = planFor('nmbrs-2', source(), alleo());
	const [own] = rows;
	const same = whole.rows.find(({ row_id: id }) => id === own?.row_id);
	expect({ ...own, plan: null, row_hash: '', position: 0 }).toEqual({
		...same,
		plan: null,
		row_hash: '',
		position: 0,
	});
});

test('nothing to do for that person is an empty plan; without a person it is everybody', () => {
	const { rows, summary } = planFor('nmbrs-10', source(), alleo());
	expect(rows).toEqual([]);
	expect(summary.status).toBe('empty');
	const all = diff({ ...inputOf(source(), alleo(), auto), only: '' });
	expect(all).toEqual(diff(inputOf(source(), alleo(), auto)));
});
