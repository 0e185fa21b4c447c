import { verifyPlan } from '../../../../core/plan/planHash';
import { readPrevious } from '../../../../core/plan/file/previous';
import { DEFAULT_PLAUSIBILITY } from '../../../../core/payroll/options';
import type { FilePlanInput } from '../../../../core/plan/file';
import {
	account,
	codeOf,
	flexRecords,
	payroll,
	plan,
	planInput,
	range,
} from '../../../support/filePlan.mts';
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

describe('who gets a line', () => {
	test('everybody with one active account, under the address that Alleo knows', () => {
		const { rows, summary } = plan(planInput(3));
		expect(rows.map(({ action, email }) => `${action} ${email}`)).toEqual([
			'update mens1@example.nl',
			'update mens2@example.nl',
			'update mens3@example.nl',
		]);
		expect(rows[0]?.flex).toMatchObject({
			primary_source: 250.01,
			secondary_source: null,
			gross_hourly_wage: 20.01,
			statutory_leave_hours: 80,
			non_statutory_leave_hours: 24.5,
		});
		expect(summary.counts).toMatchObject({ source: 3, update: 3, hold: 0, unchanged: 0 });
		expect(verifyPlan(rows)).toMatchObject({ ok: true });
	});

	test('the others are counted by reason', () => {
		const source = flexRecords([
			payroll(1),
			payroll(2),
			payroll(3, { in_service: false }),
			payroll(4),
			payroll(5, { gross_hourly_wage: 'x' }),
		]);
		const alleo = [account(1), account(3), account(4, { is_active: false })];
		const { rows, summary } = plan(planInput(0, { source, alleo }));
		expect(rows).toHaveLength(1);
		expect(summary.file?.left_out).toEqual([
			{ code: 'FILE_ACCOUNT_INACTIVE', people: 1 },
			{ code: 'FILE_LEFT_SERVICE', people: 1 },
			{ code: 'FILE_NOT_IN_ALLEO', people: 2 },
		]);
		expect(summary.counts).toMatchObject({ source: 5, update: 1, unchanged: 4 });
	});

	test('a transferred account: the active one of two', () => {
		const alleo = [account(1, { is_active: false }), account(1, { id: 900, company_id: 42 })];
		const { rows } = plan(planInput(1, { alleo }));
		expect(rows[0]).toMatchObject({ action: 'update', alleo_id: 900, alleo_company_id: 42 });
	});

	test.each([
		['two active accounts', [account(1), account(1, { id: 900 })], 'FLEX_SEVERAL_ACCOUNTS'],
		['no address', [account(1, { email: null })], 'FLEX_ACCOUNT_NO_EMAIL'],
	])('held: %s', (_name, alleo, code) => {
		const { rows } = plan(planInput(1, { alleo }));
		expect(rows).toMatchObject([{ action: 'hold', reason: { code } }]);
		expect(rows[0]).not.toHaveProperty('flex');
	});

	test('two lines with one address: both are held, without figures', () => {
		const alleo = [
			account(1),
			account(2, { email: 'MENS1@example.nl', company_id: 42 }),
			account(3),
		];
		const { rows } = plan(planInput(3, { alleo }));
		const held = rows.filter(({ action }) => action === 'hold');
		expect(held.map(({ reason }) => reason.code)).toEqual(['FILE_EMAIL_TWICE', 'FILE_EMAIL_TWICE']);
		expect(held.every((row) => !('flex' in row))).toBe(true);
	});

	test('two records with one id: both are held, and their rows can be told apart', () => {
		const source = flexRecords([payroll(1), payroll(1)]);
		const { rows } = plan(planInput(1, { source }));
		expect(rows.map(({ reason }) => reason.code)).toEqual(Array(2).fill('DUPLICATE_EXTERNAL_ID'));
		expect(new Set(rows.map(({ row_id: id }) => id)).size).toBe(2);
	});

	test('only one Alleo company where that is set', () => {
		const input = planInput(2, { alleo: [account(1), account(2, { company_id: 42 })] });
		const { rows } = plan({ ...input, options: { ...input.options, companyId: 42 } });
		expect(rows.map(({ alleo_id: id }) => id)).toEqual([502]);
	});
});

describe('plausibility', () => {
	const held: Array<[string, Raw, string]> = [
		[
			'a negative balance',
			{ leave: [{ type: 'statutory', balance: -1, unit: 'hours' }] },
			'FLEX_NEGATIVE',
		],
		['a negative accrual', { holiday_allowance_accrual: '-12,50' }, 'FLEX_NEGATIVE'],
		['a monthly amount as hourly wage', { gross_hourly_wage: 3650 }, 'FLEX_WAGE_RANGE'],
		[
			'hourly against monthly',
			{ gross_hourly_wage: 20, gross_monthly_salary: 4000, hours_per_week: 36 },
			'FLEX_HOURLY_MONTHLY',
		],
		['an older period', { period: { year: 2026, period: 9 } }, 'FLEX_PERIOD_BEHIND'],
	];
	test.each(held)('%s holds the person', (_name, changes, code) => {
		const { rows } = plan(withFirst(changes));
		expect(codeOf(rows, 1)).toBe(code);
		expect(rows.filter(({ action }) => action === 'update')).toHaveLength(9);
	});

	test('until somebody reviewed it, for that period only', () => {
		const input = withFirst({ gross_hourly_wage: 3650 });
		const with_ = (reviewed: string[]) => ({ ...input, options: { ...input.options, reviewed } });
		expect(codeOf(plan(with_(['nmbrs-1@2026-11'])).rows, 1)).toBe('FLEX_READY');
		expect(plan(with_(['nmbrs-1@2026-11'])).summary.file?.remarks).toMatchObject([
			{ code: 'FLEX_REVIEWED', people: 1 },
		]);
		expect(codeOf(plan(with_(['nmbrs-1@2026-10'])).rows, 1)).toBe('FLEX_WAGE_RANGE');
		expect(codeOf(plan(with_(['nmbrs-2@2026-11'])).rows, 1)).toBe('FLEX_WAGE_RANGE');
	});

	test.each([
		[24.01, 'FLEX_READY'],
		[24.1, 'FLEX_WAGE_MOVED'],
		[15.9, 'FLEX_WAGE_MOVED'],
		[16.1, 'FLEX_READY'],
	])('from 20.01 in the previous file to %p: %s', (wage, code) => {
		const file = previous('MENS1@example.nl,250.01,,20.01,,');
		const { rows } = plan(withFirst({ gross_hourly_wage: wage }, { previous: file }));
		expect(codeOf(rows, 1)).toBe(code);
	});

	test('an earlier wage of the source counts where there is no previous file', () => {
		const moved = { previous: { gross_hourly_wage: '10,00' } };
		expect(codeOf(plan(withFirst(moved)).rows, 1)).toBe('FLEX_WAGE_MOVED');
		expect(plan(withFirst({ previous: { gross_hourly_wage: 20 } })).summary.file?.compared).toBe(1);
	});

	test('the limits are settings', () => {
		const input = withFirst({ leave: [{ type: 'statutory', balance: -8, unit: 'hours' }] });
		const plausibility = { ...DEFAULT_PLAUSIBILITY, negativeLeaveHours: 8 };
		const { rows } = plan({ ...input, options: { ...input.options, plausibility } });
		expect(codeOf(rows, 1)).toBe('FLEX_READY');
	});

	test('salary and hours that agree pass, by the month and by four weeks', () => {
		const month = { gross_hourly_wage: 20, gross_monthly_salary: 3120, hours_per_week: 36 };
		expect(codeOf(plan(withFirst(month)).rows, 1)).toBe('FLEX_READY');
		const four = { ...month, gross_monthly_salary: 2880, pay_cycle: 'fourWeeks' };
		expect(codeOf(plan(withFirst(four)).rows, 1)).toBe('FLEX_READY');
	});

	test('a person who is behind their own cycle only: months and four weeks are not compared', () => {
		const four = { pay_cycle: 'fourWeeks', period: { year: 2026, period: 12 } };
		const { rows } = plan(withFirst(four));
		expect(rows.every(({ action }) => action === 'update')).toBe(true);
	});
});

describe('no figure outside the file', () => {
	test('row by row: everything but `flex` is free of them', () => {
		const input = withFirst({ gross_hourly_wage: 3650.77 });
		const { rows, summary } = plan(input);
		const shown = JSON.stringify([rows.map(({ flex: _flex, ...row }) => row), summary]);
		for (const figure of ['20.0', '250.0', '1500.0', '3650', '24.5']) {
			expect(shown).not.toContain(figure);
		}
	});

	test('a hash of a row cannot be guessed back: the nonce of the node is in it', () => {
		const [one] = plan(planInput(1)).rows;
		const [other] = plan(planInput(1, { nonce: 'another' })).rows;
		expect(one?.row_hash).not.toBe(other?.row_hash);
	});
});

test('the same input in another order is the same plan', () => {
	const input = planInput(10);
	const turned = {
		...input,
		source: [...input.source].reverse(),
		alleo: [...input.alleo].reverse(),
	};
	expect(plan(turned)).toEqual(plan(input));
});
