import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { FLEX_SENSITIVE_FIELDS } from '../../core/payroll/record';
import { normalize, preview } from '../../core/normalize';
import type { RunIssue } from '../../core/normalize';
import { failedItem, carriedError } from '../shared/outcome';
import { evaluator } from './evaluate';
import { getMappingFields } from './mappingFields';
import { readSettings } from './parameters';
import { dataset, properties } from './properties';
import { normalizeSalaryLeave } from './salaryLeave/run';

export class EmployeeNormalize implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Employee Normalize',
		name: 'employeeNormalize',
		icon: { light: 'file:employeeNormalize.svg', dark: 'file:employeeNormalize.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["dataset"] === "salaryLeave" ? "salary and leave" : ({ auto: "from NMBRS or AFAS", nmbrs: "from NMBRS", afas: "from AFAS", custom: "from a custom source" })[$parameter["source"]] + ($parameter["mode"] === "preview" ? ": try the mapping" : "") }}',
		description: 'Turns people from NMBRS or AFAS into employees as Alleo knows them',
		sensitiveOutputFields: [...FLEX_SENSITIVE_FIELDS],
		defaults: { name: 'Employee Normalize' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Employees' },
			{ type: NodeConnectionTypes.Main, displayName: 'Held' },
		],
		properties,
	};

	methods = { resourceMapping: { getMappingFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		if (items.length === 0) return [[], []];
		const kind = dataset.read(this);
		if (!kind.ok) return refuse(this, { ...kind.problem, item: null });
		if (kind.value === 'salaryLeave') return salaryLeave(this, items);
		const settings = readSettings(this);
		if (!settings.ok) return refuse(this, { ...settings.problem, item: null });
		const { mode, previewCount, mapping, transforms, accessField, options } = settings.value;
		const input = {
			records: items.map((item) => item.json),
			mapping,
			transforms,
			accessField,
			options,
			evaluate: evaluator(this),
		};
		if (mode === 'preview') {
			const shown = preview(input, previewCount);
			if (!shown.ok) return refuse(this, shown.issue);
			const rows = shown.value.map(({ item, ...row }) => ({
				json: row as unknown as IDataObject,
				pairedItem: { item },
			}));
			return [rows, []];
		}
		const result = normalize(input);
		if (!result.ok) return refuse(this, result.issue);
		const employees = new Array<INodeExecutionData>(items.length);
		const held: INodeExecutionData[] = [];
		for (let index = 0; index < employees.length; index++) {
			const json = result.value[index] as unknown as IDataObject;
			const item = { json, pairedItem: { item: index } };
			employees[index] = item;
			if (json['status'] === 'held') held.push({ json, pairedItem: { item: index } });
		}
		return [employees, held];
	}
}

function salaryLeave(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): INodeExecutionData[][] {
	try {
		return normalizeSalaryLeave(context, items);
	} catch (error) {
		return [[], [failedItem(context, error)]];
	}
}

/**
 * One clear error that passes nobody on. With "continue on fail" it goes to Held, where it is noticed;
 * "Employees" stays empty, which Alleo Diff never takes for evidence.
 */
function refuse(context: IExecuteFunctions, issue: RunIssue): INodeExecutionData[][] {
	const { item } = issue;
	const extras = item === null ? {} : { itemIndex: item };
	const error = carriedError(context.getNode(), issue, extras);
	return [[], [failedItem(context, error, item ?? 0)]];
}
