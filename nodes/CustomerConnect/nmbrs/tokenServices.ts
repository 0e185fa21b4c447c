import { EXTRA_FIELDS } from '../../Nmbrs/api/soap/loginCheck';
import {
	COMPANY_LIST,
	PAYROLL_SERVICES,
	type PayrollService,
} from '../../Nmbrs/api/soap/payrollServices';
import { pathOf } from '../../Nmbrs/api/soap/services';

export const WAGE_CODES: PayrollService = {
	service: 'CompanyService',
	operation: 'WageModel_GetWageCodes',
	purpose: 'names of wage components',
	fields: (company) => [['CompanyId', company]],
	ofCompany: true,
};

/** What a customer's API user must be allowed besides the list of companies: payroll, leave, extra fields, and the picker of wage components. */
export const TOKEN_SERVICES: readonly PayrollService[] = [
	...PAYROLL_SERVICES.filter((one) => one !== COMPANY_LIST),
	WAGE_CODES,
	EXTRA_FIELDS,
];

export const TOKEN_ALLOWED = [COMPANY_LIST, ...TOKEN_SERVICES].map((one) => ({
	method: 'POST',
	template: `${pathOf(one.service)}#${one.operation}`,
}));
