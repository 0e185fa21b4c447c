import { z } from 'zod';
import { DEFAULT_LEAVE_RULES, leaveKind } from '../payroll/leaveRules';

/**
 * What a customer says of its pay while connecting: which wage component is what, and which leave. Numbers,
 * codes and names of the HR system; never an amount or a balance.
 */

/** What a wage component holds. */
export const WAGE_USES = [
	'holidayAccrual',
	'holidayBalance',
	'hourlyWage',
	'monthlySalary',
] as const;
export const WageUse = z.enum(WAGE_USES);
export type WageUse = z.infer<typeof WageUse>;

export const LEAVE_USES = ['statutory', 'nonStatutory', 'neither'] as const;
export const LeaveUse = z.enum(LEAVE_USES);
export type LeaveUse = z.infer<typeof LeaveUse>;

const name = z.string().nullable();

/** Role null: of a connection of before roles were asked, so nobody knows what it is. */
export const ChosenWage = z.object({
	code: z.string(),
	name,
	role: WageUse.nullable().default(null),
});
export type ChosenWage = z.infer<typeof ChosenWage>;

export const ChosenLeave = z.object({
	id: z.string(),
	name,
	role: LeaveUse.nullable().default(null),
});
export type ChosenLeave = z.infer<typeof ChosenLeave>;

/** GetConnectors of AFAS with pay, by what is in them; empty: the customer has none. */
export const PAY_CONNECTORS = ['salary', 'wageComponents', 'plans', 'leave'] as const;
export type PayConnector = (typeof PAY_CONNECTORS)[number];

export const PayConnectors = z.object({
	salary: z.string(),
	wageComponents: z.string(),
	plans: z.string(),
	leave: z.string(),
});
export type PayConnectors = z.infer<typeof PayConnectors>;

export const AfasPay = z.object({
	connectors: PayConnectors,
	/** The environment's own numbers; empty where the customer does not know them. */
	accrual_component: z.string().default(''),
	balance_component: z.string().default(''),
	leave_types: z.array(z.object({ code: z.string(), name, role: LeaveUse })).default([]),
});
export type AfasPay = z.infer<typeof AfasPay>;

/** Whether there is anything to read; a customer may have emptied every name. */
export const hasPayConnector = (pay: AfasPay | null): pay is AfasPay =>
	pay !== null && PAY_CONNECTORS.some((part) => pay.connectors[part] !== '');

/** What the name of a component clearly says. Only to point at it: nothing is chosen by it. */
const NAMED: Record<WageUse, RegExp> = {
	holidayAccrual:
		/(opbouw|reservering|accrual).*(vakantie(geld|toeslag|bijslag)|holiday)|(vakantie(geld|toeslag|bijslag)|holiday allowance).*(opbouw|reservering|accrual)/,
	holidayBalance:
		/(saldo|balance|tegoed).*(vakantie(geld|toeslag|bijslag)|holiday)|(vakantie(geld|toeslag|bijslag)|holiday allowance).*(saldo|balance|tegoed)/,
	hourlyWage: /uurloon|hourly wage/,
	monthlySalary: /maand(salaris|loon)|monthly salary/,
};

/** The component that a name points to; null where none does, or several do. */
export function suggestedWage(
	choices: ReadonlyArray<{ code: string; name: string | null }>,
	role: WageUse,
): string | null {
	const found = choices.filter(({ name: said }) => NAMED[role].test((said ?? '').toLowerCase()));
	return found.length === 1 ? (found[0]?.code ?? null) : null;
}

export function suggestedLeave(choice: { id: string; name: string | null }): LeaveUse | null {
	const kind = leaveKind({ code: choice.id, description: choice.name }, DEFAULT_LEAVE_RULES);
	return kind === 'unknown' ? null : kind;
}
