import { XMLParser } from 'fast-xml-parser';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Answer } from './nmbrsClient.mts';
import { NmbrsClient } from './nmbrsClient.mts';

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });
const { soapUsername, soapToken } = CREDENTIALS.nmbrs;

/** Code of the fault in an answer, or its whole text when it has none; null without a fault. */
function faultOf(answer: Answer): string | null {
	const found = parser.parse(answer.text)?.Envelope?.Body?.Fault;
	if (found === undefined) return null;
	const text = String(found.faultstring ?? found.Reason.Text['#text'] ?? found.Reason.Text);
	return /--->\s*(\d{4}):/.exec(text)?.[1] ?? text;
}

const values = (text: string, element: string): string[] =>
	[...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, v]) => v ?? '');

describe('Nmbrs stand-in: SOAP v3', () => {
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

	test('Environment_Get takes AuthHeader without a domain and tells the domain', async () => {
		const header = (name: string) =>
			`<${name} xmlns="https://api.nmbrs.nl/soap/v3/DebtorService"><Username>${soapUsername}</Username>` +
			`<Token>${soapToken}</Token></${name}>`;
		const options = { header: header('AuthHeader') };
		const answer = await client.soap('DebtorService', 'Environment_Get', '', options);
		expect(values(answer.text, 'SubDomain')).toEqual([CREDENTIALS.nmbrs.soapDomain]);
		const wrong = { header: header('AuthHeaderWithDomain') };
		expect(faultOf(await client.soap('DebtorService', 'Environment_Get', '', wrong))).toBe('1001');
		const other = await client.soap('DebtorService', 'List_GetAll', '', options);
		expect(faultOf(other)).toBe('1001');
	});

	test('debtors and companies, integers as ids', async () => {
		const debtors = await client.soap('DebtorService', 'List_GetAll');
		expect(values(debtors.text, 'Id')).toEqual(['9001', '9002']);
		const all = await client.soap('CompanyService', 'List_GetAll');
		expect(values(all.text, 'ID')).toHaveLength(client.world.nmbrs.companies.length);
		const some = await client.soap(
			'CompanyService',
			'List_GetByDebtor',
			'<DebtorId>9001</DebtorId>',
		);
		expect(values(some.text, 'ID')).toEqual(['10001', '10002']);
	});

	test('the auth header belongs to the called service, or it is 1001', async () => {
		const namespace = 'https://api.nmbrs.nl/soap/v3/CompanyService';
		const answer = await client.soap('DebtorService', 'List_GetAll', '', { namespace });
		expect([answer.status, faultOf(answer)]).toEqual([500, '1001']);
	});

	test('a wrong domain is 1001, a missing one is allowed', async () => {
		const header = (domain: string) =>
			'<AuthHeaderWithDomain xmlns="https://api.nmbrs.nl/soap/v3/DebtorService">' +
			`<Username>${soapUsername}</Username><Token>${soapToken}</Token>${domain}</AuthHeaderWithDomain>`;
		const call = (domain: string) =>
			client.soap('DebtorService', 'List_GetAll', '', { header: header(domain) });
		expect(faultOf(await call('<Domain>voorbeeld.nmbrs.nl</Domain>'))).toBe('1001');
		expect(faultOf(await call(''))).toBeNull();
	});

	test('SOAP 1.2 works, and its fault has the 1.2 form', async () => {
		const good = await client.soap('DebtorService', 'List_GetAll', '', { version: '1.2' });
		expect(good.headers.get('content-type')).toContain('application/soap+xml');
		expect(values(good.text, 'Id')).toEqual(['9001', '9002']);
		client.server.state.configure({ forbiddenOperations: ['List_GetAll'] });
		const bad = await client.soap('DebtorService', 'List_GetAll', '', { version: '1.2' });
		expect(bad.text).toContain('<soap:Value>soap:Receiver</soap:Value>');
		expect(faultOf(bad)).toBe('1002');
	});

	test('the action has to be there and to match the body', async () => {
		const missing = await client.soap('DebtorService', 'List_GetAll', '', { action: null });
		expect(faultOf(missing)).toContain('without a valid action');
		const other = { action: 'https://api.nmbrs.nl/soap/v3/DebtorService/Environment_Get' };
		expect(faultOf(await client.soap('DebtorService', 'List_GetAll', '', other))).toContain(
			'SOAPAction',
		);
		client.server.state.configure({ soapActionRequired: false });
		const lenient = await client.soap('DebtorService', 'List_GetAll', '', { action: null });
		expect(faultOf(lenient)).toBeNull();
	});

	test('1002 per operation, 1003 and 2004 per company, 2003 per employee', async () => {
		const [person] = peopleHere();
		const id = person?.soapId ?? 0;
		client.server.state.configure({
			forbiddenOperations: ['EmployeeType_GetList'],
			hiddenCompanies: [10_002],
			refusedCompanies: [10_003],
			refusedEmployees: [id],
		});
		const types = await client.soap('EmployeeService', 'EmployeeType_GetList');
		expect(faultOf(types)).toBe('1002');
		expect(faultOf(await employees(2, 10_002))).toBe('1003');
		expect(faultOf(await employees(2, 10_003))).toBe('2004');
		expect(faultOf(await employees(2, 77))).toBe('1003');
		expect(faultOf(await extraFields(id))).toBe('2003');
		expect(faultOf(await extraFields(1))).toBe('2003');
		const all = await client.soap('CompanyService', 'List_GetAll');
		expect(values(all.text, 'ID')).toEqual(['10001', '10003', '10004']);
	});

	test('a fault comes with HTTP 500 or, by a switch, with 200', async () => {
		client.server.state.configure({ forbiddenOperations: ['EmployeeType_GetList'] });
		const call = () => client.soap('EmployeeService', 'EmployeeType_GetList');
		expect((await call()).status).toBe(500);
		client.server.state.configure({ soapFaultStatus: 200 });
		const soft = await call();
		expect([soft.status, faultOf(soft)]).toEqual([200, '1002']);
	});

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
		const run = values(runs.text, 'ID').at(-1);
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
		const paid = peopleHere().filter((one) => one.employeeType === 'payroll');
		expect(values(content, 'employeeid').map(Number)).toEqual(paid.map((one) => one.soapId));
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

	test('calls over the ceiling of a second are noticed', async () => {
		client.server.state.configure({ soapCallsPerSecond: 1 });
		const call = () => client.soap('EmployeeService', 'EmployeeType_GetList');
		await Promise.all([call(), call(), call(), call()]);
		expect(client.server.state.throttled).toBeGreaterThan(0);
	});

	test('what is no envelope, or carries a DOCTYPE, is a fault', async () => {
		const send = async (body: string) => {
			const response = await fetch(`${client.server.origin}/soap/v3/DebtorService.asmx`, {
				method: 'POST',
				headers: { 'content-type': 'text/xml; charset=utf-8' },
				body,
			});
			return [response.status, await response.text()] as const;
		};
		for (const body of ['', 'nonsense', '<a/>', '<!DOCTYPE a><a/>']) {
			const [status, text] = await send(body);
			expect(status).toBe(500);
			expect(text).toContain('Fault');
		}
	});
});
