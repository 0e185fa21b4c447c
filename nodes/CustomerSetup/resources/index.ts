import { panelOf, type Resources } from '../../shared/resources';
import { integration } from './integration';
import { invitation } from './invitation';
import type { Operation } from './operation';

/** Resource -> operations, in the order of the panel. A new resource needs only its line here. */
export const RESOURCES: Resources<Operation> = { integration, invitation };

export const properties = panelOf(RESOURCES, 'invitation', ({ fields }) => fields);
