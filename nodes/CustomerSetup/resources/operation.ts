import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { N8nConnection } from '../../shared/n8nApi';
import type { Shown } from '../../shared/resources';

/** What an operation gets: the instance, by its public API, and the item that it runs for. */
export interface ItemContext extends N8nConnection {
	context: IExecuteFunctions;
	item: number;
}

/** One operation: its fields in the panel and what it does for one item, side by side. Errors are thrown. */
export interface ItemOperation extends Shown {
	fields: INodeProperties[];
	/** True when it makes, changes or ends something: never at the request of an AI agent. */
	writes: boolean;
	/** The items that take the place of the input item. */
	run(given: ItemContext): Promise<IDataObject[]>;
	/** The files that go along with one of those items, where there are any. */
	attach?(given: ItemContext, item: IDataObject): Promise<IBinaryKeyData>;
	/**
	 * Of what must stop no workflow: the items where this n8n cannot be asked, or `run` throws.
	 * @param code of the problem; the log has it too
	 */
	otherwise?(context: IExecuteFunctions, item: number, code: string | null): IDataObject[];
}
