import {
	classic,
	filterJson,
	get,
	ids,
	message,
	ORDER,
	page,
	session,
	useAfas,
	world,
} from './afasCalls.mts';
import type { Row } from './afasCalls.mts';

useAfas();

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
			fetch(`${session.afas.origin}/_control/settings`, {
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
		await fetch(`${session.afas.origin}/_control/people/${id}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ lastName: 'Andersnaam' }),
		});
		expect((await page(filter)).rows[0]?.['BirthName']).toBe('Andersnaam');
		await fetch(`${session.afas.origin}/_control/reset`, { method: 'POST' });
		expect((await page(filter)).rows[0]?.['BirthName']).toBe(name);
	});
});

describe('trouble', () => {
	test('maintenance carries retry_after in the body, and in the header when asked', async () => {
		session.afas.faults.add({ kind: 'status', status: 503, times: 1 });
		const body = await get('/metainfo');
		expect([body.status, body.headers.get('retry-after')]).toEqual([503, null]);
		expect(await body.json()).toMatchObject({ retry_after: 1 });
		session.afas.faults.add({ kind: 'status', status: 503, times: 1, retryAfter: 7, body: '' });
		const header = await get('/metainfo');
		expect([header.headers.get('retry-after'), await header.text()]).toEqual(['7', '']);
	});

	test('a web page, a dropped connection, and a slow answer', async () => {
		session.afas.faults.add({ kind: 'html', times: 1 });
		expect((await get('/metainfo')).headers.get('content-type')).toContain('text/html');
		session.afas.faults.add({ kind: 'drop', times: 1 });
		await expect(get('/metainfo')).rejects.toThrow();
		session.afas.faults.add({ kind: 'stall', times: 1 });
		const signal = AbortSignal.timeout(50);
		const slow = fetch(`${session.afas.url}/metainfo`, {
			headers: { authorization: classic },
			signal,
		});
		await expect(slow).rejects.toThrow();
	});

	test('anything but a read is counted as a write and refused', async () => {
		const response = await fetch(`${session.afas.url}/connectors/KnEmployee`, {
			method: 'POST',
			headers: { authorization: classic, 'content-type': 'application/json' },
			body: '{}',
		});
		expect(response.status).toBe(404);
		expect(session.afas.log.counts.writes).toBe(1);
	});
});
