import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { SALARY_FIELDS } from '../../core/payroll/record';
import { properties } from './operations';
import { testOAuth2, testToken } from './methods/credentialTest';
import {
	searchColumns,
	searchConnectors,
	searchContractColumns,
	searchLeaveColumns,
	searchPlanColumns,
	searchSalaryColumns,
	searchWageColumns,
} from './methods/listSearch';
import { getAdditionalColumns } from './methods/loadOptions';
import { route } from './router';

/** Reads AFAS Profit; never writes. Output 1 holds people or rows, output 2 the proof that they are all there. */
export class Afas implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AFAS Profit',
		name: 'afas',
		icon: { light: 'file:afas.svg', dark: 'file:afas.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read employees and other HR data from AFAS Profit through GetConnectors',
		defaults: { name: 'AFAS Profit' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Employees', 'Coverage'],
		// Pay never shows in an execution's data, whoever looks.
		sensitiveOutputFields: ['salary', 'wageComponents', ...SALARY_FIELDS],
		credentials: [
			{
				name: 'afasOAuth2Api',
				required: true,
				testedBy: 'testOAuth2',
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'afasTokenApi',
				required: true,
				testedBy: 'testToken',
				displayOptions: { show: { authentication: ['token'] } },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testOAuth2, testToken },
		listSearch: {
			searchConnectors,
			searchColumns,
			searchContractColumns,
			searchSalaryColumns,
			searchWageColumns,
			searchPlanColumns,
			searchLeaveColumns,
		},
		loadOptions: { getAdditionalColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route.call(this);
	}
}
