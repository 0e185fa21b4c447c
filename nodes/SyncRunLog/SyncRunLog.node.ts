import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { outcomeOf } from '../shared/outcome';
import { buildItems } from './build';
import { RUN_LOG_PROPERTIES } from './properties';

const optional = (displayName: string) => ({
	type: NodeConnectionTypes.Main,
	displayName,
	required: false,
});

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
		// Any item may come in on any input; several inputs let n8n wait until the whole run is there.
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Summary', required: false },
			optional('Ready'),
			optional('Not approved'),
			optional('Approved'),
			optional('Applied'),
			optional('Failed'),
		],
		outputs: [NodeConnectionTypes.Main],
		properties: RUN_LOG_PROPERTIES,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await outcomeOf(
			this,
			async () => [buildItems(this).map((json) => ({ json, pairedItem: { item: 0 } }))],
			(failed) => [[failed]],
		);
	}
}
