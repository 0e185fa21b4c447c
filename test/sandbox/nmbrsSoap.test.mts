import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { NmbrsClient } from './nmbrsClient.mts';
import { faultOf, values } from './nmbrsXml.mts';

const { soapUsername, soapToken } = CREDENTIALS.nmbrs;

describe('Nmbrs stand-in: SOAP v3, envelope and login', () => {
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

	test('answers can come in other encodings, cut, or with a DOCTYPE', async () => {
		const names = async (label: string) => {
			const response = await client.raw('DebtorService', 'List_GetAll');
			const text = new TextDecoder(label).decode(await response.arrayBuffer());
			return { type: response.headers.get('content-type'), names: values(text, 'Name'), text };
		};
		const [debtor] = client.world.nmbrs.debtors;
		if (debtor !== undefined) debtor.name = 'Zoë 漢 & Zn';
		const plain = await names('utf-8');
		expect(plain.names[0]).toBe('Zoë 漢 &amp; Zn');
		client.server.state.configure({ soapEncoding: 'utf-16le' });
		const wide = await names('utf-16le');
		expect(wide.type).toContain('charset=utf-16');
		expect(wide.names).toEqual(plain.names);
		client.server.state.configure({ soapEncoding: 'iso-8859-1' });
		expect((await names('iso-8859-1')).names[0]).toBe('Zoë &#28450; &amp; Zn');
		client.server.state.configure({ soapEncoding: 'utf-8-bom', soapDamage: 'doctype' });
		expect((await names('utf-8')).text).toContain('<!DOCTYPE');
		client.server.state.configure({ soapEncoding: 'utf-8', soapDamage: 'cut' });
		expect((await names('utf-8')).text).not.toContain('</soap:Envelope>');
	});
});
