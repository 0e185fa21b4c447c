import type { AllowedOperation } from '../../shared/http';

/**
 * Everything this node may send to the Customer API. Templates follow the vendor SDK
 * (https://github.com/yourcampus/alleo-python, src/alleo/client.py); there is no DELETE.
 */
export const COMPANIES = '/companies';
export const GROUPS = '/companies/{company}/groups';
export const EMPLOYEES = '/companies/{company}/employees';
export const EMPLOYEE = '/companies/{company}/employees/{employee}';
export const ACTIVATE = '/companies/{company}/employees/{employee}/activate';
export const DEACTIVATE = '/companies/{company}/employees/{employee}/deactivate';

export const ALLOWED: readonly AllowedOperation[] = [
	{ method: 'GET', template: COMPANIES },
	{ method: 'GET', template: GROUPS },
	{ method: 'GET', template: EMPLOYEES },
	{ method: 'GET', template: EMPLOYEE },
	{ method: 'POST', template: EMPLOYEES },
	{ method: 'PATCH', template: EMPLOYEE },
	{ method: 'POST', template: ACTIVATE },
	{ method: 'POST', template: DEACTIVATE },
];

export const DEFAULT_BASE_URL = 'https://api.yourcampus.co/customer_api/v1';

/** The path of a template with its ids, which are integers. */
export const pathOf = (
	template: string,
	ids: { company?: number; employee?: number } = {},
): string =>
	template
		.replace('{company}', String(ids.company ?? ''))
		.replace('{employee}', String(ids.employee ?? ''));
