import type { PayCycle } from '../../../core/payroll/record';
import type { LeaveRule } from '../../../core/payroll/leaveRules';
import type { LeaveTypeName } from './payrollReader';

/** Where the holiday allowance comes from. */
export type HolidayOrigin = 'payslipReservation' | 'payslipComponents' | 'reservations' | 'none';

/** A further source of budget: a wage component by its number, or a reservation by its name. */
export interface OtherSourceSetting {
	kind: 'component' | 'reservation';
	code: string;
}

export type LeaveOrigin = 'rest' | 'soap' | 'none';

/** What the user chose; read once per run. */
export interface NmbrsPayrollSettings {
	holiday: HolidayOrigin;
	/** Parts of the names of the holiday-allowance reservation, in lower case. */
	reservationNames: readonly string[];
	accrualComponent: string;
	balanceComponent: string;
	others: readonly OtherSourceSetting[];
	/** SOAP ids of chosen runs; empty: the last locked one. */
	runIds: ReadonlySet<number>;
	payCycle: PayCycle | 'auto';
	leave: LeaveOrigin;
	leaveRules: readonly LeaveRule[];
	leaveUnit: 'hours' | 'days';
	statutoryType: LeaveTypeName | 'none';
	nonStatutoryType: LeaveTypeName | 'none';
	hourlyWageComponent: string;
	monthlySalaryComponent: string;
	fullTimeHoursPerMonth: number | null;
	/** How long a report may take. */
	reportLimitMs: number;
	referenceDate: string;
}

export const needsPayslips = (settings: NmbrsPayrollSettings): boolean =>
	settings.holiday === 'payslipReservation' ||
	settings.holiday === 'payslipComponents' ||
	settings.others.length > 0 ||
	settings.hourlyWageComponent !== '' ||
	settings.monthlySalaryComponent !== '';

/** Whether anything is asked for that only SOAP has. */
export const needsSoap = (settings: NmbrsPayrollSettings): boolean =>
	needsPayslips(settings) || settings.holiday === 'reservations' || settings.leave === 'soap';

/** A reservation counts when its name holds one of the chosen texts. */
export const namesReservation = (names: readonly string[], key: string): boolean => {
	const name = key.toLowerCase();
	return names.some((part) => name.includes(part));
};
