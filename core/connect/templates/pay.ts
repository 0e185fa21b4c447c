import { exactly, type LeaveRule } from '../../payroll/leaveRules';
import type { CustomerConnection } from '../connection';
import { literal } from '../evaluated';
import type { WageUse } from '../pay';
import { typedChoice } from './settingsNode';

/**
 * What a customer said of its pay, as the parameters of the source node of its salary and leave workflow. What
 * was not said keeps what the template has.
 */

export type Pay = Pick<
	CustomerConnection,
	'system' | 'wage_components' | 'leave_groups' | 'afas_pay'
>;

type Parameters = Record<string, unknown>;

interface SaidLeave {
	text: string;
	role: LeaveRule['kind'] | null;
}

/** The whole name and no part of it: what was said is about this leave, not about one that holds its name. */
function leaveTable(name: string, said: readonly SaidLeave[]): Parameters {
	const rule = said.flatMap(({ text, role }) =>
		role === null ? [] : [{ match: literal(exactly(text)), kind: role }],
	);
	return rule.length === 0 ? {} : { [name]: { rule } };
}

const given = (values: Readonly<Record<string, string>>): Parameters =>
	Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => value !== '')
			.map(([name, value]) => [name, literal(value)]),
	);

function nmbrsPay({ wage_components: wages, leave_groups: groups }: Pay, present: Parameters) {
	const codeOf = (use: WageUse): string => wages.find(({ role }) => role === use)?.code ?? '';
	const holiday = given({
		accrualComponent: codeOf('holidayAccrual'),
		balanceComponent: codeOf('holidayBalance'),
	});
	const wage = given({
		hourlyWageComponent: codeOf('hourlyWage'),
		monthlySalaryComponent: codeOf('monthlySalary'),
	});
	const { options } = present;
	const kept = typeof options === 'object' && options !== null ? options : {};
	return {
		...(Object.keys(holiday).length === 0
			? {}
			: { holidayAllowance: 'payslipComponents', ...holiday }),
		...(Object.keys(wage).length === 0 ? {} : { options: { ...kept, ...wage } }),
		...leaveTable(
			'leaveGroups',
			groups.map(({ id, name, role }) => ({ text: name ?? id, role })),
		),
	};
}

function afasPay({ afas_pay: pay }: Pay): Parameters {
	if (pay === null) return {};
	const { connectors, accrual_component: accrual, balance_component: balance } = pay;
	const chosen = (name: string) => typedChoice(literal(name));
	return {
		salaryConnector: chosen(connectors.salary),
		wageComponentsConnector: chosen(connectors.wageComponents),
		plansConnector: chosen(connectors.plans),
		leaveConnector: chosen(connectors.leave),
		...given({ accrualComponent: accrual, balanceComponent: balance }),
		...leaveTable(
			'leaveTypes',
			pay.leave_types.map(({ code, role }) => ({ text: code, role })),
		),
	};
}

/** @param present the parameters of the template's source node */
export const payParameters = (pay: Pay, present: Parameters): Parameters =>
	pay.system === 'nmbrs' ? nmbrsPay(pay, present) : afasPay(pay);

/** Of a consent of NMBRS: wages, contract hours, leave (either way to it). */
const SCOPES = [
	/^employee\.payment\.read$/,
	/^employee\.employment\.read$/,
	/^(company|employee)\.leave\.read$/,
];

/** Whether a consent lacks a part; null: nobody knows what it holds. */
export const lacksScope = (scopes: readonly string[] | null): boolean =>
	scopes !== null && SCOPES.some((wanted) => !scopes.some((scope) => wanted.test(scope)));

/** Whether the column of the primary salary source would be empty for everybody. */
export function lacksAccrual({ system, wage_components: wages, afas_pay: pay }: Pay): boolean {
	if (system === 'afas')
		return pay?.connectors.wageComponents !== '' && pay?.accrual_component === '';
	const roles = wages.map(({ role }) => role);
	return roles.includes('holidayBalance') && !roles.includes('holidayAccrual');
}

/** A choice of a list by what is chosen: how it was chosen, and under which name, is no difference. */
const plain = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && '__rl' in value && 'value' in value
		? value.value
		: value;

/** Whether something that was said is otherwise where payroll is read. @param present the parameters there */
export const differsFromSaid = (pay: Pay, present: Parameters): boolean =>
	Object.entries(payParameters(pay, present)).some(
		([name, said]) => JSON.stringify(plain(said)) !== JSON.stringify(plain(present[name])),
	);
