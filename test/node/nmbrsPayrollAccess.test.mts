import type { ICredentialTestFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { testToken } from '../../nodes/Nmbrs/methods/credentialTest';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';
import { credentialTestContext } from './afas.helper.mts';

/** What the API user needs for payroll, and what it is told when it may not. */

useFastClock();

let bench: NmbrsBench;
const start = async (settings: Partial<NmbrsSettings> = {}): Promise<void> => {
	bench = await NmbrsBench.start({ world: smallWorld(60), settings });
};
afterEach(async () => await bench.close());

/** The six of support.alleo.nl article 282155. */
const SIX: ReadonlyArray<[service: string, operation: string]> = [
	['CompanyService', 'List_GetAll'],
	['CompanyService', 'Run_GetList'],
	['EmployeeService', 'List_GetByCompany'],
	['EmployeeService', 'LeaveBalance_GetPerType'],
	['ReportService', 'Reports_GetPayslipByRunCompany_v2_Background'],
	['ReportService', 'Reports_BackgroundTask_Result'],
];

describe('the test of the credential', () => {
	const { soapUsername, soapToken, soapDomain } = CREDENTIALS.nmbrs;
	const check = async (usedFor?: string[]): Promise<{ status: string; message: string }> =>
		await testToken.call(credentialTestContext() as ICredentialTestFunctions, {
			id: '1',
			name: 'x',
			type: 'nmbrsTokenApi',
			data: {
				username: soapUsername,
				token: soapToken,
				domain: soapDomain,
				soapBaseUrl: bench.server.url,
				...(usedFor === undefined ? {} : { usedFor }),
			},
		});

	test.each(SIX)('%s: %s is named when the API template forbids it', async (service, operation) => {
		await start({ forbiddenOperations: [operation] });
		const { status, message } = await check(['payroll']);
		expect(status).toBe('Error');
		expect(message).toContain(`${service}: ${operation} (1002)`);
		for (const [, other] of SIX) if (other !== operation) expect(message).not.toContain(other);
	});

	test('all that are refused are named at once', async () => {
		await start({ forbiddenOperations: SIX.map(([, operation]) => operation) });
		const { message } = await check();
		for (const [service, operation] of SIX) expect(message).toContain(`${service}: ${operation}`);
		expect(message).toContain('6 of the services');
	});

	test('a company that the user no longer sees is a refusal of what reads it', async () => {
		await start({ refusedCompanies: [10_001] });
		const { status, message } = await check(['payroll']);
		expect(status).toBe('Error');
		expect(message).toContain('Run_GetList (2004)');
	});

	test('what the credential is not used for is not checked', async () => {
		await start({ forbiddenOperations: ['Run_GetList', 'Reports_BackgroundTask_Result'] });
		expect(await check(['extraFields'])).toMatchObject({ status: 'OK' });
		await bench.close();
		await start({ forbiddenOperations: ['ExtraFields_GetList'] });
		expect(await check(['payroll'])).toMatchObject({ status: 'OK' });
	});

	test('no report is started by it', async () => {
		await start();
		expect((await check()).status).toBe('OK');
		expect(bench.server.state.reports.size).toBe(0);
	});
});

describe('payroll: check access', () => {
	const access = async () =>
		(await bench.run({ resource: 'payroll', operation: 'checkAccess' })).items.map(
			({ json }) => json,
		);

	test('one item for each service, all allowed', async () => {
		await start();
		const items = await access();
		expect(items.map(({ service, operation, allowed }) => [service, operation, allowed])).toEqual(
			SIX.map(([service, operation]) => [service, operation, true]),
		);
		expect(bench.server.state.reports.size).toBe(0);
	});

	test('each that is refused says so, with what to do', async () => {
		await start({ forbiddenOperations: ['Run_GetList', 'LeaveBalance_GetPerType'] });
		const refused = (await access()).filter(({ allowed }) => allowed === false);
		expect(refused.map(({ operation, fault, code }) => [operation, fault, code])).toEqual([
			['Run_GetList', 1002, 'NMBRS_SOAP_OPERATION_BLOCKED'],
			['LeaveBalance_GetPerType', 1002, 'NMBRS_SOAP_OPERATION_BLOCKED'],
		]);
		expect(String(refused[0]?.['action'])).toContain('user template');
	});

	test('without the credential it says which one is missing', async () => {
		await start();
		const { message } = await bench.fail(
			{ resource: 'payroll', operation: 'checkAccess' },
			{ withoutSoap: true },
		);
		expect(message).toContain('Nmbrs Token API');
	});
});

describe('pickers', () => {
	const { loadOptions } = new Nmbrs().methods;
	const context = (companyIds: string[] = []) => {
		const { context: made } = bench.context({ companyIds });
		return Object.assign(Object.create(made) as object, {
			getCurrentNodeParameter: (name: string) => (name === 'companyIds' ? companyIds : []),
		}) as unknown as ILoadOptionsFunctions;
	};

	test('wage codes of all companies by number and name, each once', async () => {
		await start();
		const options = await loadOptions.getWageCodes.call(context());
		expect(options).toContainEqual({ name: '4010 Opbouw vakantiegeld', value: '4010' });
		expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
	});

	test('runs of a company, the open one marked', async () => {
		await start();
		const [company] = bench.world.nmbrs.companies;
		for (const one of bench.world.nmbrs.companies) one.currentYear = new Date().getUTCFullYear();
		const runs = await loadOptions.getRuns.call(context([company?.companyId ?? '']));
		expect(runs[0]?.name).toContain('(not locked)');
		expect(runs[1]?.name).not.toContain('(not locked)');
		expect(runs.every(({ name }) => name.includes(company?.name ?? ''))).toBe(true);
	});

	test('a picker that may not, shows why', async () => {
		await start({ forbiddenOperations: ['WageModel_GetWageCodes'] });
		await expect(loadOptions.getWageCodes.call(context())).rejects.toThrow(
			'WageModel_GetWageCodes',
		);
	});
});
