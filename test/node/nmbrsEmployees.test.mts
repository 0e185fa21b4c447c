import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { Employee } from '../../core/model/employee';
import { Coverage } from '../../core/model/employee';
import { useFastClock } from '../support/fastClock.mts';
import { checkOf, NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

useFastClock();

const OUT_OF_SCOPE = ['applicant', 'newHire', 'external', 'formerExternal', 'rejectedApplicant'];
const EVERYTHING = [
	'contracts',
	'department',
	'function',
	'manager',
	'schedule',
	'salary',
	'leave',
	'costCenter',
	'wageComponents',
];

let bench: NmbrsBench;
const start = async (options: Parameters<typeof NmbrsBench.start>[0] = {}): Promise<NmbrsBench> => {
	bench = await NmbrsBench.start(options);
	return bench;
};
afterEach(async () => await bench.close());

const peopleInScope = (): NmbrsPerson[] =>
	bench.world.nmbrs.people.filter(({ employeeType }) => !OUT_OF_SCOPE.includes(employeeType));

const byId = (run: NodeRun, id: string | undefined): NodeRun['employees'][number] => {
	const found = run.employees.find(({ employeeId }) => employeeId === id);
	if (found === undefined) throw new Error(`No employee ${id}`);
	return found;
};

describe('who is read', () => {
	test('everybody in scope, once, with an item linked to the input', async () => {
		await start();
		const run = await bench.run();
		const ids = run.employees.map(({ employeeId }) => employeeId);
		expect([...ids].sort()).toEqual(
			peopleInScope()
				.map(({ employeeId }) => employeeId)
				.sort(),
		);
		expect(run.items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
			true,
		);
	});

	test('a type that is not chosen is counted, not passed on; an unknown type is passed on', async () => {
		await start();
		const run = await bench.run();
		const known = new Set([...OUT_OF_SCOPE, 'payroll', 'formerPayroll']);
		const unknown = bench.world.nmbrs.people.find(({ employeeType }) => !known.has(employeeType));
		expect(byId(run, unknown?.employeeId).employeeType).toBe(unknown?.employeeType);
		const types = run.coverage.map((item) => checkOf(item, 'TYPES_COUNTED')?.detail).join(' ');
		expect(types).toMatch(/\(out of scope\)/);
		expect(types).toMatch(/unknown 1/);
		expect(
			run.employees.some(({ employeeType }) => OUT_OF_SCOPE.includes(employeeType ?? '')),
		).toBe(false);
	});

	test('other types when they are chosen', async () => {
		await start();
		const run = await bench.run({ employeeTypes: ['applicant'] });
		const types = new Set(run.employees.map(({ employeeType }) => employeeType));
		expect(types.has('payroll')).toBe(false);
		expect(types.has('applicant')).toBe(true);
	});

	test('several input items do not multiply the people', async () => {
		await start();
		const once = await bench.run();
		const calls = bench.server.log.counts.calls;
		const thrice = await bench.run({}, { items: 3 });
		expect(thrice.employees).toHaveLength(once.employees.length);
		expect(bench.server.log.counts.calls - calls).toBe(once.fake.sent.length);
	});

	test('coverage: one item per company, complete, in the agreed form', async () => {
		await start();
		const { coverage, employees } = await bench.run();
		expect(coverage.map(({ partition }) => partition)).toEqual(
			bench.world.nmbrs.companies.map(({ companyId }) => companyId),
		);
		for (const item of coverage) {
			expect(Coverage.safeParse(item).success).toBe(true);
			expect(item).toMatchObject({ complete: true, error: null });
		}
		expect(coverage.reduce((sum, item) => sum + item.employees, 0)).toBe(employees.length);
		expect(Object.keys(Employee.shape)).toContain('external_id'); // the next node's form is another
	});
});

describe('what never leaves the node', () => {
	test('no service number, address, phone or bank account, and nobody asked for them', async () => {
		await start();
		const run = await bench.run({ include: [...EVERYTHING, 'extraFields'] });
		const out = JSON.stringify([run.employees, run.coverage, run.fake.log]);
		for (const { bait } of bench.world.nmbrs.people) {
			for (const secret of [bait.bsn, bait.phone, bait.iban, bait.street]) {
				expect(out.includes(secret)).toBe(false);
			}
		}
		expect(bench.server.state.baits).toEqual([]);
	});

	test('nothing but reads: GET, and SOAP operations that read', async () => {
		await start();
		await bench.run({ include: [...EVERYTHING, 'extraFields'] });
		expect(bench.server.log.counts.writes).toBe(0);
	});

	test('no token or key in items or log lines', async () => {
		await start();
		const run = await bench.run({ include: ['extraFields'] });
		const out = JSON.stringify([run.items, run.coverage, run.fake.log, run.fake.sent]);
		for (const secret of [
			bench.client.accessToken,
			bench.client.refreshToken,
			'nmbrs-demo-subscription-key',
			'nmbrs-demo-soap-token',
		]) {
			expect(out.includes(secret)).toBe(false);
		}
	});
});

describe('settings', () => {
	test.each([
		['a wrong reference date', { referenceDate: 'tomorrow' }, 'Reference Date'],
		['an impossible date', { referenceDate: '2026-02-30' }, 'Reference Date'],
		['an unknown part', { include: ['bankAccount'] }, 'Include'],
		['an unknown type', { employeeTypes: ['boss'] }, 'Employee Types'],
		['no type', { employeeTypes: [] }, 'Employee Types'],
		['an id with a slash', { companyIds: ['../bank'] }, 'Company Names or IDs'],
	])('%s is one message before any call', async (_name, parameters, setting) => {
		await start();
		const { message } = await bench.fail(parameters);
		expect(message).toContain(`"${setting}"`);
		expect(bench.server.log.entries.filter(({ url }) => url.startsWith('/api'))).toEqual([]);
	});

	test('ids from an expression may be text with commas', async () => {
		await start();
		const ids = bench.world.nmbrs.companies.slice(0, 2).map(({ companyId }) => companyId);
		const { coverage } = await bench.run({ companyIds: ids.join(', ') });
		expect(coverage).toHaveLength(2);
	});

	test('the base URL may carry /api or a slash; a plain http host is refused', async () => {
		await start();
		const { url } = bench.server;
		const { employees } = await bench.run({}, { oauth: { baseUrl: `${url}/api/` } });
		expect(employees.length).toBeGreaterThan(0);
		const { message } = await bench.fail({}, { oauth: { baseUrl: 'http://api.nmbrsapp.com' } });
		expect(message).toContain('https');
	});
});
