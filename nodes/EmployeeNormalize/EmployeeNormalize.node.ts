import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { SENSITIVE_PAY_FIELDS } from '../../core/payroll/normalized';
import { compareMappings, normalize, preview, withAnsweredColumns } from '../../core/normalize';
import type { NormalizeInput } from '../../core/normalize';
import { answersGiven } from '../shared/answers';
import { testN8n } from '../shared/n8nApi/credentialTest';
import { outcomeOf, toError } from '../shared/outcome';
import { evaluator } from './evaluate';
import { getMappingFields } from './mappingFields';
import { readSettings } from './parameters';
import type { NormalizeSettings } from './parameters';
import { readPublished } from './published';
import { dataset, properties } from './properties';
import { payrollItems } from './payroll/run';

export class EmployeeNormalize implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Employee Normalize',
		name: 'employeeNormalize',
		icon: { light: 'file:employeeNormalize.svg', dark: 'file:employeeNormalize.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["dataset"] === "salaryLeave" ? "salary and leave" : ({ auto: "from NMBRS or AFAS", nmbrs: "from NMBRS", afas: "from AFAS", custom: "from a custom source" })[$parameter["source"]] + (({ preview: ": try the mapping", compare: ": compare with what is published" })[$parameter["mode"]] ?? "") }}',
		description: 'Turns people from NMBRS or AFAS into employees as Alleo knows them',
		sensitiveOutputFields: [...SENSITIVE_PAY_FIELDS],
		defaults: { name: 'Employee Normalize' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Employees' },
			{ type: NodeConnectionTypes.Main, displayName: 'Held' },
		],
		credentials: [
			{
				name: 'alleoN8nApi',
				required: true,
				testedBy: 'testN8n',
				displayOptions: { show: { dataset: ['employees'], mode: ['compare'] } },
			},
		],
		properties,
	};

	methods = { resourceMapping: { getMappingFields }, credentialTest: { testN8n } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// One error that passes nobody on. With "Continue" it goes to Held, where it is noticed; "Employees"
		// stays empty, which Alleo Diff never takes for evidence.
		return await outcomeOf(
			this,
			async () => await normalizeItems(this, this.getInputData()),
			(failed) => [[], [failed]],
		);
	}
}

const inputOf = (
	context: IExecuteFunctions,
	records: readonly IDataObject[],
	{ mapping, transforms, accessField, options }: NormalizeSettings,
): NormalizeInput =>
	withAnsweredColumns({
		records,
		mapping,
		transforms,
		accessField,
		options,
		evaluate: evaluator(context),
		answers: answersGiven(context),
	});

async function normalizeItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
	if (items.length === 0) return [[], []];
	const kind = dataset.read(context);
	if (!kind.ok) throw toError(context, kind.problem);
	if (kind.value === 'salaryLeave') return payrollItems(context, items);
	const settings = readSettings(context);
	if (!settings.ok) throw toError(context, settings.problem);
	const { mode, previewCount } = settings.value;
	const records = items.map((item) => item.json);
	const input = inputOf(context, records, settings.value);
	if (mode === 'preview') {
		const shown = preview(input, previewCount);
		if (!shown.ok) throw toError(context, shown.problem, shown.problem.item);
		const rows = shown.value.map(({ item, ...row }) => ({
			json: row as unknown as IDataObject,
			pairedItem: { item },
		}));
		return [rows, []];
	}
	if (mode === 'compare') {
		const published = await readPublished(context);
		if (!published.ok) throw toError(context, published.problem);
		const { settings: before, notCompared } = published.value;
		const compared = compareMappings(input, inputOf(context, records, before), notCompared);
		if (!compared.ok) throw toError(context, compared.problem, compared.problem.item);
		// Nobody's own item: each line is about everybody.
		const lines = compared.value.map((line) => ({ json: line as unknown as IDataObject }));
		return [lines, []];
	}
	const result = normalize(input);
	if (!result.ok) throw toError(context, result.problem, result.problem.item);
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
