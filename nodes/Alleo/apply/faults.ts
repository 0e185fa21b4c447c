import type { RowResult } from '../../../core/apply/outcome';
import type { IssueCode, IssueParams } from '../../../core/issues';
import type { Fault, FaultKind } from '../api/reply';

/** Of each kind of fault: the code whose text says what to do. */
const CODES: Record<FaultKind, IssueCode> = {
	unauthorized: 'ALLEO_UNAUTHORIZED',
	forbidden: 'ALLEO_FORBIDDEN',
	notFound: 'ALLEO_NOT_FOUND',
	conflict: 'ALLEO_CONFLICT',
	invalid: 'ALLEO_INVALID',
	rateLimited: 'RATE_LIMITED',
	unavailable: 'UNAVAILABLE',
	network: 'NETWORK',
	timeout: 'TIMEOUT',
	cancelled: 'CANCELLED',
	unreadable: 'ALLEO_ANSWER_UNREADABLE',
	tooBig: 'ANSWER_TOO_BIG',
	other: 'ALLEO_UNEXPECTED',
};

/** How often a call is tried before its fault is final. */
const ATTEMPTS = 4;

/** The catalogue code of a fault and what fills its text: fields, statuses and calls, no values. */
export function issueOf(fault: Fault): { code: IssueCode; params: IssueParams } {
	const fields = fault.fields.map(({ field, rule }) => `${field} (${rule})`).join(', ');
	return {
		code: CODES[fault.kind],
		params: {
			system: 'Alleo',
			attempts: ATTEMPTS,
			call: fault.call,
			status: fault.status ?? '-',
			limit: fault.limitMb ?? '-',
			// The same in every language: no field was named.
			fields: fields === '' ? `HTTP ${fault.status ?? '-'}` : fields,
		},
	};
}

/** Faults after which the whole run has no chance, or a company, or only this row. */
export const faultScope = (fault: Fault): 'run' | 'company' | 'row' => {
	if (fault.kind === 'unauthorized') return 'run';
	return fault.kind === 'forbidden' ? 'company' : 'row';
};

/** Alleo is not answering properly; several in a row stop the run. */
export const isOutage = ({ kind }: Fault): boolean =>
	kind === 'network' || kind === 'timeout' || kind === 'unavailable' || kind === 'rateLimited';

/** The outcome of all rows of a company that could not be read; nothing was written there. */
export const readResultOf = (fault: Fault): RowResult =>
	fault.kind === 'cancelled'
		? resultOf({ ...fault, outcomeUnknown: false })
		: { kind: 'failed', ...issueOf(fault), status: fault.status, requestId: fault.requestId };

/** The outcome of a row whose write ended in this fault. */
export function resultOf(fault: Fault): RowResult {
	const base = { status: fault.status, requestId: fault.requestId };
	if (fault.kind === 'cancelled') {
		return fault.outcomeUnknown
			? { kind: 'failed', code: 'OUTCOME_UNKNOWN', ...base }
			: { kind: 'skipped', code: 'CANCELLED', params: { system: 'Alleo' }, ...base };
	}
	if (fault.kind === 'notFound') return { kind: 'failed', code: 'ACCOUNT_GONE', ...base };
	return { kind: 'failed', ...issueOf(fault), ...base };
}
