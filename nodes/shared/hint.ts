import type { IExecuteFunctions } from 'n8n-workflow';
import { resolveIssue, type IssueCode, type IssueParams } from '../../core/issues';

/** Shows a notice above the node's output, where this n8n can; the log has it as well. */
export function hint(
	context: IExecuteFunctions,
	code: IssueCode,
	params: IssueParams = {},
	type: 'info' | 'warning' = 'warning',
): void {
	const { message, action } = resolveIssue(code, params);
	const text = `${message} ${action} (${code})`;
	context.logger.info(text);
	if (typeof context.addExecutionHints !== 'function') return;
	context.addExecutionHints({ message: text, type, location: 'outputPane' });
}
