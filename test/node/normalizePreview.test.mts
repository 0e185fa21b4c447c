import type { IDataObject } from 'n8n-workflow';
import { nmbrs } from '../unit/normalize/support.mts';
import { runNode } from './normalize.context.mts';
import { manyOf, panel } from './normalize.panel.mts';

/** Preview, the third output: who changes if this mapping is published. */

const lineOf = (lines: IDataObject[], field: string): IDataObject | undefined =>
	lines.find((line) => line['alleo_field'] === field);

const account = (id: number, more: object = {}): object => ({
	id,
	company_id: 7,
	is_active: true,
	external_id: `nmbrs-e-${id}`,
	email: 'noor.testen@voorbeeld.nl',
	first_name: 'Noor',
	prefix: 'van',
	last_name: 'Testen',
	birthday: '1990-05-04',
	work_anniversary: '2020-03-01',
	language: 'nl',
	group_name: 'Verkoop',
	company_groups: ['Verkoop', 'Inkoop'],
	...more,
});

describe('Preview', () => {
	test('is always there: everybody goes on, and each field has one line', async () => {
		const { employees, preview } = await runNode([
			nmbrs(),
			nmbrs({
				employeeId: 'x',
				birthDate: 'unknown',
				extraFields: { alleo_monthly_all_budget: '25,50' },
			}),
		]);
		expect(employees).toHaveLength(2);
		expect(preview[0]).toMatchObject({ field: 'Status', filled: '1 of 2', held: 1, changed: null });
		expect(lineOf(preview, 'email')).toEqual({
			field: 'Business Email',
			alleo_field: 'email',
			source: 'businessEmail',
			filled: '2 of 2',
			held: 0,
			unknown: [],
			changed: null,
			examples: [
				'Noor van Testen: noor.testen@voorbeeld.nl',
				'Noor van Testen: noor.testen@voorbeeld.nl',
			],
			problem: '',
		});
		expect(lineOf(preview, 'birthday')).toMatchObject({ filled: '1 of 2', held: 1 });
		expect(String(lineOf(preview, 'birthday')?.['problem'])).toContain('cannot be read');
		expect(String((lineOf(preview, 'birthday')?.['examples'] as string[])[0])).toMatch(/waits/);
		expect(lineOf(preview, 'group')).toMatchObject({ source: 'department.description' });
		expect(lineOf(preview, 'alleo_monthly_all_budget')).toMatchObject({ filled: '1 of 2' });
	});

	test('a workflow that was left on Try the Mapping goes on as any other', async () => {
		const plain = await runNode(manyOf(9));
		const tried = await runNode(manyOf(9), {
			parameters: { mode: 'preview', options: { previewCount: 2 } },
		});
		expect(tried.employees).toEqual(plain.employees);
		expect(lineOf(tried.preview, 'email')?.['examples']).toHaveLength(2);
	});

	test('with the accounts of Alleo: what changes, from what to what, and what Alleo lacks', async () => {
		const people = [1, 2, 3].map((id) =>
			nmbrs({ employeeId: `e-${id}`, function: { description: id < 3 ? 'Inkoop' : 'Planner' } }),
		);
		const accounts = [account(1), account(2), account(3), account(4, { external_id: 'other' })];
		const { preview } = await runNode(people, {
			parameters: {
				source: 'nmbrs',
				fields: panel('nmbrs', { group: '={{ $json.function.description }}' }),
				options: { accounts },
			},
		});
		expect(preview[0]).toMatchObject({ field: 'Status', filled: '3 of 3', changed: 0 });
		expect(preview[1]).toMatchObject({
			field: 'Company Group',
			source: 'function.description',
			filled: '3 of 3',
			unknown: [{ value: 'Planner', people: 1 }],
			changed: 2,
			examples: [
				'Noor van Testen: Planner, which Alleo does not have',
				'Noor van Testen: Verkoop -> Inkoop',
				'Noor van Testen: Verkoop -> Inkoop',
			],
		});
		expect(lineOf(preview, 'email')).toMatchObject({ changed: 0 });
	});

	test('a mapping that ends everybody shows in the line of the status', async () => {
		const people = manyOf(3);
		const accounts = [0, 1, 2].map((id) => account(id, { external_id: `custom-e-${id}` }));
		const fields = panel('nmbrs', {
			start_date: '={{ $json.birthDate }}',
			end_date: '={{ $json.startDate }}',
		});
		const { preview } = await runNode(
			people.map((one) => ({ ...one, source: 'custom' })),
			{ parameters: { source: 'custom', fields, options: { accounts } } },
		);
		expect(preview[0]).toMatchObject({ field: 'Status', changed: 3 });
		expect((preview[0]?.['examples'] as string[])[0]).toBe(
			'Noor van Testen: active account -> ended',
		);
	});

	test('a filter value without a route is unknown', async () => {
		const people = ['holding', 'Winkel', 'winkel'].map((alleo_filter, id) =>
			nmbrs({ employeeId: `e-${id}`, extraFields: { alleo_filter } }),
		);
		const routing = [{ filter: 'Holding', companyId: 3 }];
		const { preview } = await runNode(people, { parameters: { options: { routing } } });
		expect(lineOf(preview, 'alleo_filter')?.['unknown']).toEqual([{ value: 'Winkel', people: 2 }]);
	});

	test('routes that are known to be none leave every value unknown; without them nothing is said', async () => {
		const people = [nmbrs({ extraFields: { alleo_filter: 'Winkel' } })];
		const unknownWith = async (options: IDataObject): Promise<unknown> => {
			const { preview } = await runNode(people, { parameters: { options } });
			return lineOf(preview, 'alleo_filter')?.['unknown'];
		};
		expect(await unknownWith({ routing: '={{ [] }}' })).toEqual([{ value: 'Winkel', people: 1 }]);
		expect(await unknownWith({ routing: '[]' })).toEqual([]);
		expect(await unknownWith({})).toEqual([]);
	});

	test('what was answered in the inbox is not unknown, and is what changes', async () => {
		const people = ['Planner', 'Stagiair', 'Chef', 'Kok'].map((description, id) =>
			nmbrs({
				employeeId: `e-${id}`,
				function: { description },
				extraFields: { alleo_filter: ['Winkel', 'onbekend', 'nieuw', 'Winkel'][id] },
			}),
		);
		const answers = [
			{ kind: 'group', value: 'planner', answer: 'map', target: 'Inkoop' },
			{ kind: 'group', value: 'Stagiair', answer: 'none', target: '' },
			{ kind: 'group', value: 'Chef', answer: 'map', target: 'Gone' },
			{ kind: 'filter', value: 'winkel', answer: 'map', target: '7' },
			{ kind: 'filter', value: 'onbekend', answer: 'hold', target: '' },
		];
		const { preview } = await runNode(people, {
			parameters: {
				source: 'nmbrs',
				fields: panel('nmbrs', { group: '={{ $json.function.description }}' }),
				options: { accounts: [0, 1, 2, 3].map((id) => account(id)), routing: '={{ [] }}' },
				answers,
			},
		});
		expect(lineOf(preview, 'alleo_filter')?.['unknown']).toEqual([{ value: 'nieuw', people: 1 }]);
		expect(lineOf(preview, 'group')).toMatchObject({
			unknown: [
				{ value: 'Chef', people: 1 },
				{ value: 'Kok', people: 1 },
			],
			changed: 1,
		});
		expect((lineOf(preview, 'group')?.['examples'] as string[])[2]).toBe(
			'Noor van Testen: Verkoop -> Inkoop',
		);
	});

	test.each([
		['coverage', [{ partition: 'c-1', complete: true }]],
		['nothing', []],
		['text', 'x'],
	])('accounts that are %s stop nobody', async (_what, accounts) => {
		const { employees, preview } = await runNode(manyOf(2), {
			parameters: { options: { accounts } as IDataObject },
		});
		expect(employees).toHaveLength(2);
		expect(lineOf(preview, 'email')).toMatchObject({ changed: null });
	});

	test('the access field with what it says', async () => {
		const one = (alleo_access: string) =>
			nmbrs({ employeeId: alleo_access, extraFields: { alleo_access } });
		const { preview } = await runNode([one('nee'), one('hm'), one('ja')], {
			parameters: { selectiveSync: true },
		});
		expect(lineOf(preview, 'alleo_access')).toMatchObject({
			field: 'Access Field',
			filled: '2 of 3',
			held: 1,
		});
	});

	test('a number that looks like a citizen service number is masked, a wrong value is not shown', async () => {
		const fields = panel('nmbrs', { group: '={{ $json.remark }}' });
		const { preview } = await runNode(
			[nmbrs({ remark: 'see 123456782' }), nmbrs({ businessEmail: 'SECRET no address' })],
			{ parameters: { source: 'nmbrs', fields } },
		);
		expect(JSON.stringify(preview)).toContain('see •••••••••');
		expect(JSON.stringify(preview)).not.toContain('123456782');
		expect(JSON.stringify(preview)).not.toContain('SECRET');
	});

	test('payroll records: how many have each column, and no figure', async () => {
		const { preview, employees } = await runNode(
			[{ source: 'nmbrs', kind: 'payroll', amount: 1234.56 }],
			{ parameters: { dataset: 'salaryLeave' }, continueOnFail: true },
		);
		expect(JSON.stringify(preview)).not.toContain('1234');
		expect(employees.length).toBeLessThan(2);
	});
});
