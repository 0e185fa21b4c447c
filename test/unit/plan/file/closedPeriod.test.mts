import { readPrevious } from '../../../../core/plan/file/previous';
import type { FilePlanInput } from '../../../../core/plan/file';
import type { PlanRow } from '../../../../core/model/plan';
import {
	account,
	codeOf,
	flexRecords,
	payroll,
	plan,
	planInput,
} from '../../../support/filePlan.mts';
import type { Raw } from '../../../support/filePlan.mts';

/** The file of last time, changes in periods that are closed, and a first run. */

const HEAD = 'Email,Primary Salary Source,Gross Hourly Wage';
const previous = (...lines: string[]) => readPrevious(`${[HEAD, ...lines].join('\n')}\n`);

const one = (changes: Raw, more: Partial<FilePlanInput> = {}): FilePlanInput =>
	planInput(1, {
		source: flexRecords([payroll(1, { gross_hourly_wage: 20, ...changes })]),
		...more,
	});

const notesOf = (row: PlanRow | undefined): string[] => row?.notices.map(({ code }) => code) ?? [];

describe('the earlier wage', () => {
	const line = (wage: string) => ({ previous: previous(`MENS1@example.nl,250,${wage}`) });

	test('is that of the file that was sent, whatever the source tells of an earlier period', () => {
		const told = { previous: { gross_hourly_wage: 5 } };
		expect(codeOf(plan(one(told, line('20'))).rows, 1)).toBe('FLEX_READY');
		const near = { previous: { gross_hourly_wage: 20 } };
		expect(codeOf(plan(one(near, line('5'))).rows, 1)).toBe('FLEX_WAGE_MOVED');
	});

	test('is what the source tells where the file has no wage for this person', () => {
		const told = { previous: { gross_hourly_wage: 5 } };
		expect(codeOf(plan(one(told, line(''))).rows, 1)).toBe('FLEX_WAGE_MOVED');
		expect(plan(one({}, line(''))).summary.file).toMatchObject({ compared: 0, previous: 'read' });
	});

	test('of somebody whose address in Alleo changed: the line of the old address is not found, and it says so', () => {
		const alleo = [account(1, { email: 'nieuw@example.nl' })];
		const { rows, summary } = plan(one({}, { ...line('20'), alleo }));
		expect(notesOf(rows[0])).toEqual(['FLEX_NOT_IN_PREVIOUS']);
		expect(summary.file).toMatchObject({ compared: 0 });
		const told = { previous: { gross_hourly_wage: 5 } };
		const held = plan(one(told, { ...line('20'), alleo })).rows[0];
		expect(held).toMatchObject({ action: 'hold', reason: { code: 'FLEX_WAGE_MOVED' } });
		expect(notesOf(held)).toEqual(['FLEX_NOT_IN_PREVIOUS']);
	});
});

describe('a first run', () => {
	const because = (input: FilePlanInput): string[] =>
		plan({ ...input, options: { ...input.options, approval: 'whenGuardTrips' } }).summary
			.needs_approval_because;

	test('says that there is nothing to compare with, however small and whatever the source tells', () => {
		const told = one({ previous: { gross_hourly_wage: 20 } });
		expect(because(told)).toEqual(['FLEX_FIRST_FILE']);
		expect(because(one({}))).toEqual(['FLEX_FIRST_FILE']);
		const { report_markdown: text } = plan(told).summary;
		expect(text).toContain('Dit is het eerste bestand: er is geen eerder bestand');
	});

	test('is not what it is called where one was sent before', () => {
		const gone = one({}, { sentBefore: true });
		expect(because(gone)).toEqual(['FILE_PREVIOUS_GONE']);
		expect(plan(gone).summary.report_markdown).not.toContain('eerste bestand');
		expect(plan(gone).summary.file?.previous).toBe('gone');
	});

	test('is not what it is called where a file was found, or could not be read', () => {
		expect(because(one({}, { previous: previous('mens1@example.nl,250,20') }))).toEqual([]);
		const failed = because(one({}, { previous: readPrevious('<html>') }));
		expect(failed).toContain('FLEX_PREVIOUS_UNREADABLE');
		expect(failed).not.toContain('FLEX_FIRST_FILE');
	});
});

describe('a change in a closed period', () => {
	const file = { previous: previous('mens1@example.nl,250,16') };

	test('a raise that began in it holds with that period; one of this period only as a raise', () => {
		const { rows } = plan(one({ wage_since: '2026-09-15' }, file));
		expect(rows[0]?.reason).toMatchObject({
			code: 'FLEX_WAGE_MOVED_BACK',
			params: { since: '2026-09-15', closed: '2026-9' },
		});
		for (const wage_since of ['2026-11-01', '2026-12-01', null]) {
			expect(codeOf(plan(one({ wage_since }, file)).rows, 1)).toBe('FLEX_WAGE_MOVED');
		}
	});

	test('the day before the period begins is closed, its first day is not', () => {
		expect(codeOf(plan(one({ wage_since: '2026-10-31' }, file)).rows, 1)).toBe(
			'FLEX_WAGE_MOVED_BACK',
		);
		const four = { pay_cycle: 'fourWeeks', period: { year: 2026, period: 12 } };
		const code = (wage_since: string) => codeOf(plan(one({ ...four, wage_since }, file)).rows, 1);
		expect(code('2026-11-01')).toBe('FLEX_WAGE_MOVED_BACK');
		expect(code('2026-11-02')).toBe('FLEX_WAGE_MOVED');
	});

	test('a small one is a remark on the line, and the same wage is none', () => {
		const near = { previous: previous('mens1@example.nl,250,19') };
		const { rows } = plan(one({ wage_since: '2026-09-01' }, near));
		expect(rows[0]).toMatchObject({ action: 'update' });
		expect(notesOf(rows[0])).toEqual(['FLEX_WAGE_BACK']);
		const same = { previous: previous('mens1@example.nl,250,20') };
		expect(notesOf(plan(one({ wage_since: '2020-01-01' }, same)).rows[0])).toEqual([]);
	});

	test('a reviewed one still says it on its line', () => {
		const input = one({ wage_since: '2026-09-01' }, file);
		const reviewed = ['nmbrs-1@2026-11'];
		const { rows } = plan({ ...input, options: { ...input.options, reviewed } });
		expect(notesOf(rows[0])).toEqual(['FLEX_REVIEWED', 'FLEX_WAGE_BACK']);
	});

	test('where no period is known nothing is claimed', () => {
		const changes = { wage_since: '2026-09-01', period: null };
		expect(codeOf(plan(one(changes, file)).rows, 1)).toBe('FLEX_WAGE_MOVED');
		const cycle = { wage_since: '2026-09-01', pay_cycle: null };
		expect(codeOf(plan(one(cycle, file)).rows, 1)).toBe('FLEX_WAGE_MOVED');
	});

	test('a correction that takes back more than was built up', () => {
		const back = { holiday_allowance_accrual: '-12,50', corrections: 2 };
		expect(plan(one(back)).rows[0]?.reason).toMatchObject({
			code: 'FLEX_NEGATIVE_CORRECTED',
			params: { field: 'Primary Salary Source', count: 2 },
		});
		// Leave and balances are states: no correction of a period explains them.
		const leave = { leave: [{ type: 'statutory', balance: -1, unit: 'hours' }], corrections: 2 };
		expect(codeOf(plan(one(leave)).rows, 1)).toBe('FLEX_NEGATIVE');
	});

	test('no text of it holds a figure', () => {
		for (const input of [
			one({ wage_since: '2026-09-01', gross_hourly_wage: 34.56 }, file),
			one({ holiday_allowance_accrual: '-34,56', corrections: 1 }),
		]) {
			const { rows, summary } = plan(input);
			const shown = JSON.stringify([rows.map(({ flex: _flex, ...row }) => row), summary]);
			expect(shown).not.toMatch(/34[.,]56|250|\b16\b/);
		}
	});
});
