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

describe('faults', () => {
	test('1006, a hiccup of the login, is tried again', async () => {
		await start();
		bench.server.faults.add({
			kind: 'status',
			status: 500,
			path: '/soap/',
			times: 2,
			body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>x ---&gt; 1006: General login failure</faultstring></s:Fault></s:Body></s:Envelope>',
		});
		expectFields(await bench.run(EXTRA));
	});

	const general: Array<[string, Partial<NmbrsSettings>, Record<string, string>, string]> = [
		['1001, wrong token', {}, { token: 'wrong-soap-token' }, 'NMBRS_SOAP_LOGIN'],
		['1001, wrong domain', {}, { domain: 'elders' }, 'NMBRS_SOAP_LOGIN'],
		[
			'1001 with status 200',
			{ soapFaultStatus: 200 },
			{ token: 'wrong-soap-token' },
			'NMBRS_SOAP_LOGIN',
		],
		[
			'1002, operation not in the template',
			{ forbiddenOperations: ['ExtraFields_GetList'] },
			{},
			'NMBRS_SOAP_OPERATION_BLOCKED',
		],
	];
	test.each(general)(
		'%s: the run stops with what to do, and asks no further',
		async (_name, settings, soap, code) => {
			await start(settings);
			const { message, description } = await bench.fail(EXTRA, { soap });
			expect(description).toContain(code);
			expect(`${message}${description}`).not.toContain('wrong-soap-token');
			expect(
				bench.server.log.entries.filter(({ url }) => url.startsWith('/soap')).length,
			).toBeLessThan(60);
		},
	);

	test.each(general)(
		'%s: with Continue everybody is there, marked',
		async (_name, settings, soap, code) => {
			await start(settings);
			const run = await bench.run({ ...EXTRA, onPartitionError: 'continue' }, { soap });
			const plain = await bench.run();
			expect(run.employees).toHaveLength(plain.employees.length);
			const failed = run.employees.filter(
				({ extraFieldsStatus }) => extraFieldsStatus === 'failed',
			);
			expect(failed.length).toBeGreaterThan(20);
			// One message for what concerns all: the company's, not one for each of its people.
			expect(failed.flatMap(({ notices }) => notices.map((one) => one.code))).not.toContain(
				'NMBRS_EXTRA_FIELDS_FAILED',
			);
			const broken = run.coverage.filter(({ complete }) => !complete);
			expect(broken).toHaveLength(new Set(failed.map(({ company }) => company.id)).size);
			for (const { error } of broken) {
				expect(error?.code).toMatch(/^(NMBRS_EXTRA_FIELDS_UNREAD|NMBRS_CONSENT_LOST)$/);
			}
			expect(code).toMatch(/^NMBRS_SOAP_/);
			expect(run.coverage.some((item) => checkOf(item, 'EXTRA_FIELDS_READ')?.ok === false)).toBe(
				true,
			);
		},
	);

	test('2003 for one person: that person is marked, the others are read', async () => {
		await start();
		const person = bench.world.nmbrs.people.find(({ case: name }) => name === 'unchanged');
		bench.server.state.configure({ refusedEmployees: [person?.soapId ?? 0] });
		const run = await bench.run(EXTRA);
		const failed = run.employees.filter(({ extraFieldsStatus }) => extraFieldsStatus === 'failed');
		expect(failed.map(({ employeeId }) => employeeId)).toEqual([person?.employeeId]);
		expect(failed[0]?.extraFields).toEqual({});
	});

	test.each([
		['1003', 'hiddenCompanies' as const],
		['2004', 'refusedCompanies' as const],
	])('%s for a company: its people are marked, nobody else', async (_code, setting) => {
		await start();
		const [company] = bench.world.nmbrs.companies;
		bench.server.state.configure({ [setting]: [company?.soapId ?? 0] });
		const run = await bench.run({ ...EXTRA, onPartitionError: 'continue' });
		const marked = new Set(
			run.employees
				.filter(({ extraFieldsStatus }) => extraFieldsStatus === 'failed')
				.map((one) => one.company.id),
		);
		expect(marked).toEqual(new Set([company?.companyId]));
	});

	test.each([
		['a web page', { kind: 'html' as const }],
		[
			'a cut answer',
			{ kind: 'status' as const, status: 200, body: '<soap:Envelope><soap:Body><a>' },
		],
		['resets', { kind: 'drop' as const }],
		['503', { kind: 'status' as const, status: 503 }],
	])('SOAP answers with %s: the message names the end of SOAP', async (_name, fault) => {
		await start();
		bench.server.faults.add({ ...fault, path: '/soap/' });
		const { message, description } = await bench.fail(EXTRA);
		expect(message).toContain('SOAP');
		expect(description).toMatch(/NMBRS_SOAP_UNREACHABLE/);
		expect(description).toContain('wage component');
	});

	test('a 503 that passes is tried again', async () => {
		await start();
		bench.server.faults.add({ kind: 'status', status: 503, path: '/soap/', times: 3 });
		expectFields(await bench.run(EXTRA));
	});

	test('no SOAP credential in the node: said before anything is read', async () => {
		await start();
		const { message } = await bench.fail(EXTRA, { withoutSoap: true });
		expect(message).toContain('NMBRS Token API');
		expect(bench.server.log.entries.filter(({ url }) => url.startsWith('/api'))).toEqual([]);
	});
});
