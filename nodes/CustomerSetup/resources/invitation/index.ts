import type { Resource } from '../operation';
import { create } from './create';
import { getAll } from './getAll';
import { revoke } from './revoke';

export const invitation: Resource = {
	name: 'Invitation',
	operations: { create, getAll, revoke },
	default: 'create',
};
