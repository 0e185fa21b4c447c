import type { IDataObject } from 'n8n-workflow';
import { runAfas, type Run } from './afas.helper.mts';
import { EMPLOYEE_FIELDS, employeeRow, field, slice, startScripted } from './afasScripted.mts';

/** A connector with the columns of a test beside those of an employee, read by both operations. */

/** A value that is nothing but itself, so that a single copy of it anywhere is found. */
export const canary = (column: string, row: number): string => `kanarie-${column}-${row}-zz`;

export const fields = (names: readonly string[]) => [
	...EMPLOYEE_FIELDS,
	...names.map((name) => field(name)),
];

export async function read(
	names: readonly string[],
	valueOf: (column: string, row: number) => unknown,
	{ rows = 3, ...parameters }: { rows?: number } & Record<string, unknown> = {},
): Promise<Run> {
	const all = Array.from({ length: rows }, (_, at) =>
		employeeRow(at + 1, Object.fromEntries(names.map((name) => [name, valueOf(name, at)]))),
	);
	const server = await startScripted({ fields: fields(names), page: slice(all) });
	try {
		return await runAfas({
			baseUrl: server.url,
			parameters: { contractsConnector: '', ...parameters },
		});
	} finally {
		await server.close();
	}
}

/** Everything that a run gives: items, coverage, notices, log lines. */
export const everything = ({ items, fake }: Run): string =>
	JSON.stringify([items, fake.hints, fake.log]).toLowerCase();

export const OPERATIONS: Array<[string, IDataObject]> = [
	['people', {}],
	[
		'rows of a connector',
		{ resource: 'getConnector', operation: 'getAll', connector: 'Profit_Employees_Alleo' },
	],
];
