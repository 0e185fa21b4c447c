import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { Employee } from '../../core/model/employee';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { isTimezone, civilToday } from '../../nodes/shared/clock';
import { afas, nmbrs } from '../unit/normalize/support.mts';
import { runNode } from './normalize.context.mts';
import { manyOf, panel } from './normalize.panel.mts';

/** The node: panel to core, items in and out; the rules themselves are tested with core. */

describe('items in and out', () => {
	test('one employee per person, each linked to its item; held ones also on Held', async () => {
		const records = [nmbrs(), nmbrs({ employeeId: 'b', businessEmail: null }), afas()];
		const { outputs, employees, held } = await runNode(records);
		expect(employees.map((json) => json['status'])).toEqual(['active', 'held', 'active']);
		expect(held.map((json) => json['external_id'])).toEqual(['nmbrs-b']);
		expect(outputs[0]?.map((item) => item.pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(outputs[1]?.map((item) => item.pairedItem)).toEqual([{ item: 1 }]);
		for (const json of employees) expect(Employee.strict().parse(json)).toEqual(json);
	});

	test('no items in, none out', async () => {
		const { outputs } = await runNode([]);
		expect(outputs).toEqual([[], [], []]);
	});

	test('an error is one clear message that says what to do, and passes nobody on', async () => {
		await expect(runNode([nmbrs(), {}])).rejects.toMatchObject({
			message: 'Item 1 does not say which HR system it comes from.',
			description: expect.stringContaining('SOURCE_UNKNOWN'),
			context: { itemIndex: 1 },
		});
		const { outputs } = await runNode([{}], { continueOnFail: true });
		expect(outputs).toEqual([
			[],
			[
				{
					json: {
						error: expect.any(String),
						details: expect.stringContaining('turn off "Always Output Data"'),
						description: expect.stringContaining('turn off "Always Output Data"'),
						code: 'SOURCE_UNKNOWN',
					},
					pairedItem: { item: 0 },
				},
			],
			[],
		]);
	});

	test('selective sync without the field stops with the name of the field', async () => {
		const parameters = { selectiveSync: true, accessField: 'alleo_access' };
		await expect(runNode([nmbrs(), nmbrs()], { parameters })).rejects.toThrow(
			'none of the 2 people has the field "alleo_access"',
		);
	});
});

describe('parameters', () => {
	test('the reference date: given, or today in the time zone of the workflow', async () => {
		const day = (referenceDate: string, timezone = 'Europe/Amsterdam') =>
			runNode([afas({ employments: [], EmploymentStart: civilToday('Pacific/Kiritimati') })], {
				parameters: { referenceDate },
				timezone,
			}).then(({ employees }) => employees[0]?.['status']);
		expect(await day('', 'Pacific/Kiritimati')).toBe('active');
		expect(await day('2001-01-01')).toBe('upcoming');
		expect(await day('2101-01-01')).toBe('active');
		expect(isTimezone('Europe/Amsterdam') && !isTimezone('Mars/Base')).toBe(true);
		expect(civilToday('Mars/Base')).toBe(civilToday('Europe/Amsterdam'));
	});

	test.each([
		[
			{ referenceDate: 'soon' },
			'The setting "Reference Date" in Normalize employees cannot be used: it must be a date',
		],
		[
			{ selectiveSync: 'perhaps' },
			'The setting "Selective Sync" in Normalize employees cannot be used: choose one of Automatic, Off, On.',
		],
		[{ selectiveSync: '' }, 'The setting "Selective Sync"'],
		[{ selectiveSync: true, emptyAccess: 'x' }, 'The setting "Empty Access Field Means"'],
		[{ emailPolicy: '' }, 'The setting "Email Policy"'],
		[{ language: 'de' }, 'The setting "Language"'],
		[{ options: { gapDays: -1 } }, 'The setting "Days Between Employments"'],
		[{ options: { clearWhenEmpty: ['email'] } }, 'The setting "Clear When Empty"'],
		[
			{ transforms: { rows: [{ field: 'email', transform: 'guess' }] } },
			'The setting "Fallbacks and Transforms" in Normalize employees cannot be used: row 1, Transform: choose one of',
		],
		[{ dataset: 'people' }, 'The setting "Dataset"'],
		[
			{ fields: { mappingMode: 'defineBelow', value: { group: '={{ $json.BSN }}' } } },
			'"group" is mapped to a citizen service number',
		],
	])('a setting that cannot be used: %j', async (parameters, message) => {
		await expect(runNode([nmbrs()], { parameters })).rejects.toThrow(message);
	});

	test.each([
		[undefined, 'ineligible'],
		['auto', 'ineligible'],
		['on', 'ineligible'],
		[true, 'ineligible'],
		['true', 'ineligible'],
		['={{ true }}', 'ineligible'],
		['off', 'active'],
		[false, 'active'],
		['False', 'active'],
	])('selective sync, as workflows of every age say it: %j', async (selectiveSync, status) => {
		const record = nmbrs({ extraFields: { alleo_access: 'nee' } });
		const parameters = selectiveSync === undefined ? {} : { selectiveSync };
		const { employees } = await runNode([record], { parameters });
		expect(employees[0]).toMatchObject({ status });
	});

	test('settings may be expressions, as in the templates; they are evaluated once', async () => {
		const records = manyOf(50).map((record) => ({
			...record,
			extraFields: { alleo_access: 'nee' },
		}));
		const parameters = {
			selectiveSync: '={{ 1 + 1 === 2 ? "true" : "false" }}',
			language: '={{ "en" }}',
			referenceDate: '={{ "2026-11-24" }}',
			accessField: '={{ "alleo" + "_access" }}',
		};
		const { employees, asked } = await runNode(records, { parameters });
		expect(employees[49]).toMatchObject({ status: 'ineligible', language: 'en' });
		expect(asked.expressions).toBe(0);
		expect(asked.parameters).toBeLessThan(20);
	});
});

describe('the mapping panel', () => {
	const fieldsFor = async (
		source: string,
	): Promise<Array<{ id: string; defaultValue?: unknown }>> => {
		const context = { getNodeParameter: () => source } as unknown as ILoadOptionsFunctions;
		const { fields } = await new EmployeeNormalize().methods.resourceMapping.getMappingFields.call(
			context,
		);
		return fields;
	};

	test.each([
		['nmbrs', '$json.businessEmail'],
		['afas', '$json.Mail'],
		['auto', '$json.businessEmail ?? $json.Mail'],
		['custom', undefined],
		['something else', '$json.businessEmail ?? $json.Mail'],
	])('is pre-filled for %s', async (source, email) => {
		const fields = await fieldsFor(source);
		expect(fields.find(({ id }) => id === 'email')?.defaultValue).toBe(email);
		expect(fields.slice(0, 5)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					id: 'external_id',
					required: true,
					displayName: 'Employee ID *',
				}),
			]),
		);
	});

	test.each(['auto', 'nmbrs', 'afas'] as const)(
		'opened and left, it does what an untouched one does: %s',
		async (source) => {
			const records = [
				source === 'afas'
					? null
					: nmbrs({ extraFields: { alleo_filter: 'N', alleo_monthly_all_budget: '5' } }),
				source === 'nmbrs' ? null : afas({ alleo_filter: 'Z', alleo_oneoff_all_budget: 5 }),
			].filter((record) => record !== null);
			const untouched = await runNode(records, { parameters: { source } });
			const opened = await runNode(records, { parameters: { source, fields: panel(source) } });
			const fields = (people: IDataObject[]) => people.map(({ unmapped: _none, ...rest }) => rest);
			expect(fields(opened.employees)).toEqual(fields(untouched.employees));
			expect(opened.asked.expressions).toBe(0);
		},
	);

	test("a dragged field changes that one field, without n8n's evaluator", async () => {
		const fields = panel('nmbrs', {
			group: '={{ $json.company.name }}',
			alleo_filter: "={{ $json['company']['number'] }}",
		});
		const { employees, asked } = await runNode(manyOf(20), {
			parameters: { source: 'nmbrs', fields },
		});
		expect(employees[19]).toMatchObject({
			group: 'Voorbeeld B.V.',
			alleo_filter: '1',
			email: 'noor.testen@voorbeeld.nl',
		});
		expect(asked.expressions).toBe(0);
	});

	test('a real expression is evaluated by n8n, once per person and field', async () => {
		const fields = panel('nmbrs', { group: '={{ $json.company.name.toUpperCase() }}' });
		const { employees, asked } = await runNode(manyOf(20), {
			parameters: { source: 'nmbrs', fields },
		});
		expect(employees[19]).toMatchObject({ group: 'VOORBEELD B.V.', status: 'active' });
		expect(asked.expressions).toBe(20);
	});

	test('each person gets the expression of their own item', async () => {
		const fields = panel('nmbrs', { group: '={{ "G" + $json.employeeId + $itemIndex }}' });
		const { employees } = await runNode(manyOf(3), { parameters: { source: 'nmbrs', fields } });
		expect(employees.map((json) => json['group'])).toEqual(['Ge-00', 'Ge-11', 'Ge-22']);
	});

	test('a DateTime of an expression is a date; one that fails holds the person', async () => {
		const run = async (birthday: string) => {
			const { employees } = await runNode([nmbrs()], {
				parameters: { source: 'nmbrs', fields: panel('nmbrs', { birthday }) },
			});
			return employees[0];
		};
		expect(await run('={{ DateTime.fromISO("1990-05-04") }}')).toMatchObject({
			birthday: '1990-05-04',
		});
		expect(await run('={{ $json.birthDate.toDateTime() }}')).toMatchObject({
			birthday: '1990-05-04',
		});
		expect(await run('={{ $json.__proto__.x }}')).toMatchObject({
			status: 'held',
			issues: [{ code: 'EXPRESSION_FAILED', field: 'birthday' }],
		});
	});

	test('fallbacks and transforms come from the panel, typed or dragged', async () => {
		const rows = [
			{ field: 'email', transform: 'lowerCase', fallback: 'privateEmail' },
			{ field: 'group', transform: 'upperCase', fallback: '={{ $json.company.name }}' },
		];
		const record = nmbrs({ businessEmail: null, privateEmail: 'HOME@B.NL', department: null });
		const { employees } = await runNode([record], { parameters: { transforms: { rows } } });
		expect(employees[0]).toMatchObject({
			status: 'active',
			email: 'home@b.nl',
			group: 'VOORBEELD B.V.',
		});
	});

	test('access can be dragged', async () => {
		const record = nmbrs({ function: { code: 'x', description: null } });
		for (const accessField of [
			'={{ $json.function.code }}',
			'=alleo_access {{ $json.function.code }}', // what n8n makes of a drop onto the default
		]) {
			const parameters = { selectiveSync: true, accessField };
			const { employees } = await runNode([record, nmbrs({ employeeId: 'b' })], { parameters });
			expect(employees.map((json) => json['status'])).toEqual(['active', 'ineligible']);
		}
	});
});

test('the description: no credential but that of n8n, for comparing; three outputs, the fixed names', () => {
	const { description } = new EmployeeNormalize();
	expect(description.credentials).toEqual([
		{
			name: 'alleoN8nApi',
			testedBy: 'testN8n',
			displayOptions: { show: { dataset: ['employees'], mode: ['compare'] } },
		},
	]);
	expect(description.outputs).toHaveLength(3);
	expect(description.inputs).toHaveLength(1);
	expect(description.properties.map(({ name }) => name)).toEqual(
		expect.arrayContaining([
			'source',
			'fields',
			'selectiveSync',
			'accessField',
			'emptyAccess',
			'emailPolicy',
			'namePolicy',
			'language',
			'referenceDate',
		]),
	);
});
