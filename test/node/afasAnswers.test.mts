import { chooseRow } from '../../nodes/Afas/employee/choose';
import { STOCK_COLUMNS } from '../../nodes/Afas/employee/columns';
import { runAfas } from './afas.helper.mts';
import {
	EMPLOYEE_FIELDS,
	employeeRow,
	employeeRows,
	field,
	slice,
	startScripted,
	type ScriptedConnector,
} from './afasScripted.mts';

/** Answers that only a hand-made server gives: odd values, odd order, lists that move. */
async function read(
	script: Partial<ScriptedConnector> & Pick<ScriptedConnector, 'page'>,
	parameters: Record<string, unknown> = {},
) {
	const server = await startScripted({ fields: EMPLOYEE_FIELDS, ...script });
	try {
		return await runAfas({
			baseUrl: server.url,
			parameters: { contractsConnector: '', pageSize: 10, ...parameters },
		});
	} finally {
		await server.close();
	}
}

const one = async (more: Record<string, unknown>, fields = EMPLOYEE_FIELDS) => {
	const { employees } = await read({ fields, page: slice([employeeRow(1, more)]) });
	expect(employees).toHaveLength(1);
	return employees[0] ?? {};
};

const codes = (employee: Record<string, unknown>): string[] =>
	(employee['notices'] as Array<{ code: string }>).map(({ code }) => code);

describe('odd values reach the record without harm', () => {
	test.each([
		['a name of 2,000 characters', 'x'.repeat(2000)],
		['emoji', 'Zoë 🎉👩‍👩‍👧'],
		['right-to-left text', 'مثال\u200f עברית'],
		['quotes and tags', `O'Brien "<b>&amp;</b>"`],
		['combining accents', 'Zoe\u0308'],
	])('%s', async (_name, value) => {
		expect(await one({ FirstName: value })).toMatchObject({ FirstName: value });
	});

	test('NUL bytes and other control characters are taken out of names', async () => {
		expect(await one({ FirstName: 'An\u0000na\u0007' })).toMatchObject({ FirstName: 'Anna' });
	});

	test('but never out of a key: two ids must not become one', async () => {
		const { employees } = await read({
			page: slice([employeeRow(1), employeeRow(2, { EmployeeId: '000001\u0000' })]),
		});
		expect(employees).toHaveLength(2);
	});

	test('blank is empty', async () => {
		expect(await one({ Mail: '   ', FirstName: '' })).toMatchObject({
			Mail: null,
			FirstName: null,
		});
	});

	test('a number as key is text; letters in a key are kept', async () => {
		expect(await one({ EmployeeId: 101 })).toMatchObject({ EmployeeId: '101', personKey: '101' });
		expect(await one({ EmployeeId: 'VBD-C' })).toMatchObject({ personKey: 'VBD-C' });
	});

	test('a date that cannot be read stays visible, with a notice', async () => {
		const employee = await one({ EmploymentEnd: '31 december 2025' });
		expect(employee['EmploymentEnd']).toBe('31 december 2025');
		expect(employee['employments']).toMatchObject([{ endDate: '31 december 2025' }]);
		expect(codes(employee)).toEqual(['AFAS_DATE_UNREADABLE']);
	});

	test.each([
		['2026-03-29T00:00:00Z', '2026-03-29'],
		['2026-10-25T00:00:00+02:00', '2026-10-25'],
		['05-04-1990', '1990-04-05'],
	])('the date %s is %s', async (given, expected) => {
		expect(await one({ EmploymentStart: given })).toMatchObject({ EmploymentStart: expected });
	});

	test.each([['2026-03-29T02:30:00Z'], ['1990-01-01T23:59:59Z']])(
		'the time %s is no date: it stays visible, with a notice',
		async (given) => {
			const employee = await one({ EmploymentStart: given });
			expect(employee['EmploymentStart']).toBe(given);
			expect(codes(employee)).toEqual(['AFAS_DATE_UNREADABLE']);
		},
	);

	test('bytes in another encoding are noticed, not passed as a name', async () => {
		const body = JSON.stringify({
			skip: 0,
			take: 10,
			rows: [employeeRow(1, { FirstName: 'Zo_' })],
		});
		const latin = Buffer.from(body.replace('Zo_', 'Zo\u00eb'), 'latin1');
		const { employees } = await read({
			page: ({ skip, take }) => (skip === 0 && take > 0 ? latin : latin),
		});
		expect(codes(employees[0] ?? {})).toEqual(['AFAS_TEXT_DAMAGED']);
	});

	test('a byte order mark and numbers such as -.5 are read', async () => {
		const fields = [...EMPLOYEE_FIELDS, field('FTE', 'decimal')];
		const text = `\uFEFF${JSON.stringify({ rows: [employeeRow(1, { FTE: 7, FirstName: 'a:.5"' })] })}`;
		const body = text.replace(':7', ':-.5');
		const { employees } = await read({ fields, page: () => body });
		expect(employees[0]).toMatchObject({ FTE: -0.5, FirstName: 'a:.5"' });
	});

	test('a row without a key stands alone and says so', async () => {
		const { employees } = await read({
			page: slice([employeeRow(1, { EmployeeId: null }), employeeRow(2)]),
		});
		expect(employees).toHaveLength(2);
		expect(employees.flatMap(codes)).toEqual(['AFAS_PERSON_KEY_EMPTY']);
	});

	test('a column called __proto__ does nothing', async () => {
		const fields = [...EMPLOYEE_FIELDS, field('__proto__')];
		const row = JSON.stringify(employeeRow(1)).replace('{', '{"__proto__":{"polluted":"yes"},');
		const { employees } = await read({ fields, page: () => `{"rows":[${row}]}` });
		expect(employees).toHaveLength(1);
		expect(employees[0]).not.toHaveProperty('polluted');
		expect({}).not.toHaveProperty('polluted');
	});

	test('columns that metainfo does not name are dropped', async () => {
		expect(await one({ Verrassing: 'geheim' })).not.toHaveProperty('Verrassing');
	});
});

describe('several rows of one person', () => {
	const people = async (
		rows: Array<Record<string, unknown>>,
		parameters = {},
		fields = EMPLOYEE_FIELDS,
	) => {
		const { employees } = await read({ fields, page: slice(rows) }, parameters);
		return employees;
	};
	const open = { EmploymentStart: '2025-01-01T00:00:00Z', EmploymentEnd: null };
	const past = { EmploymentStart: '2018-01-01T00:00:00Z', EmploymentEnd: '2024-12-31T00:00:00Z' };
	const future = { EmploymentStart: '2027-03-01T00:00:00Z', EmploymentEnd: null };

	test('in service if any employment is, and all employments are listed', async () => {
		const [employee] = await people([
			employeeRow(1, past),
			employeeRow(1, open),
			employeeRow(1, future),
		]);
		expect(employee).toMatchObject({ EmploymentStart: '2025-01-01', EmploymentEnd: null });
		expect(employee?.['employments']).toMatchObject([
			{ startDate: '2018-01-01', endDate: '2024-12-31' },
			{ startDate: '2025-01-01', endDate: null },
			{ startDate: '2027-03-01', endDate: null },
		]);
	});

	test('the last day counts as in service', async () => {
		const lastDay = { EmploymentStart: '2019-01-01', EmploymentEnd: '2026-11-24T00:00:00Z' };
		const [employee] = await people([employeeRow(1, lastDay), employeeRow(1, future)]);
		expect(employee).toMatchObject({ EmploymentEnd: '2026-11-24' });
	});

	test('nobody in service: the next start, else the last end', async () => {
		const [returning] = await people([employeeRow(1, past), employeeRow(1, future)]);
		expect(returning).toMatchObject({ EmploymentStart: '2027-03-01' });
		const older = { EmploymentStart: '2010-01-01', EmploymentEnd: '2012-01-01' };
		const [left] = await people([employeeRow(1, older), employeeRow(1, past)]);
		expect(left).toMatchObject({ EmploymentEnd: '2024-12-31' });
	});

	test('two at the same time: the one with most hours, then the latest start', async () => {
		const fields = [...EMPLOYEE_FIELDS, field('HourPerWeek', 'decimal')];
		const [employee] = await people(
			[
				employeeRow(1, { ...open, HourPerWeek: 8, EmployerId: '02' }),
				employeeRow(1, { EmploymentStart: '2021-01-01', HourPerWeek: 32 }),
			],
			{},
			fields,
		);
		expect(employee).toMatchObject({ EmployerId: '01', HourPerWeek: 32 });
	});

	test('an unreadable end date never makes somebody a leaver', async () => {
		const [employee] = await people([
			employeeRow(1, past),
			employeeRow(1, { EmploymentStart: '2025-01-01', EmploymentEnd: 'onbekend' }),
		]);
		expect(employee).toMatchObject({ EmploymentEnd: 'onbekend' });
	});

	test('and speaks for the person before an employment that is still to start', () => {
		const columns = STOCK_COLUMNS;
		const row = (start: string, end: string | null) => ({
			EmploymentStart: start,
			EmploymentEnd: end,
		});
		const broken = row('2020-01-01', 'binnenkort');
		const future = row('2027-01-01', null);
		expect(chooseRow([future, broken], columns, '2026-11-24')).toBe(broken);
		expect(chooseRow([future, row('2020-01-01', '2025-12-31')], columns, '2026-11-24')).toBe(
			future,
		);
	});

	test('contradicting addresses are reported without showing them', async () => {
		const [employee] = await people([
			employeeRow(1, { ...past, Mail: 'oud@example.nl' }),
			employeeRow(1, { ...open, Mail: 'Nieuw@example.nl' }),
		]);
		expect(codes(employee ?? {})).toEqual(['AFAS_SEVERAL_EMAILS']);
		expect(JSON.stringify(employee?.['notices'])).not.toContain('example.nl');
	});

	test('rows of one person on two pages are still one person', async () => {
		const rows = [
			...employeeRows(9),
			employeeRow(10, past),
			employeeRow(10, open),
			employeeRow(11),
		];
		expect(await people(rows)).toHaveLength(11);
	});
});
