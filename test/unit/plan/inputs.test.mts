import { AlleoEmployee, Employee } from '../../../core/model/employee';
import { diff } from '../../../core/plan/people';
import { readAccounts, readEmployees } from '../../../core/plan/read';
import { account, covered, inputOf, person, run } from '../../support/people.mts';

describe('bad input is refused with the place and the rule, never the value', () => {
	const refusal = (source: unknown[], alleo: unknown[] = [], coverage: unknown[] = []) => {
		const result = diff(inputOf(source, alleo, {}, coverage));
		return result.ok ? null : [result.problem.code, result.problem.params];
	};

	test.each<[string, unknown[], unknown[], unknown[], object]>([
		[
			'an empty item',
			[person(1), {}],
			[],
			[],
			{ input: 'Employees', item: 1, problem: 'the item is empty' },
		],
		['an Alleo item among the employees', [account(1)], [], [], { input: 'Employees', item: 0 }],
		['an employee among the accounts', [], [person(1)], [], { input: 'Alleo', item: 0 }],
		[
			'an empty item among the accounts',
			[],
			[{}],
			[],
			{ input: 'Alleo', problem: 'the item is empty' },
		],
		[
			'a status that does not exist',
			[{ ...person(1), status: 'fired' }],
			[],
			[],
			{ problem: 'status: unknown value' },
		],
		[
			'an impossible date',
			[{ ...person(1), birthday: '1990-02-30' }],
			[],
			[],
			{ input: 'Employees' },
		],
		[
			'an id with other characters',
			[{ ...person(1), external_id: 'nmbrs-1 or 1=1' }],
			[],
			[],
			{ input: 'Employees' },
		],
		['coverage that is none', [], [], [{ complete: 'yes' }], { input: 'Coverage', item: 0 }],
	])('%s', (_name, source, alleo, coverage, params) => {
		expect(refusal(source, alleo, coverage)).toEqual([
			'DIFF_ITEM_MALFORMED',
			expect.objectContaining(params),
		]);
	});

	test('the same account twice with different contents', () => {
		expect(refusal([], [account(1), account(1, { is_active: false })])).toEqual([
			'ALLEO_LISTING_INCONSISTENT',
			{ account: 1001 },
		]);
		expect(run([person(1)], [account(1), account(1)]).rows).toEqual([]);
	});

	test('absent keys are null, as in the contract', () => {
		const { external_id, status, source, email, first_name, last_name } = person(1);
		const { rows } = run([{ external_id, status, source, email, first_name, last_name }], [], {}, [
			covered(),
		]);
		expect(rows[0]?.action).toBe('create');
	});
});

test('the written-out checks read exactly what the schemas read', () => {
	const variants = [
		person(1),
		{ external_id: 'a', status: 'held', source: { system: 'afas' } },
		{ ...person(1), budgets: { a: 1.5 }, company: {} },
	];
	for (const variant of variants) {
		expect(readEmployees([variant])).toEqual({ ok: true, value: [Employee.parse(variant)] });
	}
	for (const variant of [account(1), { id: 1, company_id: 2, is_active: false }]) {
		expect(readAccounts([variant])).toEqual({ ok: true, value: [AlleoEmployee.parse(variant)] });
	}
	for (const wrong of [
		null,
		[],
		'x',
		{ ...person(1), email: 5 },
		{ ...person(1), clear: [1] },
		{ ...person(1), source: {} },
		{ ...person(1), budgets: { a: 'x' } },
	]) {
		expect(Employee.safeParse(wrong).success).toBe(false);
		expect(readEmployees([wrong]).ok).toBe(false);
	}
	for (const wrong of [
		{},
		{ ...account(1), id: 1.5 },
		{ ...account(1), is_active: 'true' },
		{ ...account(1), group_name: 5 },
	]) {
		expect(AlleoEmployee.safeParse(wrong).success).toBe(false);
		expect(readAccounts([wrong]).ok).toBe(false);
	}
});
