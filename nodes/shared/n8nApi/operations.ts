import type { AllowedOperation } from '../http';

/**
 * What this package may ask of n8n's public API, and the scope of the API key that each needs (n8n
 * 2.41, `ApiKeyScope` of the public controllers and `x-required-scope` of openapi.yml). Executions, users
 * and everything else of the instance stay out of reach.
 */
export const OPERATIONS = {
	'credential:create': ['POST', '/api/v1/credentials'],
	'credential:update': ['PATCH', '/api/v1/credentials/{id}'],
	'credential:delete': ['DELETE', '/api/v1/credentials/{id}'],
	'credential:list': ['GET', '/api/v1/credentials'],
	'credential:schema': ['GET', '/api/v1/credentials/schema/{type}'],
	'workflow:create': ['POST', '/api/v1/workflows'],
	'workflow:read': ['GET', '/api/v1/workflows/{id}'],
	'workflow:update': ['PUT', '/api/v1/workflows/{id}'],
	'workflow:list': ['GET', '/api/v1/workflows'],
	'workflow:activate': ['POST', '/api/v1/workflows/{id}/publish'],
	'workflow:deactivate': ['POST', '/api/v1/workflows/{id}/unpublish'],
	'dataTable:list': ['GET', '/api/v1/data-tables'],
	'dataTable:create': ['POST', '/api/v1/data-tables'],
	'dataTableColumn:create': ['POST', '/api/v1/data-tables/{id}/columns'],
	'dataTableRow:read': ['GET', '/api/v1/data-tables/{id}/rows'],
	'dataTableRow:create': ['POST', '/api/v1/data-tables/{id}/rows'],
	'dataTableRow:update': ['PATCH', '/api/v1/data-tables/{id}/rows/update'],
	'tag:list': ['GET', '/api/v1/tags'],
	'tag:create': ['POST', '/api/v1/tags'],
	'workflowTags:update': ['PUT', '/api/v1/workflows/{id}/tags'],
	discover: ['GET', '/api/v1/discover'],
} as const;

export type OperationName = keyof typeof OPERATIONS;

export const N8N_ALLOWED: readonly AllowedOperation[] = Object.values(OPERATIONS).map(
	([method, template]) => ({ method, template }),
);

/** These two need a key, but no scope of it. */
const WITHOUT_SCOPE: readonly OperationName[] = ['credential:schema', 'discover'];

const NAMES = Object.keys(OPERATIONS) as OperationName[];

/** The least that the key must be allowed; docs/connect-customer.md lists the same. */
export const NEEDED_SCOPES: readonly string[] = NAMES.filter(
	(name) => !WITHOUT_SCOPE.includes(name),
);
