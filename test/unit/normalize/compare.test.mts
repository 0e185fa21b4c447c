import { compareMappings, normalize } from '../../../core/normalize';
import type { ComparedItem, NormalizeInput } from '../../../core/normalize';
import { Unreadable, parseRawMapping } from '../../../core/normalize/mapping';
import { readEmployees } from '../../../core/plan/read';
import { DEFAULT_NORMALIZE_OPTIONS } from '../../../core/normalize';
import { TODAY, nmbrs, nmbrsFrom, noEvaluator, type Raw } from './support.mts';

/** "Compare with what is published": the draft's mapping and the published one over the same people. */

const mapped = (value: Record<string, unknown>) =>
	parseRawMapping({
		mappingMode: 'defineBelow',
		value: { external_id: '={{ $json.employeeId }}', ...value },
		schema: [],
	});

const input = (records: readonly Raw[], more: Partial<NormalizeInput> = {}): NormalizeInput => ({
	records,
	mapping: parseRawMapping(null),
	transforms: [],
	accessField: 'alleo_access',
	options: { ...DEFAULT_NORMALIZE_OPTIONS, referenceDate: TODAY },
	evaluate: noEvaluator,
	...more,
});

/** People of one company, each with a department and a team. */
const staff = (count: number, of: (index: number) => Raw = () => ({})): Raw[] =>
	Array.from({ length: count }, (_none, index) =>
		nmbrs({
			employeeId: `id-${index}`,
			employeeNumber: `${5000 + index}`,
			businessEmail: `p${index}@voorbeeld.nl`,
			lastName: `Achternaam${index}`,
			department: { code: '10', description: index < 240 ? 'Verkoop' : 'Kantoor' },
			team: index < 240 ? 'Verkoop Noord' : 'Kantoor',
			...of(index),
		}),
	);

function compared(
	records: readonly Raw[],
	now: Partial<NormalizeInput>,
	before: Partial<NormalizeInput> = {},
): ComparedItem[] {
	const result = compareMappings(input(records, now), input(records, before));
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

const line = (items: readonly ComparedItem[], field: string): ComparedItem => {
	const found = items.find((item) => item.alleo_field === field);
	if (found === undefined) throw new Error(`no line for ${field}`);
	return found;
};

const byTeam = { mapping: mapped({ group: '={{ $json.team }}' }) };

describe('Compare with what is published', () => {
	test('a group that is read from another field: all people, one line, in front', () => {
		const items = compared(staff(1000), byTeam);
		expect(items[0]).toMatchObject({
			field: 'Company Group',
			alleo_field: 'group',
			source_before: 'department.description',
			source_now: 'team',
			people: 1000,
			people_affected: 240,
			affected_in_service: 240,
			held_more: 0,
			held_less: 0,
			filled_before: 1000,
			filled_now: 1000,
			examples: [{ from: 'Verkoop', to: 'Verkoop Noord', people: 240 }],
		});
		expect(items.slice(1).every((item) => item.people_affected === 0)).toBe(true);
		expect(items.every((item) => item.problem === '')).toBe(true);
	});

	test('the same mapping on both sides says of each field that nobody is affected', () => {
		const items = compared(staff(20), {});
		expect(items.length).toBeGreaterThan(15);
		expect(items.every((item) => item.people_affected === 0)).toBe(true);
		expect(line(items, 'email')).toMatchObject({ filled_before: 20, filled_now: 20 });
		expect(line(items, 'status')).toMatchObject({
			filled_before: 20,
			filled_now: 20,
			examples: [],
		});
	});

	test('who is held more, by the field at fault and by the status', () => {
		const items = compared(
			staff(50, (index) => (index < 8 ? { other: 'no address' } : { other: `o${index}@b.nl` })),
			{ mapping: mapped({ email: '={{ $json.other }}' }) },
		);
		expect(line(items, 'email')).toMatchObject({ people_affected: 50, held_more: 8, held_less: 0 });
		expect(line(items, 'email').examples).toEqual([
			{ from: 'filled', to: 'another value', people: 42 },
			{ from: 'filled', to: 'held', people: 8 },
		]);
		expect(line(items, 'status')).toMatchObject({
			people_affected: 8,
			held_more: 8,
			filled_before: 50,
			filled_now: 42,
			examples: [{ from: 'active', to: 'held', people: 8 }],
		});
		const back = compared(
			staff(50, (index) => (index < 8 ? { other: 'no address' } : { other: `o${index}@b.nl` })),
			{},
			{ mapping: mapped({ email: '={{ $json.other }}' }) },
		);
		expect(line(back, 'email')).toMatchObject({ held_more: 0, held_less: 8 });
		expect(line(back, 'status')).toMatchObject({ held_more: 0, held_less: 8 });
	});

	test('every setting counts: selective sync takes people out of service', () => {
		const records = staff(10, (index) => ({
			extraFields: { alleo_access: index < 4 ? 'nee' : 'ja' },
			extraFieldsStatus: 'read',
		}));
		const off = {
			...DEFAULT_NORMALIZE_OPTIONS,
			referenceDate: TODAY,
			selectiveSync: 'off' as const,
		};
		const items = compared(records, {}, { options: off });
		expect(line(items, 'status')).toMatchObject({
			people_affected: 4,
			examples: [{ from: 'active', to: 'ineligible', people: 4 }],
		});
		expect(line(items, 'alleo_access').examples).toContainEqual({
			from: 'ignored',
			to: 'yes',
			people: 6,
		});
	});

	test('a field that is cleared from now on is a change, though it was empty before', () => {
		const options = {
			...DEFAULT_NORMALIZE_OPTIONS,
			referenceDate: TODAY,
			clearWhenEmpty: new Set(['private_email'] as const),
		};
		const mapping = mapped({ private_email: '={{ $json.privateEmail }}' });
		const items = compared(staff(5), { options, mapping }, { mapping });
		expect(line(items, 'private_email')).toMatchObject({
			people_affected: 5,
			examples: [{ from: 'empty', to: 'cleared', people: 5 }],
		});
	});

	test('transforms, budgets and ingredients', () => {
		const records = staff(6, (index) => ({
			extraFields: { alleo_monthly_all_budget: '25', other_budget: index < 2 ? '30' : '25' },
			extraFieldsStatus: 'read',
			altUse: '2',
		}));
		const items = compared(records, {
			transforms: [{ field: 'group', transform: 'upperCase', fallback: '' }],
			mapping: mapped({
				alleo_monthly_all_budget: '={{ $json.extraFields.other_budget }}',
				name_use: '={{ $json.altUse }}',
			}),
		});
		expect(line(items, 'group').examples).toEqual([{ from: 'Verkoop', to: 'VERKOOP', people: 6 }]);
		expect(line(items, 'alleo_monthly_all_budget')).toMatchObject({
			people_affected: 2,
			source_now: 'extraFields.other_budget',
			examples: [{ from: 'filled', to: 'another value', people: 2 }],
		});
		expect(line(items, 'name_use')).toMatchObject({
			people_affected: 6,
			examples: [{ from: 'empty', to: 'filled', people: 6 }],
		});
	});

	test('people who left count, and are told apart from those in service', () => {
		const records = staff(10, (index) =>
			index < 3 ? { ...nmbrsFrom('2020-01-01', '2021-01-01'), employeeType: 'formerPayroll' } : {},
		).map((record, index) => ({ ...record, employeeId: `i${index}`, team: 'Nieuw' }));
		const items = compared(records, byTeam);
		expect(line(items, 'group')).toMatchObject({ people_affected: 10, affected_in_service: 7 });
	});
});

describe('no value of a person is in an item', () => {
	const secrets = (records: readonly Raw[]): string[] =>
		records.flatMap((record) =>
			['employeeId', 'employeeNumber', 'firstName', 'lastName', 'businessEmail', 'birthDate'].map(
				(key) => String(record[key]),
			),
		);
	const people = Array.from({ length: 30 }, (_none, index) =>
		nmbrs({
			employeeId: `${70000 + index}`,
			employeeNumber: `${5000 + index}`,
			firstName: `Voornaam${index % 3}`,
			firstNameInFull: `Voluit${index % 3}`,
			lastName: `Achternaam${index % 4}`,
			businessEmail: `p${index}@voorbeeld.nl`,
			privateEmail: `thuis${index}@voorbeeld.nl`,
			birthDate: `199${index % 5}-05-04`,
			street: `Straat ${index}`,
		}),
	);

	test.each([
		[
			'another source for every field',
			{
				email: '={{ $json.privateEmail }}',
				first_name: '={{ $json.firstNameInFull }}',
				last_name: '={{ $json.firstName }}',
				birthday: '={{ $json.startDate }}',
				employee_number: '={{ $json.employeeId }}',
			},
		],
		['a group that is a last name by mistake', { group: '={{ $json.lastName }}' }],
		['a group that is a first name by mistake', { group: '={{ $json.firstName }}' }],
		['a group that is a number by mistake', { group: '={{ $json.employeeNumber }}' }],
		['a filter that is a name by mistake', { alleo_filter: '={{ $json.lastName }}' }],
		['a group that few people share', { group: '={{ $json.street }}' }],
	])('%s', (_what, value) => {
		const items = compared(people, { mapping: mapped(value) });
		const text = JSON.stringify(items);
		expect(items.some((item) => item.people_affected > 0)).toBe(true);
		for (const secret of secrets(people)) expect(text).not.toContain(`"${secret}"`);
		for (const word of ['Voornaam', 'Voluit', 'Achternaam', '@', '199', '5000', 'Straat']) {
			expect(text).not.toContain(word);
		}
	});
});

describe('what cannot be compared', () => {
	test('a published expression that works for nobody here is taken from the draft, and said', () => {
		const evaluate = () => new Unreadable('EXPRESSION_FAILED');
		const before = {
			mapping: mapped({ group: "={{ $('Old node').item.json.group }}" }),
			accessField: "={{ $('Old node').item.json.access }}",
			evaluate,
		};
		const items = compared(staff(30), byTeam, before);
		expect(items.slice(0, 2).map(({ field, alleo_field }) => [field, alleo_field])).toEqual([
			['Company Group', 'setting'],
			['Access Field', 'setting'],
		]);
		expect(items[0]?.problem).toContain('cannot be worked out here');
		expect(line(items, 'group')).toMatchObject({ people_affected: 0 });
		expect(line(items, 'status')).toMatchObject({ people_affected: 0 });
	});

	test('one that works for some of them is compared', () => {
		const evaluate = (_expression: string, index: number) =>
			index % 2 === 0 ? new Unreadable('EXPRESSION_FAILED') : 'Nieuw';
		const before = { mapping: mapped({ group: '={{ $json.team.trim() }}' }), evaluate };
		const items = compared(staff(10), {}, before);
		expect(line(items, 'group')).toMatchObject({ people_affected: 10, held_less: 5 });
	});

	test('a draft that stops stops; a published version that stops is said to', () => {
		const forbidden = { mapping: mapped({ group: '={{ $json.bsn }}' }) };
		const now = compareMappings(input(staff(3), forbidden), input(staff(3)));
		expect(now).toMatchObject({ ok: false, problem: { code: 'MAPPING_FORBIDDEN' } });
		const before = compareMappings(input(staff(3)), input(staff(3), forbidden));
		expect(before).toMatchObject({ ok: false, problem: { code: 'PUBLISHED_MAPPING_STOPS' } });
	});
});

test('the counts are those of two whole runs, whatever the people are', () => {
	const records = staff(60, (index) => ({
		businessEmail: index % 7 === 0 ? 'broken' : `p${index}@voorbeeld.nl`,
		privateEmail: index % 5 === 0 ? `t${index}@voorbeeld.nl` : null,
		firstName: index % 11 === 0 ? '' : 'Noor',
		firstNameInFull: '',
		endDate: index % 13 === 0 ? 'soon' : null,
	}));
	const now = { mapping: mapped({ email: '={{ $json.privateEmail }}' }) };
	const items = compared(records, now);
	const [one, other] = [normalize(input(records)), normalize(input(records, now))];
	if (!one.ok || !other.ok) throw new Error('it stops');
	const changed = (key: 'email' | 'status' | 'group') =>
		records.filter((_none, index) => {
			const [was, is] = [one.value[index], other.value[index]];
			const held = (person: typeof was) =>
				person?.issues.some(({ field }) => field === key) === true ? 'held' : person?.[key];
			return held(was) !== held(is);
		}).length;
	for (const key of ['email', 'status', 'group'] as const) {
		expect([key, line(items, key).people_affected]).toEqual([key, changed(key)]);
	}
});

test('Alleo Diff takes no item of it for a person', () => {
	for (const item of compared(staff(5), byTeam)) {
		expect(readEmployees([item])).toMatchObject({ ok: false });
	}
});
