import { normalizePayroll } from '../../../core/payroll/normalize';
import { DEFAULT_PAYROLL_OPTIONS } from '../../../core/payroll/options';
import { SENSITIVE_PAY_FIELDS } from '../../../core/payroll/normalized';
import { flexRecord, payroll } from '../../support/filePlan.mts';

const codes = (issues: Array<{ code: string }>): string[] => issues.map(({ code }) => code);

describe('amounts', () => {
	test.each([
		[21.85, 21.85],
		['21,85', 21.85],
		['21.85', 21.85],
		['1.234,56', 1234.56],
		['1,234.56', 1234.56],
		['0', 0],
		[0, 0],
		[21.849999999999998, 21.85],
		['21.3456', 21.3456],
	])('%p is read as %p', (given, expected) => {
		expect(flexRecord({ gross_hourly_wage: given }).gross_hourly_wage).toBe(expected);
	});

	test.each(['1.250', 'twintig', '12,3,4', 'geheim'])(
		'%p holds the person, without the text',
		(text) => {
			const record = flexRecord({ gross_hourly_wage: text });
			expect(record.status).toBe('held');
			expect(codes(record.issues)).toEqual(['FLEX_AMOUNT_UNREADABLE']);
			expect(JSON.stringify(record.issues)).not.toContain(text);
		},
	);

	test.each([null, undefined, '', '  '])('%p is missing, never zero', (nothing) => {
		const record = flexRecord({ holiday_allowance_accrual: nothing });
		expect(record.primary_source).toBeNull();
		expect(record.status).toBe('ok');
	});

	test('zero stays zero: it stops the budget in Alleo', () => {
		expect(flexRecord({ holiday_allowance_accrual: '0,00' }).primary_source).toBe(0);
	});
});

describe('salary sources are a setting', () => {
	const other_sources = [
		{ code: '2310', description: 'Bonus', accrual: '120,50', balance: 800 },
		{ code: '2400', description: 'Dertiende maand', accrual: null, balance: 12.5 },
	];

	test('the accrual of holiday allowance and nothing else by default', () => {
		const record = flexRecord({ other_sources });
		expect([record.primary_source, record.secondary_source]).toEqual([250.01, null]);
		expect(record.holiday_allowance).toEqual({ accrual: 250.01, balance: 1500.01 });
	});

	test('any component by its code', () => {
		const record = flexRecord(
			{ other_sources },
			{
				primary: { kind: 'holidayAllowanceBalance' },
				secondary: { kind: 'componentAccrual', code: '2310' },
			},
		);
		expect([record.primary_source, record.secondary_source]).toEqual([1500.01, 120.5]);
		const balance = { secondary: { kind: 'componentBalance', code: '2400' } } as const;
		expect(flexRecord({ other_sources }, balance).secondary_source).toBe(12.5);
	});

	test('a component that the person does not have is missing', () => {
		const record = flexRecord({}, { secondary: { kind: 'componentAccrual', code: '9' } });
		expect(record.secondary_source).toBeNull();
	});

	test('an accrual of four weeks stays as payroll wrote it, with a remark; or becomes a month to the cent', () => {
		const four = { pay_cycle: 'fourWeeks', holiday_allowance_accrual: '184,61' };
		const asPaid = flexRecord(four);
		expect(asPaid.primary_source).toBe(184.61);
		expect(codes(asPaid.notices)).toEqual(['FLEX_ACCRUAL_NOT_MONTHLY']);
		const monthly = flexRecord(four, { accrualPer: 'month' });
		expect(monthly.primary_source).toBe(199.99); // 184.61 * 13 / 12 = 199.994
		expect(monthly.notices).toEqual([]);
		expect(flexRecord({}, { accrualPer: 'month' }).primary_source).toBe(250.01);
	});

	test('a balance is no accrual: it is never converted', () => {
		const record = flexRecord(
			{ pay_cycle: 'fourWeeks' },
			{ primary: { kind: 'holidayAllowanceBalance' }, accrualPer: 'month' },
		);
		expect(record.primary_source).toBe(1500.01);
	});
});

describe('leave', () => {
	const leave = (...balances: Array<[string, unknown, string | null]>) =>
		balances.map(([type, balance, unit]) => ({ group: null, type, balance, unit }));

	test('balances of one kind are added, without binary noise', () => {
		const record = flexRecord({
			leave: leave(['statutory', 0.1, 'hours'], ['statutory', '0,2', 'hours']),
		});
		expect(record.statutory_leave_hours).toBe(0.3);
		expect(record.non_statutory_leave_hours).toBeNull();
	});

	test('days never become hours by themselves', () => {
		const record = flexRecord({ leave: leave(['statutory', 12, 'days']) });
		expect(record.status).toBe('held');
		expect(codes(record.issues)).toEqual(['FLEX_LEAVE_IN_DAYS']);
	});

	test('unless a setting says how long a day is', () => {
		const record = flexRecord({ leave: leave(['statutory', 2.5, 'days']) }, { hoursPerDay: 7.2 });
		expect(record.statutory_leave_hours).toBe(18);
	});

	test('an unknown unit is held, also with that setting', () => {
		const record = flexRecord({ leave: leave(['statutory', 2, null]) }, { hoursPerDay: 8 });
		expect(codes(record.issues)).toEqual(['FLEX_LEAVE_UNIT_UNKNOWN']);
	});

	test('a part of a balance is never sent as the whole', () => {
		const record = flexRecord({
			leave: leave(['statutory', 80, 'hours'], ['statutory', null, 'hours']),
		});
		expect(record.statutory_leave_hours).toBeNull();
		expect(codes(record.notices)).toEqual(['FLEX_LEAVE_INCOMPLETE']);
	});

	test('leave of another kind is said to be left out', () => {
		const record = flexRecord({ leave: leave(['other', 3, 'days'], ['statutory', 1, 'hours']) });
		expect(record.statutory_leave_hours).toBe(1);
		expect(codes(record.notices)).toEqual(['FLEX_LEAVE_OTHER']);
	});
});

describe('who is held', () => {
	test('whoever lacks a required column; which those are is a setting', () => {
		const missing = { gross_hourly_wage: null };
		expect(codes(flexRecord(missing).issues)).toEqual(['FLEX_VALUE_MISSING']);
		expect(flexRecord(missing, { required: [] }).status).toBe('ok');
	});

	test('whoever has nothing at all', () => {
		const nothing = { gross_hourly_wage: null, holiday_allowance_accrual: null, leave: [] };
		expect(codes(flexRecord(nothing, { required: [] }).issues)).toEqual(['FLEX_NOTHING_KNOWN']);
	});

	test('whoever the source could not read, with its own issue, and no amount travels on', () => {
		const issue = { code: 'NMBRS_SOAP_FAULT', field: null, message: 'x', action: 'y', params: {} };
		const record = flexRecord({ issues: [issue] });
		expect(record.status).toBe('held');
		expect(record.issues).toEqual([issue]);
		const amounts = SENSITIVE_PAY_FIELDS.map((field) => record[field]);
		expect(amounts).toEqual(
			amounts.map((value) => (value === null ? null : { accrual: null, balance: null })),
		);
	});

	test('whoever has no id', () => {
		expect(codes(flexRecord({ external_id: null }).issues)).toEqual(['FLEX_ID_MISSING']);
	});
});

test('an item that is no payroll record stops the run, and says where without the value', () => {
	const result = normalizePayroll(
		[payroll(1), { external_id: 'nmbrs-2', pay_cycle: 'geheim 4321,00' }],
		DEFAULT_PAYROLL_OPTIONS,
	);
	expect(result).toMatchObject({
		ok: false,
		problem: { code: 'FLEX_ITEM_MALFORMED', item: 1, params: { item: 2 } },
	});
	expect(JSON.stringify(result)).not.toContain('4321');
});
