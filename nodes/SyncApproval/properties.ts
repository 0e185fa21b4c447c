import type { INodeProperties } from 'n8n-workflow';

/** What the Summary field reads when the Diff node has its own name. */
export const SUMMARY_EXPRESSION = "{{ $('Alleo Diff').first(2).json }}";

/** Hours; n8n keeps a waiting execution as long as it must, a plan does not stay true that long. */
export const LONGEST_WAIT_HOURS = 744;

export const APPROVAL_PROPERTIES: INodeProperties[] = [
	{
		displayName:
			'Send the link to whoever decides in a step <b>before</b> this node, with the expression <code>{{ $execution.resumeUrl }}</code>. Whoever has the link can decide.',
		name: 'linkNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bakkerij Van Dijk',
		description: 'The customer or the purpose of the run, shown at the top of the page',
	},
	{
		displayName: 'Page Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Dutch', value: 'nl' },
			{ name: 'English', value: 'en' },
		],
		default: 'nl',
		description: 'The language of the page and of the reports that it offers',
	},
	{
		displayName: 'Limit Wait (Hours)',
		name: 'limitWaitHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'How long to wait for a decision. The wait never outlasts the plan. After it the rows leave on Not approved.',
	},
	{
		displayName: 'Require Comment',
		name: 'requireComment',
		type: 'boolean',
		default: false,
		description: 'Whether every decision needs a comment',
	},
	{
		displayName: 'Summary',
		name: 'summary',
		type: 'json',
		default: `=${SUMMARY_EXPRESSION}`,
		required: true,
		description:
			'The summary of the plan: the third output of the Alleo Diff node, read with an expression',
	},
	{
		displayName: 'Known Approver',
		name: 'knownApprover',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.user.email }}',
		description:
			'Who decides, where a login before this node proves it and the link goes to nobody else. The page then does not ask for a name. Empty asks for one, which is a claim.',
	},
	{
		displayName: 'Offer to Enable',
		name: 'offerEnable',
		type: 'boolean',
		default: false,
		description:
			'Whether the page offers Approve and Enable. The approved rows then carry approval.enable, and a later step of the workflow switches the daily sync on.',
	},
	{
		displayName: 'Earlier Runs',
		name: 'history',
		type: 'json',
		default: '[]',
		description:
			'Rows of the run log, read with an expression. Marks what is new since the last decision and ticks the rows that were left out until a day. Empty marks nothing.',
	},
];
