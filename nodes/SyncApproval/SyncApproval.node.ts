import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes, sleep } from 'n8n-workflow';
import { answerKnowing } from './answer';
import { noteDraft } from './draft';
import { APPROVAL_PROPERTIES } from './properties';
import { testN8n } from '../shared/n8nApi/credentialTest';
import { outcomeOf } from '../shared/outcome';
import { prepareWait } from './wait';
import { APPROVAL_WEBHOOKS } from './webhooks';

/** How far apart two decisions of "the same moment" are; a second press of the button is one, too. */
const SAME_MOMENT_MS = 1000;

export class SyncApproval implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sync Approval',
		name: 'syncApproval',
		icon: { light: 'file:syncApproval.svg', dark: 'file:syncApproval.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["title"] }}',
		description: 'Shows a sync plan on a page and waits until a person approves or rejects it',
		defaults: { name: 'Sync Approval' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// The first output is the safe one: n8n sends an expired wait, and a disabled node, there.
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Not approved', 'Approved'],
		waitingNodeTooltip:
			'={{ \'Waits for a decision on <a href="\' + $execution.resumeUrl + \'" target="_blank">the approval page</a>\' }}',
		// The figures of a plan for a file, for an n8n that hides such fields in its views.
		sensitiveOutputFields: ['flex'],
		// To find a newer plan in the run log, and to say of a run from the editor what its draft does otherwise.
		credentials: [{ name: 'alleoN8nApi', required: false, testedBy: 'testN8n' }],
		webhooks: APPROVAL_WEBHOOKS,
		properties: APPROVAL_PROPERTIES,
	};

	methods = { credentialTest: { testN8n } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await outcomeOf(
			this,
			async () => {
				// n8n keeps the items with the waiting execution: when the wait runs out, it passes them unchanged
				// to the first output. Nothing is on an output while a person still has to decide.
				const until = prepareWait(this);
				await noteDraft(this);
				await this.putExecutionToWait(until);
				return [[], []];
			},
			(failed) => [[failed], []],
		);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const answer = await answerKnowing(this);
		// Once the execution goes on, n8n answers in this node's place, and badly: with JSON, or with an
		// error while it saves. Whoever decides in the same moment is let in before that, and gets a page.
		if (answer.workflowData !== undefined) await sleep(SAME_MOMENT_MS);
		return answer;
	}
}
