import { startAfas } from '../../sandbox/afas/server.mts';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';

const world = generateWorld({ employees: 150, seed: 5, referenceDate: '2026-10-05' });
const { token, clientId, clientSecret } = CREDENTIALS.afas;
const classic = `AfasToken ${Buffer.from(token).toString('base64')}`;

type Row = Record<string, string | number | boolean | null>;
interface Page {
	skip: number;
	take: number;
	rows: Row[];
}

let afas: AfasStandIn;

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
	fetch(`${afas.url}${path}`, { headers: { authorization: classic, ...headers } });

const page = async (query: string, connector = 'Profit_Employees_Alleo'): Promise<Page> => {
	const response = await get(`/connectors/${connector}?${query}`);
	expect(response.status).toBe(200);
	return (await response.json()) as Page;
};

const ORDER = 'orderbyfieldids=EmployeeId,EmploymentStart';
const ids = (rows: Row[]): string[] =>
	rows.map((row) => `${row['EmployeeId']} ${row['EmploymentStart']}`);
const filterJson = (...groups: Array<Array<[string, number, string]>>): string =>
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

const message = async (response: Response): Promise<string> =>
	((await response.json()) as { externalMessage: string }).externalMessage;

const requestToken = (
	form: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Response> =>
	fetch(`${afas.url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
const good = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };

beforeAll(async () => {
	afas = await startAfas(world);
});
afterAll(() => afas.close());
beforeEach(() => fetch(`${afas.origin}/_control/reset`, { method: 'POST' }));

describe('credentials', () => {
	test('the classic token is the whole XML in base64; anything else is refused', async () => {
		expect((await get('/metainfo')).status).toBe(200);
		const status = async (authorization: string): Promise<number> =>
			(await get('/metainfo', { authorization })).status;
		const data = Buffer.from(CREDENTIALS.afas.tokenData).toString('base64');
		expect(await status(`AfasToken ${data}`)).toBe(401);
		expect(await status(`AfasToken ${token}`)).toBe(500);
		expect(await status(classic.replace('AfasToken ', ''))).toBe(401);
		expect((await fetch(`${afas.url}/metainfo`)).status).toBe(401);
	});

	test('client credentials in the body give a bearer token that expires', async () => {
		const answer = (await (await requestToken(good)).json()) as Record<string, unknown>;
		expect(answer).toMatchObject({ expires_in: '3600', refresh_token: null, token_type: 'Bearer' });
		const authorization = `Bearer ${String(answer['access_token'])}`;
		expect((await get('/metainfo', { authorization })).status).toBe(200);
		afas.clock.advance(3601);
		const late = await get('/metainfo', { authorization });
		expect(late.status).toBe(401);
		expect(late.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
	});

	test('expires_in can be a number or missing; wrong, doubled and DPoP credentials are refused', async () => {
		afas.state.settings.expiresIn = 'number';
		afas.state.settings.refreshToken = 'absent';
		const answer = (await (await requestToken(good)).json()) as Record<string, unknown>;
		expect(answer['expires_in']).toBe(3600);
		expect(answer).not.toHaveProperty('refresh_token');
		afas.state.settings.expiresIn = 'absent';
		expect(await (await requestToken(good)).json()).not.toHaveProperty('expires_in');
		const wrong = await requestToken({ ...good, client_secret: 'x' });
		expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'invalid_client' }]);
		const basic = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
		expect((await requestToken(good, basic)).status).toBe(401);
		afas.state.settings.demandsDpop = true;
		expect(await (await requestToken(good)).json()).toEqual({ error: 'use_dpop_nonce' });
	});

	test('a refused address is 403 on everything', async () => {
		afas.state.settings.refusesAddress = true;
		expect((await get('/metainfo')).status).toBe(403);
		expect((await requestToken(good)).status).toBe(403);
	});
});

describe('metainfo', () => {
	test('lists the connectors and, per connector, exactly the keys of its rows', async () => {
		const all = (await (await get('/metainfo')).json()) as {
			getConnectors: Array<{ id: string }>;
			info: { envid: string };
		};
		expect(all.info.envid).toBe('O12345AA');
		for (const { id } of all.getConnectors) {
			const info = (await (await get(`/metainfo/get/${id}`)).json()) as {
				fields: Array<{ id: string }>;
			};
			const { rows } = await page('take=5', id);
			expect(Object.keys(rows[0] ?? {})).toEqual(info.fields.map((field) => field.id));
		}
	});

	test('a renamed and a removed column change metainfo and rows alike', async () => {
		const patch = { columns: { Profit_Employees_Alleo: { Mail: 'E-mail_werk', BSN: null } } };
		await fetch(`${afas.origin}/_control/settings`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(patch),
		});
		const [row] = (await page('take=1')).rows;
		expect(row).toHaveProperty('E-mail_werk');
		expect(row).not.toHaveProperty('Mail');
		expect(row).not.toHaveProperty('BSN');
	});

	test('a connector that is hidden, unknown or blocked says so in the language of the caller', async () => {
		afas.state.settings.hiddenConnectors = ['Profit_Contract'];
		const dutch = await get('/connectors/Profit_Contract?take=1');
		expect(dutch.status).toBe(401);
		expect(await message(dutch)).toContain('niet ondersteund voor deze app');
		afas.state.settings.notAvailableStatus = 500;
		const english = await get('/connectors/Bestaat_Niet?take=1', { 'accept-language': 'en-us' });
		expect(english.status).toBe(500);
		expect(await message(english)).toContain('not supported for this app');
		afas.state.settings.blockedConnectors = ['Profit_Employees'];
		const blocked = await get('/connectors/Profit_Employees?take=1', {
			'accept-language': 'en-us',
		});
		expect(await message(blocked)).toBe('This GetConnector (definition) is blocked');
		const metainfo = await (await get('/metainfo')).text();
		expect(metainfo).not.toContain('Profit_Contract');
	});
});

describe('paging', () => {
	test('take defaults to 100; pages in order give every row once', async () => {
		expect((await page(ORDER)).rows).toHaveLength(100);
		const seen: string[] = [];
		for (let skip = 0; ; skip += 40) {
			const { rows } = await page(`skip=${skip}&take=40&${ORDER}`);
			seen.push(...ids(rows));
			if (rows.length < 40) break;
		}
		const employments = world.afas.people.flatMap((person) => person.employments);
		expect(seen).toHaveLength(employments.length);
		expect(new Set(seen).size).toBe(employments.length);
		expect(seen).toEqual([...seen].sort());
	});

	test('without an order the rows come differently each time', async () => {
		expect(ids((await page('take=50')).rows)).not.toEqual(ids((await page('take=50')).rows));
	});

	test('descending order, and an unknown column', async () => {
		const { rows } = await page('take=3&orderbyfieldids=-EmploymentStart,EmployeeId');
		const starts = rows.map((row) => String(row['EmploymentStart']));
		expect(starts).toEqual([...starts].sort().reverse());
		const bad = await get('/connectors/Profit_Employees_Alleo?take=3&orderbyfieldids=Bestaatniet');
		expect([bad.status, await message(bad)]).toEqual([
			500,
			"Connector-veld 'Bestaatniet' niet gevonden",
		]);
	});

	test('-1/-1 is everything, one-sided -1 an unexpected error, too wide a page out of memory', async () => {
		expect((await page('skip=-1&take=-1')).rows.length).toBeGreaterThan(149);
		const half = await get('/connectors/Profit_Employees_Alleo?skip=2&take=-1');
		expect([half.status, await message(half)]).toEqual([
			500,
			'Er is een onverwachte fout opgetreden.',
		]);
		const wide = await get(`/connectors/Profit_Employees_Alleo?take=100000&${ORDER}`);
		expect([wide.status, await message(wide)]).toEqual([500, 'Out of memory']);
	});

	test('a query of 2049 characters passes, one more is 404 without a body', async () => {
		const query = (length: number): string => `take=1&x=${'y'.repeat(length - 10)}`;
		expect((await get(`/connectors/Profit_Employees_Alleo?${query(2049)}`)).status).toBe(200);
		const long = await get(`/connectors/Profit_Employees_Alleo?${query(2050)}`);
		expect([long.status, await long.text()]).toEqual([404, '']);
	});

	test('calls that overlap are counted', async () => {
		afas.state.settings.pageMs = 30;
		await Promise.all(Array.from({ length: 6 }, () => page('take=1')));
		expect(afas.log.counts.mostOverlapping).toBe(6);
		expect(afas.log.counts.byOperation).toEqual({ 'GET Profit_Employees_Alleo': 6 });
	});

	test('pages can overlap by a row, and the answered take can differ', async () => {
		afas.state.settings.overlappingPages = true;
		afas.state.settings.echoedTake = 'other';
		const first = await page(`skip=0&take=10&${ORDER}`);
		const second = await page(`skip=10&take=10&${ORDER}`);
		expect(second.rows[0]).toEqual(first.rows[9]);
		expect(second.take).toBe(11);
	});
});

describe('filters', () => {
	const all = async (filter: string): Promise<Row[]> =>
		(await page(`take=1000&${ORDER}&${filter}`)).rows;

	test('AND inside a group, OR between groups, and the three lists mean the same', async () => {
		const json = filterJson(
			[
				['EmployerId', 1, '01'],
				['EmploymentEnd', 8, ''],
			],
			[
				['EmployerId', 1, '02'],
				['EmploymentEnd', 9, ''],
			],
		);
		const rows = await all(json);
		const expected = world.afas.people
			.flatMap((person) => person.employments)
			.filter((one) => (one.employerId === '01') === (one.endDate === null));
		expect(rows).toHaveLength(expected.length);
		const lists = await all(
			'filterfieldids=EmployerId,EmploymentEnd%3BEmployerId,EmploymentEnd' +
				'&filtervalues=01,%3B02,&operatortypes=1,8%3B1,9',
		);
		expect(ids(lists)).toEqual(ids(rows));
	});

	test.each<[string, [string, number, string], (row: Row) => boolean]>([
		[
			'2 from a date on',
			['EmploymentStart', 2, '2026-09-01T00:00:00'],
			(row) => String(row['EmploymentStart']) >= '2026-09-01',
		],
		[
			'3 up to a date',
			['EmploymentStart', 3, '2020-01-01'],
			(row) => String(row['EmploymentStart']) <= '2020-01-01T00:00:00Z',
		],
		[
			'4 more than',
			['alleo_monthly_all_budget', 4, '50'],
			(row) => Number(row['alleo_monthly_all_budget']) > 50,
		],
		[
			'5 less than',
			['alleo_monthly_all_budget', 5, '50'],
			(row) =>
				row['alleo_monthly_all_budget'] !== null && Number(row['alleo_monthly_all_budget']) < 50,
		],
		[
			'6 contains',
			['FunctionDesc', 6, '%leider%'],
			(row) => String(row['FunctionDesc']).includes('leider'),
		],
		[
			'7 other than, without the empty ones',
			['alleo_filter', 7, 'zorg'],
			(row) => row['alleo_filter'] !== null && row['alleo_filter'] !== 'zorg',
		],
		[
			'10 starts with',
			['Department', 10, 'Ma'],
			(row) => String(row['Department']).startsWith('Ma'),
		],
		['13 ends with', ['Department', 13, '%ën'], (row) => String(row['Department']).endsWith('ën')],
		['1 yes or no', ['alleo_access', 1, 'false'], (row) => row['alleo_access'] === false],
	])('operator %s', async (_name, condition, keep) => {
		const rows = await all(filterJson([condition]));
		const expected = (await page(`take=1000&${ORDER}`)).rows.filter(keep);
		expect(rows.length).toBeGreaterThan(0);
		expect(ids(rows)).toEqual(ids(expected));
	});

	test('an unknown column is named in the language of the caller, broken JSON refused', async () => {
		const path = `/connectors/Profit_Employees_Alleo?${filterJson([['Bestaatniet', 1, 'x']])}`;
		const english = await get(path, { 'accept-language': 'en-us' });
		expect(await message(english)).toBe("Connector field 'Bestaatniet' not found");
		const broken = await get('/connectors/Profit_Employees_Alleo?filterjson=%7B');
		expect([broken.status, await broken.json()]).toEqual([400, { message: 'Invalid json' }]);
	});
});

describe('rows', () => {
	test('keep leading zeros, letters, accents, nulls and the Z that means nothing', async () => {
		const { rows } = await page(`take=1000&${ORDER}`);
		expect(rows[0]?.['EmployeeId']).toMatch(/^0\d{5}$/);
		expect(rows.map((row) => row['EmployeeId'])).toContain('VDIJKV');
		expect(rows.map((row) => row['Department'])).toContain('Financiën');
		expect(rows[0]?.['DateOfBirth']).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
		expect(rows.some((row) => row['EmploymentEnd'] === null)).toBe(true);
		expect(rows[0]?.['BSN']).toMatch(/^99\d{7}$/);
	});

	test('two rows for a person with two employments, one in the stock connector', async () => {
		const person = world.afas.people.find((one) => one.case === 'two-employments');
		const filter = filterJson([['EmployeeId', 1, person?.employeeId ?? '']]);
		const both = (await page(filter)).rows;
		expect(both.map((row) => row['EmployerId']).sort()).toEqual(['01', '02']);
		const stock = (await page(filter, 'Profit_Employees')).rows;
		expect(stock.map((row) => [row['EmployerId'], row['EmploymentEnd']])).toEqual([['02', null]]);
		expect((await page(filter, 'Profit_Contract')).rows).toHaveLength(2);
		expect((await page(filter, 'Profit_LeaveBalance')).rows.map((row) => row['Leavetype'])).toEqual(
			expect.arrayContaining(['WET', 'BOV']),
		);
	});

	test('missing rights and vanished leavers show as fewer rows with status 200', async () => {
		const settings = async (patch: object): Promise<Response> =>
			fetch(`${afas.origin}/_control/settings`, {
				method: 'PATCH',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(patch),
			});
		const before = (await page('skip=-1&take=-1')).rows.length;
		await settings({ leaversVanishAfterDays: 90 });
		const fewer = (await page('skip=-1&take=-1')).rows;
		expect(fewer.length).toBeLessThan(before);
		await settings({ visibleEmployers: ['02'] });
		const { rows } = await page('skip=-1&take=-1');
		expect(new Set(rows.map((row) => row['EmployerId']))).toEqual(new Set(['02']));
		await settings({ emptyConnectors: ['Profit_Employees_Alleo'] });
		expect((await page('take=10')).rows).toEqual([]);
		expect((await settings({ nonsense: true })).status).toBe(400);
	});

	test('a person can be changed over the control API and comes back with a reset', async () => {
		const person = world.afas.people.find((one) => one.case === 'unchanged');
		const id = person?.employeeId ?? '';
		const name = person?.lastName;
		const filter = filterJson([['EmployeeId', 1, id]]);
		await fetch(`${afas.origin}/_control/people/${id}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ lastName: 'Andersnaam' }),
		});
		expect((await page(filter)).rows[0]?.['BirthName']).toBe('Andersnaam');
		await fetch(`${afas.origin}/_control/reset`, { method: 'POST' });
		expect((await page(filter)).rows[0]?.['BirthName']).toBe(name);
	});
});

describe('trouble', () => {
	test('maintenance carries retry_after in the body, and in the header when asked', async () => {
		afas.faults.add({ kind: 'status', status: 503, times: 1 });
		const body = await get('/metainfo');
		expect([body.status, body.headers.get('retry-after')]).toEqual([503, null]);
		expect(await body.json()).toMatchObject({ retry_after: 1 });
		afas.faults.add({ kind: 'status', status: 503, times: 1, retryAfter: 7, body: '' });
		const header = await get('/metainfo');
		expect([header.headers.get('retry-after'), await header.text()]).toEqual(['7', '']);
	});

	test('a web page, a dropped connection, and a slow answer', async () => {
		afas.faults.add({ kind: 'html', times: 1 });
		expect((await get('/metainfo')).headers.get('content-type')).toContain('text/html');
		afas.faults.add({ kind: 'drop', times: 1 });
		await expect(get('/metainfo')).rejects.toThrow();
		afas.faults.add({ kind: 'stall', times: 1 });
		const signal = AbortSignal.timeout(50);
		const slow = fetch(`${afas.url}/metainfo`, { headers: { authorization: classic }, signal });
		await expect(slow).rejects.toThrow();
	});

	test('anything but a read is counted as a write and refused', async () => {
		const response = await fetch(`${afas.url}/connectors/KnEmployee`, {
			method: 'POST',
			headers: { authorization: classic, 'content-type': 'application/json' },
			body: '{}',
		});
		expect(response.status).toBe(404);
		expect(afas.log.counts.writes).toBe(1);
	});
});
