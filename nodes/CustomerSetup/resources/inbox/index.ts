import type { Resource } from '../../../shared/resources';
import type { ItemOperation } from '../operation';
import { exchange } from './exchange';
import { page } from './page';

export const inbox: Resource<ItemOperation> = {
	name: 'Inbox',
	operations: { exchange, page },
	default: 'page',
};
