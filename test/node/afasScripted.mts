import type { ServerResponse } from 'node:http';
import { json, startServer, type TestServer } from '../support/httpServer.mts';

/** A GetConnector made by hand: its columns, and what each page request gets. */
export interface ScriptedConnector {
	fields: Array<{ id: string; dataType?: string; label?: string }>;
	/** Rows of one page; `call` counts page requests from 0. Throw text to answer that text as it is. */
	page: (request: { skip: number; take: number; call: number }) => unknown;
}

export const field = (id: string, dataType = 'string', label = '') => ({ id, dataType, label });

export const EMPLOYEE_FIELDS = [
	field('EmployeeId'),
	field('EmployerId'),
	field('EmploymentStart', 'date'),
	field('EmploymentEnd', 'date'),
	field('Mail'),
	field('FirstName'),
	field('BirthName'),
];

/** A row that is whole; ids count up with their leading zeros. */
export const employeeRow = (number: number, more: Record<string, unknown> = {}) => ({
	EmployeeId: String(number).padStart(6, '0'),
	EmployerId: '01',
	EmploymentStart: '2020-01-01T00:00:00Z',
	EmploymentEnd: null,
	Mail: `persoon${number}@example.nl`,
	FirstName: `Voornaam${number}`,
	BirthName: `Achternaam${number}`,
	...more,
});

export const employeeRows = (count: number) =>
	Array.from({ length: count }, (_, index) => employeeRow(index + 1));

/** Pages of a plain list, as a well-behaved AFAS would give them. */
export const slice =
	(rows: unknown[]) =>
	({ skip, take }: { skip: number; take: number }) => ({
		skip,
		take,
		rows: rows.slice(skip, skip + take),
	});

const raw = (response: ServerResponse, body: Buffer | string, type: string): void => {
	response.writeHead(200, { 'content-type': type });
	response.end(body);
};

/** A server that knows one connector and answers exactly what the script says. */
export async function startScripted(connector: ScriptedConnector): Promise<TestServer> {
	let call = 0;
	return await startServer((request, response) => {
		const url = new URL(request.url, 'http://localhost');
		if (url.pathname.endsWith('/metainfo')) {
			return json(response, {
				getConnectors: [{ id: 'Profit_Employees_Alleo', description: 'Medewerkers' }],
				updateConnectors: [],
				info: { envid: 'O12345AA', appName: 'Test', group: 'g', tokenExpiry: '0' },
			});
		}
		if (url.pathname.includes('/metainfo/get/')) {
			return json(response, { name: 'x', description: 'Medewerkers', fields: connector.fields });
		}
		const answer = connector.page({
			skip: Number(url.searchParams.get('skip')),
			take: Number(url.searchParams.get('take')),
			call: call++,
		});
		if (Buffer.isBuffer(answer)) return raw(response, answer, 'application/json');
		if (typeof answer === 'string') return raw(response, answer, 'application/json; charset=utf-8');
		return json(response, answer);
	});
}
