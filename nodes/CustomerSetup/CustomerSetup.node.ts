import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { testApp } from '../CustomerConnect/nmbrs/appTest';
import { testN8n } from '../shared/n8nApi/credentialTest';
import { properties } from './resources';
import { route } from './router';

/** What ops and support do with customers: invite them, and make, change or end their integration. */
export class CustomerSetup implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Setup',
		name: 'customerSetup',
		icon: { light: 'file:customerSetup.svg', dark: 'file:customerSetup.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Invite customers to connect, and set up their integration in this n8n',
		defaults: { name: 'Customer Setup' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			// Not required: the daily template holds this node also for customers who never need it, and n8n
			// starts no workflow by hand in which a required credential is missing.
			{ name: 'alleoN8nApi', required: false, testedBy: 'testN8n' },
			// Chosen for the customer's workflow; this node does not open it. Not required: n8n publishes no
			// workflow in which one is missing, and Start here puts the pages for customers on before it is there.
			{
				name: 'alleoApi',
				required: false,
				displayOptions: { show: { operation: ['create'], resource: ['integration'] } },
			},
			// To give back consents that nobody finished with; without it Clean Up does so later.
			{
				name: 'nmbrsAppApi',
				required: false,
				testedBy: 'testApp',
				displayOptions: { show: { operation: ['cleanUp', 'disconnect', 'revoke'] } },
			},
			{
				name: 'nmbrsOAuth2Api',
				required: true,
				displayOptions: { show: { operation: ['revokeToken'] } },
			},
		],
		properties,
	};

	methods = { credentialTest: { testN8n, testApp } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}
