import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { outcomeOf } from '../shared/outcome';
import { buildItems } from './build';
import { deskOutputs } from './desk';
import { planPageItem } from './planPage';
import { RUN_LOG_PROPERTIES } from './properties';
import { testN8n } from '../shared/n8nApi/credentialTest';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const optional = (displayName: string) => ({ ...main(displayName), required: false });

// Any item may come in on any input; several inputs let n8n wait until the whole run is there.
const RUN = ['Summary', 'Ready', 'Not approved', 'Approved', 'Applied', 'Failed'].map(optional);

/** What the desk has to do. The order on the canvas decides what runs when; a new output goes last. */
const DESK = ['Log', 'Tell', 'Enable', 'Reconnect', 'Answer', 'Plans'].map(main);

/** The stages of one run take its parts on their own inputs; the others take rows of the run log. */
const AT_A_RUN = ['start', 'plan', 'end', 'stop', 'watch', 'digest'];

const toItem = (json: IDataObject): INodeExecutionData => ({ json, pairedItem: { item: 0 } });

async function outputsOf(context: IExecuteFunctions): Promise<IDataObject[][]> {
	const asked = context.getNodeParameter('stage', 0, '');
	if (asked === 'desk') return await deskOutputs(context);
	return [asked === 'planPage' ? [await planPageItem(context)] : buildItems(context)];
}

export class SyncRunLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sync Run Log',
		name: 'syncRunLog',
		icon: { light: 'file:syncRunLog.svg', dark: 'file:syncRunLog.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["stage"] }}',
		description: 'Makes the rows of the run log of a sync, and watches them',
		defaults: { name: 'Sync Run Log' },
		usableAsTool: true,
		inputs: `={{ ${JSON.stringify(AT_A_RUN)}.includes($parameter.stage) ? ${JSON.stringify(RUN)} : ${JSON.stringify([NodeConnectionTypes.Main])} }}`,
		outputs: `={{ $parameter.stage === 'desk' ? ${JSON.stringify(DESK)} : ${JSON.stringify([NodeConnectionTypes.Main])} }}`,
		// Its signing key signs the permanent addresses of plans.
		credentials: [
			{
				name: 'alleoN8nApi',
				required: false,
				testedBy: 'testN8n',
				displayOptions: { show: { stage: ['desk', 'planPage'] } },
			},
		],
		properties: RUN_LOG_PROPERTIES,
	};

	methods = { credentialTest: { testN8n } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await outcomeOf(
			this,
			async () => (await outputsOf(this)).map((items) => items.map(toItem)),
			(failed) => [[failed]],
		);
	}
}
