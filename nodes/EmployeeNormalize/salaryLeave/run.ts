import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { FLEX_COLUMN_KEYS } from '../../../core/payroll/columns';
import { normalizeFlex } from '../../../core/payroll/normalize';
import type { FlexOptions, SourceChoice } from '../../../core/payroll/options';
import { toNodeError } from '../../shared/errors';

/** Reads the panel once and hands the payroll records to core/flex. */

function refuse(context: IExecuteFunctions, setting: string, problem: string): never {
	throw toNodeError(context.getNode(), 'FLEX_OPTION_INVALID', { setting, problem });
}

function sourceChoice(context: IExecuteFunctions, which: 'primary' | 'secondary'): SourceChoice {
	const preset = which === 'primary' ? 'holidayAllowanceAccrual' : 'none';
	const kind: unknown = context.getNodeParameter(`${which}Source`, 0, preset);
	if (kind === 'none' || kind === 'holidayAllowanceAccrual' || kind === 'holidayAllowanceBalance') {
		return { kind };
	}
	const label = which === 'primary' ? 'Primary' : 'Secondary';
	if (kind === 'componentAccrual' || kind === 'componentBalance') {
		const code = String(context.getNodeParameter(`${which}SourceCode`, 0, '')).trim();
		if (code === '') refuse(context, `${label} Component Code`, 'it is empty');
		return { kind, code };
	}
	return refuse(context, `${label} Salary Source`, 'choose one from the list');
}

function readOptions(context: IExecuteFunctions): FlexOptions {
	const required: unknown = context.getNodeParameter('requiredColumns', 0, []);
	const wanted: unknown[] = Array.isArray(required) ? required : [required];
	const unknown = wanted.find((name) => !FLEX_COLUMN_KEYS.some((column) => column === name));
	if (unknown !== undefined) refuse(context, 'Required Columns', 'choose from the list');
	const hours = Number(context.getNodeParameter('hoursPerDay', 0, 0));
	if (!(hours >= 0 && hours <= 24)) {
		refuse(context, 'Hours per Leave Day', 'it must be a number from 0 to 24');
	}
	const accrualPer: unknown = context.getNodeParameter('accrualPer', 0, 'period');
	if (accrualPer !== 'period' && accrualPer !== 'month') {
		refuse(context, 'Accruals Are Per', 'choose Payroll Period or Month');
	}
	return {
		primary: sourceChoice(context, 'primary'),
		secondary: sourceChoice(context, 'secondary'),
		required: FLEX_COLUMN_KEYS.filter((column) => wanted.includes(column)),
		hoursPerDay: hours === 0 ? null : hours,
		accrualPer: accrualPer === 'month' ? 'month' : 'period',
	};
}

/** Outputs: every record, and just the held ones again. */
export function normalizeSalaryLeave(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): INodeExecutionData[][] {
	if (context.isToolExecution()) throw toNodeError(context.getNode(), 'FLEX_NOT_BY_TOOL');
	const result = normalizeFlex(
		items.map(({ json }) => json),
		readOptions(context),
	);
	if (!result.ok) {
		const { code, params, item } = result.issue;
		throw toNodeError(context.getNode(), code, params, { itemIndex: item });
	}
	const records = result.value.map((record, item) => ({
		json: record as unknown as IDataObject,
		pairedItem: { item },
	}));
	const held = records.filter(({ json }) => json['status'] === 'held');
	return [records, held.map((record) => ({ ...record }))];
}
