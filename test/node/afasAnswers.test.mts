import { errorOf, runAfas } from './afas.helper.mts';
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
		['2026-03-29T02:30:00Z', '2026-03-29'],
		['1990-01-01T23:59:59Z', '1990-01-01'],
		['2026-10-25T00:00:00+02:00', '2026-10-25'],
		['05-04-1990', '1990-04-05'],
	])('the date %s is %s', async (given, expected) => {
		expect(await one({ EmploymentStart: given })).toMatchObject({ EmploymentStart: expected });
	});

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

describe('lists that move or lie', () => {
	test('a row removed in the middle while reading: the list is read again', async () => {
		const rows = employeeRows(45);
		let removed = false;
		const { employees, coverage } = await read({
			page: ({ skip, take, call }) => {
				if (call === 3 && !removed) {
					removed = true;
					rows.splice(12, 1);
				}
				return slice(rows)({ skip, take });
			},
		});
		expect(employees).toHaveLength(44);
		expect(coverage[0]?.complete).toBe(true);
	});

	test('a row that comes in before what was read: read again', async () => {
		const rows = employeeRows(45);
		const { employees } = await read({
			page: ({ skip, take, call }) => {
				if (call === 2) rows.unshift(employeeRow(0));
				return slice(rows)({ skip, take });
			},
		});
		expect(employees).toHaveLength(46);
	});

	test('a list that moves all the time is incomplete, and nobody is passed on', async () => {
		const rows = employeeRows(60);
		const page = ({ skip, take }: { skip: number; take: number }) => {
			rows.shift();
			return slice(rows)({ skip, take });
		};
		const { employees, coverage } = await read({ page }, { onPartitionError: 'continue' });
		expect(employees).toEqual([]);
		expect(coverage[0]).toMatchObject({ complete: false, error: { code: 'AFAS_LISTING_CHANGED' } });
	});

	test('rows that come unsorted over pages are not trusted', async () => {
		const rows = employeeRows(30);
		rows.splice(14, 3, employeeRow(17), employeeRow(16), employeeRow(15));
		const { description } = await errorOf(read({ page: slice(rows) }));
		expect(description).toContain('AFAS_ORDER_NOT_KEPT');
	});

	test.each([
		['letters and digits', ['000101', '9', 'a1', 'B2', 'VBD-C', 'vbda']],
		['punctuation ignored', ['VBDA', 'VBD-C', 'VBDX']],
		['empty keys last', ['1', '2', null]],
		['numbers by size', ['2', '10', '100']],
	])('an order that a database may well keep is accepted: %s', async (_name, employers) => {
		const rows = employers.flatMap((EmployerId, group) =>
			Array.from({ length: 5 }, (_, index) => employeeRow(group * 5 + index, { EmployerId })),
		);
		const { coverage } = await read({ page: slice(rows) }, { orderBy: 'EmployerId,EmployeeId' });
		expect(coverage[0]?.complete).toBe(true);
	});

	test('a key that is not unique where two pages meet', async () => {
		const rows = [
			...employeeRows(9),
			employeeRow(10),
			employeeRow(10, { Mail: 'b@example.nl' }),
			employeeRow(11),
		];
		const { description } = await errorOf(
			read({
				page: ({ skip, take }) =>
					slice(skip === 0 ? rows : [...rows.slice(0, 9), rows[10], rows[9], rows[11]])({
						skip,
						take,
					}),
			}),
		);
		expect(description).toContain('AFAS_ROWS_REPEATED');
	});

	test('a server that ignores take', async () => {
		const { description } = await errorOf(
			read({ page: ({ skip }) => ({ skip, take: 10, rows: employeeRows(50) }) }),
		);
		expect(description).toContain('AFAS_ANSWER_UNREADABLE');
	});

	test('a server that ignores skip', async () => {
		const { description } = await errorOf(
			read({ page: ({ take }) => ({ rows: employeeRows(take) }) }),
		);
		expect(description).toContain('AFAS_ROWS_REPEATED');
	});

	test('a column that disappears half-way', async () => {
		const { EmploymentEnd: _gone, ...without } = employeeRow(15);
		const rows = [...employeeRows(14), without, employeeRow(16)];
		const { message, description } = await errorOf(read({ page: slice(rows) }));
		expect(message).toContain('EmploymentEnd');
		expect(description).toContain('AFAS_ROW_COLUMN_MISSING');
	});

	test('a filter that AFAS did not apply stops the run', async () => {
		const rows = [employeeRow(1), employeeRow(2, { EmployerId: '02' })];
		const filters = { conditions: [{ field: 'EmployerId', operator: 1, value: '01' }] };
		const { message } = await errorOf(read({ page: slice(rows) }, { filters }));
		expect(message).toContain('EmployerId');
	});

	test.each([
		['rows are no list', { rows: { a: 1 } }],
		['a row is text', { rows: ['x'] }],
		['a row is null', { rows: [null] }],
		['a cell is a list', { rows: [employeeRow(1, { Mail: ['a@example.nl'] })] }],
		['null', 'null'],
		['nothing at all', ''],
		['XML', '<?xml version="1.0"?><rows/>'],
		['plain text', 'Service unavailable'],
		['an error with status 200', { externalMessage: 'Er is een onverwachte fout opgetreden.' }],
	])('%s', async (_name, answer) => {
		const { message, description } = await errorOf(read({ page: () => answer }));
		expect(description).toMatch(/AFAS_ANSWER_UNREADABLE/);
		expect(message).not.toContain('example.nl');
	});

	test.each([1, 2, 3, 10, 11, 19, 20, 21, 28, 29])('%i people in pages of 10', async (count) => {
		for (const parallelPages of [1, 3]) {
			const { employees, coverage } = await read(
				{ page: slice(employeeRows(count)) },
				{ options: { parallelPages } },
			);
			expect(employees).toHaveLength(count);
			expect(coverage[0]?.complete).toBe(true);
		}
	});

	test('a page size of one is possible', async () => {
		const { employees } = await read({ page: slice(employeeRows(5)) }, { pageSize: 1 });
		expect(employees).toHaveLength(5);
	});

	test('a redirect is not followed', async () => {
		const other = await startScripted({ fields: EMPLOYEE_FIELDS, page: slice(employeeRows(3)) });
		const { startServer } = await import('../support/httpServer.mts');
		const server = await startServer((_request, response) => {
			response.writeHead(302, { location: `${other.url}/metainfo` });
			response.end();
		});
		const { description } = await errorOf(runAfas({ baseUrl: server.url }));
		expect(description).toContain('AFAS_ANSWER_UNREADABLE');
		expect(other.seen).toEqual([]);
		await Promise.all([server.close(), other.close()]);
	});
});
