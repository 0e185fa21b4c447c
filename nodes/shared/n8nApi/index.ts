export { N8nClient, type CredentialData } from './client';
export { connectN8n, N8N_CREDENTIAL, type N8nConnection } from './connect';
export type { N8nProblem, N8nResult } from './result';
export type * from './schemas';
export { ensureColumns, ensureDataTable } from './tables';
