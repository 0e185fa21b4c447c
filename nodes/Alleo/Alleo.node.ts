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

/** Sync Plan: Apply has two outputs, every other operation one. */
const OUTPUTS = `={{ $parameter.resource === "syncPlan"
	? [{ type: "main", displayName: "Applied" }, { type: "main", displayName: "Failed" }]
	: [{ type: "main" }] }}` as const;

export class Alleo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alleo',
		name: 'alleo',
		icon: { light: 'file:alleo.svg', dark: 'file:alleo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read and change employees in Alleo, and apply approved sync plans',
		defaults: { name: 'Alleo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [{ name: 'alleoApi', required: true }],
		properties,
	};

	methods = { listSearch: { searchCompanies } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route.call(this);
	}
}
