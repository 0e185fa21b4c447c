import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { testN8n } from '../shared/n8nApi/credentialTest';
import { answerRequest } from './answer';
import { testApp } from './nmbrs/appTest';
import { CONNECT_PROPERTIES } from './properties';
import { CONNECT_WEBHOOKS } from './webhooks';

/** Serves the pages on which a customer connects NMBRS or AFAS, and starts when one is done. */
export class CustomerConnect implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Connect',
		name: 'customerConnect',
		icon: { light: 'file:customerConnect.svg', dark: 'file:customerConnect.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ "/" + $parameter["path"] }}',
		description: 'Starts when a customer has connected NMBRS or AFAS on the pages of this node',
		eventTriggerDescription: 'Waiting for a customer to connect',
		activationMessage: 'Customers with an invitation can connect now.',
		defaults: { name: 'Customer Connect' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Connected', 'Needs a Person'],
		credentials: [
			{ name: 'alleoN8nApi', required: true, testedBy: 'testN8n' },
			{ name: 'nmbrsAppApi', required: false, testedBy: 'testApp' },
		],
		webhooks: CONNECT_WEBHOOKS,
		properties: CONNECT_PROPERTIES,
	};

	methods = { credentialTest: { testN8n, testApp } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerRequest(this);
	}
}
