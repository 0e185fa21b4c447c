import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { SALARY_FIELDS } from '../../core/payroll/record';
import { properties } from './operations';
import { testToken } from './methods/credentialTest';
import { getCompanies, getDebtors } from './methods/loadOptions';
import { getRuns, getWageCodes } from './methods/payrollOptions';
import { route } from './router';

/** Reads Visma Nmbrs; never writes. Output 1 holds the records, output 2 the proof that they are all there. */
export class Nmbrs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'NMBRS',
		name: 'nmbrs',
		icon: { light: 'file:nmbrs.svg', dark: 'file:nmbrs.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read employees, payroll figures and leave from Visma Nmbrs',
		defaults: { name: 'NMBRS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Employees', 'Coverage'],
		// Pay never shows in an execution's data, whoever looks.
		sensitiveOutputFields: [
			'salary',
			'histories.salaries',
			'wageComponents',
			'value',
			...SALARY_FIELDS,
		],
		credentials: [
			{ name: 'nmbrsOAuth2Api', required: true },
			{
				name: 'nmbrsTokenApi',
				displayName: 'SOAP Credential (Optional)',
				required: false,
				testedBy: 'testToken',
				displayOptions: { show: { resource: ['employee', 'payroll'] } },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testToken },
		loadOptions: { getDebtors, getCompanies, getRuns, getWageCodes },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}
