import { text } from '../../../shared/parameters';

/** Which daily sync: what a person types who knows the customer, or what another node gives. */
export const named = text({
	displayName: 'Customer Name or Workflow ID',
	name: 'workflow',
	required: true,
	placeholder: 'e.g. Bakkerij Van Dijk',
	description:
		'The customer as Sync Settings of its daily sync names it, or the ID of that workflow',
});
