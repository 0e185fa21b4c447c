import type { SoapOperation } from '../../shared/soap';

/**
 * What an API user must be allowed for extra fields, wage components, leave and payslips, each with a
 * call that tells and changes nothing: ids that do not exist are answered with a fault of their own, a
 * forbidden operation with 1002 ("Nmbrs API error codes",
 * https://support.nmbrs.com/hc/en-us/articles/360013526891). All of them read.
 */
export interface TokenService {
	service: 'CompanyService' | 'EmployeeService' | 'ReportService';
	operation: string;
	fields: (company: number, year: number) => NonNullable<SoapOperation['fields']>;
	/** Names a company that the user sees, so that "not visible" is a refusal too. */
	ofCompany: boolean;
}

const PAYROLL_TYPE = 2;
const NO_TASK = '00000000-0000-0000-0000-000000000000';

const service = (
	name: TokenService['service'],
	operation: string,
	fields: TokenService['fields'],
	ofCompany = false,
): TokenService => ({ service: name, operation, fields, ofCompany });

export const COMPANIES = service('CompanyService', 'List_GetAll', () => []);

export const WAGE_CODES = service(
	'CompanyService',
	'WageModel_GetWageCodes',
	(company) => [['CompanyId', company]],
	true,
);

export const TOKEN_SERVICES: readonly TokenService[] = [
	service(
		'CompanyService',
		'Run_GetList',
		(company, year) => [
			['CompanyId', company],
			['Year', year],
		],
		true,
	),
	WAGE_CODES,
	service(
		'EmployeeService',
		'List_GetByCompany',
		(company) => [
			['CompanyId', company],
			['EmployeeType', PAYROLL_TYPE],
		],
		true,
	),
	service('EmployeeService', 'ExtraFields_GetList', () => [['EmployeeId', 0]]),
	service('EmployeeService', 'LeaveBalance_GetPerType', () => [
		['EmployeeId', 0],
		['LeaveType', 'Type1'],
	]),
	// No company, no run: nothing is started.
	service('ReportService', 'Reports_GetPayslipByRunCompany_v2_Background', (_company, year) => [
		['companyId', 0],
		['runId', 0],
		['year', year],
	]),
	service('ReportService', 'Reports_BackgroundTask_Result', () => [['TaskId', NO_TASK]]),
];

const path = ({ service: name }: TokenService): string => `/soap/v3/${name}.asmx`;

export const pathOf = path;

export const TOKEN_ALLOWED = [COMPANIES, ...TOKEN_SERVICES].map((one) => ({
	method: 'POST',
	template: `${path(one)}#${one.operation}`,
}));
