import { readAnswers } from '../../../core/model/inbox';
import { normalizePayroll } from '../../../core/payroll/normalize';
import { DEFAULT_PAYROLL_OPTIONS } from '../../../core/payroll/options';
import type { PayrollOptions } from '../../../core/payroll/options';

/** What the inbox says of kinds of leave and of wage components. */

const record = (changed: object = {}): object => ({
	external_id: 'nmbrs-1',
	source: { system: 'nmbrs', partition: 'c1', employee_id: '1', employee_number: '1' },
	period: { year: 2026, period: 11 },
	pay_cycle: 'month',
	gross_hourly_wage: 20,
	in_service: true,
	leave: [
		{ group: 'Wettelijk', type: 'statutory', balance: 100, unit: 'hours' },
		{ group: 'Seniorendagen', type: 'other', balance: 16, unit: 'hours' },
	],
	other_sources: [{ code: '2310', description: 'Bonus', accrual: 75, balance: 300 }],
	...changed,
});

const answer = (kind: string, value: string, target: string, reply = 'map') => ({
	kind,
	value,
	answer: reply,
	target,
});

function made(given: unknown, options: Partial<PayrollOptions> = {}, changed: object = {}) {
	const result = normalizePayroll([record(changed)], {
		...DEFAULT_PAYROLL_OPTIONS,
		...options,
		answers: readAnswers(given),
	});
	if (!result.ok) throw new Error(result.problem.code);
	const [first] = result.value;
	if (first === undefined) throw new Error('nobody');
	return first;
}

const codes = (given: ReturnType<typeof made>): string[] => given.notices.map(({ code }) => code);

test('a kind of leave and a component without a column are asked, and in no column', () => {
	const plain = made('');
	expect(plain).toMatchObject({ non_statutory_leave_hours: null, secondary_source: null });
	expect(plain.asks).toEqual([
		{ kind: 'leaveGroup', value: 'Seniorendagen' },
		{ kind: 'wageComponent', value: '2310', meant: 'secondary' },
	]);
	expect(codes(plain)).toContain('FLEX_LEAVE_OTHER');
});

test('leave is what was answered, in any case, and keeps its count', () => {
	const mapped = made([answer('leaveGroup', 'SENIORENDAGEN', 'nonStatutory')]);
	expect(mapped).toMatchObject({ statutory_leave_hours: 100, non_statutory_leave_hours: 16 });
	expect(codes(mapped)).not.toContain('FLEX_LEAVE_OTHER');
	expect(mapped.asks?.[0]).toEqual({
		kind: 'leaveGroup',
		value: 'Seniorendagen',
		answered: true,
	});
});

test('ignored leave is in no column and in no remark', () => {
	const ignored = made([answer('leaveGroup', 'Seniorendagen', '', 'ignore')]);
	expect(ignored.non_statutory_leave_hours).toBeNull();
	expect(codes(ignored)).not.toContain('FLEX_LEAVE_OTHER');
});

test('no answer changes leave that the settings know', () => {
	const turned = made([answer('leaveGroup', 'Wettelijk', 'nonStatutory')]);
	expect(turned.statutory_leave_hours).toBe(100);
});

test('a component fills a column that the settings leave empty, and no other', () => {
	const bonus = answer('wageComponent', '2310', 'secondaryAccrual');
	expect(made([bonus]).secondary_source).toBe(75);
	const taken = { secondary: { kind: 'holidayAllowanceBalance' } } as const;
	const settled = { ...record(), holiday_allowance_balance: 900 };
	expect(made([bonus], taken, settled).secondary_source).toBe(900);
	expect(made([answer('wageComponent', '2310', 'primaryAccrual')]).primary_source).toBeNull();
});

test('two components for one column fill none', () => {
	const two = [
		answer('wageComponent', '2310', 'secondaryAccrual'),
		answer('wageComponent', '2320', 'secondaryBalance'),
	];
	expect(made(two).secondary_source).toBeNull();
});

test('answers that could not be read are said on everybody', () => {
	const nothing = { leave: [], other_sources: [] };
	const unread = made('not read', {}, nothing);
	expect([unread.status, codes(unread)]).toEqual(['ok', ['INBOX_NOT_READ']]);
});

test.each([['not read'], [[{ kind: '' }]]])(
	'who may depend on an answer that could not be read waits: %p',
	(given) => {
		const unread = made(given);
		expect([unread.status, unread.issues.map(({ code }) => code)]).toEqual([
			'held',
			['INBOX_ANSWER_UNKNOWN'],
		]);
	},
);
