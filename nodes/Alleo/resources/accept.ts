import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Accept } from '../../../core/apply/approval';

/** Which plans an operation takes; the same question for accounts and for files. */
export const acceptField: INodeProperties = {
	displayName: 'Accept',
	name: 'accept',
	type: 'options',
	options: [
		{
			name: 'Approved',
			value: 'approved',
			description: 'Only plans that a person approved with Sync Approval',
		},
		{
			name: 'Approved or Ready',
			value: 'approvedOrReady',
			description: 'Also plans that Alleo Diff sent to its output "Ready": for the daily branch',
		},
	],
	default: 'approved',
	description: 'Which plans are written to Alleo; anything else is refused as a whole',
};

export const readAccept = (context: IExecuteFunctions): Accept =>
	context.getNodeParameter('accept', 0, 'approved') === 'approvedOrReady'
		? 'approvedOrReady'
		: 'approved';
