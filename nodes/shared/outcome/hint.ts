import type { IExecuteFunctions } from 'n8n-workflow';
import { resolveIssue, type IssueCode, type IssueParams } from '../../../core/issues';

type Type = 'info' | 'warning';

/** Shows a line above the node's output, where this n8n can; the log has it as well. */
export function tell(context: IExecuteFunctions, text: string, type: Type = 'info'): void {
	context.logger.info(text);
	if (typeof context.addExecutionHints !== 'function') return;
	context.addExecutionHints({ message: text, type, location: 'outputPane' });
}

/** A notice of the catalogue: what happened, why, what to do, and the code. */
export function hint(
	context: IExecuteFunctions,
	code: IssueCode,
	params: IssueParams = {},
	type: Type = 'warning',
): void {
	const { message, why, action } = resolveIssue(code, params);
	const lines = [message, why, action].filter((line) => line !== null);
	tell(context, `${lines.join(' ')} (${code})`, type);
}
