import type { Language } from '../../issues';
import { isKey, texts, type TextTable } from '../../ui/texts';

/**
 * What a service of the NMBRS API token gives, by the name that NMBRS has for it. The customer reads what it
 * does, and the name beside it: that is what stands behind the gear of the user template.
 */
const SERVICES = {
	'CompanyService: List_GetAll': ['The companies', 'De bedrijven'],
	'CompanyService: Run_GetList': ['The payroll runs', 'De loonruns'],
	'CompanyService: WageModel_GetWageCodes': [
		'The names of the wage components',
		'De namen van de looncomponenten',
	],
	'EmployeeService: List_GetByCompany': ['The employees', 'De medewerkers'],
	'EmployeeService: ExtraFields_GetList': ['The extra fields', 'De extra velden'],
	'EmployeeService: LeaveBalance_GetPerType': ['The leave balances', 'De verlofsaldi'],
	'ReportService: Reports_GetPayslipByRunCompany_v2_Background': [
		'Asking for the payslips of a run',
		'De loonstroken van een run opvragen',
	],
	'ReportService: Reports_BackgroundTask_Result': [
		'Fetching those payslips',
		'Die loonstroken ophalen',
	],
} as const satisfies TextTable;

/** Null for a service that this page does not know: its own name then stands alone. */
export const serviceName = (service: string, language: Language): string | null =>
	isKey(SERVICES, service) ? texts(SERVICES)(language)(service) : null;
