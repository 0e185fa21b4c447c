import type { IExecuteFunctions } from 'n8n-workflow';
import { hint } from '../outcome';
import type { Outputs } from '../outcome';

/**
 * What a run by hand reached, above its output: n8n shows no text of a credential test that succeeds, so
 * this is where a person sees which environment, which companies or connectors, and how many people.
 *
 * @param where the environment or the domain, as the credential names it; '' where it names none
 */
export function tellReached(
	context: IExecuteFunctions,
	where: string,
	[, coverage]: Outputs,
): void {
	if (context.getMode() !== 'manual' || coverage === undefined) return;
	const parts = coverage.map(({ json }) => {
		const name = json['name'] ?? json['partition'];
		return `${typeof name === 'string' ? name : '?'} (${Number(json['employees'] ?? 0)})`;
	});
	hint(
		context,
		'SOURCE_REACHED',
		{ where: where === '' ? '-' : where, parts: parts.join(', ') },
		'info',
	);
}
