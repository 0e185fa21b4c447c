import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchCompanies } from './listSearch/companies';
import { properties } from './resources';
import { route } from './router';

/** Sync Plan: Apply and File: Build have two outputs, every other operation one. */
const OUTPUTS = `={{ $parameter.resource === "syncPlan"
	? [{ type: "main", displayName: "Applied" }, { type: "main", displayName: "Failed" }]
	: $parameter.resource === "file"
	? [{ type: "main", displayName: "File" }, { type: "main", displayName: "Rows" }]
	: [{ type: "main" }] }}` as const;

export class Alleo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alleo',
		name: 'alleo',
		icon: { light: 'file:alleo.svg', dark: 'file:alleo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read and change employees in Alleo, apply approved sync plans, make import files',
		defaults: { name: 'Alleo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		// A file is made of what comes in; nothing is asked of Alleo.
		credentials: [
			{
				name: 'alleoApi',
				required: true,
				displayOptions: { show: { resource: ['company', 'employee', 'group', 'syncPlan'] } },
			},
		],
		properties,
	};

	methods = { listSearch: { searchCompanies } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route.call(this);
	}
}
