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
import { RUN_LOG_PROPERTIES } from './properties';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const optional = (displayName: string) => ({ ...main(displayName), required: false });

// Any item may come in on any input; several inputs let n8n wait until the whole run is there.
const RUN = ['Summary', 'Ready', 'Not approved', 'Approved', 'Applied', 'Failed'].map(optional);

/** What the desk has to do, from top to bottom. */
const DESK = ['Log', 'Tell', 'Enable', 'Reconnect', 'Answer'].map(main);

/** The stages of one run take its parts on their own inputs; the others take rows of the run log. */
const AT_A_RUN = ['start', 'plan', 'end', 'stop', 'watch', 'digest'];

const toItem = (json: IDataObject): INodeExecutionData => ({ json, pairedItem: { item: 0 } });

const outputsOf = async (context: IExecuteFunctions): Promise<IDataObject[][]> =>
	context.getNodeParameter('stage', 0, '') === 'desk'
		? await deskOutputs(context)
		: [buildItems(context)];

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
		properties: RUN_LOG_PROPERTIES,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await outcomeOf(
			this,
			async () => (await outputsOf(this)).map((items) => items.map(toItem)),
			(failed) => [[failed]],
		);
	}
}
