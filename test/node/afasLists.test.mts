import { ConnectorInfo } from '../../nodes/Afas/api/schemas';
import { RowCollector } from '../../nodes/Afas/listing/collect';
import { planListing } from '../../nodes/Afas/listing/plan';
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

	test('a row of the first page that was exchanged for another while the rest was read', async () => {
		const rows = employeeRows(25);
		const { employees, coverage } = await read({
			page: ({ skip, take, call }) => {
				// As many rows as before, the same where pages meet, the same end.
				if (call === 1) rows[3] = employeeRow(4, { EmployeeId: '000004A' });
				return slice(rows)({ skip, take });
			},
		});
		const ids = employees.map(({ EmployeeId }) => EmployeeId);
		expect(ids).toContain('000004A');
		expect(ids).not.toContain('000004');
		expect(coverage[0]?.complete).toBe(true);
	});

	test('another row where two pages meet is noticed there, before anything else could', () => {
		const info = ConnectorInfo.parse({ fields: [field('EmployeeId')] });
		const plan = planListing('Profit_X', info, {
			order: [{ column: 'EmployeeId', descending: false }],
			conditions: [],
			pageSize: 3,
			parallel: 1,
			keep: ['EmployeeId'],
			required: [],
			keys: ['EmployeeId'],
			dates: [],
		});
		if (!plan.ok) throw new Error(plan.problem.code);
		const collected = new RowCollector(plan.value);
		const page = (...ids: string[]) => ids.map((EmployeeId) => ({ EmployeeId }));
		expect(collected.addPage(page('1', '2', '3'))).toBeNull();
		expect(collected.addPage(page('3', '4', '5'))).toBeNull();
		expect(collected.addPage(page('6', '7'))).toMatchObject({ code: 'AFAS_LISTING_CHANGED' });
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
