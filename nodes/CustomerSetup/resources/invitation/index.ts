import type { Resource } from '../../../shared/resources';
import type { ItemOperation } from '../operation';
import { cleanUp } from './cleanUp';
import { create } from './create';
import { getAll } from './getAll';
import { revoke } from './revoke';

export const invitation: Resource<ItemOperation> = {
	name: 'Invitation',
	operations: { cleanUp, create, getAll, revoke },
	default: 'create',
};
