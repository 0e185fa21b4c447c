import { readPrevious } from '../../../../core/plan/file/previous';
import type { FilePlanInput } from '../../../../core/plan/file';
import { flexRecords, payroll, plan, planInput, range } from '../../../support/filePlan.mts';
import type { Raw } from '../../../support/filePlan.mts';

const HEAD =
	'Email,Primary Salary Source,Secondary Salary Source,Gross Hourly Wage,Balance of Non-Statutory Leave Hours,Balance of Statutory Leave Hours';

const previous = (...lines: string[]) => readPrevious(`${[HEAD, ...lines].join('\n')}\n`);

/** Ten people; the first one changed. */
const withFirst = (changes: Raw, more: Partial<FilePlanInput> = {}): FilePlanInput =>
	planInput(10, {
		source: flexRecords(range(10).map((n) => payroll(n, n === 1 ? changes : {}))),
		...more,
	});

const guard = (input: FilePlanInput, code: string) =>
	plan(input).summary.guards.find((entry) => entry.code === code);

describe('guards of the whole file', () => {
	test('nobody in the source', () => {
		const { summary, rows } = plan(planInput(0));
		expect(rows).toEqual([]);
		expect(summary.needs_approval_because).toContain('EMPTY_SOURCE');
	});

	test('an incomplete source', () => {
		const coverage = [{ partition: 'company-1', complete: false, employees: 3 }];
		expect(guard(planInput(3, { coverage }), 'FILE_SOURCE_INCOMPLETE')).toMatchObject({
			tripped: true,
			actual: 1,
		});
	});

	test('many held', () => {
		const source = flexRecords(
			range(20).map((n) => payroll(n, n <= 4 ? { gross_hourly_wage: 'x' } : {})),
		);
		expect(guard(planInput(20, { source }), 'FLEX_HELD_LIMIT')).toMatchObject({ tripped: true });
	});

	test('people of the previous file who are gone, a column that went empty', () => {
		const lines = range(20).map((n) => `mens${n}@example.nl,250,12.50,${20 + n / 100},1,2`);
		const input = planInput(10, { previous: previous(...lines) });
		expect(guard(input, 'FLEX_FEWER_PEOPLE')).toMatchObject({ tripped: true, actual: 10 });
		expect(guard(input, 'FLEX_COLUMN_EMPTY')).toMatchObject({
			tripped: true,
			actual: 10,
			params: { field: 'Secondary Salary Source' },
		});
		expect(guard(input, 'FLEX_NOT_COMPARED')).toMatchObject({ tripped: false, actual: 0 });
	});

	test('no earlier wage to compare with, though there is a file', () => {
		const input = planInput(10, { previous: previous('iemand@example.nl,250,,20,1,2') });
		expect(guard(input, 'FLEX_NOT_COMPARED')).toMatchObject({ tripped: true, actual: 10 });
	});

	test('the first file is said as such, and not as wages that were not compared', () => {
		expect(guard(planInput(1), 'FLEX_FIRST_FILE')).toMatchObject({ tripped: true });
		expect(guard(planInput(10), 'FLEX_NOT_COMPARED')).toBeUndefined();
	});

	test('a previous file that cannot be read is said, not passed over', () => {
		const input = planInput(3, { previous: readPrevious('<html>login</html>') });
		expect(guard(input, 'FLEX_PREVIOUS_UNREADABLE')).toMatchObject({ tripped: true });
	});

	test('nothing unusual: the plan is ready by itself where the settings allow it', () => {
		const lines = range(10).map((n) => `mens${n}@example.nl,250,,${20 + n / 100},1,2`);
		const input = planInput(10, { previous: previous(...lines) });
		const { summary } = plan({
			...input,
			options: { ...input.options, approval: 'whenGuardTrips' },
		});
		expect(summary.needs_approval_because).toEqual([]);
		expect(summary.status).toBe('ready');
	});
});

describe('totals', () => {
	const column = (input: FilePlanInput, name: string) =>
		plan(input).summary.file?.companies[0]?.columns.find((entry) => entry.column === name);

	test('people and totals per Alleo company', () => {
		expect(column(planInput(10), 'Primary Salary Source')).toEqual({
			column: 'Primary Salary Source',
			people: 10,
			total: 2500.55,
			withheld: false,
		});
		expect(column(planInput(10), 'Balance of Statutory Leave Hours')).toMatchObject({ total: 800 });
	});

	test('wages are counted, not added', () => {
		expect(column(planInput(10), 'Gross Hourly Wage')).toMatchObject({ people: 10, total: null });
	});

	test('no total of a few people, or of one person among zeros, or of one large amount', () => {
		expect(column(planInput(4), 'Primary Salary Source')).toMatchObject({
			total: null,
			withheld: true,
		});
		const zeros = flexRecords(
			range(10).map((n) => payroll(n, n > 1 ? { holiday_allowance_accrual: 0 } : {})),
		);
		expect(column(planInput(10, { source: zeros }), 'Primary Salary Source')).toMatchObject({
			withheld: true,
		});
		const large = withFirst({ holiday_allowance_accrual: 100_000 });
		expect(column(large, 'Primary Salary Source')).toMatchObject({ withheld: true });
	});
});
