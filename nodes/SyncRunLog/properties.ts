import type { INodeProperties } from 'n8n-workflow';

export const STAGES = ['start', 'plan', 'end', 'stop'] as const;
export type Stage = (typeof STAGES)[number];

/** What the Start field reads when the first of these nodes is called as in the templates. */
export const START_EXPRESSION = "{{ $('Log the start').first().json }}";

const atStart = { show: { stage: ['start'] } };

export const RUN_LOG_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Stage',
		name: 'stage',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Plan Is Made',
				value: 'plan',
				description: 'Takes the summary of Alleo Diff, and says whether a person has to decide',
			},
			{
				name: 'Run Ended',
				value: 'end',
				description:
					'Takes the summary, the rows as decided and the outcomes, on any input, in any order',
			},
			{
				name: 'Run Started',
				value: 'start',
				description: 'Takes the earlier rows of the run log, to see which exclusions still hold',
			},
			{
				name: 'Run Stopped',
				value: 'stop',
				description: 'Takes what an Error Trigger gives',
			},
		],
		default: 'end',
		description: 'The moment of the run to write down',
	},
	{
		displayName: 'Customer',
		name: 'customer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bakkerij Van Dijk',
		description: 'Whose employees the run is about',
		displayOptions: atStart,
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'AFAS', value: 'afas' },
			{ name: 'NMBRS', value: 'nmbrs' },
			{ name: 'Other', value: 'other' },
		],
		default: 'nmbrs',
		description: 'The HR system that the run reads',
		displayOptions: atStart,
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Daily', value: 'daily', description: 'Started by the schedule' },
			{ name: 'Dry Run', value: 'dryRun', description: 'Started by a person' },
		],
		default: 'daily',
		description: 'How the run was started',
		displayOptions: atStart,
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01',
		description:
			'The day that the run is about. Empty is today in the time zone of the workflow. Exclusions hold up to and including their last day.',
		displayOptions: atStart,
	},
	{
		displayName: 'Start',
		name: 'start',
		type: 'json',
		default: `=${START_EXPRESSION}`,
		required: true,
		description: 'What this node gave when the run started, read with an expression',
		displayOptions: { show: { stage: ['plan', 'end'] } },
	},
];
