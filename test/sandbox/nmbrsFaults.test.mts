import type { ListFault } from '../../sandbox/nmbrs/listFaults.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { NmbrsClient, token } from './nmbrsClient.mts';

describe('Nmbrs stand-in: scripted trouble', () => {
	let client: NmbrsClient;
	let companyId: string;
	let list: string;

	beforeEach(async () => {
		client = await (await NmbrsClient.start()).connect();
		companyId = client.world.nmbrs.companies[0]?.companyId ?? '';
		list = `/api/companies/${companyId}/employees/personalinfo`;
	});
	afterEach(() => client.close());

	const page = (number: number) => client.get(`${list}?pageNumber=${number}&pageSize=4`);
	const ids = async (number: number): Promise<string[]> =>
		(await page(number)).json.data.map((item: { employeeId: string }) => item.employeeId);
	const lie = (...listFaults: ListFault[]) => client.server.state.configure({ listFaults });

	test('429 with Retry-After in seconds, as a date, and without', async () => {
		const { faults } = client.server;
		faults.add({ kind: 'status', path: '/personalinfo', status: 429, retryAfter: 7, times: 1 });
		const seconds = await page(1);
		expect([seconds.status, seconds.headers.get('retry-after')]).toEqual([429, '7']);
		expect(seconds.json.title).toBe('TooManyRequests.');
		faults.add({ kind: 'status', status: 429, retryAfter: 'date', retrySeconds: 5, times: 1 });
		const date = Date.parse((await page(1)).headers.get('retry-after') ?? '');
		expect(date).toBeGreaterThan(client.server.clock.now());
		faults.add({ kind: 'status', status: 429, times: 1 });
		expect((await page(1)).headers.get('retry-after')).toBeNull();
		expect((await page(1)).status).toBe(200);
	});

	test('a burst of 503, a 403, an HTML page, broken JSON, a dropped connection', async () => {
		const { faults } = client.server;
		faults.add({ kind: 'status', status: 503, times: 2 });
		expect([(await page(1)).status, (await page(1)).status]).toEqual([503, 503]);
		faults.add({ kind: 'status', status: 403, times: 1 });
		expect((await page(1)).status).toBe(403);
		faults.add({ kind: 'html', status: 502, times: 1 });
		expect((await page(1)).text).toContain('<html>');
		faults.add({ kind: 'truncatedJson', times: 1 });
		const broken = await page(1);
		expect([broken.status, broken.json]).toEqual([200, null]);
		faults.add({ kind: 'drop', times: 1 });
		await expect(page(1)).rejects.toThrow();
		expect((await page(1)).status).toBe(200);
	});

	test('401 in the middle of a run: a refresh gets on', async () => {
		client.server.faults.add({ kind: 'expiredToken', path: '/personalinfo', after: 1, times: 1 });
		expect((await page(1)).status).toBe(200);
		expect((await page(2)).status).toBe(401);
		const fields = { grant_type: 'refresh_token', refresh_token: client.refreshToken };
		client.accessToken = (await token(client.server.origin, fields)).json.access_token;
		expect((await page(2)).status).toBe(200);
	});

	test('a SOAP service can be made to fail as well', async () => {
		client.server.faults.add({ kind: 'status', path: 'EmployeeService', status: 503, times: 1 });
		expect((await client.soap('EmployeeService', 'EmployeeType_GetList')).status).toBe(503);
		expect((await client.soap('EmployeeService', 'EmployeeType_GetList')).status).toBe(200);
	});

	test('an empty page in the middle keeps its totals', async () => {
		lie({ kind: 'emptyPage', list: 'personalinfo', page: 2, times: 1 });
		const { json } = await page(2);
		expect(json.data).toEqual([]);
		expect(json.pagination.totalPages).toBeGreaterThan(2);
		expect(await ids(2)).toHaveLength(4);
	});

	test('a repeated, a short and a reversed page', async () => {
		const [first, second] = [await ids(1), await ids(2)];
		lie({ kind: 'repeatPage', page: 2, times: 1 });
		expect(await ids(2)).toEqual(first);
		lie({ kind: 'shortPage', page: 2, times: 1 });
		expect(await ids(2)).toEqual(second.slice(0, 3));
		lie({ kind: 'reversedPage', page: 2, times: 1 });
		expect(await ids(2)).toEqual([...second].reverse());
	});

	test('totals that shrink or grow while paging', async () => {
		const totals = async (number: number) => (await page(number)).json.pagination.totalRecords;
		const truth = await totals(1);
		lie({ kind: 'shrinkTotals', page: 2 });
		expect([await totals(1), await totals(2), await totals(3)]).toEqual([
			truth,
			truth - 4,
			truth - 4,
		]);
		lie({ kind: 'growTotals', page: 2 });
		expect([await totals(1), await totals(2)]).toEqual([truth, truth + 1]);
	});

	test('a company that vanishes in mid-run is 404 and no longer listed', async () => {
		lie({ kind: 'vanishCompany', companyId, list: 'personalinfo', page: 2 });
		expect((await page(1)).status).toBe(200);
		expect((await page(2)).status).toBe(404);
		expect((await page(1)).status).toBe(404);
		const debtor = client.world.nmbrs.companies[0]?.debtorId;
		const left = await client.all(`/api/debtors/${debtor}/companies`);
		expect(left.map((company) => company.companyId)).not.toContain(companyId);
	});

	test('a rule for one company leaves the others alone', async () => {
		const other = client.world.nmbrs.companies[1]?.companyId;
		lie({ kind: 'emptyPage', companyId });
		expect((await page(1)).json.data).toEqual([]);
		const { json } = await client.get(`/api/companies/${other}/employees/personalinfo`);
		expect(json.data.length).toBeGreaterThan(0);
	});

	test('switches can be set from another process', async () => {
		const response = await fetch(`${client.server.origin}/_control/settings`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ listFaults: [{ kind: 'emptyPage' }], nextPage: 'empty' }),
		});
		expect(response.status).toBe(200);
		expect((await page(1)).json.data).toEqual([]);
		expect(client.server.state.settings.subscriptionKeys).toEqual([
			CREDENTIALS.nmbrs.subscriptionKey,
		]);
	});
});
