import type { IExecuteFunctions } from 'n8n-workflow';
import type { Withheld } from '../../core/normalize/privacy';
import { hint } from './outcome';

/** Says which columns or extra fields were withheld for what their values look like; never a value. */
export function tellWithheld(
	context: IExecuteFunctions,
	where: string,
	withheld: readonly Withheld[],
): void {
	for (const kind of ['BSN', 'IBAN'] as const) {
		const columns = withheld.filter((one) => one.kind === kind).map(({ column }) => column);
		if (columns.length === 0) continue;
		hint(context, 'PRIVATE_VALUES_WITHHELD', { kind, where, columns: columns.join(', ') });
	}
}
