import { startAfas } from '../../sandbox/afas/server.mts';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';

/** Calls to the AFAS stand-in; a test file shares one server, put back before each test. */

export const world = generateWorld({ employees: 150, seed: 5, referenceDate: '2026-10-05' });
export const classic = `AfasToken ${Buffer.from(CREDENTIALS.afas.token).toString('base64')}`;

export type Row = Record<string, string | number | boolean | null>;
export interface Page {
	skip: number;
	take: number;
	rows: Row[];
}

export const session = {} as { afas: AfasStandIn };

export function useAfas(): void {
	beforeAll(async () => {
		session.afas = await startAfas(world);
	});
	afterAll(() => session.afas.close());
	beforeEach(() => fetch(`${session.afas.origin}/_control/reset`, { method: 'POST' }));
}

export const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
	fetch(`${session.afas.url}${path}`, { headers: { authorization: classic, ...headers } });

export const page = async (query: string, connector = 'Profit_Employees_Alleo'): Promise<Page> => {
	const response = await get(`/connectors/${connector}?${query}`);
	expect(response.status).toBe(200);
	return (await response.json()) as Page;
};

export const ORDER = 'orderbyfieldids=EmployeeId,EmploymentStart';
export const ids = (rows: Row[]): string[] =>
	rows.map((row) => `${row['EmployeeId']} ${row['EmploymentStart']}`);
export const filterJson = (...groups: Array<Array<[string, number, string]>>): string =>
	`filterjson=${encodeURIComponent(
		JSON.stringify({
			Filters: {
				Filter: groups.map((group, index) => ({
					'@FilterId': `Filter ${index + 1}`,
					Field: group.map(([field, operator, value]) => ({
						'@FieldId': field,
						'@OperatorType': String(operator),
						'#text': value,
					})),
				})),
			},
		}),
	)}`;

export const message = async (response: Response): Promise<string> =>
	((await response.json()) as { externalMessage: string }).externalMessage;
