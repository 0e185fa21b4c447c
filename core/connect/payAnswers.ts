import type { FormFields } from '../model/formFields';
import { done, failed, type Result } from '../model/result';
import type { ConnectProgress } from './invitation';
import { isAfasComponent } from '../payroll/componentCode';
import { LEAVE_USES, WAGE_USES } from './pay';
import type { AfasPay, ChosenLeave, ChosenWage, LeaveUse } from './pay';
import { readCodes } from './typed';

/**
 * What was answered about pay, read once. Only what was offered counts, each once; an answer that was not on
 * the page is refused, never left out.
 */

/** Names of the fields in the forms. */
export const wageField = (use: ChosenWage['role']): string => `wage-${use ?? ''}`;
export const leaveField = (at: number): string => `leave-${at}`;
export const PAY_FIELDS = {
	accrual: 'accrualComponent',
	balance: 'balanceComponent',
	statutory: 'leaveStatutory',
	nonStatutory: 'leaveNonStatutory',
} as const;

/** The one value of a field; null where a form of ours cannot have sent it. */
function answer(fields: FormFields, name: string): string | null {
	const [value = '', ...more] = fields.get(name) ?? [];
	return more.length > 0 ? null : value.trim();
}

type Choices = Pick<ConnectProgress, 'wageChoices' | 'leaveChoices'>;

const unknown = () => failed('CONNECT_CHOICE_UNKNOWN');

const twice = (component: string) => failed('CONNECT_CHOSEN_TWICE', { name: component });

/** Of each kind of leave that was offered, what it is; a kind without an answer is left out. */
function readLeave(choices: Choices['leaveChoices'], fields: FormFields): Result<ChosenLeave[]> {
	const chosen: ChosenLeave[] = [];
	for (const [at, choice] of choices.entries()) {
		const said = answer(fields, leaveField(at));
		const role = LEAVE_USES.find((use) => use === said);
		if (said !== '' && role === undefined) return unknown();
		if (role !== undefined) chosen.push({ ...choice, role });
	}
	return done(chosen);
}

export const componentName = ({ code, name }: { code: string; name: string | null }): string =>
	name === null ? code : `${code} – ${name}`;

/** NMBRS: one component for each use, and of each leave group what it is. */
export function readNmbrsPay(
	{ wageChoices, leaveChoices }: Choices,
	fields: FormFields,
): Result<Pick<ConnectProgress, 'wageComponents' | 'leaveGroups'>> {
	const wageComponents: ChosenWage[] = [];
	for (const role of WAGE_USES) {
		const code = answer(fields, wageField(role));
		if (code === '') continue;
		const choice = wageChoices.find((one) => one.code === code);
		if (choice === undefined) return unknown();
		if (wageComponents.some((one) => one.code === code)) return twice(componentName(choice));
		wageComponents.push({ ...choice, role });
	}
	const leaveGroups = readLeave(leaveChoices, fields);
	return leaveGroups.ok ? done({ wageComponents, leaveGroups: leaveGroups.value }) : leaveGroups;
}

/** A number of a wage component, or nothing. */
function readComponent(fields: FormFields, name: string): Result<string> {
	const code = answer(fields, name);
	if (code === null) return unknown();
	return code === '' || isAfasComponent(code) ? done(code) : failed('CONNECT_COMPONENT_FORM');
}

type LeaveTypes = AfasPay['leave_types'];

/** Codes that were typed, where AFAS gave none to choose from. */
function readTyped(fields: FormFields): Result<LeaveTypes> {
	const types: LeaveTypes = [];
	const asked: ReadonlyArray<readonly [LeaveUse, string]> = [
		['statutory', PAY_FIELDS.statutory],
		['nonStatutory', PAY_FIELDS.nonStatutory],
	];
	for (const [role, name] of asked) {
		const text = answer(fields, name);
		const codes = text === null ? null : readCodes(text);
		if (codes === null) return failed('CONNECT_LEAVE_FORM');
		for (const code of codes) {
			if (types.some((one) => one.code.toLowerCase() === code.toLowerCase())) return twice(code);
			types.push({ code, name: null, role });
		}
	}
	return done(types);
}

/** AFAS: its two numbers of wage components, and of each leave type what it is. */
export function readAfasPay(
	pay: AfasPay,
	{ leaveChoices }: Choices,
	fields: FormFields,
): Result<AfasPay> {
	const accrual = readComponent(fields, PAY_FIELDS.accrual);
	if (!accrual.ok) return accrual;
	const balance = readComponent(fields, PAY_FIELDS.balance);
	if (!balance.ok) return balance;
	if (accrual.value !== '' && accrual.value === balance.value) return twice(accrual.value);
	const chosen = readLeave(leaveChoices, fields);
	if (!chosen.ok) return chosen;
	const typed = leaveChoices.length === 0 ? readTyped(fields) : done([]);
	if (!typed.ok) return typed;
	const listed = chosen.value.flatMap(({ id, name, role }) =>
		role === null ? [] : [{ code: id, name, role }],
	);
	return done({
		...pay,
		accrual_component: accrual.value,
		balance_component: balance.value,
		leave_types: [...listed, ...typed.value],
	});
}
