import type { z } from 'zod';

import { part, readDate, readFlag, readNumber, readPeriod, readText, row } from './fields';

/**
 * The rows of the REST lists as far as this package wants to know them. Every other field is dropped
 * here, at the border: BSN, telephone numbers, addresses, nationality, birth country, free comments.
 * Fields: https://nmbrs.stoplight.io/docs/nmbrs-restapi
 */

export const PersonalInfoRow = row({
	createdAt: readText,
	basicInfo: part({
		employeeNumber: readText,
		firstName: readText,
		firstNameInFull: readText,
		prefix: readText,
		initials: readText,
		lastName: readText,
		employeeType: readText,
	}),
	birthInfo: part({ birthDate: readDate, gender: readText }),
	contactInfo: part({ businessEmail: readText, privateEmail: readText }),
	partnerInfo: part({ partnerPrefix: readText, partnerName: readText }),
	period: readPeriod,
}).transform(({ basicInfo, birthInfo, contactInfo, partnerInfo, ...row }) => ({
	...row,
	...basicInfo,
	...birthInfo,
	...contactInfo,
	...partnerInfo,
}));
export type PersonalInfoRow = z.infer<typeof PersonalInfoRow>;

export const EmploymentRow = row({
	employmentId: readText,
	startDate: readDate,
	endDate: readDate,
	seniorityDate: readDate,
});
export type EmploymentRow = z.infer<typeof EmploymentRow>;

export const ContractRow = row({
	contractId: readText,
	startDate: readDate,
	endDate: readDate,
	indefinite: readFlag,
	hoursPerWeek: readNumber,
	createdAt: readText,
});
export type ContractRow = z.infer<typeof ContractRow>;

/** A department or a function. */
export const CodedRow = row({
	code: readText,
	description: readText,
	createdAt: readText,
	period: readPeriod,
});
export type CodedRow = z.infer<typeof CodedRow>;

export const ManagerRow = row({
	firstName: readText,
	lastName: readText,
	email: readText,
	businessEmail: readText,
	createdAt: readText,
	period: readPeriod,
}).transform(({ email, businessEmail, ...row }) => ({ ...row, email: email ?? businessEmail }));
export type ManagerRow = z.infer<typeof ManagerRow>;

export const ScheduleRow = row({
	startDate: readDate,
	parttimePercentage: readNumber,
	hoursPerWeek: readNumber,
	createdAt: readText,
});
export type ScheduleRow = z.infer<typeof ScheduleRow>;

export const SalaryRow = row({
	startDate: readDate,
	type: readText,
	value: readNumber,
	createdAt: readText,
});
export type SalaryRow = z.infer<typeof SalaryRow>;

export const CostCenterRow = row({
	costCenters: part({ code: readText, description: readText }),
	percentage: readNumber,
	createdAt: readText,
	period: readPeriod,
}).transform(({ costCenters, ...row }) => ({ ...row, ...costCenters }));
export type CostCenterRow = z.infer<typeof CostCenterRow>;

export const LeaveBalanceRow = row({ leaveGroupId: readText, leaveBalance: readNumber });
export type LeaveBalanceRow = z.infer<typeof LeaveBalanceRow>;

/** Fixed and variable: payroll input, not the outcome of a run. */
export const WageComponentRow = row({
	fixedWageComponentId: readText,
	variableWageComponentId: readText,
	code: readText,
	value: readNumber,
	endYear: readNumber,
	endPeriod: readNumber,
	costCenterId: readText,
	costUnitId: readText,
}).transform(({ fixedWageComponentId, variableWageComponentId, ...row }) => ({
	id: fixedWageComponentId ?? variableWageComponentId,
	...row,
}));
export type WageComponentRow = z.infer<typeof WageComponentRow>;

/** An item of `/employees`: what is known without personal info. */
export const BasicInfoRow = row({
	employeeNumber: readText,
	firstName: readText,
	prefix: readText,
	initials: readText,
	lastName: readText,
	employeeType: readText,
});
export type BasicInfoRow = z.infer<typeof BasicInfoRow>;

export const DebtorRow = row({ debtorId: readText, number: readText, name: readText });
export type DebtorRow = z.infer<typeof DebtorRow>;

export const CompanyRow = row({
	companyId: readText,
	number: readText,
	name: readText,
	debtorId: readText,
});
export type CompanyRow = z.infer<typeof CompanyRow>;

export const LeaveGroupRow = row({
	leaveGroupId: readText,
	group: readText,
	description: readText,
});
export type LeaveGroupRow = z.infer<typeof LeaveGroupRow>;
