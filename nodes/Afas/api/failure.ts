import { isIssueCode, type IssueCode, type IssueParams } from '../../../core/issues';
import { failureIssue } from '../../shared/errors';
import type { ApiFailure, ApiResponse } from '../../shared/http/types';
import { classifyAnswer, errorText, logReference, type Reaction } from './classify';
import type { Problem } from '../../../core/model/result';

/** The last part of a transport's line, such as ECONNRESET. */
const causeIn = (detail: string): string =>
	/: ([\w .()-]{1,60})$/.exec(detail)?.[1] ?? 'no connection';

/** What a request that got no usable answer means. */
export function failureProblem(
	failure: ApiFailure,
	connector: string,
): { problem: Problem; reaction: Reaction } {
	const because = (code: IssueCode, params: IssueParams = {}, reaction: Reaction = 'stop') => ({
		problem: { code, params, detail: failure.detail.replace('{connector}', () => connector) },
		reaction,
	});
	const cause = causeIn(failure.detail);
	switch (failure.code) {
		case 'UNAUTHORIZED': {
			const { code, params, reaction } = classifyAnswer(401, failure.detail, connector);
			return because(code, params, reaction);
		}
		case 'RATE_LIMITED':
			return because('AFAS_RATE_LIMITED');
		case 'UNAVAILABLE':
			return because('AFAS_MAINTENANCE', { status: failure.status ?? 503 });
		case 'TIMEOUT':
			return because('AFAS_TIMEOUT');
		case 'CANCELLED':
			return because('AFAS_CANCELLED');
		case 'ANSWER_TOO_BIG':
			return because(failure.code, failureIssue('afas', failure).params);
		case 'NOT_ALLOWED':
			return because('AFAS_WRITE_REFUSED');
		case 'NETWORK':
			// A token request that was refused: the credential names the code itself.
			return isIssueCode(cause)
				? because(cause, { error: 'client credentials', status: failure.status ?? 'no answer' })
				: because('AFAS_NOT_REACHED', { cause });
	}
}

/** Vendor text, log reference and trace id on one line: what Profit's administrator can look up. */
export function supportLine(response: ApiResponse): string {
	const trace = response.headers['x-trace-identifier'] ?? '';
	const reference = logReference(response.text);
	return [
		`HTTP ${response.status}`,
		response.quote(errorText(response.text)),
		reference === null ? '' : `Profit log reference ${reference}`,
		/^[\w:.-]{1,80}$/.test(trace) ? `trace ${trace}` : '',
	]
		.filter((part) => part !== '')
		.join('; ');
}
