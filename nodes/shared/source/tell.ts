import type { IExecuteFunctions } from 'n8n-workflow';
import type { Withheld } from '../../../core/normalize/privacy';
import { carriedHint } from '../outcome';
import type { Remark } from './source';

/** Which columns or extra fields were withheld for what their values look like; never a value. */
export const withheldRemarks = (where: string, withheld: readonly Withheld[]): Remark[] =>
	(['BSN', 'IBAN'] as const).flatMap((kind): Remark[] => {
		const columns = withheld.filter((one) => one.kind === kind).map(({ column }) => column);
		if (columns.length === 0) return [];
		const params = { kind, where, columns: columns.join(', ') };
		return [{ code: 'PRIVATE_VALUES_WITHHELD', params, type: 'warning' }];
	});

/** Says remarks above the output, and in the log. */
export function tellRemarks(context: IExecuteFunctions, remarks: readonly Remark[]): void {
	for (const remark of remarks) carriedHint(context, remark, remark.type);
}
