import type { IssueCode } from '../../../core/issues';
import type { Problem } from '../../../core/model/result';

/** Problems of the whole run: no other company can be read either, and nothing is worth another call. */
const FATAL: ReadonlySet<IssueCode> = new Set<IssueCode>([
	'CANCELLED',
	'NOT_ALLOWED',
	'BASE_URL_INVALID',
	'NMBRS_CONSENT_LOST',
	'NMBRS_CONSENT_LOST_NO_REFRESH',
	'NMBRS_NOT_CONNECTED',
	'NMBRS_CLIENT_REFUSED',
	'NMBRS_ACCESS_REFUSED',
]);

export const isFatal = ({ code }: Problem): boolean => FATAL.has(code);
