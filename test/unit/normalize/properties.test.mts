import fc from 'fast-check';
import { parseRawMapping } from '../../../core/normalize/mapping';
import { normalize, normalizePeople } from '../../../core/normalize';
import { NO_ANSWERS } from '../../../core/model/inbox';
import { withoutBudgetFaults } from '../../../core/plan/budgetFaults';
import { previewPeople } from '../../../core/plan/preview';
import { afas, all, inputOf, nmbrs, one, stopped, type Raw } from './support.mts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

const CANARY = 'CANARY-0ab1';
const BSN = '123456782';

const wild = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			null,
			undefined,
			'',
			' ',
			'ja',
			'nee',
			'2020-01-01',
			'2027-01-01',
			'2025-06-30',
			'a@b.nl',
		),
	},
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.array(fc.string(), { maxLength: 2 }),
	fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'description', 'id'), fc.string(), {
		maxKeys: 2,
	}),
);
const changes = (keys: string[]): fc.Arbitrary<Raw> =>
	fc.dictionary(fc.constantFrom(...keys), wild, { maxKeys: 6 });
const period = fc.record({ startDate: wild, endDate: wild });
const employments = fc.oneof(fc.array(period, { maxLength: 4 }), wild);

const record = fc.oneof(
	fc
		.tuple(
			changes(Object.keys(nmbrs())),
			employments,
			fc.constantFrom('payroll', 'formerPayroll', 'external', 'odd'),
			changes(['alleo_access', 'yourcampus_access', 'alleo_filter', 'alleo_monthly_all_budget']),
		)
		.map(([other, list, employeeType, extraFields]) =>
			nmbrs({
				employeeType,
				extraFields,
				extraFieldsStatus: 'read',
				...other,
				source: 'nmbrs',
				employments: list,
			}),
		),
	fc
		.tuple(
			changes(Object.keys(afas())),
			employments,
			changes(['alleo_access', 'alleo_filter', 'alleo_oneoff_all_budget']),
		)
		.map(([other, list, more]) => afas({ ...more, ...other, source: 'afas', employments: list })),
);

const options = fc.record({
	selectiveSync: fc.constantFrom('on' as const, 'off' as const),
	emptyAccess: fc.constantFrom('undecided', 'no', 'yes'),
	emailPolicy: fc.constantFrom('business', 'private', 'businessThenPrivate'),
	namePolicy: fc.constantFrom('birth', 'asUsed'),
	anniversary: fc.constantFrom('seniority', 'presentEmployment'),
	gapDays: fc.nat(30),
}) as fc.Arbitrary<NonNullable<Parameters<typeof inputOf>[1]>['options']>;

describe('properties', () => {
	test('one out per one in, always of the schema, whatever comes in', () => {
		fc.assert(
			fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), options, (records, chosen) => {
				const setup = { options: chosen ?? {} };
				if (stopped(records, setup) === 'ACCESS_FIELD_MISSING') return;
				all(records, setup);
			}),
			runs,
		);
	});

	test('a person depends on their own record only, not on the order', () => {
		fc.assert(
			fc.property(fc.array(record, { minLength: 2, maxLength: 5 }), options, (records, chosen) => {
				const setup = { options: { ...chosen, selectiveSync: 'off' as const } };
				const forward = all(records, setup);
				const backward = all([...records].reverse(), setup).reverse();
				expect(backward).toEqual(forward);
			}),
			runs,
		);
	});

	test('input is never changed', () => {
		fc.assert(
			fc.property(record, (given) => {
				const before = structuredClone(given);
				normalize(inputOf([Object.freeze(given)]));
				expect(given).toEqual(before);
			}),
			runs,
		);
	});

	test('a person in service with an open employment is never ended', () => {
		fc.assert(
			fc.property(record, (given) => {
				const open = { startDate: '2020-01-01', endDate: null };
				const list = [{ startDate: '2010-01-01', endDate: '2011-01-01' }, open];
				expect(one({ ...given, employments: list }).status).not.toBe('ended');
			}),
			runs,
		);
	});

	test('no item carries a value that cannot be used: no canary, no BSN', () => {
		const fields = [
			'firstName',
			'lastName',
			'businessEmail',
			'privateEmail',
			'birthDate',
			'department',
			'seniorityDate',
			'employeeType',
			'startDate',
			'endDate',
			'employments',
			'partnerName',
			'prefix',
			'employeeId',
		];
		const poison = fc.constantFrom<unknown>(
			`${CANARY}\u0000`,
			`${BSN}\u0000`,
			`${CANARY}\ufffd${BSN}`,
			`${CANARY} ${BSN}`.repeat(200),
			[CANARY, BSN],
			[{ startDate: CANARY, endDate: BSN }],
			{ description: { v: CANARY + BSN } },
			new Map([[CANARY, BSN]]),
		);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...fields), poison, { minKeys: 1 }), (bad) => {
				const notices = [{ code: 'NETWORK', field: BSN, message: CANARY, params: { x: CANARY } }];
				const extraFields = { alleo_monthly_all_budget: CANARY, alleo_filter: `${BSN}\u0007` };
				const given = nmbrs({ extraFields, ...bad, notices });
				const setup = { options: { namePolicy: 'asUsed' } } as const;
				const employee = one(given, setup);
				expect(employee.status).not.toBe('active');
				const text = JSON.stringify({ ...employee, notices: employee.notices.slice(1) });
				expect(text).not.toContain(CANARY);
				expect(text).not.toContain(BSN);
				// What is right of the record travels with it.
				const right = one(nmbrs(), setup);
				if (!('businessEmail' in bad)) expect(employee.email).toBe(right.email);
				if (!('birthDate' in bad)) expect(employee.birthday).toBe(right.birthday);
				if (!('lastName' in bad)) expect(employee.last_name).toBe(right.last_name);
				if (!('firstName' in bad)) expect(employee.first_name).toBe(right.first_name);
			}),
			runs,
		);
	});

	test('the preview counts the same people, and shows nothing that nobody passes on', () => {
		fc.assert(
			fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), (records) => {
				const people = all(records).map(withoutBudgetFaults);
				const made = normalizePeople(inputOf(records));
				if (!made.ok) throw new Error(made.problem.code);
				const given = { sources: made.value.sources, accounts: null, routing: null, most: 5 };
				const [status, ...fields] = previewPeople({ people, answers: NO_ANSWERS, ...given });
				const present = people.filter((one) => one.status !== 'ended').length;
				const active = people.filter((one) => one.status === 'active').length;
				expect(status).toMatchObject({
					alleo_field: 'status',
					filled: `${active} of ${present}`,
					held: people.filter((one) => one.status === 'held').length,
					changed: null,
				});
				for (const { filled, held, changed } of fields) {
					const [some, of] = filled.split(' of ').map(Number);
					expect([of, changed]).toEqual([present, null]);
					expect((some ?? 0) + held).toBeLessThanOrEqual(present);
				}
			}),
			runs,
		);
	});

	test('no mapping value can crash the run', () => {
		fc.assert(
			fc.property(fc.anything(), fc.string(), (raw, accessField) => {
				const evaluate = (): unknown => undefined;
				const mapping = parseRawMapping(raw);
				const input = { ...inputOf([afas()], { evaluate }), accessField, mapping };
				normalize({ ...input, options: { ...input.options, selectiveSync: 'on' as const } });
			}),
			runs,
		);
	});
});
