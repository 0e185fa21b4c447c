import type { AllowedOperation } from '../../shared/http';
import type { SoapService } from './soap/services';

/**
 * Everything that this package may ask of Nmbrs: reads, and no others (SPEC I1). Not on the list on
 * purpose: privateInfos (BSN), addresses, children, bank accounts, and every POST, PUT and DELETE.
 * Paths: https://nmbrs.stoplight.io/docs/nmbrs-restapi
 */
export const REST_TEMPLATES = {
	debtors: '/api/debtors',
	companies: '/api/companies',
	companiesOfDebtor: '/api/debtors/{debtor}/companies',
	period: '/api/companies/{company}/period',
	leaveGroups: '/api/companies/{company}/leaveGroups',
	employees: '/api/companies/{company}/employees',
	personalinfo: '/api/companies/{company}/employees/personalinfo',
	employments: '/api/companies/{company}/employees/employments',
	contracts: '/api/companies/{company}/employees/contracts',
	functions: '/api/companies/{company}/employees/functions',
	departments: '/api/companies/{company}/employees/departments',
	managers: '/api/companies/{company}/employees/managers',
	schedules: '/api/companies/{company}/employees/schedules',
	salaries: '/api/companies/{company}/employees/salaries',
	costcenters: '/api/companies/{company}/employees/costcenters',
	leaveBalances: '/api/companies/{company}/employees/leaveBalances',
	fixedwagecomponents: '/api/companies/{company}/employees/fixedwagecomponents',
	variablewagecomponents: '/api/companies/{company}/employees/variablewagecomponents',
} as const;

export type ListName = keyof typeof REST_TEMPLATES;

export const REST_ALLOWED: readonly AllowedOperation[] = Object.values(REST_TEMPLATES).map(
	(template) => ({
		method: 'GET',
		template,
	}),
);

/** The scope that a list is thought to need, for the message of a 403 (reference: scopes page). */
export const SCOPE_OF: Record<ListName, string> = {
	debtors: 'company.info.read',
	companies: 'company.info.read',
	companiesOfDebtor: 'company.info.read',
	period: 'company.info.read',
	leaveGroups: 'company.leave.read or employee.leave.read',
	employees: 'employee.info.read',
	personalinfo: 'employee.info.read',
	employments: 'employee.employment.read',
	contracts: 'employee.employment.read',
	functions: 'employee.orgstructure.read',
	departments: 'employee.orgstructure.read',
	managers: 'employee.orgstructure.read',
	schedules: 'employee.employment.read',
	salaries: 'employee.payment.read',
	costcenters: 'employee.orgstructure.read',
	leaveBalances: 'company.leave.read or employee.leave.read',
	fixedwagecomponents: 'employee.payment.read',
	variablewagecomponents: 'employee.payment.read',
};

/**
 * SOAP operations, all of them readers. The two of ReportService make a report in the background and
 * fetch it: they change nothing in Nmbrs.
 */
const SOAP_OPERATIONS: Record<SoapService, readonly string[]> = {
	DebtorService: ['Environment_Get', 'List_GetAll'],
	CompanyService: [
		'List_GetAll',
		'Converter_GetByCompany_IntToGuid',
		'WageModel_GetWageCodes',
		'Company_GetCurrentPeriod',
		'Run_GetList',
	],
	EmployeeService: [
		'EmployeeType_GetList',
		'List_GetByCompany',
		'ExtraFields_GetList',
		'LeaveBalance_GetPerType',
		'Reservations_GetList',
	],
	ReportService: ['Reports_GetPayslipByRunCompany_v2_Background', 'Reports_BackgroundTask_Result'],
};

export const SOAP_ALLOWED: readonly AllowedOperation[] = Object.entries(SOAP_OPERATIONS).flatMap(
	([service, names]) =>
		names.map((name) => ({ method: 'POST', template: `/soap/v3/${service}.asmx#${name}` })),
);
