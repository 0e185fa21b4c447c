import type { SoapOperation } from '../../../shared/soap';

/** Nmbrs' own hosts. Empty base URLs in the credentials mean these. */
export const NMBRS_REST_URL = 'https://api.nmbrsapp.com';
export const NMBRS_SOAP_URL = 'https://api.nmbrs.nl';

/**
 * Of one answer, in MB: n8n stands still while XML is understood, some seconds for a list of this size.
 * Reports are read while they come, and may be STREAMED_FACTOR times as big.
 */
export const SOAP_ANSWER_MB = 64;

/** Tails that people copy along with the host. */
export const REST_TAILS = [/\/api$/i];
export const SOAP_TAILS = [/\/soap(\/v\d+)?$/i];

export type SoapService = 'DebtorService' | 'CompanyService' | 'EmployeeService' | 'ReportService';

/** Payslips of a run: asked for, made in the background by Nmbrs, and fetched. */
export const PAYSLIPS = 'Reports_GetPayslipByRunCompany_v2_Background';
export const TASK_RESULT = 'Reports_BackgroundTask_Result';

/** The namespace is an identifier: it stays, whatever the base URL is. */
const namespaceOf = (service: SoapService): string => `https://api.nmbrs.nl/soap/v3/${service}`;

export const pathOf = (service: SoapService): string => `/soap/v3/${service}.asmx`;

/** Builds an operation of a service; fields in the order of the contract. */
export const soapOperation = (
	service: SoapService,
	name: string,
	fields: SoapOperation['fields'] = [],
): SoapOperation => ({ namespace: namespaceOf(service), name, fields });
