import { panelOf, type Resources } from '../../shared/resources';
import { callBudget } from './callBudget';
import { inbox } from './inbox';
import { installation } from './installation';
import { integration } from './integration';
import { invitation } from './invitation';
import type { ItemOperation } from './operation';

/** Resource -> operations, in the order of the panel. A new resource needs only its line here. */
export const RESOURCES: Resources<ItemOperation> = {
	callBudget,
	inbox,
	installation,
	integration,
	invitation,
};

export const properties = panelOf(RESOURCES, 'invitation', ({ fields }) => fields);
