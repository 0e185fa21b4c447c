import { isIssueCode } from '../../../core/issues';
import { failureProblem as general } from '../../shared/outcome';
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
	const detail = failure.detail.replace('{connector}', () => connector);
	const { status } = failure;
	const cause = causeIn(failure.detail);
	if (failure.code === 'UNAUTHORIZED') {
		const { code, params, reaction } = classifyAnswer(401, failure.detail, connector);
		return { problem: { code, params, detail }, reaction };
	}
	const problem = general(
		'afas',
		{ ...failure, detail },
		{
			RATE_LIMITED: { code: 'AFAS_RATE_LIMITED' },
			UNAVAILABLE: { code: 'AFAS_MAINTENANCE', params: { status: status ?? 503 } },
			TIMEOUT: { code: 'AFAS_TIMEOUT' },
			// A token request that was refused: the credential names the code itself.
			NETWORK: isIssueCode(cause)
				? { code: cause, params: { error: 'client credentials', status: status ?? 'no answer' } }
				: { code: 'AFAS_NOT_REACHED', params: { cause } },
		},
	);
	return { problem, reaction: 'stop' };
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
