import {
	readDate,
	readFlag,
	readNumber,
	readPeriod,
	readText,
	reworded,
	row,
	type RowOf,
} from './fields';

/**
 * The rows of the REST lists as far as this package wants to know them. Every other field is dropped
 * here, at the border: BSN, telephone numbers, addresses, nationality, birth country, free comments.
 * Fields: https://nmbrs.stoplight.io/docs/nmbrs-restapi
 */

export const PersonalInfoRow = row(
	{ createdAt: readText, period: readPeriod },
	{
		basicInfo: {
			employeeNumber: readText,
			firstName: readText,
			firstNameInFull: readText,
			prefix: readText,
			initials: readText,
			lastName: readText,
			employeeType: readText,
		},
		birthInfo: { birthDate: readDate, gender: readText },
		contactInfo: { businessEmail: readText, privateEmail: readText },
		partnerInfo: { partnerPrefix: readText, partnerName: readText },
	},
);
export type PersonalInfoRow = RowOf<typeof PersonalInfoRow>;

export const EmploymentRow = row({
	employmentId: readText,
	startDate: readDate,
	endDate: readDate,
	seniorityDate: readDate,
});
export type EmploymentRow = RowOf<typeof EmploymentRow>;

export const ContractRow = row({
	contractId: readText,
	startDate: readDate,
	endDate: readDate,
	indefinite: readFlag,
	hoursPerWeek: readNumber,
	createdAt: readText,
});
export type ContractRow = RowOf<typeof ContractRow>;

/** A department or a function. */
export const CodedRow = row({
	code: readText,
	description: readText,
	createdAt: readText,
	period: readPeriod,
});
export type CodedRow = RowOf<typeof CodedRow>;

export const ManagerRow = reworded(
	row({
		firstName: readText,
		lastName: readText,
		email: readText,
		businessEmail: readText,
		createdAt: readText,
		period: readPeriod,
	}),
	({ firstName, lastName, createdAt, period, email, businessEmail }) => ({
		firstName,
		lastName,
		createdAt,
		period,
		email: email ?? businessEmail,
	}),
);
export type ManagerRow = RowOf<typeof ManagerRow>;

export const ScheduleRow = row({
	startDate: readDate,
	parttimePercentage: readNumber,
	hoursPerWeek: readNumber,
	createdAt: readText,
});
export type ScheduleRow = RowOf<typeof ScheduleRow>;

export const SalaryRow = row({
	startDate: readDate,
	type: readText,
	value: readNumber,
	createdAt: readText,
});
export type SalaryRow = RowOf<typeof SalaryRow>;

export const CostCenterRow = row(
	{ percentage: readNumber, createdAt: readText, period: readPeriod },
	{ costCenters: { code: readText, description: readText } },
);
export type CostCenterRow = RowOf<typeof CostCenterRow>;

export const LeaveBalanceRow = row({ leaveGroupId: readText, leaveBalance: readNumber });
export type LeaveBalanceRow = RowOf<typeof LeaveBalanceRow>;

/** Fixed and variable: payroll input, not the outcome of a run. */
export const WageComponentRow = reworded(
	row({
		fixedWageComponentId: readText,
		variableWageComponentId: readText,
		code: readText,
		value: readNumber,
		endYear: readNumber,
		endPeriod: readNumber,
		costCenterId: readText,
		costUnitId: readText,
	}),
	({ fixedWageComponentId, variableWageComponentId, ...row }) => ({
		id: fixedWageComponentId ?? variableWageComponentId,
		...row,
	}),
);
export type WageComponentRow = RowOf<typeof WageComponentRow>;

/** An item of `/employees`: what is known without personal info. */
export const BasicInfoRow = row({
	employeeNumber: readText,
	firstName: readText,
	prefix: readText,
	initials: readText,
	lastName: readText,
	employeeType: readText,
});
export type BasicInfoRow = RowOf<typeof BasicInfoRow>;

export const DebtorRow = row({ debtorId: readText, number: readText, name: readText });
export type DebtorRow = RowOf<typeof DebtorRow>;

export const CompanyRow = row({
	companyId: readText,
	number: readText,
	name: readText,
	debtorId: readText,
});
export type CompanyRow = RowOf<typeof CompanyRow>;

export const LeaveGroupRow = row({
	leaveGroupId: readText,
	group: readText,
	description: readText,
});
export type LeaveGroupRow = RowOf<typeof LeaveGroupRow>;
