import type { INodeProperties } from 'n8n-workflow';
import { text } from '../shared/parameters';

/** What the desk and the page of a plan need to know of each other, and what that page reads. */

const atPlanPage = { show: { stage: ['planPage'] } };

export const planPath = text({
	displayName: 'Path of the Plan Page',
	name: 'planPath',
	placeholder: 'e.g. alleo-plan',
	description:
		'The path of the webhook in the workflow of the plan page, which Start here fills in. Messages then lead to the permanent address of a plan, signed with the key of the credential. Empty leads to the page of n8n that decides, which is gone after the decision.',
	displayOptions: { show: { stage: ['desk', 'planPage'] } },
});

export const PLAN_PAGE_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Asked',
		name: 'asked',
		type: 'json',
		default: '={{ {} }}',
		required: true,
		description: 'The query of the request, read with an expression',
		displayOptions: atPlanPage,
	},
	{
		displayName: 'Plan',
		name: 'plan',
		type: 'json',
		default: '={{ [] }}',
		description: 'The rows of the table of plans with the ID that was asked for',
		displayOptions: atPlanPage,
	},
	{
		displayName: 'Run Log',
		name: 'logged',
		type: 'json',
		default: '={{ [] }}',
		description:
			'The rows of the run log with that ID, for a plan that the table of plans does not have',
		displayOptions: atPlanPage,
	},
	{
		displayName: 'Later Plans',
		name: 'later',
		type: 'json',
		default: '={{ [] }}',
		description: 'Rows of the same table and workflow that were made after it',
		displayOptions: atPlanPage,
	},
	{
		displayName: 'Own Address',
		name: 'ownAddress',
		type: 'string',
		default: '={{ $execution.resumeUrl }}',
		description: 'An address of this n8n, from which the one of the page that decides follows',
		displayOptions: atPlanPage,
	},
];
