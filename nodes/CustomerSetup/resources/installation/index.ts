import type { Resource } from '../../../shared/resources';
import type { ItemOperation } from '../operation';
import { setUp } from './setUp';

export const installation: Resource<ItemOperation> = {
	name: 'Installation',
	operations: { setUp },
	default: 'setUp',
};
