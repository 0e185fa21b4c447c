import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_SCOPES, NmbrsClient } from './nmbrsClient.mts';

/** The answers of the stand-in have the keys of the samples, no more and no fewer. */

const SAMPLES = join(__dirname, '..', 'fixtures', 'nmbrs');
const sample = (path: string): string => readFileSync(join(SAMPLES, path), 'utf8');

/** The keys of a value, at every depth; of an array only its first item. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
	if (typeof value !== 'object' || value === null) return 'value';
	const entries = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(entries.map(([key, inner]) => [key, shapeOf(inner)]));
}

/** Element names in the order in which they open, without namespace prefixes. */
const elementsOf = (xml: string): string[] =>
	[...xml.replace(/<\?.*?\?>/g, '').matchAll(/<(?:\w+:)?(\w+)[\s/>]/g)].map(
		([, name]) => name ?? '',
	);

/** Whether `part` can be found in `whole` in the same order. */
function missingFrom(whole: string[], part: string[]): string[] {
	let at = 0;
	return part.filter((name) => {
		const found = whole.indexOf(name, at);
		if (found < 0) return true;
		at = found + 1;
		return false;
	});
}

describe('Nmbrs stand-in: shapes of the samples', () => {
	let client: NmbrsClient;
	let company: { companyId: string; soapId: number };
	let person: { employeeId: string; soapId: number };

	beforeAll(async () => {
		client = await NmbrsClient.start();
		const [one] = client.world.nmbrs.companies;
		if (one === undefined) throw new Error('no company');
		const full = client.world.nmbrs.people.find(
			(candidate) =>
				candidate.companyId === one.companyId &&
				candidate.extraFields.alleo_monthly_all_budget !== null &&
				candidate.managers.length > 0,
		);
		if (full === undefined) throw new Error('nobody with a budget and a manager');
		[company, person] = [one, full];
		await client.connect(ALL_SCOPES, [one.debtorId]);
	});
	afterAll(() => client.close());

	const employees = () => `/api/companies/${company.companyId}/employees`;
	const listOf = (name: string) => () => `${employees()}/${name}?employeeId=${person.employeeId}`;

	test.each<[string, () => string]>([
		['debtors.json', () => '/api/debtors'],
		['companies.json', () => '/api/companies?pageSize=1'],
		['employees.json', employees],
		['personalinfo.json', listOf('personalinfo')],
		['employments.json', listOf('employments')],
		['contracts.json', listOf('contracts')],
		['functions.json', listOf('functions')],
		['departments.json', listOf('departments')],
		['managers.json', listOf('managers')],
		['schedules.json', listOf('schedules')],
		['salaries.json', listOf('salaries')],
		['costcenters.json', listOf('costcenters')],
		['fixedwagecomponents.json', listOf('fixedwagecomponents')],
		['variablewagecomponents.json', listOf('variablewagecomponents')],
		['leavebalances.json', listOf('leaveBalances')],
		['leavegroups.json', () => `/api/companies/${company.companyId}/leaveGroups`],
		['runs.json', () => `/api/companies/${company.companyId}/runs?year=2026`],
		['payslipperperiod.json', () => `/api/employees/${person.employeeId}/payslipperperiod/`],
	])('REST %s', async (file, path) => {
		const { status, json } = await client.get(path());
		expect(status).toBe(200);
		expect(shapeOf(json)).toEqual(shapeOf(JSON.parse(sample(`rest/${file}`))));
	});

	test('error bodies', async () => {
		const notFound = await client.get(`/api/companies/${person.employeeId}/employees`);
		expect(shapeOf(notFound.json)).toEqual(
			shapeOf(JSON.parse(sample('rest/error-404-generic.json'))),
		);
		client.server.state.configure({ multiDebtor: 'on' });
		const several = await client.get('/api/companies');
		client.server.state.configure({ multiDebtor: 'auto' });
		const expected = JSON.parse(sample('rest/error-403-forbidden-multi-debtor.json'));
		expect(several.status).toBe(403);
		expect(several.json.title).toBe(expected.title);
		expect(shapeOf(several.json)).toEqual(shapeOf(expected));
	});

	/** Sends the body of a sample request with this world's ids. */
	const replay = (file: string): string =>
		sample(file)
			.replace(/<Username>.*?<\/Username>/, '<Username>koppeling@example.nl</Username>')
			.replace(/<Token>.*?<\/Token>/, '<Token>nmbrs-demo-soap-token</Token>')
			.replace(/<EmployeeId>.*?<\/EmployeeId>/, `<EmployeeId>${person.soapId}</EmployeeId>`);

	const send = async (service: string, operation: string, body: string): Promise<string> => {
		const namespace = `https://api.nmbrs.nl/soap/v3/${service}`;
		const response = await fetch(`${client.server.origin}/soap/v3/${service}.asmx`, {
			method: 'POST',
			headers: {
				'content-type': 'text/xml; charset=utf-8',
				soapaction: `"${namespace}/${operation}"`,
			},
			body,
		});
		return await response.text();
	};

	const requests = readdirSync(join(SAMPLES, 'soap')).filter((file) =>
		file.endsWith('.request.xml'),
	);

	test.each(requests)('SOAP %s is understood, and answered in the sample form', async (file) => {
		const [service = '', operation = ''] = file.split('.');
		const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}Service`;
		const answer = await send(name, operation, replay(`soap/${file}`));
		expect(answer).not.toContain('Fault');
		const expected = ['response.xml', 'item-global.response.xml']
			.map((end) => `soap/${service}.${operation}.${end}`)
			.find((path) => readdirSync(join(SAMPLES, 'soap')).includes(path.slice(5)));
		if (expected === undefined) throw new Error(`no sample response for ${file}`);
		expect(missingFrom(elementsOf(answer), elementsOf(sample(expected)))).toEqual([]);
	});

	test('SOAP bulk answers without a sample request have the sample form too', async () => {
		const files = [
			'Salary_GetAll_AllEmployeesByCompany',
			'Schedule_GetAll_AllEmployeesByCompany',
			'Function_GetAll_AllEmployeesByCompany_V2',
		];
		for (const operation of files) {
			const body = `<CompanyID>${company.soapId}</CompanyID>`;
			const { text } = await client.soap('EmployeeService', operation, body);
			const expected = elementsOf(sample(`soap/employee.${operation}.response.xml`));
			expect(missingFrom(elementsOf(text), [...new Set(expected)])).toEqual([]);
		}
	});

	test('a payslip has the elements of the sample', async () => {
		client.server.state.configure({ reportPolls: 0, reportDeclaration: false });
		const runs = await client.soap(
			'CompanyService',
			'Run_GetList',
			`<CompanyId>${company.soapId}</CompanyId><Year>2026</Year>`,
		);
		const run = /<ID>(\d+)<\/ID>/.exec(runs.text)?.[1];
		const started = await client.soap(
			'ReportService',
			'Reports_GetPayslipByRunCompany_v2_Background',
			`<companyId>${company.soapId}</companyId><runId>${run}</runId><year>2026</year>`,
		);
		const id = /BackgroundResult>([^<]+)</.exec(started.text)?.[1];
		const done = await client.soap(
			'ReportService',
			'Reports_BackgroundTask_Result',
			`<TaskId>${id}</TaskId>`,
		);
		const content = (/<Content>([^]*)<\/Content>/.exec(done.text)?.[1] ?? '')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>');
		const expected = elementsOf(sample('reports/payslip-content.decoded.xml.txt'));
		// A payslip has several lines, and not everybody has a reservation: the names count, of all of them.
		expect([...new Set(elementsOf(content))].sort()).toEqual([...new Set(expected)].sort());
	});
});
