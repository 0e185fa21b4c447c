import type { Resource } from '../../../shared/resources';
import type { ItemOperation } from '../operation';
import { create } from './create';
import { disconnect } from './disconnect';
import { enable } from './enable';
import { explain } from './explain';
import { get } from './get';
import { getAll } from './getAll';
import { revokeToken } from './revokeToken';
import { runDryRun } from './runDryRun';
import { supportBundle } from './supportBundle';
import { upgrade } from './upgrade';

export const integration: Resource<ItemOperation> = {
	name: 'Integration',
	operations: {
		create,
		disconnect,
		enable,
		explain,
		get,
		getAll,
		revokeToken,
		runDryRun,
		supportBundle,
		upgrade,
	},
	default: 'create',
};
