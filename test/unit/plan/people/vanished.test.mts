import { normalize } from '../../../../core/normalize';
import { fieldsInUse } from '../../../../core/plan/people/fieldUse';
import type { Employee } from '../../../../core/model/employee';
import { account, covered, run } from '../../../support/people.mts';
import { inputOf, nmbrs } from '../../normalize/support.mts';
import type { Raw } from '../../normalize/support.mts';

/** A column that dropped out of the reading is not "nobody has it": from source records on. */

const routing = [{ filter: 'Noord', companyId: 42 }];
const auto = { approval: 'whenGuardTrips' as const, routing };

const record = (number: number, extraFields: Raw, more: Raw = {}): Raw =>
	nmbrs({
		employeeId: String(number),
		businessEmail: `person${number}@example.nl`,
		firstName: `First${number}`,
		firstNameInFull: `First${number}`,
		prefix: null,
		lastName: `Last${number}`,
		birthDate: account(number).birthday,
		company: { id: 'c1', number: '1', name: 'Voorbeeld' },
		department: { code: '1', description: 'Kantoor' },
		seniorityDate: '2020-01-01',
		extraFields,
		...more,
	});

function people(records: Raw[], options: Raw = {}): Employee[] {
	const result = normalize(inputOf(records, { options }));
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

const outlines = ({ rows }: ReturnType<typeof run>): string[] =>
	rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`);

const yesterday = fieldsInUse(
	people([
		record(1, { alleo_filter: 'Noord', alleo_access: 'ja' }),
		record(2, { alleo_access: 'nee' }),
		record(3, { alleo_access: 'ja' }),
	]),
);
const there = account(1, { company_id: 42 });
const today = [record(1, {}), record(2, {}), record(3, {}), record(4, {})];

test('the filter and the access field, gone for everybody: no move, no newcomer, no leaver', () => {
	const leaver = record(
		5,
		{},
		{ employeeType: 'formerPayroll', endDate: '2026-10-01', employments: [] },
	);
	const given = run(
		people([...today, leaver]),
		[there, account(3, { last_name: 'Anders' }), account(5)],
		{ ...auto, fieldsInUse: yesterday },
	);
	expect(outlines(given)).toEqual([
		'update nmbrs-3 FIELDS_CHANGED',
		'hold nmbrs-1 FIELD_VANISHED',
		'hold nmbrs-2 FIELD_VANISHED',
		'hold nmbrs-4 FIELD_VANISHED',
		'hold nmbrs-5 FIELD_VANISHED',
	]);
	expect(given.summary.needs_approval_because).toContain('INCOMPLETE_PARTITION');
	expect(given.summary.partitions[0]).toMatchObject({
		complete: false,
		error: { code: 'FIELD_VANISHED' },
	});
});

test('without coverage the gap is named all the same', () => {
	const given = run(people(today), [there], { ...auto, fieldsInUse: yesterday }, []);
	expect(given.summary.needs_approval_because).toContain('INCOMPLETE_PARTITION');
	expect(outlines(given)).toContain('hold nmbrs-1 FIELD_VANISHED');
});

test('nothing vanished where somebody has it, it was taken away on purpose, or its people left', () => {
	const vanished = (records: Raw[], more: object = {}, options: Raw = {}): boolean =>
		outlines(
			run(people(records, options), [there], { ...auto, fieldsInUse: yesterday, ...more }),
		).some((line) => line.includes('FIELD_VANISHED'));
	expect(vanished(today)).toBe(true);
	expect(vanished([record(4, { alleo_access: 'ja', alleo_filter: 'Noord' }), ...today])).toBe(
		false,
	);
	expect(vanished(today, { retiredFields: ['alleo_filter', ' Alleo_Access'] })).toBe(false);
	expect(vanished(today, { retiredFields: ['alleo_filter'] })).toBe(true);
	expect(vanished(today, { retiredFields: ['alleo_filter'] }, { selectiveSync: 'off' })).toBe(
		false,
	);
	expect(vanished([record(8, {}), record(9, {})])).toBe(false);
	expect(vanished(today, { fieldsInUse: [] })).toBe(false);
});

test('one company of several that had it is enough; the others go on', () => {
	const other = { company: { id: 'c2', number: '2', name: 'Twee' } };
	const uses = fieldsInUse(
		people([record(1, { alleo_filter: 'Noord' }), record(11, { alleo_filter: 'Noord' }, other)]),
	);
	const given = run(
		people([
			record(1, {}),
			record(2, {}),
			record(11, { alleo_filter: 'Noord' }, other),
			record(12, {}, other),
		]),
		[there],
		{ ...auto, fieldsInUse: uses },
		[covered('c1'), covered('c2')],
	);
	expect(outlines(given)).toEqual([
		'create nmbrs-11 NEW_IN_SERVICE',
		'create nmbrs-12 NEW_IN_SERVICE',
		'hold nmbrs-1 FIELD_VANISHED',
		'hold nmbrs-2 FIELD_VANISHED',
	]);
});
