import type { INodeProperties } from 'n8n-workflow';
import { readRecipients } from '../../core/runLog/desk/compose';
import { LEAST_DAYS } from '../../core/runLog/retention';
import {
	choice,
	LANGUAGES,
	mapped,
	number,
	referenceDate,
	text,
	toggle,
	wholeNumber,
} from '../shared/parameters';
import { PLAN_PAGE_PROPERTIES, planPath } from './planPageProperties';

/** What the Start field reads when the first of these nodes is called as in the templates. */
const START_EXPRESSION = "{{ $('Log the start').first().json }}";

/** What the templates name their nodes; after a refused or expired plan there is no second output to read. */
const RUN_EXPRESSION = `{{ [
	...$('Compare with Alleo').all(2), ...$('Compare with Alleo').all(0), ...$('Compare with Alleo').all(1),
	...(!$('Review and approve').isExecuted ? [] : $('Review and approve').all(0).length > 0 ? $('Review and approve').all(0) : $('Review and approve').all(1)),
	...(!$('Apply to Alleo').isExecuted ? [] : $('Apply to Alleo').all(0).some((item) => item.json.row_hash) ? [] : [...$('Apply to Alleo').all(0), ...$('Apply to Alleo').all(1)])
] }}`;

const atWatch = { show: { stage: ['watch'] } };
const atLook = { show: { stage: ['watch', 'digest', 'fleet'] } };
const atStart = { show: { stage: ['start'] } };

export const stage = choice({
	displayName: 'Stage',
	name: 'stage',
	noDataExpression: true,
	options: [
		{
			name: 'Desk',
			value: 'desk',
			description:
				'Takes the earlier rows of the run log, and says what a call of the desk has to log, tell and do',
		},
		{
			name: 'Fleet Page',
			value: 'fleet',
			description:
				'Takes integrations with their runs (Customer Setup), and makes the page that says who needs help',
		},
		{
			name: 'Plan Page',
			value: 'planPage',
			description:
				'Takes rows of the table of plans, and makes what the permanent address of a plan shows',
		},
		{
			name: 'Message',
			value: 'message',
			description:
				'Takes what a step after the desk gave, and completes the message that the desk gave for it',
		},
		{
			name: 'Plan Is Made',
			value: 'plan',
			description: 'Takes the summary of Alleo Diff, and says whether a person has to decide',
		},
		{
			name: 'Retention',
			value: 'retention',
			description: 'Takes rows of the run log, and gives the IDs of those that may go',
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
		{
			name: 'Watch',
			value: 'watch',
			description:
				'Takes integrations with their runs, or rows of the run log, and says what changed since the last look',
		},
		{
			name: 'Weekly Digest',
			value: 'digest',
			description:
				'Takes integrations with their runs, or rows of the run log, and says what happened in seven days',
		},
	],
	default: 'end',
	description: 'The moment of the run to write down, or what to make of the rows',
});

export const customer = text({
	displayName: 'Customer',
	name: 'customer',
	placeholder: 'e.g. Bakkerij Van Dijk',
	description: 'Whose employees the run is about',
	displayOptions: atStart,
});

export const source = choice({
	displayName: 'Source',
	name: 'source',
	options: [
		{ name: 'AFAS', value: 'afas' },
		{ name: 'NMBRS', value: 'nmbrs' },
		{ name: 'Other', value: 'other' },
	],
	default: 'nmbrs',
	description: 'The HR system that the run reads',
	displayOptions: atStart,
});

export const mode = choice({
	displayName: 'Mode',
	name: 'mode',
	options: [
		{ name: 'Daily', value: 'daily', description: 'Started by the schedule' },
		{ name: 'Dry Run', value: 'dryRun', description: 'Started by a person' },
		{ name: 'Monthly', value: 'monthly', description: 'Started by the schedule, once a month' },
	],
	default: 'daily',
	description: 'How the run was started',
	displayOptions: atStart,
});

export const day = referenceDate({
	placeholder: 'e.g. 2026-12-01',
	description:
		'The day that the run is about. Empty is today in the time zone of the workflow. Exclusions hold up to and including their last day.',
	displayOptions: atStart,
});

export const noSuccessHours = number({
	displayName: 'Hours Without Success',
	name: 'noSuccessHours',
	typeOptions: { minValue: 0 },
	default: 26,
	description:
		'How long a workflow that runs by schedule may go without a run that succeeded; a monthly one 31 days more. 0 does not watch this.',
	displayOptions: atLook,
});

export const undecidedHours = number({
	displayName: 'Hours Undecided',
	name: 'undecidedHours',
	typeOptions: { minValue: 0 },
	default: 12,
	description: 'How long a plan may wait for a decision. 0 does not watch this.',
	displayOptions: atLook,
});

export const language = choice({
	displayName: 'Language',
	name: 'language',
	options: LANGUAGES,
	default: 'nl',
	empty: 'nl',
	description:
		'The language of the messages, or of the page; at the desk where the workflow that calls says none',
	displayOptions: { show: { stage: ['watch', 'digest', 'fleet', 'desk'] } },
});

const atDesk = { show: { stage: ['desk'] } };

export const operatorRecipients = mapped(
	text({
		displayName: 'Recipients',
		name: 'operatorRecipients',
		placeholder: 'e.g. sync@example.com, #alleo',
		description:
			'E-mail addresses or channels, with commas: who gets the messages of customers whose Sync Settings name nobody, those about this n8n, and the weekly digest',
		displayOptions: atDesk,
	}),
	readRecipients,
);

export const sayDone = toggle({
	displayName: 'Tell When Done',
	name: 'sayDone',
	default: false,
	empty: false,
	description:
		'Whether a run that changed something in Alleo, or was rejected, is told with its result',
	displayOptions: atDesk,
});

export const explainUrl = text({
	displayName: 'Form That Explains',
	name: 'explainUrl',
	placeholder: 'e.g. https://n8n.example.com/form/…',
	description:
		'Address of the form "Why (no) access?"; messages about people link to it. Start Here fills it in.',
	displayOptions: atDesk,
});

export const keepDays = wholeNumber({
	displayName: 'Keep for (Days)',
	name: 'keepDays',
	typeOptions: { minValue: LEAST_DAYS },
	default: 400,
	description:
		'How long a row is kept. The newest row of each workflow, a run without an end and an exclusion that still holds always stay.',
	displayOptions: { show: { stage: ['retention'] } },
});

export const RUN_LOG_PROPERTIES: INodeProperties[] = [
	stage.field,
	customer.field,
	source.field,
	mode.field,
	day.field,
	{
		displayName: 'Start',
		name: 'start',
		type: 'json',
		default: `=${START_EXPRESSION}`,
		required: true,
		description: 'What this node gave when the run started, read with an expression',
		displayOptions: { show: { stage: ['plan', 'end'] } },
	},
	{
		displayName: 'Items of the Run',
		name: 'run',
		type: 'json',
		default: `=${RUN_EXPRESSION}`,
		description:
			'What the nodes of the run gave so far, read with an expression: the summary and rows of Alleo Diff, the rows of Sync Approval and what Alleo gave for them. What is connected to this node is known besides, and decides of which plan it tells.',
		displayOptions: { show: { stage: ['plan', 'end'] } },
	},
	noSuccessHours.field,
	undecidedHours.field,
	{
		displayName: 'Last States',
		name: 'states',
		type: 'json',
		default: '[]',
		description:
			'Rows that this stage gave before, read with an expression. Only what differs from them comes out.',
		displayOptions: atWatch,
	},
	language.field,
	{
		displayName: 'Call',
		name: 'call',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			'What the workflow that called gave, or what an Error Trigger gave, read with an expression',
		displayOptions: { show: { stage: ['desk'] } },
	},
	planPath.field,
	{
		displayName: 'Request',
		name: 'request',
		type: 'json',
		default: '={{ {} }}',
		required: true,
		description: 'What the desk gave for the step, read with an expression',
		displayOptions: { show: { stage: ['message'] } },
	},
	operatorRecipients.field,
	sayDone.field,
	explainUrl.field,
	...PLAN_PAGE_PROPERTIES,
	keepDays.field,
];
