import type { INodeProperties } from 'n8n-workflow';
import { done } from '../../core/model/result';
import { planAddressIn } from '../../core/runLog/plans/address';
import { choice, LANGUAGES, mapped, number, parameter, text, toggle } from '../shared/parameters';
import { historyField } from '../shared/runLog';

/** What the Summary field reads when the Diff node has its own name. */
export const SUMMARY_EXPRESSION = "{{ $('Alleo Diff').first(2).json }}";

/** Hours; n8n keeps a waiting execution as long as it must, a plan does not stay true that long. */
const LONGEST_WAIT_HOURS = 744;

export const title = text({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Bakkerij Van Dijk',
	description: 'The customer or the purpose of the run, shown at the top of the page',
});

export const language = choice({
	displayName: 'Page Language',
	name: 'language',
	options: LANGUAGES,
	default: 'nl',
	empty: 'nl',
	description: 'The language of the page and of the reports that it offers',
});

const limitWaitHours = number({
	displayName: 'Limit Wait (Hours)',
	name: 'limitWaitHours',
	typeOptions: { minValue: 0 },
	limits: { above: 0, max: LONGEST_WAIT_HOURS },
	default: 24,
	description:
		'How long to wait for a decision. The wait never outlasts the plan. After it the rows leave on Not approved.',
});

export const requireComment = toggle({
	displayName: 'Require Comment',
	name: 'requireComment',
	default: false,
	empty: false,
	description: 'Whether every decision needs a comment',
});

export const knownApprover = text({
	displayName: 'Known Approver',
	name: 'knownApprover',
	placeholder: 'e.g. {{ $json.user.email }}',
	description:
		'Who decides, where a login before this node proves it and the link goes to nobody else. The page then does not ask for a name. Empty asks for one, which is a claim.',
});

/** What is no such address, such as the answer of an older desk, is none. */
export const planAddress = mapped(
	text({
		displayName: 'Permanent Address',
		name: 'planAddress',
		placeholder: "e.g. {{ $('Desk: plan').first().json.link }}",
		description:
			'The permanent address of the plan, as the desk gives it. The pages after the decision, and the report, link to it. Empty links to nothing.',
	}),
	planAddressIn,
);

/** What is no address is none: the page then says where else the questions are. */
export const inboxUrl = mapped(
	text({
		displayName: 'Address of the Questions',
		name: 'inboxUrl',
		placeholder: "e.g. {{ $('Desk: start').first().json.inbox }}",
		description:
			'The page with the questions about this customer, as the desk gives it at the start. The page of the plan links to it. Empty links to nothing.',
	}),
	(given) => (/^https?:\/\//.test(given) ? given : ''),
);

/** Nothing but a yes itself offers it: what switches a sync on is not taken from a text. */
export const offerEnable = parameter(
	toggle({
		displayName: 'Offer to Enable',
		name: 'offerEnable',
		default: false,
		description:
			'Whether the page offers Approve and Enable. The approved rows then carry approval.enable, and a later step of the workflow switches the daily sync on.',
	}).field,
	(given) => done(given === true),
);

/** What the page cannot refuse any more once somebody waits for it. */
export const checkedBeforeTheWait = { title, language, limitWaitHours, requireComment };

export const APPROVAL_PROPERTIES: INodeProperties[] = [
	{
		displayName:
			'Send the link to whoever decides in a step <b>before</b> this node, with the expression <code>{{ $execution.resumeUrl }}</code>. Whoever has the link can decide.',
		name: 'linkNotice',
		type: 'notice',
		default: '',
	},
	title.field,
	language.field,
	limitWaitHours.field,
	requireComment.field,
	{
		displayName: 'Summary',
		name: 'summary',
		type: 'json',
		default: `=${SUMMARY_EXPRESSION}`,
		required: true,
		description:
			'The summary of the plan: the third output of the Alleo Diff node, read with an expression',
	},
	knownApprover.field,
	offerEnable.field,
	planAddress.field,
	inboxUrl.field,
	historyField(
		'Rows of the run log, read with an expression. Marks what is new since the last decision and ticks the rows that were left out until a day. Empty marks nothing.',
	),
];
