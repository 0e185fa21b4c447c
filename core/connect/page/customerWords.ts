import type { IssueCode } from '../../issues';
import type { Problem } from '../../model/result';

/** What a page has to say: a code and the places of its text; the technical line is for the log. */
export type PageProblem = Pick<Problem, 'code' | 'params'>;

/**
 * Codes whose text speaks to who sets up n8n, or names another customer, in the words of who connects. The codes themselves stay the
 * same in the log, so that support can look them up.
 */
const FOR_CUSTOMERS: Partial<Record<IssueCode, PageProblem>> = {
	AFAS_ENVIRONMENT_NUMBER_INVALID: { code: 'CONNECT_AFAS_NUMBER', params: {} },
	AFAS_OAUTH_REFUSED: { code: 'CONNECT_AFAS_REFUSED', params: {} },
	AFAS_CREDENTIAL_REFUSED: { code: 'CONNECT_AFAS_REFUSED', params: {} },
	AFAS_ADDRESS_REFUSED: { code: 'CONNECT_AFAS_ADDRESS', params: {} },
	AFAS_NOT_REACHED: { code: 'CONNECT_VENDOR_UNREACHABLE', params: { system: 'AFAS' } },
	AFAS_TIMEOUT: { code: 'CONNECT_VENDOR_UNREACHABLE', params: { system: 'AFAS' } },
	AFAS_MAINTENANCE: { code: 'CONNECT_VENDOR_UNAVAILABLE', params: { system: 'AFAS' } },
	AFAS_RATE_LIMITED: { code: 'CONNECT_VENDOR_UNREACHABLE', params: { system: 'AFAS' } },
	CONNECT_LOGIN_SHARED: { code: 'CONNECT_LOGIN_IN_USE', params: {} },
	CONNECT_PARTITION_SHARED: { code: 'CONNECT_PARTITION_IN_USE', params: {} },
	NMBRS_SOAP_LOGIN: { code: 'CONNECT_TOKEN_REFUSED', params: {} },
	NMBRS_SOAP_UNREACHABLE: { code: 'CONNECT_VENDOR_UNREACHABLE', params: { system: 'NMBRS' } },
};

/** A notice that the customer is told too; the others are for support, and can speak of anybody. */
export const isForCustomer = (code: IssueCode): boolean => FOR_CUSTOMERS[code] !== undefined;

export const forCustomer = (problem: PageProblem): PageProblem =>
	FOR_CUSTOMERS[problem.code] ?? problem;
