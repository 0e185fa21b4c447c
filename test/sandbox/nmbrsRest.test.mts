import { addOddities } from '../../sandbox/nmbrs/oddities.mts';
import { spreadOverCompanies } from '../../sandbox/nmbrs/manyCompanies.mts';
import { ALL_SCOPES, NmbrsClient, smallWorld } from './nmbrsClient.mts';

describe('Nmbrs stand-in: REST', () => {
	let client: NmbrsClient;
	let companyId: string;
	let list: string;

	beforeEach(async () => {
		client = await (await NmbrsClient.start()).connect();
		companyId = client.world.nmbrs.companies[0]?.companyId ?? '';
		list = `/api/companies/${companyId}/employees`;
	});
	afterEach(() => client.close());

	const peopleHere = () => client.world.nmbrs.people.filter((one) => one.companyId === companyId);

	test('401 without a token, with an unknown one, and without the right subscription key', async () => {
		expect((await client.get('/api/debtors', { authorization: '' })).status).toBe(401);
		expect((await client.get('/api/debtors', { authorization: 'Bearer x' })).status).toBe(401);
		const wrong = await client.get('/api/debtors', { 'x-subscription-key': 'wrong' });
		expect(wrong.status).toBe(401);
		expect(wrong.json.message).toContain('subscription key');
	});

	test('pages add up to everybody, once each, and know their neighbours', async () => {
		const first = await client.get(`${list}/personalinfo?pageNumber=1&pageSize=7`);
		const count = peopleHere().length;
		expect(first.json.pagination).toMatchObject({
			pageNumber: 1,
			pageSize: 7,
			totalRecords: count,
			totalPages: Math.ceil(count / 7),
			previousPage: null,
		});
		expect(first.json.pagination.nextPage).toContain('pageNumber=2');
		const ids = (await client.all(`${list}/personalinfo`, 7)).map((item) => item.employeeId);
		expect(ids.sort()).toEqual(
			peopleHere()
				.map((one) => one.employeeId)
				.sort(),
		);
		const beyond = await client.get(`${list}/personalinfo?pageNumber=999`);
		expect(beyond.json.data).toEqual([]);
	});

	test('page size: 20 by default, cut at the maximum or refused; `page` means nothing', async () => {
		const { json } = await client.get(`${list}?page=2`);
		expect(json.pagination).toMatchObject({ pageNumber: 1, pageSize: 20 });
		expect((await client.get(`${list}?pageSize=500`)).json.pagination.pageSize).toBe(100);
		client.server.state.configure({ pageSizeOverflow: 'refuse' });
		expect((await client.get(`${list}?pageSize=500`)).status).toBe(400);
		expect((await client.get(`${list}?pageNumber=0`)).status).toBe(400);
	});

	test.each([
		['null', null],
		['empty', ''],
		['absent', undefined],
	] as const)('the last page marks its end as %s', async (nextPage, value) => {
		client.server.state.configure({ nextPage });
		const { json } = await client.get(`${list}?pageSize=100`);
		expect(json.pagination.nextPage).toBe(value);
		expect('nextPage' in json.pagination).toBe(value !== undefined);
		const first = await client.get(`${list}?pageSize=2`);
		expect(first.json.pagination.nextPage).toContain('pageNumber=2');
	});

	test('totals can be left out', async () => {
		client.server.state.configure({ totals: 'absent' });
		const { json } = await client.get(list);
		expect(json.pagination).not.toHaveProperty('totalPages');
		expect(json.pagination).not.toHaveProperty('totalRecords');
	});

	test('filters: employeeType and employeeId', async () => {
		const former = peopleHere().filter((one) => one.employeeType === 'formerPayroll');
		const items = await client.all(`${list}?employeeType=formerPayroll`);
		expect(items.map((item) => item.employeeId).sort()).toEqual(
			former.map((one) => one.employeeId).sort(),
		);
		const [person] = peopleHere();
		const one = await client.all(`${list}/contracts?employeeId=${person?.employeeId}`);
		expect(one).toHaveLength(1);
		expect(one[0]?.employeeId).toBe(person?.employeeId);
	});

	test('createdFrom keeps only rows that were created since', async () => {
		const all = await client.all(`${list}/personalinfo`);
		const rows = (items: typeof all) => items.reduce((sum, item) => sum + item.info.length, 0);
		const recent = await client.all(`${list}/personalinfo?createdFrom=2026-05-01`);
		expect(rows(recent)).toBeGreaterThan(0);
		expect(rows(recent)).toBeLessThan(rows(all));
	});

	test('a consent for several debtors answers ForbiddenMultiDebtor; the way round works', async () => {
		const { status, json } = await client.get('/api/companies');
		expect(status).toBe(403);
		expect(json.title).toBe('ForbiddenMultiDebtor.');
		const found: string[] = [];
		for (const debtor of await client.all('/api/debtors')) {
			const companies = await client.all(`/api/debtors/${debtor.debtorId}/companies`);
			found.push(...companies.map((company) => company.companyId));
		}
		expect(found).toHaveLength(client.world.nmbrs.companies.length);
	});

	test('a consent for one debtor sees only that debtor', async () => {
		const [mine, other] = client.world.nmbrs.debtors;
		await client.connect(ALL_SCOPES, [mine?.debtorId ?? '']);
		const companies = await client.all('/api/companies');
		expect(companies.length).toBeGreaterThan(0);
		expect(new Set(companies.map((one) => one.debtorId))).toEqual(new Set([mine?.debtorId]));
		expect(await client.all('/api/debtors')).toHaveLength(1);
		const foreign = client.world.nmbrs.companies.find((one) => one.debtorId === other?.debtorId);
		expect((await client.get(`/api/companies/${foreign?.companyId}/employees`)).status).toBe(403);
		expect((await client.get(`/api/debtors/${other?.debtorId}/companies`)).status).toBe(403);
	});

	test('a missing scope is 403, an unknown id 404', async () => {
		await client.connect('offline_access company.info.read employee.info.read');
		expect((await client.get(`${list}/salaries`)).status).toBe(403);
		expect((await client.get(`${list}/personalinfo`)).status).toBe(200);
		const unknown = '00000000-0000-4000-8000-000000000000';
		expect((await client.get(`/api/companies/${unknown}/employees`)).status).toBe(404);
		expect((await client.get(`/api/employees/${unknown}`)).status).toBe(404);
		expect((await client.get('/api/nonsense')).status).toBe(404);
	});

	test('the path case of the lists does not matter', async () => {
		expect((await client.get(`${list}/leavebalances`)).status).toBe(200);
		expect((await client.get(`${list}/leaveBalances`)).status).toBe(200);
	});

	test('everything that is not a read is refused and kept as an attempt to write', async () => {
		const send = (method: string, path: string) =>
			fetch(`${client.server.origin}${path}`, {
				method,
				headers: { authorization: `Bearer ${client.accessToken}` },
			});
		expect((await send('POST', list)).status).toBe(405);
		expect((await send('PUT', `/api/employees/1/personalInfo`)).status).toBe(405);
		expect((await send('DELETE', '/api/companies/1')).status).toBe(405);
		expect(client.server.log.writes.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
		expect(client.server.log.counts.writes).toBe(3);
	});

	test('bait answers, and is counted apart', async () => {
		expect(client.server.state.baits).toEqual([]);
		const { json } = await client.get(`${list}/privateInfos`);
		expect(json.data[0]?.privateInfos[0]?.BSN).toMatch(/^\d{9}$/);
		await client.get(`${list}/addresses`);
		await client.get(`/api/employees/${peopleHere()[0]?.employeeId}/bankaccount`);
		expect(client.server.state.baits).toHaveLength(3);
	});

	test('calls are counted by path without ids', async () => {
		client.server.log.reset();
		await client.all(`${list}/personalinfo`, 10);
		const pages = Math.ceil(peopleHere().length / 10);
		expect(client.server.log.counts.byOperation).toEqual({
			'GET /api/companies/{c}/employees/personalinfo': pages,
		});
	});

	test('period, runs, leave groups, managers, one employee, documents', async () => {
		const company = client.world.nmbrs.companies[0];
		const period = await client.get(`/api/companies/${companyId}/period`);
		expect(period.json.data).toEqual([{ year: 2026, period: 5 }]);
		const runs = await client.all(`/api/companies/${companyId}/runs?year=2026`);
		expect(runs.map((run) => [run.number, run.locked])).toEqual([
			[1, true],
			[2, true],
			[3, true],
			[4, true],
			[5, false],
		]);
		const inRun = `/api/companies/${companyId}/runs/${runs[0]?.payrollRunId}/employees`;
		expect((await client.all(inRun)).length).toBeGreaterThan(0);
		expect(await client.all(`/api/companies/${companyId}/leaveGroups`)).toHaveLength(2);
		const managers = await client.all(`/api/debtors/${company?.debtorId}/managers`);
		expect(managers[0]?.email).toContain('@');
		const [person] = peopleHere();
		const one = await client.get(`/api/employees/${person?.employeeId}`);
		expect(one.json.data[0]?.personalInfo.basicInfo.lastName).toBe(person?.lastName);
		const task = await client.get(
			`/api/employees/${person?.employeeId}/payslipperperiod/?year=2026&period=4`,
		);
		const pdf = await client.get(`/api/documents/${task.json.taskId}`);
		expect(pdf.text.startsWith('%PDF')).toBe(true);
	});

	test('dates come with Z or without', async () => {
		const date = async () =>
			(await client.all(`${list}/employments`))[0]?.employments[0]?.startDate;
		expect(await date()).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
		client.server.state.configure({ dates: 'plain' });
		expect(await date()).toMatch(/^\d{4}-\d\d-\d\dT00:00:00$/);
	});

	test('an unknown switch is refused', () => {
		expect(() => client.server.state.configure({ nonsense: 1 } as object)).toThrow('nonsense');
	});

	test('a person can be changed from another process, and a reset brings the old one back', async () => {
		const person = peopleHere().find((one) => one.case === 'unchanged');
		const change = await fetch(`${client.server.origin}/_control/people/${person?.employeeId}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ businessEmail: 'new@example.nl', employeeType: 'formerPayroll' }),
		});
		expect(change.status).toBe(200);
		const info = async () => {
			const items = await client.all(`${list}/personalinfo?employeeId=${person?.employeeId}`);
			return items[0]?.info.at(-1);
		};
		expect((await info())?.contactInfo.businessEmail).toBe('new@example.nl');
		expect((await info())?.basicInfo.employeeType).toBe('formerPayroll');
		await fetch(`${client.server.origin}/_control/reset`, { method: 'POST' });
		expect((await info())?.basicInfo.employeeType).toBe('payroll');
		expect((await info())?.contactInfo.businessEmail).not.toBe('new@example.nl');
	});

	test('odd people and an empty company can be added', async () => {
		const world = smallWorld(120);
		const odd = addOddities(world.nmbrs);
		const other = await (await NmbrsClient.start({ world })).connect();
		const read = async (id: string) => {
			const person = world.nmbrs.people.find((one) => one.employeeId === id);
			const path = `/api/companies/${person?.companyId}/employees/personalinfo?employeeId=${id}`;
			return (await other.all(path))[0]?.info;
		};
		expect(await read(odd.noPersonalInfo)).toEqual([]);
		expect((await read(odd.futureInfoOnly))?.[0]?.period.year).toBe(2027);
		expect((await read(odd.nulBytes))?.[0]?.basicInfo.lastName).toContain('\u0000');
		expect((await read(odd.longName))?.[0]?.basicInfo.lastName.length).toBeGreaterThan(1900);
		const empty = world.nmbrs.companies.at(-1);
		const { json } = await other.get(`/api/companies/${empty?.companyId}/employees`);
		expect(json.data).toEqual([]);
		expect(json.pagination).toMatchObject({ totalPages: 0, totalRecords: 0 });
		await other.close();
	});

	test('fifty companies hold everybody exactly once', async () => {
		const world = smallWorld(300);
		spreadOverCompanies(world.nmbrs, 50);
		const other = await (await NmbrsClient.start({ world })).connect();
		const companies = await other.all('/api/companies', 20);
		expect(companies).toHaveLength(50);
		const ids: string[] = [];
		for (const company of companies) {
			const people = await other.all(`/api/companies/${company.companyId}/employees`);
			ids.push(...people.map((one) => one.employeeId));
		}
		expect(ids.sort()).toEqual(world.nmbrs.people.map((one) => one.employeeId).sort());
		await other.close();
	});
});
