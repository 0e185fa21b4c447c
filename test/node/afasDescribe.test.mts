import { describeConnector } from '../../nodes/Afas/operations/getConnector/describe';
import { EMPLOYEE_COLUMNS } from '../../nodes/Afas/employee/requirements';

/** What is missing of a connector is said before the first run, with what it costs. */

const STOCK = EMPLOYEE_COLUMNS.filter(({ level }) => level !== 'optional').map(
	({ column }) => column,
);

const described = (ids: readonly string[], labels: Record<string, string> = {}) => {
	const field = (id: string) => ({
		id,
		fieldId: id,
		dataType: 'string',
		label: labels[id] ?? id,
		length: 10,
		decimals: 0,
		notzero: false,
		controlType: 0,
	});
	return describeConnector(
		'C',
		{ name: 'C', description: '', fields: ids.map(field) },
		EMPLOYEE_COLUMNS,
	);
};

test.each([
	['EmployeeId'],
	['Mail'],
	['FirstName'],
	['BirthName'],
	['Department'],
	['DateOfBirth'],
	['PrefixBirthName'],
])('without %s it says which column to add and what it costs', (column) => {
	const { missing, message } = described(STOCK.filter((one) => one !== column));
	expect(message).toContain(column);
	expect(missing.find((one) => one.column === column)).toMatchObject({
		action: expect.stringContaining(`with ${column} as its name`) as string,
		cost: expect.stringMatching(/\w{4}/) as string,
	});
});

test.each<[string, string, Record<string, string>]>([
	['by its name', 'Alleo', {}],
	['by the name of the field file', 'Employee_Alleo_Access', {}],
	['by its label', 'U0123', { U0123: 'Alleo' }],
])('the access field is proposed %s', (_how, id, labels) => {
	const { missing } = described([...STOCK, id], labels);
	expect(missing.find(({ column }) => column === 'alleo_access')).toMatchObject({
		perhaps: [id],
		action: expect.stringContaining('Access Field') as string,
	});
});

test('another field that is called after Alleo is not proposed', () => {
	const { missing } = described([...STOCK, 'Alleo_pasje']);
	expect(missing.find(({ column }) => column === 'alleo_access')?.perhaps).toEqual([]);
});
