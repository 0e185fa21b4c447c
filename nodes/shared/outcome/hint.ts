import type { IExecuteFunctions } from 'n8n-workflow';
import { resolveCarried } from '../../../core/issues';
import type { CarriedIssue, Filling, IssueCode, PlacesOf } from '../../../core/issues';
import { stepNames } from './steps';

type Type = 'info' | 'warning';

/** Shows a line above the node's output, where this n8n can; the log has it as well. */
export function tell(context: IExecuteFunctions, text: string, type: Type = 'info'): void {
	context.logger.info(text);
	if (typeof context.addExecutionHints !== 'function') return;
	context.addExecutionHints({ message: text, type, location: 'outputPane' });
}

/** A notice of the catalogue: what happened, why, what to do, and the code. */
export function carriedHint(
	context: IExecuteFunctions,
	issue: CarriedIssue,
	type: Type = 'warning',
): void {
	const { code, message, why, action } = resolveCarried(issue, 'en', stepNames(context));
	const lines = [message, why, action].filter((line) => line !== null);
	tell(context, `${lines.join(' ')} (${code})`, type);
}

export const hint = <C extends IssueCode>(
	context: IExecuteFunctions,
	code: C,
	...[params = {}, type]: Filling<PlacesOf<C>, [type?: Type]>
): void => carriedHint(context, { code, params }, type);
