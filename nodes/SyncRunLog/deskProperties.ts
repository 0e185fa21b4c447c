import type { INodeProperties } from 'n8n-workflow';
import { readRecipients } from '../../core/runLog/desk/compose';
import { mapped, text, toggle } from '../shared/parameters';

/** What the desk is told about its messages: to whom, which, and where they lead to. */

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

/** Of the stage that completes a message. */
export const request: INodeProperties = {
	displayName: 'Request',
	name: 'request',
	type: 'json',
	default: '={{ {} }}',
	required: true,
	description: 'What the desk gave for the step, read with an expression',
	displayOptions: { show: { stage: ['message'] } },
};
