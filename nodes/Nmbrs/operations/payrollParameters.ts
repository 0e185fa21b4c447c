import type { IExecuteFunctions } from 'n8n-workflow';

import { PayCycle } from '../../../core/payroll/payrollRecord';
import type { HolidayOrigin, OtherSourceSetting, PayrollSettings } from '../payroll/settings';
import { done, failed, type Result } from '../../../core/model/result';
import { LEAVE_TYPES, type LeaveTypeName } from '../payroll/payrollReader';
import { idList, readLeaveRules, readReferenceDate } from './parameters';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** One of a list, or a refusal that names the setting. */
function choice<T extends string>(
	context: IExecuteFunctions,
	name: string,
	setting: string,
	allowed: readonly T[],
	usual: T,
): Result<T> {
	const given = text(context.getNodeParameter(name, 0, usual));
	const found = allowed.find((value) => value === given);
	return found === undefined
		? failed('NMBRS_SETTING_INVALID', { setting, problem: `"${given}" is not on the list` })
		: done(found);
}

const HOLIDAY: readonly HolidayOrigin[] = [
	'payslipReservation',
	'payslipComponents',
	'reservations',
	'none',
];

export const DEFAULT_RESERVATIONS = 'vakantiegeld, vakantietoeslag, vakantiebijslag';

/** Numbers of wage components, so that a name typed by mistake is refused before anything is read. */
const CODE = /^\d{1,9}$/;

function readOthers(context: IExecuteFunctions): Result<OtherSourceSetting[]> {
	const given: unknown = context.getNodeParameter('otherSources', 0, {});
	const rows: unknown = isRecord(given) ? given['source'] : [];
	const others: OtherSourceSetting[] = [];
	for (const row of (Array.isArray(rows) ? rows : []).filter(isRecord)) {
		const kind = row['kind'] === 'reservation' ? 'reservation' : 'component';
		const code = text(kind === 'component' ? row['component'] : row['reservation']);
		if (code === '') continue;
		if (kind === 'component' && !CODE.test(code)) {
			const problem = 'a wage component is a number';
			return failed('NMBRS_SETTING_INVALID', { setting: 'Other Sources', problem });
		}
		others.push({ kind, code });
	}
	return done(others);
}

interface Holiday {
	holiday: HolidayOrigin;
	reservationNames: string[];
	accrualComponent: string;
	balanceComponent: string;
}

function readHoliday(context: IExecuteFunctions): Result<Holiday> {
	const setting = 'Holiday Allowance';
	const origin = choice(context, 'holidayAllowance', setting, HOLIDAY, 'payslipReservation');
	if (!origin.ok) return origin;
	const holiday = origin.value;
	const byName = holiday === 'payslipReservation' || holiday === 'reservations';
	const given = byName ? context.getNodeParameter('reservationNames', 0, DEFAULT_RESERVATIONS) : '';
	const reservationNames = idList(given).map((name) => name.toLowerCase());
	const component = (name: string): string =>
		holiday === 'payslipComponents' ? text(context.getNodeParameter(name, 0, '')) : '';
	const accrualComponent = component('accrualComponent');
	const balanceComponent = component('balanceComponent');
	const refuse = (problem: string) => failed('NMBRS_SETTING_INVALID', { setting, problem });
	if (byName && reservationNames.length === 0) return refuse('no reservation is named');
	if (holiday === 'payslipComponents') {
		const codes = [accrualComponent, balanceComponent].filter((code) => code !== '');
		if (codes.length === 0) return refuse('no wage component is chosen');
		if (!codes.every((code) => CODE.test(code))) return refuse('a wage component is a number');
	}
	return done({ holiday, reservationNames, accrualComponent, balanceComponent });
}

function readRunIds(context: IExecuteFunctions): Result<Set<number>> {
	if (text(context.getNodeParameter('payrollRun', 0, 'lastLocked')) !== 'chosen') {
		return done(new Set());
	}
	const ids = idList(context.getNodeParameter('runIds', 0, []));
	const refuse = (problem: string) =>
		failed('NMBRS_SETTING_INVALID', { setting: 'Run Names or IDs', problem });
	if (ids.length === 0) return refuse('no run is chosen');
	return ids.every((id) => /^\d{1,12}$/.test(id))
		? done(new Set(ids.map(Number)))
		: refuse('a run is chosen by its ID, a number');
}

interface LeaveSettings {
	leave: PayrollSettings['leave'];
	leaveUnit: PayrollSettings['leaveUnit'];
	statutoryType: LeaveTypeName | 'none';
	nonStatutoryType: LeaveTypeName | 'none';
}

function readLeave(context: IExecuteFunctions): Result<LeaveSettings> {
	const leave = choice(
		context,
		'leaveSource',
		'Leave Balances',
		['rest', 'soap', 'none'] as const,
		'rest',
	);
	if (!leave.ok) return leave;
	const units = ['hours', 'days'] as const;
	const leaveUnit = choice(context, 'leaveUnit', 'Leave Unit', units, 'hours');
	if (!leaveUnit.ok) return leaveUnit;
	const types = [...LEAVE_TYPES, 'none'] as const;
	const type = (name: string, setting: string, usual: LeaveTypeName) =>
		leave.value === 'soap' ? choice(context, name, setting, types, usual) : done('none' as const);
	const statutory = type('statutoryType', 'Statutory Leave', 'Type1');
	if (!statutory.ok) return statutory;
	const nonStatutory = type('nonStatutoryType', 'Non-Statutory Leave', 'Type2');
	if (!nonStatutory.ok) return nonStatutory;
	return done({
		leave: leave.value,
		leaveUnit: leaveUnit.value,
		statutoryType: statutory.value,
		nonStatutoryType: nonStatutory.value,
	});
}

const MINUTE_MS = 60_000;
const USUAL_LIMIT_MINUTES = 10;
const LONGEST_LIMIT_MINUTES = 120;

interface Options {
	hourlyWageComponent: string;
	monthlySalaryComponent: string;
	fullTimeHoursPerMonth: number | null;
	reportLimitMs: number;
}

function readOptions(context: IExecuteFunctions): Result<Options> {
	const given: unknown = context.getNodeParameter('options', 0, {});
	const options = isRecord(given) ? given : {};
	const hourlyWageComponent = text(options['hourlyWageComponent']);
	const monthlySalaryComponent = text(options['monthlySalaryComponent']);
	const wrong = [hourlyWageComponent, monthlySalaryComponent].some(
		(code) => code !== '' && !CODE.test(code),
	);
	if (wrong) {
		const problem = 'a wage component is a number';
		return failed('NMBRS_SETTING_INVALID', { setting: 'Wage Component', problem });
	}
	const hours = Number(options['fullTimeHoursPerMonth'] ?? 0);
	const minutes = Number(options['reportLimit'] ?? USUAL_LIMIT_MINUTES);
	const limit = Number.isFinite(minutes) && minutes > 0 ? minutes : USUAL_LIMIT_MINUTES;
	return done({
		hourlyWageComponent,
		monthlySalaryComponent,
		fullTimeHoursPerMonth: Number.isFinite(hours) && hours > 0 ? hours : null,
		reportLimitMs: Math.min(LONGEST_LIMIT_MINUTES, limit) * MINUTE_MS,
	});
}

/** Everything that "Payroll: Get Many" asks; a wrong setting costs no call. */
export function readPayrollSettings(context: IExecuteFunctions): Result<PayrollSettings> {
	const holiday = readHoliday(context);
	if (!holiday.ok) return holiday;
	const others = readOthers(context);
	if (!others.ok) return others;
	const runIds = readRunIds(context);
	if (!runIds.ok) return runIds;
	const cycles = ['auto', ...PayCycle.options] as const;
	const payCycle = choice(context, 'payCycle', 'Pay Cycle', cycles, 'auto');
	if (!payCycle.ok) return payCycle;
	const leave = readLeave(context);
	if (!leave.ok) return leave;
	const options = readOptions(context);
	if (!options.ok) return options;
	const referenceDate = readReferenceDate(context, 0);
	if (!referenceDate.ok) return referenceDate;
	return done({
		...holiday.value,
		...leave.value,
		...options.value,
		others: others.value,
		runIds: runIds.value,
		payCycle: payCycle.value,
		leaveRules: readLeaveRules(context),
		referenceDate: referenceDate.value,
	});
}
