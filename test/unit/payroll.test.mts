import { readAmount, sumAmounts, toCents } from '../../core/payroll/amount';
import { grossPay } from '../../core/payroll/grossPay';
import { PayslipScanner, type Payslip } from '../../nodes/Nmbrs/api/payroll/payslipScanner';
import { piecesOf, takeBulk, Unescaper } from '../../nodes/shared/soap';

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

describe('a document inside an answer', () => {
	const inside = (text: string): string | null => {
		const { bulk } = takeBulk(text, 'Content');
		return bulk === null ? null : [...piecesOf(bulk)].join('');
	};
	const texts: Array<[string, string, string | null]> = [
		['escaped once', '<r><Content>&lt;a&gt;&amp;amp;&lt;/a&gt;</Content></r>', '<a>&amp;</a>'],
		[
			'escaped twice',
			'<r><Content> &amp;lt;a&amp;gt;1&amp;lt;/a&amp;gt;</Content></r>',
			'<a>1</a>',
		],
		['CDATA', '<r><Content><![CDATA[<a>&lt;</a>]]></Content></r>', '<a>&lt;</a>'],
		['a prefix and an attribute', '<r><n:Content x="1">&lt;a/&gt;</n:Content></r>', '<a/>'],
		['numbers', '<r><Content>&#60;a&#x3E;&#38;lt;&#x0;&lt;/a&gt;</Content></r>', '<a>&lt;</a>'],
		['empty', '<r><Content></Content></r>', null],
		['none', '<r><Status>Success</Status></r>', null],
		['closed at once', '<r><Content/></r>', null],
		['never closed', '<r><Content>&lt;a', null],
	];
	test.each(texts)('%s', (_name, text, expected) => {
		expect(inside(text)).toBe(expected);
	});

	test('the answer is left without it', () => {
		const { envelope } = takeBulk(
			'<r><Status>S</Status><Content>&lt;a&gt;</Content></r>',
			'Content',
		);
		expect(envelope).toBe('<r><Status>S</Status><Content></Content></r>');
	});

	test('wherever a reference is cut', () => {
		const text = '&lt;a&gt;&amp;quot;&#x1F600;&lt;/a&gt;';
		const whole = new Unescaper();
		const expected = whole.push(text) + whole.end();
		for (let size = 1; size < text.length; size += 1) {
			const cut = new Unescaper();
			let read = '';
			for (let at = 0; at < text.length; at += size) read += cut.push(text.slice(at, at + size));
			expect(read + cut.end()).toBe(expected);
		}
	});
});

describe('the payslip report', () => {
	const REPORT =
		'\uFEFF<?xml version="1.0" encoding="utf-16"?>\n<payslips>' +
		'<payslip><employeeid>7</employeeid><employeename>A &amp; B</employeename><period>5</period><year>2026</year>' +
		'<header><headerItem><key>Vakantiegeld</key><value>nee</value></headerItem></header>' +
		'<lines><line><code>4010</code><description>Opbouw</description><value>1,00</value></line>' +
		'<line><code>1000</code><value>9</value></line></lines>' +
		'<reservations><reservation><key>Vakantiegeld</key><value>1,00</value><saldo>2,00</saldo></reservation>' +
		'<reservation><key>Spaar</key><value>3</value></reservation></reservations>' +
		'<leave_list><leave type="1"><key>Vakantiegeld</key><value type="saldo">9</value></leave></leave_list>' +
		'</payslip></payslips>';
	const scan = (text: string, size: number): { slips: Payslip[]; problem: string | null } => {
		const slips: Payslip[] = [];
		const scanner = new PayslipScanner(
			{ line: (code) => code === '4010', reservation: (key) => key === 'Vakantiegeld' },
			(slip) => slips.push(slip),
		);
		for (let at = 0; at < text.length; at += size) scanner.write(text.slice(at, at + size));
		scanner.end();
		return { slips, problem: scanner.problem };
	};

	test('only what was asked for is kept, and only from where it belongs', () => {
		expect(scan(REPORT, REPORT.length)).toEqual({
			problem: null,
			slips: [
				{
					employeeId: 7,
					year: 2026,
					period: 5,
					lines: [{ code: '4010', description: 'Opbouw', value: '1,00' }],
					reservations: [{ key: 'Vakantiegeld', value: '1,00', saldo: '2,00' }],
				},
			],
		});
	});

	test.each([64, 100, 1000])('in pieces of %i characters it is the same', (size) => {
		expect(scan(REPORT, size)).toEqual(scan(REPORT, REPORT.length));
	});

	test('everywhere it can be cut off, it is not readable', () => {
		for (let end = 1; end < REPORT.length; end += 7) {
			expect(scan(REPORT.slice(0, end), 4096).problem).not.toBeNull();
		}
	});
});
