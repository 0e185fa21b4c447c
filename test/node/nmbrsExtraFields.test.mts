import { ExtraFieldChoice } from '../../nodes/Nmbrs/employee/extraFieldChoice';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

/** SPEC I11: only extra fields that are known or named leave the NMBRS node, and none with private values. */

useFastClock();

const EXTRA = { include: ['extraFields'] };
const BSN = '123456782';
const IBAN = 'NL91 ABNA 0417 1643 00';

let bench: NmbrsBench;
afterEach(async () => await bench.close());

/** Gives everybody more extra fields; `value` by the number of the person in the list. */
async function start(fields: Record<string, (at: number) => string>): Promise<void> {
	const world = smallWorld(40);
	for (const [at, person] of world.nmbrs.people.entries()) {
		const more = Object.entries(fields).map(([name, value]) => [name, value(at)]);
		Object.assign(person.extraFields, Object.fromEntries(more));
	}
	bench = await NmbrsBench.start({ world });
}

const everything = ({ employees, coverage, fake }: NodeRun): string =>
	JSON.stringify([employees, coverage, fake.hints, fake.log]).toLowerCase();

const namesOf = ({ employees }: NodeRun): Set<string> =>
	new Set(employees.flatMap(({ extraFields }) => Object.keys(extraFields)));

const PRIVATE = [
	...[
		'BSN',
		'SoFi nummer',
		'SoSe',
		'Straat prive',
		'Tel_prive',
		'Rekening',
		'Jaarinkomen',
		'Verzuim',
	],
	...['Ploeg', 'Opmerking', 'alleo_bsn', 'alleo_iban', 'alleo_notitie', 'yourcampus_salaris'],
	...['alleo_monthly_bsn_budget', 'alleo_accessx', 'Veld7'],
];

describe('by name', () => {
	test('neither a private field nor an unknown one leaves, whatever stands before it; all are named', async () => {
		await start(Object.fromEntries(PRIVATE.map((name) => [name, (at) => `kanarie-${at}`])));
		const run = await bench.run(EXTRA);
		expect(everything(run)).not.toContain('kanarie');
		expect(namesOf(run)).toContain('alleo_access');
		for (const name of PRIVATE) expect(run.fake.hints.join()).toContain(name.toLowerCase());
		expect(run.fake.hints.join()).toContain('Extra Field Names');
	});

	test('what a person names leaves, but nothing private, and no alleo_ field by a wildcard', async () => {
		await start(Object.fromEntries(PRIVATE.map((name) => [name, (at) => `waarde-${at}`])));
		const extraFieldNames = 'alleo_*, Ploeg, BSN, all*, alleo_notitie, Veld*';
		const names = namesOf(await bench.run({ ...EXTRA, extraFieldNames }));
		expect(names).toContain('ploeg');
		expect(names).toContain('veld7');
		expect(names).toContain('alleo_notitie');
		for (const name of ['bsn', 'alleo_bsn', 'alleo_accessx', 'opmerking']) {
			expect(names).not.toContain(name);
		}
	});

	test.each(['*', 'a*', 'ab*cd'])('%s chooses everything, and is refused', async (name) => {
		await start({});
		const run = bench.run({ ...EXTRA, extraFieldNames: `alleo_access, ${name}` });
		await expect(run).rejects.toThrow('Extra Field Names');
	});

	test.each([
		['alleo_*', 'alleo access', true],
		['alleo_*', 'alleo_oneoff_fiets_budget', true],
		['alleo_*', 'yourcampus_access', false],
		['YOURCAMPUS_*', 'yourcampus_filter', true],
		['alleo_*', 'alleo_bsn', false],
		['alleo_b*', 'alleo_bsn', false],
		['klant.nr', 'klantxnr', false],
	])('%s and the field %s', async (written, name, taken) => {
		await start({});
		expect(new ExtraFieldChoice([written]).takes(name)).toBe(taken);
	});
});

describe('by value', () => {
	test.each<[string, string, string]>([
		['a named field', 'Ploeg', BSN],
		['a sentence', 'Ploeg', `bsn ${BSN}`],
		['an account', 'Ploeg', IBAN],
		['a field for Alleo', 'alleo_monthly_all_budget', '10000070'],
	])('%s of one person is enough for the whole field', async (_case, field, value) => {
		await start({});
		const somebody = bench.world.nmbrs.people.filter(
			({ employeeType }) => employeeType === 'payroll',
		)[3];
		for (const person of bench.world.nmbrs.people) {
			const own = person === somebody ? value : 'rood';
			Object.assign(person.extraFields, field === 'Ploeg' ? { Ploeg: own } : {});
		}
		if (field !== 'Ploeg') Object.assign(somebody?.extraFields ?? {}, { [field]: value });
		const run = await bench.run({ ...EXTRA, extraFieldNames: 'alleo_*, Ploeg' });
		expect(namesOf(run)).not.toContain(field.toLowerCase());
		expect(namesOf(run)).toContain('alleo_access');
		expect(everything(run)).not.toContain(value.toLowerCase());
		const hints = run.fake.hints.filter((hint) => hint.includes('PRIVATE_VALUES_WITHHELD'));
		expect(hints).toHaveLength(1);
		expect(hints[0]).toContain(field.toLowerCase());
		expect(run.employees[0]?.withheldFields).toEqual([field.toLowerCase()]);
	});
});
