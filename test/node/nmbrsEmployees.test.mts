import { addOddities } from '../../sandbox/nmbrs/oddities.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { Employee } from '../../core/employee';
import { Coverage } from '../../core/employee';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
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

const personOf = (name: string): NmbrsPerson => {
	const found = bench.world.nmbrs.people.find((person) => person.case === name);
	if (found === undefined) throw new Error(`No person for the case ${name}`);
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

describe('what is told about a person', () => {
	test('current values flat, under the names of the contract', async () => {
		await start();
		const run = await bench.run({ include: EVERYTHING });
		const person = personOf('unchanged');
		const [employment] = person.employments;
		expect(byId(run, person.employeeId)).toMatchObject({
			source: 'nmbrs',
			employeeNumber: String(person.employeeNumber),
			employeeType: 'payroll',
			firstName: person.firstName,
			lastName: person.lastName,
			businessEmail: person.personalInfo.at(-1)?.businessEmail,
			birthDate: person.personalInfo.at(-1)?.birthDate,
			startDate: employment?.startDate,
			endDate: employment?.endDate,
			department: { description: person.departments.at(-1)?.description },
			function: { description: person.functions.at(-1)?.description },
			schedule: { hoursPerWeek: person.schedules.at(-1)?.hoursPerWeek },
			extraFieldsStatus: 'notRequested',
			nameUse: null,
			notices: [],
		});
	});

	test('a part that was not asked for is absent, and its list is not called', async () => {
		await start();
		const { employees, fake } = await bench.run();
		for (const field of [
			'contracts',
			'department',
			'salary',
			'leave',
			'manager',
			'wageComponents',
		]) {
			expect(employees[0]).not.toHaveProperty(field);
		}
		const lists = new Set(fake.sent.map((line) => line.split('?')[0]?.split('/').at(-1)));
		expect([...lists].sort()).toEqual([
			'companies',
			'debtors',
			'employments',
			'period',
			'personalinfo',
		]);
	});

	test('a row of the future is not current', async () => {
		await start();
		const run = await bench.run();
		const person = personOf('future-change');
		const rows = person.personalInfo.map(({ year, period }) => year * 100 + period);
		const company = bench.world.nmbrs.companies.find(
			({ companyId }) => companyId === person.companyId,
		);
		const now = (company?.currentYear ?? 0) * 100 + (company?.currentPeriod ?? 0);
		expect(rows.some((row) => row > now)).toBe(true);
		const current = person.personalInfo
			.filter(({ year, period }) => year * 100 + period <= now)
			.at(-1);
		expect(byId(run, person.employeeId).lastName).toBe(current?.lastName);
		expect(byId(run, person.employeeId).histories['personalInfo']).toHaveLength(rows.length);
	});

	test('two employments: both are listed, the flat dates are those of the present one', async () => {
		await start();
		const run = await bench.run();
		const person = personOf('two-employments');
		const read = byId(run, person.employeeId);
		expect(read.employments.map(({ startDate }) => startDate).sort()).toEqual(
			person.employments.map(({ startDate }) => startDate).sort(),
		);
		expect(read.endDate).toBeNull();
	});

	test.each([
		['with a zone', { dates: 'zulu' as const }],
		['without a zone', { dates: 'plain' as const }],
	])('dates %s never shift', async (_name, settings) => {
		await start({ settings });
		const run = await bench.run({ include: ['contracts', 'schedule', 'salary'] });
		for (const person of peopleInScope()) {
			const read = byId(run, person.employeeId);
			expect(read.employments.map(({ startDate, endDate }) => [startDate, endDate])).toEqual(
				person.employments.map(({ startDate, endDate }) => [startDate, endDate]),
			);
		}
		expect(JSON.stringify(run.employees.map(({ employments }) => employments))).not.toContain(
			'T00',
		);
	});

	test.each([
		['flat', { periodShape: 'flat' as const }],
		['nested', { periodShape: 'nested' as const }],
	])('the current period is found when the answer is %s', async (_name, settings) => {
		await start({ settings });
		const { coverage } = await bench.run();
		expect(checkOf(coverage[0], 'PERIOD_KNOWN')?.detail).toBe('2026-05, given by Nmbrs');
	});

	test('without a period from Nmbrs the month of the reference date decides, and coverage says so', async () => {
		await start();
		bench.server.faults.add({ kind: 'status', status: 404, path: '/period' });
		const { coverage } = await bench.run();
		expect(checkOf(coverage[0], 'PERIOD_KNOWN')?.detail).toContain('month of the reference date');
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('the manager has an e-mail address where Nmbrs gives one', async () => {
		await start({ settings: { managerContact: true } });
		const run = await bench.run({ include: ['manager'] });
		const person = peopleInScope().find(({ managers }) => managers.length > 0);
		expect(byId(run, person?.employeeId).manager?.email).toBe(person?.managers[0]?.email);
	});

	test('fixed wage components by code, for customers who carry access or budgets there', async () => {
		await start();
		const run = await bench.run({ include: ['wageComponents'] });
		const person = peopleInScope().find(({ extraFields }) => extraFields['alleo_access'] === 'ja');
		expect(byId(run, person?.employeeId).wageComponents).toMatchObject({ '7000': 1 });
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

describe('how it is read', () => {
	test('bulk lists only: calls grow with pages and lists, not with people', async () => {
		await start({ world: smallWorld(200) });
		const include = ['department', 'function'];
		const { fake, coverage } = await bench.run({ include, options: { pageSize: 20 } });
		const lists = 4;
		const pages = coverage.map((item) => item.pages / lists);
		const budget = pages.reduce((sum, count) => sum + (1 + lists) * Math.max(count, 1), 1);
		expect(fake.sent.length).toBeLessThanOrEqual(budget);
		expect(fake.sent.some((line) => line.includes('/api/employees/'))).toBe(false);
	});

	test('pages in parallel, never more than the setting', async () => {
		await start({ world: smallWorld(200) });
		bench.server.faults.add({ kind: 'latency', ms: 5 });
		const { employees } = await bench.run({ options: { pageSize: 10 } });
		expect(employees).toHaveLength(peopleInScope().length);
		expect(bench.server.log.counts.mostOverlapping).toBe(2);
		await bench.run({ options: { pageSize: 10, concurrency: 4 } });
		expect(bench.server.log.counts.mostOverlapping).toBe(4);
	});

	test('a page size that Nmbrs refuses is replaced by its own', async () => {
		await start({ settings: { maxPageSize: 20, pageSizeOverflow: 'refuse' } });
		const { employees, coverage } = await bench.run({ companyIds: [] });
		expect(employees).toHaveLength(peopleInScope().length);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a page size that Nmbrs cuts is obeyed', async () => {
		await start({ settings: { maxPageSize: 7 } });
		const { employees, coverage } = await bench.run();
		expect(employees).toHaveLength(peopleInScope().length);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('the same people, one page or many', async () => {
		await start();
		const one = await bench.run();
		const many = await bench.run({ options: { pageSize: 3 } });
		expect(many.employees).toEqual(one.employees);
	});
});

describe('debtors and companies', () => {
	test('a token of several debtors falls back to reading debtor by debtor', async () => {
		await start({ settings: { multiDebtor: 'on' } });
		const { employees, fake, coverage } = await bench.run();
		expect(employees).toHaveLength(peopleInScope().length);
		expect(fake.sent.some((line) => line.includes('/api/debtors'))).toBe(true);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('only the chosen companies', async () => {
		await start();
		const [first] = bench.world.nmbrs.companies;
		const { employees, coverage } = await bench.run({ companyIds: [first?.companyId] });
		expect(new Set(employees.map(({ company }) => company.id))).toEqual(
			new Set([first?.companyId]),
		);
		expect(coverage).toHaveLength(1);
	});

	test('only the companies of the chosen debtors', async () => {
		await start();
		const { debtorId } = bench.world.nmbrs.debtors.at(-1) ?? { debtorId: '' };
		const { coverage } = await bench.run({ debtorIds: [debtorId] });
		const theirs = bench.world.nmbrs.companies.filter((company) => company.debtorId === debtorId);
		expect(coverage.map(({ partition }) => partition).sort()).toEqual(
			theirs.map(({ companyId }) => companyId).sort(),
		);
	});

	test('a chosen company that the consent no longer covers stops the run, by name of the way out', async () => {
		await start();
		const { message, description } = await bench.fail({
			companyIds: ['c1000000-0000-4000-8000-00000000dead'],
		});
		expect(message).toContain('cannot be read any more');
		expect(description).toContain('Continue');
		expect(description).toContain('NMBRS_COMPANY_NOT_COVERED');
	});

	test('with Continue it is an incomplete partition, not an absence', async () => {
		await start();
		const gone = 'c1000000-0000-4000-8000-00000000dead';
		const [first] = bench.world.nmbrs.companies;
		const { employees, coverage } = await bench.run({
			companyIds: [gone, first?.companyId],
			onPartitionError: 'continue',
		});
		expect(employees.length).toBeGreaterThan(0);
		expect(coverage.find(({ partition }) => partition === gone)).toMatchObject({
			complete: false,
			error: { code: 'NMBRS_COMPANY_NOT_COVERED' },
		});
	});

	test('a chosen debtor outside the consent is a coverage failure too', async () => {
		await start({ debtorIds: ['d1000000-0000-4000-8000-000000000001'] });
		const foreign = 'd1000000-0000-4000-8000-00000000dead';
		expect((await bench.fail({ debtorIds: [foreign] })).message).toContain(foreign);
		const { coverage } = await bench.run({ debtorIds: [foreign], onPartitionError: 'continue' });
		expect(coverage).toMatchObject([
			{ partition: foreign, complete: false, error: { code: 'NMBRS_DEBTOR_NOT_COVERED' } },
		]);
	});

	test('a consent that covers nothing says so', async () => {
		await start({ settings: { multiDebtor: 'off' } });
		bench.server.state.configure({
			vanishedCompanies: bench.world.nmbrs.companies.map(({ companyId }) => companyId),
		});
		expect((await bench.fail()).message).toContain('covers no company');
	});
});

describe('odd people', () => {
	let run: NodeRun;
	let odd: ReturnType<typeof addOddities>;
	beforeEach(async () => {
		const world = smallWorld(120);
		odd = addOddities(world.nmbrs);
		await start({ world });
		run = await bench.run({ include: [...EVERYTHING, 'extraFields'] });
	});

	test('all of them are there, and the empty company is complete', () => {
		for (const id of Object.values(odd)) expect(byId(run, id).employeeId).toBe(id);
		expect(run.coverage.find(({ name }) => name === '9999 Lege B.V.')).toMatchObject({
			complete: true,
			employees: 0,
		});
	});

	test('names as they are: long, emoji, right to left, markup', () => {
		expect(byId(run, odd.longName).lastName).toHaveLength(1999);
		expect(byId(run, odd.emoji).lastName).toBe('Voorbeeld 🧑🏽‍💻🎉');
		expect(byId(run, odd.rightToLeft).lastName).toBe('مثال \u202eabc');
		expect(byId(run, odd.markup).lastName).toBe('<b>&amp;"Voor\'beeld"</b> {{ $json }} =1+1');
	});

	test('NUL and control characters go, the rest of the name stays', () => {
		expect(byId(run, odd.nulBytes).lastName).toBe('Voorbeeld');
	});

	test('without personal info: number and type from the employees list, and a notice', () => {
		const person = bench.world.nmbrs.people.find(
			({ employeeId }) => employeeId === odd.noPersonalInfo,
		);
		const read = byId(run, odd.noPersonalInfo);
		expect(read).toMatchObject({
			employeeType: person?.employeeType,
			employeeNumber: String(person?.employeeNumber),
			lastName: person?.lastName,
		});
		expect(read.notices.map(({ code }) => code)).toContain('NMBRS_NO_PERSONAL_INFO');
	});

	test('only future personal info: the first of it, and a notice', () => {
		const read = byId(run, odd.futureInfoOnly);
		expect(read.lastName).not.toBeNull();
		expect(read.notices.map(({ code }) => code)).toContain('NMBRS_ROW_NOT_IN_FORCE');
	});

	test('without employments: no dates, and a notice', () => {
		const read = byId(run, odd.noEmployments);
		expect(read).toMatchObject({ startDate: null, endDate: null, employments: [] });
		expect(read.notices.map(({ code }) => code)).toContain('NMBRS_NO_EMPLOYMENT');
	});

	test('nothing to show is null, not a crash', () => {
		expect(byId(run, odd.noContracts)).toMatchObject({
			contract: null,
			schedule: null,
			salary: null,
		});
		expect(byId(run, odd.noOrganisation)).toMatchObject({
			department: null,
			function: null,
			manager: null,
		});
		expect(byId(run, odd.unknownGender).lastName).not.toBeNull();
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
