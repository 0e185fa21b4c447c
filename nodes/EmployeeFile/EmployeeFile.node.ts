import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { readEmployeeFile } from './execute';
import { searchColumns } from './methods';
import { properties } from './properties';

/** Employees of an HR system that gives a file; n8n's own nodes fetch it. Output 2 is the proof. */
export class EmployeeFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Employee File',
		name: 'employeeFile',
		icon: { light: 'file:employeeFile.svg', dark: 'file:employeeFile.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ($parameter["sourceName"] || "no name yet") + ({ csv: ", CSV", rows: ", rows" })[$parameter["fileKind"]] }}',
		description: 'Reads employees from a CSV or Excel file, and tells when it is not whole',
		defaults: { name: 'Employee File' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Employees', 'Coverage'],
		properties,
	};

	methods = { listSearch: { searchColumns } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await readEmployeeFile(this);
	}
}
