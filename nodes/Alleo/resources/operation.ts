import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** One operation: its fields in the panel and what it does, side by side. */
export interface Operation {
	description: INodeProperties[];
	execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]>;
	/** Changes Alleo: never at the request of an AI agent. */
	writes: boolean;
}
