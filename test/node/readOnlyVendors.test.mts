import { REST_ALLOWED, REST_TEMPLATES, SOAP_ALLOWED } from '../../nodes/Nmbrs/api/allowed';
import { AFAS_ALLOW } from '../../nodes/Afas/api/client';
import {
	createTransport,
	type AllowedOperation,
	type ApiRequest,
	type Vendor,
} from '../../nodes/shared/http';
import { fakeContext } from '../support/fakeContext.mts';
import { json, startServer, type TestServer } from '../support/httpServer.mts';

/**
 * SPEC I1: Nmbrs and AFAS are only ever read. One list per vendor says what may be sent; these tests
 * try to write through the very transports of the nodes, and look at what arrived: nothing.
 */

let server: TestServer;
beforeAll(async () => {
	server = await startServer((_request, response) => json(response, { data: [] }));
});
afterAll(async () => await server.close());
beforeEach(() => void server.seen.splice(0));

const send = async (
	vendor: Vendor,
	allow: readonly AllowedOperation[],
	request: ApiRequest,
): Promise<string> => {
	const { context } = fakeContext({ credentials: { testApi: { data: {} } } });
	const transport = createTransport(context, {
		vendor,
		baseUrl: server.url,
		credentialType: 'testApi',
		allow,
		concurrency: 1,
	});
	const result = await transport.send(request);
	return result.ok ? 'sent' : result.failure.code;
};

const COMPANY = '/api/companies/c1';
const rest = (method: string, path: string, template = path): [string, ApiRequest] => [
	`${method} ${path}`,
	{ method: method as ApiRequest['method'], path, template, retry: 'never', body: { x: 1 } },
];

describe('Nmbrs REST', () => {
	test('the list holds nothing but GET', () => {
		expect(new Set(REST_ALLOWED.map(({ method }) => method))).toEqual(new Set(['GET']));
	});

	test('nor anything with a service number, an address or a bank account', () => {
		expect(JSON.stringify(REST_TEMPLATES)).not.toMatch(
			/private|address|bank|child|partner|document|payslip/i,
		);
	});

	test.each([
		rest('POST', '/api/employees/e1/bankaccount', '/api/employees/{employee}/bankaccount'),
		rest('POST', `${COMPANY}/employees`, REST_TEMPLATES.employees),
		rest('PUT', '/api/employees/e1/personalinfo', '/api/employees/{employee}/personalinfo'),
		rest('DELETE', '/api/employees/e1', '/api/employees/{employee}'),
		rest('PATCH', `${COMPANY}/employees/employments`, REST_TEMPLATES.employments),
		rest(
			'GET',
			`${COMPANY}/employees/privateInfos`,
			'/api/companies/{company}/employees/privateInfos',
		),
		rest('GET', `${COMPANY}/employees/addresses`, '/api/companies/{company}/employees/addresses'),
		rest('GET', `${COMPANY}/employees/privateInfos`, REST_TEMPLATES.personalinfo),
		rest('GET', '/api/companies/c1/employees/privateInfos', '/api/companies/{company}/period'),
		rest('GET', '/api/companies/..%2fbank/period', REST_TEMPLATES.period),
	])('%s is refused before it is sent', async (_name, request) => {
		expect(await send('nmbrs', REST_ALLOWED, request)).toBe('NOT_ALLOWED');
		expect(server.seen).toEqual([]);
	});

	test('a read goes out', async () => {
		const [, request] = rest('GET', `${COMPANY}/employees`, REST_TEMPLATES.employees);
		expect(await send('nmbrs', REST_ALLOWED, request)).toBe('sent');
	});
});

describe('Nmbrs SOAP', () => {
	test('every operation on the list reads by its name', () => {
		for (const { template } of SOAP_ALLOWED) {
			expect(String(template)).toMatch(
				/#(\w*_)?(Get|GetList|GetAll|GetByCompany|GetWageCodes|GetByCompany_IntToGuid|GetCurrentPeriod|GetPerType|GetPayslipByRunCompany_v2_Background|BackgroundTask_Result)$/,
			);
		}
		expect(JSON.stringify(SOAP_ALLOWED)).not.toMatch(
			/Insert|Update|Delete|_Set|Upload|BSN|PersonalInfo|Bank|Address/,
		);
	});

	test.each([
		['EmployeeService', 'PersonalInfo_UpdateCurrent'],
		['EmployeeService', 'Employee_Insert'],
		['EmployeeService', 'ExtraFields_Set'],
		['EmployeeService', 'PersonalInfo_GetAll_AllEmployeesByCompany'],
		['CompanyService', 'BankAccount_Insert'],
		['DebtorService', 'List_GetAll; Debtor_Delete'],
	])('%s: %s is refused before it is sent', async (service, operation) => {
		const path = `/soap/v3/${service}.asmx`;
		const request: ApiRequest = {
			method: 'POST',
			path,
			template: `${path}#${operation}`,
			retry: 'never',
			body: '<x/>',
		};
		expect(await send('nmbrs', SOAP_ALLOWED, request)).toBe('NOT_ALLOWED');
		expect(server.seen).toEqual([]);
	});
});

describe('AFAS', () => {
	test('the list holds nothing but GET', () => {
		expect(new Set(AFAS_ALLOW.map(({ method }) => method))).toEqual(new Set(['GET']));
	});

	test.each([
		rest('POST', '/connectors/KnEmployee', '/connectors/{connector}'),
		rest('PUT', '/connectors/KnEmployee', '/connectors/{connector}'),
		rest('DELETE', '/connectors/KnEmployee/KnEmployee/EmId/1', '/connectors/{connector}'),
		rest('GET', '/connectors/KnEmployee/KnEmployee', '/connectors/{connector}'),
		rest('GET', '/subjectconnector/1', '/subjectconnector/{id}'),
		rest('GET', '/metainfo/update/KnEmployee', '/metainfo/update/{connector}'),
	])('%s is refused before it is sent', async (_name, request) => {
		expect(await send('afas', AFAS_ALLOW, request)).toBe('NOT_ALLOWED');
		expect(server.seen).toEqual([]);
	});
});
