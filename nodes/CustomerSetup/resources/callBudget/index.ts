import type { Resource } from '../../../shared/resources';
import type { ItemOperation } from '../operation';
import { giveBack } from './giveBack';
import { take } from './take';

export const callBudget: Resource<ItemOperation> = {
	name: 'Call Budget',
	operations: { giveBack, take },
	default: 'take',
};
