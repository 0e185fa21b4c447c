import { presentFields, almostFields } from '../../core/model/fieldsPresent';
import { errorOf, runAfas } from './afas.helper.mts';
import { fields, read } from './afasColumns.mts';
import { employeeRow, slice, startScripted } from './afasScripted.mts';

/** "The column is gone" and "nobody has it" are two things, and coverage says which. */

const empty = (): null => null;

test('coverage names the fields for Alleo that the connector has, whether anybody has a value or not', async () => {
	const names = ['Alleo_Access', 'yourcampus_filter', 'alleo_monthly_all_budget', 'Afdeling'];
	const { coverage } = await read(names, empty);
	expect(coverage[0]?.complete).toBe(true);
	expect(presentFields(coverage[0] ?? { checks: [] })).toEqual(
		new Set(['alleo_access', 'alleo_filter', 'alleo_monthly_all_budget']),
	);
});

test('a column that is gone, or left out by hand, is not among them', async () => {
	const gone = await read([], empty);
	expect(presentFields(gone.coverage[0] ?? { checks: [] })).toEqual(new Set());
	const left = await read(['alleo_filter'], empty, { options: { dropColumns: 'alleo_filter' } });
	expect(presentFields(left.coverage[0] ?? { checks: [] })).toEqual(new Set());
});

test('the older name of a budget leaves the node; a look-alike stays, and is said with what was meant', async () => {
	const names = ['yourcampus_monthly_all_budget', 'alleo_budget', 'alleo_acces'];
	const { coverage, employees, fake } = await read(names, () => 25);
	expect(employees[0]).toMatchObject({ yourcampus_monthly_all_budget: 25 });
	expect(employees[0]).not.toHaveProperty('alleo_budget');
	expect(almostFields(coverage[0] ?? { checks: [] })).toEqual([
		{ name: 'alleo_acces', meant: 'alleo_access' },
		{ name: 'alleo_budget', meant: 'alleo_monthly_all_budget' },
	]);
	expect(fake.hints.filter((hint) => hint.includes('FIELD_NAME_ALMOST'))).toHaveLength(2);
});

test('a look-alike that a person chose by hand is theirs', async () => {
	const { coverage } = await read(['alleo_budget'], () => 25, {
		additionalColumns: ['alleo_budget'],
	});
	expect(almostFields(coverage[0] ?? { checks: [] })).toEqual([]);
});

test('a row without the key of a field that decides stops the reading; of another, it is not carried', async () => {
	const withFilter = employeeRow(1, { alleo_filter: 'Noord', Department: 'A' });
	const run = async (second: object) => {
		const server = await startScripted({
			fields: fields(['alleo_filter', 'Department']),
			page: slice([withFilter, second]),
		});
		try {
			return await runAfas({ baseUrl: server.url, parameters: { contractsConnector: '' } });
		} finally {
			await server.close();
		}
	};
	const { employees } = await run(employeeRow(2, { alleo_filter: null }));
	expect(employees[1]).toMatchObject({ alleo_filter: null });
	expect(employees[1]).not.toHaveProperty('Department');
	const error = await errorOf(run(employeeRow(2, { Department: 'B' })));
	expect(error.description).toContain('AFAS_ROW_COLUMN_MISSING');
});
