import { z } from 'zod';

import { DateText, Flag, Num, Period, Text } from './fields';

/**
 * The rows of the REST lists as far as this package wants to know them. zod drops every other field
 * here, at the border: BSN, telephone numbers, addresses, nationality, birth country, free comments.
 * Fields: https://nmbrs.stoplight.io/docs/nmbrs-restapi
 */

const part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).partial().nullish().catch(null);

export const PersonalInfoRow = z
	.object({
		createdAt: Text,
		basicInfo: part({
			employeeNumber: Text,
			firstName: Text,
			firstNameInFull: Text,
			prefix: Text,
			initials: Text,
			lastName: Text,
			employeeType: Text,
		}),
		birthInfo: part({ birthDate: DateText, gender: Text }),
		contactInfo: part({ businessEmail: Text, privateEmail: Text }),
		partnerInfo: part({ partnerPrefix: Text, partnerName: Text }),
		period: Period,
	})
	.transform(({ createdAt, period, basicInfo, birthInfo, contactInfo, partnerInfo }) => ({
		createdAt,
		period,
		employeeNumber: basicInfo?.employeeNumber ?? null,
		employeeType: basicInfo?.employeeType ?? null,
		firstName: basicInfo?.firstName ?? null,
		firstNameInFull: basicInfo?.firstNameInFull ?? null,
		prefix: basicInfo?.prefix ?? null,
		initials: basicInfo?.initials ?? null,
		lastName: basicInfo?.lastName ?? null,
		birthDate: birthInfo?.birthDate ?? null,
		gender: birthInfo?.gender ?? null,
		businessEmail: contactInfo?.businessEmail ?? null,
		privateEmail: contactInfo?.privateEmail ?? null,
		partnerPrefix: partnerInfo?.partnerPrefix ?? null,
		partnerName: partnerInfo?.partnerName ?? null,
	}));
export type PersonalInfoRow = z.infer<typeof PersonalInfoRow>;

export const EmploymentRow = z.object({
	employmentId: Text,
	startDate: DateText,
	endDate: DateText,
	seniorityDate: DateText,
});
export type EmploymentRow = z.infer<typeof EmploymentRow>;

export const ContractRow = z.object({
	contractId: Text,
	startDate: DateText,
	endDate: DateText,
	indefinite: Flag,
	hoursPerWeek: Num,
	createdAt: Text,
});
export type ContractRow = z.infer<typeof ContractRow>;

/** A department or a function. */
export const CodedRow = z.object({
	code: Text,
	description: Text,
	createdAt: Text,
	period: Period,
});
export type CodedRow = z.infer<typeof CodedRow>;

export const ManagerRow = z
	.object({
		firstName: Text,
		lastName: Text,
		email: Text,
		businessEmail: Text,
		createdAt: Text,
		period: Period,
	})
	.transform(({ email, businessEmail, ...row }) => ({ ...row, email: email ?? businessEmail }));
export type ManagerRow = z.infer<typeof ManagerRow>;

export const ScheduleRow = z.object({
	startDate: DateText,
	parttimePercentage: Num,
	hoursPerWeek: Num,
	createdAt: Text,
});
export type ScheduleRow = z.infer<typeof ScheduleRow>;

export const SalaryRow = z.object({ startDate: DateText, type: Text, value: Num, createdAt: Text });
export type SalaryRow = z.infer<typeof SalaryRow>;

export const CostCenterRow = z
	.object({
		costCenters: part({ code: Text, description: Text }),
		percentage: Num,
		createdAt: Text,
		period: Period,
	})
	.transform(({ costCenters, ...row }) => ({
		...row,
		code: costCenters?.code ?? null,
		description: costCenters?.description ?? null,
	}));
export type CostCenterRow = z.infer<typeof CostCenterRow>;

export const LeaveBalanceRow = z.object({ leaveGroupId: Text, leaveBalance: Num });
export type LeaveBalanceRow = z.infer<typeof LeaveBalanceRow>;

/** Fixed and variable: payroll input, not the outcome of a run. */
export const WageComponentRow = z
	.object({
		fixedWageComponentId: Text,
		variableWageComponentId: Text,
		code: Text,
		value: Num,
		endYear: Num,
		endPeriod: Num,
		costCenterId: Text,
		costUnitId: Text,
	})
	.transform(({ fixedWageComponentId, variableWageComponentId, ...row }) => ({
		id: fixedWageComponentId ?? variableWageComponentId,
		...row,
	}));
export type WageComponentRow = z.infer<typeof WageComponentRow>;

/** An item of `/employees`: what is known without personal info. */
export const BasicInfoRow = z.object({
	employeeNumber: Text,
	firstName: Text,
	prefix: Text,
	initials: Text,
	lastName: Text,
	employeeType: Text,
});
export type BasicInfoRow = z.infer<typeof BasicInfoRow>;

export const DebtorRow = z.object({ debtorId: Text, number: Text, name: Text });
export type DebtorRow = z.infer<typeof DebtorRow>;

export const CompanyRow = z.object({ companyId: Text, number: Text, name: Text, debtorId: Text });
export type CompanyRow = z.infer<typeof CompanyRow>;

export const LeaveGroupRow = z.object({ leaveGroupId: Text, group: Text, description: Text });
export type LeaveGroupRow = z.infer<typeof LeaveGroupRow>;
