import { bookedIn } from '../../sandbox/world/ledger.mts';
import { NmbrsClient } from './nmbrsClient.mts';
import { faultOf, parser, values } from './nmbrsXml.mts';

describe('Nmbrs stand-in: SOAP v3, operations', () => {
	let client: NmbrsClient;

	beforeEach(async () => {
		client = await NmbrsClient.start();
	});
	afterEach(() => client.close());

	const company = () => {
		const [first] = client.world.nmbrs.companies;
		if (first === undefined) throw new Error('no company');
		return first;
	};
	const peopleHere = () =>
		client.world.nmbrs.people.filter((one) => one.companyId === company().companyId);
	const employees = (type: number, id = company().soapId) =>
		client.soap(
			'EmployeeService',
			'List_GetByCompany',
			`<CompanyId>${id}</CompanyId><EmployeeType>${type}</EmployeeType>`,
		);
	const extraFields = (id: number) =>
		client.soap('EmployeeService', 'ExtraFields_GetList', `<EmployeeId>${id}</EmployeeId>`);

	test('lists with many, one and no items; the empty one in both spellings', async () => {
		const payroll = peopleHere().filter((one) => one.employeeType === 'payroll');
		expect(values((await employees(2)).text, 'Id').map(Number)).toEqual(
			payroll.map((one) => one.soapId),
		);
		for (const one of peopleHere()) one.employeeType = 'formerPayroll';
		const [last] = peopleHere();
		if (last !== undefined) last.employeeType = 'payroll';
		expect(values((await employees(2)).text, 'Id')).toEqual([String(last?.soapId)]);
		expect((await employees(0)).text).toContain('<List_GetByCompanyResult/>');
		client.server.state.configure({ soapEmpty: 'missing' });
		const missing = (await employees(0)).text;
		expect(missing).not.toContain('List_GetByCompanyResult');
		expect(missing).toContain('List_GetByCompanyResponse');
	});

	test('extra fields: names, values, an empty one as nil, missing, or left out', async () => {
		const person = peopleHere().find(
			(one) =>
				one.extraFields.alleo_access !== null && one.extraFields.alleo_monthly_all_budget === null,
		);
		const id = person?.soapId ?? 0;
		const listed = (await extraFields(id)).text;
		expect(values(listed, 'Name')).toContain('alleo_access');
		expect(values(listed, 'Value')).toContain(String(person?.extraFields.alleo_access));
		expect(listed).toContain(
			'<Name>alleo_monthly_all_budget</Name><Type>Text</Type><Value xsi:nil="true"/>',
		);
		client.server.state.configure({ soapNull: 'missing' });
		expect((await extraFields(id)).text).toContain(
			'<Name>alleo_monthly_all_budget</Name><Type>Text</Type></FreeField>',
		);
		client.server.state.configure({
			extraFieldsEmpty: 'left out',
			extraFieldNames: { alleo_access: 'yourcampus_access' },
		});
		const names = values((await extraFields(id)).text, 'Name');
		expect(names).toContain('yourcampus_access');
		expect(names).not.toContain('alleo_monthly_all_budget');
	});

	test('the id bridge maps every integer to the GUID that REST has', async () => {
		const bridge = (entity: string) =>
			client.soap(
				'CompanyService',
				'Converter_GetByCompany_IntToGuid',
				`<Entity>${entity}</Entity><CompanyId>${company().soapId}</CompanyId>`,
			);
		const { text } = await bridge('Employee');
		expect(values(text, 'IdInt').map(Number)).toEqual(peopleHere().map((one) => one.soapId));
		expect(values(text, 'IdGuid')).toEqual(peopleHere().map((one) => one.employeeId));
		expect(values((await bridge('Company')).text, 'IdGuid')).toEqual([company().companyId]);
		expect(faultOf(await bridge('Nonsense'))).toBe('2030');
	});

	test('personal info without BSN holds none; the bait with BSN is counted', async () => {
		const body = `<CompanyID>${company().soapId}</CompanyID>`;
		const operation = 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany';
		const { text } = await client.soap('EmployeeService', operation, body);
		expect(values(text, 'EmployeeId')).toHaveLength(peopleHere().length);
		for (const { bait } of peopleHere()) expect(text).not.toContain(bait.bsn);
		expect(client.server.state.baits).toEqual([]);
		client.server.state.configure({ soapFirstName: 'FistName' });
		const odd = (await client.soap('EmployeeService', operation, body)).text;
		expect(odd).toContain('<FistName>');
		expect(odd).not.toContain('<FirstName>');
		await client.soap('EmployeeService', 'PersonalInfo_GetAll_AllEmployeesByCompany', body);
		expect(client.server.state.baits).toEqual([
			'EmployeeService/PersonalInfo_GetAll_AllEmployeesByCompany',
		]);
	});

	test('argument names are exact: CompanyId is not CompanyID', async () => {
		const operation = 'Employment_GetAll_AllEmployeesByCompany';
		const call = (name: string) =>
			client.soap('EmployeeService', operation, `<${name}>${company().soapId}</${name}>`);
		expect(faultOf(await call('CompanyID'))).toBeNull();
		expect(faultOf(await call('CompanyId'))).toBe('1003');
	});

	test('leave, reservations, period, wage codes', async () => {
		const [person] = peopleHere();
		const id = `<EmployeeId>${person?.soapId}</EmployeeId>`;
		const leave = await client.soap('EmployeeService', 'LeaveBalance_Get', id);
		const total = (person?.leave.statutory ?? 0) + (person?.leave.extra ?? 0);
		expect(values(leave.text, 'DecMedewerkerVerlofCurrSaldo')).toEqual([String(total)]);
		const perType = (type: string) =>
			client.soap(
				'EmployeeService',
				'LeaveBalance_GetPerType',
				`${id}<LeaveType>${type}</LeaveType>`,
			);
		expect(values((await perType('Type1')).text, 'CurrentBalance')).toEqual([
			String(person?.leave.statutory),
		]);
		expect(faultOf(await perType('Type9'))).toBe('2022');
		const reservations = await client.soap(
			'EmployeeService',
			'Reservations_GetList',
			`${id}<Year>2026</Year><Period>4</Period>`,
		);
		expect(Number(values(reservations.text, 'Saldo')[0])).toBeGreaterThan(0);
		const here = `<CompanyId>${company().soapId}</CompanyId>`;
		const period = await client.soap('CompanyService', 'Company_GetCurrentPeriod', here);
		expect(values(period.text, 'Company_GetCurrentPeriodResult')).toEqual(['2026-05-M']);
		const codes = await client.soap('CompanyService', 'WageModel_GetWageCodes', here);
		expect(values(codes.text, 'Code')).toContain('4000');
	});

	test('a payslip report runs in the background and ends as the switch says', async () => {
		const runs = await client.soap(
			'CompanyService',
			'Run_GetList',
			`<CompanyId>${company().soapId}</CompanyId><Year>2026</Year>`,
		);
		expect(values(runs.text, 'IsLocked')).toEqual(['true', 'true', 'true', 'true', 'false']);
		const run = values(runs.text, 'ID').at(-2);
		const operation = 'Reports_GetPayslipByRunCompany_v2_Background';
		const start = async () => {
			const body = `<companyId>${company().soapId}</companyId><runId>${run}</runId><year>2026</year>`;
			const { text } = await client.soap('ReportService', operation, body);
			return values(text, `${operation}Result`)[0] ?? '';
		};
		const poll = (id: string) =>
			client.soap('ReportService', 'Reports_BackgroundTask_Result', `<TaskId>${id}</TaskId>`);
		const task = await start();
		expect(values((await poll(task)).text, 'Status')).toEqual(['Enqueued']);
		expect(values((await poll(task)).text, 'Status')).toEqual(['Executing']);
		const done = await poll(task);
		expect(values(done.text, 'Status')).toEqual(['Success']);
		const result = parser.parse(done.text).Envelope.Body.Reports_BackgroundTask_ResultResponse;
		const content = String(result.Reports_BackgroundTask_ResultResult.Content);
		expect(content).toContain('encoding="utf-16"');
		const booked = peopleHere().flatMap((one) =>
			(bookedIn(one, 'month', { year: 2026, period: 4 })?.entries ?? []).map(() => one.soapId),
		);
		expect(values(content, 'employeeid').map(Number)).toEqual(booked);
		expect(new Set(booked).size).toBeLessThan(booked.length);
		expect(values(content, 'saldo')[0]).toMatch(/^\d+,\d\d$/);
		client.server.state.configure({ reportEnd: 'Error', reportPolls: 0 });
		expect(values((await poll(await start())).text, 'Status')).toEqual(['Error']);
		expect(faultOf(await poll('00000000-0000-4000-8000-000000009999'))).toBe('2021');
	});

	test('operations that would write are refused and kept as attempts to write', async () => {
		const answer = await client.soap('EmployeeService', 'ExtraFields_Insert', '<a>1</a>');
		expect(faultOf(answer)).toContain('not known');
		expect(client.server.log.writes.map(({ operation }) => operation)).toEqual([
			'EmployeeService/ExtraFields_Insert',
		]);
		await client.soap('EmployeeService', 'EmployeeType_GetList');
		expect(client.server.log.counts.writes).toBe(1);
	});

	test('calls are counted by operation', async () => {
		await client.soap('EmployeeService', 'EmployeeType_GetList');
		await extraFields(peopleHere()[0]?.soapId ?? 0);
		await extraFields(peopleHere()[0]?.soapId ?? 0);
		expect(client.server.log.counts.byOperation).toEqual({
			'POST EmployeeService/EmployeeType_GetList': 1,
			'POST EmployeeService/ExtraFields_GetList': 2,
		});
	});
});
