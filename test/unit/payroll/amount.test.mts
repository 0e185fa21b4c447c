import { readAmount, sumAmounts, toCents } from '../../../core/payroll/amount';
import { grossPay } from '../../../core/payroll/grossPay';

const terms = {
	cycle: 'month' as const,
	parttimePercentage: 60,
	hoursPerWeek: 24,
	fullTimeHoursPerMonth: null,
};

describe('amounts', () => {
	const read: Array<[unknown, number | 'none' | 'odd']> = [
		[12.5, 12.5],
		['12.5', 12.5],
		['12,5', 12.5],
		['1.234,56', 1234.56],
		['1.234.567', 1234567],
		['\u221212,50', -12.5],
		['12,50-', -12.5],
		['€\u00a012,50', 12.5],
		['', 'none'],
		['  ', 'none'],
		['-', 'none'],
		[null, 'none'],
		['1.250', 'odd'],
		['1,250', 'odd'],
		['12,50 EUR', 'odd'],
		[Number.NaN, 'odd'],
		[true, 'odd'],
	];
	test.each(read)('%p', (value, expected) => {
		const amount = readAmount(value);
		expect(amount.kind === 'number' ? amount.value : amount.kind).toBe(expected);
	});

	test('sums are exact, and of nothing there is none', () => {
		expect(sumAmounts([0.1, 0.2])).toBe(0.3);
		expect(sumAmounts([1.1, -1.1])).toBe(0);
		expect(sumAmounts([])).toBeNull();
		expect(sumAmounts(Array.from({ length: 1000 }, () => 0.01))).toBe(10);
	});

	test('to the cent, half a cent away from zero', () => {
		expect([toCents(1.005), toCents(-1.005), toCents(2.344999), toCents(-0.001)]).toEqual([
			1.01, -1.01, 2.34, 0,
		]);
	});
});

describe('gross pay by type and pay cycle', () => {
	const cases: Array<[string, string | null, number | null, object, object]> = [
		[
			'an hourly wage gives no month',
			'grossHourlyWage',
			19.25,
			{},
			{ hourly: 19.25, monthly: null },
		],
		['full-time salary, part-time schedule', 'grossFulltimeSalary', 3000, {}, { monthly: 1800 }],
		['part-time salary as it is', 'grossParttimeSalary', 1800, {}, { hourly: null, monthly: 1800 }],
		[
			'four weeks: exact by the hours',
			'grossFulltimeSalary',
			3200,
			{ cycle: 'fourWeeks' },
			{ hourly: 20, monthly: null },
		],
		['a week', 'grossParttimeSalary', 480, { cycle: 'week' }, { hourly: 20, monthly: null }],
		[
			'four weeks without hours',
			'grossFulltimeSalary',
			3200,
			{ cycle: 'fourWeeks', hoursPerWeek: null },
			{ hourly: null },
		],
		[
			'a quarter is no month',
			'grossFulltimeSalary',
			9000,
			{ cycle: 'quarter' },
			{ hourly: null, monthly: null },
		],
		[
			'no cycle, no month',
			'grossFulltimeSalary',
			3000,
			{ cycle: null },
			{ monthly: null, notices: ['partTimeApplied', 'cycleUnknown'] },
		],
		[
			'hours of a full-time month',
			'grossFulltimeSalary',
			3466.6,
			{ fullTimeHoursPerMonth: 173.33 },
			{ hourly: 20 },
		],
		[
			'the same from a part-time salary',
			'grossParttimeSalary',
			2079.96,
			{ fullTimeHoursPerMonth: 173.33 },
			{ hourly: 20 },
		],
		[
			'no percentage',
			'grossFulltimeSalary',
			3000,
			{ parttimePercentage: null },
			{ monthly: null, problem: 'noPercentage' },
		],
		['net', 'netHourlyWageInclWageComp', 14, {}, { hourly: null, problem: 'notGross' }],
		['employer cost', 'employerCosts', 4000, {}, { problem: 'notGross' }],
		['a type of tomorrow', 'grossDayWage', 150, {}, { problem: 'unknownType' }],
		['no type', null, 3000, {}, { problem: 'unknownType' }],
		['no value is not zero', 'grossHourlyWage', null, {}, { hourly: null, problem: 'noSalary' }],
	];
	test.each(cases)('%s', (_name, type, value, more, expected) => {
		expect(grossPay({ type, value }, { ...terms, ...more })).toMatchObject(expected);
	});

	test('no row at all', () => {
		expect(grossPay(null, terms)).toMatchObject({ problem: 'noSalary' });
	});
});
