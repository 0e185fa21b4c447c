import { choice } from '../../shared/parameters';

/** Which plans an operation takes; the same question for accounts and for files. */
export const accept = choice({
	displayName: 'Accept',
	name: 'accept',
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
	empty: 'approved',
	description: 'Which plans are written to Alleo; anything else is refused as a whole',
});
