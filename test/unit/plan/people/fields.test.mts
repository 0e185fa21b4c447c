import { displayName } from '../../../../core/model/employee';
import { verifyPlan } from '../../../../core/plan/planHash';
import { account, person, range, run } from '../../../support/people.mts';

const changed = (
	from: Parameters<typeof person>[1],
	to: Parameters<typeof account>[1],
	options = {},
) => run([person(1, from)], [account(1, to)], options).rows[0]?.changes ?? [];

describe('what is written', () => {
	test('a field that the source does not carry is never cleared', () => {
		expect(
			changed(
				{ prefix: null, private_email: null, birthday: null },
				{ prefix: 'van', private_email: 'a@b.nl' },
			),
		).toEqual([]);
	});

	test('unless the user set it to clear when empty', () => {
		expect(changed({ prefix: null, clear: ['prefix'] }, { prefix: 'van' })).toEqual([
			{ field: 'prefix', from: 'van', to: null },
		]);
	});

	test('and never e-mail, names or the external id', () => {
		expect(changed({ clear: ['email', 'first_name', 'last_name', 'external_id'] }, {})).toEqual([]);
	});

	test('the language is only set at creation', () => {
		expect(changed({ language: 'en' }, { language: 'nl' })).toEqual([]);
		expect(run([person(1, { language: 'en' })], []).rows[0]?.after['language']).toBe('en');
	});

	test.each([
		['onCreate', 'Nieuw', 'Oud', []],
		['whenEmpty', 'Nieuw', 'Oud', []],
		['whenEmpty', 'Nieuw', null, [{ field: 'first_name', from: null, to: 'Nieuw' }]],
		['always', 'Nieuw', 'Oud', [{ field: 'first_name', from: 'Oud', to: 'Nieuw' }]],
	] as const)('policy %s', (keep, next, present, expected) => {
		expect(
			changed({ first_name: next }, { first_name: present }, { keep: { first_name: keep } }),
		).toEqual(expected);
	});

	test('the group is compared by name, in any case', () => {
		expect(changed({ group: 'KANTOOR ' }, {})).toEqual([]);
		expect(changed({ group: 'Magazijn' }, {})).toEqual([
			{ field: 'group', from: 'Kantoor', to: 'Magazijn' },
		]);
	});

	test('a group that Alleo does not have is remarked, not planned every day again', () => {
		const groups = { company_groups: ['Kantoor', 'Magazijn'] };
		const there = [account(1, groups), account(2), account(3)];
		const source = [
			person(1, { group: 'magazijn' }),
			person(2, { group: 'Bestaat niet' }),
			person(3),
		];
		const { rows, summary } = run(source, there);
		expect(rows.map((row) => [row.external_id, row.after])).toEqual([
			['nmbrs-1', { group: 'magazijn' }],
		]);
		expect(summary.counts).toMatchObject({ update: 1, unchanged: 2 });
		expect(summary.notices).toMatchObject([
			{
				external_id: null,
				code: 'GROUP_NOT_IN_ALLEO',
				params: { group: 'Bestaat niet', count: 1 },
				people: [displayName(person(2))],
			},
		]);
	});

	test('on a row that is written, an unknown group is a notice of that row, and the rest is right', () => {
		const there = [account(1, { company_groups: ['Kantoor'] }), account(2, { is_active: false })];
		const elsewhere = { group: 'Bestaat niet', first_name: 'Anders' };
		const source = [person(1, elsewhere), person(2, elsewhere), person(3, elsewhere)];
		const { rows, summary } = run(source, there);
		expect(rows.map((row) => [row.action, row.notices.map(({ code }) => code)])).toEqual([
			['update', ['GROUP_UNKNOWN']],
			['reactivate', ['GROUP_UNKNOWN']],
			['create', ['GROUP_UNKNOWN']],
		]);
		expect(rows[0]?.after).toEqual({ first_name: 'Anders' });
		// And once for everybody: 208 people are one sentence.
		expect(summary.notices.map(({ code, params }) => [code, params])).toEqual([
			['GROUP_NOT_IN_ALLEO', { group: 'Bestaat niet', count: 3 }],
		]);
		expect(summary.report_markdown).not.toContain('the group was left out');
	});

	test('a date that Alleo returns with a time is the same date', () => {
		expect(changed({ birthday: '1990-01-31' }, { birthday: '1990-01-31T00:00:00' })).toEqual([]);
	});

	test('composed and decomposed letters are the same name', () => {
		expect(changed({ first_name: 'Zo\u00eb' }, { first_name: 'Zoe\u0308' })).toEqual([]);
	});

	test('a create carries every field that the source has, and nothing empty', () => {
		const [row] = run(
			[person(1, { prefix: 'van', budgets: { alleo_monthly_all_budget: 25 } })],
			[],
		).rows;
		expect(row?.after).toEqual({
			external_id: 'nmbrs-1',
			email: 'person1@example.nl',
			first_name: 'First1',
			prefix: 'van',
			last_name: 'Last1',
			language: 'nl',
			birthday: person(1).birthday,
			work_anniversary: '2020-01-01',
			group: 'Kantoor',
		});
		expect(row).toMatchObject({
			alleo_company_id: 41,
			alleo_id: null,
			before: {},
			name: 'First1 van Last1',
			budgets: { alleo_monthly_all_budget: 25 },
		});
	});

	test('budgets of creates are totalled to the cent', () => {
		const people = range(1, 3).map((number) =>
			person(number, {
				budgets: { alleo_monthly_all_budget: 0.1, alleo_oneoff_health_budget: 0.2 },
			}),
		);
		expect(run(people, []).summary.budgets).toEqual([
			{ alleo_company_id: 41, people: 3, monthly_eur: 0.3, oneoff_eur: 0.6 },
		]);
	});
});

describe('the plan', () => {
	const people = [
		...range(1, 30).map((number) => person(number)),
		person(31, { status: 'ended', end_date: '2026-11-01' }),
		person(32, { last_name: 'Anders' }),
		person(33),
		person(34, { external_id: null }),
		person(35, { external_id: null }),
		person(36, { email: 'twee@example.nl' }),
		person(37, { email: 'twee@example.nl' }),
	];
	const accounts = range(1, 32)
		.map((number) => account(number))
		.concat(account(33, { is_active: false }));

	test('is the same, to the byte, whatever the order of the items', () => {
		const forward = run(people, accounts);
		const backward = run([...people].reverse(), [...accounts].reverse());
		expect(JSON.stringify(backward)).toBe(JSON.stringify(forward));
	});

	test('executes deactivations first, then updates, re-activations, creates; held people come last', () => {
		const { rows } = run([...people, person(90)], accounts);
		const order = ['deactivate', 'update', 'reactivate', 'create', 'hold'];
		const phases = rows.map((row) => order.indexOf(row.action));
		expect(phases).toEqual([...phases].sort((a, b) => a - b));
		expect(new Set(phases).size).toBe(order.length);
		expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index));
	});

	test('is covered by its hash', () => {
		const { rows, summary } = run(people, accounts);
		expect(verifyPlan(rows)).toEqual({ ok: true, plan: summary.plan });
		expect(verifyPlan([...rows].reverse())).toEqual({ ok: true, plan: summary.plan });
	});

	test.each<
		[string, (rows: ReturnType<typeof run>['rows']) => ReturnType<typeof run>['rows'], string]
	>([
		[
			'a changed value',
			(rows) => rows.map((row, index) => (index === 0 ? { ...row, email: 'x@example.nl' } : row)),
			'PLAN_ROW_ALTERED',
		],
		['a row left out', (rows) => rows.slice(1), 'PLAN_INCOMPLETE'],
		[
			'a row twice',
			(rows) => [...rows.slice(0, -1), rows[0] as (typeof rows)[number]],
			'PLAN_ROW_DUPLICATE',
		],
		[
			'a later expiry',
			(rows) =>
				rows.map((row) => ({
					...row,
					plan: { ...row.plan, expires_at: '2099-01-01T00:00:00.000Z' },
				})),
			'PLAN_INCOMPLETE',
		],
		[
			'another status',
			(rows) => rows.map((row) => ({ ...row, plan: { ...row.plan, status: 'ready' as const } })),
			'PLAN_INCOMPLETE',
		],
		[
			'rows of two plans',
			(rows) =>
				rows.map((row, index) =>
					index === 0 ? { ...row, plan: { ...row.plan, id: 'plan-x' } } : row,
				),
			'PLAN_MIXED',
		],
		['no rows', () => [], 'PLAN_EMPTY'],
	])('refuses %s', (_name, tamper, code) => {
		expect(verifyPlan(tamper(run(people, accounts).rows))).toMatchObject({ ok: false, code });
	});

	test('is ready only where nobody has to approve', () => {
		const today = range(1, 40).map((number) => person(number));
		const known = range(1, 39).map((number) => account(number));
		expect(run(today, known, { approval: 'always' }).summary.status).toBe('blocked');
		expect(run(today, known, { approval: 'whenGuardTrips' }).summary.status).toBe('ready');
	});
});
