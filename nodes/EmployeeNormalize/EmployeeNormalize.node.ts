import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { SENSITIVE_PAY_FIELDS } from '../../core/payroll/normalized';
import { normalizePeople } from '../../core/normalize';
import { testN8n } from '../shared/n8nApi/credentialTest';
import { outcomeOf, toError } from '../shared/outcome';
import { getMappingFields } from './mappingFields';
import { readSettings } from './parameters';
import { inputOf, previewLines } from './preview';
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
			'={{ $parameter["dataset"] === "salaryLeave" ? "salary and leave" : ({ auto: "from NMBRS or AFAS", nmbrs: "from NMBRS", afas: "from AFAS", custom: "from a custom source" })[$parameter["source"]] + (({ compare: ": compare with what is published" })[$parameter["mode"]] ?? "") }}',
		description: 'Turns people from NMBRS or AFAS into employees as Alleo knows them',
		sensitiveOutputFields: [...SENSITIVE_PAY_FIELDS],
		defaults: { name: 'Employee Normalize' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Employees' },
			{ type: NodeConnectionTypes.Main, displayName: 'Held' },
			{ type: NodeConnectionTypes.Main, displayName: 'Preview' },
		],
		credentials: [
			{
				name: 'alleoN8nApi',
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
			(failed) => [[], [failed], []],
		);
	}
}

/** Of who is held, for a notification: what the inbox counts, a word at fault among it, is not in it. */
function told(person: IDataObject): IDataObject {
	if (person['asks'] === undefined) return person;
	return Object.fromEntries(Object.entries(person).filter(([key]) => key !== 'asks'));
}

/** People and, beside them, what became of each field; the Preview never stops anybody. */
async function normalizeItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<INodeExecutionData[][]> {
	if (items.length === 0) return [[], [], []];
	const kind = dataset.read(context);
	if (!kind.ok) throw toError(context, kind.problem);
	if (kind.value === 'salaryLeave') return payrollItems(context, items);
	const settings = readSettings(context);
	if (!settings.ok) throw toError(context, settings.problem);
	const input = inputOf(
		context,
		items.map((item) => item.json),
		settings.value,
	);
	const result = normalizePeople(input);
	if (!result.ok) throw toError(context, result.problem, result.problem.item);
	const people = result.value;
	const employees = new Array<INodeExecutionData>(items.length);
	const held: INodeExecutionData[] = [];
	for (let index = 0; index < employees.length; index++) {
		const json = people.employees[index] as unknown as IDataObject;
		const item = { json, pairedItem: { item: index } };
		employees[index] = item;
		if (json['status'] === 'held') held.push({ json: told(json), pairedItem: { item: index } });
	}
	const lines = await previewLines(context, { input, people, settings: settings.value });
	return [employees, held, lines.map((json) => ({ json }))];
}
