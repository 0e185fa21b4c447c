import { evaluatedIn, readLiteral } from '../../../../core/connect/evaluated';
import {
	lacksAccrual,
	lacksScope,
	payParameters,
	type Pay,
} from '../../../../core/connect/templates/pay';
import { HOSTILE } from '../../../support/hostileTexts.mts';

/** What a customer said of its pay, as parameters of its workflow. */

const nothing: Pay = { system: 'nmbrs', wage_components: [], leave_groups: [], afas_pay: null };

const afasPay = (changes: object = {}): Pay => ({
	...nothing,
	system: 'afas',
	afas_pay: {
		connectors: { salary: 'S', wageComponents: 'W', plans: '', leave: '' },
		accrual_component: '1174',
		balance_component: '',
		leave_types: [],
		...changes,
	},
});

test.each(HOSTILE)('%j of a customer is a text and nothing that runs', (text) => {
	const said: Pay[] = [
		{
			...nothing,
			wage_components: [{ code: text, name: text, role: 'holidayAccrual' }],
			leave_groups: [
				{ id: 'g', name: text, role: 'statutory' },
				{ id: text, name: null, role: 'neither' },
			],
		},
		afasPay({
			connectors: { salary: text, wageComponents: text, plans: text, leave: text },
			accrual_component: text,
			leave_types: [{ code: text, name: null, role: 'nonStatutory' }],
		}),
	];
	for (const pay of said) {
		const parameters = payParameters(pay, {});
		for (const { text: value } of evaluatedIn(parameters))
			expect(readLiteral(value)).not.toBeNull();
	}
});

test('what was not said keeps what the template has', () => {
	expect(payParameters(nothing, { options: { a: 1 } })).toEqual({});
	const parameters = payParameters(afasPay({ accrual_component: '' }), {});
	expect(parameters).not.toHaveProperty('accrualComponent');
	expect(parameters).not.toHaveProperty('leaveTypes');
	expect(parameters['plansConnector']).toMatchObject({ value: '' });
});

test('options of the template stay beside the wage components', () => {
	const wage = { code: '1000', name: null, role: 'monthlySalary' } as const;
	const pay = { ...nothing, wage_components: [wage] };
	expect(payParameters(pay, { options: { fullTimeHoursPerMonth: '=1' } })).toEqual({
		options: { fullTimeHoursPerMonth: '=1', monthlySalaryComponent: '1000' },
	});
});

test.each([
	['nothing of NMBRS', nothing, false],
	[
		'a balance alone',
		{ ...nothing, wage_components: [{ code: '1', name: null, role: 'holidayBalance' }] },
		true,
	],
	['AFAS with its number', afasPay(), false],
	['AFAS without it', afasPay({ accrual_component: '' }), true],
] as ReadonlyArray<[string, Pay, boolean]>)(
	'%s: whether the accrual lacks',
	(_what, pay, lacks) => {
		expect(lacksAccrual(pay)).toBe(lacks);
	},
);

test.each([
	[null, false],
	[['employee.payment.read', 'employee.employment.read', 'company.leave.read'], false],
	[['employee.payment.read', 'employee.employment.read', 'employee.leave.read'], false],
	[['employee.payment.read', 'company.leave.read'], true],
	[[], true],
])('scopes %j: whether salary and leave lack one is %s', (scopes, lacks) => {
	expect(lacksScope(scopes)).toBe(lacks);
});
