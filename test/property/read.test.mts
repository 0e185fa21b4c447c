import fc from 'fast-check';
import { AlleoEmployee, Employee } from '../../core/model/employee';
import { readAccounts, readEmployees } from '../../core/plan/read';
import { account, held, person } from '../support/people.mts';
import { replayable } from './world.mts';

/**
 * The checks that core/plan/read.ts writes out, against the schemas: one verdict for good and for broken
 * items, and the same values. What is left aside is what read.ts takes beyond the schema, by its own
 * word: null for a whole part, an absent external id, a blank text, and a number where the source has
 * its own reference.
 */

type Item = Record<string, unknown>;

const VALUES: readonly unknown[] = [
	undefined,
	true,
	0,
	7,
	1.5,
	Number.NaN,
	'nmbrs-7',
	'not an id!',
	'active',
	'afas',
	'2024-02-29',
	'2023-02-29',
	[],
	[7],
	['group'],
	{},
	{ a: 7 },
	{ a: 'x' },
	{ a: Number.NaN },
	{ code: 'X', text: 'x' },
	{ code: '', text: 'x' },
	{ code: 'X', text: 'x', params: { a: true } },
	{ system: 'nmbrs' },
	{ system: 'paper' },
	[{ code: 'X', message: 'm', action: 'a' }],
	[{ code: 'X' }],
];

const REFERENCES: ReadonlySet<string> = new Set([
	'id',
	'number',
	'name',
	'partition',
	'employee_id',
	'employee_number',
]);

/** Every place of the item, a level deep: `['email']`, `['source', 'system']`. */
const placesOf = (item: Item): string[][] =>
	Object.entries(item).flatMap(([key, value]) => [
		[key],
		...(['source', 'company', 'reason'].includes(key)
			? Object.keys(value as object).map((inner) => [key, inner])
			: []),
	]);

function broken(item: Item, place: readonly string[], value: unknown): Item {
	const [key = '', inner] = place;
	const next = inner === undefined ? value : { ...(item[key] as Item), [inner]: value };
	return { ...item, [key]: next };
}

const isBeyond = ([, inner]: readonly string[], value: unknown): boolean =>
	inner !== undefined && REFERENCES.has(inner) && typeof value === 'number';

/** The issues come from the schema itself, with the field's name put among their places. */
const withoutIssues = ({ issues: _issues, notices: _notices, ...rest }: Item): Item => rest;

const cases = (items: readonly Item[]): fc.Arbitrary<{ item: Item }> =>
	fc.constantFrom(...items).chain((start) =>
		fc
			.array(fc.tuple(fc.constantFrom(...placesOf(start)), fc.constantFrom(...VALUES)), {
				maxLength: 2,
			})
			.map((changes) => {
				const wanted = changes.filter(([place, value]) => !isBeyond(place, value));
				const item = wanted.reduce<Item>(
					(made, [place, value]) =>
						place.length === 1 || typeof made[place[0] ?? ''] === 'object'
							? broken(made, place, value)
							: made,
					start,
				);
				return { item };
			}),
	);

/** Each place once with each value, so that no check depends on luck; the properties put two together. */
const eachChange = (start: Item): Item[] =>
	placesOf(start).flatMap((place) =>
		VALUES.filter((value) => !isBeyond(place, value)).map((value) => broken(start, place, value)),
	);

const PEOPLE = [
	person(1),
	held(2, 'EMAIL_MISSING', 'email'),
	person(3, { budgets: { a: 1 } }),
] as unknown as Item[];
const ACCOUNTS = [account(1), account(2, { company_groups: ['Kantoor'] })] as unknown as Item[];

function agreeOnPerson(item: Item): void {
	const parsed = Employee.safeParse({ ...item, external_id: item['external_id'] ?? null });
	const read = readEmployees([item]);
	expect([item, read.ok]).toEqual([item, parsed.success]);
	if (read.ok && parsed.success)
		expect(withoutIssues(read.value[0] as never)).toEqual(withoutIssues(parsed.data));
}

function agreeOnAccount(item: Item): void {
	const parsed = AlleoEmployee.safeParse(item);
	const read = readAccounts([item]);
	expect([item, read.ok]).toEqual([item, parsed.success]);
	if (read.ok && parsed.success) expect(read.value[0]).toEqual(parsed.data);
}

test('employees: the written-out checks say what the schema says', () => {
	for (const item of PEOPLE.flatMap(eachChange)) agreeOnPerson(item);
	fc.assert(
		fc.property(cases(PEOPLE), ({ item }) => agreeOnPerson(item)),
		replayable(),
	);
});

test('accounts: the written-out checks say what the schema says', () => {
	for (const item of ACCOUNTS.flatMap(eachChange)) agreeOnAccount(item);
	fc.assert(
		fc.property(cases(ACCOUNTS), ({ item }) => agreeOnAccount(item)),
		replayable(),
	);
});
