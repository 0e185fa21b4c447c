import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PAY_COLUMN_KEYS } from '../../../core/payroll/columns';
import { normalizePayroll } from '../../../core/payroll/normalize';
import { previewPay } from '../../../core/payroll/preview';
import type { PayrollOptions, SourceChoice } from '../../../core/payroll/options';
import { done } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';
import { answersGiven } from '../../shared/answers';
import { issueError, toError } from '../../shared/outcome';
import { readAll, refused, valueOf } from '../../shared/parameters';
import type { Parameter } from '../../shared/parameters';
import { salaryLeave } from './properties';

/** Reads the panel once and hands the payroll records to core/payroll. */

function sourceChoice(
	kind: SourceChoice['kind'],
	code: string,
	{ field }: Parameter<string>,
): Result<SourceChoice> {
	if (kind !== 'componentAccrual' && kind !== 'componentBalance') return done({ kind });
	return code === '' ? refused(field.displayName, 'it is empty') : done({ kind, code });
}

function readOptions(context: IExecuteFunctions): Result<PayrollOptions> {
	const read = readAll(context, salaryLeave);
	if (!read.ok) return read;
	const { required, hoursPerDay, accrualPer, ...sources } = read.value;
	const { primaryCode, secondaryCode } = salaryLeave;
	const primary = sourceChoice(sources.primary, sources.primaryCode, primaryCode);
	if (!primary.ok) return primary;
	const secondary = sourceChoice(sources.secondary, sources.secondaryCode, secondaryCode);
	if (!secondary.ok) return secondary;
	return done({
		primary: primary.value,
		secondary: secondary.value,
		required: PAY_COLUMN_KEYS.filter((column) => required.includes(column)),
		hoursPerDay: hoursPerDay === 0 ? null : hoursPerDay,
		accrualPer,
		answers: answersGiven(context),
	});
}

/** Outputs: every record, just the held ones again, and a line per column of pay. */
export function payrollItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): INodeExecutionData[][] {
	if (context.isToolExecution()) throw issueError(context, 'FLEX_NOT_BY_TOOL');
	const result = normalizePayroll(
		items.map(({ json }) => json),
		valueOf(context, readOptions(context)),
	);
	if (!result.ok) throw toError(context, result.problem, result.problem.item);
	const records = result.value.map((record, item) => ({
		json: record as unknown as IDataObject,
		pairedItem: { item },
	}));
	const held = records.filter(({ json }) => json['status'] === 'held');
	const lines = previewPay(result.value).map((line) => ({ json: { ...line } }));
	return [records, held.map((record) => ({ ...record })), lines];
}
