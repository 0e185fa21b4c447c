import { changesOf } from '../../../core/plan/changes';
import { diff } from '../../../core/plan/people';
import { planOfFile } from '../../../core/plan/file';
import { finish } from '../../../core/plan/finish';
import { rowHash, verifyPlan } from '../../../core/plan/planHash';
import { rowSignature } from '../../../core/plan/signature';
import type { FieldValue, PlanRef } from '../../../core/model/plan';
import { Counts } from '../../../core/model/summary';
import { rowView } from '../../../core/report/rowView';
import * as file from '../../support/filePlan.mts';
import { account, held, inputOf, person, run } from '../../support/people.mts';

/** What the plan of people and the plan of a file have in common: how they begin and how they end. */

const raw = (id: string, changes: file.Raw = {}): file.Raw =>
	file.payroll(1, { external_id: id, ...changes });

describe('ids of rows', () => {
	/** A number put behind `hold-afas-1` looks like the row of somebody else. */
	test('no two rows of a file have one, whatever the external ids look like', () => {
		const source = file.flexRecords([
			raw('afas-1'),
			raw('afas-1'),
			raw('afas-1-2'),
			raw('afas-1-2'),
		]);
		const alleo = ['afas-1', 'afas-1-2'].map((external_id, n) => file.account(n, { external_id }));
		const { rows } = file.plan(file.planInput(0, { source, alleo }));
		expect(rows.map(({ row_id: id }) => id)).toEqual([
			'hold-afas-1',
			'hold-afas-1-3',
			'hold-afas-1-2',
			'hold-afas-1-2-2',
		]);
		expect(verifyPlan(rows).ok).toBe(true);
	});

	test('nor do two rows of people', () => {
		const twins = ['nmbrs-1', 'nmbrs-1', 'nmbrs-1-2'].map((external_id, n) =>
			held(n, 'EMAIL_MISSING', 'email', { external_id }),
		);
		const ids = run(twins, []).rows.map(({ row_id: id }) => id);
		expect([...ids].sort()).toEqual(['hold-nmbrs-1', 'hold-nmbrs-1-2', 'hold-nmbrs-1-3']);
	});
});

/** Plans wait for days, also while the package is updated: these are of an earlier version. */
describe('a plan has the id and the hashes that it always had', () => {
	test('of people', () => {
		const left = person(3, { status: 'ended', end_date: '2026-11-20' });
		const { rows } = run(
			[person(1), person(2, { last_name: 'Anders' }), left, held(4, 'EMAIL_MISSING', 'email')],
			[account(2), account(3)],
		);
		const plan: PlanRef = {
			id: 'plan-2026-11-24-b90c004dd8da',
			status: 'blocked',
			created_at: '2026-11-24T03:00:00.000Z',
			expires_at: '2026-11-25T03:00:00.000Z',
			hash: '85c7dc3710d2e06dbf41473b52fdf72dc51bea7c09975af32a5eb4f17044d5d4',
		};
		// Before rows said what decided, before holds could be answered, and while a create said twice
		// what it writes.
		const earlier = rows.map(({ choice: _choice, grounds: _grounds, rule: _rule, ...own }) => {
			const row = { ...own, changes: [...changesOf(own)] };
			return { ...row, plan, row_hash: rowHash(row) };
		});
		expect(earlier.map((row) => [row.row_id, row.row_hash.slice(0, 12)])).toEqual([
			['deactivate-nmbrs-3', 'bf6cbbfbbe07'],
			['update-nmbrs-2', '3739e5409f2f'],
			['create-nmbrs-1', 'baaf8be687e9'],
			['hold-nmbrs-4', '910913b6807a'],
		]);
		expect(verifyPlan(earlier)).toEqual({ ok: true, plan });
	});

	test('of a file', () => {
		const { rows } = file.plan(file.planInput(3));
		expect(rows.map((row) => [row.row_id, row.row_hash.slice(0, 12)])).toEqual([
			['update-nmbrs-1', 'e1543b64d257'],
			['update-nmbrs-2', '8b23a6671f1f'],
			['update-nmbrs-3', '5b02574132f7'],
		]);
		expect(rows[0]?.plan).toMatchObject({
			id: 'plan-2026-11-28-e6a8e8c2a2c4',
			hash: '2919dc696cc50bd22871208c17b0367ffa63e49f83dd4fa273a0afcf2b53adfd',
		});
	});
});

/** While a plan waits, n8n keeps an object that stands in many places once. */
describe('rows carry what they have in common once', () => {
	test('a create says what it writes in one place, and means the same as one that says it twice', () => {
		const { rows } = run([person(1)], []);
		const [row] = rows;
		if (row === undefined) throw new Error('no row');
		expect(row).toMatchObject({ action: 'create', changes: [] });
		const twice = { ...row, changes: Object.entries(row.after).map(created) };
		expect(twice.changes).toContainEqual({ field: 'email', from: null, to: row.email });
		expect(changesOf(row)).toEqual(twice.changes);
		expect(rowSignature(row)).toBe(rowSignature(twice));
		expect(rowView(row, 'nl')).toEqual(rowView(twice, 'nl'));
	});

	test('the same change of many people is one object, and every hash holds', () => {
		const moved = [1, 2, 3].map((n) => person(n, { group: 'Elders' }));
		const { rows } = run(
			moved,
			[1, 2, 3].map((n) => account(n)),
		);
		const [first, ...others] = rows;
		expect(others).toHaveLength(2);
		for (const row of others) {
			expect(row.changes).toBe(first?.changes);
			expect(row.after).toBe(first?.after);
			expect(row.reason).toBe(first?.reason);
			expect(row.notices).toBe(first?.notices);
			expect(row.before).not.toBe(first?.before);
		}
		expect(verifyPlan(rows).ok).toBe(true);
		expect(verifyPlan(JSON.parse(JSON.stringify(rows)) as typeof rows).ok).toBe(true);
	});

	test('nothing is shared between two plans', () => {
		const [one, other] = [run([person(1)], []), run([person(1)], [])];
		expect(one.rows[0]?.reason).toEqual(other.rows[0]?.reason);
		expect(one.rows[0]?.reason).not.toBe(other.rows[0]?.reason);
		expect(one.rows[0]?.notices).not.toBe(other.rows[0]?.notices);
	});
});

const created = ([field, to]: [string, FieldValue]) => ({ field, from: null, to });

describe('what comes in', () => {
	const both = {
		people: (source: unknown[], alleo: unknown[], coverage: unknown[]) =>
			diff(inputOf(source, alleo, {}, coverage)),
		file: (source: unknown[], alleo: unknown[], coverage: unknown[]) =>
			planOfFile(file.planInput(0, { source, alleo, coverage })),
		budgets: (source: unknown[], alleo: unknown[], coverage: unknown[]) =>
			planOfFile(file.planInput(0, { dataset: 'budgets', source, alleo, coverage })),
	};

	test.each(Object.entries(both))('%s: the first broken input is named', (_name, plan) => {
		const named = (source: unknown[], alleo: unknown[], coverage: unknown[]) => {
			const result = plan(source, alleo, coverage);
			return result.ok ? null : result.problem.params['input'];
		};
		expect(named([{}], [{}], [{}])).toBe('Employees');
		expect(named([], [{}], [{}])).toBe('Alleo');
		expect(named([], [], [{}])).toBe('Coverage');
		expect(named([], [], [])).toBeNull();
	});

	test.each(Object.entries(both))('%s: an account that is two things at once', (_name, plan) => {
		const twice = [account(1), { ...account(1), is_active: false }];
		const result = plan([], twice, []);
		expect(result).toMatchObject({
			ok: false,
			problem: { code: 'ALLEO_LISTING_INCONSISTENT', params: { account: 1001 } },
		});
	});

	/** A held person's row names one of the accounts: the same one, however they arrive. */
	test('a file does not depend on the order of the accounts', () => {
		const alleo = [
			file.account(1, { id: 900, company_id: 42 }),
			file.account(1, { id: 901, email: 'ander@example.nl' }),
		];
		const rows = [alleo, [...alleo].reverse()].map((accounts) =>
			file.plan(file.planInput(1, { alleo: accounts })).rows.map((row) => row.row_hash),
		);
		expect(rows[0]).toEqual(rows[1]);
	});
});

test('I9: a planner whose numbers do not add up gets no plan', () => {
	const draft = { rows: [], guards: [], coverage: [], notices: [] };
	const frame = { ...inputOf([], []), options: { approval: 'always' as const } };
	const counts = Counts.parse({ source: 2, update: 1, hold: 1 });
	expect(finish({ ...draft, counts }, frame).summary.status).toBe('empty');
	expect(() => finish({ ...draft, counts: { ...counts, source: 3 } }, frame)).toThrow(/I9/);
});
