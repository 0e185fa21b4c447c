import { fakeBsn } from '../../sandbox/world/names.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { CaseName, System, World } from '../../sandbox/world/types.mts';

const options = { employees: 250, seed: 1, referenceDate: '2026-10-05' };
const world = generateWorld(options);

const COMMON: CaseName[] = [
	'joiner',
	'leaver',
	'leaver-without-email',
	'last-day-today',
	'name-change',
	'email-change',
	'email-case',
	'repeated-prefix',
	'future-starter',
	'return-gap',
	'future-end',
	'former-unknown',
	'rehire',
	'possible-rehire',
	'possible-rehire-other-id',
	'reused-email-leaver',
	'reused-email-newcomer',
	'missing-email',
	'two-employments',
	'access-no',
	'access-no-unknown',
	'access-empty',
	'access-empty-newcomer',
	'unrouted',
	'move',
	'adopt',
	'transfer-old',
	'transfer-new',
	'possible-transfer-old',
	'possible-transfer-new',
	'budgets',
	'email-taken',
	'absent',
	'foreign-no-id',
	'foreign-other-system',
];
const CASES: Record<System, CaseName[]> = {
	afas: COMMON,
	nmbrs: [
		...COMMON,
		'future-change',
		'payroll-past-end',
		'former-open',
		'unknown-type',
		'out-of-scope',
		'access-unreadable',
	],
};

const peopleOf = (
	from: World,
	system: System,
): World['nmbrs']['people'] | World['afas']['people'] =>
	system === 'nmbrs' ? from.nmbrs.people : from.afas.people;

const SYSTEMS: System[] = ['nmbrs', 'afas'];

test('the same options give the same world, another seed another one', () => {
	expect(generateWorld(options)).toEqual(world);
	expect(generateWorld({ ...options, seed: 2 })).not.toEqual(world);
});

test.each(SYSTEMS)('%s has every named case, however small the world', (system) => {
	for (const employees of [0, 250]) {
		const small = generateWorld({ ...options, employees });
		const names = new Set([
			...peopleOf(small, system).map((person) => person.case),
			...small.alleo.onlyInAlleo.filter((one) => one.system === system).map((one) => one.case),
		]);
		expect(CASES[system].filter((name) => !names.has(name))).toEqual([]);
	}
	expect(peopleOf(world, system)).toHaveLength(250);
});

test('the cases hold on any day of the year, leap day and new year included', () => {
	for (const referenceDate of ['2028-02-29', '2026-12-31', '2027-01-01', '2026-03-29']) {
		const other = generateWorld({ ...options, referenceDate });
		const leaver = other.nmbrs.people.find((person) => person.case === 'leaver');
		expect((leaver?.employments[0]?.endDate ?? '') < referenceDate).toBe(true);
		const starter = other.afas.people.find((person) => person.case === 'future-starter');
		expect((starter?.employments[0]?.startDate ?? '') > referenceDate).toBe(true);
	}
});

test.each(SYSTEMS)('in %s less than a tenth changes, so that the guards stay quiet', (system) => {
	const rows = peopleOf(world, system).map((person) => person.expected.action);
	const share = (...actions: string[]): number =>
		rows.filter((action) => actions.includes(action)).length / rows.length;
	expect(share('create', 'update', 'reactivate', 'deactivate', 'move')).toBeLessThan(0.1);
	expect(share('deactivate', 'move')).toBeLessThan(0.03);
});

test.each(SYSTEMS)('ids and account addresses of %s are unique', (system) => {
	const people = peopleOf(world, system);
	expect(new Set(people.map((person) => person.externalId)).size).toBe(people.length);
	const keys = world.alleo.accounts.map(
		(account) => `${account.company_id} ${account.email.toLowerCase()}`,
	);
	expect(new Set(keys).size).toBe(keys.length);
	const ids = world.alleo.accounts.map((account) => account.id);
	expect(new Set(ids).size).toBe(ids.length);
});

test.each(SYSTEMS)(
	'an unchanged person of %s is in Alleo exactly as the HR system has them',
	(system) => {
		for (const person of peopleOf(world, system)) {
			if (person.case !== 'unchanged') continue;
			const accounts = world.alleo.accounts.filter((one) => one.external_id === person.externalId);
			expect(accounts).toHaveLength(1);
			expect(accounts[0]).toMatchObject({
				email: person.businessEmail,
				first_name: person.firstName,
				prefix: person.prefix,
				last_name: person.lastName,
				birthday: person.birthDate,
				work_anniversary: person.employments[0]?.startDate,
				group_name: person.department.description,
				is_active: true,
			});
			expect(person.expected).toMatchObject({ action: 'unchanged', changedFields: [] });
		}
	},
);

test.each(SYSTEMS)('what is expected in %s tells both the state and the accounts', (system) => {
	for (const { expected } of peopleOf(world, system)) {
		if (expected.alleoActive === null) expect(expected.accounts).toEqual([]);
		else {
			const current = expected.accounts.filter((one) => one.companyId === expected.alleoCompanyId);
			expect(current.map((one) => one.active)).toEqual([expected.alleoActive]);
		}
		if (expected.action === 'update') expect(expected.changedFields).not.toEqual([]);
		if (expected.action === 'unchanged') expect(expected.changedFields).toEqual([]);
	}
});

test('all people are made up: example addresses, and numbers that fail the BSN check', () => {
	const addresses = world.alleo.accounts.map((account) => account.email.toLowerCase());
	for (const address of addresses) expect(address).toMatch(/@example\.(nl|com)$/);
	for (let number = 0; number < 2000; number++) {
		const digits = [...fakeBsn(number)].map(Number);
		const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
		expect(sum % 11).not.toBe(0);
	}
});

test('one HR system alone can be generated', () => {
	const only = generateWorld({ ...options, systems: ['afas'] });
	expect(only.nmbrs.people).toEqual([]);
	expect(only.alleo.accounts.every((account) => account.company_id > 50)).toBe(true);
});
