import { addOddities } from '../../sandbox/nmbrs/oddities.mts';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
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
