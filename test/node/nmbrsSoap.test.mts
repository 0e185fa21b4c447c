import { systemClock } from '../../nodes/shared/http/clock';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { checkOf, NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

useFastClock();

const EXTRA = { include: ['extraFields'] };

let bench: NmbrsBench;
const start = async (settings: Partial<NmbrsSettings> = {}): Promise<void> => {
	bench = await NmbrsBench.start({ world: smallWorld(60), settings });
};
afterEach(async () => await bench.close());

const people = (): Map<string, NmbrsPerson> =>
	new Map(bench.world.nmbrs.people.map((person) => [person.employeeId, person]));

/** The extra fields as the stand-in has them, empty ones as null. */
function expectFields(run: NodeRun): void {
	const world = people();
	const read = run.employees.filter(({ extraFieldsStatus }) => extraFieldsStatus === 'read');
	expect(read.length).toBeGreaterThan(20);
	for (const { employeeId, extraFields } of read) {
		const truth: Record<string, unknown> = { ...world.get(employeeId)?.extraFields };
		for (const [name, value] of Object.entries(extraFields)) {
			expect([employeeId, name, value]).toEqual([
				employeeId,
				name,
				String(truth[name] ?? '').trim() || null,
			]);
		}
	}
}

const operations = (): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { operation, url } of bench.server.log.entries) {
		if (url.startsWith('/soap')) counts[operation ?? ''] = (counts[operation ?? ''] ?? 0) + 1;
	}
	return counts;
};

describe('extra fields', () => {
	test('of everybody in scope who has not left, joined by the id converter', async () => {
		await start();
		const run = await bench.run(EXTRA);
		expectFields(run);
		const notAsked = run.employees.filter(
			({ extraFieldsStatus }) => extraFieldsStatus === 'notRequested',
		);
		const today = bench.world.referenceDate;
		for (const { employments, employeeType } of notAsked) {
			const over =
				employments.length > 0 &&
				employments.every(({ endDate }) => endDate !== null && endDate < today);
			expect(over || !['payroll', 'formerPayroll'].includes(employeeType ?? '')).toBe(true);
		}
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
		expect(run.coverage.every((item) => checkOf(item, 'EXTRA_FIELDS_READ')?.ok === true)).toBe(
			true,
		);
	});

	test('calls: one per person asked, one bridge per company, one list of companies', async () => {
		await start();
		const run = await bench.run(EXTRA);
		const asked = run.employees.filter(
			({ extraFieldsStatus }) => extraFieldsStatus === 'read',
		).length;
		const counts = operations();
		const of = (name: string): number =>
			Object.entries(counts)
				.filter(([key]) => key.includes(name))
				.reduce((sum, [, count]) => sum + count, 0);
		expect(of('ExtraFields_GetList')).toBe(asked);
		expect(of('Converter_GetByCompany_IntToGuid')).toBe(bench.world.nmbrs.companies.length);
		expect(of('List_GetAll')).toBe(1);
		expect(bench.server.state.throttled).toBe(0);
	});

	test('at most 100 calls a second, and 8 at a time, whatever the number of people', async () => {
		await start();
		bench.server.faults.add({ kind: 'latency', ms: 20, path: '/soap/' });
		const before = systemClock.now();
		await bench.run(EXTRA);
		const calls = Object.values(operations()).reduce((sum, count) => sum + count, 0);
		expect(calls).toBeGreaterThan(40);
		// The nodes' own clock: it moves on by what they wait.
		expect(systemClock.now() - before).toBeGreaterThanOrEqual((calls - 1) * 10 - 1);
		expect(bench.server.log.counts.mostOverlapping).toBeGreaterThan(2);
		// Two more are the REST calls of the next company, which go on beside it.
		expect(bench.server.log.counts.mostOverlapping).toBeLessThanOrEqual(8 + 2);
	});

	test('only the fields that were asked for leave the node', async () => {
		await start();
		const usual = await bench.run(EXTRA);
		const names = new Set(usual.employees.flatMap(({ extraFields }) => Object.keys(extraFields)));
		expect([...names].every((name) => /^(alleo|yourcampus)_/.test(name))).toBe(true);
		const more = await bench.run({ ...EXTRA, extraFieldNames: 'Kleding*' });
		expect(new Set(more.employees.flatMap(({ extraFields }) => Object.keys(extraFields)))).toEqual(
			new Set(['kledingmaat']),
		);
	});

	test('names keep their older form; case and spaces do not matter', async () => {
		await start({ extraFieldNames: { alleo_access: ' YourCampus_Access ' } });
		const run = await bench.run(EXTRA);
		expect(run.employees.some(({ extraFields }) => 'yourcampus_access' in extraFields)).toBe(true);
	});

	const spellings: Array<[string, Partial<NmbrsSettings>]> = [
		['nil for nothing', { soapNull: 'nil' }],
		['nothing for nothing', { soapNull: 'missing' }],
		['empty fields left out', { extraFieldsEmpty: 'left out' }],
		['empty lists without result', { soapEmpty: 'missing' }],
		['a header without domain', {}],
	];
	test.each(spellings)('%s', async (name, settings) => {
		await start(settings);
		expectFields(await bench.run(EXTRA, name.includes('domain') ? { soap: { domain: '' } } : {}));
	});

	test.each([
		['/soap/v3', ''],
		['no tail', '/soap/v3'],
		['a slash', '/soap/v3/'],
	])('the SOAP base URL with %s', async (_name, tail) => {
		await start();
		expectFields(await bench.run(EXTRA, { soap: { soapBaseUrl: `${bench.server.url}${tail}` } }));
	});
});

describe('the bridge is closed', () => {
	test('company number and employee number join instead', async () => {
		await start({ forbiddenOperations: ['Converter_GetByCompany_IntToGuid'] });
		const run = await bench.run(EXTRA);
		expectFields(run);
		expect(run.employees.filter(({ extraFieldsStatus }) => extraFieldsStatus === 'failed')).toEqual(
			[],
		);
	});

	test('an employee number that two people share joins neither', async () => {
		await start({ forbiddenOperations: ['Converter_GetByCompany_IntToGuid'] });
		const [one, other] = bench.world.nmbrs.people.filter(
			(person) =>
				person.case === 'unchanged' && person.companyId === 'c1000000-0000-4000-8000-000000000001',
		);
		if (one === undefined || other === undefined) throw new Error('too few people');
		other.employeeNumber = one.employeeNumber;
		const run = await bench.run(EXTRA);
		const status = (id: string): string | undefined =>
			run.employees.find(({ employeeId }) => employeeId === id)?.extraFieldsStatus;
		expect([status(one.employeeId), status(other.employeeId)]).toEqual(['failed', 'failed']);
	});
});

describe('the bridge is closed, and numbers mislead', () => {
	test('a person of another name under the same number is not joined', async () => {
		await start({ forbiddenOperations: ['Converter_GetByCompany_IntToGuid'] });
		const [one, other] = bench.world.nmbrs.people.filter(
			(person) =>
				person.case === 'unchanged' && person.companyId === 'c1000000-0000-4000-8000-000000000001',
		);
		if (one === undefined || other === undefined) throw new Error('too few people');
		// SOAP sees the two numbers swapped, as after a re-used number.
		bench.server.faults.add({
			kind: 'status',
			status: 200,
			path: '/soap/v3/EmployeeService',
			after: 1,
			times: 1,
			body:
				'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><List_GetByCompanyResponse>' +
				`<List_GetByCompanyResult><Employee><Id>${one.soapId}</Id><Number>${other.employeeNumber}</Number><DisplayName>Iemand Anders</DisplayName></Employee>` +
				'</List_GetByCompanyResult></List_GetByCompanyResponse></s:Body></s:Envelope>',
		});
		const company = [one.companyId];
		const run = await bench.run({
			...EXTRA,
			companyIds: company,
			employeeTypes: ['payroll'],
			onPartitionError: 'continue',
		});
		const read = run.employees.find(({ employeeId }) => employeeId === other.employeeId);
		expect(read?.extraFieldsStatus).toBe('failed');
		expect(read?.extraFields).toEqual({});
	});

	test('a company of another name under the same number joins nobody', async () => {
		await start({ forbiddenOperations: ['Converter_GetByCompany_IntToGuid'] });
		const soap = bench.world.nmbrs.companies[0];
		const run = await bench.run(EXTRA);
		expect(run.employees.some(({ extraFieldsStatus }) => extraFieldsStatus === 'read')).toBe(true);
		bench.server.faults.add({
			kind: 'status',
			status: 200,
			path: '/soap/v3/CompanyService',
			times: 1,
			body:
				'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><List_GetAllResponse><List_GetAllResult>' +
				`<Company><ID>${soap?.soapId}</ID><Number>${soap?.number}</Number><Name>Andere Klant B.V.</Name></Company>` +
				'</List_GetAllResult></List_GetAllResponse></s:Body></s:Envelope>',
		});
		const { description } = await bench.fail({ ...EXTRA, companyIds: [soap?.companyId] });
		expect(description).toContain('NMBRS_SOAP_COMPANY_UNKNOWN');
	});
});
