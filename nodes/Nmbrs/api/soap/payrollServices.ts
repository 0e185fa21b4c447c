import type { IssueCode, IssueParams } from '../../../../core/issues';
import type { SoapFault, SoapOperation } from '../../../shared/soap';
import { faultProblem } from './faults';
import { PAYSLIPS, TASK_RESULT, type SoapService } from './services';

/**
 * The six services that an API user needs for salary and leave (support.alleo.nl article 282155), each
 * with a call that tells whether it is allowed and changes nothing: ids that do not exist answer with a
 * fault of their own, a forbidden operation with 1002.
 */

export interface PayrollService {
	service: SoapService;
	operation: string;
	/** What it is for. */
	purpose: string;
	fields: (company: number, year: number) => NonNullable<SoapOperation['fields']>;
	/** The call names a company that the user sees, so that "not visible" is a refusal. */
	ofCompany: boolean;
}

const NO_TASK = '00000000-0000-0000-0000-000000000000';
/** Id of the employee type `payroll`. */
export const PAYROLL_TYPE = 2;

/** Asked first: it gives the company that the others are asked about. */
export const COMPANY_LIST: PayrollService = {
	service: 'CompanyService',
	operation: 'List_GetAll',
	purpose: 'which companies the user sees',
	fields: () => [],
	ofCompany: false,
};

export const PAYROLL_SERVICES: readonly PayrollService[] = [
	COMPANY_LIST,
	{
		service: 'CompanyService',
		operation: 'Run_GetList',
		purpose: 'payroll runs',
		fields: (company, year) => [
			['CompanyId', company],
			['Year', year],
		],
		ofCompany: true,
	},
	{
		service: 'EmployeeService',
		operation: 'List_GetByCompany',
		purpose: 'employees by number',
		fields: (company) => [
			['CompanyId', company],
			['EmployeeType', PAYROLL_TYPE],
		],
		ofCompany: true,
	},
	{
		service: 'EmployeeService',
		operation: 'LeaveBalance_GetPerType',
		purpose: 'leave balance by type',
		fields: () => [
			['EmployeeId', 0],
			['LeaveType', 'Type1'],
		],
		ofCompany: false,
	},
	{
		service: 'ReportService',
		operation: PAYSLIPS,
		purpose: 'payslip report of a run',
		// No company: nothing is started.
		fields: (_company, year) => [
			['companyId', 0],
			['runId', 0],
			['year', year],
		],
		ofCompany: false,
	},
	{
		service: 'ReportService',
		operation: TASK_RESULT,
		purpose: 'result of a report',
		fields: () => [['TaskId', NO_TASK]],
		ofCompany: false,
	},
];

export type ServiceAnswer =
	| { kind: 'answered' }
	| { kind: 'fault'; fault: SoapFault }
	| { kind: 'lost' };

/** Faults that refuse the user as a whole: there is no point in asking on. */
export const CONCERNS_ALL: ReadonlySet<number | null> = new Set([1001, 1004]);
const NOT_VISIBLE: ReadonlySet<number | null> = new Set([1003, 2004, 2009]);

/** Whether a fault says that the user may not; any other is the answer to an id that does not exist. */
export const isRefused = (ofCompany: boolean, fault: number | null): boolean =>
	CONCERNS_ALL.has(fault) || fault === 1002 || (ofCompany && NOT_VISIBLE.has(fault));

export interface ServiceAccess {
	service: string;
	operation: string;
	purpose: string;
	allowed: boolean | null;
	fault: number | null;
	code: IssueCode | null;
	params: IssueParams;
}

/** Whether an answer means that the service may be used; null: there was none. */
export function accessOf(service: PayrollService, answer: ServiceAnswer): ServiceAccess {
	const { operation, purpose, ofCompany } = service;
	const base = { service: service.service, operation, purpose, fault: null, params: {} };
	if (answer.kind === 'answered') return { ...base, allowed: true, code: null };
	if (answer.kind === 'lost') {
		return { ...base, allowed: null, code: 'NMBRS_SOAP_UNREACHABLE', params: { operation } };
	}
	const fault = answer.fault.code;
	if (!isRefused(ofCompany, fault)) return { ...base, allowed: true, code: null, fault };
	const { code, params } = faultProblem(answer.fault, operation);
	return { ...base, allowed: false, fault, code, params };
}

/** `CompanyService: Run_GetList (1002)`, as an administrator looks for it. */
export const serviceLabel = ({ service, operation, fault }: ServiceAccess): string =>
	`${service}: ${operation}${fault === null ? '' : ` (${fault})`}`;
